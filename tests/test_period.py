"""Periods: what a text states, in documents and in chat, and how a period is called."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.texts.text import fold
from corpus.times.period import Period, Sureness, label, periods

JULY = date(2024, 7, 25)
JANUARY = date(2025, 1, 8)


def days(
    text: str, anchor: date | None = JULY, year: int | None = None, *, spoken: bool = False
) -> list[str]:
    found = periods(fold(text), anchor, year, spoken=spoken)
    return [f"{dated.period.first}..{dated.period.last}" for dated in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2024年", "2024-01-01..2024-12-31", id="year"),
        pytest.param("2024年度", "2024-01-01..2024-12-31", id="年度"),
        pytest.param("二〇二四年", "2024-01-01..2024-12-31", id="chinese year"),
        pytest.param("２０２４年", "2024-01-01..2024-12-31", id="full width"),
        pytest.param("2024年1-6月", "2024-01-01..2024-06-30", id="months"),
        pytest.param("2025年1—6月", "2025-01-01..2025-06-30", id="long dash"),
        pytest.param("2024年1至6月份", "2024-01-01..2024-06-30", id="至"),
        pytest.param("2024年上半年", "2024-01-01..2024-06-30", id="half"),
        pytest.param("24年上半年", "2024-01-01..2024-06-30", id="short year before a part"),
        pytest.param("2024年三季度", "2024-07-01..2024-09-30", id="quarter"),
        pytest.param("2024年第四季度", "2024-10-01..2024-12-31", id="第四季度"),
        pytest.param("2024年前三季度", "2024-01-01..2024-09-30", id="three quarters"),
        pytest.param("2024年前8个月", "2024-01-01..2024-08-31", id="first months"),
        pytest.param("2024年2月", "2024-02-01..2024-02-29", id="leap month"),
        pytest.param("2024年7月25日", "2024-07-25..2024-07-25", id="day"),
        pytest.param("二〇二四年二月二十八日", "2024-02-28..2024-02-28", id="chinese day"),
        pytest.param("2024-11-18", "2024-11-18..2024-11-18", id="iso day"),
        pytest.param("2024年末", "2024-12-31..2024-12-31", id="year's end"),
        pytest.param("2023年底", "2023-12-31..2023-12-31", id="年底"),
        pytest.param("2024年9月末", "2024-09-30..2024-09-30", id="month's end"),
        pytest.param("截至2024年6月", "2024-06-30..2024-06-30", id="截至 is a point"),
        pytest.param("2017—2021年", "2017-01-01..2021-12-31", id="years"),
        pytest.param("2020年至2023年", "2020-01-01..2023-12-31", id="years, both with 年"),
        pytest.param("2023年7月至2024年6月", "2023-07-01..2024-06-30", id="over the year's end"),
        pytest.param("2023年11-2月", "2023-11-01..2024-02-29", id="months over the year's end"),
        pytest.param("“十四五”时期", "2021-01-01..2025-12-31", id="plan"),
        pytest.param("“十三五”末", "2020-12-31..2020-12-31", id="plan's end"),
        pytest.param("今年上半年", "2024-01-01..2024-06-30", id="this year's half"),
        pytest.param("上半年", "2024-01-01..2024-06-30", id="bare half"),
        pytest.param("1-6月", "2024-01-01..2024-06-30", id="bare months"),
        pytest.param("半年度", "2024-01-01..2024-06-30", id="半年度"),
        pytest.param("12月当月", "2024-12-01..2024-12-31", id="当月"),
        pytest.param("截至6月底", "2024-06-30..2024-06-30", id="截至6月底"),
        pytest.param("去年", "2023-01-01..2023-12-31", id="last year"),
        pytest.param("较去年年底", "2023-12-31..2023-12-31", id="去年年底"),
        pytest.param("前年", "2022-01-01..2022-12-31", id="前年"),
        pytest.param("明年三季度", "2025-07-01..2025-09-30", id="next year's quarter"),
        pytest.param("年内", "2024-01-01..2024-12-31", id="年内"),
        pytest.param("年底前", "2024-12-31..2024-12-31", id="年底"),
        pytest.param("比年初", "2024-01-01..2024-01-01", id="年初"),
        pytest.param("今年以来", "2024-01-01..2024-07-25", id="今年以来"),
        pytest.param("2020年以来", "2020-01-01..2024-07-25", id="year以来"),
        pytest.param("今后五年", "2024-01-01..2028-12-31", id="今后五年"),
        pytest.param("上个月", "2024-06-01..2024-06-30", id="上个月"),
    ],
)
def test_one_period(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("全年", "2024-01-01..2024-12-31", id="全年"),
        pytest.param("年末", "2024-12-31..2024-12-31", id="年末"),
        pytest.param("比上年增长", "2023-01-01..2023-12-31", id="上年 is before the year reported on"),
        pytest.param("去年", "2024-01-01..2024-12-31", id="去年 is before the day of signing"),
        pytest.param("今年", "2025-01-01..2025-12-31", id="今年"),
        pytest.param("五年来", "2020-01-01..2024-12-31", id="五年来"),
        pytest.param("近三年", "2022-01-01..2024-12-31", id="近三年"),
        pytest.param("连续两年", "2023-01-01..2024-12-31", id="连续两年"),
    ],
)
def test_report_on_a_year_signed_in_the_next(text: str, expected: str) -> None:
    assert days(text, JANUARY, 2024) == [expected]


def test_spans_of_years_end_before_a_january_anchor() -> None:
    assert days("过去五年", date(2022, 2, 16)) == ["2017-01-01..2021-12-31"]


def test_part_takes_the_year_spoken_of() -> None:
    text = "2023年,茶园面积12.8万亩,上半年产量6420吨"
    assert days(text) == ["2023-01-01..2023-12-31", "2023-01-01..2023-06-30"]


def test_year_compared_with_is_not_spoken_of() -> None:
    text = "今年产值是2020年的3.4倍,上半年"
    assert days(text)[-1] == "2024-01-01..2024-06-30"


def test_same_period_goes_back_from_the_one_spoken_of() -> None:
    assert days("2025年1—6月,比上年同期提高0.7个百分点") == [
        "2025-01-01..2025-06-30",
        "2024-01-01..2024-06-30",
    ]
    current = Period(date(2024, 1, 1), date(2024, 2, 29), "1-2月")
    (dated,) = periods(fold("较去年同期"), JULY, current=current)
    assert (dated.period.first, dated.period.last) == (date(2023, 1, 1), date(2023, 2, 28))


def test_same_period_of_nothing_is_left_out() -> None:
    assert days("比上年同期提高") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("24年产值多少", "2024-01-01..2024-12-31", id="24年"),
        pytest.param("25上半年", "2025-01-01..2025-06-30", id="25上半年"),
        pytest.param("23年底", "2023-12-31..2023-12-31", id="23年底"),
        pytest.param("去年底", "2023-12-31..2023-12-31", id="去年底"),
        pytest.param("头六个月", "2024-01-01..2024-06-30", id="头六个月"),
        pytest.param("前三季", "2024-01-01..2024-09-30", id="前三季"),
        pytest.param("半年产值", "2024-01-01..2024-06-30", id="半年"),
        pytest.param("2023的税收", "2023-01-01..2023-12-31", id="2023"),
        pytest.param("二零二四年", "2024-01-01..2024-12-31", id="二零二四年"),
        pytest.param("17到21年财政收入", "2017-01-01..2021-12-31", id="17到21年"),
        pytest.param("25年中比", "2025-01-01..2025-06-30", id="25年中"),
        pytest.param("昨年好多", "2023-01-01..2023-12-31", id="昨年"),
    ],
)
def test_chat(text: str, expected: str) -> None:
    assert days(text, spoken=True) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("使用10年以上的设备", id="duration"),
        pytest.param("树龄30年以上,回收期5至7年", id="more durations"),
        pytest.param("6个月,3个工作日,45天", id="months long"),
        pytest.param("五年规划,三年行动初见成效,三年初见成效", id="plans"),
        pytest.param("五个年级,百年大计", id="other years"),
        pytest.param("近百家企业,第1号文件", id="no time at all"),
        pytest.param("2390吨,2085张床位", id="numbers like years"),
    ],
)
def test_no_period(text: str) -> None:
    assert days(text) == []


def test_chat_list_of_parts() -> None:
    text = "2024规上增速 一季度 半年 前三季 分别多少"
    assert [day[12:] for day in days(text, spoken=True)] == [
        "2024-12-31",
        "2024-03-31",
        "2024-06-30",
        "2024-09-30",
    ]


def test_relative_words_need_an_anchor() -> None:
    assert days("今年上半年,2023年底", None) == ["2023-12-31..2023-12-31"]


@pytest.mark.parametrize(
    ("text", "year", "sureness"),
    [
        ("2024年上半年", None, Sureness.STATED),
        ("今年上半年", None, Sureness.RELATIVE),
        ("上半年", None, Sureness.RELATIVE),
        ("上半年", 2023, Sureness.INHERITED),
    ],
)
def test_how_sure(text: str, year: int | None, sureness: Sureness) -> None:
    (dated,) = periods(fold(text), JULY, year)
    assert dated.period.sureness is sureness


def test_every_period_of_a_list() -> None:
    assert days("一季度、上半年、前三季度增速分别为6.1%、5.4%、4.6%") == [
        "2024-01-01..2024-03-31",
        "2024-01-01..2024-06-30",
        "2024-01-01..2024-09-30",
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024年"),
        (date(2024, 1, 1), date(2024, 6, 30), "2024年1-6月"),
        (date(2024, 7, 1), date(2024, 12, 31), "2024年下半年"),
        (date(2024, 7, 1), date(2024, 9, 30), "2024年三季度"),
        (date(2024, 12, 1), date(2024, 12, 31), "2024年12月"),
        (date(2024, 12, 31), date(2024, 12, 31), "2024年末"),
        (date(2024, 6, 30), date(2024, 6, 30), "2024年6月末"),
        (date(2024, 1, 1), date(2024, 1, 1), "2024年初"),
        (date(2024, 7, 25), date(2024, 7, 25), "2024年7月25日"),
        (date(2017, 1, 1), date(2021, 12, 31), "2017-2021年"),
        (date(2023, 7, 1), date(2024, 6, 30), "2023年7月-2024年6月"),
        (date(2024, 1, 1), date(2024, 7, 25), "2024年1月1日-7月25日"),
    ],
)
def test_label(first: date, last: date, expected: str) -> None:
    assert label(Period(first, last, "")) == expected


def test_a_part_of_no_year_is_called_as_the_text_does() -> None:
    found = periods(fold("上半年增长4.1%,二季度增长4.8%;去年同期增长5%"), None)
    assert [(label(one.period), one.period.year) for one in found] == [("上半年", None), ("二季度", None)]


@given(st.dates(date(2001, 1, 1), date(2039, 12, 31)), st.integers(0, 2000))
def test_label_reads_back(first: date, length: int) -> None:
    period = Period(first, min(first + timedelta(length), date(2049, 12, 31)), "")
    (dated,) = periods(fold(label(period)), None)
    assert dated.period.same_days(period)


@given(
    st.text(alphabet="今去上下半年全度前三季月1269日底末初至-—、同期来五过近20十四零截以", max_size=24),
    st.booleans(),
)
def test_spans_are_the_words(text: str, spoken: bool) -> None:
    folded, last = fold(text), 0
    for dated in periods(folded, JULY, spoken=spoken):
        assert last <= dated.start < dated.end
        assert folded.text[dated.start : dated.end] == dated.period.raw
        assert dated.period.first <= dated.period.last
        last = dated.end


@pytest.mark.parametrize("text", ["近两三年产值", "过去三四年投资", "前两三个月出口", "连续两三年增长"])
def test_about_so_many_years_are_no_period(text: str) -> None:
    """A pair of numbers says no number; what else the text says is read."""
    assert periods(fold(text), date(2024, 7, 1), 2024) == ()
    assert [one.period.raw for one in periods(fold(f"2023年1月和{text}"), None)] == ["2023年1月"]
