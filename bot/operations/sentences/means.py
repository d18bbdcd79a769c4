"""How something is done or will be done: the sentence that says so, and none that tells figures of the thing."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from bot.matching.retriever import Retriever
from bot.operations.figures.denial import unsaid
from bot.operations.words.met import saying_most, weighed
from bot.operations.words.quotes import LIST_LIMIT, in_order, quoted, with_next
from bot.phrasing.clause import is_catchword, leads_on
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, excerpt, paragraph, sentences_near
from bot.understanding.expressions.wanted import asks_for, has_wanted
from bot.understanding.question import Question
from corpus.amounts.quantity import quantities
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import fold, tidy

# Words of asking how, which are met by no sentence.
_ASIDE = "打算|准备|计划|下一?步|今后|接下来|政府|[你咱我]们|动作|措施|举措|办法|做法|对策|数量|起来|上去|下去|出来"
# What came of something is no way to do it.
_CAME = compiled("同比|占[^,，。]{0,8}%|较[^,，。]{0,6}(?:末|底|期)")


def means(question: Question, retriever: Retriever) -> Reply | None:
    """The sentence that says how, with what stands behind it where it is a catchword, or two beside each other that say it
    alike; None where none meets enough of the question, or several elsewhere do."""
    if not asks_for("means", question.text) or question.wants("reason", "check", "rank_most", "rank_least"):
        return None
    weights = weighed(question, retriever, _ASIDE, [word for word in question.soft if len(word) > 1])
    # What stands nowhere may be what is to be done: 防止闲置 is not told by what else is done with land.
    if not weights or question.literals or unsaid(question, (), retriever):
        return None
    telling = sorted(_telling(question, retriever), key=attrgetter("start"))
    best = saying_most(telling, weights, retriever)
    if best is None:
        return None
    reply = _told((best.passage, *best.rivals), question, retriever)
    return replace(reply, checked=best.sure) if reply else None


def _told(best: Sequence[Passage], question: Question, retriever: Retriever) -> Reply | None:
    """One sentence, or two of one paragraph; None for more."""
    chief, words = best[0], [tidy(one.text) for one in best]
    if is_catchword(words[0]):
        return with_next(chief, LIST_LIMIT, retriever)
    if len(best) == 1:
        return quoted(chief, excerpt(words[0], question.runs, retriever))
    beside = len(best) == 2 and best[1] in paragraph(chief, retriever) and sum(map(len, words)) <= LIMIT
    return in_order(best) if beside else None


def _telling(question: Question, retriever: Retriever) -> Iterator[Passage]:
    """The sentences that say how something is done: none that only tells what came of it."""
    for one in sentences_near(question, retriever):
        if _does(tidy(one.text), question.text):
            yield one


def _does(words: str, text: str) -> bool:
    # What a catchword leads to says how.
    if leads_on(words) or not (is_catchword(words) or has_wanted(text, words)):
        return False
    return not (_CAME.search(words) and any(True for _ in quantities(fold(words))))
