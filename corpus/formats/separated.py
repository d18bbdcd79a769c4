"""Comma-separated values read to table rows."""

import csv
import io
from pathlib import Path

from corpus.formats.structure.document import Document
from corpus.formats.structure.encoding import decode
from corpus.formats.structure.written import document, tables

# The library's own bound, 131,072 characters, is less than a letter pasted into a cell; a file is bounded anyway.
_LONGEST_CELL = 20 * 2**20


def comma_separated(content: bytes, path: Path) -> Document:
    """The rows of a csv file, whatever separates their cells. Raises UnreadableSource."""
    text = decode(content, path)
    try:
        dialect = csv.Sniffer().sniff(text[:4096], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    return document(tables(_rows(text, dialect)))


def _rows(text: str, dialect: type[csv.Dialect]) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    if not _is_closed(text, dialect):
        # The rest of the file is no cell: the quotation marks are none.
        found = csv.reader(text.splitlines(), dialect, quoting=csv.QUOTE_NONE)
        return [[cell.strip('"') for cell in row] for row in found]
    return list(csv.reader(io.StringIO(text, newline=""), dialect))


def _is_closed(text: str, dialect: type[csv.Dialect]) -> bool:
    """Whether every quotation mark that begins a cell has one that ends it."""
    place, quote, parted = 0, dialect.quotechar or '"', (dialect.delimiter, "\n", "\r")
    while place < len(text):
        start = text.find(quote, place)
        if start < 0:
            return True
        if start and text[start - 1] not in parted:
            place = start + 1
            continue
        end = text.find(quote, start + 1)
        while end >= 0 and text[end + 1 : end + 2] == quote:
            end = text.find(quote, end + 2)
        if end < 0:
            return False
        place = end + 1
    return True
