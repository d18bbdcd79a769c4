"""Whether all of a group did what a question says: 六个主导产业是不是都涨了, 四种作物都超过2万吨吗."""

from collections.abc import Sequence

from bot.answer import Kind
from bot.matching.retriever import Retriever, merged
from bot.operations.groups.asked import Asked, Op, classes_of, limit_of
from bot.operations.groups.choice import by_name, choice
from bot.operations.groups.group import Group
from bot.operations.groups.member import Member
from bot.operations.groups.picks import picked
from bot.operations.groups.words import words
from bot.phrasing.headline import headline
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.runtime.replace import replace

_WHETHER = compiled("是不是|是否|有没有|[吗吧]|对不对|真的|没有$|没$|不$")
# 负增长 has 增长 in it.
_MOVES = (("down", Op.FALLING, -1), ("up", Op.RISING, 1))
_LEAST = 2


def every(question: Question, retriever: Retriever) -> Reply | None:
    """All members with the verdict, or those of which it is not so; None where no one group is meant."""
    text = question.text
    if (
        not words().picked["all"].search(text)
        or not _WHETHER.search(text)
        or question.strange
        or question.wants("reason")
    ):
        return None
    asked = _asked(question)
    if asked is None:
        return None
    group = _group(question, asked, retriever)
    if group is None:
        return None
    so = _so(group, asked, text, retriever)
    rest = [one for one in group.members if one not in so]
    return replace(_told(rest or group.members, retriever, holds=not rest), checked=True)


def _asked(question: Question) -> Asked | None:
    """What is said of all: that they rose or fell, or are over or under an amount."""
    text = question.text
    classes = (
        classes_of(text) or tuple(word for word in words().classes if len(word) > 1 and word in text)[:1]
    )
    limit = limit_of(question)
    if limit:
        op = Op.BELOW if words().says("below", text) else Op.OVER
        measure = Measure.GROWTH if limit[1] == "%" else Measure.LEVEL
        return Asked(op, measure, classes, question.count, limit=limit, inclusive="以上" in text, text=text)
    said = _all_of(text)
    moves = (op for name, op, _ in _MOVES if words().picked[name].search(said))
    return next((Asked(op, Measure.GROWTH, classes, question.count, text=text) for op in moves), None)


def _all_of(text: str) -> str:
    """What is said of all."""
    found = words().picked["all"].search(text)
    return words().without(text[found.start() :] if found else text, "whether")


def _group(question: Question, asked: Asked, retriever: Retriever) -> Group | None:
    """The one group that is meant, as many as are said where a number is."""
    found = choice(by_name(question, _naming), replace(asked, op=Op.EACH, limit=None), retriever)
    if found is None:
        return None
    size = len(found.group.members)
    sure = asked.count == size or (not asked.count and bool(asked.classes) and size > _LEAST)
    return found.group if sure else None


def _naming(text: str) -> str:
    """What names the group, without what is said of all of it."""
    return words().without(text, "all", "down", "up")


def _so(group: Group, asked: Asked, text: str, retriever: Retriever) -> Sequence[Member]:
    """The members of which it is so."""
    name, sign = next(((name, sign) for name, op, sign in _MOVES if op is asked.op), ("", 0))
    if not sign:
        return picked(group, asked, retriever)
    # Of what has not fallen: what grew or stood still.
    denied = words().denies(name, _all_of(text))
    return [one for one in group.members if (one.card.figure.direction == sign) is not denied]


def _told(members: Sequence[Member], retriever: Retriever, *, holds: bool) -> Reply:
    figures = [one.card.figure for one in members]
    statements = [retriever.stated(one) for one in figures]
    text = headline(say("check.right" if holds else "check.not_all"), body=told(merged(statements)))
    passages = tuple(dict.fromkeys(one.passage for one in statements))
    return Reply(Kind.ANSWER, text, tuple(figures), passages)
