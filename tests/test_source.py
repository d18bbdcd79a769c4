"""Files to text: encodings, faults, pages."""

from pathlib import Path
from typing import NoReturn

import pytest

from corpus.source import READERS, Fault, UnreadableSource, digest, read
from index.shelf import take

TEXT = "临江区统计局\n全年粮食产量4.82万吨，比上年增长0.6%。\n"
PAGES = Path(__file__).parent / "data" / "pages"


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gb2312", "utf-16"])
def test_a_text_file_is_read_unchanged(tmp_path: Path, encoding: str) -> None:
    """The text is the file's own, whatever its encoding."""
    assert read(written(tmp_path, "公报.txt", TEXT.encode(encoding))).text == TEXT


def test_the_id_is_the_name_without_its_suffix(tmp_path: Path) -> None:
    """Unless another is given."""
    path = written(tmp_path, "2024.公报.md", TEXT.encode())
    assert read(path).id == "2024.公报"
    assert read(path, "a/b").id == "a/b"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        pytest.param("空.txt", b"", Fault.EMPTY, id="no byte"),
        pytest.param("空.txt", " \n\u3000\n".encode(), Fault.EMPTY, id="only blanks"),
        pytest.param(
            "空.html", b"<html><body><nav>a</nav></body></html>", Fault.EMPTY, id="page without text"
        ),
        pytest.param("图.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Fault.BINARY, id="picture called txt"),
        pytest.param(
            "繁.txt",
            "全年糧食產量比上年增長,臺灣區電腦軟體繁體資料".encode("big5"),
            Fault.ENCODING,
            id="big5",
        ),
        pytest.param(
            "日.txt",
            "これは日本語の文章です。工業生産は増加しました。".encode("shift-jis"),
            Fault.ENCODING,
            id="shift-jis",
        ),
        pytest.param("断.txt", TEXT.encode()[:-3] + b"\xff\xff", Fault.ENCODING, id="broken utf-8"),
        pytest.param("图.png", b"\x89PNG", Fault.PICTURE, id="picture"),
        pytest.param("会.pptx", b"PK", Fault.SLIDES, id="slides"),
        pytest.param("包.RAR", b"Rar!", Fault.ARCHIVED, id="archive"),
        pytest.param("文.ceb", b"Foun", Fault.LAID_OUT, id="a producer's own layout"),
        pytest.param("无后缀", TEXT.encode(), Fault.FORMAT, id="no suffix"),
    ],
)
def test_a_file_that_is_no_letter_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes, fault: Fault
) -> None:
    """One line: the file and the reason."""
    with pytest.raises(UnreadableSource) as refused:
        read(written(tmp_path, name, content))
    assert refused.value.fault is fault
    assert str(refused.value).startswith(name)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "problem", [TypeError, KeyError, RecursionError, MemoryError, AssertionError, OSError]
)
def test_whatever_a_reader_raises_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: type[Exception]
) -> None:
    """Reading libraries stumble over odd files with any error; the file is left out, with a reason."""

    def stumble(content: bytes, path: Path) -> NoReturn:
        raise problem("a\nb")

    monkeypatch.setitem(READERS, ".docx", stumble)
    with pytest.raises(UnreadableSource) as refused:
        read(written(tmp_path, "奇.docx", b"x"))
    assert refused.value.fault is Fault.UNREADABLE
    assert str(refused.value).startswith("奇.docx：")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param(
            '编号,答复\n1,"' + "茶" * 140_000 + '"\n', ["1 | " + "茶" * 140_000], id="a long letter"
        ),
        pytest.param(
            '编号,答复\n1,"甲""乙"",\n丙"\n2,丁\n',
            ['1 | 甲"乙", 丙', "2 | 丁"],
            id="marks and lines in a cell",
        ),
        pytest.param(
            '指标,数值\n"粮食,44\n茶叶,55\n', ["粮食 | 44", "茶叶 | 55"], id="a mark that nobody closed"
        ),
        pytest.param('管径,数量\n5" 管,44\n', ['5" 管 | 44'], id="inches"),
    ],
)
def test_cells_of_any_length_and_shape(tmp_path: Path, rows: str, lines: list[str]) -> None:
    """A quotation mark that nobody closed does not make the rest of the file one cell."""
    assert read(written(tmp_path, "a.csv", rows.encode())).text.splitlines()[1:] == lines


