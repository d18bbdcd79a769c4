"""How many more or fewer there are than before, out of two printed levels, where no document prints the change."""

from datetime import date

from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.phrasing.reply import Reply
from bot.understanding.question import RATES, Question
from corpus.figure import Measure
from corpus.runtime.replace import replace
from corpus.times.period import Period


def increased(question: Question, retriever: Retriever) -> Reply | None:
    """The level of a year less that of the year before, or of the first year named: 24年比上年多几家, 16年到21年净增多少家."""
    # 2000年到2014年多了多少: between the ends of one span.
    spanned = question.wants("difference") and not question.measures and _is_span(question)
    wanted = question.measures == {Measure.CHANGE} or spanned
    if (
        not wanted
        or question.asked.kind in RATES
        or not question.runs
        or len(question.pieces) > 1
        or len(question.places) > 1
    ):
        return None
    years = _years(question)
    if years is None:
        return None
    query = replace(queries(question)[0], measure=Measure.LEVEL, soft=())
    before, now = (_level(query, year, retriever) for year in years)
    if before is None or now is None or before.card.name != now.card.name:
        return None
    if not comparable((before.figure, now.figure)):
        return None
    ranked = sorted((before.figure, now.figure), key=lambda figure: -figure.quantity.value)
    rose = now.figure.quantity.value >= before.figure.quantity.value
    return worked("reckon.changed_more" if rose else "reckon.changed_less", difference(*ranked), retriever)


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


def _level(query: Query, year: int, retriever: Retriever) -> Match | None:
    """The level at the end of a year or over all of it."""
    period = Period(date(year, 1, 1), date(year, 12, 31), f"{year}年")
    found = retriever.finding(replace(query, period=period)).matches
    return next(
        (one for one in found if one.meets and one.figure.period and one.figure.period.last == period.last),
        None,
    )
