"""Charts: which ones figures give, what stands in them, and that every character is really there."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.font_manager import FontProperties
from PIL import Image

from bot.charts import drawing
from bot.charts.chart import Bar, Chart, Data, Sort, chart_about, charts, year_charts
from bot.charts.drawing import missing, png
from bot.speech import LANGUAGES, Speech
from corpus.figure import Figure
from corpus.reading import Reading, read
from tests.botapi.sample import FIGURES, LETTER, SHELF

ZH = Speech("zh-hans")
_REPOSITORY = Path(__file__).parents[1]
SHIPPED = _REPOSITORY / "corpus" / "letters" / "2024-jiaojiang-133.txt"
_SHARED = _REPOSITORY.parent / "shared" / "eval" / "docs"


def data(*readings: Reading) -> Data:
    """What charts are made from."""
    return Data.of(
        [reading.letter for reading in readings],
        [passage for reading in readings for passage in reading.passages],
        [figure for reading in readings for figure in reading.figures],
        ZH,
    )


def sample(figures: tuple[Figure, ...] = FIGURES) -> Data:
    """The small letter read by hand, with these figures."""
    return Data.of([LETTER], SHELF.passages(LETTER.id), figures, ZH)


def only(found: Data, sort: Sort) -> Chart:
    """The one chart of a sort."""
    (chart,) = [chart for chart in charts(found) if chart.sort is sort]
    return chart


def test_industries_by_output_with_growth() -> None:
    """The largest first, falling ones marked, growth beside the amount, the source below."""
    chart = only(sample(), Sort.PEERS)
    assert [(bar.label, bar.printed, bar.note, bar.falling) for bar in chart.bars] == [
        ("医化产业", "55.26亿元", "▼15.4%", True),
        ("电子信息产业", "24.69亿元", "▲45.1%", False),
        ("缝制设备产业", "22.67亿元", "▲8.1%", False),
    ]
    assert chart.title == "某某区 2024年1-6月 各项产值"
    assert chart.hint == "二、主导行业产值五升一降　▲▼为同比增减"
    assert chart.source == "来源：某经科提函〔2024〕1号"


def test_words_for_those_who_do_not_see_it() -> None:
    """The same in one line."""
    assert only(sample(), Sort.PEERS).text == (
        "某某区 2024年1-6月 各项产值：医化产业 55.26亿元 ▼15.4%；"
        "电子信息产业 24.69亿元 ▲45.1%；缝制设备产业 22.67亿元 ▲8.1%"
    )


def test_two_are_no_chart() -> None:
    """A sentence says as much."""
    kept = tuple(figure for figure in FIGURES if "缝制" not in figure.subject)
    assert charts(sample(kept)) == ()


def test_total_is_left_out() -> None:
    """What is as much as all others together is no peer of theirs."""
    levels = [figure for figure in FIGURES if figure.indicator == "产值" and figure.measure == "level"]
    quantity = replace(levels[0].quantity, value=sum((one.quantity.value for one in levels), Decimal(0)))
    total = replace(levels[0], subject="主导产业", name="主导产业产值", quantity=quantity)
    chart = only(sample((*FIGURES, total)), Sort.PEERS)
    assert "主导产业" not in [bar.label for bar in chart.bars]


def test_target_against_result() -> None:
    """The shipped letter's land: 377亩 of 500亩以上."""
    (bar,) = only(data(read(SHIPPED)), Sort.TARGETS).bars
    assert (bar.label, bar.printed, bar.note) == ("出让工业用地", "377亩", "2024年目标500亩以上")
    assert bar.value == Decimal(377) / 500


def test_result_of_another_year_is_none_of_this_targets() -> None:
    """What was done in 2024 says nothing of a target for 2025."""
    path = _SHARED / "10_haiyu_workreport_2025.txt"
    if not path.exists():
        pytest.skip("the example documents are not here")
    assert [chart for chart in charts(data(read(path))) if chart.sort is Sort.TARGETS] == []


@pytest.mark.parametrize(
    ("name", "sort", "labels"),
    [
        (
            "09_haiyu_industry_2024q3.md",
            Sort.SHARES,
            ["石化新材料", "船舶修造", "水产品加工", "其他行业", "电线电缆"],
        ),
        ("11_chengzhou_workreport_2022.txt", Sort.YEARS, ["2016", "2019", "2021"]),
        ("01_linjiang_proposal_2024.txt", Sort.PEERS, ["泵阀产业", "家纺产业", "新材料产业", "船舶配套产业"]),
    ],
)
def test_charts_of_other_documents(name: str, sort: Sort, labels: list[str]) -> None:
    """Shares, years, peers without their total."""
    path = _SHARED / name
    if not path.exists():
        pytest.skip("the example documents are not here")
    assert [bar.label for bar in only(data(read(path)), sort).bars] == labels


def test_years_come_from_all_letters() -> None:
    """An indicator of three bulletins is a history."""
    years = []
    for year in (2022, 2023, 2024):
        figure = FIGURES[0]
        assert figure.period
        period = replace(
            figure.period,
            first=figure.period.first.replace(year=year),
            last=figure.period.last.replace(year=year, month=12, day=31),
        )
        years.append(replace(figure, letter=f"bulletin-{year}", period=period))
    letters = [replace(LETTER, id=figure.letter, number=f"{figure.letter}号") for figure in years]
    (chart,) = year_charts(Data.of(letters, (), years, ZH))
    assert [bar.label for bar in chart.bars] == ["2022", "2023", "2024"]
    assert chart.source == "来源：bulletin-2022号、bulletin-2023号、bulletin-2024号"


