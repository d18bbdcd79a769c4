"""Old formats: workbooks with the looks of their cells, documents through LibreOffice or with advice."""

import datetime
import os
import stat
import time
from pathlib import Path

import pytest
import xlwt

from corpus.fault import Fault, UnreadableSource
from corpus.formats import libreoffice
from corpus.formats.structure.unread import Unread
from corpus.source import read
from tests.test_formats import container

RTF = "{\\rtf1\\ansi\\ansicpg936 \\u33590?\\u21494?\\u20135?\\u37327?6420\\u21544?\\u12290?\\par}"


def old_workbook(path: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("指标")
    looks = {name: xlwt.easyxf(num_format_str=name) for name in ("0.0%", '0.00"亿元"', 'yyyy"年"m"月"', "0")}
    struck = xlwt.easyxf("font: struck_out on")
    sheet.write_merge(0, 0, 0, 2, "青岚县2024年上半年主要指标")
    sheet.write_merge(1, 1, 1, 2, "上半年")
    for column, head in enumerate(("指标", "总量", "增速")):
        sheet.write(2, column, head)
    for place, (name, total, growth) in enumerate((("工业", 24.69, 0.451), ("投资", 18.4, -0.032)), 3):
        sheet.write(place, 0, name)
        sheet.write(place, 1, total, looks['0.00"亿元"'])
        sheet.write(place, 2, growth, looks["0.0%"])
    sheet.write(5, 0, "截止")
    sheet.write(5, 1, datetime.datetime(2024, 6, 30), looks['yyyy"年"m"月"'])
    sheet.write(5, 2, "作废", struck)
    sheet.write(6, 0, "内部数")
    sheet.write(6, 1, 99.99)
    sheet.row(6).hidden = True
    secret = book.add_sheet("底稿")
    secret.write(0, 0, "内部数")
    secret.visibility = 1
    book.save(str(path))
    return path


@pytest.mark.parametrize("suffix", [".xls", ".et"])
def test_an_old_workbook_is_read_as_it_is_shown(tmp_path: Path, suffix: str) -> None:
    """Number formats, merged cells, dates; hidden and struck out cells are not there, and it is said."""
    source = read(old_workbook(tmp_path / f"a{suffix}"))
    assert source.text.splitlines() == [
        "青岚县2024年上半年主要指标",
        "|  | 上半年 | 上半年 |",
        "指标 | 总量 | 增速",
        "工业 | 24.69亿元 | 45.1%",
        "投资 | 18.40亿元 | -3.2%",
        "截止 | 2024年6月 |",
    ]
    assert source.unread == (Unread.SHEETS.said("底稿"), Unread.ROWS.said("指标"))


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        pytest.param(
            "a.xls",
            "<html><table><tr><td>指标</td><td>数</td></tr><tr><td>茶</td><td>3</td></tr></table></html>",
            "指标 | 数\n茶 | 3\n",
            id="page",
        ),
        pytest.param("a.xls", "指标\t数\n茶\t3\n", "指标 | 数\n茶 | 3\n", id="text"),
        pytest.param(
            "a.doc", "<html><body><p>茶叶产量3吨。</p></body></html>", "茶叶产量3吨。\n", id="page as doc"
        ),
    ],
)
def test_what_only_bears_an_old_ending_is_read(tmp_path: Path, name: str, content: str, text: str) -> None:
    """Systems write pages and text under it."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert read(tmp_path / name).text == text


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        pytest.param("a.doc", container("WordDocument"), Fault.OLD_WORD, id="doc"),
        pytest.param("a.wps", container("WordDocument"), Fault.OLD_WORD, id="wps"),
        pytest.param("a.xls", container("Workbook"), Fault.OLD_SHEET, id="xls that xlrd does not read"),
        pytest.param("a.rtf", RTF.encode(), Fault.RICH_TEXT, id="rtf"),
    ],
)
def test_without_libreoffice_the_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, fault: Fault
) -> None:
    """Save it as docx or xlsx."""
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableSource) as refused:
        read(tmp_path / name)
    assert refused.value.fault is fault
    assert "另存为" in str(refused.value)


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the program")
def test_libreoffice_is_run_once_apart_and_without_macros(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile of its own that forbids them; what came of a file is kept."""
    program, runs = tmp_path / "soffice", tmp_path / "runs"
    program.write_text(
        f'#!/bin/sh\necho run >> "{runs}"\nlast=""\nfor a in "$@"; do last="$a"; done\ncd "$(dirname "$last")"\n'
        "grep -q DisableMacrosExecution profile/user/registrymodifications.xcu || exit 1\n"
        f'cp "{tmp_path}/made.docx" document.docx\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    docx = pytest.importorskip("docx").Document()
    docx.add_paragraph("茶叶产量6420吨。")
    docx.save(str(tmp_path / "made.docx"))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    (tmp_path / "a.doc").write_bytes(container("WordDocument"))
    assert [read(tmp_path / "a.doc").text for _ in range(2)] == ["茶叶产量6420吨。\n"] * 2
    assert runs.read_text().splitlines() == ["run"]


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the program")
def test_libreoffice_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it has started, in one line; it may ask for so much memory and no more."""
    program, memory, child = (tmp_path / name for name in ("soffice", "memory", "child"))
    program.write_text(f'#!/bin/sh\nulimit -v > "{memory}"\nsleep 60 &\necho $! > "{child}"\nsleep 60\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(libreoffice, "_SECONDS", 1)
    (tmp_path / "a.doc").write_bytes(container("WordDocument") + b"sleeps")
    began = time.monotonic()
    with pytest.raises(UnreadableSource) as refused:
        read(tmp_path / "a.doc")
    assert time.monotonic() - began < 20
    assert refused.value.fault is Fault.SLOW
    assert "\n" not in str(refused.value)
    assert memory.read_text().strip() == str(libreoffice._KILOBYTES)
    assert _has_ended(int(child.read_text()))


def _has_ended(process: int) -> bool:
    """Whether a process is gone, or only waits to be collected."""
    stat_file = Path(f"/proc/{process}/stat")
    for _ in range(100):
        if not stat_file.exists() or stat_file.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(("is_set", "shown"), [(0, ["镇 | 产量", "云溪镇 | 3120"]), (1, ["镇 | 产量"])])
def test_a_height_of_nothing_hides_only_where_it_was_set(
    is_set: int, shown: list[str], tmp_path: Path
) -> None:
    """Some programs write 0 for every row and mean none."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    rows: list[tuple[str, str | int]] = [("镇", "产量"), ("云溪镇", 3120)]
    for place, (name, value) in enumerate(rows):
        sheet.write(place, 0, name)
        sheet.write(place, 1, value)
    sheet.row(1).height, sheet.row(1).height_mismatch = 0, is_set
    book.save(str(tmp_path / "a.xls"))
    assert read(tmp_path / "a.xls").text.splitlines() == shown
