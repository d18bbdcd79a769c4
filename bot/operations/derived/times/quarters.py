"""What the first half or the first three quarters of a year brought, out of its quarters: 上半年, where each quarter is told."""

from calendar import monthrange
from datetime import date

from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import comparable, difference, sum_of
from bot.operations.arithmetic.worked import worked
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace
from corpus.times.period import Period

_QUARTER, _YEAR = 3, 12


def of_quarters(question: Question, retriever: Retriever) -> Reply | None:
    """The quarters of a part of a year added up, or a longer part less the last quarter; None where one is not told."""
    query = replace(queries(question)[0], measure=Measure.LEVEL)
    months = _months(query.period)
    if not months or not _is_asked(question) or query.period is None:
        return None
    year = query.period.last.year
    each = [_level(query, year, month, month + 2, retriever) for month in range(1, months, _QUARTER)]
    parts = [one for one in each if one]
    if len(parts) == len(each) and comparable(parts):
        return replace(worked("reckon.sum", sum_of(parts), retriever), checked=True)
    longer = _level(query, year, 1, months + _QUARTER, retriever)
    last = _level(query, year, months + 1, months + _QUARTER, retriever)
    if longer is None or last is None or not comparable((longer, last)):
        return None
    return replace(worked("reckon.later", difference(longer, last), retriever), checked=True)


def _is_asked(question: Question) -> bool:
    """Whether an amount of one thing over one time is asked for."""
    several = len(question.periods) != 1 or len(question.places) > 1
    plain = not question.measures - {Measure.LEVEL} and not question.wants("reason", "compare", "difference")
    return plain and bool(question.runs) and not several


def _months(period: Period | None) -> int:
    """How many months from January on a period has, 0 where these are not two or three quarters."""
    if period is None or period.is_point or (period.first.month, period.first.day) != (1, 1):
        return 0
    months = period.last.month
    whole = period.first.year == period.last.year and not months % _QUARTER
    return months if whole and months not in {_QUARTER, _YEAR} else 0


def _level(query: Query, year: int, first: int, last: int, retriever: Retriever) -> Figure | None:
    """The level over exactly these months, None where there is none, or two tell another."""
    end = date(year, last, monthrange(year, last)[1])
    period = Period(date(year, first, 1), end, "")
    found = retriever.finding(replace(query, period=period)).matches
    met = [
        one.figure for one in found if one.meets and one.figure.period and one.figure.period.same_days(period)
    ]
    return met[0] if len({one.quantity.value for one in met}) == 1 else None
