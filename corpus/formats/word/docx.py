"""Word documents read to lines: headings marked, numbering written out, tables as rows."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from corpus.compiled import compiled
from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.archive import archive
from corpus.formats.container.package import Package
from corpus.formats.structure.document import Document, Part
from corpus.formats.structure.raised import joined, unlowered
from corpus.formats.structure.unread import Unread
from corpus.formats.structure.watch import counted
from corpus.formats.structure.written import Piece, document, tables
from corpus.formats.word.chunk import Chunks, Reader
from corpus.formats.word.mark import is_deleted, is_joined, is_uncounted
from corpus.formats.word.numbering import Numbering, glued
from corpus.formats.word.spread import Grid, columns, spread
from corpus.formats.word.style import Styles, value
from corpus.formats.word.text import Ink, bare, chosen, ink, is_shown
from corpus.formats.word.unseen import Seen

_WRAPPERS = frozenset(("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
_CONTENTS = compiled(r"(?:toc|目录)\s*\d", re.IGNORECASE)
_SENTENCE = compiled(r"[。！？；][”’）)」]*$")
# 第1页 共3页 and — 1 —, with the numbers or without.
_NO_WORDS = compiled(r"[\W_第共页总]*(?:\d{1,4}[\W_第共页总]*){0,2}")


def word_document(content: bytes, path: Path) -> Document:
    """The paragraphs and tables of a docx file in order. Raises UnreadableSource.

    The file is read without a library for it: python-docx prints neither smart tags, content controls, revisions,
    text boxes nor notes, and refuses templates, strict files and those that lack a picture.
    """
    return _document(content, path, _taken_in)


def _taken_in(content: bytes, path: Path) -> Document:
    """A document that another one takes in; it takes in none itself."""
    return _document(content, path, _nested)


def _nested(_: bytes, path: Path) -> Document:
    raise UnreadableSource(path, Fault.SLOW)


def _document(content: bytes, path: Path, inner: Reader) -> Document:
    package = Package(archive(content, path))
    try:
        word = _Word(package, Seen(), path, inner)
        return document(list(word.pieces()), unread=tuple(word.unread()))
    except (KeyError, ET.ParseError):
        raise UnreadableSource(path, Fault.DAMAGED) from None


class _Word:
    """A document being read: its styles, its numbering, and the notes that wait for the end of a paragraph."""

    def __init__(self, package: Package, seen: Seen, path: Path, inner: Reader) -> None:
        self._path = path
        self._package, self._main, self._seen = package, package.main(), seen
        self._styles = Styles(package.linked(self._main, "styles"))
        self._numbering = Numbering(package.linked(self._main, "numbering"), self._styles)
        self._notes = {
            (kind, note.get("id", "")): note
            for kind in ("footnote", "endnote")
            for note in _parts(package.linked(self._main, f"{kind}s"), kind)
        }
        # Whether a paragraph and a run without a style print what stands in them and nothing else.
        self._is_usual = self._styles.is_usual() and not self._numbering.numbers_unstyled()
        self._waiting: list[tuple[str, str]] = []
        self._chunks = Chunks(package, self._main, path, inner)

    def pieces(self) -> Iterator[Piece]:
        """What the body says, the pages' headers before it and the footers after, each line of them once."""
        body = self._seen.passing(counted(self._package.children(self._main, "body"), self._path))
        written = [*self._blocks(body), *self._noted()]
        headers, footers = map(self._running, self._seen.running.values())
        said = {line for piece in written for line in piece.lines}
        yield from _without(headers, said)
        yield from written
        yield from _without(footers, said | {line for piece in headers for line in piece.lines})

    def unread(self) -> Iterator[str]:
        """A line each for what has gone by and is not in the pieces."""
        yield from dict.fromkeys((*self._seen.unread(), *self._chunks.unread))
        if self._chunks.lost:
            yield Unread.PARTS.said(self._chunks.lost)

    def _running(self, used: Iterable[str]) -> list[Piece]:
        """What all pages' headers or footers say, without the numbers of pages."""
        links = self._package.links(self._main)
        parts = [self._package.markup(links[name].target) for name in used if name in links]
        found = [piece for part in parts if part is not None for piece in self._blocks(part)]
        numbers = {line for piece in found for line in piece.lines if _NO_WORDS.fullmatch(line)}
        return list(_without(found, numbers))

    def _blocks(self, parent: Iterable[ET.Element]) -> Iterator[Piece]:
        """The pieces of a body, a cell, a text box or a note."""
        carried: list[tuple[str, bool]] = []
        for block in _inside(parent, ("p", "tbl", "altChunk")):
            if block.tag == "altChunk":
                yield from self._chunks.pieces(block.get("id", ""))
                continue
            if block.tag == "tbl":
                yield from (*self._table(block), *self._noted(), *self._seen.shown())
                continue
            printed = self._ink(block)
            printed.pieces[:0], carried = carried, []
            joins = is_joined(block)
            if joins:
                carried, printed.pieces = printed.pieces, []
            yield from self._paragraph(block, printed, joins=joins)
            yield from self._seen.shown()
        if last := tuple(_split(joined(carried))):
            yield Piece(Part.PARAGRAPH, last)

    def _ink(self, paragraph: ET.Element) -> Ink:
        printed = ink(paragraph, self._styles)
        self._seen.is_hiding |= printed.is_hiding
        return printed

    def _paragraph(self, paragraph: ET.Element, printed: Ink, *, joins: bool) -> Iterator[Piece]:
        self._waiting += printed.notes
        name = self._styles.name(paragraph)
        lines = list(_split(joined(printed.pieces)))
        if _CONTENTS.match(name):
            return
        number = "" if joins or (not lines and is_uncounted(paragraph)) else self._numbering.next(paragraph)
        if lines:
            level = _level(name)
            mark = f"{'#' * level} " if level else ""
            lines[0] = mark + glued(number, lines[0])
            yield Piece(Part.HEADING if level else Part.PARAGRAPH, tuple(lines), level)
        for box in printed.boxes:
            yield from self._blocks(box)
        if lines and _SENTENCE.search(lines[-1]):
            yield from self._noted()

    def _noted(self) -> Iterator[Piece]:
        """The notes to what has been written."""
        waiting, self._waiting = self._waiting, []
        for key in waiting:
            if key in self._notes:
                yield from self._blocks(self._notes[key])

    def _table(self, table: ET.Element) -> Iterator[Piece]:
        """A table as rows; one of a single column only frames what is in it."""
        rows = list(_rows(table))
        if all(len(cells) < 2 for _, cells in rows):
            for cell in (cell for _, cells in rows for cell in cells):
                yield from self._blocks(cell)
        else:
            yield from tables(self._grid(rows))

    def _grid(self, found: Iterable[tuple[ET.Element, Sequence[ET.Element]]]) -> Grid:
        """The cells in their places: a merged one in each, a table in a cell spread over the cell's place."""
        above: list[Grid] = []
        rows: list[list[Grid]] = []
        for row, cells in found:
            properties = row.find("trPr")
            line: list[Grid] = [[[""]]] * _count(properties, "gridBefore", 0)
            for cell in cells:
                line += self._cell(cell, above, len(line), line[-1] if line else [[""]])
            line += [[[""]]] * _count(properties, "gridAfter", 0)
            rows.append(line)
            above = line
        return list(spread(rows))

    def _cell(self, cell: ET.Element, above: Sequence[Grid], place: int, left: Grid) -> list[Grid]:
        """What stands in the columns that a cell covers."""
        properties = cell.find("tcPr")
        span = _count(properties, "gridSpan", 1)
        if _continues(properties, "vMerge") and place < len(above):
            return [above[column] if column < len(above) else [[""]] for column in range(place, place + span)]
        if _continues(properties, "hMerge"):
            return [left] * span
        content = self._content(cell)
        return [content] if span == 1 and len(content) == 1 == len(content[0]) else columns(content, span)

    def _content(self, cell: ET.Element) -> Grid:
        """A cell's text as a grid of one place, or the rows of the tables in it."""
        text = bare(cell) if self._is_usual else None
        if text is not None:  # most cells
            return [[unlowered(text).strip()]]
        found: Grid = []
        words: list[str] = []
        for block in _inside(cell, ("p", "tbl")):
            if block.tag == "tbl":
                found += [["\n".join(words)]] if words else []
                found += self._grid(_rows(block))
                words = []
            else:
                printed = self._ink(block)
                self._waiting += printed.notes
                text = joined(printed.pieces).strip()
                words.append(glued("" if is_joined(block) else self._numbering.next(block), text))
                boxes = (piece for box in printed.boxes for piece in self._blocks(box))
                words += [line for piece in boxes for line in piece.lines]
                words = [word for word in words if word]
        found += [["\n".join(words)]] if words or not found else []
        return found


