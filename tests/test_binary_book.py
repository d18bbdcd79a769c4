"""Binary workbooks (xlsb): what a person sees of their sheets."""

import struct
import zipfile
from pathlib import Path

import pytest

from corpus.formats.structure.unread import Unread
from corpus.source import Fault, UnreadableSource, read
from tests.binarybook import Page, cell, wide, written

FORMATS = ('0.0"%"', "0.0%", '0!.0,"万元"', "yyyy年m月")


def lines(path: Path) -> list[str]:
    """The lines of a workbook's text."""
    return read(path).text.splitlines()


def of(folder: Path, page: Page, **said: bool) -> Path:
    """A workbook of one sheet."""
    return written(folder / "a.xlsb", [page], FORMATS, **said)


@pytest.mark.parametrize(
    ("value", "look", "shown"),
    [
        (45.1, 1, "45.1%"),
        (0.451, 2, "45.1%"),
        (246900.0, 3, "24.7万元"),
        (45474.0, 4, "2024年7月"),
        (3260, 0, "3260"),
        (-1.4, 0, "-1.4"),
        (True, 0, "TRUE"),
        ("茶园", 0, "茶园"),
        ("作废", 5, ""),
    ],
)
def test_a_cell_says_what_is_shown(value: str | float, look: int, shown: str, tmp_path: Path) -> None:
    """By its number format; what is struck out is not there."""
    page = Page("a", {(0, 0): ("名称", 0), (0, 1): (value, look), (0, 2): ("完", 0)})
    assert lines(of(tmp_path, page)) == [f"名称 | {shown} | 完"]


@pytest.mark.parametrize(
    ("packed", "shown"),
    [(3260 << 2 | 2, "3260"), (-140 << 2 | 3, "-1.4"), (0x40290000 & ~3, "12.5"), (0x40290000 | 1, "0.125")],
    ids=["whole", "hundredths of a whole", "double", "hundredths of a double"],
)
def test_numbers_of_four_bytes(packed: int, shown: str, tmp_path: Path) -> None:
    """By the two lowest bits."""
    extra = {0: [cell(2, 1, 0, struct.pack("<i", packed))]}
    assert lines(of(tmp_path, Page("a", {(0, 0): ("产量", 0)}, extra=extra))) == [f"产量 | {shown}"]


def test_days_are_counted_from_1904_where_the_book_says_so(tmp_path: Path) -> None:
    """A workbook made on an old Mac."""
    page = Page("a", {(0, 0): ("日期", 0), (0, 1): (44012, 4)})
    assert lines(of(tmp_path, page, from_1904=True)) == ["日期 | 2024年7月"]


def test_hidden_things_are_said_not_read(tmp_path: Path) -> None:
    """Sheets, rows, columns."""
    cells = {(row, column): (f"{row}{column}", 0) for row in range(3) for column in range(3)}
    shown = Page("明细", cells, hidden_rows=[1], hidden_columns=[2])
    path = written(
        tmp_path / "a.xlsb", [shown, Page("内部", {(0, 0): (99.99, 0)}, state=2), Page("空", {}, state=1)]
    )
    source = read(path)
    assert source.text.splitlines() == ["00 | 01", "20 | 21"]
    assert source.unread == (Unread.SHEETS.said("内部"), Unread.ROWS.said("明细"))


def test_merged_cells_and_several_sheets(tmp_path: Path) -> None:
    """A merged head stands over each of its columns; sheets have their names above."""
    cells = {(0, 0): ("地区", 0), (0, 1): ("出口", 0), (1, 1): ("总额", 0), (1, 2): ("增长", 0)}
    heads = Page("出口", cells, merged=[(0, 1, 0, 0), (0, 0, 1, 2)])
    path = written(tmp_path / "a.xlsb", [heads, Page("进口", {(0, 0): ("地区", 0), (0, 1): (1.5, 0)})])
    assert lines(path) == ["## 出口", "地区 | 出口 | 出口", "地区 | 总额 | 增长", "## 进口", "地区 | 1.5"]


def test_formulas_and_errors(tmp_path: Path) -> None:
    """The result that is stored; an error is said."""
    formula = [
        cell(9, 1, 0, struct.pack("<d", 24.69) + bytes(6)),
        cell(8, 2, 0, wide("亿元") + bytes(6)),
        cell(10, 3, 0, b"\1" + bytes(6)),
        cell(11, 4, 0, b"\x07" + bytes(6)),
        cell(3, 5, 0, b"\x2a"),
    ]
    source = read(of(tmp_path, Page("a", {(0, 0): ("产值", 0)}, extra={0: formula})))
    assert source.text == "产值 | 24.69 | 亿元 | TRUE\n"
    assert source.unread == (Unread.FORMULAS.said(2),)


def test_note_marks_and_struck_out_letters_are_left_out(tmp_path: Path) -> None:
    """In a cell of several looks: 产值, a raised 1, a struck out 万."""
    runs = struct.pack("<I", 3) + struct.pack("<6H", 2, 1, 3, 2, 4, 0)
    rich = cell(62, 0, 0, b"\1" + wide("产值1万元") + runs)
    assert lines(of(tmp_path, Page("a", {(0, 1): (3, 0)}, extra={0: [rich]}))) == ["产值元 | 3"]


@pytest.mark.parametrize(
    "part", ["xl/worksheets/worksheet0.bin", "xl/styles.bin", "xl/sharedStrings.bin", "xl/workbook.bin"]
)
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_part_that_is_cut_off_is_damaged(part: str, kept: float, tmp_path: Path) -> None:
    """In a line, without a trace."""
    whole = of(tmp_path, Page("a", {(row, 0): (f"产值{row}", 1) for row in range(9)}))
    with zipfile.ZipFile(whole) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts[part] = parts[part][: int(len(parts[part]) * kept)]
    cut = tmp_path / "cut.xlsb"
    with zipfile.ZipFile(cut, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    with pytest.raises(UnreadableSource) as refused:
        read(cut)
    assert refused.value.fault in (Fault.DAMAGED, Fault.EMPTY)
