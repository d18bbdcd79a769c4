"""Pages that are pictures: read where a recogniser is installed, marked as such, doubtful figures never answered."""

import io
from pathlib import Path

import numpy as np
import pytest

from bot.answer import Answer, Kind
from corpus import recognition
from corpus.reading import read_letter
from corpus.recognition import Picture, Recognised
from corpus.scanned import Scanned, is_doubtful, settled, unsure
from corpus.source import read
from corpus.unread import Unread
from corpus.watch import watching
from tests.recognised import LINES, answering, disputing, looking, scan, seen


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A recogniser that reads LINES on every page, and how often it looked."""
    return looking(monkeypatch, seen(LINES))


def test_a_page_is_read_once_and_said_to_be_a_picture(tmp_path: Path, looked: list[int]) -> None:
    """Its text is as that of any page; where it was recognised is known."""
    told: list[tuple[str, int, int]] = []
    with watching(lambda path, page, pages: told.append((path.name, page, pages))):
        path = scan(tmp_path)
        source = read(path)
    assert source.text.splitlines() == list(LINES)
    assert source.unread == (Unread.SCANNED.said(1),)
    assert {(one.page, one.confidence, one.unsure) for one in source.scanned} == {(1, 0.99, ())}
    assert [source.text[one.start : one.end] for one in source.scanned] == list(LINES)
    assert read(path).text == source.text
    assert (looked, told) == ([1], [("scan.pdf", 1, 1)])


def answered(folder: Path, question: str) -> Answer:
    with answering(folder) as service:
        assert service.archive.file("scan") == folder / "corpus" / "scan.pdf"
        return service.answer(question, ())


@pytest.mark.usefixtures("looked")
def test_an_answer_from_a_picture_says_so(tmp_path: Path) -> None:
    """The page, how sure it is, and where the picture of the line is."""
    answer = answered(tmp_path, "茶叶产量多少")
    assert (answer.kind, "3260吨" in answer.headline) == (Kind.ANSWER, True)
    assert answer.remarks[-1] == "扫描识别:第1页,把握99%"
    (cutout,) = answer.cutouts
    assert (cutout.letter, cutout.page, cutout.words, cutout.doubtful) == ("scan", 1, LINES[1], False)
    assert [line.box for line in cutout.lines] == [(100, 180, 100 + 40 * len(LINES[1]), 220)]


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize("doubt", [{"doubted": "2"}, {"disagreed": "3260"}], ids=["a digit", "a second look"])
def test_a_figure_that_may_be_another_is_no_headline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, doubt: dict[str, str]
) -> None:
    """Nor is its sentence; what is sure in other lines is answered."""
    monkeypatch.setattr(recognition, "_read", lambda _: seen(("云岭县茶叶生产情况", *LINES[1:]), **doubt))
    answer = answered(tmp_path, "茶叶产量多少")
    assert answer.kind is Kind.NOT_FOUND
    assert "3260" not in answer.headline
    assert [one.words for one in answer.cutouts] == [LINES[1]]


@pytest.mark.usefixtures("looked")
def test_columns_of_a_picture_are_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells that are recognised apart stand in one row."""
    cells = [
        (x, y, word)
        for y, row in enumerate(("指标 上半年 增速", "产值 24.69 -1.4"))
        for x, word in enumerate(row.split())
    ]
    letters = tuple(
        Recognised(
            letter,
            100 + 500 * x + 40 * place,
            100 + 80 * y,
            140 + 500 * x + 40 * place,
            140 + 80 * y,
            number,
            0.99,
        )
        for number, (x, y, word) in enumerate(cells)
        for place, letter in enumerate(word)
    )
    monkeypatch.setattr(recognition, "_read", lambda _: Picture(0, 0.0, letters))
    assert read(scan(tmp_path)).text.splitlines() == ["指标 | 上半年 | 增速", "产值 | 24.69 | -1.4"]


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize("read_as", ["5.9%0", "5.9%o"])
def test_per_mille_read_as_per_cent_is_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_as: str
) -> None:
    """It would be ten times as much."""
    monkeypatch.setattr(recognition, "_read", lambda _: seen((f"全县人口出生率{read_as},比上年低。",)))
    source = read(scan(tmp_path))
    start = source.text.index("5.9")
    assert is_doubtful(source.scanned, start, start + 4)


