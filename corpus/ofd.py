"""OFD, the layout format of Chinese government documents, read to lines: a zip of XML pages."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from corpus.archive import archive
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource

_NS = "{http://www.ofdspec.org/2016}"
_PAGE_NUMBER = ("—", "-", "－")


@dataclass(frozen=True)
class Piece:
    """A run of text on a page: where it begins, in millimetres, and its size."""

    x: float
    y: float
    size: float
    width: float
    text: str


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
    for root in _texts(ET.fromstring(found.read("OFD.xml")), "DocRoot"):
        document = root.lstrip("/")
        pages = ET.fromstring(found.read(document)).iter(f"{_NS}Page")
        for page in pages:
            location = posixpath.join(posixpath.dirname(document), page.attrib["BaseLoc"]).lstrip("/")
            yield list(_pieces(ET.fromstring(found.read(location))))


def _texts(root: ET.Element, name: str) -> list[str]:
    return [element.text.strip() for element in root.iter(f"{_NS}{name}") if element.text]


def _pieces(page: ET.Element) -> Iterator[Piece]:
    for element in page.iter(f"{_NS}TextObject"):
        left, top, width, _ = (float(number) for number in element.attrib["Boundary"].split())
        size = float(element.attrib.get("Size", "5"))
        for code in element.iter(f"{_NS}TextCode"):
            x, y = float(code.attrib.get("X", "0")), float(code.attrib.get("Y", "0"))
            yield Piece(left + x, top + y, size, width, code.text or "")


def _lines(pieces: list[Piece]) -> Iterator[str]:
    """The pieces of each line from left to right; a gap wider than two characters parts columns."""
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
        gap = piece.x - (before.x + before.size * len(before.text))
        line += ("  " if gap > 2 * piece.size else "") + piece.text
    return line
