"""The pages of a file as one document: what they say, and what of them was not read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.pages.assembled import assembled
from corpus.formats.pages.flow import text_lines
from corpus.formats.pages.page import Page
from corpus.formats.pages.tables.row import numbered
from corpus.formats.structure.document import Document
from corpus.formats.structure.unread import Unread, ranges


def document_of(
    pages: Sequence[Page | None], path: Path, unread: Sequence[str] = (), *, joins: bool = True
) -> Document:
    """The text of pages, None for one that is not there; `unread` is what else was not read. Raises UnreadableSource.

    `joins` says whether the lines of a paragraph become one.
    """
    if not any(page is not None and page.rows for page in pages):
        raise UnreadableSource(path, _fault(pages))
    read = [numbered(page.rows if page else (), number) for number, page in enumerate(pages, 1)]
    pictures = [number for number, page in enumerate(pages, 1) if page is not None and page.is_picture]
    return assembled(text_lines(read, joins=joins), len(pages), pictures, (*_unread(pages), *unread))


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
    if gaps := [number for number, page in numbered if page.has_gaps]:
        yield Unread.GAPS.said(ranges(gaps))
    if scanned := [number for number, page in numbered if any(row.scan for row in page.rows)]:
        yield Unread.SCANNED.said(ranges(scanned))
