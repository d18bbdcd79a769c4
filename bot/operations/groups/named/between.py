"""Two or more members that a question names itself: which is more, by how much, what they make together, each."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.retriever import Retriever, merged
from bot.matching.terms.cover import is_short_form
from bot.matching.timefit import in_some, newness
from bot.operations.arithmetic.reckon import comparable, sum_of
from bot.operations.arithmetic.worked import worked
from bot.operations.figures.lookup import answered
from bot.operations.groups.asked import ENDS, Asked, Op, asked, measure_of
from bot.operations.groups.fit import in_title, name_said, said, soft_said
from bot.operations.groups.group import Group, groups
from bot.operations.groups.member import Member
from bot.operations.groups.picks import picked
from bot.operations.groups.words import PEOPLE, without_places, words
from bot.operations.ranking.compare import compared
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question, Run
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

_TWO = 2


@dataclass(frozen=True)
class _Named:
    """The members of a group that a question names, and how well they are what the question is about."""

    group: Group
    fit: tuple[float, ...]


def between(question: Question, retriever: Retriever) -> Reply | None:
    """The members named, compared, added up or each; None where they are of no one group, or of several as well."""
    end = _end(question)
    operation = "end" if end else _operation(question.text)
    if operation is None or question.wants("reason", "rest", "total"):
        return None
    measure = end.measure if end else measure_of(question)
    wanted = Asked(Op.EACH, measure, text=question.text)
    found = [one for group in groups(retriever) if (one := _named(group, question, wanted, retriever))]
    most = max((len(one.group.members) for one in found), default=0)
    found = [one for one in found if len(one.group.members) == most]
    best = max(found, key=lambda one: one.fit, default=None)
    if best is None or any(one.fit == best.fit and one.group.ids != best.group.ids for one in found):
        return None
    members = picked(best.group, end, retriever) if end else best.group.members
    return _reply(operation, members, retriever) if members else None


def _end(question: Question) -> Asked | None:
    """What is asked of the first or last of those named: 猪、牛、羊出栏哪个降得最狠."""
    wanted = asked(question)
    return wanted if wanted and wanted.op in ENDS else None


def _operation(text: str) -> str | None:
    says = words().says
    return next(
        (name for name in ("sum", "compare", "compare_least", "difference", "each") if says(name, text)), None
    )


def _named(group: Group, question: Question, wanted: Asked, retriever: Retriever) -> _Named | None:
    """The members that are named, None where fewer than two are or something else asked for is not met."""
    text = retriever.lexicon.canonical(question.text)
    members, bare = _said_by_name(group, text)
    used, more = _said_for_short(group, question, members)
    members = sorted((*members, *more), key=lambda one: one.card.figure.quantity.start) if more else members
    figure = group.chief.figure
    if len(members) < _TWO or not _fits(group, question, wanted, retriever):
        return None
    if any(retriever.lexicon.canonical(place) in bare for place in question.strange):
        return None
    if not _are_all(_row_of(group, question), members, used):
        return None
    question = replace(question, runs=tuple(run for run in question.runs if run not in used))
    own = Group(tuple(members), group.by_place)
    share = said(own, question, wanted, retriever)
    if share is None:
        return None
    fit = (
        round(share, 1),
        soft_said(own, question, retriever),
        round(name_said(own, question, retriever), 1),
        float(in_title(own, retriever)),
        float(figure.status is Status.RESULT),
        float(newness(figure)),
    )
    return _Named(own, fit)


def _said_by_name(group: Group, text: str) -> tuple[list[Member], str]:
    """The members that a text names, in its order, and the text without them; of one inside another's name the longer."""
    found: list[tuple[int, Member]] = []
    for member in sorted(group.members, key=lambda one: -len(one.label)):
        said_as = next((name for name in member.names if len(name) > 1 and name in text), "")
        if said_as:
            found.append((text.find(said_as), member))
            text = text.replace(said_as, "\x00" * len(said_as), 1)
    return [member for _, member in sorted(found, key=lambda one: one[0])], text


