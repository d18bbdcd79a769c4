"""Spans of days: the calendar, and how people call them."""

from calendar import monthrange
from datetime import date

# The year of what bears none: 上半年 in a text that says of no year. A leap year, so that every day is in it.
NO_YEAR = 4
_PARTS = {
    (1, 12): "",
    (7, 12): "下半年",
    (1, 3): "一季度",
    (4, 6): "二季度",
    (7, 9): "三季度",
    (10, 12): "四季度",
}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the month has no such day."""
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def month_end(year: int, month: int) -> date:
    """The month's last day."""
    return date(year, month, monthrange(year, month)[1])


def years_later(day: date, count: int) -> date:
    """The same day of another year; a month's last day stays one."""
    if _ends_month(day):
        return month_end(day.year + count, day.month)
    return date(day.year + count, day.month, day.day)


def named(first: date, last: date) -> str:
    """What the days from first to last are called.

    >>> named(date(2024, 1, 1), date(2024, 6, 30)), named(date(2024, 12, 31), date(2024, 12, 31))
    ('2024年1-6月', '2024年末')
    """
    if first == last:
        return _point(first)
    if first.day > 1 or not _ends_month(last):
        year = "" if first.year == last.year else f"{last.year}年"
        return f"{first.year}年{first.month}月{first.day}日-{year}{last.month}月{last.day}日"
    if first.year == last.year:
        return f"{first.year}年{_PARTS.get((first.month, last.month), _months(first.month, last.month))}"
    if (first.month, last.month) == (1, 12):
        return f"{first.year}-{last.year}年"
    return f"{first.year}年{first.month}月-{last.year}年{last.month}月"


def _months(first: int, last: int) -> str:
    return f"{first}月" if first == last else f"{first}-{last}月"


def _point(day: date) -> str:
    if (day.month, day.day) == (1, 1):
        return f"{day.year}年初"
    if _ends_month(day):
        return f"{day.year}年末" if day.month == 12 else f"{day.year}年{day.month}月末"
    return f"{day.year}年{day.month}月{day.day}日"


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
