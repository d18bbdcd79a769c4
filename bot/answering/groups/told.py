"""The answers to questions over a group."""

import re
from dataclasses import replace

from bot.answering.desk import Desk, merged
from bot.answering.groups.asked import Asked, Op, asked
from bot.answering.groups.choice import Choice, choice
from bot.answering.groups.member import Member
from bot.answering.headline import Result, headline
from bot.answering.lookup import answered
from bot.answering.phrase import Statement, told
from bot.answering.reckon import count_of
from bot.answering.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.figure import Measure

# More cannot be told in one message.
_MOST = 12
_HOW_MANY = re.compile("(?:几|多少)[个家类项种样]")
_ENDS = frozenset({Op.MOST, Op.LEAST, Op.FALLEN})
_LEAST = 3


def grouped(question: Question, desk: Desk) -> Reply | None:
    """The members of a group that the question picks; None where it asks for none, or no one group is meant."""
    wanted = asked(question)
    if wanted is None or question.wants("reason", "what", "quote"):
        return None
    found = choice(question, wanted, desk)
    if found is None or not 0 < len(found.picked) <= _MOST or not _is_sure(found, wanted):
        return None
    statements = [_statement(one, wanted, desk) for one in found.picked]
    body = told(merged(statements))
    if wanted.op in _ENDS | {Op.EACH} or not _HOW_MANY.search(question.text):
        return replace(answered(body, statements), checked=True)
    working = count_of([one.card.figure for one in found.picked], say("rank.unit"))
    reply = answered(headline(say("rank.count"), body=body, count=Result(working)), statements)
    return Reply(reply.kind, reply.headline, reply.figures, reply.passages, (working,), checked=True)


def _is_sure(found: Choice, wanted: Asked) -> bool:
    """Whether the group may be all that there is: two figures alone are no row where a class or a number is named."""
    size = len(found.group.members)
    if wanted.op is Op.EACH:
        return wanted.count == size or (not wanted.count and bool(wanted.classes))
    if wanted.count:
        return size >= wanted.count - 1 or found.group.by_place
    return size >= _LEAST or found.group.by_place


def _statement(member: Member, wanted: Asked, desk: Desk) -> Statement:
    """The member's figure, the end of a row also with its growth or level."""
    figure = member.card.figure
    passage = desk.passage_of(figure)
    if wanted.op not in _ENDS:
        return Statement((figure,), passage)
    other = {Measure.LEVEL: Measure.GROWTH, Measure.GROWTH: Measure.LEVEL}.get(figure.measure)
    beside = [
        card.figure
        for card in desk.family(member.card)
        if card.figure.measure is other and card.figure.passage == figure.passage
    ]
    return Statement((figure, *beside[:1]), passage)
