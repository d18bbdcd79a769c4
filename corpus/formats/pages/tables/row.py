"""Printed lines and tables of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.runtime.replace import replace


@dataclass(frozen=True)
class Scan:
    """The page whose picture was recognised, counted from 1, and how sure that is: 0 to 1.

    The page was turned by so many quarters against the clock, and leans then by an angle in radians; `size` is its width
    and height then, in dots.
    """

    page: int
    confidence: float
    turn: int = 0
    angle: float = 0.0
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Band:
    """Where a row of a table stands, in points from the page's top, the page, and the picture that it was recognised in."""

    top: float
    bottom: float
    scan: Scan | None = None
    page: int = 0


@dataclass(frozen=True)
class Table:
    """A ruled table's rows of cells; where the lines down the page are, where each row is; whether the page's end cuts it."""

    cells: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...]
    bands: tuple[Band, ...]
    open_top: bool = False
    open_bottom: bool = False


@dataclass(frozen=True)
class Row:
    """A printed line, or a table, with its place on its page in points.

    `size` is how high it is; `column` are the left and the right edge of the newspaper column that it stands in; `scan`
    says that it was recognised in a picture, `width` is the page's, which counts from 1.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    table: Table | None = None
    is_table: bool = False
    column: tuple[float, float] | None = None
    scan: Scan | None = None
    width: float = 0
    page: int = 0


def numbered(rows: Sequence[Row], page: int) -> list[Row]:
    """The rows of a page, each with the page's number, and those of its tables."""
    return [replace(row, page=page, table=row.table and _numbered(row.table, page)) for row in rows]


def _numbered(table: Table, page: int) -> Table:
    return replace(table, bands=tuple(replace(band, page=page) for band in table.bands))
