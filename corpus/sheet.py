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

    archive(content, path)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except (KeyError, ValueError, zipfile.BadZipFile, openpyxl.utils.exceptions.InvalidFileException):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    named = len(sheets) > 1
    lines = (line for sheet in sheets for line in [*([f"## {sheet.title}"] if named else []), *_lines(sheet)])
    return Document("".join(f"{line}\n" for line in lines))


def _lines(sheet: "Worksheet") -> Iterator[str]:
    merged = {
        (row, column): sheet.cell(area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    rows = [
        [shown(merged.get((cell.row, cell.column), cell)) for cell in row]
        for row in sheet.iter_rows(max_row=sheet.max_row, max_col=sheet.max_column)
    ]
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    yield from table_lines([row[:width] for row in rows])


def shown(cell: "Cell") -> str:
    """A cell as the sheet shows it: 0.451 in a percentage column is 45.1%."""
    value, pattern = cell.value, str(cell.number_format)
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value).strip()
    places = _places(pattern)
    number = Decimal(repr(value)) * (100 if "%" in pattern else 1)
    if places is not None:
        number = round(number, places)
    return f"{number:f}" + ("%" if "%" in pattern else "")


def _places(pattern: str) -> int | None:
    """The decimal places that a number format fixes, None where it fixes none."""
    if pattern == "General" or "0" not in pattern:
        return None
    part = pattern.split(";")[0].partition(".")[2]
    return len(part) - len(part.lstrip("0"))
