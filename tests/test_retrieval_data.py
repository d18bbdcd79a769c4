"""The tuning set of the retrieval: what its questions look like, and that the texts say what they are about."""

import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.bench.pools import TUNING_SET, Tuned, tuned

DATA = Path(__file__).parents[2] / "shared" / "data" / "embedding"


@pytest.fixture(scope="module")
def questions() -> list[Tuned]:
    return tuned()


def test_there_are_two_hundred_questions_each_once(questions: list[Tuned]) -> None:
    """Numbered in order; no two ask the same, no two are about one sentence."""
    assert [asked.id for asked in questions] == [f"T{number:03}" for number in range(1, 201)]
    assert len({asked.question for asked in questions}) == len({asked.sentence for asked in questions}) == 200
    assert all(asked.question and asked.question == asked.question.strip() for asked in questions)


def test_every_line_has_the_same_fields() -> None:
    """No more and no less than the reader knows."""
    rows = [json.loads(line) for line in TUNING_SET.read_text(encoding="utf-8").splitlines()]
    assert {tuple(row) for row in rows} == {("id", "wording", "question", "source", "sentence")}
    assert {tuple(row["source"]) for row in rows} == {("file", "title")}


def test_half_of_them_are_far_from_the_text(questions: list[Tuned]) -> None:
    """As it is said, by the share of a question's pairs of characters that its sentence has."""
    assert Counter(asked.wording for asked in questions) == {"far": 100, "close": 100}
    shares = defaultdict(list)
    for asked in questions:
        pairs = {asked.question[at : at + 2] for at in range(len(asked.question) - 1)}
        shares[asked.wording].append(sum(pair in asked.sentence for pair in pairs) / len(pairs))
    assert sum(shares["far"]) < 0.5 * sum(shares["close"])


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared")
def test_every_sentence_stands_in_its_source(questions: list[Tuned]) -> None:
    """Verbatim, in a document of that title."""
    for name in {asked.file for asked in questions}:
        documents: defaultdict[str, list[str]] = defaultdict(list)
        wanted = {asked.title for asked in questions if asked.file == name}
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["title"] in wanted:
                    documents[row["title"]] += row.get("paras") or [text for _, text in row["arts"]]
        lost = [
            asked.id
            for asked in questions
            if asked.file == name and not any(asked.sentence in text for text in documents[asked.title])
        ]
        assert not lost
