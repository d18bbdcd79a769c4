"""Ranking: what a passage's score is made of."""

from dataclasses import replace

import numpy as np
import pytest

from index.encoder import Nearest
from index.searching.asking import asked
from index.searching.ranking import (
    Candidate,
    Said,
    Statistics,
    Tuning,
    by_look,
    by_nearest,
    by_words,
    ranked,
    relative,
)

PLAIN = Tuning()
KNOWN = Statistics(
    100, (10.0, 10.0, 10.0), {"产值": 20, "医化": 2, "产": 50, "值": 50, "医": 3, "化": 4, "化产": 1}
)


def candidate(text: str, around: str = "", named: str = "", size: int = 10) -> Candidate:
    return Candidate(text, around, named, (size, 10, 10))


def words(*candidates: Candidate, tuning: Tuning = PLAIN) -> list[float]:
    return by_words(asked("医化产值"), candidates, KNOWN, tuning)


def test_bm25_of_one_field_is_the_textbook_one() -> None:
    """idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / usual)), summed over the words."""
    question = replace(asked("医化产值"), words=("产值",))
    found = by_words(question, [candidate("产值产值", size=20)], KNOWN, replace(PLAIN, context=0, document=0))
    idf = np.log(1 + (100 - 20 + 0.5) / (20 + 0.5))
    assert found == [pytest.approx(idf * 2 * 2.2 / (2 + 1.2 * (0.5 + 0.5 * 2)))]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(candidate("医化"), candidate("产值"), id="a rare word counts more"),
        pytest.param(candidate("医化"), candidate("x", "医化"), id="the passage before what is around it"),
        pytest.param(
            candidate("x", "", "医化"), candidate("x", "医化"), id="the document before the context"
        ),
        pytest.param(candidate("医化", size=5), candidate("医化", size=50), id="a short text before a long"),
        pytest.param(candidate("医化产值"), candidate("医化医化医化"), id="both words before one many times"),
    ],
)
def test_words(better: Candidate, worse: Candidate) -> None:
    """BM25F over the three fields."""
    first, second = words(better, worse)
    assert first > second > 0


def test_no_word_no_score() -> None:
    """Nor without any candidate."""
    assert words(candidate("森林")) == [0]
    assert words() == []


def nearest(*cosines: list[float]) -> Nearest:
    return Nearest(("医化", "产值"), np.array([9, 3], np.float32), np.array(cosines, np.float32))


def test_nearest_words_count_by_rarity() -> None:
    """A printed word is met whatever the model says; one beside the passage nearly; another as far as it is alike."""
    found = by_nearest(
        nearest([0.1, 0.1], [0.2, 0.2], [0.4, 0.8]),
        [candidate("医化产值"), candidate("x", "医化"), candidate("x")],
        PLAIN,
    )
    assert found == [1, pytest.approx((9 * 0.8 + 3 * 0.2) / 12), pytest.approx((9 * 0.4 + 3 * 0.8) / 12)]


def test_no_words_are_not_met() -> None:
    """A question of figures has none."""
    nothing = Nearest((), np.zeros(0, np.float32), np.zeros((1, 0), np.float32))
    assert by_nearest(nothing, [candidate("x")], PLAIN) == [0]


def test_looks_are_shares() -> None:
    """Of what is expected of the answer; nothing is expected of a name."""
    texts = [candidate("亏损企业41家"), candidate("亏损2.1亿元"), candidate("亏损")]
    assert by_look(asked("几家亏损"), texts) == [1, 0.5, 0]
    assert by_look(asked("水晶光电"), texts) == [0, 0, 0]


def test_relative_scores_are_shares_of_the_best() -> None:
    """What is below nought is nought; without a best there is nothing."""
    assert relative([2.0, 1.0, -1.0]) == [1, 0.5, 0]
    assert relative([0.0, -1.0]) == [0, 0]
    assert relative([]) == []


def order(said: Said | None, unsaid: float, tuning: Tuning = PLAIN) -> list[int]:
    pool = {3: candidate("医化 55.26亿元"), 7: candidate("制药 24.69亿元")}
    scores = ranked(asked("医化产值多少"), pool, KNOWN, tuning, said, unsaid)
    assert all(0 <= score <= 1 for score in scores.values())
    return sorted(scores, key=lambda number: -scores[number])


def test_the_model_speaks_where_words_fail() -> None:
    """Its weight grows with what the words leave unsaid."""
    said = Said([0.1, 0.9], None)
    loud = replace(PLAIN, model=3.0)
    assert order(None, 1.0) == [3, 7]
    assert order(said, 0.0, loud) == [3, 7]
    assert order(said, 1.0, loud) == [7, 3]


def test_parts_are_switched_off() -> None:
    """With their weight at nought."""
    said = Said([0.1, 0.9], nearest([0, 0], [1, 1]))
    silent = replace(PLAIN, model=0.0, nearest=0.0)
    assert order(said, 1.0, replace(silent, model=9.0)) == [7, 3]
    assert order(said, 1.0, silent) == [3, 7]
    assert order(said, 1.0, replace(silent, nearest=9.0)) == [7, 3]
    assert not replace(PLAIN, model=0.0, nearest=0.0).asks_model


def test_covered_is_the_share_of_rare_pairs() -> None:
    """Of a question's pairs of characters."""
    known = Statistics(100, (1, 1, 1), {"医化": 2, "化产": 0, "产值": 20})
    question = asked("医化产值")
    coverage = known.coverage(question)
    assert coverage("医化产值") == 1
    assert coverage("x") == 0
    assert 0 < coverage("产值") < coverage("医化") < 1
