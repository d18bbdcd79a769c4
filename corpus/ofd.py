"""OFD, the layout format of Chinese government documents (GB/T 33190), read to lines: a zip of XML pages."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from corpus.archive import archive
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource

_PAGE_NUMBER = ("—", "-", "－")
_COLUMN, _NUMBERS = 2.0, 0.2  # characters of a gap that parts two columns, and two numbers
_DEEPEST = 8  # composite objects inside each other


@dataclass(frozen=True)
class Piece:
    """A run of text on a page: where it begins and ends, in millimetres, and its size."""

    x: float
    y: float
    size: float
    end: float
    text: str


@dataclass(frozen=True)
class Transform:
    """What takes an object's own coordinates to the page's: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The point on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inner(self, element: ET.Element) -> "Transform":
        """The transform of an object inside: its CTM, then its boundary's corner, then this one."""
        own = _numbers(element.attrib.get("CTM", "")) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
        left, top, *_ = [*_numbers(element.attrib.get("Boundary", "")), 0.0, 0.0]
        a, b, c, d = own[:4]
        e, f = self.at(own[4] + left, own[5] + top)
        return Transform(
            self.a * a + self.c * b,
            self.b * a + self.d * b,
            self.a * c + self.c * d,
            self.b * c + self.d * d,
            e,
            f,
        )


@dataclass(frozen=True)
class Parts:
    """What pages of a document refer to: template pages and composite graphics by their ids."""

    templates: Mapping[str, ET.Element]
    composites: Mapping[str, ET.Element]


def ofd(content: bytes, path: Path) -> Document:
    """The text of an OFD file, line by line. Raises UnreadableSource.

    The maintained readers of this format all bring a licence that this project cannot take (PyMuPDF, AGPL).
    """
    found = archive(content, path)
    try:
        lines = [line for page in _pages(found) for line in _lines(page)]
    except (KeyError, ValueError, ET.ParseError, zipfile.BadZipFile):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    if not lines:
        raise UnreadableSource(path, Fault.SCANNED)
    return Document("".join(f"{line}\n" for line in lines))


def _pages(found: zipfile.ZipFile) -> Iterator[list[Piece]]:
    for root in _texts(_parsed(found, "OFD.xml"), "DocRoot"):
        document = root.lstrip("/")
        tree = _parsed(found, document)
        folder = posixpath.dirname(document)
        parts = _parts(found, tree, folder)
        for page in tree.iter("Page"):
            body = _parsed(found, _join(folder, page.attrib["BaseLoc"]))
            below = [parts.templates.get(one.attrib.get("TemplateID", "")) for one in body.iter("Template")]
            layers = [*(layer for layer in below if layer is not None), body]
            yield [piece for layer in layers for piece in _pieces(layer, Transform(), parts)]


def _parsed(found: zipfile.ZipFile, name: str) -> ET.Element:
    """A part's XML with bare names: producers write the standard's namespace with and without its year, or none."""
    root = ET.fromstring(found.read(name))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _parts(found: zipfile.ZipFile, document: ET.Element, folder: str) -> Parts:
    templates = {
        one.attrib["ID"]: _parsed(found, _join(folder, one.attrib["BaseLoc"]))
        for one in document.iter("TemplatePage")
    }
    composites: dict[str, ET.Element] = {}
    names = [*_texts(document, "PublicRes"), *_texts(document, "DocumentRes")]
    for name in names:
        place = _join(folder, name)
        if place in found.namelist():
            units = _parsed(found, place).iter("CompositeGraphicUnit")
            composites |= {unit.attrib.get("ID", ""): unit for unit in units}
    return Parts(templates, composites)


def _join(folder: str, name: str) -> str:
    return name.lstrip("/") if name.startswith("/") else posixpath.normpath(posixpath.join(folder, name))


def _texts(root: ET.Element, name: str) -> list[str]:
    return [element.text.strip() for element in root.iter(name) if element.text]


def _pieces(root: ET.Element, outer: Transform, parts: Parts, depth: int = 0) -> Iterator[Piece]:
    """The runs of text of a page, a template or a composite graphic."""
    for element in root.iter():
        if element.tag == "TextObject":
            yield from _runs(element, outer)
        elif element.tag == "CompositeObject" and depth < _DEEPEST:
            unit = parts.composites.get(element.attrib.get("ResourceID", ""))
            if unit is not None:
                yield from _pieces(unit, outer.inner(element), parts, depth + 1)


def _runs(element: ET.Element, outer: Transform) -> Iterator[Piece]:
    """The text codes of a text object; one without X or Y takes that of the one before (GB/T 33190, table 46)."""
    own = outer.inner(element)
    size = float(element.attrib.get("Size", "5"))
    scale = max(abs(own.d), abs(own.b)) or 1.0
    x = y = 0.0
    for code in element.iter("TextCode"):
        x, y = float(code.attrib.get("X", x)), float(code.attrib.get("Y", y))
        text = code.text or ""
        if text:
            left, top = own.at(x, y)
            right, _ = own.at(x + _length(text, size, _deltas(code.attrib.get("DeltaX", ""))), y)
            yield Piece(left, top, size * scale, right, text)


def _deltas(printed: str) -> list[float]:
    """The advances of a text code; `g n v` stands for n times v.

    >>> _deltas("3.5 g 3 2 4")
    [3.5, 2.0, 2.0, 2.0, 4.0]
    """
    words = printed.split()
    found: list[float] = []
    while words:
        word = words.pop(0)
        if word == "g" and len(words) > 1:
            found += [float(words[1])] * min(int(words[0]), 10_000)
            words = words[2:]
        else:
            found.append(float(word))
    return found


def _length(text: str, size: float, deltas: Sequence[float]) -> float:
    """How far a run reaches: its advances, and the usual width of each letter that has none."""
    rest = text[len(deltas) :]
    return sum(deltas[: len(text)]) + sum(size * (0.5 if letter.isascii() else 1.0) for letter in rest)


def _numbers(printed: str) -> list[float]:
    return [float(number) for number in printed.split()]


def _lines(pieces: list[Piece]) -> Iterator[str]:
    """The pieces of each line from left to right; a wide gap parts columns."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x)):
        if rows and abs(rows[-1][0].y - piece.y) < piece.size / 2:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        line = _line(sorted(row, key=lambda piece: piece.x)).strip()
        if line and not line.strip("".join(_PAGE_NUMBER) + " ").isdecimal():
            yield line


def _line(row: list[Piece]) -> str:
    line = row[0].text
    for before, piece in pairwise(row):
        gap = (piece.x - before.end) / (piece.size or 1)
        # Two numbers are two cells however narrow the gap.
        numbers = (
            before.text[-1:].isascii() and piece.text[:1].isascii() and len(before.text + piece.text) > 2
        )
        line += ("  " if gap > (_NUMBERS if numbers else _COLUMN) else "") + piece.text
    return line
