"""Figures as a workbook."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO

from bot.web.views.figuretable import FigureRow

_WIDEST = 40  # characters of a column


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
