"""PDF files read to paragraphs and table rows: their text layer, or the pictures of their pages."""

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault, UnreadableSource
from corpus.formats.pages.document import document_of
from corpus.formats.pages.page import Page, read_page
from corpus.formats.picture import recognition
from corpus.formats.picture.page import read_pictures
from corpus.formats.picture.picture import SIDE
from corpus.formats.picture.recognition import DOTS
from corpus.formats.structure.document import Document
from corpus.formats.structure.watch import page_done

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

    from corpus.formats.picture.recognition import Image


def pdf(content: bytes, path: Path) -> Document:
    """The text of a PDF file, lines joined to paragraphs. Raises UnreadableSource.

    PDFium reads the letters and the lines, for it knows every encoding of fonts; pypdf prints each cell as a line of
    its own and misses fonts with their own encoding, pdfminer takes ten times as long. Pages that are pictures are
    recognised where the extra `scan` is installed.
    """
    import pypdfium2  # here, for it takes a while and most corpora have no PDF

    try:
        with closing(pypdfium2.PdfDocument(content)) as found:
            pages = _pages(found, content, path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableSource(path, Fault.ENCRYPTED if locked else Fault.DAMAGED) from None
    return document_of(pages, path)


def _pages(found: "PdfDocument", content: bytes, path: Path) -> list[Page | None]:
    """The pages, None for one that the file promises and does not have; those that are pictures are recognised."""
    pages: list[Page | None] = []
    pictures: list[int] = []
    for number in range(1, len(found) + 1):
        page = _page(found, number)
        pages.append(page)
        if page is not None and (page.is_picture or page.is_garbled) and recognition.is_there():
            pictures.append(number)
        else:
            page_done(path, number - len(pictures), len(found))
    waiting = [(number, partial(_picture, found, number)) for number in pictures]
    for done, (number, read) in enumerate(read_pictures(waiting, content), len(pages) - len(pictures) + 1):
        pages[number - 1] = read if read.rows else pages[number - 1]
        page_done(path, done, len(found))
    return pages


def _page(found: "PdfDocument", number: int) -> Page | None:
    import pypdfium2

    try:
        page = found[number - 1]
    except pypdfium2.PdfiumError:
        return None
    with closing(page):
        return read_page(page)


def _picture(found: "PdfDocument", number: int) -> "Image":
    with closing(found[number - 1]) as page:
        return rendered(page)


def rendered(page: "PdfPage") -> "Image":
    """The picture of a page as the recogniser looks at it."""
    scale = min(DOTS / 72, SIDE / max(*page.get_size(), 1))
    image: Image = page.render(scale=scale).to_numpy()
    return image