TEA = (
    "云岭县2024年上半年茶叶生产情况", "上半年,全县茶叶产量3260吨,同比增长6.4%。", "茶园面积12.8万亩。",
    "全县有茶叶企业36家,其中规模以上11家。", "干茶均价每公斤185元。",
)  # fmt: skip


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    ("disputed", "question", "said"),
    [
        ("12.8", "茶园面积多少", ""),
        ("12.8", "茶园有多少亩", ""),
        ("12.8", "茶叶产量多少", "3260吨"),
        ("36", "有几家茶叶企业", ""),
        ("36", "规模以上企业多少家", "11家"),
        ("3260", "茶叶产量增长多少", "6.4%"),
        ("3260", "茶叶产量多少吨", ""),
        ("185", "干茶均价多少", ""),
        ("185", "每公斤多少钱", ""),
    ],
)
def test_what_was_not_read_surely_is_not_denied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disputed: str, question: str, said: str
) -> None:
    """A figure that is not clear is said to be there; the others are answered as ever."""
    looking(monkeypatch, disputing(seen(TEA), disputed))
    answer = answered(tmp_path, question)
    if said:
        assert (answer.kind, said in answer.headline) == (Kind.ANSWER, True)
    else:
        assert answer.headline == "这里是扫描识别的,数字没有看清,请看原件"
        assert [disputed in one.words for one in answer.cutouts] == [True]
    assert disputed not in answer.headline


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    "lines",
    [
        ("全县现有义务教育学校66所,其中小学43所、初中18所、九年一贯制学校7所。",),
        ("全年货物进出口总额131.46亿元。其中,出口108.27亿元,增长6.1%;进口15.19亿元。",),
        ("322家规上工业企业中,累计产值负增长的有128家,负增长面38.5%。",),
    ],
    ids=["a sum", "another", "a share"],
)
def test_what_the_letter_contradicts_is_no_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...]
) -> None:
    """One of them was read wrongly, and which is not known; from a text they are figures with a remark."""
    words = ("云岭县2024年上半年情况的通报", *lines)
    looking(monkeypatch, seen(words))
    scanned = read_letter(read(scan(tmp_path)))
    (tmp_path / "a.txt").write_text("\n".join(words), encoding="utf-8")
    printed = read_letter(read(tmp_path / "a.txt"))
    against = {figure for remark in printed.remarks for figure in remark.figures}
    assert against
    assert len(scanned.figures) == len(printed.figures) - len(against)
    assert scanned.letter.scanned[1].unsure


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize("disputed", ["2024", "2023"])
def test_figures_of_a_year_that_is_not_clear_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disputed: str
) -> None:
    """They would be told of another year."""
    words = ("云岭县茶叶生产情况的通报", f"{disputed}年,全县茶叶产量3260吨。", "茶园面积12.8万亩。")
    looking(monkeypatch, disputing(seen(words), disputed))
    assert [one.quantity.raw for one in read_letter(read(scan(tmp_path))).figures] == ["12.8万亩"]


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("年末户籍人1123.9万人。", "1123.9"),
        ("今年实施项1112个。", "1112"),
        ("全县有企业047家。", "047"),
        ("实现产值24.6.9亿元。", "24.6.9"),
        ("实现产值1,23亿元。", "1,23"),
    ],
)
def test_what_no_number_is_written_like_is_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, figure: str
) -> None:
    """A letter of strokes that were lost, two points, a nought in front."""
    looking(
        monkeypatch, seen(("云岭县2024年情况的通报", line, "全县有茶企114家,产值下降11.5%,合计1,234,567元。"))
    )
    source = read(scan(tmp_path))
    start = source.text.index(figure)
    assert is_doubtful(source.scanned, start, start + len(figure))
    assert not is_doubtful(source.scanned, source.text.index("全县有茶企"), len(source.text))


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(("gap", "doubted"), [(4, True), (-6, True), (60, False)])
def test_a_figure_cut_in_two_is_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gap: int, doubted: bool
) -> None:
    """A stamp's stroke between 2 and 7.0% makes two pieces of them; two columns stand further apart."""
    pieces = (("云岭县情况的通报", 100, 100), ("占全市的2", 100, 180), ("7.0%左右", 300 + gap, 184))
    letters = tuple(
        Recognised(letter, left + 40 * place, top, left + 40 * place + 40, top + 40, number, 0.99)
        for number, (words, left, top) in enumerate(pieces)
        for place, letter in enumerate(words)
    )
    looking(monkeypatch, Picture(0, 0.0, letters))
    source = read(scan(tmp_path))
    for figure in ("2", "7.0"):
        start = source.text.index(figure)
        assert is_doubtful(source.scanned, start, start + len(figure)) == doubted


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    ("lines", "doubted"),
    [
        (("全县茶园面积86.5万亩，占全市的2", "7.0%；比上年增加1万亩。"), ["2", "7.0"]),
        (("全县茶叶产量32", ".6万吨。"), ["32", "6"]),
        (("一、全县茶叶产量32吨。", "2024年的计划如下。"), []),
    ],
)
def test_a_figure_broken_over_two_lines_is_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], doubted: list[str]
) -> None:
    """Where the lines were not joined, each half is another figure."""
    head = "关于云岭县二〇二四年上半年全县茶叶生产和茶园面积情况以及下半年计划的通报"
    looking(monkeypatch, seen((head, *lines)))
    source = read(scan(tmp_path))
    found = [source.text[start:end] for one in source.scanned for start, end in one.unsure]
    assert [figure.strip(".%") for figure in found] == doubted


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    ("title", "signature", "issuer"),
    [
        ("云岭县人民政府关于茶产业发展的答复", "云县人民政府", "云岭县人民政府"),
        ("青溪区农业农村局关于茶产业发展的答复", "青溪区农业农材局", "青溪区农业农村局"),
        ("海屿市教育局关于学校建设的答复", "海屿市教育局", "海屿市教育局"),
        ("海屿市教育局关于学校建设的答复", "云岭县农业农村局", "云岭县农业农村局"),
    ],
)
def test_an_issuer_under_a_seal_is_as_the_head_prints_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, signature: str, issuer: str
) -> None:
    """A letter that the seal hides would make another place of it; quite another name stays."""
    body = (
        "您提出的建议收悉，现答复如下：全年投入资金1200万元，新建设施27处，惠及群众2.1万人，效果",
        "明显。",
    )
    looking(monkeypatch, seen((title, "张委员：", *body, signature, "2024年7月25日")))
    assert read_letter(read(scan(tmp_path))).letter.issuer == issuer


