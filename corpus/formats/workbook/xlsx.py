"""Workbooks read to table rows: xlsx."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.archive import archive
from corpus.formats.container.package import Package, markup
from corpus.formats.structure.document import Document
from corpus.formats.structure.raised import joined, lowered
from corpus.formats.structure.watch import Part, page_done
from corpus.formats.word.style import is_on, value
from corpus.formats.workbook.builtin import BUILT_IN, GENERAL
from corpus.formats.workbook.numberformat import shown, shown_text
from corpus.formats.workbook.worksheet import Area, Sheet, workbook_document

# A sheet formatted to its last row has a million of them; they are taken out before it is parsed.
_BLANK_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*/>|<(?P<c>(?:\w+:)?c)\b[^<>]*[^/]>\s*</(?P=c)>")
_BLANK_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*/>|<(?P<row>(?:\w+:)?row)\b[^<>]*[^/]>\s*</(?P=row)>")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # what XML cannot hold: _x000D_ is the end of a line
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_DAY_ZERO = datetime(1899, 12, 30)


def workbook(content: bytes, path: Path) -> Document:
    """The sheets of an xlsx file, each below its name where there are several. Raises UnreadableSource.

    The file is read without a library for it: openpyxl knows neither strict files nor the Chinese date formats, stops
    at odd styles, and makes a cell of every formatted one.
    """
    package = Package(archive(content, path))
    try:
        found = list(_sheets(package, path))
    except (KeyError, ET.ParseError):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    return workbook_document(
        [sheet for _, sheet in found if sheet is not None],
        [name for name, sheet in found if sheet is None],
        path,
    )


@dataclass(frozen=True)
class Look:
    """How a cell shows what it holds."""

    pattern: str = GENERAL
    is_struck: bool = False


@dataclass(frozen=True)
class Book:
    """What the sheets of a workbook share."""

    strings: Sequence[str]
    looks: Sequence[Look]
    from_1904: bool

    def look(self, cell: ET.Element) -> Look:
        """A cell's look."""
        printed = cell.get("s", "0")
        index = int(printed) if printed.isdecimal() else 0
        return self.looks[index] if index < len(self.looks) else Look()


def _sheets(package: Package, path: Path) -> Iterator[tuple[str, Sheet | None]]:
    """The worksheets by name, None for a hidden one that holds something."""
    main = package.main()
    root, links = package.markup(main), package.links(main)
    if root is None:
        raise KeyError(main)
    properties = root.find("workbookPr")
    book = Book(
        [_string(item) for item in package.linked(main, "sharedStrings") or ()],
        _looks(package.linked(main, "styles")),
        properties is not None and is_on(properties.get("date1904", "")),
    )
    sheets = root.findall("sheets/sheet")
    for number, sheet in enumerate(sheets, 1):
        link = links.get(sheet.get("id", ""))
        content = package.content(link.target) if link and link.kind == "worksheet" else None
        if content is None:
            continue
        name, read = sheet.get("name", ""), _sheet(content, sheet.get("name", ""), book)
        page_done(path, number, len(sheets), Part.SHEET)
        if sheet.get("state", "visible") == "visible":
            yield name, read
        elif read.rows:
            yield name, None


def _looks(root: ET.Element | None) -> list[Look]:
    if root is None:
        return []
    patterns: dict[str, str] = {str(number): pattern for number, pattern in BUILT_IN.items()}
    for item in root.iterfind("numFmts/numFmt"):
        patterns[item.get("numFmtId", "")] = item.get("formatCode") or GENERAL  # some programs write none
    struck = [_is_set(font.find("strike")) for font in root.iterfind("fonts/font")]
    return [
        Look(patterns.get(look.get("numFmtId", "0"), GENERAL), _at(struck, look.get("fontId", "0")))
        for look in root.iterfind("cellXfs/xf")
    ]


def _at(flags: Sequence[bool], place: str) -> bool:
    return place.isdecimal() and int(place) < len(flags) and flags[int(place)]


def _is_set(switch: ET.Element | None) -> bool:
    return switch is not None and is_on(switch.get("val", "1"))


