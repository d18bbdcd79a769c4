"""A period that no figure covers, worked out from longer ones: the second half, a single quarter."""

from datetime import date, timedelta

from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace
from corpus.times.period import Period


def later_period(question: Question, retriever: Retriever) -> Reply | None:
    """A year's figure less that of its first part, where the question asks for the rest of the year."""
    query = queries(question)[0]
    period = query.period
    if period is None or period.is_point or period.first == date(period.first.year, 1, 1):
        return None
    start = date(period.first.year, 1, 1)
    until_end = _level(query, Period(start, period.last, period.raw), retriever)
    until_start = _level(query, Period(start, period.first - timedelta(days=1), period.raw), retriever)
    if until_end is None or until_start is None or not comparable((until_end, until_start)):
        return None
    return worked("reckon.later", difference(until_end, until_start), retriever)


def _level(query: Query, period: Period, retriever: Retriever) -> Figure | None:
    """The level over exactly this period, None where there is none."""
    finding = retriever.finding(replace(query, period=period, measure=Measure.LEVEL))
    met = (match.figure for match in finding.matches if match.meets)
    return next((figure for figure in met if figure.period and figure.period.same_days(period)), None)
