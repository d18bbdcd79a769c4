"""What two counts of a sentence tell: 消防达标的 out of 86家 and 未达标的9家, and what part some are of all."""

from bot.matching.lacking import Lack
from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import difference, share
from bot.operations.arithmetic.worked import worked
from bot.operations.figures.counted import is_contrary, is_said, whole_of
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from corpus.figure import Measure
from corpus.runtime.replace import replace


def those_so(question: Question, retriever: Retriever) -> Reply | None:
    """All less those that are not so; None where just that is not what is printed."""
    wanted = queries(question)
    if question.asked.kind != "count" or len(wanted) != 1 or not question.runs:
        return None
    finding = retriever.finding(wanted[0])
    if not finding.met or not is_contrary(finding.matches[0], question):
        return None
    part = finding.matches[0]
    whole = whole_of(part, retriever)
    if whole is None or whole.figure.quantity.value < part.figure.quantity.value:
        return None
    return replace(worked("reckon.rest", difference(whole.figure, part.figure), retriever), checked=True)


def their_share(question: Question, retriever: Retriever) -> Reply | None:
    """亿元以上企业产值下滑的比例: what part of all those are that a letter counts; None where another thing is asked for, or a
    share of it is printed."""
    wanted = queries(replace(question, measures=frozenset({Measure.SHARE})))
    if Measure.SHARE not in question.measures or len(wanted) != 1 or not question.runs or question.literals:
        return None
    query = replace(wanted[0], measure=None, asked=NOTHING, amount=False, soft=())
    best = retriever.finding(query).best
    # What is counted may be called by what is measured of it: 产值下降的.
    if best is None or best.missing or set(best.lacks) - {Lack.KIND} or not is_said(best, question):
        return None
    whole = whole_of(best, retriever)
    if whole is None or not 0 < best.figure.quantity.value < whole.figure.quantity.value:
        return None
    return replace(worked("reckon.portion", share(best.figure, whole.figure), retriever), checked=True)
