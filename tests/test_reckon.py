"""Arithmetic over printed figures: exact, in one unit, with the hedge of a term carried on."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.operations.arithmetic.reckon import (
    Working,
    base,
    before_change,
    comparable,
    compared,
    converted,
    count_of,
    difference,
    share,
    sum_of,
    whole_of,
)
from corpus.amounts.quantity import Bound
from corpus.figure import Figure, Measure
from tests.printed import figure, growth, quantity

amounts = st.decimals(Decimal("0.01"), Decimal("99999"), places=2)
rates = st.decimals(Decimal("-60"), Decimal("300"), places=1)


def change(raw: str, direction: int) -> Figure:
    return figure(raw, measure=Measure.CHANGE, direction=direction)


@pytest.mark.parametrize(
    ("working", "text", "result"),
    [
        pytest.param(
            sum_of([figure("24.69亿元"), figure("38.45亿元")]),
            "24.69 + 38.45 = 63.14(亿元)",
            "63.14亿元",
            id="sum",
        ),
        pytest.param(
            sum_of([figure("5400万元"), figure("1.2亿元")]),
            "0.54 + 1.2 = 1.74(亿元)",
            "1.74亿元",
            id="sum in the larger unit",
        ),
        pytest.param(
            difference(figure("38.45亿元"), figure("24.69亿元")),
            "38.45 − 24.69 = 13.76(亿元)",
            "13.76亿元",
            id="difference",
        ),
        pytest.param(
            difference(figure("180.85亿元"), figure("55.26亿元"), figure("22.67亿元")),
            "180.85 − 55.26 − 22.67 = 102.92(亿元)",
            "102.92亿元",
            id="less two parts",
        ),
        pytest.param(
            difference(growth("8.1%"), growth("15.4%", direction=-1)),
            "8.1 − (-15.4) = 23.5(个百分点)",
            "23.5个百分点",
            id="percentages differ by points",
        ),
        pytest.param(
            share(figure("24.69亿元"), figure("180.85亿元")),
            "24.69 ÷ 180.85 × 100% ≈ 13.7(%)",
            "13.7%",
            id="share rounded",
        ),
        pytest.param(
            share(figure("32家"), figure("128家")), "32 ÷ 128 × 100% = 25(%)", "25%", id="share exact"
        ),
        pytest.param(
            base(figure("24.69亿元"), growth("45.1%")),
            "24.69 ÷ (1 + 45.1%) ≈ 17.02(亿元)",
            "17.02亿元",
            id="base of a rise",
        ),
        pytest.param(
            base(figure("55.26亿元"), growth("15.4%", direction=-1)),
            "55.26 ÷ (1 − 15.4%) ≈ 65.32(亿元)",
            "65.32亿元",
            id="base of a fall",
        ),
        pytest.param(
            base(figure("33万元"), growth("1.2倍")),
            "33 ÷ (1 + 120%) ≈ 15(万元)",
            "15万元",
            id="base of a growth by a multiple",
        ),
        pytest.param(
            before_change(figure("40.5%"), change("8.8个百分点", -1)),
            "40.5 + 8.8 = 49.3(%)",
            "49.3%",
            id="before a fall in points",
        ),
        pytest.param(
            before_change(figure("186家"), change("41家", 1)),
            "186 − 41 = 145(家)",
            "145家",
            id="before a rise in number",
        ),
        pytest.param(
            whole_of(figure("156辆"), figure("82.1%", measure=Measure.SHARE)),
            "156 ÷ 82.1% ≈ 190(辆)",
            "190辆",
            id="whole of a share",
        ),
        pytest.param(count_of([figure("1家")] * 3, "个"), "1 + 1 + 1 = 3(个)", "3个", id="count"),
    ],
)
def test_the_working_is_shown_in_the_printed_unit(working: Working, text: str, result: str) -> None:
    """Expression, sign and unit; a rounded result is shown as about equal."""
    assert (working.text, working.result) == (text, result)


@pytest.mark.parametrize(
    ("raw", "unit", "result", "rounded"),
    [
        pytest.param("55.26亿元", "万元", "552600万元", False, id="yi to wan"),
        pytest.param("552600万元", "亿元", "55.26亿元", False, id="wan to yi"),
        pytest.param("2.3亩", "平方米", "1533.33平方米", True, id="mu to square metres"),
        pytest.param("377亩", "公顷", "25.13公顷", True, id="mu to hectares"),
        pytest.param("8200吨", "万吨", "0.82万吨", False, id="tons to ten thousand tons"),
    ],
)
def test_a_figure_in_another_unit(raw: str, unit: str, result: str, *, rounded: bool) -> None:
    """To hundredths, and said to be rounded, where the conversion does not come out even."""
    working = converted(figure(raw), unit)
    assert working is not None
    assert (working.result, working.rounded) == (result, rounded)


@pytest.mark.parametrize(("raw", "unit"), [("377亩", "亿元"), ("24.69亿元", "吨"), ("79家", "%")])
def test_units_that_do_not_convert(raw: str, unit: str) -> None:
    """There is no such working."""
    assert converted(figure(raw), unit) is None


@pytest.mark.parametrize(
    ("first", "second", "bound"),
    [
        pytest.param("500亩以上", "377亩", Bound.AT_LEAST, id="at least is carried"),
        pytest.param("377亩", "500亩", Bound.EXACT, id="exact stays exact"),
        pytest.param("约500亩", "377亩", Bound.ABOUT, id="about is carried"),
        pytest.param("500亩以上", "近400亩", Bound.ABOUT, id="hedges that disagree make about"),
    ],
)
def test_a_hedge_of_a_term_is_one_of_the_sum(first: str, second: str, bound: Bound) -> None:
    """至少 and 约 of a term are not lost on the way."""
    assert sum_of([figure(first), figure(second)]).bound is bound


def test_at_least_taken_away_is_at_most() -> None:
    """The hedge of what is taken away turns round."""
    assert difference(figure("500亩"), figure("377亩以上")).bound is Bound.AT_MOST
    assert difference(figure("500亩"), figure("不超过377亩")).bound is Bound.AT_LEAST
    assert difference(figure("500亩以上"), figure("377亩以上")).bound is Bound.ABOUT


@pytest.mark.parametrize(
    ("raw", "asked", "text"),
    [
        ("22.67亿元", "25亿", "22.67 < 25(亿元)"),
        ("25亿元", "25亿元", "25 = 25(亿元)"),
        ("5400万元", "3000万元", "5400 > 3000(万元)"),
    ],
)
def test_a_figure_against_an_amount(raw: str, asked: str, text: str) -> None:
    """In the figure's own unit, whatever scale the question uses."""
    working = compared(figure(raw), quantity(asked))
    assert working is not None
    assert working.text == text


