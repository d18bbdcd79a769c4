"""The group that a question is about, and which of its members it picks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.matching.retriever import Retriever
from bot.matching.timefit import in_some, newness
from bot.operations.groups.asked import ENDS, Asked, Op
from bot.operations.groups.fit import class_fit, in_title, name_said, narrowed, said, soft_said
from bot.operations.groups.group import Group, groups
from bot.operations.groups.member import Member
from bot.operations.groups.picks import picked
from bot.operations.groups.words import words
from bot.understanding.question import NOTHING, Question, cut_runs
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

# Shares nearer than a tenth are alike.
_ROUND = 1
_ROW = 3
_EACH_ONE = compiled("[哪几][家所]")
_OF_KIND = frozenset({Op.MOST, Op.LEAST, Op.EACH})
_OF_CLASS = frozenset({"家", "所", "户"})


@dataclass(frozen=True)
class Choice:
    """A group with how well it is what a question is about, and the members that the question picks."""

    group: Group
    fit: tuple[float, ...]
    picked: tuple[Member, ...]


def choice(question: Question, asked: Asked, retriever: Retriever, *, wholly: bool = True) -> Choice | None:
    """The best group with its picks; None where none is meant, or where another as good picks others.

    One that says half of what the question names will do where not all has to be said (`wholly`).
    """
    meant = [kept for group in groups(retriever) if (kept := _of_sign(narrowed(group, asked), asked)).members]
    found = [one for group in meant if (one := _judged(group, question, asked, retriever))]
    found = [one for one in found if not _is_parted(one, found, question, retriever)]
    if not found:
        return None
    best = max(found, key=lambda one: one.fit)
    rivals = [one for one in found if one.fit[:-1] == best.fit[:-1]]
    # A table and a sentence may call one thing otherwise: the same values are the same answer.
    rows = [one for one in rivals if len(one.group.members) >= _ROW]
    # Two that stand alone are no row to choose from.
    if rows and asked.classes and asked.op in ENDS and not any(one.group.by_place for one in rivals):
        rivals = rows
    names = {tuple(member.card.figure.signed for member in one.picked) for one in rivals}
    largest = max(rivals, key=lambda one: len(one.group.members))
    if len(names) > 1 and not all(one.group.ids <= largest.group.ids for one in rivals):
        return None
    # Places are told over sentences, things in one.
    chosen = (
        largest if largest.group.by_place or not rows else min(rows, key=lambda one: len(one.group.members))
    )
    return chosen if chosen.picked else None


def by_name(question: Question, naming: Callable[[str], str]) -> Question:
    """A question as one for a group alone; `naming` is what of a run names the group."""
    return replace(
        question,
        runs=cut_runs(question.runs, naming),
        operations=frozenset(),
        measures=frozenset(),
        asked=NOTHING,
    )


def _of_sign(group: Group, asked: Asked) -> Group:
    """Of a group that grew or fell the members that did what the question says of those that it asks among."""
    if not group.members or group.measure is not Measure.GROWTH or asked.op not in {Op.MOST, Op.LEAST}:
        return group
    for name, direction in (("falling", -1), ("rising", 1)):
        if words().picked[name].search(asked.text):
            return group.only(tuple(one for one in group.members if one.card.figure.direction == direction))
    return group


def _is_parted(one: Choice, found: Sequence[Choice], question: Question, retriever: Retriever) -> bool:
    """Whether the question names a member that another group stands under: 第三产业哪个行业 asks among its parts."""
    text = retriever.lexicon.canonical(question.text)
    named = [member.card.figure for member in one.group.members if member.is_named(text)]
    wholes = {name for figure in named for name in (figure.name, figure.subject) if name}
    return bool(wholes) and any(
        all(wholes & set(member.card.figure.scope) for member in other.group.members)
        for other in found
        if other.group.measure is one.group.measure
    )


def _judged(group: Group, question: Question, asked: Asked, retriever: Retriever) -> Choice | None:
    """The group with its fit, None where it lacks something that is asked."""
    if not _may_be(group, question, asked, retriever):
        return None
    said_as = retriever.lexicon.canonical(question.text)
    named = tuple(member for member in group.members if member.is_named(said_as))
    if asked.op is not Op.EACH and len(named) > 1:
        if len(named) < _ROW:
            return None  # which of two named is for the ways that compare
        group = group.only(named)
    classes = class_fit(group, asked, retriever)
    counted = asked.count == len(group.members)
    if classes < 0:
        return None
    share = said(group, question, asked, retriever)
    if share is None:
        return None
    titled = in_title(group, retriever)
    if not titled and not _names_something(question, asked):
        return None
    figure = group.chief.figure
    fit = (
        classes,
        soft_said(group, question, retriever),
        round(share, _ROUND),
        float(counted),
        round(name_said(group, question, retriever), _ROUND),
        float(titled),
        float(figure.status is Status.RESULT),
        float(newness(figure)),
        float(len(group.members)),
    )
    return Choice(group, fit, tuple(picked(group, asked, retriever)))


def _names_something(question: Question, asked: Asked) -> bool:
    """Whether a question says what is measured, or else only among whom: 7个县里排第一的是哪个县."""
    told = (
        question.asked.kind or words().says("people", question.text) or words().says("money", question.text)
    )
    growth = asked.measure is not Measure.LEVEL and (asked.classes or asked.count)
    growth = growth or asked.measure is Measure.RANK
    return bool(told or growth or any(run.words not in asked.classes for run in question.runs))


def _may_be(group: Group, question: Question, asked: Asked, retriever: Retriever) -> bool:
    """Whether measure, kind of quantity, place, time and status are those asked for."""
    figure = group.chief.figure
    return (
        not question.strange
        and _measures(group, asked)
        and question.status in {None, figure.status}
        and (
            asked.op not in _OF_KIND
            or group.measure is not Measure.LEVEL
            or _is_kind(figure, question, retriever)
        )
        and in_some(question.periods, figure.period)
        and (group.by_place if asked.wider else _is_there(group, question, retriever))
    )


def _is_kind(figure: Figure, question: Question, retriever: Retriever) -> bool:
    """Whether a level is of the kind asked for; 哪家医院最多 asks for no number of hospitals."""
    kind, wanted = retriever.lexicon.kind(figure.quantity.unit), question.asked.kind
    if (
        figure.quantity.unit in _OF_CLASS
        and kind == "count"
        and not wanted
        and _EACH_ONE.search(question.text)
    ):
        return False
    return wanted in {"", "count", kind}


def _is_there(group: Group, question: Question, retriever: Retriever) -> bool:
    """Whether a group is of the places that the question names, or of the letter of one of them."""
    same = retriever.same_place
    here = [member.card.figure.place for member in group.members]
    home = group.chief.letter.place
    if group.by_place:
        return all(same(place, home) or any(same(place, one) for one in here) for place in question.places)
    return all(same(place, group.chief.figure.place) for place in question.places)


def _measures(group: Group, asked: Asked) -> bool:
    if asked.measure is Measure.SHARE:
        percent = group.chief.figure.quantity.unit == "%"
        return group.measure is Measure.SHARE or (group.measure is Measure.LEVEL and percent)
    if asked.measure is Measure.GROWTH and asked.op in {Op.FALLING, Op.RISING}:
        return group.measure in {Measure.GROWTH, Measure.CHANGE}
    if asked.limit and asked.limit[1] not in {"", group.chief.figure.quantity.unit}:
        return False
    return group.measure is asked.measure
