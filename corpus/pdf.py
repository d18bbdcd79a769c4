"""PDF files with a text layer read to paragraphs and table rows."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document
from corpus.fault import Fault, UnreadableSource
from corpus.pdfflow import text_lines
from corpus.pdfpage import Page, read_page
from corpus.unread import Unread, ranges

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]


def pdf(content: bytes, path: Path) -> Document:
    """The text of a PDF file, lines joined to paragraphs. Raises UnreadableSource.

    PDFium reads the letters and the lines, for it knows every encoding of fonts; pypdf prints each cell as a line of
    its own and misses fonts with their own encoding, pdfminer takes ten times as long.
    """
    import pypdfium2  # here, for it takes a while and most corpora have no PDF

    try:
        with closing(pypdfium2.PdfDocument(content)) as found:
            pages = list(_pages(found))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableSource(path, Fault.ENCRYPTED if locked else Fault.DAMAGED) from None
    if not any(page is not None and page.rows for page in pages):
        raise UnreadableSource(path, _fault(pages))
    read = [page for page in pages if page is not None]
    lines = text_lines([page.rows for page in read])
    return Document("".join(f"{line}\n" for line in lines), unread=tuple(_unread(pages)))


def _pages(found: "PdfDocument") -> Iterator[Page | None]:
    """The pages, None for one that the file promises and does not have."""
    import pypdfium2

    for number in range(len(found)):
        try:
            page = found[number]
        except pypdfium2.PdfiumError:
            yield None
            continue
        yield read_page(page)
        page.close()


def _fault(pages: Sequence[Page | None]) -> Fault:
    """Why no page has text."""
    if any(page is not None and page.is_picture for page in pages):
        return Fault.SCANNED
    if any(page is not None and page.is_garbled for page in pages):
        return Fault.GARBLED
    return Fault.EMPTY if any(page is not None for page in pages) else Fault.DAMAGED


def _unread(pages: Sequence[Page | None]) -> Iterator[str]:
    numbered = [(number, page) for number, page in enumerate(pages, 1) if page is not None]
    if pictures := [number for number, page in numbered if page.is_picture]:
        yield Unread.PAGES.said(ranges(pictures))
    if garbled := [number for number, page in numbered if page.is_garbled]:
        yield Unread.GARBLED.said(ranges(garbled))
