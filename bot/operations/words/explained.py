"""Why something is so, where no figure is asked about: the sentence that gives a cause of it, or what stands against it."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.matching.retriever import Retriever
from bot.operations.figures.denial import common_words
from bot.operations.words.causes import from_marker, with_later_points
from bot.operations.words.introduced import introduced
from bot.operations.words.points import POINT
from bot.operations.words.quotes import LIST_LIMIT, quoted
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, excerpt, letters_meant, pages, paragraph
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.text import pairs, tidy

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
# What counts a pair of characters that the sentence before has, or the title above.
_BEFORE, _ABOVE = 0.6, 0.5
# A pair that stands nowhere counts so much of the others.
_NOWHERE = 0.5
# So much of a question must be met, of one about a figure more.
_LEAST, _SURE = 0.55, 0.8
# One of a sort that is asked for, and what puts them in order instead.
_SORT = compiled(
    "哪(?:一)?(?:个|家|所|条)?(?P<sort>县|区|市|镇|乡|村|街道|局|公司|企业|学校|医院|银行|园区|协会|单位)(?![几多])"
)
_RANKED = compiled("最|第[一二三四五六七八九十]|前[三五]|超过|低于|高于|以上|更|多少|几|比")
_NEARLY, _LEAD = 0.75, 0.1
# The document itself is no thing that it explains.
_ASIDE = "文中|信中|报告|公报|材料|里面?|[说讲写提]"


@dataclass(frozen=True)
class _Found:
    """A sentence with what it says of the cause, and how much of the question it meets."""

    passage: Passage
    words: str
    share: float


def explained(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that says why; None where none meets enough of the question, or two do."""
    stuck = question.wants("trouble") and _STUCK.search(question.text)
    if not (question.wants("reason") or stuck):
        return None
    weights = weighed(question, retriever)
    if not weights:
        return None
    best = max(_found(question, weights, retriever), key=lambda one: one.share, default=None)
    # A figure was asked about, and nothing beside it says why.
    least = _SURE if question.measures else _LEAST
    if best is None or best.share < least:
        return None
    reply = with_later_points(quoted(best.passage, best.words), best.passage, retriever)
    return replace(reply, checked=True)


def troubles(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that tells what is wrong, of what a question is about or of all; None where none meets enough of it."""
    if not question.wants("trouble") or question.measures or question.asked.kind:
        return None
    weights = weighed(question, retriever, _DOCUMENT)
    found = [
        (share_met(one, weights, retriever) if weights else 1.0, one)
        for one in _sentences(question, retriever)
        if _is_trouble(one, retriever, asked=bool(weights))
    ]
    best = max(found, key=lambda row: row[0], default=None)
    if best is None or best[0] < _LEAST:
        return None
    words = tidy(best[1].text)
    reply = quoted(best[1], excerpt(words, question.runs, retriever, LIST_LIMIT))
    return replace(introduced(reply, retriever), checked=True)


def which(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that says nearly all of a question and names one of the sort asked for: 哪个县, and 金寨县被列入…."""
    asked = _SORT.search(question.text)
    if asked is None or _RANKED.search(question.text) or question.measures or question.asked.kind:
        return None
    weights = weighed(question, retriever)
    found = (
        sorted(
            (
                (share_met(page.passage, weights, retriever), page.passage)
                for page in pages(question, retriever)
                if page.passage.kind is Kind.SENTENCE
                and _names(page.passage.text, asked["sort"], question.text)
            ),
            key=lambda row: -row[0],
        )
        if weights
        else []
    )
    if not found or found[0][0] < _NEARLY or (len(found) > 1 and found[0][0] - found[1][0] < _LEAD):
        return None
    words = excerpt(tidy(found[0][1].text), question.runs, retriever)
    return replace(quoted(found[0][1], words), checked=True)


def _names(text: str, sort: str, question: str) -> bool:
    """Whether a text names one of a sort that a question does not: 东坡区 for 哪个区."""
    return any(name[-1 - len(sort) :] not in question for name in re.findall(f"[一-鿿]{{1,6}}{sort}", text))


def _sentences(question: Question, retriever: Retriever) -> Iterator[Passage]:
    letters = letters_meant(question, retriever) or list(retriever.library.letters)
    for letter in letters:
        yield from (one for one in retriever.library.passages(letter) if one.kind is Kind.SENTENCE)


def _is_trouble(passage: Passage, retriever: Retriever, *, asked: bool) -> bool:
    """Whether a sentence names troubles: as such, or several of them; where nothing else is asked, that there are some."""
    text = passage.text
    if _TROUBLES.search(text):
        return True
    marks = sum(mark in text for mark in retriever.lexicon.markers["trouble"])
    return (asked and marks > 1) or (len(POINT.findall(text)) > 1 and marks > 1)


def weighed(
    question: Question, retriever: Retriever, aside: str = "", hints: Sequence[str] = ()
) -> dict[str, float]:
    """The pairs of characters of what a question is about, each by how rare it is in the letters.

    `aside` is a pattern of what does not count, `hints` are words beside the content that do.
    """
    letters = letters_meant(question, retriever)
    talk = compiled(
        "|".join(
            (*filter(None, [_ASIDE, aside]), *map(re.escape, sorted(common_words(), key=len, reverse=True)))
        )
    )
    said = (*(run.words for run in question.runs), *hints)
    asked = [pair for words in said for piece in talk.split(words) for pair in pairs(piece)]
    asked += [pair for place in question.places for pair in pairs(place)] if len(question.places) == 1 else []
    # 5G is asked for as 5g.
    seen = {
        pair: max(len(retriever.library.containing(word, letters)) for word in {pair, pair.upper()})
        for pair in dict.fromkeys(asked)
    }
    most = max(seen.values(), default=0)
    known = {pair: 1 / math.log(2 + count) for pair, count in seen.items() if count}
    if not known or not most:
        return {}
    mean = sum(known.values()) / len(known)
    return {pair: known.get(pair, _NOWHERE * mean) for pair in seen}


def _found(question: Question, weights: dict[str, float], retriever: Retriever) -> Iterator[_Found]:
    names = ["cause", "against"] if _AGAINST.search(question.text) else ["cause"]
    markers: Sequence[str] = [mark for name in names for mark in retriever.lexicon.markers[name]]
    for page in pages(question, retriever):
        passage = page.passage
        words = tidy(passage.text)
        if passage.kind is not Kind.SENTENCE or not from_marker(words, markers):
            continue
        share = share_met(passage, weights, retriever)
        told = words if len(words) <= LIMIT else from_marker(words, markers)
        yield _Found(passage, told, share)


def share_met(passage: Passage, weights: dict[str, float], retriever: Retriever) -> float:
    """How much of a question's pairs stand in a sentence, less for those in the one before it or in the titles above."""
    own = retriever.canonical(passage)
    earlier = [one for one in paragraph(passage, retriever) if one.start < passage.start]
    before = retriever.canonical(earlier[-1]) if earlier else ""
    above = retriever.lexicon.canonical("\n".join(passage.section))
    met = sum(
        weight * (1.0 if pair in own else _BEFORE if pair in before else _ABOVE if pair in above else 0.0)
        for pair, weight in weights.items()
    )
    return met / sum(weights.values())
