"""Rows as a file of comma-separated values that a spreadsheet opens."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

_MARK = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for another encoding


def as_csv(heads: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """The rows under their heads."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return _MARK + written.getvalue().encode()


def _harmless(cell: object) -> object:
    """A cell that a spreadsheet does not take for a formula. A negative number is one, not a formula."""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t")) else cell
