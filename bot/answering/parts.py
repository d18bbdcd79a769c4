"""A period that no figure covers, worked out from longer ones: the second half, a single quarter."""

from dataclasses import replace
from datetime import date, timedelta

from bot.answering.desk import Desk
from bot.answering.reckon import comparable, difference
from bot.answering.reply import Reply
from bot.answering.wish import Wish, wishes
from bot.answering.worked import worked
from bot.understanding.question import Question
from corpus.figure import Figure, Measure
from corpus.period import Period


def later_part(question: Question, desk: Desk) -> Reply | None:
    """A year's figure less that of its first part, where the question asks for the rest of the year."""
    wish = wishes(question)[0]
    period = wish.period
    if period is None or period.is_point or period.first == date(period.first.year, 1, 1):
        return None
    start = date(period.first.year, 1, 1)
    until_end = _level(wish, Period(start, period.last, period.raw), desk)
    until_start = _level(wish, Period(start, period.first - timedelta(days=1), period.raw), desk)
    if until_end is None or until_start is None or not comparable((until_end, until_start)):
        return None
    return worked("reckon.later", difference(until_end, until_start), desk)


def _level(wish: Wish, period: Period, desk: Desk) -> Figure | None:
    """The level over exactly this period, None where there is none."""
    finding = desk.finding(replace(wish, period=period, measure=Measure.LEVEL))
    met = (match.figure for match in finding.matches if match.meets)
    return next((figure for figure in met if figure.period and figure.period.same_days(period)), None)
