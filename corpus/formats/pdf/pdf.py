"""PDF files read to paragraphs and table rows: their text layer, or the pictures of their pages."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault, UnreadableSource
from corpus.formats.document import Document
from corpus.formats.pages.document import document_of
from corpus.formats.pages.page import Page, read_page
from corpus.formats.picture import recognition
from corpus.formats.picture.picture import SIDE
from corpus.formats.picture.recognition import DOTS
from corpus.formats.watch import page_done

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
            pages = list(_pages(found, content, path))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableSource(path, Fault.ENCRYPTED if locked else Fault.DAMAGED) from None
    return document_of(pages, path)


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
        if (read.is_picture or read.is_garbled) and recognition.is_there():
            seen = _recognised(page, content, number + 1)
            read = seen if seen.rows else read
        page_done(path, number + 1, len(found))
        yield read
        page.close()


def rendered(page: "PdfPage") -> "Image":
    """The picture of a page as the recogniser looks at it."""
    scale = min(DOTS / 72, SIDE / max(*page.get_size(), 1))
    image: Image = page.render(scale=scale).to_numpy()
    return image


def _recognised(page: "PdfPage", content: bytes, number: int) -> Page:
    from corpus.formats.picture.page import (
        read_picture,  # here, for it takes a while and most corpora have no pictures
    )

    return read_picture(rendered(page), content, number)
