"""What something is made of, where a question asks into which parts it goes: 其中A多少、B多少; (A、B、C)."""

import re
from collections.abc import Iterator

from bot.matching.retriever import Retriever
from bot.operations.words.lists.membership import wanted_count
from bot.operations.words.met import saying_most, weighed
from bot.operations.words.quotes import LIST_LIMIT, quoted
from bot.phrasing.reply import Reply
from bot.phrasing.text import excerpt, sentences_about
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

# How many things are asked for, or into which something goes.
_ASKS = compiled(
    "哪(?:几|些|[一二三四五六七八九十两]+)|都(?:是|有|包括|包含|含)(?:些|了)?(?:什么|啥)|分(?:成|为|作)?(?:几|什么|啥)|由(?:哪|什么|啥)"
)
_PARTS = compiled(
    "分(?:成|为|作)?(?:哪|几|什么|啥)|(?:由|从|来自|投|花|用|砸|拨|落)(?:在|到|给|向|去)?(?:了)?(?:哪(?:几|些|[一二三四五六七八九十两])|什么|啥)|(?:包括|包含|含)(?:了)?(?:哪|什么|啥|些)|都是(?:些)?(?:什么|啥)|组成|构成"
)
# What is put in order, bounded or told apart by how it moved is no division.
_PICKED = compiled(
    r"最|第[一二三四五六七八九十\d]|前[二三四五六\d]|倒数|下降|上升|增长|减少|增加|[涨跌降掉减]|少了|多了|回落|高于|低于|超|过\d|以上|以下|不到|没到|\d%"
)
_LEADS = compiled(
    "其中[:：]?|包括[:：]?|包含|分为|分成|分别是|分别为|主要(?:有|是|包括)[:：]?|由(?=[^。]{4,60}(?:组成|构成))"
)
# Only where they are as many as are asked for.
_LEADS_COUNTED = compiled("[:：]|[（(]")
_END = compiled("[。）)]")
_PIECES = (compiled("[;；]"), compiled("、"), compiled("[、,，]"))
# So much of a question must be met.
_LEAST = 0.6


def divided(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that tells the parts asked for, as many as are asked for; None where none does."""
    text = question.text
    count = wanted_count(question)
    if (
        not (_PARTS.search(text) or (count and _ASKS.search(text)))
        or _PICKED.search(text)
        or question.wants("reason", "check", "compare", "who")
    ):
        return None
    weights = weighed(question, retriever)
    if not weights:
        return None
    telling = (
        one
        for one in sentences_about(question, retriever)
        if _tells(tidy(one.text), count) and all(_number(said.raw) in one.text for said in question.literals)
    )
    best = saying_most(telling, weights, retriever, _LEAST)
    if best is None:
        return None
    words = excerpt(tidy(best.passage.text), question.runs, retriever, LIST_LIMIT)
    return replace(quoted(best.passage, words), checked=True)


def _number(raw: str) -> str:
    """The digits that a number begins with: 5860 of 5860万."""
    match = re.match(r"\d+", raw)
    return match.group() if match else ""


def _tells(text: str, count: int) -> bool:
    """Whether a sentence tells parts: exactly so many, or at least two where it is not said how many."""
    return any(size == count if count else size > 1 for size in _sizes(text, count))


def _sizes(text: str, count: int) -> Iterator[int]:
    """How many parts each list of a sentence has, by each way of parting it."""
    leads = [*_LEADS.finditer(text), *(_LEADS_COUNTED.finditer(text) if count else ())]
    for lead in leads:
        rest = text[lead.end() :]
        end = _END.search(rest)
        segment = rest[: end.start()] if end else rest
        for mark in _PIECES:
            pieces = [piece for piece in mark.split(segment) if piece]
            if len(pieces) > 1:
                yield len(pieces)
