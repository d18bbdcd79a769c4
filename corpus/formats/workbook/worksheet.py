"""Worksheets: the cells that show something, as table rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.structure.document import Document
from corpus.formats.structure.grid import table_lines
from corpus.formats.structure.unread import Unread
from corpus.formats.structure.written import document, heading, pieces

_LONGEST = 10_000_000  # characters of a workbook; the yearbook of a province has fewer


@dataclass(frozen=True)
class Area:
    """A merged cell: its first and last row and column, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """A sheet's cells that show something, by row and column; which rows and ranges of columns are hidden.

    `failed` are the cells that have no figure where one belongs, by row: an error, a formula never reckoned.
    """

    name: str = ""
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    failed: dict[int, int] = field(default_factory=dict)
    columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The rows that show something; a merged cell stands in each of its places."""
        width = max((column for row in self.rows.values() for column in row), default=0)
        for area in self.merged:
            self._merge(area, width)
        places = [place for place in sorted(self.rows) if place not in self.hidden]
        used = {column for place in places for column in self.rows[place]}
        # Of several empty columns one is kept, and none before the first.
        near = sorted(used | {column + 1 for column in used if column < max(used)})
        kept = [column for column in near if not self._is_hidden(column)]
        for place in places:
            for line in table_lines([[self.rows[place].get(column, "") for column in kept]]):
                # A name without its figure is a row still, not a line between two tables.
                yield line if "|" in line or place not in self.failed else line + " |" * (len(kept) - 1)

    @property
    def has_hidden(self) -> bool:
        """Whether a hidden row or column holds something."""
        return any(
            place in self.hidden or any(self._is_hidden(column) for column in row)
            for place, row in self.rows.items()
        )

    def _is_hidden(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.columns)

    def _merge(self, area: Area, width: int) -> None:
        """Write a merged cell's text into its places, in rows and columns that hold something."""
        text = self.rows.get(area.top, {}).get(area.left, "")
        covered = dict.fromkeys(range(area.left, min(area.right, width) + 1), text)
        for place in self._between(area.top, area.bottom) if text else ():
            self.rows[place].update(covered)

    def _between(self, top: int, bottom: int) -> list[int]:
        """The rows from one to another that hold something; a merged cell may go on to the last there can be."""
        if bottom - top < len(self.rows):
            return [place for place in range(top, bottom + 1) if place in self.rows]
        return [place for place in self.rows if top <= place <= bottom]


def workbook_document(sheets: Sequence[Sheet], hidden: Sequence[str], path: Path) -> Document:
    """The sheets that hold something, each below its name where there are several; `hidden` sheets by name.

    Raises UnreadableSource where a small file names a long text again and again.
    """
    if sum(len(text) for sheet in sheets for row in sheet.rows.values() for text in row.values()) > _LONGEST:
        raise UnreadableSource(path, Fault.SLOW)
    unread = [Unread.SHEETS.said("、".join(hidden))] if hidden else []
    behind = [sheet.name for sheet in sheets if sheet.has_hidden]
    unread += [Unread.ROWS.said("、".join(behind))] if behind else []
    failed = sum(sum(sheet.failed.values()) for sheet in sheets)
    unread += [Unread.FORMULAS.said(failed)] if failed else []
    found = [(sheet.name, list(pieces(sheet.lines()))) for sheet in sheets]
    named = sum(bool(parts) for _, parts in found) > 1
    parts = (part for name, own in found if own for part in [*([heading(2, name)] if named else []), *own])
    return document(parts, unread=tuple(unread))
