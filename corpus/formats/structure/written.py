"""What a reader finds in a file, one piece after the other, written out as a document's text and blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.document.given import NOTHING, Given
from corpus.formats.structure.document import Block, Document, Part
from corpus.formats.structure.grid import table_lines

_MARKED = re.compile(r"(#{1,6})\s")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Piece:
    """Lines of text that are one thing; a heading's begin with its marks, a table's are its rows: `a | b | c`."""

    part: Part
    lines: tuple[str, ...] = ()
    level: int = 0


PICTURE = Piece(Part.PICTURE)


def paragraph(*lines: str) -> Piece:
    """A paragraph, with each of its forced ends of lines."""
    return Piece(Part.PARAGRAPH, lines)


def heading(level: int, text: str) -> Piece:
    """A heading, 1 the highest."""
    return Piece(Part.HEADING, (f"{'#' * level} {text}",), level)


def tables(rows: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """The table that rows make, or the several that lines of one cell part."""
    return pieces(table_lines(rows))


def pieces(rows: Iterable[str]) -> Iterator[Piece]:
    """Rows written out as tables, the lines between them as paragraphs."""
    for is_row, lines in groupby(rows, key=lambda line: "|" in line):
        if is_row:
            yield Piece(Part.TABLE, tuple(lines))
        else:
            yield from map(paragraph, lines)


def document(found: Iterable[Piece], given: Given = NOTHING, unread: tuple[str, ...] = ()) -> Document:
    """The document that pieces make, each line of them a line of its text."""
    lines: list[str] = []
    blocks: list[Block] = []
    place = 0
    for piece in found:
        start = place
        for line in piece.lines:
            lines.append(f"{line}\n")
            place += len(line) + 1
        blocks.append(Block(piece.part, start, max(start, place - 1), piece.level))
    return Document("".join(lines), tuple(blocks), given=given, unread=unread)


def pieces_of(made: Document) -> Iterator[Piece]:
    """The pieces that a document was made of."""
    for block in made.blocks:
        lines = made.text[block.start : block.end].splitlines()
        yield Piece(block.part, tuple(lines), block.level)


def marked_up(text: str) -> tuple[Block, ...]:
    """The blocks of a text whose lines say what they are as Markdown does: headings by their marks, rows by their bars."""
    found: list[Block] = []
    for line in _LINE.finditer(text):
        if not line[0].strip("\ufeff \t\r\u3000\xa0\f"):
            continue
        mark = _MARKED.match(line[0])
        part = Part.HEADING if mark else Part.TABLE if "|" in line[0] else Part.PARAGRAPH
        before = found[-1] if found else None
        if before is not None and part is Part.TABLE is before.part and before.end + 1 == line.start():
            found[-1] = Block(part, before.start, line.end())
        else:
            found.append(Block(part, *line.span(), len(mark[1]) if mark else 0))
    return tuple(found)
