"""Those that are so, where a letter counts all and those that are not: 消防达标的有多少家 of 86家 with 未达标的有9家."""

from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import difference
from bot.operations.arithmetic.worked import worked
from bot.operations.figures.counted import is_contrary, whole_of
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.replace import replace


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
