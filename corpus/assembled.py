"""The lines of pages as a document: its text, and which of it was recognised in pictures."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.document import Document
from corpus.pdfrow import Row, Scan
from corpus.recognition import DOTS
from corpus.scanned import Scanned, is_unsure, settled

_FIGURE = re.compile(r"[0-9.,%\U000f0000-\U000fffff]+")


def assembled(lines: Iterable[Sequence[Row]], unread: tuple[str, ...] = ()) -> Document:
    """A document of lines that are rows printed one after the other."""
    pieces: list[str] = []
    scanned: list[Scanned] = []
    length = 0
    for line in lines:
        for row in line:
            if row.scan:
                scanned.append(_scanned(row, row.scan, length))
            pieces.append(row.text)
            length += len(row.text)
        pieces.append("\n")
        length += 1
    return Document(settled("".join(pieces)), unread=unread, scanned=tuple(scanned))


def _scanned(row: Row, scan: Scan, start: int) -> Scanned:
    """A row that stands at a place of the text, as it was recognised."""
    unsure = tuple((start + first, start + last) for first, last in _unsure(row.text))
    left, top, right, bottom = (
        round(edge * DOTS / 72) for edge in (row.left, row.top, row.right, row.top + row.size)
    )
    box = (left, top, right, bottom)
    end = start + len(row.text)
    return Scanned(start, end, scan.page, scan.confidence, unsure, box, scan.turn, scan.angle, scan.size)


def _unsure(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the figures with a digit that is not sure."""
    return (figure.span() for figure in _FIGURE.finditer(text) if any(map(is_unsure, figure[0])))
