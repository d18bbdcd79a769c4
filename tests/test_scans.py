"""Pages that are pictures: read where a recogniser is installed, marked as such, doubtful figures never answered."""

import io
from pathlib import Path

import numpy as np
import pytest

from bot.answer import Answer, Kind
from corpus.formats.picture import recognition
from corpus.formats.picture.recognition import Picture, Recognised
from corpus.formats.structure.unread import Unread
from corpus.formats.structure.watch import watching
from corpus.source import read
from corpus.texts.scanned import Scanned, is_doubtful, settled, unsure
from tests.recognised import LINES, answering_scan, looking, scan, seen


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A recogniser that reads LINES on every page, and how often it looked."""
    return looking(monkeypatch, seen(LINES))


def test_a_page_is_read_once_and_said_to_be_a_picture(tmp_path: Path, looked: list[int]) -> None:
    """Its text is as that of any page; where it was recognised is known."""
    told: list[tuple[str, int, int]] = []
    with watching(lambda path, page, pages, _: told.append((path.name, page, pages))):
        path = scan(tmp_path)
        source = read(path)
    assert source.text.splitlines() == list(LINES)
    assert source.unread == (Unread.SCANNED.said(1),)
    assert {(one.page, one.confidence, one.unsure) for one in source.scanned} == {(1, 0.99, ())}
    assert [source.text[one.start : one.end] for one in source.scanned] == list(LINES)
    assert read(path).text == source.text
    assert (looked, told) == ([1], [("scan.pdf", 1, 1)])


def answered(folder: Path, question: str) -> Answer:
    with answering_scan(folder) as service:
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
    monkeypatch.setattr(recognition, "read", lambda _: seen(("云岭县茶叶生产情况", *LINES[1:]), **doubt))
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
    monkeypatch.setattr(recognition, "read", lambda _: Picture(0, 0.0, letters))
    assert read(scan(tmp_path)).text.splitlines() == ["指标 | 上半年 | 增速", "产值 | 24.69 | -1.4"]


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize("read_as", ["5.9%0", "5.9%o"])
def test_per_mille_read_as_per_cent_is_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_as: str
) -> None:
    """It would be ten times as much."""
    monkeypatch.setattr(recognition, "read", lambda _: seen((f"全县人口出生率{read_as},比上年低。",)))
    source = read(scan(tmp_path))
    start = source.text.index("5.9")
    assert is_doubtful(source.scanned, start, start + 4)


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

    from corpus.formats.picture.pageimage import cut_out

    font = Path(__file__).parents[1] / "bot" / "data" / "fonts" / "NotoSansSC-subset.otf"
    page = Image.new("L", (1200, 500), 255)
    for place, line in enumerate(("2024年全县工业产值24.69亿元", "同比增长45.1%")):
        ImageDraw.Draw(page).text(
            (120, 150 + 100 * place), line, fill=0, font=ImageFont.truetype(str(font), 48)
        )
    path = tmp_path / "page.png"
    page.rotate(lies, fillcolor=255, expand=True).save(path)
    monkeypatch.setattr("corpus.formats.picture.recognition.is_there", lambda: True)
    source = read(path)
    assert "24.69亿元" in source.text
    assert "45.1%" in source.text
    picture = cut_out(path, source.scanned[:1])
    assert picture is not None
    cut = np.asarray(Image.open(io.BytesIO(picture)))
    assert cut.shape[0] < 250
