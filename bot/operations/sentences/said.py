"""How it goes with something, where a document says so without a figure: 眼镜板块略有上涨, 增速有所趋缓; or how all of it goes."""

import re

from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.words.met import weighed
from bot.operations.words.quotes import quoted
from bot.phrasing.clause import clauses
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, excerpt, sentences_near
from bot.understanding.question import NOTHING, Question
from corpus.compiled import compiled
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

# Whether or which way something went.
_ASKS = compiled(
    "有没有|是不是|没有?[?？]?$|吗|[涨跌升降增减快慢]了?没[涨跌升降增减快慢]?|是[涨升增快].{0,3}是?[跌降减慢]|还是|往哪|怎么走|咋走|怎么样|咋样|如何|走势"
)
_WAY = compiled(
    "上涨|上升|增长|提高|回升|下降|下跌|下滑|回落|减少|走低|走高|持平|稳定|趋缓|放缓|加快|减慢|改善|好转|恶化|扩大|收窄|萎缩|紧张|向好|低迷|疲软|不佳|大好|堪忧|激烈"
)
# Words for how something went, which a sentence may say in others.
_ASIDE = (
    "有没有|是不是|放慢|放缓|减慢|变慢|加快|变快|上涨|下跌|后劲|势头|走势|怎么走|[里讲说提到]|一块|那块|这块"
    "|[涨跌升降增减快慢好坏]了?"
)
_SLOW = compiled("放慢|放缓|变慢|减慢|趋缓|慢下来|慢了|后劲")
_SLOWER = compiled("趋缓|放缓|减慢|放慢|收缓|趋弱|减弱|后劲")
_NUMBER = compiled(r"\d")
# How all of it goes is asked so, and of nothing else; and is told so, early in a document.
_ALL = compiled("总体|总的|整体|全局|大势|大面上|全[区市县省]|整个")
_STATE = compiled("光景|形势|情况|局面|态势|走势|行情|怎么样|咋样|如何|好不好")
_SAYS = compiled("总体|整体|起势|态势|向好|平稳|稳中|稳步|势头|良好|回升|运行|承压|开局")
_EARLY = 12


# Of two things it is asked which is more: A有没有超过B.
_OVER = compiled("(?:超过|超出|高过|快过|大过|赶上|追上|跑赢|比得?[上过])")


def moved(question: Question, retriever: Retriever) -> Reply | None:
    """The clause that says which way something went, with all that names it; None where none does."""
    if not _ASKS.search(question.text) or question.amount or question.literals:
        return None
    if question.wants("reason") or _OVER.search(question.text):
        return None
    weights = weighed(
        question, retriever, _ASIDE, [one for one in question.soft if len(one) > 1 and one != "同比"]
    )
    slow = _SLOW.search(question.text)
    # That something slows is asked of all of it too.
    if not slow and (not weights or _has_figure(question, retriever)):
        return None
    found = []
    for passage in sentences_near(question, retriever):
        for clause in clauses(tidy(passage.text)):
            told = _WAY.search(clause.text) and not _NUMBER.search(clause.text)
            # What slows may be named in the clauses before.
            words = retriever.canonical(passage) if slow else retriever.lexicon.canonical(clause.text)
            if told and (not slow or _SLOWER.search(clause.text)) and all(pair in words for pair in weights):
                found.append((passage, clause.text))
    if len(found) != 1:
        return None
    passage, _ = found[0]
    return replace(quoted(passage, excerpt(tidy(passage.text), question.runs, retriever)), checked=True)


def _has_figure(question: Question, retriever: Retriever) -> bool:
    """Whether a figure of the thing is printed, which says more."""
    best = retriever.finding(replace(queries(question)[0], measure=None, asked=NOTHING)).best
    return best is not None and best.meets


def overall(question: Question, retriever: Retriever) -> Reply | None:
    """The first sentence that says how all of it goes; None for a question about something of its own."""
    text = question.text
    if not (_ALL.search(text) and _STATE.search(text)) or question.amount or question.measures:
        return None
    if any(retriever.library.has(run.asked) for run in question.runs):
        return None
    told = list(sentences_near(question, retriever))[:_EARLY]
    found = next(
        (one for one in told if len(_SAYS.findall(one.text)) > 1 or re.search("总体|整体", one.text)), None
    )
    if found is None or len(tidy(found.text)) > LIMIT:
        return None
    return replace(quoted(found, tidy(found.text)), checked=True)