def _parts(root: ET.Element | None, kind: str) -> list[ET.Element]:
    return [] if root is None else root.findall(kind)


def _inside(parent: Iterable[ET.Element], names: Sequence[str]) -> Iterator[ET.Element]:
    """The children of these names, those in wrappers that print nothing themselves included."""
    for child in parent:
        if child.tag in names:
            if not is_deleted(child):
                yield child
        elif child.tag in _WRAPPERS or (child.tag == "sdt" and is_shown(child)):
            yield from _inside(child, names)
        elif child.tag == "AlternateContent":
            for form in chosen(child):
                yield from _inside(form, names)


def _rows(table: ET.Element) -> Iterator[tuple[ET.Element, list[ET.Element]]]:
    """The rows of a table, each with its cells."""
    return ((row, list(_inside(row, ("tc",)))) for row in _inside(table, ("tr",)))


def _continues(properties: ET.Element | None, name: str) -> bool:
    """Whether a cell goes on from the one above or to the left of it."""
    found = properties.find(name) if properties is not None else None
    return found is not None and found.get("val", "continue") == "continue"


def _count(properties: ET.Element | None, name: str, least: int) -> int:
    printed = value(properties, name) if properties is not None else ""
    return min(60, max(least, int(printed))) if printed.isdecimal() else least


def _split(text: str) -> Iterator[str]:
    return (line.strip() for line in text.replace("\t", "  ").splitlines() if line.strip())


def _without(found: Iterable[Piece], said: Container[str]) -> Iterator[Piece]:
    """The pieces without the lines that have been said, each of the others once."""
    once: dict[str, None] = {}
    for piece in found:
        fresh = [line for line in piece.lines if line not in said and line not in once]
        once.update(dict.fromkeys(fresh))
        if lines := tuple(dict.fromkeys(fresh)):
            yield Piece(piece.part, lines, piece.level)


def _level(style: str) -> int:
    """The level of a heading's style, 0 of others: Heading 1, 标题 1, Title."""
    words = style.lower().split()
    if words[:1] == ["title"] or words == ["标题"]:
        return 1
    is_heading = len(words) == 2 and words[0] in ("heading", "标题") and words[1].isdecimal()
    return min(6, int(words[1]) + 1) if is_heading else 0
