"""Which things of a sort: the sentence that names several of them in a row, 海正药业、九洲药业等平台."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.matching.retriever import Retriever
from bot.operations.figures.denial import unsaid
from bot.operations.words.lists.membership import wanted_count
from bot.operations.words.met import saying_most, weighed
from bot.operations.words.quotes import LIST_LIMIT, quoted
from bot.phrasing.reply import Reply
from bot.phrasing.text import excerpt, sentences_near
from bot.tables import table
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

_UNIT = "(?:[些个家类项条所座样种大块手]|几[个家类项条所座样种大块手招])"
_WHICH = rf"哪(?:{_UNIT}|[一二两三四五六七八九十][个家类项条所座样种大块手招])(?:重点|主要|优质|具体)?"
# Things in a row, 、 between them, and what they are: those before 等 or of that sort.
_ROW = compiled(
    "(?P<names>[^,，;；。:：、“”（）()]{2,24}(?:、[^,，;；。:：、]{2,24}?)+?)(?:等(?P<sort>[^,，;；。]{0,18})|(?=[,，;；。]|$))"
)
# What picks among figures is told by these, and what is counted by a number.
_PICKED = compiled(
    "最|下降|上升|增长|负增长|减少|[涨跌降掉]|高于|低于|超过|不到|以上|以下|%|多少|排名|第[一二三四五六七八九]"
)
_ASIDE = "点了?名|名字|名称|具体|分别|都有|主要|重点|[要有靠用是给跟和的了]"
# Which of a sort one thing is: 啥项目.
_WHAT = compiled("(?:啥|什么|哪个)(?:样的)?(?P<sort>项目|工程|平台|品牌|活动|产品|基地|中心)")
_ITEMS = compiled("[^,，;；。:：“”（）()、]{2,40}(?:、[^,，;；。:：“”（）()、]{2,40})+")


@dataclass(frozen=True)
class Sort:
    """How a sort of things is called in a question, and asked for there, how papers call it behind a row of them, and how the
    name of one ends.
    """

    asked: re.Pattern[str]
    which: re.Pattern[str]
    printed: re.Pattern[str]
    name: re.Pattern[str] | None


def named(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that names several of the sort asked for and says most else of the question; None where none, or two
    alike, do so."""
    sort = _sort(question.text)
    if (
        sort is None
        or _PICKED.search(question.text)
        or question.measures
        or question.wants("reason", "check")
    ):
        return None
    if unsaid(question, (), retriever):
        return None
    hints = [word for word in question.soft if len(word) > 1 and not sort.asked.fullmatch(word)]
    weights = weighed(question, retriever, _ASIDE, hints)
    count = wanted_count(question)
    if not weights:
        return None
    naming = (one for one in sentences_near(question, retriever) if _names(tidy(one.text), sort, count))
    best = saying_most(naming, weights, retriever)
    if best is None or best.rivals:
        return None
    words = excerpt(tidy(best.passage.text), question.runs, retriever, LIST_LIMIT)
    return replace(quoted(best.passage, words), checked=best.sure)


def one_named(question: Question, retriever: Retriever) -> Reply | None:
    """The one thing of a row that has all that a question names, where it asks which of that sort it is: 酷哇科技华东总部项目;
    None where none, or several, have it."""
    asked = _WHAT.search(question.text)
    named_so = [run.words for run in question.runs]
    if asked is None or not named_so or question.measures or question.literals:
        return None
    canonical = retriever.lexicon.canonical
    found = {
        (passage, item.split("等")[0])
        for passage in sentences_near(question, retriever)
        for row in _ITEMS.finditer(tidy(passage.text))
        for item in row.group().split("、")
        if asked["sort"] in item and all(name in canonical(item) for name in named_so)
    }
    # What is no longer than what names it tells nothing more.
    told = [(one, item) for one, item in found if len(item) > len("".join(named_so)) + 2]
    return replace(quoted(*told[0]), checked=True) if len(told) == 1 else None


def _names(words: str, sort: Sort, count: int) -> bool:
    """Whether a sentence has a row of things of a sort, as many as are asked for where that is said."""
    for row in _ROW.finditer(words):
        names = row["names"].split("、")
        called = sort.printed.search(row["sort"] or names[-1][-4:])
        ends = sort.name and all(sort.name.search(name[-4:]) for name in names)
        if (called or ends) and (not count or len(names) == count):
            return True
    return False


def _sort(text: str) -> Sort | None:
    """The sort of things that a text asks for; None where it asks for none."""
    return next((sort for sort in _sorts() if sort.which.search(text)), None) if "哪" in text else None


def _which(noun: str) -> str:
    """A question for things that are called so."""
    return rf"{_WHICH}[^,，。;；?？]{{0,4}}?{noun}|{noun}[^,，。;；?？]{{0,12}}(?:有|是|叫|包括)哪[些几]|哪几?(?={noun})"


@cache
def _sorts() -> Sequence[Sort]:
    """The rows of bot/data/sorts.toml. Read once: they are data that never change while the program runs."""
    return [
        Sort(
            compiled(row["asked"]),
            compiled(_which(f"(?:{row['asked']})")),
            compiled(row["printed"]),
            compiled(row["name"]) if "name" in row else None,
        )
        for row in table("sorts")["sort"]
    ]
