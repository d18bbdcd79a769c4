"""Files that a Word document takes in whole stand where they are referred to."""

import zipfile
from pathlib import Path

import pytest

from corpus.formats.structure.unread import Unread
from corpus.formats.word import chunk
from corpus.source import Source, read
from tests.test_word import relations, word

PAGE = "<html><body><p>全县茶叶产量3260吨。</p><table><tr><td>茶园</td><td>面积</td></tr><tr><td>云岭</td><td>12.8</td></tr></table></body></html>"
BUNDLED = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n\n'
    + PAGE
    + "\n--b--\n"
)
SAID = ["全县茶叶产量3260吨。", "茶园 | 面积", "云岭 | 12.8"]


def p(text: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def taking_in(folder: Path, *contents: bytes, body: str = "") -> Path:
    """A document with these files between its first and its last sentence."""
    named = {f"aFChunk{number}": f"part{number}.bin" for number in range(len(contents))}
    refers = body or "".join(f'<w:altChunk r:id="{name}"/>' for name in named)
    path = word(folder, p("一、生产情况") + refers + p("特此报告。"))
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/_rels/document.xml.rels"] = relations(**named).encode()
    parts |= {f"word/{target}": content for target, content in zip(named.values(), contents, strict=True)}
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def between(source: Source) -> list[str]:
    """The lines between the first and the last sentence."""
    first, *lines, last = source.text.splitlines()
    assert (first, last) == ("一、生产情况", "特此报告。")
    return lines


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(PAGE.encode(), SAID, id="page"),
        pytest.param(BUNDLED.encode(), SAID, id="web archive"),
        pytest.param(
            "全县茶叶产量3260吨。\n茶园面积12.8万亩。".encode(),
            ["全县茶叶产量3260吨。", "茶园面积12.8万亩。"],
            id="text",
        ),
    ],
)
def test_what_is_taken_in_stands_in_its_place(content: bytes, expected: list[str], tmp_path: Path) -> None:
    """Whatever its format."""
    source = read(taking_in(tmp_path, content))
    assert (between(source), source.unread) == (expected, ())


def test_word_in_word(tmp_path: Path) -> None:
    """With what was not read of it; one in that is said, not read."""
    (tmp_path / "in").mkdir()
    inner = taking_in(tmp_path / "in", b"PK anything").read_bytes()
    source = read(taking_in(tmp_path, inner))
    assert between(source) == ["一、生产情况", "特此报告。"]
    assert source.unread == (Unread.PARTS.said(1),)


def test_rich_text_is_said(tmp_path: Path) -> None:
    """It is not read without LibreOffice."""
    source = read(taking_in(tmp_path, b"{\\rtf1 a}", PAGE.encode(), b"PK damaged"))
    assert (between(source), source.unread) == (SAID, (Unread.PARTS.said(2),))


def test_a_file_is_taken_in_once(tmp_path: Path) -> None:
    """A small document cannot say a large text again and again; a file that is not there is none."""
    refers = '<w:altChunk r:id="aFChunk0"/>' * 3 + '<w:altChunk r:id="no"/><w:altChunk/>'
    assert between(read(taking_in(tmp_path, PAGE.encode(), body=refers))) == SAID


def test_so_many_documents_are_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is said."""
    monkeypatch.setattr(chunk, "_MOST", 2)
    (tmp_path / "in").mkdir()
    inner = word(tmp_path / "in", p("茶园面积12.8万亩。")).read_bytes()
    source = read(taking_in(tmp_path, *[inner] * 3))
    assert (between(source), source.unread) == (["茶园面积12.8万亩。"] * 2, (Unread.PARTS.said(1),))


def test_documents_with_macros_are_read(tmp_path: Path) -> None:
    """As those without; the macros are not looked at."""
    path = tmp_path / "a.docm"
    word(tmp_path, p("茶园面积12.8万亩。")).rename(path)
    assert read(path).text == "茶园面积12.8万亩。\n"
