"""Word documents read to lines: headings marked, numbering written out, tables as rows, what is seen and no more."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.archive import archive
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource
from corpus.given import Given
from corpus.grid import Cell, grid, table_lines
from corpus.numbering import Numbering, W
from corpus.wordtext import boxes, notes, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# "Strict" files say the same in another namespace.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
_HOLDERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_PAGE = re.compile(r"[\s\d第页共/—–\-]*")


@dataclass(frozen=True)
class Package:
    """The parts of a docx file."""

    found: zipfile.ZipFile
    main: str

    @classmethod
    def of(cls, found: zipfile.ZipFile) -> "Package":
        """The package with its main part, wherever it lies."""
        links = _links(found, "", "_rels/.rels")
        return cls(found, next((name for kind, name in links if kind == "officeDocument"), _MAIN))

    def part(self, name: str) -> "_Element | None":
        """The root of a part, None where the file has no such part."""
        if name not in self.found.namelist():
            return None
        return _parsed(self.found.read(name))

    def parts(self, kind: str) -> Iterator["_Element"]:
        """The parts of a kind that the main one refers to: styles, numbering, header …"""
        folder, name = posixpath.split(self.main)
        links = _links(self.found, folder, posixpath.join(folder, "_rels", f"{name}.rels"))
        for found in dict.fromkeys(target for one, target in links if one == kind):
            root = self.part(found)
            if root is not None:
                yield root


def _links(found: zipfile.ZipFile, folder: str, name: str) -> list[tuple[str, str]]:
    """Kind and name of the parts that a part refers to; links to nothing and out of the file left out."""
    if name not in found.namelist():
        return []
    return [
        (posixpath.basename(one.get("Type") or ""), _inside(folder, one.get("Target") or ""))
        for one in _parsed(found.read(name)).iter(_RELATIONS)
        if one.get("TargetMode") != "External"
    ]


def _inside(folder: str, target: str) -> str:
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )


def _parsed(content: bytes) -> "_Element":
    from lxml import etree  # takes a moment, and most corpora have no Word file

    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    # Entities are never resolved, and nothing is fetched.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
    root = etree.fromstring(content, parser)
    if root is None:
        raise ValueError("no XML")
    return root


def word_document(content: bytes, path: Path) -> Document:
    """The paragraphs and tables of a docx file in order. Raises UnreadableSource."""
    package = Package.of(archive(content, path))
    main = package.part(package.main)
    body = None if main is None else main.find(f"{W}body")
    if body is None:
        raise UnreadableSource(path, Fault.DAMAGED)
    reader = _Reader(
        Numbering(next(package.parts("numbering"), None), next(package.parts("styles"), None)),
        {str(note.get(f"{W}id")): note for part in package.parts("footnotes") for note in part},
    )
    lines = list(reader.lines(body))
    above, below = ([*_running(package, kind, reader, lines)] for kind in ("header", "footer"))
    return Document("".join(f"{line}\n" for line in (*above, *lines, *below)), Given())


def _running(package: Package, kind: str, reader: "_Reader", body: list[str]) -> Iterator[str]:
    """The lines of the headers or footers, each once; page numbers and what the body says are left out."""
    said = {line.strip() for line in body}
    for part in package.parts(kind):
        for line in reader.lines(part):
            if line.strip() not in said and not _PAGE.fullmatch(line):
                said.add(line.strip())
                yield line


@dataclass(frozen=True)
class _Reader:
    """Reads the parts of one document in order, for its numbers count on."""

    numbering: Numbering
    footnotes: "dict[str, _Element]" = field(default_factory=dict)

    def lines(self, holder: "_Element") -> Iterator[str]:
        """The lines of what a part, a cell or a text box holds."""
        for child in holder:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self.lines(child)

    def _paragraph(self, paragraph: "_Element") -> Iterator[str]:
        number = self.numbering.next(paragraph)
        mark = _mark(self.numbering.style(paragraph))
        for place, line in enumerate(text_of(paragraph).replace("\t", "  ").splitlines()):
            if line.strip():
                yield mark + _numbered(number, line.strip()) if place == 0 else line.strip()
        for box in boxes(paragraph):
            yield from self.lines(box)
        for note in notes(paragraph):
            words = (
                "".join(map(text_of, self.footnotes[note].iter(f"{W}p"))) if note in self.footnotes else ""
            )
            if words.strip():
                yield f"注：{words.strip()}"

    def _table(self, table: "_Element") -> Iterator[str]:
        """The rows of a table, and below it the tables that stand in its cells."""
        inner: list[_Element] = []
        rows = [self._row(row, inner) for row in _below(table, "tr") if not _is_gone(row)]
        # A table of one column only places text on the page.
        if all(len(row) == 1 for row in rows):
            for cell in (cell for row in _below(table, "tr") for cell in _below(row, "tc")):
                yield from self.lines(cell)
            return
        yield from table_lines(grid(_unmerged(rows)))
        for other in inner:
            yield from self._table(other)

    def _row(self, row: "_Element", inner: "list[_Element]") -> list[tuple[Cell, bool]]:
        """The cells of a row, each with whether it goes on from the one above."""
        before = row.find(f"{W}trPr/{W}gridBefore")
        skipped = int(before.get(f"{W}val") or 0) if before is not None else 0
        cells: list[tuple[Cell, bool]] = [(Cell("", skipped), False)] if skipped else []
        for cell in _below(row, "tc"):
            inner += list(_below(cell, "tbl"))
            span, merged = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
            width = int(span.get(f"{W}val") or 1) if span is not None else 1
            goes_on = merged is not None and merged.get(f"{W}val") != "restart"
            words = "".join(self._cell_text(one) for one in _below(cell, "p"))
            cells.append((Cell(words, max(1, min(width, 200))), goes_on))
        return cells

    def _cell_text(self, paragraph: "_Element") -> str:
        return _numbered(self.numbering.next(paragraph), text_of(paragraph).strip())


def _below(holder: "_Element", name: str) -> Iterator["_Element"]:
    """The rows, cells or paragraphs of a holder, those inside content controls and revisions too."""
    for child in holder:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _HOLDERS:
            yield from _below(child, name)


def _is_gone(row: "_Element") -> bool:
    """Whether a row is hidden or deleted."""
    return any(row.find(f"{W}trPr/{W}{name}") is not None for name in ("hidden", "del"))


def _unmerged(rows: list[list[tuple[Cell, bool]]]) -> list[list[Cell]]:
    """The rows with what a merged cell says in each of its places."""
    filled: list[list[Cell]] = []
    above: dict[int, str] = {}
    for row in rows:
        place, line = 0, []
        for cell, goes_on in row:
            text = above.get(place, "") if goes_on else cell.text
            for column in range(place, place + cell.columns):
                above[column] = text
            place += cell.columns
            line.append(Cell(text, cell.columns))
        filled.append(line)
    return filled


def _numbered(number: str, words: str) -> str:
    """A paragraph behind its number; before a figure with a mark that is no decimal point: 2. 15个 as 2、15个."""
    return number.rstrip(".．") + "、" + words if number and words[:1].isdecimal() else number + words


def _mark(style: str | None) -> str:
    """Markdown's mark for a heading style: Heading 1, 标题 1, Title."""
    words = (style or "").title().split()
    if words[:1] == ["Title"] or words == ["标题"]:
        return "# "
    is_heading = len(words) == 2 and words[0] in ("Heading", "标题") and words[1].isdecimal()
    return "#" * min(6, int(words[1]) + 1) + " " if is_heading else ""
