"""What was not read of a file is said: when it is added, and when the letters are listed."""

import csv
from pathlib import Path

import pytest

from bot.speech import Speech
from bot.telegram.messages.findings import findings
from corpus.formats.structure.unread import Unread, ranges
from corpus.reading import read as read_letter
from corpus.source import read
from tests.drawn import Sheet, drawn
from tests.test_ofd import code, layer, text
from tests.test_ofd import lines as ofd_lines
from tests.test_sheet import row, workbook
from tests.test_shelf import run
from tests.test_word import p, r, word

TEA = "茶叶产量3260吨，同比增长6.4%。"
PICTURE = '<w:r><w:drawing><a:blip xmlns:a="a" r:embed="image"/></w:drawing></w:r>'
SECRET = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部数9吨</w:t></w:r>"
INSERTED = (
    f'<w:ins w:id="1">{r("3260")}</w:ins><w:del w:id="2"><w:r><w:delText>3000</w:delText></w:r></w:del>'
)


def test_numbers_of_pages() -> None:
    """Those after each other together."""
    assert (ranges([1]), ranges([1, 2, 5, 6, 7]), ranges([2, 4])) == ("1", "1–2、5–7", "2、4")


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        pytest.param(p(r(TEA)), (), id="all of it"),
        pytest.param(p(r(TEA)) + p(PICTURE, PICTURE), (Unread.PICTURES.said(1),), id="one picture twice"),
        pytest.param(p(r(TEA), SECRET), (Unread.HIDDEN.said(),), id="hidden text"),
        pytest.param(p(r(TEA), SECRET.replace("vanish", "strike")), (), id="struck out"),
        pytest.param(p(r(TEA), SECRET.replace("<w:t>内部数9吨</w:t>", "")), (), id="a hidden mark"),
        pytest.param(p(r("茶叶产量"), INSERTED, r("吨。")), (Unread.REVISIONS.said(),), id="open revisions"),
    ],
)
def test_a_word_file(tmp_path: Path, body: str, unread: tuple[str, ...]) -> None:
    """Pictures, and changes that nobody has accepted."""
    assert read(word(tmp_path, body)).unread == unread


def test_a_workbook(tmp_path: Path) -> None:
    """Sheets, rows and columns that are hidden, formulas without a value."""
    shown = (
        row(1, "乡镇", "产量(吨)")
        + row(2, "云溪镇", "1260")
        + row(3, "内部数", "99", attributes='hidden="1"')
    )
    failed = row(4, "合计", '<c r="B4"><f>SUM(B2:B3)</f></c>')
    failed += row(5, "备注", '<c r="B5" t="str"><f>IF(A5="",1,"")</f><v></v></c>')  # reckoned to nothing
    path = workbook(tmp_path, shown + failed, row(1, "底稿", "7"), states=("visible", "hidden"))
    source = read(path)
    assert source.unread == (Unread.SHEETS.said("表1"), Unread.ROWS.said("表0"), Unread.FORMULAS.said(1))
    assert "99" not in source.text
    assert "底稿" not in source.text


def test_an_ofd_file(tmp_path: Path) -> None:
    """Pages that are only a picture."""
    pages = [layer(text(code(TEA))), layer("<o:ImageObject/>"), layer("<o:ImageObject/>")]
    ofd_lines(tmp_path, *pages)
    assert read(tmp_path / "a.ofd").unread == (Unread.PAGES.said("2–3"),)


@pytest.mark.parametrize(
    ("links", "unread"),
    [
        pytest.param('<a href="a/b.pdf">2025年统计公报</a>', "2025年统计公报", id="the article itself"),
        pytest.param(
            '<a href="1.xls">附表1</a><a href="/d.jsp?f=2.DOCX&n=1">附表 2</a><a href="1.xls">附表1</a>',
            "附表1、附表 2",
            id="one twice",
        ),
        pytest.param(
            "".join(f'<a href="{n}.ofd">表{n}</a>' for n in range(7)),
            "表0、表1、表2、表3、表4等7个",
            id="many",
        ),
        pytest.param('<a href="b.html">上一篇</a><a href="a.png"></a><a href="c.pdf"></a>', "", id="none"),
        pytest.param('<div class="footer"><a href="app.zip">客户端</a></div>', "", id="around the article"),
    ],
)
def test_a_page_with_attachments(tmp_path: Path, links: str, unread: str) -> None:
    """The files that its article leads to."""
    path = tmp_path / "a.html"
    path.write_text(f"<body><p>{TEA}</p><div>{links}</div></body>", encoding="utf-8")
    source = read(path)
    assert source.unread == ((Unread.ATTACHED.said(unread),) if unread else ())
    assert source.text.startswith(TEA)


def test_it_is_said_when_added_and_when_listed(tmp_path: Path) -> None:
    """Below the letter, and in a column of its own."""
    offered = tmp_path / "茶.pdf"
    offered.write_bytes(drawn(Sheet().text(72, 80, TEA), Sheet().picture()))
    said = Unread.PAGES.said(2)
    assert run(tmp_path, "add", offered).stdout.splitlines()[1:] == [f"  {said}"]
    head, listed = csv.reader(run(tmp_path, "letters").stdout.splitlines())
    assert (head[-1], listed[-1]) == ("未读", said)


def test_it_is_said_to_whoever_sends_a_file_to_the_bot(tmp_path: Path) -> None:
    """Before it is added."""
    path = tmp_path / "茶.pdf"
    path.write_bytes(drawn(Sheet().text(72, 80, TEA), Sheet().picture()))
    assert f"⚠️ {Unread.PAGES.said(2)}" in findings(read_letter(path), "要添加吗?", Speech("zh-hans"))
