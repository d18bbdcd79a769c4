"""Figures below nought, however the minus is written; 负 in other words is none."""

from decimal import Decimal

import pytest

from corpus.amounts.quantity import quantities
from corpus.figure import Measure
from corpus.texts.text import fold
from tests.replies import of_sentence


@pytest.mark.parametrize(
    ("text", "value", "raw"),
    [
        pytest.param("出口同比负2.7%", "-2.7", "负2.7%", id="before a figure"),
        pytest.param("税收增速为百分之负三", "-3", "百分之负三", id="inside 百分之"),
        pytest.param("用电量增速是负百分之四点五", "-4.5", "负百分之四点五", id="before 百分之"),
        pytest.param("幅度为负三点二个百分点", "-3.2", "负三点二个百分点", id="before a numeral"),
        pytest.param("净利润负1.2亿元", "-120000000", "负1.2亿元", id="money"),
        pytest.param("为企业减负12亿元", "1200000000", "12亿元", id="减负"),
        pytest.param("平均税负3.5%", "3.5", "3.5%", id="税负"),
        pytest.param("总负债12亿元", "1200000000", "12亿元", id="负债"),
        pytest.param("科室承担负责5项任务", "5", "5项", id="负责"),
    ],
)
def test_the_sign_of_an_amount(text: str, value: str, raw: str) -> None:
    (found,) = quantities(fold(text))
    assert (found.value, found.raw) == (Decimal(value), raw)


@pytest.mark.parametrize(
    ("text", "name", "value", "direction"),
    [
        pytest.param("上半年，工业投资同比−2.7%。", "工业投资", "-2.7", -1, id="a minus sign"),
        pytest.param("上半年，出口同比负2.7%。", "出口", "-2.7", -1, id="负"),
        pytest.param("上半年，税收环比为百分之负三。", "税收", "-3", -1, id="百分之负三"),
        pytest.param("上半年，货运量累计同比+5.1%。", "货运量", "5.1", 1, id="a plus sign"),
        pytest.param("上半年，工业投资负增长2.7%。", "工业投资", "2.7", -1, id="负增长"),
        pytest.param("上半年，工业投资同比增长-2.7%。", "工业投资", "-2.7", -1, id="behind a verb"),
    ],
)
def test_a_sign_behind_a_comparison_is_a_growth(text: str, name: str, value: str, direction: int) -> None:
    (figure,) = of_sentence(text)
    assert (figure.name, figure.measure, figure.quantity.value, figure.direction) == (
        name,
        Measure.GROWTH,
        Decimal(value),
        direction,
    )


def test_a_share_below_nought_is_no_growth() -> None:
    (figure,) = of_sentence("上半年，利润率为-0.3%。")
    assert (figure.measure, figure.quantity.value) == (Measure.LEVEL, Decimal("-0.3"))