def test_marks_of_doubt_leave_every_letter_in_its_place() -> None:
    """And are gone in the text."""
    assert settled("产值" + unsure("3") + "2亿元") == "产值32亿元"
    spans = (Scanned(0, 8, 1, 0.9, ((2, 4),)),)
    assert [is_doubtful(spans, *span) for span in ((0, 2), (3, 4), (4, 8))] == [False, True, False]


@pytest.mark.parametrize("lies", [2, 92, 180])
def test_real_letters_are_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lies: int) -> None:
    """With the recogniser itself: a page that leans, lies on its side or its head, and the cut-out of a line."""
    pytest.importorskip("rapidocr")
    from PIL import Image, ImageDraw, ImageFont

    from corpus.pageimage import cut_out

    font = Path(__file__).parents[1] / "bot" / "data" / "fonts" / "NotoSansSC-subset.otf"
    page = Image.new("L", (1200, 500), 255)
    for place, line in enumerate(("2024年全县工业产值24.69亿元", "同比增长45.1%")):
        ImageDraw.Draw(page).text(
            (120, 150 + 100 * place), line, fill=0, font=ImageFont.truetype(str(font), 48)
        )
    path = tmp_path / "page.png"
    page.rotate(lies, fillcolor=255, expand=True).save(path)
    monkeypatch.setattr("corpus.recognition.is_there", lambda: True)
    source = read(path)
    assert "24.69亿元" in source.text
    assert "45.1%" in source.text
    picture = cut_out(path, source.scanned[:1])
    assert picture is not None
    cut = np.asarray(Image.open(io.BytesIO(picture)))
    assert cut.shape[0] < 250
