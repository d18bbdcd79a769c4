"""What is doubtful of a scan is no figure: read otherwise again, against the letter's own sums, cut in two, odd."""

from pathlib import Path

import pytest

from bot.answer import Answer, Kind
from corpus.formats.picture.recognition import Picture, Recognised
from corpus.reading import read_letter
from corpus.source import read
from corpus.texts.scanned import is_doubtful
from tests.recognised import LINES, answering_scan, disputing, looking, scan, seen


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A recogniser that reads LINES on every page, and how often it looked."""
    return looking(monkeypatch, seen(LINES))


def answered(folder: Path, question: str) -> Answer:
    with answering_scan(folder) as service:
        return service.answer(question, ())


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
def test_a_numeral_of_words_that_is_not_clear_is_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """三 without a stroke is 二."""
    looking(
        monkeypatch, seen(("云岭县情况的通报", "全县新建学校二十三所。", "新增车位五百个。"), doubted="三")
    )
    source = read(scan(tmp_path))
    start = source.text.index("二十三所")
    assert is_doubtful(source.scanned, start, start + 3)
    assert not is_doubtful(source.scanned, source.text.index("五百"), len(source.text))


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
