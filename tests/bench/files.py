"""`python -m tests.bench files`: how long it takes to add files of growing size and how much memory, beside another checkout."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

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
import contextlib, json, re, sys, time
from pathlib import Path
from bot.__main__ import main
begun = time.process_time()
sys.argv = ["dafu", "add", sys.argv[1], "--corpus", sys.argv[2], "--index", sys.argv[3]]
with contextlib.suppress(SystemExit):
    main()
status = Path("/proc/self/status").read_text()
print(json.dumps([time.process_time() - begun, int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024]))
"""


Row = list[str | float]


def _cells(size: int) -> Iterator[Row]:
    for row in range(_ROWS * size):
        yield [f"第{row}镇", *(round(100 + 1.37 * row * column, 2) for column in range(1, _COLUMNS))]


def _rows(size: int) -> Iterator[Row]:
    yield [*_HEADS]
    yield from _cells(size)


def _workbook(path: Path, size: int) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _rows(size):
        sheet.append(row)
    book.save(path)


def _word(path: Path, size: int) -> None:
    document = Document()
    rows = list(_rows(size))
    table = document.add_table(len(rows), _COLUMNS)
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = str(words)
    document.save(str(path))


def _csv(path: Path, size: int) -> None:
    path.write_text("\n".join(",".join(map(str, row)) for row in _rows(size)), encoding="utf-8")


def _pdf(path: Path, size: int) -> None:
    pages = []
    for page in range(_PAGES * size):
        sheet, places = Sheet(), [80 + 22 * place for place in range(32)]
        for place, row in zip(places, range(31), strict=False):
            for column, words in enumerate((f"第{page * 31 + row}镇", 1260 + row, 2.5 * row, 312 + page)):
                sheet.text(60 + 120 * column, place + 16, str(words), 11)
        pages.append(sheet.grid((55, 175, 295, 415, 535), places))
    path.write_bytes(drawn(*pages))


def _text(path: Path, size: int) -> None:
    path.write_text(
        "\n".join(f"第{n}镇茶叶产量{3000 + n}吨,同比增长{1 + n % 9}.4%。" for n in range(_SENTENCES * size)),
        encoding="utf-8",
    )


MAKERS: dict[str, Callable[[Path, int], None]] = {
    ".xlsx": _workbook,
    ".docx": _word,
    ".csv": _csv,
    ".pdf": _pdf,
    ".txt": _text,
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


def files(sizes: tuple[int, ...], base: Path | None) -> None:
    """Print a row for each format and size: kilobytes, then seconds and megabytes of each checkout."""
    checkouts = [checkout for checkout in (Path(__file__).parents[2], base) if checkout]
    with TemporaryDirectory() as folder, TemporaryDirectory() as compiled:
        for checkout in checkouts:
            first = Path(folder) / "made.txt"
            _text(first, 1)
            measured(first, checkout, Path(compiled))
        for suffix, make in MAKERS.items():
            for size in sizes:
                file = Path(folder) / f"made{suffix}"
                make(file, size)
                row = [f"{suffix} ×{size}", f"{file.stat().st_size // 1024} kB"]
                for checkout in checkouts:
                    found = measured(file, checkout, Path(compiled))
                    row.append("{:.1f} s {} MB".format(*found) if found else "-")
                print("  ".join(f"{cell:24}" for cell in row), flush=True)  # noqa: T201
