"""The lines of pages as a document: its text, its blocks, and which of it was recognised in pictures."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.compiled import compiled
from corpus.formats.pages.block import blocks
from corpus.formats.pages.tables.row import Row, Scan
from corpus.formats.picture.recognition import DOTS
from corpus.formats.structure.document import Document
from corpus.texts.scanned import Scanned, doubted, is_unsure, settled

_DIGIT = "[0-9\U000f0000-\U000fffff]"
_FIGURE = compiled(f"{_DIGIT}+(?:[.,]+{_DIGIT}+)*[%‰]?")
# A figure at the end of a line that another one begins below: perhaps one, cut in two.
_CUT = compiled(r"(?P<first>[0-9][0-9.,]*)\n(?P<rest>[.,]?[0-9][0-9.,]*%?)")


def assembled(
    lines: Iterable[list[Row]],
    count: int,
    pictures: Sequence[int] = (),
    unread: tuple[str, ...] = (),
) -> Document:
    """A document of lines that are rows printed one after the other, on so many pages; some only `pictures`, by number."""
    made = list(lines)
    pieces: list[str] = []
    scanned: list[Scanned] = []
    pages: list[int] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for line in made:
        start = length
        for row in line:
            pages += [length] * (row.page - len(pages))
            if row.scan:
                scanned.append(_scanned(row, row.scan, length))
            pieces.append(row.text)
            length += len(row.text)
        pieces.append("\n")
        spans.append((start, length))
        length += 1
    text = settled("".join(pieces))
    pages += [length] * (count - len(pages))
    return Document(
        text,
        blocks(made, spans, [(number, pages[number - 1]) for number in pictures]),
        tuple(pages),
        unread=unread,
        scanned=doubted(scanned, list(_cut(text)) if scanned else []),
    )


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """The spans of figures that may be the two halves of one; cells of a table are none."""
    for match in _CUT.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end())]
        if "|" not in line:
            yield from (match.span("first"), match.span("rest"))


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
