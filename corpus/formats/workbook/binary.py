"""Binary workbooks of today's Excel read to table rows: xlsb."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from corpus.fault import Fault, UnreadableSource
from corpus.formats.container.archive import archive
from corpus.formats.container.package import Package
from corpus.formats.structure.document import Document
from corpus.formats.structure.raised import joined, lowered
from corpus.formats.structure.watch import Part, page_done
from corpus.formats.workbook.builtin import BUILT_IN, GENERAL
from corpus.formats.workbook.numberformat import shown, shown_text
from corpus.formats.workbook.worksheet import Area, Sheet, workbook_document

# Records by their numbers in [MS-XLSB] 2.3.
_ROW, _RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED = 0, 2, 3, 4, 5, 6, 7
_FORMULA_TEXT, _FORMULA_REAL, _FORMULA_BOOL, _FORMULA_ERROR, _RICH_TEXT = 8, 9, 10, 11, 62
_ITEM, _FONT, _FORMAT, _LOOK, _COLUMNS = 19, 43, 44, 47, 60
_PROPERTIES, _SHEET, _MERGED, _LOOKS, _LOOKS_END = 153, 156, 176, 617, 618
_FAILED = (_ERROR, _FORMULA_ERROR)
_STRUCK = 0x8  # of a font's flags
_SUPER, _SUB = 1, 2  # how a font's letters stand
_HIDDEN_ROW = 0x10
_RICH = 0x1


def binary_workbook(content: bytes, path: Path) -> Document:
    """The sheets of an xlsb file, each below its name where there are several. Raises UnreadableSource.

    The file is read without a library for it: python-calamine and pyxlsb give a cell's number without its format, 0.451
    for 45.1%.
    """
    package = Package(archive(content, path))
    try:
        found = list(_sheets(package, path))
    except (KeyError, IndexError, struct.error, UnicodeDecodeError):
        raise UnreadableSource(path, Fault.DAMAGED) from None
    return workbook_document(
        [sheet for sheet, is_hidden in found if not is_hidden],
        [sheet.name for sheet, is_hidden in found if is_hidden and sheet.rows],
        path,
    )


@dataclass(frozen=True)
class Font:
    """What of a font matters for what a cell says."""

    is_struck: bool = False
    height: int = 0


@dataclass
class Book:
    """What the sheets share: texts, each with its runs of fonts; fonts; number format and font of each look."""

    texts: list[tuple[str, list[tuple[int, int]]]] = field(default_factory=list)
    fonts: list[Font] = field(default_factory=list)
    looks: list[tuple[str, int]] = field(default_factory=list)
    from_1904: bool = False

    def look(self, number: int) -> tuple[str, int]:
        """The number format and the font of a look."""
        return self.looks[number] if number < len(self.looks) else (GENERAL, 0)

    def font(self, number: int) -> Font:
        """A font; a plain one where there is none of that number."""
        return self.fonts[number] if number < len(self.fonts) else Font()

    def said(self, text: str, runs: Sequence[tuple[int, int]], font: int) -> str:
        """A text without what is struck out and note marks."""
        pieces = []
        for (start, number), (end, _) in pairwise([(0, font), *runs, (len(text), font)]):
            one = self.font(number)
            height = one.height if number != font else 0
            if not one.is_struck:
                piece = text[start:end]
                pieces.append((lowered(piece) if height == _SUB else piece, height == _SUPER))
        return joined(pieces)


def _sheets(package: Package, path: Path) -> Iterator[tuple[Sheet, bool]]:
    """The worksheets, each with whether it is hidden."""
    main = package.main()
    links = package.links(main)
    targets = {link.kind: link.target for link in links.values()}
    book, listed = Book(), []
    for kind, data in _records(package.content(main) or b""):
        if kind == _PROPERTIES:
            book.from_1904 = bool(data[0] & 1)
        elif kind == _SHEET:
            (state,) = struct.unpack_from("<I", data)
            relation, place = _string(data, 8)
            listed.append((relation, _string(data, place)[0], bool(state)))
    for kind, data in _records(package.content(targets.get("sharedStrings", "")) or b""):
        if kind == _ITEM:
            book.texts.append(_rich(data, 0))
    _style(book, package.content(targets.get("styles", "")) or b"")
    for number, (relation, name, is_hidden) in enumerate(listed, 1):
        link = links.get(relation)
        content = package.content(link.target) if link and link.kind == "worksheet" else None
        if content is not None:
            yield _sheet(content, name, book), is_hidden
        page_done(path, number, len(listed), Part.SHEET)


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: the number and the data of each. Raises IndexError for one that is cut off."""
    place = 0
    while place < len(content):
        kind, place = _number(content, place, 2)
        size, place = _number(content, place, 4)
        if place + size > len(content):
            raise IndexError(place)
        yield kind, content[place : place + size]
        place += size


