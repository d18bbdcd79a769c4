"""The value before a printed change or growth."""

import re
from dataclasses import replace

from bot.answering.desk import Desk
from bot.answering.reckon import (
    base,
    before_change,
)
from bot.answering.reply import Reply
from bot.answering.wish import wishes
from bot.answering.worked import worked
from bot.understanding.question import NOTHING, Question
from bot.understanding.times import month_end_in
from corpus.figure import Figure, Measure
from corpus.period import Period


def earlier(question: Question, desk: Desk) -> Reply | None:
    """The value before a change or growth that is printed, where just that earlier time is asked for."""
    wish = wishes(question)[0]
    if wish.period is None or not wish.runs:
        return None
    finding = desk.finding(replace(wish, period=None, measure=None, asked=NOTHING))
    if not finding.met:
        return None
    family = [card.figure for card in desk.family(finding.matches[0].card)]
    level, change, growth = (
        next((one for one in family if one.measure is measure), None)
        for measure in (Measure.LEVEL, Measure.CHANGE, Measure.GROWTH)
    )
    if growth and change and change.aspect and change.quantity.unit == "个百分点" and question.measures:
        # 去年年底的增速: the growth of now less by how much it rose.
        level, growth = growth, None
    if level and change and wish.period.is_point and _YEAR_END.search(change.basis):
        return (
            worked("reckon.before", before_change(level, change), desk)
            if _last_end(wish.period, level)
            else None
        )
    if level and growth and _is_year_before(wish.period, level) and not _at_fixed_prices(level, desk):
        return worked("reckon.base", base(level, growth), desk)
    return None


_YEAR_END = re.compile(r"年底|年末|年初")
# Only asked so, of just the time a year before: an explicit year is a figure that the letter does not have.
_SAME_TIME = re.compile(r"同期|^去年|^上年")
# Growth of value added is at constant prices; its base cannot be had from the printed value.
_REAL = re.compile(r"生产总值|增加值")


def _is_year_before(period: Period, level: Figure) -> bool:
    now = level.period
    if now is None or not _SAME_TIME.search(period.raw):
        return False
    return (period.first, period.last) == (
        month_end_in(now.first, now.first.year - 1),
        month_end_in(now.last, now.last.year - 1),
    )


def _last_end(period: Period, level: Figure) -> bool:
    return level.period is not None and period.first.year == level.period.first.year - 1


def _at_fixed_prices(level: Figure, desk: Desk) -> bool:
    return bool(_REAL.search(level.name)) or "可比价" in desk.passage_of(level).text
