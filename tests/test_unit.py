"""Units: names, conversion, printing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amounts.quantity import Quantity, quantities
from corpus.amounts.unit import Unit, convert, parse_unit, same_family, shown, units
from corpus.texts.text import fold


@pytest.mark.parametrize(
    ("text", "to_unit", "value"),
    [
        pytest.param("24.69亿元", "万元", "246900", id="亿元 in 万元"),
        pytest.param("98650万元", "亿元", "9.865", id="万元 in 亿元"),
        pytest.param("24.69亿元", "亿", "24.69", id="scale alone"),
        pytest.param("24.69亿元", "个亿", "24.69", id="个亿"),
        pytest.param("24.69亿元", "元", "2469000000", id="plain 元"),
        pytest.param("12.8万亩", "公顷", "8533.33", id="亩 in 公顷"),
        pytest.param("377亩", "平方米", "251333.33", id="亩 in 平方米"),
        pytest.param("3平方公里", "亩", "4500", id="平方公里 in 亩"),
        pytest.param("2公顷", "亩", "30", id="公顷 in 亩"),
        pytest.param("11.36亿千瓦时", "万度", "113600", id="千瓦时 in 度"),
        pytest.param("19.41亿千万时", "度", "1941000000", id="misprinted unit as meant"),
        pytest.param("4.82万吨", "公斤", "48200000", id="吨 in 公斤"),
        pytest.param("5000斤", "吨", "2.5", id="斤 in 吨"),
        pytest.param("53公里", "米", "53000", id="公里 in 米"),
        pytest.param("10里", "公里", "5", id="里 in 公里"),
        pytest.param("90分钟", "小时", "1.5", id="分钟 in 小时"),
        pytest.param("36名", "人", "36", id="名 and 人"),
        pytest.param("3万元/亩", "元/亩", "30000", id="compound"),
        pytest.param("5‰", "%", "0.5", id="permille in percent"),
    ],
)
def test_conversion(text: str, to_unit: str, value: str) -> None:
    (quantity,) = quantities(fold(text))
    converted = convert(quantity, to_unit)
    assert converted is not None
    assert shown(converted, 2) == shown(Decimal(value), 2)


@pytest.mark.parametrize(
    ("text", "to_unit"),
    [
        pytest.param("24.69亿元", "美元", id="currencies have no fixed rate"),
        pytest.param("8.8个百分点", "%", id="points are no percentages"),
        pytest.param("79家", "个", id="counters do not convert"),
        pytest.param("377亩", "吨", id="other family"),
        pytest.param("3万元/亩", "元", id="per area is no amount"),
        pytest.param("377亩", "斛", id="unknown unit"),
        pytest.param("612.8万人次", "人", id="visits are no people"),
    ],
)
def test_no_conversion(text: str, to_unit: str) -> None:
    (quantity,) = quantities(fold(text))
    assert convert(quantity, to_unit) is None


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("246900.000", None, "246900"),
        ("1E+3", None, "1000"),
        ("0.10", None, "0.1"),
        ("-0.00", None, "0"),
        ("2.675", 2, "2.68"),
        ("-2.675", 2, "-2.68"),
        ("39.7515527950", 1, "39.8"),
        ("100", 1, "100"),
        ("0.004", 2, "0"),
    ],
)
def test_shown(value: str, places: int | None, text: str) -> None:
    assert shown(Decimal(value), places) == text


def test_scales_and_units_are_told_apart() -> None:
    kilowatt_hours, millions = parse_unit("千瓦时"), parse_unit("千万吨")
    assert kilowatt_hours
    assert (kilowatt_hours.unit, kilowatt_hours.scale) == ("千瓦时", Decimal(1))
    assert millions
    assert (millions.unit, millions.scale) == ("吨", Decimal(10_000_000))


def test_same_family() -> None:
    assert same_family("亩", "公顷")
    assert same_family("斛", "斛")
    assert not same_family("家", "个")


PAIRS = [(a, b) for a in units().values() for b in units().values() if a.family and a.family == b.family]


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(PAIRS))
def test_conversion_there_and_back(number: Decimal, pair: tuple[Unit, Unit]) -> None:
    first, second = pair
    there = convert(Quantity(number, first.name, "", 0, 1), second.name)
    assert there is not None
    back = convert(Quantity(there, second.name, "", 0, 1), first.name)
    assert back is not None
    assert abs(back - number) <= Decimal("1e-9") * (number + 1)