def _string(item: ET.Element) -> str:
    """A text of one look or of several: what is struck out and note marks are left out, readings above too."""
    pieces = []
    for part in item:
        look = part.find("rPr")
        if part.tag == "t":
            pieces.append((part.text or "", False))
        elif part.tag == "r" and not (look is not None and _is_set(look.find("strike"))):
            text, height = part.findtext("t") or "", value(look, "vertAlign")
            pieces.append((lowered(text) if height == "subscript" else text, height == "superscript"))
    return joined(pieces)


def _sheet(content: bytes, name: str, book: Book) -> Sheet:
    root, sheet = markup(_BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", content))), Sheet(name)
    for columns in root.iterfind("cols/col"):
        if is_on(columns.get("hidden", "")) or columns.get("width") == "0":
            sheet.columns.append((int(columns.get("min", "0")), int(columns.get("max", "0"))))
    place = 0
    for row in root.iterfind("sheetData/row"):
        place = int(row.get("r", place + 1))
        if is_on(row.get("hidden", "")) or row.get("ht") == "0":
            sheet.hidden.add(place)
        if cells := _cells(row, book):
            sheet.rows[place] = cells
        if failed := sum(_is_failed(cell) for cell in row.iterfind("c")):
            sheet.failed[place] = failed
    areas = (_area(area.get("ref", "")) for area in root.iterfind("mergeCells/mergeCell"))
    sheet.merged += [area for area in areas if area is not None]
    return sheet


def _area(reference: str) -> Area | None:
    corners = _REFERENCE.findall(reference)
    if len(corners) < 2:
        return None
    (left, top), (right, bottom) = corners[:2]
    return Area(int(top), _column(left), int(bottom), _column(right))


def _cells(row: ET.Element, book: Book) -> dict[int, str]:
    found, column = {}, 0
    for cell in row.iterfind("c"):
        reference = _REFERENCE.match(cell.get("r", ""))
        column = _column(reference[1]) if reference else column + 1
        text = _text(cell, book)
        if text:
            found[column] = text
    return found


def _is_failed(cell: ET.Element) -> bool:
    """Whether a cell shows an error, or a formula was never reckoned; one whose result is no text at all was."""
    stored, kind = cell.find("v"), cell.get("t")
    is_blank = kind == "str" and stored is not None
    return kind == "e" or (cell.find("f") is not None and not is_blank and not cell.findtext("v"))


def _column(letters: str) -> int:
    """A column's number: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _text(cell: ET.Element, book: Book) -> str:
    """A cell as the sheet shows it: 0.451 in a percentage column is 45.1%; an error shows no figure."""
    kind, stored, look = cell.get("t", "n"), cell.findtext("v") or "", book.look(cell)
    if look.is_struck or kind == "e":
        return ""
    if kind in ("s", "str", "inlineStr"):
        words = _CODED.sub(lambda code: chr(int(code[1], 16)), _words(cell, kind, stored, book))
        return shown_text(words, look.pattern).strip()
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(stored, "")
    return _figure(stored, kind, look.pattern, book.from_1904) if stored else ""


def _words(cell: ET.Element, kind: str, stored: str, book: Book) -> str:
    """The text that a cell holds, or refers to among the workbook's texts."""
    if kind == "inlineStr":
        item = cell.find("is")
        return _string(item) if item is not None else ""
    if kind == "str":
        return stored
    return book.strings[int(stored)] if stored.isdecimal() and int(stored) < len(book.strings) else ""


def _figure(stored: str, kind: str, pattern: str, from_1904: bool) -> str:
    try:
        if kind == "d":
            passed = datetime.fromisoformat(stored.rstrip("Z")) - _DAY_ZERO
            number, from_1904 = Decimal(passed.days) + Decimal(passed.seconds) / 86400, False
            pattern = "yyyy-mm-dd" if pattern == GENERAL else pattern
        else:
            number = Decimal(stored.strip())
        return shown(number, pattern, from_1904=from_1904) if number.is_finite() else ""
    except (InvalidOperation, ValueError):  # no number, though the cell is one's
        return stored.strip()
