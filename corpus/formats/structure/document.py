"""Documents: what every reader gives, whatever the format: text, the blocks that it is made of, and what is not in it."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.document.given import NOTHING, Given
from corpus.texts.scanned import Scanned
from corpus.texts.table import cells, heads

Box = tuple[float, float, float, float]
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Part(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True)
class Block:
    """A piece of a document that is one thing, whole lines of its text: text[start:end].

    `level` is a heading's, 1 the highest, else 0. `page` counts from 1 and `box` is the place on that page in points from its
    upper left corner: left, top, right, bottom; of what goes on over the next page the part on the first. A format without
    pages has page 0 and NOWHERE. A picture of which nothing is in the text has no length.
    """

    part: Part
    start: int
    end: int
    level: int = 0
    page: int = 0
    box: Box = NOWHERE


@dataclass(frozen=True)
class Grid:
    """A table's rows of cells; the first `heads` of them say what stands below."""

    rows: tuple[tuple[str, ...], ...]
    heads: int


@dataclass(frozen=True)
class Document:
    """What a format's reader gives.

    `blocks` hold all of the text but its line ends and blank lines. `pages` says where in the text each page begins, of a
    format that has pages. `unread` says in a line each what is not in the text though it is in the file; `scanned` is
    what was recognised in pictures.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    given: Given = NOTHING
    unread: tuple[str, ...] = ()
    scanned: tuple[Scanned, ...] = ()

    def grid(self, block: Block) -> Grid:
        """The cells of a block that is a table."""
        rows = self.text[block.start : block.end].splitlines()
        return Grid(tuple(map(cells, rows)), len(heads(rows)))
