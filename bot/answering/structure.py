"""One member of a printed structure: 第二产业 of 三次产业结构3.2:45.1:51.7."""

import re
from dataclasses import replace

from bot.answering.cover import cover
from bot.answering.desk import Desk
from bot.answering.reckon import member_of
from bot.answering.reply import Reply
from bot.answering.wish import wishes
from bot.answering.worked import worked
from bot.understanding.question import NOTHING, Question, Run
from corpus.figure import Measure

_MEMBERS = ("一产", "二产", "三产")
# The bureau's own name for the third.
_SERVICES = "服务业"
_STRUCTURE = "三次产业结构"
# What the members are parts of; a question need not say it, and may.
_WHOLE = re.compile("生产总值|增加值|经济|结构|比重|占比|比例|构成")


def member(question: Question, desk: Desk) -> Reply | None:
    """The part of one industry of three, in per cent; None where anything else is asked, or no structure is printed."""
    content = question.content.replace(_SERVICES, _MEMBERS[-1])
    asked = [word for word in _MEMBERS if word in content]
    relative = Measure.SHARE in question.measures or question.asked.kind == "percent"
    if len(asked) != 1 or not relative or question.measures - {Measure.SHARE}:
        return None
    rest = _WHOLE.sub("", content.replace(asked[0], ""))
    if rest and not desk.lexicon.is_light(rest):
        return None
    wish = wishes(replace(question, runs=(Run(_STRUCTURE, _STRUCTURE),), measures=frozenset()))[0]
    wish = replace(wish, asked=NOTHING, amount=False, soft=())
    for match in desk.finding(wish).matches:
        figure = match.figure
        three = len(figure.quantity.parts) == len(_MEMBERS)
        if (
            three
            and not match.lacks
            and cover("三次产业", ((match.card.name, 1.0),), desk.lexicon).share == 1
        ):
            name = f"reckon.member_{_NAMES[asked[0]]}"
            return worked(name, member_of(figure, _MEMBERS.index(asked[0])), desk)
    return None


_NAMES = dict(zip(_MEMBERS, ("first", "second", "third"), strict=True))
