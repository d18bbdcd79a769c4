"""Words for words by meaning, with the shipped model."""

import pytest

from bot.matching.retriever import Retriever
from bot.matching.terms.meaning import Meaning
from index.later import SHIPPED
from index.opened import Index

pytestmark = pytest.mark.skipif(
    not (SHIPPED / "model.safetensors").is_file(), reason="index/model has no weights"
)
NAMES = frozenset({"农村居民人均可支配收入", "应收账款", "硕士", "桃子", "出口", "企业职工养老金"})


@pytest.fixture
def meaning(library: Index, retriever: Retriever) -> Meaning:
    return Meaning(library, NAMES, retriever.lexicon)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("乡下", "农村"),
        ("货款", "应收账款"),
        pytest.param(
            "工人",
            "职工",
            marks=pytest.mark.xfail(
                strict=True,
                raises=AssertionError,
                reason="0.41 with the model of 28,000 words; the limit is 0.66",
            ),
        ),
    ],
)
def test_a_word_that_no_letter_has_reaches_the_letters_word(meaning: Meaning, word: str, other: str) -> None:
    """The letter's word is among those that mean the same."""
    assert any(other in found or found in other for found in meaning.alternatives(word))


@pytest.mark.parametrize("word", ["博士", "水果", "进口", "火箭", "量子"])
def test_a_neighbour_is_not_the_same(meaning: Meaning, word: str) -> None:
    """硕士 is no 博士; a word of something else has no alternative."""
    assert not {"硕士", "桃子", "出口"} & set(meaning.alternatives(word))


@pytest.mark.parametrize("word", ["农村", "收入", "5G", "账", "应收账款余额"])
def test_a_word_that_the_names_have_stays_itself(meaning: Meaning, word: str) -> None:
    """What it asks for is known; so is what has no characters to go by."""
    assert meaning.alternatives(word) == []


def test_no_names_no_alternatives(library: Index, retriever: Retriever) -> None:
    """A corpus without figures has nothing to offer."""
    assert Meaning(library, frozenset(), retriever.lexicon).alternatives("乡下") == []
