"""Spreadsheets read to table rows: xlsx and csv."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.archive import archive
from corpus.document import Document
from corpus.encoding import decode
from corpus.fault import Fault, UnreadableSource
from corpus.grid import table_lines
from corpus.numberformat import BUILT_IN, dated, formatted, is_date

# "Strict" workbooks name the same elements and relations otherwise.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell  # type: ignore[import-untyped]
    from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]


def comma_separated(content: bytes, path: Path) -> Document:
    """The rows of a csv file, whatever separates their cells. Raises UnreadableSource."""
    text = decode(content, path).text
    try:
        dialect = csv.Sniffer().sniff(text[:4096], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    return Document(
        "".join(f"{line}\n" for line in table_lines(list(csv.reader(io.StringIO(text), dialect))))
    )


def workbook(content: bytes, path: Path) -> Document:
    """The sheets of an xlsx file, each below its name where there are several. Raises UnreadableSource."""
    # Imported here: it takes a quarter of a second, and most corpora have no sheet.
    import openpyxl  # type: ignore[import-untyped]

    found = archive(content, path)
    try:
        book = openpyxl.load_workbook(io.BytesIO(_usual(content, found)), data_only=True)
    except (KeyError, ValueError, zipfile.BadZipFile, openpyxl.utils.exceptions.InvalidFileException):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    named = len(sheets) > 1
    lines = (line for sheet in sheets for line in [*([f"## {sheet.title}"] if named else []), *_lines(sheet)])
    return Document("".join(f"{line}\n" for line in lines))


def _usual(content: bytes, found: zipfile.ZipFile) -> bytes:
    """A workbook in the usual namespaces: "strict" ones say the same in others."""
    names = [name for name in found.namelist() if name.endswith((".xml", ".rels"))]
    if not any(_STRICT[0][0] in found.read(name) for name in names if name.endswith("workbook.xml")):
        return content
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name in found.namelist():
            part = found.read(name)
            for strict, usual in _STRICT if name in names else ():
                part = part.replace(strict, usual)
            written.writestr(name, part)
    return made.getvalue()


def _lines(sheet: "Worksheet") -> Iterator[str]:
    """The rows that are seen, down to the last with something in it."""
    filled = [(cell.row, cell.column) for cell in sheet._cells.values() if cell.value is not None]
    if not filled:
        return
    last_row, last_column = max(row for row, _ in filled), max(column for _, column in filled)
    merged = {
        (row, column): sheet.cell(area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, last_row) + 1)
        for column in range(area.min_col, min(area.max_col, last_column) + 1)
    }
    columns = [column for column in range(1, last_column + 1) if column not in _hidden_columns(sheet)]
    rows = [
        [_seen(sheet, merged, row, column) for column in columns]
        for row in range(1, last_row + 1)
        if not (row in sheet.row_dimensions and sheet.row_dimensions[row].hidden)
    ]
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    yield from table_lines([row[:width] for row in rows])


def _hidden_columns(sheet: "Worksheet") -> set[int]:
    """The numbers of the columns that are hidden, a few of them in one entry."""
    return {
        column
        for one in sheet.column_dimensions.values()
        if one.hidden and one.min and one.max
        for column in range(one.min, min(one.max, sheet.max_column) + 1)
    }


def _seen(sheet: "Worksheet", merged: "dict[tuple[int, int], Cell]", row: int, column: int) -> str:
    cell = merged.get((row, column)) or sheet._cells.get((row, column))
    return shown(cell) if cell is not None else ""


def shown(cell: "Cell") -> str:
    """A cell as the sheet shows it: 0.451 in a percentage column is 45.1%, an error nothing."""
    value, pattern = cell.value, str(cell.number_format)
    pattern = BUILT_IN.get(cell._style.numFmtId, pattern) if cell.has_style else pattern
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, datetime | date):
        return dated(value, pattern)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value).strip()
    if is_date(pattern):
        return dated(_day(value), pattern)
    return formatted(Decimal(repr(value)), pattern)


def _day(number: float) -> date:
    """The day of a serial number, counted as Excel does."""
    from openpyxl.utils.datetime import from_excel  # type: ignore[import-untyped]

    found = from_excel(number)
    return found if isinstance(found, date) else date(1900, 1, 1)
