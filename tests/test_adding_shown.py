"""`dafu add` on a terminal: which page, sheet or part of a long file is done."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
import xlwt
from rich.status import Status
from typer.testing import CliRunner

from bot.__main__ import app
from tests.drawn import Sheet, drawn
from tests.test_ofd import code, layer
from tests.test_ofd import lines as written_ofd
from tests.test_ofd import text as text_object

TEXT = "全年粮食总产量八十八万吨。"


def pdf(folder: Path) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(drawn(*(Sheet().text(72, 80, TEXT) for _ in range(3))))
    return path


def ofd(folder: Path) -> Path:
    written_ofd(folder, *[layer(text_object(code(TEXT)))] * 3)
    return folder / "a.ofd"


def xlsx(folder: Path) -> Path:
    book, path = openpyxl.Workbook(), folder / "a.xlsx"
    for name in ("甲", "乙"):
        book.create_sheet(name).append([TEXT, 5])
    book.save(path)
    return path


def xls(folder: Path) -> Path:
    book, path = xlwt.Workbook(encoding="utf-8"), folder / "a.xls"
    for name in ("甲", "乙"):
        book.add_sheet(name).write(0, 0, TEXT)
    book.save(str(path))
    return path


def word(folder: Path) -> Path:
    document, content = docx.Document(), io.BytesIO()
    for _ in range(120):
        document.add_paragraph(TEXT)
    document.save(content)
    path = folder / "a.docx"
    path.write_bytes(content.getvalue())
    assert zipfile.is_zipfile(path)
    return path


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (pdf, ("a.pdf: 第1/3页", "a.pdf: 第3/3页")),
        (ofd, ("a.ofd: 第1/3页", "a.ofd: 第3/3页")),
        (xlsx, ("a.xlsx: 第1/3张工作表", "a.xlsx: 第3/3张工作表")),
        (xls, ("a.xls: 第1/2张工作表", "a.xls: 第2/2张工作表")),
        (word, ("a.docx: 已读50段", "a.docx: 已读100段")),
    ],
)
def test_what_is_done_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Callable[[Path], Path], told: tuple[str, ...]
) -> None:
    """While it is read, on standard error."""
    update = Status.update

    def slowly(status: Status, said: str) -> None:
        update(status, said)
        time.sleep(0.2)  # longer than it takes to draw again

    monkeypatch.setattr(Status, "update", slowly)
    places = {"DAFU_INDEX": str(tmp_path / "index"), "DAFU_CORPUS": str(tmp_path / "corpus")}
    environment = {**places, "FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "120"}
    result = CliRunner().invoke(app(), ["add", str(made(tmp_path))], env=environment)
    assert result.exit_code == 0
    assert [line for line in told if line not in result.stderr] == []


def test_nothing_shows_in_a_pipe(tmp_path: Path) -> None:
    """Nor is a pipe told of pages."""
    places = {"DAFU_INDEX": str(tmp_path / "index"), "DAFU_CORPUS": str(tmp_path / "corpus")}
    assert CliRunner().invoke(app(), ["add", str(pdf(tmp_path))], env=places).stderr == ""
