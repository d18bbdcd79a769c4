"""Whether figures go together, one is a part of another, and by how much one moved from what it was, as the letters tell it."""

from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.operations.relations.found import Relation, related
from bot.phrasing.reply import Reply
from corpus.figure import Figure, Measure


def are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one measure, unit and status."""
    return (one.measure, one.quantity.unit, one.status) == (other.measure, other.quantity.unit, other.status)


def go_together(figures: Sequence[Figure]) -> bool:
    """Whether figures are of different things and measured alike, at one time or at each its own of one thing."""
    return (
        len({one.id for one in figures}) == len(figures)
        and comparable(figures)
        and len({(one.measure, one.status) for one in figures}) == 1
        and (len({one.days for one in figures}) == 1 or len({one.name for one in figures}) == 1)
    )


def is_inside(figures: tuple[Figure, Figure], retriever: Retriever, *, asked: bool) -> bool:
    """Whether the second is a part of the first: it was asked for so, or its name has the other's in it."""
    whole, part = figures
    letters = iter(part.name)
    named = all(letter in letters for letter in whole.name) and whole.place == part.place
    return part.quantity.value < whole.quantity.value and (named or asked or _is_among(figures, retriever))


def is_part(figures: tuple[Figure, Figure], retriever: Retriever) -> bool:
    """Whether the second is of the same as the first in a smaller place, or a part of it as a sentence says."""
    whole, part = figures
    smaller = part.name == whole.name and part.place != whole.place
    return part.quantity.value < whole.quantity.value and (smaller or _is_among(figures, retriever))


def _is_among(figures: tuple[Figure, Figure], retriever: Retriever) -> bool:
    return any((one.figure, other.figure) == figures for one, other in related(Relation.PART, retriever))


def moved_from(told: Figure, retriever: Retriever) -> Reply | None:
    """What it is less what it was, where a sentence tells from what to what it went, and prints no step."""
    card = retriever.cards.of_letter(told.letter).by_figure[told.id]
    if any(one.measure is Measure.CHANGE for one in retriever.beside(card)):
        return None
    starts = [one.figure for one, other in related(Relation.STEP, retriever) if other.figure == told]
    if len(starts) != 1:
        return None
    larger, smaller = sorted((told, starts[0]), key=lambda one: -one.signed)
    way = "changed_more" if told.signed >= starts[0].signed else "changed_less"
    return worked(f"reckon.{way}", difference(larger, smaller), retriever)
