"""Which of a row are over or under an amount, or between two: 哪些地方在2400元以上, 产值在20亿到30亿之间的有哪些, 请列出超过四成的乡镇."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.matching.retriever import Retriever, merged
from bot.matching.timefit import newness
from bot.operations.arithmetic.worked import how_many
from bot.operations.derived.kinds import is_abroad
from bot.operations.derived.words import about, patterns, says
from bot.operations.figures.lookup import answered
from bot.operations.groups.asked import Asked, Op, classes_of, measure_of
from bot.operations.groups.fit import class_fit, name_said, narrowed
from bot.operations.groups.group import Group
from bot.operations.groups.member import Member
from bot.operations.relations.rows import rows_of
from bot.operations.relations.topic import Topic, is_then
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.amounts.numeral import counted
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

# So many members at least are a row, and no more can be told in one message.
_LEAST, _MOST = 3, 12
# So many of the members have to say what is asked.
_SAYING = 0.6
# Members called by a word of the kind that is asked for, where nothing else is said of them.
_CALLED = 2
_TENTH = Decimal(10)
# 地方 asks for whatever the rows of a table are.
_ANYWHERE = frozenset({"地方", "地区"})
# 20亿 without a unit is an amount of money where the figures are.
_LARGE = 1000000


@dataclass(frozen=True)
class _Bounds:
    """From `low` to `high` in base units of `unit`, None where there is no such end; with the ends themselves where `within`."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    within: bool

    @property
    def size(self) -> Decimal:
        """The larger end."""
        return max(end for end in (self.low, self.high) if end is not None)

    def has(self, figure: Figure) -> bool:
        """Whether a figure lies between; of what fell its size counts."""
        value = abs(figure.order)
        above = self.low is None or value > self.low or (self.within and value == self.low)
        return above and (self.high is None or value < self.high or (self.within and value == self.high))


@dataclass(frozen=True)
class _Row:
    """A group with how well it is what is asked about, and which of it is meant."""

    fit: tuple[float, ...]
    picked: tuple[Member, ...]


def bounded(question: Question, retriever: Retriever) -> Reply | None:
    """The members within the bounds; None where no list or number of them is asked for, or not just one row is meant."""
    text = question.text
    bounds = _bounds(question)
    if bounds is None or not _lists(text) or question.wants("reason", "quote"):
        return None
    bare = text
    for one in question.literals:
        bare = bare.replace(one.raw, "\x00")
    topic = about(question, retriever, "bound", "listing", "how_many", "members", text=bare)
    found = [
        row for one in rows_of(retriever) if (row := _judged(one.group, bounds, topic, question, retriever))
    ]
    best = max((row.fit for row in found), default=None)
    rivals = [row for row in found if row.fit == best and row.picked]
    if not rivals or len({tuple(one.card.figure.signed for one in row.picked) for row in rivals}) > 1:
        return None
    return _told(rivals[0].picked, text, retriever)


def _lists(text: str) -> bool:
    """Whether a list, or how many are in it, is asked for."""
    return says("listing", text) or says("how_many", text)


def _told(picked: Sequence[Member], text: str, retriever: Retriever) -> Reply | None:
    if not 0 < len(picked) <= _MOST:
        return None
    figures = [one.card.figure for one in picked]
    statements = [retriever.stated(one) for one in figures]
    body = told(merged(statements))
    reply = how_many(body, figures, statements) if says("how_many", text) else answered(body, statements)
    return replace(reply, checked=True)


def _bounds(question: Question) -> _Bounds | None:
    """The bounds that a question names, by one amount or two."""
    text, amounts = question.text, question.literals
    tenths = patterns()["tenths"].search(text)
    if tenths and not amounts:
        low = counted(tenths["number"]) * _TENTH
        return _sided(text, low, "%")
    if len(amounts) != 1:
        return None
    amount = amounts[0]
    if amount.high is not None:
        return _Bounds(amount.value, amount.high, amount.unit, within=True)
    return _sided(text, amount.value, amount.unit)


def _sided(text: str, value: Decimal, unit: str) -> _Bounds | None:
    within = says("inclusive", text)
    if says("under", text):
        return _Bounds(None, value, unit, within)
    return _Bounds(value, None, unit, within) if says("over", text) else None


def _judged(
    group: Group, bounds: _Bounds, topic: Topic, question: Question, retriever: Retriever
) -> _Row | None:
    classes = tuple(word for word in classes_of(question.text) if word not in _ANYWHERE)
    asked = Asked(Op.OVER, group.measure, classes, text=question.text)
    group = narrowed(group, asked)
    if len(group.members) < _LEAST or not _may_be(group, bounds, question, retriever):
        return None
    called = class_fit(group, asked, retriever)
    share = _share(group, topic, retriever) if topic.pieces else float(called >= _CALLED) or None
    if called < 0 or share is None:
        return None
    figure = group.chief.figure
    fit = (
        called,
        round(share, 1),
        round(name_said(group, question, retriever), 1),
        float(figure.status is Status.RESULT),
        float(newness(figure)),
    )
    ranked = sorted(group.members, key=lambda one: -abs(one.card.figure.order))
    return _Row(fit, tuple(one for one in ranked if bounds.has(one.card.figure) and _moved_so(one, question)))


def _share(group: Group, topic: Topic, retriever: Retriever) -> float | None:
    """How far the members say what is asked, None where most do not, each by its own name."""
    shares = [topic.share([one.card], retriever) for one in group.members]
    named = sum(topic.is_named(one.card, retriever) for one in group.members)
    met = [share for share in shares if share is not None]
    return sum(met) / len(met) if min(len(met), named) >= _SAYING * len(shares) else None


def _may_be(group: Group, bounds: _Bounds, question: Question, retriever: Retriever) -> bool:
    """Whether measure, unit, place, time and status are those asked for; a column may have its unit in its head."""
    figure = group.chief.figure
    unit = figure.quantity.unit
    headed = bool(bounds.unit) and not unit and bounds.unit in group.chief.name
    large = not bounds.unit and bounds.size >= _LARGE and retriever.lexicon.kind(unit) == "money"
    shares = Measure.SHARE in {group.measure, measure_of(question)} and bounds.unit == "%"
    measures = {measure_of(question)} | ({Measure.LEVEL, Measure.SHARE} if shares else set())
    return (
        (unit == bounds.unit or headed or large)
        and group.measure in measures
        and figure.status is (question.status or Status.RESULT)
        and is_then(question, group.chief)
        and not is_abroad(group.chief, question)
    )


def _moved_so(member: Member, question: Question) -> bool:
    """Whether a growth is of the direction that is asked about."""
    figure = member.card.figure
    if figure.measure is not Measure.GROWTH:
        return True
    return figure.direction < 0 if says("fell", question.text) else figure.direction > 0
