"""What part one figure is of another, and the whole that a printed percentage is of."""

from dataclasses import replace

from bot.answering.desk import Desk, Finding
from bot.answering.reckon import (
    comparable,
    share,
    whole_of,
)
from bot.answering.reply import Reply
from bot.answering.wish import wishes
from bot.answering.worked import literal_figures, two, worked
from bot.understanding.question import NOTHING, Question
from corpus.figure import Figure, Measure


def portion(question: Question, desk: Desk) -> Reply | None:
    """What part of the second thing named the first is, in per cent."""
    figures = literal_figures(question, desk) or two(_sides(question, desk)) or _in_its_place(question, desk)
    if figures is None or len(figures) < 2 or not comparable(figures):
        return None
    part, whole = sorted(figures[:2], key=lambda figure: figure.quantity.value)
    return worked("reckon.portion", share(part, whole), desk)


def _in_its_place(question: Question, desk: Desk) -> tuple[Figure, Figure] | None:
    """The level of a part of the letter's place, and that of all of it."""
    if len(question.places) != 1 or not question.runs:
        return None
    wish = replace(wishes(question)[0], measure=Measure.LEVEL, asked=NOTHING)
    part = desk.finding(wish)
    if not part.met:
        return None
    home = part.matches[0].card.letter.place
    return two([part, desk.finding(replace(wish, place=home))])


def _sides(question: Question, desk: Desk) -> list[Finding]:
    """The levels of what stands before 占 and of what stands behind it."""
    levels = replace(question, measures=frozenset({Measure.LEVEL}), asked=NOTHING)
    sides = [
        tuple(replace(run, piece=0) for run in question.runs if run.whole is whole) for whole in (False, True)
    ]
    if not all(sides):
        return []
    return [desk.finding(wishes(replace(levels, runs=side))[0]) for side in sides]


def whole_from_share(question: Question, desk: Desk) -> Reply | None:
    """The whole that a printed part is a printed percentage of."""
    finding = desk.finding(replace(wishes(question)[0], measure=None))
    for match in finding.matches[:10]:
        figure = match.figure
        if figure.measure is not Measure.SHARE or match.missing:
            continue
        part = _part_of(figure, desk)
        if part:
            return worked("reckon.whole", whole_of(part, figure), desk)
    return None


def _part_of(percent: Figure, desk: Desk) -> Figure | None:
    """The level of the same thing as a share, in the same passage before it."""
    levels = [
        card.figure
        for card in desk.matcher.catalogue.cards
        if card.figure.passage == percent.passage
        and card.figure.measure is Measure.LEVEL
        and card.figure.quantity.start < percent.quantity.start
    ]
    return levels[-1] if levels else None
