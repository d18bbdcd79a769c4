"""PDF files with a text layer read to paragraphs and table rows."""

import io
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from corpus.day import days
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource
from corpus.glyph import Glyph, glyphs, lines, printed, written
from corpus.grid import barred, table_lines
from corpus.heading import ends_as_title
from corpus.notemark import without_marks

if TYPE_CHECKING:
    from pdfplumber.table import Table
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_PAGE_NUMBER = re.compile(
    r"^[—–－\-\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[/,，\s]*(?:共\s*)?\d{1,4}\s*页?)?[—–－\-\s·]*$"
)
_FEWEST = 8  # characters a page, below which a page with a picture is a picture of text
_WORD_SLACK, _SENTENCE_SLACK = 6.0, 1.6  # characters by which a full line may be short
_RUNNING_LINES = 3  # lines of a running head, at most
_SMALL = 0.95  # how much smaller than the text's a running head's letters are
_RISE = 1.15  # how much larger than the text's a title's letters are


@dataclass(frozen=True)
class Row:
    """A printed line, or a table's, with its place on its page in points."""

    text: str
    left: float
    right: float
    top: float
    size: float
    is_table: bool = False


def pdf(content: bytes, path: Path) -> Document:
    """The text of a PDF file, lines joined to paragraphs. Raises UnreadableSource.

    PDFium reads the letters, for it knows every encoding of fonts; pdfplumber finds the cells of ruled tables. pypdf
    prints each cell as a line of its own and misses fonts with their own encoding.
    """
    import pypdfium2  # here, for it takes a while and most corpora have no PDF

    # What it says of damaged fonts is nothing that a person could mend.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)

    try:
        with closing(pypdfium2.PdfDocument(content)) as found:
            pages = list(_pages(found, content))
            fault = _fault(found, pages)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableSource(path, Fault.ENCRYPTED if locked else Fault.DAMAGED) from None
    if fault:
        raise UnreadableSource(path, fault)
    rows = [row for rows in _without_running(pages) for row in _with_tables(rows)]
    return Document("".join(f"{line}\n" for line in _paragraphs(rows)))


def _pages(found: "PdfDocument", content: bytes) -> Iterator[list[Row]]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as drawn:
        # In a damaged file the two may find different pages.
        for page, ruled in zip_longest(_loaded(found), drawn.pages[: len(found)]):
            if page is None:
                yield []
                continue
            found_letters, turn = glyphs(page)
            letters = without_marks(found_letters)
            # Where the page is shown as it is read, the two measure from the same corner.
            tables = [] if ruled is None or page.get_rotation() != turn else ruled.find_tables()
            inside = {id(letter) for table in tables for letter in letters if _within(letter, table.bbox)}
            outside = [letter for letter in letters if id(letter) not in inside]
            rows = [_row(line) for line in map(printed, lines(outside)) if line]
            yield sorted(
                [*rows, *(row for table in tables for row in _table(table, letters))], key=lambda row: row.top
            )


def _fault(found: "PdfDocument", pages: Sequence[list[Row]]) -> Fault | None:
    """Why the pages are no text: a scan is hardly any letter and a picture."""
    from pypdfium2 import raw

    written = sum(len(row.text) for rows in pages for row in rows)
    if written >= _FEWEST * max(1, len(pages)):
        return None
    loaded = [page for page in _loaded(found) if page is not None]
    if any(True for page in loaded for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])):
        return Fault.SCANNED
    if written:
        return None
    return Fault.EMPTY if loaded else Fault.DAMAGED


def _loaded(found: "PdfDocument") -> Iterator["PdfPage | None"]:
    """The pages, None for one that the file promises and does not have."""
    import pypdfium2

    for number in range(len(found)):
        try:
            yield found[number]
        except pypdfium2.PdfiumError:
            yield None


def _row(line: list[Glyph]) -> Row:
    return Row(
        written(line), line[0].left, line[-1].right, line[0].top, median(letter.size for letter in line)
    )