def _number(content: bytes, place: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and where it ends."""
    found = 0
    for index in range(most):
        byte = content[place + index]
        found |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            return found, place + index + 1
    return found, place + most


def _string(data: bytes, place: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    (length,) = struct.unpack_from("<I", data, place)
    place += 4
    if length == 0xFFFFFFFF:
        return "", place
    end = place + 2 * length
    if end > len(data):
        raise IndexError(end)
    return data[place:end].decode("utf-16-le"), end


def _rich(data: bytes, place: int) -> tuple[str, list[tuple[int, int]]]:
    """A text, and where which font begins in it."""
    text, end = _string(data, place + 1)
    if not data[place] & _RICH:
        return text, []
    (count,) = struct.unpack_from("<I", data, end)
    runs = (struct.unpack_from("<HH", data, end + 4 + 4 * index) for index in range(count))
    return text, [(start, font) for start, font in runs]


def _style(book: Book, content: bytes) -> None:
    """The fonts and the looks of a workbook's part of styles."""
    patterns, is_look = dict(BUILT_IN), False
    for kind, data in _records(content):
        if kind == _FORMAT:
            patterns[struct.unpack_from("<H", data)[0]] = _string(data, 2)[0] or GENERAL
        elif kind == _FONT:
            _, flags, _, height = struct.unpack_from("<4H", data)
            book.fonts.append(Font(bool(flags & _STRUCK), height))
        elif kind in (_LOOKS, _LOOKS_END):
            is_look = kind == _LOOKS
        elif kind == _LOOK and is_look:
            _, pattern, font = struct.unpack_from("<3H", data)
            book.looks.append((patterns.get(pattern, GENERAL), font))


def _sheet(content: bytes, name: str, book: Book) -> Sheet:
    sheet, row = Sheet(name), 0
    for kind, data in _records(content):
        if kind == _ROW:
            row = struct.unpack_from("<I", data)[0] + 1
            if data[11] & _HIDDEN_ROW:
                sheet.hidden.add(row)
        elif kind in _CELLS:
            column, look = struct.unpack_from("<II", data)
            if text := _text(kind, data, look & 0xFFFFFF, book):
                sheet.rows.setdefault(row, {})[column + 1] = text
            if kind in _FAILED:
                sheet.failed[row] = sheet.failed.get(row, 0) + 1
        elif kind == _COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<4IH", data)
            if flags & 1:
                sheet.columns.append((first + 1, last + 1))
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<4I", data)
            sheet.merged.append(Area(top + 1, left + 1, bottom + 1, right + 1))
    return sheet


def _text(kind: int, data: bytes, look: int, book: Book) -> str:
    """A cell as the sheet shows it; an error shows no figure."""
    pattern, font = book.look(look)
    if book.font(font).is_struck or kind in _FAILED:
        return ""
    if kind in (_BOOL, _FORMULA_BOOL):
        return "TRUE" if data[8] else "FALSE"
    if kind in _NUMBERS:
        number = Decimal(repr(_rk(data) if kind == _RK else struct.unpack_from("<d", data, 8)[0]))
        return shown(number, pattern, from_1904=book.from_1904) if number.is_finite() else ""
    if kind == _SHARED:
        text, runs = book.texts[struct.unpack_from("<I", data, 8)[0]]
    else:
        text, runs = _rich(data, 8) if kind == _RICH_TEXT else (_string(data, 8)[0], [])
    return shown_text(book.said(text, runs, font), pattern).strip()


def _rk(data: bytes) -> float:
    """A number in four bytes ([MS-XLSB] 2.5.123): 30 bits of an integer or of a double, perhaps a hundredth of it."""
    (packed,) = struct.unpack_from("<i", data, 8)
    whole = packed >> 2 if packed & 2 else struct.unpack("<d", struct.pack("<q", (packed & ~3) << 32))[0]
    return float(whole / 100 if packed & 1 else whole)


_NUMBERS = (_RK, _REAL, _FORMULA_REAL)
_CELLS = frozenset((*_NUMBERS, *_FAILED, _BOOL, _FORMULA_BOOL, _TEXT, _SHARED, _FORMULA_TEXT, _RICH_TEXT))
