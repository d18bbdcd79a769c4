"""From what to what, by how much more than before, and how far from a larger place, in prose."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Figure
from corpus.times.period import label
from tests.libraries import answer_from
from tests.replies import of_document


def timed(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and period."""
    return figure.name, figure.quantity.raw, label(figure.period) if figure.period else ""


MOVED = (
    "平川县2023年政府工作报告\n\n五年来，城镇化率由48.3%提高到57.1%，低保标准从每月620元提高到810元，"
    "地区生产总值累计完成612亿元。"
)
FASTER = (
    "平川县2024年一季度工业\n\n一季度，规上工业增加值增长9.7%，增速比上年同期回落3.2个百分点，"
    "高于全市平均2.1个百分点。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            MOVED,
            [
                ("城镇化率", "48.3%", "2018年"),
                ("城镇化率", "57.1%", "2023年"),
                ("低保标准", "620元", "2018年"),
                ("低保标准", "810元", "2023年"),
                ("地区生产总值", "612亿元", "2019-2023年"),
            ],
            id="a month's amount, and a sum over the years",
        ),
        pytest.param(
            "平川县2023年工作\n\n失业率从2019年的4.2%降至2023年的3.1%，养老金由每人每月150元提高到220元。",
            [
                ("失业率", "4.2%", "2019年"),
                ("失业率", "3.1%", "2023年"),
                ("养老金", "150元", "2019年"),
                ("养老金", "220元", "2023年"),
            ],
            id="years stated, an amount a head and month",
        ),
        pytest.param(
            "平川县2023年工作\n\n床位由300张扩至500张，人均公园绿地面积从原来的9.8平方米增加到12.4平方米。",
            [
                ("床位", "300张", ""),
                ("床位", "500张", "2023年"),
                ("人均公园绿地面积", "9.8平方米", ""),
                ("人均公园绿地面积", "12.4平方米", "2023年"),
            ],
            id="the beginning is of no time that is told",
        ),
        pytest.param(
            "平川县2023年工作\n\n2018年至2023年，农村公路由1200公里增加到1560公里，累计减税12.5亿元，2023年减税3.1亿元。",
            [
                ("农村公路", "1200公里", ""),
                ("农村公路", "1560公里", "2023年"),
                ("减税", "12.5亿元", "2018-2023年"),
                ("减税", "3.1亿元", "2023年"),
            ],
            id="a sum over the years and that of one",
        ),
    ],
)
def test_from_what_to_what(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Two figures of one thing; what is summed up over years is of all of them."""
    assert [timed(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (MOVED, "低保标准提到多少", "低保标准810元(2023年,平川县)"),
        (MOVED, "城镇化率从多少提到多少", "城镇化率48.3%(2018年,平川县);城镇化率57.1%(2023年,平川县)"),
        (MOVED, "低保标准由多少涨到多少", "低保标准每月620元(2018年,平川县);低保标准810元(2023年,平川县)"),
        (MOVED, "五年GDP累计多少", "地区生产总值612亿元(2019-2023年,平川县)"),
        (FASTER, "规上工业增加值比全市高多少", "规上工业增加值:高于全市平均2.1个百分点(2024年一季度,平川县)"),
        (
            FASTER,
            "规上工业增加值增速比去年同期慢了几个点",
            "规上工业增加值比上年同期回落3.2个百分点(2024年一季度,平川县)",
        ),
        (FASTER, "增速比去年同期慢了几个点", "规上工业增加值比上年同期回落3.2个百分点(2024年一季度,平川县)"),
        (FASTER, "规上工业增加值增速多少", "规上工业增加值增长9.7%(2024年一季度,平川县)"),
    ],
)
def test_each_is_told_where_it_is_asked_for(tmp_path: Path, text: str, question: str, said: str) -> None:
    assert answer_from(tmp_path, text, question).headline == said


@pytest.mark.parametrize(
    "question", ["规上工业增加值比全省高多少", "增速比上半年快几个点", "低保标准比全市高多少"]
)
def test_what_it_is_not_against_is_not_told(tmp_path: Path, question: str) -> None:
    """A gap to the city is none to the province, a change since last year none since the half."""
    assert answer_from(tmp_path, FASTER, question).kind is Kind.NOT_FOUND


def test_a_gap_asked_for_next_is_of_what_was_asked_before(tmp_path: Path) -> None:
    answer = answer_from(tmp_path, FASTER, "比全市高多少", "规上工业增加值增速多少")
    assert answer.headline == "规上工业增加值:高于全市平均2.1个百分点(2024年一季度,平川县)"


WORKED_BACK = (
    "霞溪县2024年统计公报\n\n2024年末,全县户籍人口21.6万人,比上年减少0.5万人。全年一般公共预算收入14.82亿元,同比下降6.1%。\n"
    "特色产业基地24万亩,比2020年末增加3万亩。\n"
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("照这份公报推一下,上一年末户籍人口大概是多少", "22.1万人", id="the year before"),
        pytest.param("按公报推算,2023年末户籍人口是多少万人?", "22.1万人", id="that year by its number"),
        pytest.param("照降幅倒算,2023年全县一般公共预算收入大约是多少?", "15.78亿元", id="out of a fall"),
        pytest.param("2020年末特色产业基地有多少万亩?公报没直接写,帮我算", "21万亩", id="another year"),
    ],
)
def test_it_is_worked_back_where_that_is_asked(question: str, said: str, tmp_path: Path) -> None:
    answer = answer_from(tmp_path, WORKED_BACK, question)
    assert said in answer.headline
    assert "推算" in answer.headline


@pytest.mark.parametrize("question", ["2023年一般公共预算收入是多少", "2022年末户籍人口推算一下是多少"])
def test_no_other_year_is_worked_back(question: str, tmp_path: Path) -> None:
    assert answer_from(tmp_path, WORKED_BACK, question).working == ""
