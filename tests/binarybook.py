"""Small binary workbooks (xlsb), written record by record."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.test_word import relations

Value = str | float | bool | None


def record(number: int, data: bytes = b"") -> bytes:
    """A record of [MS-XLSB]: its number, its size, its data."""
    return _seven(number) + _seven(len(data)) + data


def _seven(number: int) -> bytes:
    """A number of seven bits a byte, the lowest first."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def wide(text: str) -> bytes:
    """A text with its length."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


@dataclass
class Page:
    """A sheet: cells by row and column from 0, each with a look; `state` 1 hides it."""

    name: str
    cells: Mapping[tuple[int, int], tuple[Value, int]]
    state: int = 0
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    extra: Mapping[int, list[bytes]] = field(default_factory=dict)

    def content(self, texts: list[str]) -> bytes:
        """Its part; texts that it refers to are put to the others."""
        most = (
            max((row for row, _ in self.cells), default=0),
            max((column for _, column in self.cells), default=0),
        )
        found = [record(129), record(148, struct.pack("<4I", 0, most[0], 0, most[1]))]
        for column in self.hidden_columns:
            found.append(record(60, struct.pack("<4IH", column, column, 0, 0, 1)))
        found.append(record(145))
        for row in sorted({row for row, _ in self.cells} | set(self.extra)):
            flags = 0x10 if row in self.hidden_rows else 0
            found.append(record(0, struct.pack("<IIHBBB", row, 0, 300, 0, flags, 0)))
            found += [
                _cell(column, look, value, texts)
                for (at, column), (value, look) in sorted(self.cells.items())
                if at == row
            ]
            found += self.extra.get(row, [])
        found.append(record(146))
        for area in self.merged:
            found.append(record(176, struct.pack("<4I", *area)))
        return b"".join([*found, record(130)])


def cell(kind: int, column: int, look: int, data: bytes) -> bytes:
    """A cell of any kind."""
    return record(kind, struct.pack("<II", column, look) + data)


def _cell(column: int, look: int, value: Value, texts: list[str]) -> bytes:
    if value is None:
        return cell(1, column, look, b"")
    if isinstance(value, bool):
        return cell(4, column, look, bytes([value]))
    if isinstance(value, str):
        texts.append(value)
        return cell(7, column, look, struct.pack("<I", len(texts) - 1))
    if value == int(value) and abs(value) < 2**29:
        return cell(2, column, look, struct.pack("<i", int(value) << 2 | 2))
    return cell(5, column, look, struct.pack("<d", value))


def written(
    path: Path, pages: Sequence[Page], formats: Sequence[str] = (), *, from_1904: bool = False
) -> Path:
    """A workbook's file."""
    path.write_bytes(book_of(pages, formats, from_1904=from_1904))
    return path


def book_of(pages: Sequence[Page], formats: Sequence[str] = (), *, from_1904: bool = False) -> bytes:
    """A workbook; look 0 is plain, each number format is the next look, the last is struck out."""
    texts: list[str] = []
    sheets = {f"worksheet{n}": page.content(texts) for n, page in enumerate(pages)}
    book = [record(153, struct.pack("<I", int(from_1904)))]
    for number, page in enumerate(pages):
        book.append(
            record(
                156, struct.pack("<II", page.state, number + 1) + wide(f"worksheet{number}") + wide(page.name)
            )
        )
    fonts = [(0, 0), (0, 1), (0x8, 0)]  # plain, raised, struck out
    styles = [record(44, struct.pack("<H", 170 + n) + wide(pattern)) for n, pattern in enumerate(formats)]
    styles += [record(43, struct.pack("<4H", 220, flags, 400, height) + bytes(20)) for flags, height in fonts]
    looks = [(0, 0), *((170 + n, 0) for n in range(len(formats))), (0, 2)]
    styles.append(
        record(626) + record(47, struct.pack("<3H", 0, 9, 0)) + record(617, struct.pack("<I", len(looks)))
    )
    styles += [record(47, struct.pack("<3H", 0, *look) + bytes(10)) for look in looks] + [record(618)]
    named = {name: f"{name}.bin" for name in ("styles", "sharedStrings")}
    named |= {name: f"worksheets/{name}.bin" for name in sheets}
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(officeDocument="xl/workbook.bin"),
        "xl/_rels/workbook.bin.rels": relations(**named),
        "xl/workbook.bin": b"".join(book),
        "xl/styles.bin": b"".join(styles),
        "xl/sharedStrings.bin": b"".join(
            [
                record(159, struct.pack("<II", len(texts), len(texts))),
                *(record(19, b"\0" + wide(text)) for text in texts),
                record(160),
            ]
        ),
        **{f"xl/worksheets/{name}.bin": content for name, content in sheets.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()
