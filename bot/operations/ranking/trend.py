"""One thing of one place over the years: how it went, and in which year it was highest or lowest."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Finding, Retriever, merged
from bot.operations.figures.lookup import answered
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.runtime.replace import replace
from corpus.times.period import Period

_LEAST = 2
# More years cannot be told in one message.
_MOST = 12
_PACE = compiled("增速|增长率|增长|增幅|涨幅|降幅|跌幅")
# What asks how something went asks for no growth by that: 近三年的变化.
_WENT = compiled("变|走|趋势|怎么样|情况")
# What it came to in all of the years, or by how much it went from the first to the last.
_IN_ALL = compiled("累计|合计|总共|一共|共|年均|平均|总和|加起来|目标|计划|比|[多少加高低涨跌降]了")
_WHICH_YEAR = compiled("哪一?年|哪个年")


class End(StrEnum):
    """Which of the years is asked for."""

    NONE = "none"
    HIGHEST = "highest"
    LOWEST = "lowest"


def end_of(question: Question) -> End | None:
    """Which year a question over the years asks for, None for a question that is not over the years."""
    if any(period.first.year == period.last.year for period in question.periods):
        return None
    which = _WHICH_YEAR.search(question.text) is not None
    if question.wants("trend_least") or (which and question.wants("rank_least", "which_least")):
        return End.LOWEST
    if question.wants("trend_most") or (which and question.wants("rank_most", "which_most")):
        return End.HIGHEST
    went = question.periods and (_WENT.search(question.text) or _is_of_years(question))
    return End.NONE if question.wants("trend") or went else None


def _is_of_years(question: Question) -> bool:
    """Whether each of several years is asked for: 近五年出口总额, but not what it came to in all of them."""
    (span, *others) = question.periods
    whole = (span.first.month, span.last.month) == (1, 12) and span.first.year < span.last.year
    return whole and not others and not _IN_ALL.search(question.text)


def trend(question: Question, retriever: Retriever) -> Reply | None:
    """A figure a year with its own source, the oldest first, or of those the highest or lowest.

    None where fewer than two years have it, or where the question names more than one thing or place.
    """
    if len(question.pieces) != 1 or len(question.places) > 1 or question.wants("reason"):
        return None
    query = _query(question)
    found = retriever.finding(query)
    span = _span(question)
    # A figure of just these years is what they are asked for: 五年累计投资.
    if span and _is_of_years(question) and any(_covers(match, span) for match in found.matches):
        return None
    years = _by_year(found, span, retriever)
    if len(years) < _LEAST:
        return None
    chosen = _ends(question, years)[-_MOST:]
    said = merged([retriever.statement(match, query) for match in chosen])
    return answered(told(said), said)


def _covers(match: Match, span: Period) -> bool:
    period = match.figure.period
    return match.meets and period is not None and period.same_days(span)


def _query(question: Question) -> Query:
    measure = Measure.GROWTH if _PACE.search(question.text) else Measure.LEVEL
    return replace(queries(question)[0], period=None, measure=measure, asked=NOTHING, amount=False)


def _span(question: Question) -> Period | None:
    return question.periods[0] if question.periods else None


def _called_so(best: Match, query: Query, retriever: Retriever) -> Iterator[Match]:
    """All figures of the letter with the name of the best one: a search finds the first of so many, not each year."""
    for card in retriever.cards.of_letter(best.figure.letter).cards:
        if card.name == best.card.name:
            yield retriever.matcher.match(query, card)


def _by_year(found: Finding, span: Period | None, retriever: Retriever) -> list[Match]:
    """The best figure of each year that is of the same thing as the best of all, the oldest year first."""
    best = found.best
    if best is None or not found.met or best.figure.period is None:
        return []
    years: dict[int, Match] = {}
    for match in (*found.matches, *_called_so(best, found.query, retriever)):
        period = match.figure.period
        if (
            period
            and period.year
            and match.meets
            and _alike(match, best, retriever)
            and _inside(period, span)
        ):
            years.setdefault(period.year, match)
    return [years[year] for year in sorted(years)]


def _alike(one: Match, other: Match, retriever: Retriever) -> bool:
    """Whether two figures differ in the year alone."""
    first, second = one.figure, other.figure
    return (
        one.card.name == other.card.name
        and first.quantity.unit == second.quantity.unit
        and (first.measure, first.status) == (second.measure, second.status)
        and retriever.same_place(first.place, second.place)
        and _part(first.period) == _part(second.period)
    )


def _part(period: Period | None) -> tuple[int, ...]:
    """Which part of a year: a year is not set beside a half."""
    if period is None:
        return ()
    years = period.last.year - period.first.year
    return period.first.month, period.last.month, years, period.is_point


def _inside(period: Period, span: Period | None) -> bool:
    return span is None or span.first.year <= period.last.year <= span.last.year


def _ends(question: Question, years: Sequence[Match]) -> list[Match]:
    """All years, or where the highest or lowest is asked for that one and whatever is equal to it."""
    asked = end_of(question)
    if asked is End.NONE:
        return list(years)
    end = (min if asked is End.LOWEST else max)(match.figure.signed for match in years)
    return [match for match in years if match.figure.signed == end]