def _table(table: "Table", letters: Sequence[Glyph]) -> Iterator[Row]:
    left, top, right, _ = table.bbox
    rows = [[_cell(cell, letters) for cell in row.cells] for row in table.rows]
    for place, line in enumerate(table_lines(rows)):
        yield Row(line, left, right, top + place / 1000, 0, is_table=True)


def _cell(box: tuple[float, float, float, float] | None, letters: Sequence[Glyph]) -> str:
    """What stands in a cell; a place that a larger cell covers is empty."""
    inside = [] if box is None else [letter for letter in letters if _within(letter, box)]
    return "".join(written(line) for line in map(printed, lines(inside)))


def _within(letter: Glyph, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return (
        left <= (letter.left + letter.right) / 2 <= right
        and top <= (letter.top + letter.bottom) / 2 <= bottom
    )


def _without_running(pages: Sequence[list[Row]]) -> Iterator[list[Row]]:
    """The pages without page numbers and running heads and feet."""
    left = [[row for row in rows if row.is_table or not _PAGE_NUMBER.match(row.text)] for rows in pages]
    common = _common_size([row for rows in left for row in rows])
    for line in range(_RUNNING_LINES):
        for edge in (0, -1):
            edges = [rows[edge] for rows in left if rows and not rows[edge].is_table]
            running = {id(row) for row in edges if _is_small(row, edges, len(pages), common)}
            if not line:
                running |= {id(row) for row in edges if _is_repeated(row, edges, len(pages))}
            left = [[row for row in rows if id(row) not in running] for rows in left]
    yield from left


def _is_repeated(row: Row, edges: Sequence[Row], pages: int) -> bool:
    """Whether most pages begin or end with these words, or every second one does in the same place."""
    alike = [other for other in edges if other.text == row.text]
    same = sum(_is_beside(other, row) for other in alike)
    return len(alike) > max(1, pages / 2) or same >= max(2, pages // 2)


def _is_small(row: Row, edges: Sequence[Row], pages: int, common: float) -> bool:
    """Whether most pages have small type in this place, whatever it says."""
    small = [other for other in edges if other.size < _SMALL * common and _is_beside(other, row)]
    return row.size < _SMALL * common and len(small) > max(1, pages / 2)


def _is_beside(one: Row, other: Row) -> bool:
    return abs(one.top - other.top) < 1


def _common_size(rows: Sequence[Row]) -> float:
    """How large most letters outside tables are."""
    return median([row.size for row in rows if not row.is_table for _ in row.text] or [0.0])


def _with_tables(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a page, those of tables without lines as a table's."""
    for row, text in zip(rows, barred([row.text for row in rows]), strict=True):
        yield row if text == row.text else replace(row, text=text, is_table=True)


def _paragraphs(rows: Sequence[Row]) -> Iterator[str]:
    """The lines, those that go on from the one before joined to it."""
    prose = [row for row in rows if not row.is_table]
    common = _common_size(rows)
    left = min((row.left for row in prose), default=0.0)
    right = max((row.right for row in prose), default=0.0)
    paragraph = ""
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None and _goes_on(before, row, common, left, right):
            paragraph += row.text
            continue
        if paragraph:
            yield paragraph
        paragraph = row.text
    if paragraph:
        yield paragraph


def _goes_on(before: Row, row: Row, common: float, left: float, right: float) -> bool:
    if before.is_table or row.is_table or not 1 / _RISE < row.size / before.size < _RISE:
        return False
    if row.size > _RISE * common:
        return not ends_as_title(before.text) and not days(row.text)  # the lines of a title
    if "  " in before.text and "  " in row.text:
        return False  # rows of a table without lines
    # A full line, and the next begins at the margin: neither the end of a paragraph nor the start of one.
    # A line may stop short of a figure that is not broken, a paragraph ends anywhere.
    slack = _SENTENCE_SLACK if before.text.endswith(("。", "：", ":")) else _WORD_SLACK
    return before.right > right - slack * row.size and row.left < left + 0.8 * row.size