def _said_for_short(
    group: Group, question: Question, named: Sequence[Member]
) -> tuple[list[Run], list[Member]]:
    """The runs that name one more member by its beginning or for short, 家电 of 家用电器类, and those members."""
    used: list[Run] = []
    found: list[Member] = []
    for run in question.runs:
        said_as = words().patterns["count"].sub("", words().patterns["set"].sub("", run.words))
        like = [one for one in group.members if _is_for_short(said_as, one.label)]
        if len(said_as) > 1 and len(like) == 1 and like[0] not in (*named, *found):
            used.append(run)
            found += like
        row = _in_a_row(said_as, group)
        if len(row) > 1:
            used.append(run)
            found += [one for one in row if one not in (*named, *found)]
    return used, found


# 仨 behind those that are named.
_ALL_OF_THEM = compiled("[俩仨]?")
_SHORT = 2


def _in_a_row(words: str, group: Group) -> list[Member]:
    """The members of which words are names or beginnings, one behind the other: 纺织装备食品; none where some are not."""
    found: list[Member] = []
    while not _ALL_OF_THEM.fullmatch(words):
        sizes = range(len(words), _SHORT - 1, -1)
        begun = ([one for one in group.members if one.label.startswith(words[:size])] for size in sizes)
        size, like = next(((size, like) for size, like in zip(sizes, begun, strict=True) if like), (0, []))
        if len(like) != 1 or like[0] in found:
            return []
        found += like
        words = words[size:]
    return found


_YEAR = compiled(r"(?:19|20)\d\d年度?|[今去前]年")
# What is named side by side, up to what is asked of them.
_SIDES = compiled(
    r"[、,，\s]+|以及|[和与跟及]|(?:各|分别|都|谁|哪|一共|加起来|合起来|共|[是有占为]?多少|几).*$"
)


def _row_of(group: Group, question: Question) -> str:
    """The text without the years and, of things, the places that it names: neither is one of those in the row."""
    return without_places(_YEAR.sub("", question.text), () if group.by_place else question.places)


def _are_all(text: str, members: Sequence[Member], used: Sequence[Run]) -> bool:
    """Whether each thing that a text names side by side is a member: of three, two are no answer."""
    sides = [side for side in _SIDES.split(text) if side and len(side) > 1]
    names = [name for member in members for name in member.names] + [run.asked for run in used]
    return (
        len(sides) < _TWO
        or len(sides) <= len(members)
        or all(any(name in side for name in names) for side in sides)
    )


def _is_for_short(short: str, label: str) -> bool:
    """Whether words are a member's beginning or begin with its first character and go on in its order."""
    return label.startswith(short) or (label[:1] == short[:1] and is_short_form(short, label))


def _fits(group: Group, question: Question, wanted: Asked, retriever: Retriever) -> bool:
    """Whether measure, kind, time, status and place are those asked for."""
    figure = group.chief.figure
    percent = (
        wanted.measure is Measure.SHARE and figure.quantity.unit == "%" and group.measure is Measure.LEVEL
    )
    places = [member.card.figure.place for member in group.members] + [group.chief.letter.place]
    return (
        (group.measure is wanted.measure or percent)
        and question.status in {None, figure.status}
        and (group.measure is not Measure.LEVEL or _is_kind(figure, question, retriever))
        and in_some(question.periods, figure.period)
        and all(any(retriever.same_place(place, one) for one in places) for place in question.places)
    )


def _is_kind(figure: Figure, question: Question, retriever: Retriever) -> bool:
    """Whether a level is of the kind of quantity that is asked for: 哪个人多, 哪个贵, 几户."""
    unit = figure.quantity.unit
    if words().says("people", question.text) and unit not in PEOPLE:
        return False
    wanted = replace(question.asked, kind="money") if words().says("money", question.text) else question.asked
    return retriever.lexicon.is_asked(wanted, unit)


def _reply(operation: str | None, members: Sequence[Member], retriever: Retriever) -> Reply | None:
    figures = [one.card.figure for one in members]
    statements = [retriever.stated(figure) for figure in figures]
    reply: Reply | None
    if operation in {"each", "end"}:
        reply = answered(told(merged(statements)), statements)
    elif operation == "sum":
        addable = comparable(figures) and figures[0].measure is Measure.LEVEL
        reply = worked("reckon.sum", sum_of(figures), retriever) if addable else None
    else:
        reply = compared(statements, retriever)
    return replace(reply, checked=True) if reply else None