def test_one_odd_file_does_not_stop_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read, the odd one is named in a line."""

    def stumble(content: bytes, path: Path) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setitem(READERS, ".docx", stumble)
    offered = tmp_path / "offered"
    offered.mkdir()
    written(offered, "a.docx", b"x")
    written(offered, "b.txt", TEXT.encode())
    taken = take([offered], tmp_path / "corpus")
    assert [path.name for path in taken.put] == ["b.txt"]
    assert taken.refused == (f"a.docx：{Fault.UNREADABLE.words}",)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A missing file and a folder."""
    (tmp_path / "folder.txt").mkdir()
    for name, fault in (("missing.txt", Fault.MISSING), ("folder.txt", Fault.FOLDER)):
        with pytest.raises(UnreadableSource) as refused:
            read(tmp_path / name)
        assert refused.value.fault is fault


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """Its size is looked at first."""
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(21 * 2**20)
    with pytest.raises(UnreadableSource) as refused:
        read(path)
    assert refused.value.fault is Fault.OVERSIZED


def test_a_sidecar_tells_the_address_and_changes_the_digest(tmp_path: Path) -> None:
    """`<file>.toml` beside the document."""
    path = written(tmp_path, "a.txt", TEXT.encode())
    before = digest(path)
    written(tmp_path, "a.txt.toml", '"网址" = "http://a.gov.cn/1.html"\ndate = 2024-03-01\n'.encode())
    assert (read(path).given.url, read(path).given.published) == ("http://a.gov.cn/1.html", "2024-03-01")
    assert digest(path) != before == read(written(tmp_path, "b.txt", TEXT.encode())).digest


def test_a_broken_sidecar_is_refused(tmp_path: Path) -> None:
    """Not passed over."""
    path = written(tmp_path, "a.txt", TEXT.encode())
    written(tmp_path, "a.txt.toml", b"url = ")
    with pytest.raises(UnreadableSource) as refused:
        read(path)
    assert refused.value.fault is Fault.SIDECAR


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_a_page_is_read_to_its_article(page: Path) -> None:
    """Navigation, tools and footer gone, headings marked, tables as rows: as written beside the page."""
    assert read(page).text == page.with_suffix(".expected").read_text(encoding="utf-8")


TABLE = "<table><tr><td>指标</td><td>单位</td><td>上半年</td></tr><tr><td>茶叶产量</td><td>吨</td><td>3260</td></tr></table>"
CALENDAR = "<table><tr><td>一</td><td>二</td></tr><tr><td>1</td><td>2</td></tr></table>"


