"""By how much one thing moved between two times, out of the values of both: 这十年掉了多少人, 由去年底到2030年要加几个."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.timefit import period_fit
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_here, is_kind, is_one_thing
from bot.operations.derived.words import about, patterns, says
from bot.operations.relations.topic import Told, Topic, only
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.amounts.numeral import counted
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace
from corpus.times.period import Period

_VALUES = frozenset({Measure.LEVEL, Measure.SHARE})
_TWO = 2
_NET, _TOTAL = compiled("净增"), compiled("总数|总量|累计|达到?")
_DECEMBER = 12
_PEOPLE = frozenset({"人", "个人", "口人", "万人"})
# What a place's people are called in its row: 常住人口, 人口数.
_SHORT = 5
# Times so called by the year that they are of.
_YEAR = "{}年"


@dataclass(frozen=True)
class _Times:
    """The two times that are asked about; `now` is the newest there is where only the earlier one is said, and where
    neither is, they are so many `years` apart."""

    then: Period | None = None
    now: Period | None = None
    years: int = 0


def since(question: Question, retriever: Retriever) -> Reply | None:
    """The later value less the earlier one; None where not just one thing has both."""
    text = question.text
    if not says("since", text) or question.literals or len(question.places) > 1:
        return None
    if question.wants("reason", "which_most", "which_least"):
        return None
    times = _times(question)
    if times is None:
        return None
    topic = about(question, retriever, "against", "years", "moved", "ends")
    found = only(_pairs(topic, times, question, retriever))
    return replace(_told(found, retriever), checked=True) if found else None


def _told(found: Told, retriever: Retriever) -> Reply:
    then, now = (card.figure for card in found.cards)
    more = now.signed >= then.signed
    larger, smaller = (now, then) if more else (then, now)
    rate = now.quantity.unit == "%"
    way = ("step_up" if more else "step_down") if rate else ("changed_more" if more else "changed_less")
    return worked(f"reckon.{way}", difference(larger, smaller), retriever)


def _times(question: Question) -> _Times | None:
    periods = sorted(question.periods, key=lambda one: (one.last, one.first))
    if len(periods) == _TWO:
        return _Times(periods[0], periods[1])
    years = patterns()["years"].search(question.text)
    if years:
        return _Times(years=counted(years["years"] or years["span"]))
    if len(periods) != 1:
        return None
    span = periods[0]
    if span.first.year < span.last.year:
        return _Times(_year(span.first.year), _year(span.last.year))
    return _Times(span) if says("against", question.text) else None


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), _YEAR.format(year))


def _pairs(topic: Topic, times: _Times, question: Question, retriever: Retriever) -> Iterator[Told]:
    named = [
        (card, share)
        for card in retriever.matcher.catalogue.cards
        if card.figure.measure in _VALUES
        and card.figure.period is not None
        and is_kind(card, question, retriever)
        and is_here(card, question, retriever)
        and (share := _share(topic, card, question, retriever)) is not None
    ]
    for then, share in named:
        later = [(now, other) for now, other in named if _are_two(then, now, times, retriever)]
        newest = max((now.figure.period.last for now, _ in later if now.figure.period), default=None)
        for now, other in later:
            period = now.figure.period
            if times.now is None and not times.years and (period is None or period.last != newest):
                continue
            yield Told((then, now), share + other, (then.figure.signed, now.figure.signed))


def _share(topic: Topic, card: Card, question: Question, retriever: Retriever) -> float | None:
    """How far a figure is what is asked about: its own name says it, or it is the one thing told of the place asked for."""
    own = topic.own(card, retriever)
    if own is not None:
        return 1.0 + own
    if topic.pieces:
        return topic.share([card], retriever) if topic.is_named(card, retriever) else None
    # 这镇十年掉了多少人: people of a place are told as its 人口.
    people = question.asked.word in _PEOPLE and "人口" in card.name
    return 0.5 if question.places and people and len(card.name) <= _SHORT else None


def _are_two(then: Card, now: Card, times: _Times, retriever: Retriever) -> bool:
    """Whether one figure is the other at the later of the two times."""
    one, other = then.figure, now.figure
    first, last = one.period, other.period
    if first is None or last is None or first.last >= last.last or one.status is not Status.RESULT:
        return False
    alike = (one.letter, one.measure) == (other.letter, other.measure) and comparable((one, other))
    if not alike or not is_one_thing(then, now, retriever) or not _are_alike(one, other, planned=times.now):
        return False
    if times.years:
        return last.last.year - first.last.year == times.years and other.status is Status.RESULT
    if times.now is None and other.status is not Status.RESULT:
        return False
    return _fits(times.then, first) and (times.now is None or _fits(times.now, last))


def _fits(asked: Period | None, period: Period) -> bool:
    return period_fit(asked, period) > 0


def _are_alike(then: Figure, now: Figure, *, planned: Period | None) -> bool:
    """Whether both are states, or are of as long a time: what half a year brought is no less than a year's."""
    first, last = then.period, now.period
    assert first is not None
    assert last is not None
    if first.is_point and last.is_point:
        return True
    days = [(one.first.month, one.first.day, one.last.month, one.last.day) for one in (first, last)]
    if first.is_point:
        # 186个 at the end of one year, and 800个 planned for another.
        return planned is not None and now.status is Status.TARGET and last.is_year
    return days[0] == days[1] and not last.is_point


def before_net(question: Question, retriever: Retriever) -> Reply | None:
    """前年底有几家, where 净增22家,总数达168家 is printed: the number less what was added; None where not just one is so told."""
    if (
        len(question.periods) != 1
        or len(question.places) > 1
        or question.literals
        or says("since", question.text)
    ):
        return None
    topic = about(question, retriever)
    found = only(_nets(topic, question, retriever))
    if found is None:
        return None
    total, net = (card.figure for card in found.cards)
    return replace(worked("reckon.before", difference(total, net), retriever), checked=True)


def _nets(topic: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    asked = question.periods[0]
    for net, total in pairwise(retriever.matcher.catalogue.cards):
        one, other = net.figure, total.figure
        alike = one.passage == other.passage and comparable((one, other)) and one.status is other.status
        levels = one.measure is other.measure is Measure.LEVEL and one.status is Status.RESULT
        if not alike or not levels or not _NET.match(net.name) or not _TOTAL.search(total.clause):
            continue
        if (
            _NET.sub("", net.name) != total.name
            or other.period is None
            or not is_kind(total, question, retriever)
        ):
            continue
        before = asked.last.year == other.period.last.year - 1 and asked.last.month == _DECEMBER
        share = topic.own(total, retriever) if before and is_here(total, question, retriever) else None
        if share is not None:
            yield Told((total, net), share, (other.quantity.value, one.quantity.value))
