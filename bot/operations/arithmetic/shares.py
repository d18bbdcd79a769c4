"""What part one figure is of another, and the whole that a printed percentage is of."""

from decimal import Decimal

from bot.matching.query import queries
from bot.matching.retriever import Finding, Retriever
from bot.operations.arithmetic.reckon import comparable, share, whole_of
from bot.operations.arithmetic.worked import level_before, literal_figures, two, worked
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

_ALL = 100
# A printed share and what its amounts give, both rounded, differ by no more than this part of it.
_ROUNDED = Decimal("0.01")


def portion(question: Question, retriever: Retriever) -> Reply | None:
    """What part of the second thing named the first is, in per cent."""
    figures = (
        literal_figures(question, retriever)
        or two(_sides(question, retriever))
        or _in_its_place(question, retriever)
    )
    if figures is None or len(figures) < 2 or not comparable(figures):
        return None
    part, whole = sorted(figures[:2], key=lambda figure: figure.quantity.value)
    return worked("reckon.portion", share(part, whole), retriever)


def printed_share(part: Figure, whole: Figure, retriever: Retriever) -> Figure | None:
    """The share of a part that a letter prints beside it, told by its value: 占比4.69% beside 23.4 and about 500."""
    percent = _ALL * part.quantity.value / whole.quantity.value
    return next(
        (
            card.figure
            for card in retriever.cards.of_letter(part.letter).cards
            if card.figure.measure is Measure.SHARE
            and card.figure.passage == part.passage
            and abs(card.figure.quantity.value - percent) <= percent * _ROUNDED
        ),
        None,
    )


def _in_its_place(question: Question, retriever: Retriever) -> tuple[Figure, Figure] | None:
    """The level of a part of the letter's place, and that of all of it."""
    if len(question.places) != 1 or not question.runs:
        return None
    query = replace(queries(question)[0], measure=Measure.LEVEL, asked=NOTHING)
    part = retriever.finding(query)
    if not part.met:
        return None
    home = part.matches[0].card.letter.place
    return two([part, retriever.finding(replace(query, place=home))])


def _sides(question: Question, retriever: Retriever) -> list[Finding]:
    """The levels of what stands before 占 and of what stands behind it."""
    levels = replace(question, measures=frozenset({Measure.LEVEL}), asked=NOTHING)
    sides = [
        tuple(replace(run, piece=0) for run in question.runs if run.whole is whole) for whole in (False, True)
    ]
    if not all(sides):
        return []
    return [retriever.finding(queries(replace(levels, runs=side))[0]) for side in sides]


def whole_from_share(question: Question, retriever: Retriever) -> Reply | None:
    """The whole that a printed part is a printed percentage of."""
    finding = retriever.finding(replace(queries(question)[0], measure=None))
    for match in finding.matches[:10]:
        figure = match.figure
        # All of it is the whole itself.
        if figure.measure is not Measure.SHARE or match.missing or figure.quantity.value >= _ALL:
            continue
        part = level_before(figure, (card.figure for card in retriever.matcher.catalogue.cards))
        if part:
            return worked("reckon.whole", whole_of(part, figure), retriever)
    return None
