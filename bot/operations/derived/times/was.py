"""What a thing was a year before what is told of it: less its change, or worked back out of its growth."""

from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import base, before_change
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_here, is_kind
from bot.operations.derived.words import about, says
from bot.operations.ranking.peers import YEARLY
from bot.operations.relations.topic import Told, Topic, only
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.understanding.times import month_end_in
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace
from corpus.times.period import Period

# These grow at comparable prices: what they were is not their growth taken back.
_REAL = compiled("增加值|生产总值|GDP|产值|可比|实际")
_AGAINST = compiled("[比较](?:上年|去年)(?:同期|末|底)?|同比")
_TWO, _LONG = 2, 4
_VALUES = frozenset({Measure.LEVEL, Measure.SHARE})


def was(question: Question, retriever: Retriever) -> Reply | None:
    """The value of the year before; None where it is asked of no such time, or not just one thing tells it."""
    # 就拿23年那个减掉涨的 names the other year as well.
    worked_back = says("back", question.text)
    times = len(question.periods)
    if not (times == 1 or (times == _TWO and worked_back)) or len(question.places) > 1 or question.literals:
        return None
    otherwise = bool(question.measures - {Measure.LEVEL}) and not worked_back
    if otherwise or says("since", question.text) or says("against", question.text):
        return None
    topic = about(question, retriever, "back", "mean")
    found = only(_found(topic, question, retriever))
    if found is None:
        return None
    level, moved = (card.figure for card in found.cards)
    working = before_change(level, moved) if moved.measure is Measure.CHANGE else base(level, moved)
    return replace(worked("reckon.before", working, retriever), checked=True)


def _found(topic: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    asked = min(question.periods, key=lambda one: one.last)
    for level in retriever.matcher.catalogue.cards:
        figure = level.figure
        if figure.measure not in _VALUES or figure.status is not Status.RESULT or not level.name:
            continue
        if not is_year_after(asked, figure.period) or not is_kind(level, question, retriever):
            continue
        if not is_here(level, question, retriever) or not _is_named(topic, level, retriever):
            continue
        moved = moved_by(level, question, retriever)
        share = topic.share([level], retriever) if moved else None
        if moved and share is not None:
            yield Told((level, moved), share, (figure.signed, moved.figure.signed))


def _is_named(topic: Topic, card: Card, retriever: Retriever) -> bool:
    """Whether a figure's name says a piece of what is asked about, or a piece says all of the name."""
    whole = len(card.name) >= _LONG and any(card.name in put for piece in topic.pieces for put in piece)
    return whole or topic.is_named(card, retriever)


def moved_by(level: Card, question: Question, retriever: Retriever) -> Card | None:
    """The one change of a level against the year before; its growth, where what it was is asked to be worked back."""
    family = [one for one in retriever.family(level) if one.figure.passage == level.figure.passage]
    changes = [
        one for one in family if one.figure.measure is Measure.CHANGE and _steps(one.figure, level.figure)
    ]
    if len(changes) == 1:
        return changes[0]
    if changes or not says("back", question.text) or _REAL.search(level.name + level.clause):
        return None
    growths = [
        one
        for one in family
        if one.figure.measure is Measure.GROWTH and one.figure.quantity.unit == "%" and _is_yearly(one.figure)
    ]
    return growths[0] if len(growths) == 1 and level.figure.quantity.unit != "%" else None


def _steps(change: Figure, level: Figure) -> bool:
    """Whether a change is one of a level against the year before, in its unit or in points of it."""
    unit = "%" if "百分点" in change.quantity.unit else change.quantity.unit
    return unit == level.quantity.unit and bool(change.direction) and not change.aspect and _is_yearly(change)


def _is_yearly(moved: Figure) -> bool:
    return not moved.basis or moved.basis in YEARLY or _AGAINST.fullmatch(moved.basis) is not None


def is_year_after(asked: Period, period: Period | None) -> bool:
    """Whether a figure is of the time a year after the one that is asked about."""
    if period is None or asked.year is None:
        return False
    first, last = (month_end_in(day, day.year - 1) for day in (period.first, period.last))
    end = asked.last == last and (period.is_point or asked.is_point)
    return (asked.first, asked.last) == (first, last) or end
