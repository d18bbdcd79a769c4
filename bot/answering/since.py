"""How many more or fewer there are than before, out of two printed levels, where no document prints the change."""

from dataclasses import replace
from datetime import date

from bot.answering.desk import Desk
from bot.answering.match import Match
from bot.answering.reckon import comparable, difference
from bot.answering.reply import Reply
from bot.answering.wish import Wish, wishes
from bot.answering.worked import worked
from bot.understanding.question import Question
from corpus.figure import Measure
from corpus.period import Period


def since(question: Question, desk: Desk) -> Reply | None:
    """The level of a year less that of the year before, or of the first year named: 24年比上年多几家, 16年到21年净增多少家."""
    # 2000年到2014年多了多少: between the ends of one span.
    spanned = question.wants("difference") and not question.measures and _is_span(question)
    wanted = question.measures == {Measure.CHANGE} or spanned
    if (
        not wanted
        or question.asked.kind in {"points", "percent"}
        or not question.runs
        or len(question.pieces) > 1
        or len(question.places) > 1
    ):
        return None
    years = _years(question)
    if years is None:
        return None
    wish = replace(wishes(question)[0], measure=Measure.LEVEL, soft=())
    before, now = (_level(wish, year, desk) for year in years)
    if before is None or now is None or before.card.name != now.card.name:
        return None
    if not comparable((before.figure, now.figure)):
        return None
    ranked = sorted((before.figure, now.figure), key=lambda figure: -figure.quantity.value)
    rose = now.figure.quantity.value >= before.figure.quantity.value
    return worked("reckon.since_more" if rose else "reckon.since_less", difference(*ranked), desk)


def _is_span(question: Question) -> bool:
    (*others, last) = question.periods or (None,)
    return not others and last is not None and last.first.year < last.last.year


def _years(question: Question) -> tuple[int, int] | None:
    """The years to compare, None where no year or more than two are named."""
    named = sorted({year for one in question.periods for year in (one.first.year, one.last.year)})
    if any(one.first.month > 1 or one.last.month < 12 for one in question.periods) or not named:
        return None
    if len(named) > 2:
        return None
    return (named[0], named[-1]) if len(named) > 1 else (named[0] - 1, named[0])


def _level(wish: Wish, year: int, desk: Desk) -> Match | None:
    """The level at the end of a year or over all of it."""
    period = Period(date(year, 1, 1), date(year, 12, 31), f"{year}年")
    found = desk.finding(replace(wish, period=period)).matches
    return next(
        (one for one in found if one.meets and one.figure.period and one.figure.period.last == period.last),
        None,
    )
