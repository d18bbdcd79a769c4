"""Rows of a table without rules between them: the lines of a row of cells, put beside each other."""

from collections.abc import Iterator, Sequence

from corpus.formats.pages.glyph import Glyph

Line = list[Glyph]

_HEADS = 3  # cells of a row of heads, at least
_BESIDE = 0.5  # of its size, by which a line may stand higher than the one beside it
_FULL = 1.5  # characters by which a line that is broken may be shorter than the longest
_DIGITS = frozenset("0123456789")
_MONEY = frozenset("¥￥")
_DASHES = frozenset("-—–－/")


def divided(cells: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The rows that stand in a row of cells, each with a line for each cell; none where it is one row.

    The first may be the heads of the others.
    """
    heads = [cell[0] for cell in cells if cell]
    rows = _divided(cells)
    if rows or len(heads) < _HEADS or any(map(_is_figure, heads)):
        return rows
    if not all(_is_beside(head[0], heads[0][0]) for head in heads):
        return []
    below = _divided([cell[1:] for cell in cells])
    return [[cell[0] if cell else [] for cell in cells], *below] if below else []


def _divided(cells: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The rows without heads over them.

    There is one for each line of the fullest cell. Words have a line in each row, figures may leave some empty; a
    line without any figure that goes on from a full one belongs to it.
    """
    heights = {len(cell) for cell in cells if cell} or {0}
    if sum(map(bool, cells)) < 2 or max(heights) < 2:
        return []
    guide = next(place for place, cell in enumerate(cells) if len(cell) == max(heights))
    figures = [bool(cell) and all(map(_is_figure, cell)) for cell in cells]
    # One line of figures may be the figure of a name over several lines.
    if not any(one and len(cell) > 1 for one, cell in zip(figures, cells, strict=True)):
        return []
    if any(cell and not one and len(cell) < max(heights) for one, cell in zip(figures, cells, strict=True)):
        return []
    full = _full(cells[guide])
    places = [_places(cell, cells[guide], full) for cell in cells]
    if None in places:
        return []
    rows: list[list[Line]] = [[[] for _ in cells] for _ in cells[guide]]
    for column, (cell, found) in enumerate(zip(cells, places, strict=True)):
        for line, row in zip(cell, found or (), strict=True):
            rows[row][column] = line
    return list(_with_broken(rows, guide, full))


def _is_figure(line: Line) -> bool:
    first, last = line[0].letter, line[-1].letter
    number = (first in _DIGITS or first in _DASHES or first in _MONEY) and (last in _DIGITS or last == "%")
    return number or all(glyph.letter in _DASHES for glyph in line)


def _full(lines: Sequence[Line]) -> list[bool]:
    """Which lines of a cell are as long as the longest: the next may go on from one."""
    right = max(line[-1].right for line in lines)
    return [right - line[-1].right < _FULL * line[-1].size for line in lines]


def _places(cell: Sequence[Line], guide: Sequence[Line], full: Sequence[bool]) -> list[int] | None:
    """Beside which line of another cell each line of a cell stands; None where one stands beside none.

    One between a full line and the next is beside both: the figure of a name over two lines.
    """
    found: list[int] = []
    for line in cell:
        beside = [place for place, other in enumerate(guide) if _is_beside(line[0], other[0])]
        if not beside:
            above = sum(_below(other[0], line[0]) > 0 for other in guide) - 1
            beside = [above] if 0 <= above < len(guide) - 1 and full[above] else []
        if len(beside) != 1 or beside[0] in found:
            return None
        found += beside
    return found


def _below(one: Glyph, other: Glyph) -> float:
    """How much lower the other stands."""
    return (other.top + other.bottom - one.top - one.bottom) / 2


def _is_beside(one: Glyph, other: Glyph) -> bool:
    return abs(_below(one, other)) < _BESIDE * other.size


def _with_broken(rows: Sequence[list[Line]], guide: int, full: Sequence[bool]) -> Iterator[list[Line]]:
    """The rows, a line of the guide that only goes on from the one before together with it."""
    going: list[Line] = []
    for row, goes_on in zip(rows, [False, *full], strict=False):
        if going and goes_on and sum(map(bool, row)) == 1:
            going[guide] = [*going[guide], *row[guide]]
            continue
        if going:
            yield going
        going = row
    yield going
