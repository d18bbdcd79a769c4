"""Members of a printed structure: 第二产业 of 三次产业结构3.2:45.1:51.7."""

import re

from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import NAME, cover
from bot.operations.arithmetic.reckon import member_of
from bot.operations.arithmetic.worked import worked
from bot.phrasing.headline import Result, headline, joined
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question, Run
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

_MEMBERS = ("一产", "二产", "三产")
# The bureau's own name for the third.
_SERVICES = "服务业"
_STRUCTURE, _OF_THREE = "三次产业结构", "三次产业"
# What the members are parts of; a question need not say it, and may.
_WHOLE = compiled("生产总值|增加值?|经济|结构|比重|占比|比例|构成")


def member(question: Question, retriever: Retriever) -> Reply | None:
    """The parts of the industries asked for, in per cent; None where anything else is asked, or no structure is printed."""
    content = question.content.replace(_SERVICES, _MEMBERS[-1])
    asked = [word for word in _MEMBERS if word in content]
    relative = Measure.SHARE in question.measures or question.asked.kind == "percent"
    if not asked or not relative or question.measures - {Measure.SHARE}:
        return None
    rest = _WHOLE.sub("", re.sub("|".join(asked), "", content))
    structure = None if rest and not retriever.lexicon.is_light(rest) else _structure(question, retriever)
    if structure is None:
        return None
    workings = [member_of(structure, _MEMBERS.index(word)) for word in asked]
    said = [
        headline(say(f"reckon.member_{_NAMES[word]}"), result=Result(working))
        for word, working in zip(asked, workings, strict=True)
    ]
    reply = worked("reckon.member", workings[0], retriever, said=joined(say("figure.comma"), said))
    return replace(reply, workings=tuple(workings))


def _structure(question: Question, retriever: Retriever) -> Figure | None:
    """The printed structure of the three industries at the time and place asked for."""
    query = queries(replace(question, runs=(Run(_STRUCTURE, _STRUCTURE),), measures=frozenset()))[0]
    for match in retriever.finding(replace(query, asked=NOTHING, amount=False, soft=())).matches:
        three = len(match.figure.quantity.parts) == len(_MEMBERS)
        named = cover(_OF_THREE, ((match.card.name, NAME),), retriever.lexicon).share == NAME
        if three and named and not match.lacks:
            return match.figure
    return None


_NAMES = dict(zip(_MEMBERS, ("first", "second", "third"), strict=True))
