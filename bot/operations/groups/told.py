"""The answers to questions over a group."""

from collections.abc import Sequence

from bot.matching.card import Card
from bot.matching.retriever import Retriever, merged
from bot.operations.arithmetic.worked import how_many
from bot.operations.figures.lookup import answered, bounded
from bot.operations.groups.asked import ENDS, Asked, Op, asked
from bot.operations.groups.choice import Choice, choice
from bot.operations.groups.families import family_group, family_of
from bot.operations.groups.member import Member
from bot.operations.groups.picks import picked
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.passage import Kind
from corpus.runtime.replace import replace

# More cannot be told in one message.
_MOST = 12
_HOW_MANY = compiled("(?<!哪)(?:几|多少)[个家类项种样](?!点|百分点|月)")
_LEAST = 3
# 产值、增速各多少: each of two measures of one thing, and not of each member.
_OF_ONE = compiled(
    "[、和与及跟](?:同比)?(?:增速|增幅|涨幅|降幅|增长率?|占比|比重|排名)[^、和与及跟]{0,3}(?:各|分别|都)"
)


def grouped(question: Question, retriever: Retriever) -> Reply | None:
    """The members of a group that the question picks; None where it asks for none, or no one group is meant."""
    wanted = asked(question)
    if wanted is None or question.wants("reason", "what", "quote"):
        return None
    if family_of(question.text):
        return _of_family(question, wanted, retriever)
    if _HOW_MANY.search(question.text) and _is_printed(question, retriever):
        return None
    if wanted.op is Op.EACH and not wanted.count and _OF_ONE.search(question.text):
        return None
    found = choice(question, wanted, retriever)
    if (
        found is None
        or not 0 < len(found.picked) <= _MOST
        or not is_sure(found, wanted)
        or _lacks_some(found, wanted, retriever)
    ):
        return None
    counted = wanted.op not in ENDS | {Op.EACH} and bool(_HOW_MANY.search(question.text))
    told_of = [one for one in found.group.members if one in found.picked] if counted else found.picked
    return _told(told_of, wanted, retriever, counted=counted)


def _of_family(question: Question, wanted: Asked, retriever: Retriever) -> Reply | None:
    """The members of a whole family that a question picks: of three of four budgets none is the largest."""
    group = family_group(question, wanted.measure, retriever)
    chosen = picked(group, wanted, retriever) if group and wanted.op in ENDS | {Op.EACH} else []
    return _told(chosen, wanted, retriever) if chosen else None


def _told(members: Sequence[Member], wanted: Asked, retriever: Retriever, *, counted: bool = False) -> Reply:
    """The members' figures, and how many they are where that is asked."""
    statements = [_statement(one, wanted, retriever) for one in members]
    body = told(merged(statements))
    figures = [one.card.figure for one in members]
    reply = how_many(body, figures, statements) if counted else answered(body, statements)
    return replace(reply, checked=True)


def _lacks_some(found: Choice, wanted: Asked, retriever: Retriever) -> bool:
    """Whether the sentence has another figure that is picked so and is no member: what is listed is not all."""
    group = found.group
    chief = group.chief.figure
    if wanted.op in ENDS | {Op.EACH} or retriever.passage_of(chief).kind is not Kind.SENTENCE:
        return False
    own = group.ids
    passages = {one.card.figure.passage for one in group.members}
    beside = [
        Member(card, card.name)
        for card in retriever.matcher.catalogue.cards
        if card.figure.passage in passages
        and card.figure.id not in own
        and (card.figure.measure, card.figure.days, card.figure.status)
        == (chief.measure, chief.days, chief.status)
        and card.figure.quantity.unit == chief.quantity.unit
    ]
    return bool(beside and picked(replace(group, members=tuple(beside)), wanted, retriever))


def _is_printed(question: Question, retriever: Retriever) -> bool:
    """Whether the letters themselves say how many there are: 产值超亿元企业93家."""
    reply = bounded(question, retriever)
    return reply is not None and any(
        retriever.lexicon.kind(one.quantity.unit) == "count" for one in reply.figures
    )


def is_sure(found: Choice, wanted: Asked) -> bool:
    """Whether the group may be all that there is: two figures alone are no row where a class or a number is named."""
    size = len(found.group.members)
    if wanted.op is Op.EACH:
        return wanted.count == size or (not wanted.count and bool(wanted.classes))
    if wanted.count:
        return size == wanted.count or size >= max(_LEAST, wanted.count - 1) or found.group.by_place
    return size >= _LEAST or found.group.by_place


def _statement(member: Member, wanted: Asked, retriever: Retriever) -> Statement:
    """The member's figure, the end of a row also with its growth or level."""
    return of_end(member.card, retriever) if wanted.op in ENDS else retriever.stated(member.card.figure)


def of_end(card: Card, retriever: Retriever) -> Statement:
    """The figure at an end of a row, a level with its growth, a growth with its level."""
    other = {Measure.LEVEL: Measure.GROWTH, Measure.GROWTH: Measure.LEVEL}.get(card.figure.measure)
    beside = [one for one in retriever.beside(card) if one.measure is other]
    return retriever.stated(card.figure, *beside[:1])
