"""Figures for a query: the best one, and what of the query it does not meet."""

from datetime import date

import pytest

from bot.matching.lacking import Lack
from bot.matching.query import Query
from bot.matching.retriever import Retriever
from bot.matching.timefit import period_fit
from bot.understanding.question import Asked, Run
from corpus.figure import Measure, Status
from corpus.times.period import Period, Sureness


def days(first: str, last: str, raw: str = "2024年", sureness: Sureness = Sureness.STATED) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last), raw, sureness)


HALF = days("2024-01-01", "2024-06-30", "2024年1-6月")
YEAR = days("2024-01-01", "2024-12-31")
LAST = days("2023-01-01", "2023-12-31", "2023年")
LAST_HALF = days("2023-01-01", "2023-06-30", "2023年上半年")
QUARTER = days("2024-01-01", "2024-03-31", "2024年一季度")
SECOND = days("2024-04-01", "2024-06-30", "2024年二季度")
END = days("2024-06-30", "2024-06-30", "2024年6月末")
LAST_END = days("2023-12-31", "2023-12-31", "2023年末")


def query(words: str, place: str = "", period: Period | None = None) -> Query:
    runs = (Run(words, words),) if words else ()
    return Query(runs, place=place, period=period)


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ("规上工业增加值", "109.59亿元"),
        ("工业增加值", "127.24亿元"),
        ("规上工业总产值", "488.14亿元"),
        ("医化总产值", "55.26亿元"),
        ("3+3主导产业总产值", "180.85亿元"),
        ("制造业投资", "14.64亿元"),
        ("出口交货值", "102.73亿元"),
        ("用电量", "19.41亿千万时"),
        ("5g基站完成率", "100%"),
    ],
)
def test_the_best_figure_for_words(words: str, raw: str, retriever: Retriever) -> None:
    """Of several that have the words, the one whose name says no more than they do."""
    best = retriever.matcher.matches(query(retriever.lexicon.canonical(words)))[0]
    assert (best.meets, best.figure.quantity.raw) == (True, raw)


@pytest.mark.parametrize(
    ("asked", "lack"),
    [
        pytest.param(Query((Run("规上总产值", ""),), place="临海市"), Lack.PLACE, id="another place"),
        pytest.param(Query((Run("规上总产值", ""),), period=LAST), Lack.PERIOD, id="another year"),
        pytest.param(Query((Run("小升规", ""),), status=Status.RESULT), Lack.STATUS, id="only a target"),
        pytest.param(Query((Run("医化总产值", ""),), status=Status.TARGET), Lack.STATUS, id="only a result"),
        pytest.param(
            Query((Run("亿元上企业", ""),), measure=Measure.CONTRIBUTION), Lack.MEASURE, id="another measure"
        ),
        pytest.param(
            Query((Run("出口交货值", ""),), asked=Asked("area", "亩")), Lack.KIND, id="another kind of unit"
        ),
    ],
)
def test_a_slot_that_is_not_met_is_named(asked: Query, lack: Lack, retriever: Retriever) -> None:
    """No figure meets the query, and the best one lacks just that."""
    found = retriever.matcher.matches(asked)
    assert not any(match.meets for match in found)
    assert found[0].lacks == (lack,)


@pytest.mark.parametrize("words", ["利润", "医化利润", "房地产投资", "小学"])
def test_words_that_are_not_met_are_named(words: str, retriever: Retriever) -> None:
    """Nothing meets a query for them."""
    found = retriever.matcher.matches(query(words))
    assert not any(match.meets for match in found)


def test_what_excludes_the_words_is_no_match(retriever: Retriever) -> None:
    """规下 is never offered for 规上."""
    found = retriever.matcher.matches(query(retriever.lexicon.canonical("规下工业增加值")))
    assert found
    assert not any("规上" in match.figure.name for match in found)


def test_matches_come_best_first(retriever: Retriever) -> None:
    """By their score."""
    scores = [match.score for match in retriever.matcher.matches(query("总产值"))]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("wanted", "offered", "fits"),
    [
        pytest.param(HALF, HALF, True, id="the same days"),
        pytest.param(YEAR, HALF, True, id="今年 may be its first half"),
        pytest.param(days("2024-01-01", "2024-12-31", "全年"), HALF, False, id="but not 全年"),
        pytest.param(HALF, YEAR, False, id="a half is not the year"),
        pytest.param(QUARTER, HALF, False, id="a quarter is not the half"),
        pytest.param(SECOND, HALF, False, id="the second quarter is not the half"),
        pytest.param(LAST, HALF, False, id="another year"),
        pytest.param(LAST_HALF, HALF, False, id="another year's half"),
        pytest.param(HALF, END, True, id="the state at its end"),
        pytest.param(END, HALF, True, id="a day that ends it"),
        pytest.param(LAST_END, END, False, id="another day"),
        pytest.param(None, HALF, True, id="no period asked"),
        pytest.param(HALF, None, True, id="no period known"),
        pytest.param(
            days("2024-01-01", "2024-09-30", "前三季度"), HALF, False, id="three quarters are not two"
        ),
    ],
)
def test_periods_that_go_together(wanted: Period | None, offered: Period | None, *, fits: bool) -> None:
    """Zero where they do not, and for no period asked."""
    assert (period_fit(wanted, offered) > 0) is (fits and wanted is not None)


def test_the_same_days_fit_best() -> None:
    """Before a part of them, before a day in them."""
    assert period_fit(HALF, HALF) > period_fit(HALF, END) > 0
    assert period_fit(YEAR, YEAR) > period_fit(YEAR, HALF) > 0


def test_a_part_of_a_year_floats_to_the_year_offered() -> None:
    """上半年 alone may be of any year; 2023年上半年 may not."""
    bare = days("2024-01-01", "2024-06-30", "上半年", Sureness.RELATIVE)
    assert period_fit(bare, LAST_HALF) == period_fit(HALF, HALF)
    assert period_fit(LAST_HALF, HALF) == 0


def test_what_is_made_of_each_letter_is_made_once(retriever: Retriever) -> None:
    """Whatever is asked in between."""
    made: list[str] = []

    def make(letter: str, one: Retriever) -> list[str]:
        made.append(letter)
        return [letter, one.library.letters[letter].title]

    first, second = retriever.once_each(make), retriever.once_each(make)
    assert first == second
    assert made == list(retriever.library.letters)
    assert first[0] == made[0]
