"""Lists in prose: who each value is of, and how what is spoken of is divided."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Figure
from tests.libraries import answer_from
from tests.replies import of_document


def said_of(figure: Figure) -> tuple[str, str, str, int]:
    """Place, name, printed value and direction."""
    return figure.place, figure.name, figure.quantity.raw, figure.direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "平川市2023年税收情况\n\n其中增值税增长21.3%，企业所得税、个人所得税、房产税分别下降31.2%、8.4%、2.7%。",
            [
                ("平川市", "增值税", "21.3%", 1),
                ("平川市", "企业所得税", "31.2%", -1),
                ("平川市", "个人所得税", "8.4%", -1),
                ("平川市", "房产税", "2.7%", -1),
            ],
            id="one before the list",
        ),
        pytest.param(
            "平川市2023年\n\n一产、二产、三产增加值分别为12.3亿元、45.6亿元、60.2亿元，分别增长3.1%、下降0.4%、增长5.2%。",
            [
                ("平川市", "一产增加值", "12.3亿元", 1),
                ("平川市", "二产增加值", "45.6亿元", 1),
                ("平川市", "三产增加值", "60.2亿元", 1),
                ("平川市", "一产增加值", "3.1%", 1),
                ("平川市", "二产增加值", "0.4%", -1),
                ("平川市", "三产增加值", "5.2%", 1),
            ],
            id="both directions in one list",
        ),
        pytest.param(
            "平川县2023年\n\n甲镇、乙镇、丙镇、丁镇、戊镇粮食产量分别增长1%、-2%、3%、持平、5%。",
            [
                ("平川县", "甲镇粮食产量", "1%", 1),
                ("平川县", "乙镇粮食产量", "-2%", -1),
                ("平川县", "丙镇粮食产量", "3%", 1),
                ("平川县", "丁镇粮食产量", "持平", 0),
                ("平川县", "戊镇粮食产量", "5%", 1),
            ],
            id="five, what is behind the last name is of all",
        ),
        pytest.param(
            "平川县2023年\n\n石桥镇、青溪镇和南岭乡茶叶产量分别为110吨、120吨和90吨，东风村、红星村集体收入分别为12万元、8万元。",
            [
                ("石桥镇", "茶叶产量", "110吨", 1),
                ("青溪镇", "茶叶产量", "120吨", 1),
                ("南岭乡", "茶叶产量", "90吨", 1),
                ("平川县", "东风村集体收入", "12万元", 1),
                ("平川县", "红星村集体收入", "8万元", 1),
            ],
            id="the next list is not of the last place",
        ),
        pytest.param(
            "朔宁市2024年\n\n岚桥区、乌岭市规上工业增加值分别增长6.4%和2.8%，增速在全市8个县（市、区）中分别位居第三和第七。",
            [
                ("岚桥区", "规上工业增加值", "6.4%", 1),
                ("乌岭市", "规上工业增加值", "2.8%", 1),
                ("朔宁市", "", "8个", 1),
                ("岚桥区", "规上工业增加值", "第三", 1),
                ("乌岭市", "规上工业增加值", "第七", 1),
            ],
            id="ranks",
        ),
        pytest.param(
            "平川县2023年\n\n出口、进口分别列全省第三、第五，城乡常住居民人均可支配收入分别达38120元、17644元。",
            [
                ("平川县", "出口", "第三", 1),
                ("平川县", "进口", "第五", 1),
                ("平川县", "城镇常住居民人均可支配收入", "38120元", 1),
                ("平川县", "农村常住居民人均可支配收入", "17644元", 1),
            ],
            id="ranks that name their members, town and country",
        ),
    ],
)
def test_lists_are_paired(text: str, expected: list[tuple[str, str, str, int]]) -> None:
    assert [said_of(figure) for figure in of_document(text)] == expected


INDUSTRIES = (
    "平川县2023年工业情况\n\n分行业看，建材业下降32.1%，食品业增长8.2%，纺织业下降1.3%，机械业增长15.6%。"
    "从经济类型看，国有经济下降0.6%，民营经济增长4.4%。"
)
INCOMES = "平川县2023年\n\n2023年，城乡常住居民人均可支配收入分别达38120元、17644元，分别增长5.1%、7.8%。"


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (INDUSTRIES, "跌得最狠的行业是哪个", "建材业下降32.1%(2023年,平川县)"),
        (INDUSTRIES, "哪几个行业在跌", "建材业下降32.1%;纺织业下降1.3%(2023年,平川县)"),
        (INDUSTRIES, "哪个经济类型下降", "国有经济下降0.6%(2023年,平川县)"),
        (INDUSTRIES, "增长的行业有几个", "食品业增长8.2%;机械业增长15.6%(2023年,平川县)。共2个"),
        (INCOMES, "城镇居民人均可支配收入多少", "城镇常住居民人均可支配收入38120元,增长5.1%(2023年,平川县)"),
        (INCOMES, "农村居民收入增长多少", "农村常住居民人均可支配收入17644元,增长7.8%(2023年,平川县)"),
    ],
)
def test_a_division_is_asked_about(tmp_path: Path, text: str, question: str, said: str) -> None:
    """Industries are not put beside kinds of ownership."""
    assert answer_from(tmp_path, text, question).headline == said


def test_what_is_not_divided_is_not_counted(tmp_path: Path) -> None:
    assert answer_from(tmp_path, INDUSTRIES, "增长的乡镇有几个").kind is Kind.NOT_FOUND
