"""The periods that a question names, each once and in the year it means."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from bot.understanding.draft import Draft, without
from corpus.amounts.numeral import parse
from corpus.compiled import compiled
from corpus.runtime.replace import replace
from corpus.texts.text import fold
from corpus.times.period import Period, Sureness, periods

_BARE_YEAR = compiled(r"\d{2,4}年?")
_YEAR = compiled(r"\d{2,4}年|\d{4}|[今去前明]年")
_UNKNOWN = compiled(r"(?:去年|上年|前年)(?!同期|同月)")
_OWN = compiled("[今本]年度?")
_AGO = compiled(r"(?P<years>[一二三四五六七八九十两]|\d{1,2})年前")

# 2016年…比2015年增长: a year that a growth is against.
_AGAINST = compiled(
    r"[比较跟和与同](?P<year>\d{4})年(?P<part>同期|末|底)?(?:相?比)?,?"
    r"(?=[^,;。?!]{0,4}(?:增|涨|上升|提高|提升|扩大|降|减|跌|下滑|回落|缩|变化))"
)
_OF_YEAR = compiled(r"(?<![比较跟和与同\d])(\d{4})年")


def yearly(text: str, current: Period | None) -> str:
    """A question in which the year before the one it is about, as what a growth is against, is no time: 同比, 比上年末.

    The year is the question's other one, else that of the dialogue's `current` period.
    """
    against = _AGAINST.search(text)
    if against is None:
        return text
    years = {int(year) for year in _OF_YEAR.findall(text)}
    about = years.pop() if len(years) == 1 else current.year if current and not years else None
    if about is None or int(against["year"]) != about - 1:
        return text
    called = "比上年末" if against["part"] in ("末", "底") else "同比"
    return text[: against.start()] + called + text[against.end() :]


def take_periods(draft: Draft) -> Draft:
    """The draft with its periods found and masked; 五年前 counts from the period of the dialogue."""
    found = periods(fold(draft.text), draft.anchor, current=draft.current, spoken=True)
    text = without(draft.text, [(dated.start, dated.end) for dated in found])
    kept = [*draft.found.periods, *(dated.period for dated in found)]
    ago = _AGO.search(text)
    if ago and draft.current and draft.current.year:
        kept.append(_years_before(draft.current, int(parse(ago["years"])), ago.group()))
        text = without(text, [ago.span()])
    # Of a letter that says no year, 今年 is the time that it speaks of, and 去年 one that nothing can be told of.
    if draft.anchor is None:
        text = without(text, [match.span() for match in _OWN.finditer(text)])
    unknown = _UNKNOWN.search(text) if draft.anchor is None else None
    strange = (*draft.found.strange, unknown.group()) if unknown else draft.found.strange
    return replace(draft, text=text, found=replace(draft.found, periods=_distinct(kept), strange=strange))


def _years_before(period: Period, years: int, raw: str) -> Period:
    first = period.first.replace(year=period.first.year - years, day=min(period.first.day, 28))
    last = date(period.last.year - years, period.last.month, min(period.last.day, 28))
    year = Period(date(first.year, 1, 1), date(first.year, 12, 31), raw)
    return year if period.first.month == 1 and period.last.month == 12 else Period(first, last, raw)


def _moved(part: Period, year: int) -> Period:
    """A part of a year that says no year, in the year that is said: 2024 … 一季度."""
    moved = year - part.first.year
    if not moved:
        return replace(part, sureness=Sureness.STATED)
    first = date(year, part.first.month, min(part.first.day, 28))
    last = month_end_in(part.last, part.last.year + moved)
    return replace(part, first=first, last=last, sureness=Sureness.STATED)


def _distinct(found: Sequence[Period]) -> tuple[Period, ...]:
    """Each period once: 2024年 … 全年 is one, and means all of the year."""
    years = [period for period in found if _BARE_YEAR.fullmatch(period.raw)]
    told = {period.first.year for period in found if _YEAR.search(period.raw)}
    if len(told) == 1:
        (year,) = told
        found = [one if _YEAR.search(one.raw) else _moved(one, year) for one in found]
    parts = [period for period in found if not _YEAR.search(period.raw) and "全年" not in period.raw]
    if years and parts:
        others = [period for period in found if period not in years and period not in parts]
        found = [*others, *(_moved(part, year.first.year) for year in years for part in parts)]
    kept: dict[tuple[date, date], Period] = {}
    for period in found:
        days = period.first, period.last
        if days not in kept or "全年" in period.raw:
            kept[days] = period
    return tuple(kept.values())


def month_end_in(day: date, year: int) -> date:
    """The same day of another year; the last of February stays the last of February."""
    is_end = (day + timedelta(days=1)).month != day.month
    last = calendar.monthrange(year, day.month)[1]
    return date(year, day.month, last if is_end else min(day.day, last))
