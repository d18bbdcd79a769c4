"""PDF files read to paragraphs and table rows: their text layer, or the pictures of their pages."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.assembled import assembled
from corpus.document import Document
from corpus.fault import Fault, UnreadableSource
from corpus.pdfflow import text_lines
from corpus.pdfpage import Page, page_of, read_page
from corpus.recognition import DOTS, is_there
from corpus.unread import Unread, ranges
from corpus.watch import page_done

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

    from corpus.recognition import Image


def pdf(content: bytes, path: Path) -> Document:
    """The text of a PDF file, lines joined to paragraphs. Raises UnreadableSource.

    PDFium reads the letters and the lines, for it knows every encoding of fonts; pypdf prints each cell as a line of
    its own and misses fonts with their own encoding, pdfminer takes ten times as long. Pages that are pictures are
    recognised where the extra `scan` is installed.
    """
    import pypdfium2  # here, for it takes a while and most corpora have no PDF

    try:
        with closing(pypdfium2.PdfDocument(content)) as found:
            pages = list(_pages(found, content, path))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableSource(path, Fault.ENCRYPTED if locked else Fault.DAMAGED) from None
    if not any(page is not None and page.rows for page in pages):
        raise UnreadableSource(path, _fault(pages))
    read = [page.rows for page in pages if page is not None]
    return assembled(text_lines(read), tuple(_unread(pages)))


def picture(content: bytes, path: Path) -> Document:
    """The text of a photograph or a scanned page. Raises UnreadableSource, without the extra `scan` always."""
    if not is_there():
        raise UnreadableSource(path, Fault.PICTURE)
    image = _unpacked(content)
    if image is None:
        raise UnreadableSource(path, Fault.DAMAGED)
    page = _recognised(image, content, 1)
    if not page.rows:
        raise UnreadableSource(path, Fault.EMPTY)
    return assembled(text_lines([page.rows]))


def _pages(found: "PdfDocument", content: bytes, path: Path) -> Iterator[Page | None]:
    """The pages, None for one that the file promises and does not have."""
    import pypdfium2

    for number in range(len(found)):
        try:
            page = found[number]
        except pypdfium2.PdfiumError:
            yield None
            continue
        read = read_page(page)
        if (read.is_picture or read.is_garbled) and is_there():
            seen = _recognised(_picture_of(page), content, number + 1)
            read = seen if seen.rows else read
            page_done(path, number + 1, len(found))
        yield read
        page.close()


def cut_out(path: Path, page: int, words: str) -> bytes | None:
    """The lines of a file's page, counted from 1, that say these words, as a PNG file; None where that cannot be."""
    import pypdfium2

    from corpus.scannedpage import cutout

    if not is_there():
        return None
    try:
        content = path.read_bytes()
        if path.suffix.lower() != ".pdf":
            image = _unpacked(content)
            return None if image is None else cutout(image, content, page, words)
        with closing(pypdfium2.PdfDocument(content)) as found:
            return cutout(_picture_of(found[page - 1]), content, page, words)
    except (OSError, pypdfium2.PdfiumError, IndexError):
        return None


def _picture_of(page: "PdfPage") -> "Image":
    image: Image = page.render(scale=DOTS / 72).to_numpy()
    return image


def _unpacked(content: bytes) -> "Image | None":
    """The picture that a file is, None where it is damaged."""
    import cv2
    import numpy as np

    image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    return None if image is None else image.astype(np.uint8)


def _recognised(image: "Image", content: bytes, number: int) -> Page:
    from corpus.scannedpage import seen_in

    letters, drawn, scan = seen_in(image, content, number)
    read = page_of(letters, drawn, image.shape[1] * 72 / DOTS)
    return replace(read, rows=tuple(replace(row, scan=scan) for row in read.rows))


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
    if scanned := [number for number, page in numbered if any(row.scan for row in page.rows)]:
        yield Unread.SCANNED.said(ranges(scanned))
