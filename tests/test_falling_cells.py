"""A fall that a table's cell says by a word or a sign instead of a minus, typed or by its format."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Measure
from tests.libraries import answer_from, assert_told
from tests.replies import of_document

TABLE = (
    "云溪县2024年上半年经济运行情况\n\n指标 | 2024年上半年 | 同比\n规上工业增加值 | 45.6亿元 | 下降2.7%\n"
    "固定资产投资 | 30.1亿元 | 增长5.1%\n进出口总额 | 12.5亿元 | ↓3.2%\n社会消费品零售总额 | 22.5亿元 | ▼4.1%\n"
    "用电量 | 8.9亿千瓦时 | ↑6.4%\n货运量 | 1240万吨 | 1.8%↓\n一般公共预算收入 | 6.7亿元 | (2.2)\n利润总额 | 亏损3.4亿元 | -50.0%\n"
)


def test_each_growth_has_the_sign_that_its_cell_says() -> None:
    """What stands in brackets may be a fall or none: there is no figure of it."""
    signed = {
        figure.name: str(figure.signed) for figure in of_document(TABLE) if figure.measure is Measure.GROWTH
    }
    assert signed == {
        "规上工业增加值": "-2.7",
        "固定资产投资": "5.1",
        "进出口总额": "-3.2",
        "社会消费品零售总额": "-4.1",
        "用电量": "6.4",
        "货运量": "-1.8",
        "利润总额": "-50.0",
    }


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("规上工业增加值同比增长多少", "下降2.7%"),
        ("进出口总额增速是多少", "下降3.2%"),
        ("社会消费品零售总额增速多少", "下降4.1%"),
        ("固定资产投资同比增长多少", "增长5.1%"),
    ],
)
def test_a_fall_is_told_as_one(question: str, said: str, tmp_path: Path) -> None:
    assert_told(tmp_path, TABLE, question, [said])


def test_a_loss_is_not_told_as_a_profit(tmp_path: Path) -> None:
    answer = answer_from(tmp_path, TABLE, "利润总额多少")
    assert answer.kind is Kind.NOT_FOUND
    assert "3.4" not in answer.headline
