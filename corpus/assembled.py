"""The lines of pages as a document: its text, and which of it was recognised in pictures."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.document import Document
from corpus.pdfrow import Row
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
                unsure = tuple((length + start, length + end) for start, end in _unsure(row.text))
                scanned.append(
                    Scanned(length, length + len(row.text), row.scan.page, row.scan.confidence, unsure)
                )
            pieces.append(row.text)
            length += len(row.text)
        pieces.append("\n")
        length += 1
    return Document(settled("".join(pieces)), unread=unread, scanned=tuple(scanned))


def _unsure(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the figures with a digit that is not sure."""
    return (figure.span() for figure in _FIGURE.finditer(text) if any(map(is_unsure, figure[0])))