@pytest.mark.parametrize(
    ("page", "printed"),
    [
        pytest.param("<p>生产总值<sup>2</sup>134.9亿元。</p>", ["生产总值134.9亿元。"], id="note mark"),
        pytest.param(
            '<p>产值<sup><a href="#n">[3]</a></sup>24亿元。</p>', ["产值24亿元。"], id="linked mark"
        ),
        pytest.param(
            "<p>税收<sup>④</sup>3.3<sup>1</sup>亿元。</p>", ["税收3.3亿元。"], id="marks in a figure"
        ),
        pytest.param(
            "<p>面积12.5km<sup>2</sup>，3×10<sup>4</sup>吨。</p>", ["面积12.5km²，3×10⁴吨。"], id="powers"
        ),
        pytest.param("<p>耕地26万ｈｍ<sup>2</sup>。</p>", ["耕地26万ｈｍ²。"], id="a wide power"),
        pytest.param("<p>CO<sub>2</sub>排放8.1万吨。</p>", ["CO2排放8.1万吨。"], id="lowered"),
        pytest.param(
            '<p>税收<span style="vertical-align: super">1</span>3亿元。</p>',
            ["税收3亿元。"],
            id="raised by style",
        ),
        pytest.param(
            "<p>产值<del>99</del><s>9</s><strike>8</strike><ins>24</ins>亿元。</p>",
            ["产值24亿元。"],
            id="struck",
        ),
        pytest.param(
            '<p>产值<span style="text-decoration:line-through">99</span>24亿元。</p>',
            ["产值24亿元。"],
            id="struck by style",
        ),
        pytest.param(
            '<p>甲。</p><p style="DISPLAY : none">乙。</p><p hidden>丙。</p>', ["甲。"], id="hidden"
        ),
        pytest.param('<p>甲<span style="visibility:hidden">9</span>3吨。</p>', ["甲3吨。"], id="invisible"),
        pytest.param(
            "<p>王<ruby>喆<rp>(</rp><rt>zhé</rt><rp>)</rp></ruby>局长。</p>", ["王喆局长。"], id="ruby"
        ),
        pytest.param(
            '</head><body class="footer nav" style="display:none"><p>产量3260吨。</p>',
            ["产量3260吨。"],
            id="body with a name",
        ),
        pytest.param(
            '<form id="form1"><h1>报告</h1><p>产量3260吨。</p></form>', ["# 报告", "产量3260吨。"], id="form"
        ),
        pytest.param(
            "<form><label>站内搜索</label><input><button>搜</button></form><p>甲。</p>",
            ["甲。"],
            id="search form",
        ),
        pytest.param(
            f'<div id="print">{TABLE}</div>', ["指标 | 单位 | 上半年", "茶叶产量 | 吨 | 3260"], id="print"
        ),
        pytest.param(
            '<div id="print"><p>产量3260吨。</p></div>', ["产量3260吨。"], id="one sentence to print"
        ),
        pytest.param('<p>甲。</p><div class="print">打印正文</div>', ["甲。"], id="print button"),
        pytest.param(
            f'<div class="tab-bottom">{TABLE}</div>',
            ["指标 | 单位 | 上半年", "茶叶产量 | 吨 | 3260"],
            id="bottom",
        ),
        pytest.param(f'<p>甲。</p><div class="sidebar">{CALENDAR}</div>', ["甲。"], id="calendar"),
        pytest.param(
            "<div>听全文</div><p>甲，见相关附件。</p><div>+</div><div>-</div><div>【关闭文章】</div><h3>相关附件</h3>"
            "<p>使用“扫一扫”分享</p><div>字体大小：大 中 小</div><div>在手机上打开</div>",
            ["甲，见相关附件。"],
            id="buttons",
        ),
        pytest.param(
            "<table><tr><td>产值<sup>1</sup></td><td>面积(km<sup>2</sup>)</td></tr><tr><td>3<sup>a</sup></td><td>4</td></tr></table>",
            ["产值 | 面积(km²)", "3 | 4"],
            id="marks in a table",
        ),
    ],
)
def test_a_page_reads_as_a_browser_shows_it(tmp_path: Path, page: str, printed: list[str]) -> None:
    """Marks, struck out and hidden text are gone; what wraps the article is not."""
    assert read(written(tmp_path, "a.html", page.encode())).text.splitlines() == printed


def test_a_page_in_gb2312_says_so_itself(tmp_path: Path) -> None:
    """Old sites still do."""
    page = '<html><head><meta charset="gb2312"></head><body><p>粮食产量4.82万吨。</p></body></html>'
    assert read(written(tmp_path, "a.htm", page.encode("gb2312"))).text == "粮食产量4.82万吨。\n"


def test_meta_tags_of_a_page_are_given(tmp_path: Path) -> None:
    """Government sites carry them."""
    page = (
        '<meta name="ArticleTitle" content="关于茶产业的答复"><meta name="PubDate" content="2024-07-10 09:30">'
        '<meta name="ContentSource" content="云岭县农业农村局"><p>正文。</p>'
    )
    given = read(written(tmp_path, "a.html", page.encode())).given
    assert (given.title, given.published, given.issuer) == (
        "关于茶产业的答复",
        "2024-07-10 09:30",
        "云岭县农业农村局",
    )
