"""Retrieval: the passage that answers is found by search alone, as well as the shipped model and weights can."""

from pathlib import Path

import pytest

from index.encoder import StaticEncoder, load
from index.later import SHIPPED
from tests.bench.pools import SHARED, many, shipped
from tests.bench.retrieval import score
from tests.bench.ways import WAYS, searched

pytestmark = pytest.mark.skipif(
    not (SHARED / "eval").is_dir() or not (SHIPPED / "model.safetensors").is_file(),
    reason="needs ../shared and the shipped model",
)
SEARCH, WORDS = "+ nearest words (shipped)", "+ context, fields apart"


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    found = load()
    assert isinstance(found, StaticEncoder)
    return found


def test_the_letters_sentence_comes_first_or_nearly(encoder: StaticEncoder, tmp_path: Path) -> None:
    """First for 78 % of the questions, in the first three for 92 %."""
    pool = shipped()
    with searched(pool, encoder, tmp_path) as index:
        found = score(WAYS[SEARCH](index), index, pool)
    assert found.first >= 0.78
    assert found.third >= 0.92


def test_the_model_pays_over_many_documents(encoder: StaticEncoder, tmp_path: Path) -> None:
    """No worse than words with context, whichever way it is counted."""
    pool = many()
    with searched(pool, encoder, tmp_path) as index:
        words, whole = (score(WAYS[name](index), index, pool) for name in (WORDS, SEARCH))
    assert whole.first >= words.first
    assert whole.third >= words.third
    assert whole.reciprocal >= words.reciprocal
