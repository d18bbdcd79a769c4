"""How far a figure's time is the time that a question asks about."""

from collections.abc import Collection, Iterable

from bot.understanding.times import month_end_in
from corpus.compiled import compiled
from corpus.figure import Figure
from corpus.runtime.replace import replace
from corpus.times.period import Period, Sureness
from corpus.times.span import NO_YEAR

# A figure without a time may be of any.
_UNDATED = 0.25
_WHOLE = compiled("[全整]年|年一年$")
# 上半年 or 11月底 alone may be of any year; the newest that answers is taken.
_OF_A_YEAR = compiled(r"\d年|(?:19|20)\d\d|[今去前明上当本]年|年[前后]")


def period_fit(wanted: Period | None, offered: Period | None) -> float:
    """1 for the same days, less for a day or part within them, 0 where they do not go together."""
    if wanted is None:
        return 0.0
    if offered is None:
        return _UNDATED
    if offered.year is None and not _floats(wanted):
        # 上半年 of no year may be that of any; the year before no year is not that year.
        same = wanted if wanted.first.year < NO_YEAR else _in_year(wanted, offered.first.year)
        return _UNDATED if same.same_days(offered) else 0.0
    wanted = _in_year(wanted, offered.first.year) if _floats(wanted) else wanted
    inside = wanted.first <= offered.first and offered.last <= wanted.last
    ends_alike = offered.last == wanted.last
    cases = (
        (wanted.same_days(offered), 1.0),
        (offered.is_point and inside, 0.9 if ends_alike else 0.0 if _WHOLE.search(wanted.raw) else 0.5),
        (wanted.is_point and ends_alike, 0.6),
        # A year without 全年 or 整年 may be meant as far as there are figures; a part of a year is just that.
        (inside and _is_year(wanted) and not _WHOLE.search(wanted.raw), 0.3),
    )
    return next((fit for holds, fit in cases if holds), 0.0)


def in_all(wanted: Iterable[Period], offered: Period | None) -> bool:
    """Whether a figure's time goes together with each of those asked for, as it does where none is."""
    return all(period_fit(one, offered) > 0 for one in wanted)


def in_some(wanted: Collection[Period], offered: Period | None) -> bool:
    """Whether it goes together with one of those asked for, as it does where none is."""
    return not wanted or any(period_fit(one, offered) > 0 for one in wanted)


def _is_year(period: Period) -> bool:
    return (period.first.month, period.first.day, period.last.month, period.last.day) == (1, 1, 12, 31)


def _floats(period: Period) -> bool:
    return period.year is None or (
        period.sureness is not Sureness.STATED and not _OF_A_YEAR.search(period.raw)
    )


def _in_year(period: Period, year: int) -> Period:
    length = period.last.year - period.first.year
    first = period.first.replace(
        year=year, day=min(period.first.day, 28) if period.first.month == 2 else period.first.day
    )
    return replace(period, first=first, last=month_end_in(period.last, year + length))


def newness(figure: Figure) -> int:
    """The day that a figure's period ends, as a number; 0 for a figure without one."""
    return figure.period.last.toordinal() if figure.period else 0
