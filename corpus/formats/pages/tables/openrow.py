"""Rows of a ruled table that are one cell with columns of its own in it: they part the table."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.formats.pages.glyph import Glyph, lines, printed, written
from corpus.formats.pages.tables.ruled import Ruled

_COLUMNS = 3  # of a line, at least, in a table without lines between them
_LINES = 2  # of such a table, at least

Letters = Mapping[tuple[int, int], Sequence[Glyph]]


def parted(table: Ruled, letters: Letters) -> Iterator[Ruled]:
    """The pieces of a table above and below such rows, which stand outside; `letters` are those in each of its places.

    What has all its letters in one cell is a frame, and no table.
    """
    if len({table.cells[row][column] for row, column in letters}) == 1 and len(_said(letters)) >= _LINES:
        return
    last = len(table.cells)
    start = 0
    for row in [*(row for row in range(last) if _is_open(table, letters, row)), last]:
        if row > start:
            edges, cells = table.rows[start : row + 1], table.cells[start:row]
            top, bottom = table.open_top and not start, table.open_bottom and row == last
            yield Ruled(table.columns, edges, cells, top, bottom)
        start = row + 1


def _is_open(table: Ruled, letters: Letters, row: int) -> bool:
    """Whether a row is one cell with several lines of columns in it."""
    numbers = set(table.cells[row])
    if len(numbers) > 1 or any(numbers & set(other) for other in _without(table, row)):
        return False
    said = _said({place: some for place, some in letters.items() if place[0] == row})
    return sum(len(re.split(r" {2,}", line)) >= _COLUMNS for line in said) >= _LINES


def _without(table: Ruled, row: int) -> Iterator[Sequence[int]]:
    return (other for place, other in enumerate(table.cells) if place != row)


def _said(letters: Letters) -> list[str]:
    inked = [letter for some in letters.values() for letter in some]
    return [written(line) for line in map(printed, lines(inked)) if line]
