"""A company or project asked for as a hint to its trade: 水晶光电所在行业 is 电子信息产业."""

from bot.matching.retriever import Retriever
from bot.phrasing.text import paragraph
from bot.understanding.question import Question, Run
from corpus.figure import Figure, Measure
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace


def with_associates(question: Question, retriever: Retriever) -> Question:
    """The question with each such name replaced by what the letter tells beside it."""
    if not question.host:
        return question
    return replace(question, runs=tuple(_host(run, retriever) or run for run in question.runs))


def _host(run: Run, retriever: Retriever) -> Run | None:
    """The subject of the level in the sentence that names the run, or in one before it in the paragraph."""
    for passage in retriever.library.containing(run.asked):
        figure = _before(passage, retriever) if passage.kind is not Kind.HEADING else None
        if figure and figure.subject and run.asked not in figure.name:
            return replace(run, words=retriever.lexicon.canonical(figure.subject))
    return None


def _before(passage: Passage, retriever: Retriever) -> Figure | None:
    """The last level in the passage or, if there is none, in its paragraph before it."""
    levels = [
        figure for figure in retriever.library.figures([passage.letter]) if figure.measure is Measure.LEVEL
    ]
    ids = [one.id for one in paragraph(passage, retriever) if one.start <= passage.start]
    for place in reversed(ids):
        found = [figure for figure in levels if figure.passage == place]
        if found:
            return found[-1]
    return None
