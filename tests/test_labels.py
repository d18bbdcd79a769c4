"""Labels of figures read in prose: what the text states, and nothing where it states nothing."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Figure
from corpus.times.period import label
from tests.libraries import answer_from
from tests.replies import of_document

YEARLESS = (
    "青岩县上半年经济运行情况\n\n上半年，全县实现地区生产总值91.2亿元，同比增长4.1%。二季度当季增长4.8%。"
)


def timed(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and period."""
    return figure.name, figure.quantity.raw, label(figure.period) if figure.period else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            YEARLESS,
            [
                ("地区生产总值", "91.2亿元", "上半年"),
                ("地区生产总值", "4.1%", "上半年"),
                ("地区生产总值", "4.8%", "二季度"),
            ],
            id="half and quarter",
        ),
        pytest.param(
            "临江区前三季度工业运行情况\n\n规上工业企业利润总额6.3亿元，其中9月当月0.9亿元。",
            [
                ("规上工业企业利润总额", "6.3亿元", "前三季度"),
                ("规上工业企业利润总额", "0.9亿元", "9月当月"),
            ],
            id="three quarters and a month",
        ),
        pytest.param(
            "南浦镇粮食生产情况\n\n全年粮食产量2.6万吨，年末生猪存栏1.1万头。",
            [("粮食产量", "2.6万吨", "全年"), ("生猪存栏", "1.1万头", "年末")],
            id="all of a year and its end",
        ),
        pytest.param(
            "云岭县上半年外贸情况\n\n2024年上半年，出口12.5亿元。二季度出口7.1亿元。",
            [("出口", "12.5亿元", "2024年1-6月"), ("出口", "7.1亿元", "2024年二季度")],
            id="the text says the year after all",
        ),
    ],
)
def test_no_year_is_made_up(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A part of a year in a text that says of no year is just that part."""
    assert [timed(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上半年GDP多少", "地区生产总值91.2亿元,同比增长4.1%(上半年,青岩县)"),
        ("二季度增速多少", "地区生产总值增长4.8%(二季度,青岩县)"),
        ("2024年上半年GDP多少", "地区生产总值91.2亿元,同比增长4.1%(上半年,青岩县)"),
    ],
)
def test_an_answer_says_no_year_that_the_text_does_not(tmp_path: Path, question: str, said: str) -> None:
    assert answer_from(tmp_path, YEARLESS, question).headline == said


def test_a_year_asked_for_is_not_met_by_another_part_of_one(tmp_path: Path) -> None:
    assert answer_from(tmp_path, YEARLESS, "2024年三季度GDP多少").kind is Kind.NOT_FOUND


def placed(figure: Figure) -> tuple[str, str, str]:
    """Place, name and printed value."""
    return figure.place, figure.name, figure.quantity.raw


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "安平市郊区2024年上半年经济运行情况\n\n上半年，全区实现地区生产总值71.3亿元。全市增长5.2%。",
            [("安平市郊区", "地区生产总值", "71.3亿元"), ("全市", "地区生产总值", "5.2%")],
            id="a suburb's document",
        ),
        pytest.param(
            "平川县开发区2023年工作总结\n\n2023年，全区出口5.4亿元。开发区现有企业42家。",
            [("平川县开发区", "出口", "5.4亿元"), ("平川县开发区", "企业", "42家")],
            id="a zone's document",
        ),
        pytest.param(
            "安平市2024年工业情况\n\n2024年，安平市新区规上工业增加值12.4亿元，安平市经济开发区企业利润3亿元。",
            [("安平市新区", "规上工业增加值", "12.4亿元"), ("安平市经济开发区", "企业利润", "3亿元")],
            id="districts named in full",
        ),
        pytest.param(
            "安平市2024年经济运行情况\n\n2024年，郊区地区生产总值71.3亿元，市辖区出口12亿元，全市出口30亿元。",
            [
                ("郊区", "地区生产总值", "71.3亿元"),
                ("市辖区", "出口", "12亿元"),
                ("安平市", "出口", "30亿元"),
            ],
            id="districts named in short, then all of the city",
        ),
        pytest.param(
            "青溪新区2024年外贸情况\n\n2024年，新区出口5亿元，海屿市出口9亿元、增长3%，我区增长8%。",
            [
                ("青溪新区", "出口", "5亿元"),
                ("海屿市", "出口", "9亿元"),
                ("海屿市", "出口", "3%"),
                ("青溪新区", "出口", "8%"),
            ],
            id="the document's own place after another's",
        ),
        pytest.param(
            "平川县2024年城建情况\n\n2024年，建成省级开发区2个，平川县城区绿化覆盖率42%。",
            [("平川县", "省级开发区", "2个"), ("平川县城区", "绿化覆盖率", "42%")],
            id="zones that are counted",
        ),
    ],
)
def test_a_district_is_a_place_of_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A district called by its kind alone is not the city; words for the document's own place mean that."""
    assert [placed(figure) for figure in of_document(text)] == expected
