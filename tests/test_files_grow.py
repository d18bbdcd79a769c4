"""Work grows in a straight line with the tables of a Word file, the cells of a workbook and the pages of a PDF."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pytest

from corpus.reading import read_letter
from corpus.source import read
from tests.counting import steps
from tests.drawn import Sheet, drawn

SIZES = (1, 2, 4, 8)
MOST = 2.3  # times the work for twice the size


def tables(path: Path, size: int) -> None:
    document = docx.Document()
    document.add_paragraph("青岚县2024年各乡镇情况")
    for number in range(3 * size):
        document.add_paragraph(f"表{number + 1} 各乡镇第{number + 1}类产量（单位：吨）")
        table = document.add_table(7, 3)
        for row, cells in enumerate(table.rows):
            words = ["乡镇", "产量", "销量"] if not row else [f"云溪{row}镇", str(100 + row), str(90 + row)]
            for cell, word in zip(cells.cells, words, strict=True):
                cell.text = word
    document.save(str(path))


def long_table(path: Path, size: int) -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    for cell, word in zip(table.rows[0].cells, ["乡镇", "产量（吨）", "销量（吨）"], strict=True):
        cell.text = word
    for row in range(25 * size):
        for cell, word in zip(table.add_row().cells, [f"云溪{row}镇", f"{100 + row}", "90"], strict=True):
            cell.text = word
    document.save(str(path))


def rows_of_cells(path: Path, size: int) -> None:
    book = openpyxl.Workbook()
    book.active.append(["乡镇", *(f"第{column}类产量（吨）" for column in range(6))])
    for row in range(25 * size):
        book.active.append([f"云溪{row}镇", *(100 + row + column for column in range(6))])
    book.save(path)


def columns_of_cells(path: Path, size: int) -> None:
    book = openpyxl.Workbook()
    book.active.append(["乡镇", *(f"第{column}类产量（吨）" for column in range(25 * size))])
    for row in range(5):
        book.active.append([f"云溪{row}镇", *(100 + row + column for column in range(25 * size))])
    book.save(path)


def prose_in_cells(path: Path, size: int) -> None:
    document = docx.Document()
    table = document.add_table(0, 2)
    for row in range(12 * size):
        said = f"完成茶叶产量{100 + row}吨，同比增长2.4%。"
        for cell, word in zip(table.add_row().cells, [f"云溪{row}村", said], strict=True):
            cell.text = word
    document.save(str(path))


def pages(path: Path, size: int) -> None:
    made = []
    for number in range(2 * size):
        sheet = Sheet()
        for row in range(12):
            sheet.text(72, 80 + 24 * row, f"全年第{number}{row}类粮食总产量88.{row}万吨，增长1.{row}%。")
        made.append(sheet)
    path.write_bytes(drawn(*made))


@pytest.mark.parametrize(
    ("made", "name"),
    [(tables, "a.docx"), (long_table, "a.docx"), (rows_of_cells, "a.xlsx"), (columns_of_cells, "a.xlsx"),
     (prose_in_cells, "a.docx"), (pages, "a.pdf")],
)  # fmt: skip
def test_work_grows_with_the_size(tmp_path: Path, made: Callable[[Path, int], None], name: str) -> None:
    """Counted in steps, at one, two, four and eight times the size; what it says is read to the end."""
    path, done, figures = tmp_path / name, [], []
    made(path, SIZES[-1])
    read_letter(read(path))  # what is worked out once
    for size in SIZES:
        made(path, size)
        done.append(steps(lambda: read_letter(read(path))))
        figures.append(len(read_letter(read(path)).figures))
    assert [more < MOST * less for less, more in pairwise(done)] == [True] * 3, done
    assert figures[0] > 0
    assert figures[-1] >= 7 * figures[0]
