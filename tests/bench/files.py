"""`python -m tests.bench files`: how long it takes to add files of growing size and how much memory, beside another checkout."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docx import Document
from openpyxl import Workbook

from tests.drawn import Sheet, drawn

_ROWS, _COLUMNS, _PAGES, _SENTENCES = 250, 8, 8, 400  # of a file of size 1
_SECONDS = 300
_HEADS = (
    "乡镇",
    "总产值(万元)",
    "增加值(万元)",
    "投资(万元)",
    "出口(万元)",
    "税收(万元)",
    "用电(万度)",
    "企业(家)",
)
# Runs `dafu add` in the checkout that is measured; what the process was before it ran Python does not count.
_MEASURE = """
import json, re, sys, time
from pathlib import Path
from bot.__main__ import main
begun = time.process_time()
sys.argv = ["dafu", "add", sys.argv[1], "--corpus", sys.argv[2], "--index", sys.argv[3]]
try:
    main()
except SystemExit as ended:
    if ended.code:  # nothing was added: there is nothing to measure
        raise
status = Path("/proc/self/status").read_text()
print(json.dumps([time.process_time() - begun, int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024]))
"""


_PLACES = ("石桥镇", "云溪镇", "青田乡", "龙泉乡", "河口镇", "白渚镇", "松岭乡", "南屏镇")
_MEASURED = {
    "固定资产投资": "万元",
    "粮食产量": "吨",
    "财政收入": "万元",
    "茶叶产量": "吨",
    "工业总产值": "亿元",
    "社会消费品零售总额": "亿元",
    "进出口总额": "万美元",
    "农村居民人均可支配收入": "元",
}

Row = list[str | float]


def _cells(size: int) -> Iterator[Row]:
    for row in range(_ROWS * size):
        yield [f"第{row}镇", *(round(100 + 1.37 * row * column, 2) for column in range(1, _COLUMNS))]


def _rows(size: int) -> Iterator[Row]:
    yield [*_HEADS]
    yield from _cells(size)


def _sentence(chance: random.Random) -> str:
    place, measured = chance.choice(_PLACES), chance.choice([*_MEASURED])
    return (
        f"{place}完成{measured}{chance.randint(100, 99999)}{_MEASURED[measured]}，同比增长{chance.randint(1, 99) / 10}%，"
        f"其中一季度{chance.randint(10, 99)}{_MEASURED[measured]}，新增企业{chance.randint(2, 40)}家。"
    )


def _yearbook(rows: int, chance: random.Random) -> Iterator[Row]:
    """A table of villages with an amount of each measure and a remark that may be prose."""
    yield ["乡镇", "村", *(f"{name}（{unit}）" for name, unit in _MEASURED.items()), "同比增长（%）", "备注"]
    for row in range(rows):
        amounts = [round(chance.random() * 90000, 2) for _ in _MEASURED]
        remark = chance.choice(["", "达标", f"含园区企业{row % 40}户", _sentence(chance)])
        yield [
            chance.choice(_PLACES), f"第{row}村", *amounts, round(chance.random() * 20 - 5, 1), remark,
        ]  # fmt: skip


def _workbook(path: Path, size: int) -> None:
    _sheets(path, [_rows(size)])


def _yearbooks(path: Path, size: int) -> None:
    chance = random.Random(8)
    _sheets(path, [_yearbook(250, chance) for _ in range(3 * size)])


def _sheets(path: Path, tables: Iterable[Iterable[Row]]) -> None:
    book = Workbook(write_only=True)
    for number, rows in enumerate(tables):
        sheet = book.create_sheet(f"表{number + 1}")
        for row in rows:
            sheet.append(row)
    book.save(path)


def _word(path: Path, size: int) -> None:
    document = Document()
    _table(document, list(_rows(size)))
    document.save(str(path))


def _tables_with_prose(path: Path, size: int) -> None:
    chance, document = random.Random(12), Document()
    for part in range(size):
        document.add_paragraph(f"{part + 1}. 各乡镇主要指标")
        document.add_paragraph("".join(_sentence(chance) for _ in range(8)))
        _table(document, list(_yearbook(600, chance)))
    document.save(str(path))


def _table(document: Any, rows: Sequence[Row]) -> None:  # noqa: ANN401 - python-docx names no type for it
    table = document.add_table(len(rows), len(rows[0]))
    # Through the XML: the library looks a cell up in all of its row.
    for made, row in zip(table._tbl.tr_lst, rows, strict=True):
        for cell, words in zip(made.tc_lst, row, strict=True):
            cell.p_lst[0].add_r().text = str(words)


def _csv(path: Path, size: int) -> None:
    path.write_text("\n".join(",".join(map(str, row)) for row in _rows(size)), encoding="utf-8")


def _pdf(path: Path, size: int) -> None:
    pages = []
    for page in range(_PAGES * size):
        sheet, places = Sheet(), [80 + 22 * place for place in range(32)]
        # With a head: of cells that nothing names no figure is made, and there would be nothing to measure.
        rows = [(f"第{page * 30 + row}镇", 1260 + row, 2.5 * row, 312 + page) for row in range(30)]
        for place, row in zip(places, [("乡镇", "产值(万元)", "增速(%)", "企业(家)"), *rows], strict=False):
            for column, words in enumerate(row):
                sheet.text(60 + 120 * column, place + 16, str(words), 11)
        pages.append(sheet.grid((55, 175, 295, 415, 535), places))
    path.write_bytes(drawn(*pages))


def _pages(path: Path, size: int) -> None:
    """Pages of sentences, each with a table below them."""
    chance, pages = random.Random(9), []
    for _ in range(12 * size):
        sheet, places = Sheet(), [320 + 22 * place for place in range(20)]
        for line in range(12):
            sheet.text(60, 60 + 20 * line, _sentence(chance), 9)
        rows = [
            ("乡镇", "产值（万元）", "增速（%）"),
            *((p, f"{len(p) + n}", f"{n}.4") for n, p in enumerate(_PLACES)),
        ]
        for place, row in zip(places, rows, strict=False):
            for column, words in enumerate(row):
                sheet.text(60 + 120 * column, place + 16, words, 11)
        pages.append(sheet.grid((55, 175, 295, 415), places))
    path.write_bytes(drawn(*pages))


def _letter(path: Path, size: int) -> None:
    """Paragraphs of one sentence: 53 kB, 1,500 figures."""
    chance = random.Random(1)
    said = [f"第{number}段。2024年{_sentence(chance)}" for number in range(1, 500 * size + 1)]
    path.write_text("\n\n".join(said), encoding="utf-8")


def _text(path: Path, size: int) -> None:
    path.write_text(
        "\n".join(f"第{n}镇茶叶产量{3000 + n}吨,同比增长{1 + n % 9}.4%。" for n in range(_SENTENCES * size)),
        encoding="utf-8",
    )


MAKERS: dict[str, Callable[[Path, int], None]] = {
    "plain.xlsx": _workbook,
    "yearbook.xlsx": _yearbooks,
    "plain.docx": _word,
    "prose.docx": _tables_with_prose,
    "plain.csv": _csv,
    "plain.pdf": _pdf,
    "prose.pdf": _pages,
    "plain.txt": _text,
    "letter.txt": _letter,
}


def measured(file: Path, checkout: Path, compiled: Path) -> tuple[float, int] | None:
    """Seconds of the processor and megabytes of a file's adding; None where it takes too long.

    As it is installed, modules are compiled once: into a folder.
    """
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(compiled)}
    environment = os.environ | kept | {"PYTHONPATH": str(checkout)}
    with TemporaryDirectory() as folder:
        places = (f"{folder}/corpus", f"{folder}/index")
        command = [sys.executable, "-W", "ignore", "-c", _MEASURE, str(file), *places]
        try:
            done = subprocess.run(
                command, cwd=checkout, env=environment, capture_output=True, timeout=_SECONDS, check=True
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
            return None
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, megabytes


def _times(own: tuple[float, int] | None, base: tuple[float, int] | None) -> str:
    """How much faster than a base, and what part of its memory is taken."""
    return f"{base[0] / own[0]:.1f} × {own[1] / base[1]:.2f}" if own and base else "-"


def files(sizes: tuple[int, ...], base: Path | None) -> None:
    """Print a row for each format and size: kilobytes, seconds and megabytes of each checkout, how many times the base's.

    The workbook of yearbook tables has 9,000 cells for each size, the Word file with prose 6,000 figures.
    """
    checkouts = [checkout for checkout in (Path(__file__).parents[2], base) if checkout]
    with TemporaryDirectory() as folder, TemporaryDirectory() as compiled:
        for checkout in checkouts:
            first = Path(folder) / "made.txt"
            _text(first, 1)
            measured(first, checkout, Path(compiled))
        for name, make in MAKERS.items():
            for size in sizes:
                file = Path(folder) / name
                make(file, size)
                row = [f"{name} ×{size}", f"{file.stat().st_size // 1024} kB"]
                found = [measured(file, checkout, Path(compiled)) for checkout in checkouts]
                row += ["{:.1f} s {} MB".format(*one) if one else "-" for one in found]
                row += [_times(*found)] if len(found) > 1 else []
                print("  ".join(f"{cell:24}" for cell in row), flush=True)  # noqa: T201
