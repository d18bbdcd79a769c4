"""Workbooks of old Excel and WPS read to table rows: xls and et."""

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.compound import is_compound
from corpus.formats.libreoffice import Unconverted, converted, is_raw
from corpus.formats.separated import comma_separated
from corpus.formats.structure.document import Document
from corpus.formats.structure.kept import kept
from corpus.formats.structure.raised import joined, lowered
from corpus.formats.structure.watch import Part, page_done
from corpus.formats.web.page import webpage
from corpus.formats.workbook.builtin import BUILT_IN, GENERAL
from corpus.formats.workbook.numberformat import shown, shown_text
from corpus.formats.workbook.worksheet import Area, Sheet, workbook_document
from corpus.formats.workbook.xlsx import workbook

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell
    from xlrd.sheet import Sheet as OldSheet

_BLANK = (0, 6)  # kinds of cells that hold nothing
_RAISED, _LOWERED = 1, 2  # a font's escapement: above the line, below it


def old_workbook(content: bytes, path: Path) -> Document:
    """The sheets of an xls file. Raises UnreadableSource.

    Programs write pages, text and today's workbooks under this ending; they are read as what they are. xlrd is taken
    because it knows how a cell shows its number; faster readers give 0.451 for 45.1%.
    """
    if not is_compound(content):
        return _misnamed(content, path)
    import xlrd  # here, for few corpora have such a file

    quiet = io.StringIO()
    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=quiet
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise UnreadableSource(path, Fault.ENCRYPTED) from None
        return _converted(content, path)
    except Exception:  # noqa: BLE001 - it stumbles over odd records with any error
        return _converted(content, path)
    sheets = []
    for number, sheet in enumerate(book.sheets(), 1):
        sheets.append((_sheet(sheet, book), bool(sheet.visibility)))
        page_done(path, number, book.nsheets, Part.SHEET)
    return workbook_document(
        [read for read, is_hidden in sheets if not is_hidden],
        [read.name for read, is_hidden in sheets if is_hidden and read.rows],
        path,
    )


def _converted(content: bytes, path: Path) -> Document:
    """What LibreOffice makes of a file that xlrd does not read: older than 1993, odd, damaged."""
    try:
        made = kept("xlsx-1", content, lambda: converted(content, ".xls", "xlsx"))
    except Unconverted as failed:
        raise UnreadableSource(path, Fault.SLOW if failed.slow else Fault.OLD_SHEET) from None
    document = workbook(made, path)
    if is_raw(document.text):
        raise UnreadableSource(path, Fault.DAMAGED)
    return document


def _misnamed(content: bytes, path: Path) -> Document:
    start = content[:2048].lower()
    if content.startswith(b"PK"):
        return workbook(content, path)
    if b"<html" in start or b"<table" in start:
        return webpage(content, path)
    if b"<workbook" in start:
        raise UnreadableSource(path, Fault.OLD_SHEET)
    return comma_separated(content, path)


def _sheet(old: "OldSheet", book: "Book") -> Sheet:
    import xlrd

    sheet = Sheet(old.name)
    for place in range(old.nrows):
        kinds = old.row_types(place)
        # Of a sheet formatted to its last row nearly all cells are blank.
        filled = [column for column, kind in enumerate(kinds) if kind not in _BLANK]
        texts = ((column, _text(old.cell(place, column), old, book, (place, column))) for column in filled)
        if cells := {column + 1: text for column, text in texts if text}:
            sheet.rows[place + 1] = cells
        if failed := sum(kinds[column] == xlrd.XL_CELL_ERROR for column in filled):
            sheet.failed[place + 1] = failed
    # Some programs write a height of 0 and mean none; only one that was set hides a row.
    rows = old.rowinfo_map.items()
    sheet.hidden |= {
        place + 1 for place, row in rows if row.hidden or (row.height == 0 and row.height_mismatch)
    }
    sheet.columns += [(column + 1, column + 1) for column, one in old.colinfo_map.items() if one.hidden]
    sheet.merged += [Area(top + 1, left + 1, bottom, right) for top, bottom, left, right in old.merged_cells]
    return sheet


def _text(cell: "Cell", old: "OldSheet", book: "Book", place: tuple[int, int]) -> str:
    """A cell as the sheet shows it; an error shows no figure."""
    import xlrd

    look = book.xf_list[cell.xf_index]
    if cell.ctype == xlrd.XL_CELL_ERROR or book.font_list[look.font_index].struck_out:
        return ""
    pattern = _pattern(book, look.format_key)
    if cell.ctype == xlrd.XL_CELL_TEXT:
        runs = old.rich_text_runlist_map.get(place, ())
        return shown_text(joined(_pieces(str(cell.value), look.font_index, runs, book)), pattern).strip()
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    number = Decimal(repr(cell.value))
    return shown(number, pattern, from_1904=book.datemode == 1) if number.is_finite() else ""


def _pattern(book: "Book", key: int) -> str:
    """A number format; those that a file need not spell out with a Chinese system's dates."""
    if key in BUILT_IN:
        return BUILT_IN[key]
    return str(book.format_map[key].format_str or GENERAL) if key in book.format_map else GENERAL


def _pieces(
    text: str, font: int, runs: Sequence[tuple[int, int]], book: "Book"
) -> Iterator[tuple[str, bool]]:
    """A text's pieces of one look each, with whether it is raised; what is struck out is left out."""
    for (start, look), (end, _) in pairwise([(0, font), *runs, (len(text), font)]):
        if not book.font_list[look].struck_out:
            height = book.font_list[look].escapement if look != font else 0
            yield lowered(text[start:end]) if height == _LOWERED else text[start:end], height == _RAISED
