"""Labels of figures read in prose: what the text states, and nothing where it states nothing."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Figure
from corpus.period import label
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