def test_more_years_than_fit_are_the_newest() -> None:
    """Fifteen years: the last twelve."""
    figure = next(figure for figure in FIGURES if figure.name == "电子信息产业产值")
    assert figure.period
    years = []
    for year in range(2010, 2025):
        period = replace(
            figure.period,
            first=figure.period.first.replace(year=year),
            last=figure.period.last.replace(year=year, month=12, day=31),
        )
        years.append(replace(figure, letter=f"bulletin-{year}", period=period))
    letters = [replace(LETTER, id=figure.letter, number=f"{figure.letter}号") for figure in years]
    (chart,) = year_charts(Data.of(letters, (), years, ZH))
    assert [bar.label for bar in chart.bars] == [str(year) for year in range(2013, 2025)]
    assert "bulletin-2012" not in chart.source


def test_chart_about_several_figures_has_most_of_them() -> None:
    """A history is not shown by the chart of one of its years."""
    peers = only(sample(), Sort.PEERS)
    one = next(figure for figure in FIGURES if figure.id in peers.figures)
    others = [figure for figure in FIGURES if figure.id not in peers.figures][:2]
    bars = tuple(
        Bar(figure.name, figure.quantity.value, "", figures=(figure.id,)) for figure in (one, *others)
    )
    history = replace(peers, sort=Sort.YEARS, bars=bars)
    assert chart_about([peers, history], [one, *others]) is history
    assert chart_about([peers, history], [one]) is peers


def test_chart_about_a_figure() -> None:
    """The one that has it; none for a figure that stands alone."""
    found = charts(sample())
    assert chart_about(found, [FIGURES[7]]) == only(sample(), Sort.PEERS)
    assert chart_about(found, [FIGURES[-1]]) is None


def test_numbers_stand_in_the_letter() -> None:
    """Nothing is drawn that is not printed."""
    reading = read(SHIPPED)
    for chart in charts(data(reading)):
        for bar in chart.bars:
            assert bar.printed in reading.letter.text
            assert bar.note.lstrip("▲▼").removeprefix("2024年目标") in reading.letter.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_font_has_every_character(language: str) -> None:
    """No box instead of a character, in any document here and in our own words."""
    paths = [SHIPPED, *sorted(_SHARED.glob("*.txt")), *sorted(_SHARED.glob("*.md"))]
    text = "".join(path.read_text(encoding="utf-8", errors="ignore") for path in paths)
    words = "".join(chart.text + chart.hint + chart.source for chart in charts(sample()))
    own = Speech(language).own(text + words)
    assert missing(own) == set()


def test_font_lacks_what_it_lacks() -> None:
    """The check above can fail."""
    assert missing("产值𠮷") == {"𠮷"}


@pytest.mark.parametrize("chart", [*charts(data(read(SHIPPED)))], ids=lambda chart: chart.sort)
def test_picture_for_a_phone(chart: Chart) -> None:
    """1080 pixels wide, not higher than a few screens, with something on it and nothing over its edge."""
    picture = Image.open(BytesIO(png(chart))).convert("L")
    assert picture.width == 1080
    assert 300 < picture.height < 2400
    assert len(picture.getcolors(256) or ()) > 10
    edge = [picture.getpixel((picture.width - 4, row)) for row in range(picture.height)]
    assert set(edge) == {255}


def test_long_names_and_many_bars_stay_on_the_picture() -> None:
    """The longest label that a letter may give."""
    bars = tuple(
        Bar("对共建“一带一路”国家机电产品出口" * 2, Decimal(place + 1), "1234.56万平方米", "▲145.1%")
        for place in range(12)
    )
    picture = Image.open(BytesIO(png(Chart(Sort.PEERS, "题", "来源", bars)))).convert("L")
    assert {picture.getpixel((picture.width - 4, row)) for row in range(picture.height)} == {255}


@pytest.mark.parametrize("chart", charts(sample()), ids=lambda chart: chart.sort.value)
def test_nothing_on_a_chart_is_too_small_to_read(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a bubble of 270 pixels of a phone no type is under 11."""
    sizes: list[float] = []
    font = drawing._font

    def noted(size: float) -> FontProperties:
        sizes.append(size)
        return font(size)

    monkeypatch.setattr(drawing, "_font", noted)
    picture = Image.open(BytesIO(png(chart)))
    pixels = picture.width / 270
    inch = picture.width / drawing._WIDTH
    assert min(sizes) / 72 * inch >= 11 * pixels


@given(text=st.text(alphabet="规上工业产值126.83%abc▲ ", max_size=60), room=st.integers(10, 24))
def test_wrapped_text_loses_nothing(text: str, room: int) -> None:
    """No line is wider than there is room, but for a word or number that is; no number is cut."""
    lines = drawing.wrapped(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(drawing.wide(line) <= room or re.fullmatch(r"[\w.%]+", line, re.ASCII) for line in lines)
