"""Figures as files: CSV and a workbook."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO, StringIO

from bot.service.journal.stats import harmless
from bot.web.figuretable import FigureRow

_MARK = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for another encoding
_WIDEST = 40  # characters of a column


def as_csv(heads: Sequence[str], rows: Sequence[FigureRow]) -> bytes:
    """The rows as comma-separated values that a spreadsheet opens."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(heads)
    for row in rows:
        # A negative number is one, not a formula.
        writer.writerow([f"{cell:f}" if isinstance(cell, Decimal) else harmless(cell) for cell in row.fields])
    return _MARK + written.getvalue().encode()


def as_workbook(title: str, heads: Sequence[str], rows: Sequence[FigureRow]) -> bytes:
    """The rows as XLSX: numbers are numbers, no text is a formula."""
    # Imported here: the server starts without it.
    import openpyxl

    unprintable = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one
    sheet.title = "figures"
    book.properties.title = title
    sheet.append(list(heads))
    for row in rows:
        sheet.append([cell if isinstance(cell, Decimal) else "" for cell in row.fields])
        for place, text in enumerate(row.fields, 1):
            if isinstance(text, str) and text:
                cell = sheet.cell(sheet.max_row, place)
                cell.value = unprintable.sub("", text)
                cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
    for place, head in enumerate(heads, 1):
        longest = max([len(head), *(len(str(row.fields[place - 1])) for row in rows)])
        sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].width = min(2 * longest + 2, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    written = BytesIO()
    book.save(written)
    return written.getvalue()