def test_an_amount_of_another_kind_is_not_compared() -> None:
    """Yuan and firms are neither more nor less."""
    assert compared(figure("22.67亿元"), quantity("25家")) is None


def test_kinds_of_unit_do_not_mix() -> None:
    """Yuan compare with yuan of any scale, and with nothing else."""
    assert comparable([figure("3亿元"), figure("20万元")])
    assert not comparable([figure("3亿元"), figure("20家")])


@given(amounts, amounts)
def test_sums_and_differences_are_exact(first: Decimal, second: Decimal) -> None:
    """No result is off by a hundredth."""
    one, other = figure(f"{first}亿元"), figure(f"{second}亿元")
    assert sum_of([one, other]).value == first + second
    assert difference(one, other).value == first - second


@given(amounts, amounts)
def test_scales_are_put_into_one(yi: Decimal, wan: Decimal) -> None:
    """Ten thousands and hundred millions add up as yuan do."""
    working = sum_of([figure(f"{wan}万元"), figure(f"{yi}亿元")])
    assert (working.unit, working.value) == ("亿元", yi + wan / 10000)


@given(amounts, rates)
def test_a_base_grows_to_the_level(level: Decimal, rate: Decimal) -> None:
    """The base times one plus the rate is the level, within the rounding of the base."""
    direction = -1 if rate < 0 else 1
    working = base(figure(f"{level}亿元"), growth(f"{abs(rate)}%", direction=direction))
    exact = level / (1 + rate / 100)
    assert abs(working.value - exact) <= Decimal("0.005")
    assert working.rounded


@given(amounts, amounts)
def test_a_share_is_rounded_half_up(part: Decimal, whole: Decimal) -> None:
    """To a tenth of a per cent, below one to a hundredth."""
    working = share(figure(f"{part}亿元"), figure(f"{whole}亿元"))
    exact = part / whole * 100
    assert working.value == exact.quantize(Decimal("0.1" if exact >= 1 else "0.01"), ROUND_HALF_UP)
