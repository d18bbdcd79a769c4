"""Remarks: where a letter's own figures do not agree, found by the intervals that rounding leaves."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.checking.ground import Ground
from corpus.checking.growth import growths
from corpus.checking.remark import Remark
from corpus.checking.share import shares
from corpus.checking.table import tables
from corpus.checking.total import totals
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage

_MANY = 3  # shares that a single slip does not make wrong


def remarks(letter: Letter, passages: Sequence[Passage], figures: Sequence[Figure]) -> tuple[Remark, ...]:
    """What a reader should know of the letter's figures, in the order of the text.

    Silent wherever rounding, a part list that need not be whole, comparable prices or a hedge may explain it.
    """
    ground = Ground(letter, {passage.id: passage for passage in passages}, tuple(figures))
    sums = [*totals(ground), *tables(ground)]
    # A share of a wrong total is not wrong once more.
    wrong = {remark.figures[0] for remark in sums}
    parts = _of_their_own_whole([one for one in shares(ground) if not wrong.intersection(one.figures)])
    found = [*_misprints(ground), *sums, *parts, *growths(ground)]
    return tuple(sorted(found, key=lambda remark: int(remark.figures[0].rsplit(":", 1)[-1])))


def _of_their_own_whole(found: Sequence[Remark]) -> list[Remark]:
    """The remarks on shares but those of a whole that many do not fit: they are of another one of that name."""
    wholes = Counter(remark.figures[-1] for remark in found)
    return [remark for remark in found if wholes[remark.figures[-1]] < _MANY]


def _misprints(ground: Ground) -> Iterator[Remark]:
    for figure in ground.figures:
        quantity = figure.quantity
        if quantity.meant:
            meant = quantity.printed_unit.removesuffix(quantity.unit) + quantity.meant
            yield ground.remark("unit", (figure,), printed=quantity.raw, meant=meant)
