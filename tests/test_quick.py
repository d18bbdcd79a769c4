"""`dafu ask` in a pipe: the same answers without what reads options; nothing is loaded that is not needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli import quick
from index.opened import Index

ROOT = Path(__file__).parents[1]
# What an answer by figures needs nothing of: the parser, the terminal, vectors, whatever reads documents.
_UNNEEDED = (
    "typer", "rich", "pydantic", "numpy", "faiss", "tokenizers", "pypinyin", "opencc", "importlib.resources",
    "corpus.texts.layout", "corpus.reading", "corpus.extraction.prose", "corpus.rule.rules", "index.rows.entry", "index.gather",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _of_the_letter(library: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index that is built already."""
    monkeypatch.setenv("DAFU_INDEX", str(Path(library.place).parent))
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        (["ask", "电子信息产业产值多少"], True),
        (["ask", "电子信息", "产值", "--json"], True),
        (["ask"], False),
        (["ask", "--json"], False),
        (["ask", "产值", "--explain"], False),
        (["ask", "产值", "--corpus", "letters"], False),
        (["ask", "--", "产值"], False),
        (["ask", "--help"], False),
        (["chat"], False),
        ([], False),
    ],
)
def test_what_is_plain(arguments: list[str], plain: bool) -> None:
    """A question and no option but one."""
    assert quick.is_plain(arguments) is plain


@pytest.mark.parametrize(
    "question",
    [
        "电子信息产业产值多少",
        "2030年电子信息产业产值多少",
        "规上工业企业有几家",
        "你好",
        "制造业投资和民间投资各多少",
        "火星人口多少",
    ],
)
def test_the_same_is_printed(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As the long way prints, and with its exit status."""
    told = CliRunner().invoke(app("ask"), ["ask", question])
    assert quick.ask(["ask", question]) == told.exit_code
    assert capsys.readouterr().out == told.output


def test_the_same_object(capsys: pytest.CaptureFixture[str]) -> None:
    """But for the time that it took."""
    told = json.loads(CliRunner().invoke(app("ask"), ["ask", "电子信息", "产业产值", "--json"]).output)
    quick.ask(["ask", "电子信息", "产业产值", "--json"])
    mine = json.loads(capsys.readouterr().out)
    assert mine | {"milliseconds": 0} == told | {"milliseconds": 0}


def test_what_goes_wrong_is_told_the_long_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is printed here."""
    monkeypatch.setenv("DAFU_CORPUS", "/nowhere/at/all")
    assert quick.ask(["ask", "产值"]) is None
    assert capsys.readouterr().out == ""


def test_only_what_is_needed_is_loaded() -> None:
    """In a process of its own."""
    script = f"""
import sys
from bot.cli import quick
quick.ask(["ask", "电子信息产业产值多少"])
print([name for name in {_UNNEEDED!r} if name in sys.modules])
"""
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True,
        capture_output=True, text=True,
    ).stdout.splitlines()  # fmt: skip
    assert found[0].startswith("电子信息产业产值24.69亿元")
    assert found[-1] == "[]"
