"""Newspaper columns: lines beside each other that are read one column after the other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.formats.pages.glyph import Glyph

_GUTTER = 1.0  # characters between two columns, at least
_FEWEST = 3  # lines that a column has
_LONG = 9  # characters of most lines of a column of prose
_OF_FIGURES = frozenset(" 0123456789.,，%％-+−－")
_FULL = 0.5  # of the lines of a column end where the column does
_HALF = 0.5  # of the lines of a column with a cell of figures make it a table's
_SLACK = 1.6  # characters by which a full line may be short

Line = list[Glyph]


def columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in the order in which they are read, those of one column together.

    Two columns are prose on both sides of a gap: most lines are long, and end where the others of their column do.
    """
    found = _parted(lines)
    if found is None:
        if lines:
            yield list(lines)
        return
    first, last, gutter = found
    yield from columns(lines[:first])
    for side in (False, True):
        half = [[letter for letter in line if (letter.left > gutter) == side] for line in lines[first:last]]
        yield from columns([line for line in half if line])
    yield from columns(lines[last:])


def _parted(lines: Sequence[Line]) -> tuple[int, int, float] | None:
    """The first and the last line with two columns, and where the gap between them is."""
    pieces = [list(_pieces(line)) for line in lines]
    best: tuple[int, int, float] | None = None
    for gutter in _gutters(lines, pieces):
        for first, last in _runs(lines, pieces, gutter):
            longer = best is None or last - first > best[1] - best[0]
            if longer and _is_prose(lines[first:last], gutter):
                best = first, last, gutter
    return best


def _pieces(line: Line) -> Iterator[tuple[float, float]]:
    """Where the pieces of a line begin and end that wide gaps part."""
    inked = [letter for letter in line if letter.letter != " "]
    left = inked[0].left
    for one, other in pairwise(inked):
        if other.left - one.right > _GUTTER * max(one.size, 1):
            yield left, one.right
            left = other.left
    yield left, inked[-1].right


def _gutters(lines: Sequence[Line], pieces: Sequence[Sequence[tuple[float, float]]]) -> list[float]:
    """Where a gap between two columns may be: in gaps of lines, and before lines that stand to the right of others."""
    inside = {round((one[1] + other[0]) / 2) for line in pieces for one, other in pairwise(line)}
    beside = {
        round((one[-1].right + other[0].left) / 2)
        for pair in pairwise(lines)
        for one, other in (pair, pair[::-1])
        if _overlap(*pair) and other[0].left - one[-1].right > _GUTTER * max(one[0].size, 1)
    }
    return sorted(inside | beside)


def _overlap(one: Line, other: Line) -> bool:
    return one[0].top < other[0].bottom and other[0].top < one[0].bottom


def _runs(
    lines: Sequence[Line], pieces: Sequence[Sequence[tuple[float, float]]], gutter: float
) -> Iterator[tuple[int, int]]:
    """Lines one after the other that do not go over the gutter, from the first to the last with words on both sides."""
    start: int | None = None
    last = 0
    before: set[bool] = set()  # the sides on which the line before has words; none for one that goes over
    for place, line in enumerate(pieces):
        if any(left <= gutter < right for left, right in line):
            if start is not None:
                yield start, last
            start, before = None, set()
            continue
        sides = {left > gutter for left, _ in line}
        is_beside = bool(before) and sides != before and _overlap(lines[place - 1], lines[place])
        if len(sides) == 2 or is_beside:
            first = place if len(sides) == 2 else place - 1
            start, last = first if start is None else start, place + 1
        before = sides
    if start is not None:
        yield start, last


def _is_prose(lines: Sequence[Line], gutter: float) -> bool:
    halves = (
        [line for line in ([g for g in whole if (g.left > gutter) == side] for whole in lines) if line]
        for side in (False, True)
    )
    return all(_is_column(half) for half in halves)


def _is_column(lines: Sequence[Line]) -> bool:
    if len(lines) < _FEWEST:
        return False
    right = max(line[-1].right for line in lines)
    full = sum(right - line[-1].right < _SLACK * line[-1].size for line in lines)
    long = sum(len(line) >= _LONG for line in lines)
    of_table = sum(map(_is_of_table, lines))
    is_prose = long > 0.6 * len(lines) and of_table < _HALF * len(lines)
    return full >= max(2, _FULL * len(lines)) and is_prose


def _is_of_table(line: Line) -> bool:
    """Whether there are nothing but figures between two gaps, or before or behind one."""
    cells = [[letter for letter in line if left <= letter.left < right] for left, right in _pieces(line)]
    return any(all(letter.letter in _OF_FIGURES for letter in cell) for cell in cells)
