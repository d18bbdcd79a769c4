"""By how much in its unit a thing is more or less than a year before, out of its level and growth: 比去年少做了多少亿."""

from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.earlier import step_since
from bot.phrasing.reply import Reply
from bot.understanding.question import RATES, Question, cut_runs
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.runtime.replace import replace

_MORE = compiled(
    "(?:(?:去年|上年|前一年|头年|上一年)(?:的)?(?:同期|同月)?|同比|同期)[^,，多少]{0,6}?"
    "(?:(?P<said>[多少])(?P<verb>[一-鿿]{0,2}?)|增加|减少|[增减])(?:了|出)?(?:多少|好多|几(?!个?(?:百分)?点))"
)
_DONE = compiled("^[多少][一-鿿]{0,2}$|[多少][一-鿿]?$")


def amount(question: Question, retriever: Retriever) -> Reply | None:
    """What was added or lost since the year before; None where no amount of it is asked for, or its change is printed."""
    said = _MORE.search(question.text)
    if said is None or question.asked.kind in RATES or question.strange or question.literals:
        return None
    # 出口比去年增了多少 may as well ask for the growth.
    if not question.asked.kind and not said["verb"]:
        return None
    # Without what was more or less done: 多产.
    runs = cut_runs(question.runs, lambda words: _DONE.sub("", words))
    if (
        not runs
        or len(question.places) > 1
        or len(question.periods) > 1
        or question.wants("reason", "compare")
    ):
        return None
    query = replace(
        queries(question)[0], runs=runs, measure=Measure.LEVEL, amount=False, soft=(), status=None
    )
    reply = step_since(query, retriever)
    return replace(reply, checked=True) if reply else None
