"""How far the ends of a group are apart: 最大的产业和最小的产业产值差多少."""

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import difference
from bot.operations.arithmetic.worked import worked
from bot.operations.groups.asked import Asked, Op, classes_of
from bot.operations.groups.choice import choice
from bot.operations.groups.told import is_sure
from bot.operations.groups.words import words
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Measure
from corpus.runtime.replace import replace


def spread(question: Question, retriever: Retriever) -> Reply | None:
    """The highest less the lowest of a group; None where no one group is meant."""
    text = question.text
    if not words().says("spread", text):
        return None
    measure = Measure.GROWTH if words().says("growth", text) else Measure.LEVEL
    wanted = Asked(Op.MOST, measure, classes_of(text), question.count, text=text)
    found = choice(question, wanted, retriever)
    if found is None or not is_sure(found, wanted):
        return None
    figures = sorted((one.card.figure for one in found.group.members), key=lambda figure: figure.order)
    return replace(worked("reckon.difference", difference(figures[-1], figures[0]), retriever), checked=True)
