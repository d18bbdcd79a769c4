"""From what to what something went, where one sentence tells both: 城镇化率从多少提到多少."""

from dataclasses import replace
from itertools import pairwise

from bot.answering.desk import Desk
from bot.answering.lookup import answered
from bot.answering.phrase import Statement, told
from bot.answering.reply import Reply
from bot.answering.wish import wishes
from bot.understanding.question import Question
from corpus.figure import Figure, Measure

_REACHED = ("到", "至", "为")


def moved(question: Question, desk: Desk) -> Reply | None:
    """Both values in their order, None where no sentence tells both."""
    wanted = wishes(replace(question, measures=question.measures - {Measure.GROWTH}))
    if len(wanted) != 1:
        return None
    finding = desk.finding(wanted[0])
    if not finding.met:
        return None
    best = finding.matches[0].figure
    alike = [match.figure for match in finding.matches if match.meets and _alike(match.figure, best)]
    ordered = sorted(alike, key=lambda figure: figure.quantity.start)
    pairs = [(one, other) for one, other in pairwise(ordered) if _goes_on(one, other)]
    if len(pairs) != 1:
        return None
    said = [Statement((figure,), desk.passage_of(figure)) for figure in pairs[0]]
    return answered(told(said), said)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether both are of one thing in one sentence."""
    return (one.passage, one.name, one.place, one.measure, one.quantity.unit) == (
        other.passage,
        other.name,
        other.place,
        other.measure,
        other.quantity.unit,
    )


def _goes_on(one: Figure, other: Figure) -> bool:
    return not one.verb.endswith(_REACHED) and other.verb.endswith(_REACHED)
