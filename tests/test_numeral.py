"""Numerals, read and written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amounts.numeral import NotANumeral, pair, parse, write


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("三千二百万", "32000000", id="chinese with scale"),
        pytest.param("一千二百四十万", "12400000", id="long chinese"),
        pytest.param("四百一十二", "412", id="with 一十"),
        pytest.param("一百零五", "105", id="with zero"),
        pytest.param("三千零二", "3002", id="zero over two places"),
        pytest.param("十五", "15", id="leading ten"),
        pytest.param("百", "100", id="bare scale"),
        pytest.param("两", "2", id="两"),
        pytest.param("两万五", "25000", id="last digit a place below"),
        pytest.param("一百二", "120", id="一百二 is 120"),
        pytest.param("一亿二", "120000000", id="一亿二"),
        pytest.param("一万亿", "1000000000000", id="product of scales"),
        pytest.param("一点五亿", "150000000", id="decimal with scale"),
        pytest.param("四十二点六亿", "4260000000", id="42.6亿"),
        pytest.param("三点一四", "3.14", id="decimal"),
        pytest.param("二〇二四", "2024", id="year"),
        pytest.param("二零零九", "2009", id="year with 零"),
        pytest.param("98650", "98650", id="arabic"),
        pytest.param("3,200.5", "3200.5", id="thousands separator"),
        pytest.param("1.35亿", "135000000", id="arabic with scale"),
        pytest.param("12万亿", "12000000000000", id="two scales"),
        pytest.param("3千", "3000", id="3千"),
        pytest.param("1亿3000万", "130000000", id="two parts"),
        pytest.param("-2.7", "-2.7", id="minus"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "个", "二三百", "点五", "12a", "1.2.3", "十来", "1亿-3", "--1"])
def test_no_numeral(text: str) -> None:
    with pytest.raises(NotANumeral):
        parse(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("二三百", 200, 300),
        ("两三", 2, 3),
        ("三四十", 30, 40),
        ("十七八", 17, 18),
        ("四五万", 40000, 50000),
        ("三五", 3, 5),
        ("一百二三十", 120, 130),
    ],
)
def test_approximate_pair(text: str, low: int, high: int) -> None:
    assert pair(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["二十一", "二零二四", "二五", "三千二", "", "十", "23"])
def test_no_pair(text: str) -> None:
    assert pair(text) is None


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_written_numeral_reads_back(number: int) -> None:
    assert parse(write(number)) == number


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_written_decimal_reads_back(number: Decimal) -> None:
    assert parse(write(number)) == number


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["", "万", "亿", "万亿"]))
def test_scale_multiplies(number: int, scale: str) -> None:
    assert parse(f"{number:,}{scale}") == number * parse(f"1{scale}")
