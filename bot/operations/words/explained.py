"""Why something is so, where no figure is asked about: the sentence that gives a cause of it, or what stands against it."""

import re
from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.operations.words.causes import from_marker, with_later_points
from bot.operations.words.introduced import introduced
from bot.operations.words.lists.points import POINT
from bot.operations.words.met import saying_most, weighed
from bot.operations.words.quotes import LIST_LIMIT, quoted
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, excerpt, passages_asked, sentences_about
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

# What is asked why it is not so, or is so little, may be told by what stands against it.
_AGAINST = compiled("不|没|未|慢|拖|卡|难|少|差|低|停|晚|迟|黄牌|红牌|扣分|垫底|落后|冷清|反对")
# Where a report owns up to troubles.
_TROUBLES = compiled(
    "(?:看到|认识到|意识到|存在|面临|面对|遇到|仍有|还有|不少)[^。;；]{0,40}(?:问题|困难|短板|不足|挑战|考验|矛盾)"
    "|(?:问题|困难|短板|挑战)[^。;；]{0,12}(?:主要(?:是|有|表现)|亟待|仍待|有待|依然|仍然)"
)
# Whose troubles they are, where no more is said than whose document it is.
_DOCUMENT = "报告|公报|说|省里|市里|县里|区里|全省|全市|全县|全区|局里?|发现|哪些|我省|我市|我县|我区|工作"
_STUCK = compiled("[卡堵难]在|卡住|谈不拢|办不成")
# So much of a question must be met, of one about a figure more.
_LEAST, _SURE = 0.55, 0.8
# One of a sort that is asked for, and what puts them in order instead.
_SORT = compiled(
    "哪(?:一)?(?:个|家|所|条)?(?P<sort>县|区|市|镇|乡|村|街道|局|公司|企业|学校|医院|银行|园区|协会|单位)(?![几多])"
)
_RANKED = compiled("最|第[一二三四五六七八九十]|前[三五]|超过|低于|高于|以上|更|多少|几|比")
_NEARLY, _LEAD = 0.75, 0.1


def explained(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that says why; None where none meets enough of the question."""
    stuck = question.wants("trouble") and _STUCK.search(question.text)
    if not (question.wants("reason") or stuck):
        return None
    weights = weighed(question, retriever)
    if not weights:
        return None
    markers = _markers(question, retriever)
    causes = (one for one in sentences_about(question, retriever) if from_marker(tidy(one.text), markers))
    # A figure was asked about, and nothing beside it says why.
    best = saying_most(causes, weights, retriever, _SURE if question.measures else _LEAST)
    if best is None:
        return None
    words = tidy(best.passage.text)
    told = words if len(words) <= LIMIT else from_marker(words, markers)
    reply = with_later_points(quoted(best.passage, told), best.passage, retriever)
    return replace(reply, checked=True)


def _markers(question: Question, retriever: Retriever) -> Sequence[str]:
    """The words before a cause, and before what stands against a thing where it is asked why it is not so."""
    names = ["cause", "against"] if _AGAINST.search(question.text) else ["cause"]
    return [mark for name in names for mark in retriever.lexicon.markers[name]]


def troubles(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that tells what is wrong, of what a question is about or of all; None where none meets enough of it."""
    if not question.wants("trouble") or question.measures or question.asked.kind:
        return None
    weights = weighed(question, retriever, _DOCUMENT)
    telling = (
        one
        for one in passages_asked(question, retriever)
        if one.kind is Kind.SENTENCE and _is_trouble(one, retriever, asked=bool(weights))
    )
    best = saying_most(telling, weights, retriever, _LEAST)
    if best is None:
        return None
    words = excerpt(tidy(best.passage.text), question.runs, retriever, LIST_LIMIT)
    reply = quoted(best.passage, words)
    return replace(introduced(reply, retriever), checked=True)


def which(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that says nearly all of a question and names one of the sort asked for: 哪个县, and 金寨县被列入…."""
    asked = _SORT.search(question.text)
    if asked is None or _RANKED.search(question.text) or question.measures or question.asked.kind:
        return None
    weights = weighed(question, retriever)
    if not weights:
        return None
    naming = (
        one for one in sentences_about(question, retriever) if _names(one.text, asked["sort"], question.text)
    )
    best = saying_most(naming, weights, retriever, _NEARLY, _LEAD)
    if best is None or best.rivals:
        return None
    words = excerpt(tidy(best.passage.text), question.runs, retriever)
    return replace(quoted(best.passage, words), checked=True)


def _names(text: str, sort: str, question: str) -> bool:
    """Whether a text names one of a sort that a question does not: 东坡区 for 哪个区."""
    return any(name[-1 - len(sort) :] not in question for name in re.findall(f"[一-鿿]{{1,6}}{sort}", text))


def _is_trouble(passage: Passage, retriever: Retriever, *, asked: bool) -> bool:
    """Whether a sentence names troubles: as such, or several of them; where nothing else is asked, that there are some."""
    text = passage.text
    if _TROUBLES.search(text):
        return True
    marks = sum(mark in text for mark in retriever.lexicon.markers["trouble"])
    return (asked and marks > 1) or (len(POINT.findall(text)) > 1 and marks > 1)
