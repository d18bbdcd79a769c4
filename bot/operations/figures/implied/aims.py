"""What was aimed at, where a letter prints what was done and what part of the aim that is."""

from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.matching.timefit import period_fit
from bot.operations.arithmetic.reckon import whole_of
from bot.operations.arithmetic.worked import level_before, worked
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

_PART = compiled("的(?:多少|几|百分)")
_AIMS = ("目标", "任务", "预算", "计划", "指标")


def aimed(question: Question, retriever: Retriever) -> Reply | None:
    """60.32亿元,完成年度目标的75.4% for 年度目标多少; None where the aim itself is printed, or not both of them."""
    if not question.runs or not question.amount or question.measures or not _asks(question):
        return None
    query = queries(question)[0]
    if retriever.finding(replace(query, status=Status.TARGET, soft=())).met:
        return None
    wanted = replace(
        query, status=None, measure=Measure.SHARE, asked=NOTHING, amount=False, period=None, soft=()
    )
    for match in retriever.finding(wanted).matches:
        done = match.figure
        if not match.meets or not done.whole.endswith(_AIMS) or not _in_year(query, done):
            continue
        level = level_before(done, [card.figure for card in retriever.family(match.card)])
        if level and (
            not query.asked.kind or retriever.lexicon.kind(level.quantity.unit) == query.asked.kind
        ):
            return worked("reckon.aim", whole_of(level, done), retriever)
    return None


def _asks(question: Question) -> bool:
    # 完成目标的多少 asks for what is printed.
    part = _PART.search(question.text)
    return part is None and (question.status is Status.TARGET or question.content.endswith(_AIMS))


def _in_year(query: Query, done: Figure) -> bool:
    """Whether what was done is of the time asked for, or of a part of it."""
    if query.period is None or done.period is None:
        return True
    inside = query.period.first <= done.period.first and done.period.last <= query.period.last
    return inside or period_fit(query.period, done.period) > 0
