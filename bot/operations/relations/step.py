"""By how much something went up or down where a sentence prints from what and to what: 低保提了几块."""

from collections.abc import Iterator
from dataclasses import replace

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import difference
from bot.operations.arithmetic.worked import worked
from bot.operations.relations.found import Relation, related
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Measure


def stepped(question: Question, retriever: Retriever) -> Reply | None:
    """The later value less the earlier one; None where no sentence tells just one such, or the step itself."""
    text = question.text
    if not words().says("stepped", text) or question.strange or len(question.places) > 1:
        return None
    about = topic(without(text, "against_last", "stepped"), question, retriever)
    found = only(_steps(about, question, retriever))
    if found is None:
        return None
    start, end = (card.figure for card in found.cards)
    more = end.signed >= start.signed
    first, second = (end, start) if more else (start, end)
    points = end.quantity.unit == "%"
    way = ("step_up" if more else "step_down") if points else ("changed_more" if more else "changed_less")
    return replace(worked(f"reckon.{way}", difference(first, second), retriever), checked=True)


def _steps(about: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for start, end in related(Relation.STEP, retriever):
        wanted, unit = question.asked, end.figure.quantity.unit
        kind = retriever.lexicon.kind(unit)
        if question.periods and not is_then(question, end):
            continue
        if wanted.kind == "points" and unit != "%":
            continue
        if wanted.kind not in {"", "scale", "points", kind}:
            continue
        printed = any(one.measure in {Measure.CHANGE, Measure.GROWTH} for one in retriever.beside(end))
        share = None if printed else about.share([start, end], retriever)
        if share is not None and about.is_named(end, retriever):
            yield Told((start, end), share, end.figure.signed - start.figure.signed)
