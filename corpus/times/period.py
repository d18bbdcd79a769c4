"""Periods of time: what a figure is of, and what a question asks for."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import cache, partial

from corpus.amounts.numeral import NotANumeral, parse
from corpus.compiled import compiled
from corpus.runtime.frozen import dataclass
from corpus.runtime.replace import replace
from corpus.texts.text import Folded
from corpus.times.datewords import (
    DASH,
    Part,
    counted_words,
    dates,
    is_base,
    part_of,
    plans,
    single,
    stated_year,
    year_words,
    years,
)
from corpus.times.span import NO_YEAR, day_of, month_end, named, years_later


class Sureness(StrEnum):
    """Where a period comes from."""

    STATED = "stated"  # 2024年1-6月
    RELATIVE = "relative"  # 今年上半年, resolved by the letter's own date
    INHERITED = "inherited"  # taken over from the clause, sentence, heading or title before


@dataclass(frozen=True)
class Period:
    """A first and a last day, the words that gave them, and how sure they are.

    A point in time (年末, 截至6月底) has first == last. An open-ended or several-year span has the days it
    covers (五年来). `raw` is what the text says; for an inherited period, what was inherited. A part of a year
    in a text that says of no year has its days in a year that nothing is of; `year` is None.
    """

    first: date
    last: date
    raw: str
    sureness: Sureness = Sureness.STATED

    @property
    def is_point(self) -> bool:
        """Whether it is one day: the state at a date, not a flow over a time."""
        return self.first == self.last

    @property
    def year(self) -> int | None:
        """The year that it ends in, None where the text says of no year."""
        return None if self.first.year == NO_YEAR else self.last.year

    @property
    def is_year(self) -> bool:
        """Whether it is all of one year."""
        return (self.first, self.last) == (date(self.last.year, 1, 1), date(self.last.year, 12, 31))

    def same_days(self, other: "Period") -> bool:
        """Whether both cover the same days."""
        return (self.first, self.last) == (other.first, other.last)


@dataclass(frozen=True)
class Dated:
    """A period and where the folded text states it: text[start:end] == period.raw."""

    period: Period
    start: int
    end: int


@dataclass(frozen=True)
class Setting:
    """What a text's relative words are relative to.

    `anchor` is the day of 今年 and 上个月; `year` the year of a bare 上半年, where it is not the anchor's (a report
    on 2024 signed in January 2025); `current` the period spoken of, which 同期 and 五年来 go back from.
    """

    anchor: date | None = None
    year: int | None = None
    current: Period | None = None

    @property
    def spoken_year(self) -> int | None:
        """The year that a part of a year without one belongs to."""
        return self.year or (self.anchor.year if self.anchor else None)


def periods(
    folded: Folded,
    anchor: date | None,
    year: int | None = None,
    current: Period | None = None,
    *,
    spoken: bool = False,
) -> tuple[Dated, ...]:
    """Every period that the text states, in its order; relative ones that cannot be resolved are left out.

    上半年 where no year is known is kept as a part of no year.

    `anchor`, `year` and `current` are as in `Setting`. `spoken` reads 24年, 2024 and 半年 as in chat.
    """
    if not _ANY.search(folded.text):
        return ()
    setting = Setting(anchor, year, current)
    found: list[Dated] = []
    for start, resolve in _statements(folded.text, spoken=spoken):
        dated = None
        with suppress(NotANumeral):  # 近两三年: about so many
            dated = resolve(setting)
        if dated and (not found or start >= found[-1].end):
            found.append(dated)
            setting = setting if is_base(folded.text, dated.end) else _after(setting, dated, folded.text)
    return tuple(_joined(folded.text, found))


_Resolve = Callable[[Setting], "Dated | None"]
_Find = Callable[[re.Match[str], Setting], "Dated | None"]
# A year after one of these is compared with, and does not become the year spoken of.
_COMPARED = compiled(r"[比较是由从与同到至在和]$")
# 加上上年结余: what is left of a year is none that is spoken of.
_LEFT = compiled("年?[末底]?(?:滚存)?(?:结转|结余)")
_RANGE = compiled(f"起?{DASH}")
_ANY = compiled(r"[年月季半同期五]|(?:19|20)\d\d|[QqHh][1-4]")  # no period is without one of these


def _statements(text: str, *, spoken: bool) -> Iterator[tuple[int, _Resolve]]:
    """Where a period may be stated and how it is resolved, in text order, the longest first."""
    found: list[tuple[int, int, _Resolve]] = []
    for sign, pattern, resolve in _finders(spoken=spoken):
        for match in pattern.finditer(text) if sign in text else ():
            if match[0]:
                found.append((match.start(), match.end(), partial(resolve, match)))
    yield from ((start, resolved) for start, _, resolved in sorted(found, key=lambda row: (row[0], -row[1])))


@cache
def _finders(*, spoken: bool) -> tuple[tuple[str, re.Pattern[str], _Find], ...]:
    """What is found by which pattern, with what each text has that it is found in."""
    return (
        ("", dates(), _date),
        ("五", plans(), _plan),
        ("年", years(onward=False), _back),
        ("年", years(onward=True), _onward),
        ("", single(spoken=spoken), _single),
        *((sign, pattern, _months(length, at)) for sign, pattern, length, at in counted_words()),
    )


def _after(setting: Setting, dated: Dated, text: str) -> Setting:
    left = _LEFT.match(text, dated.end)
    if left or _COMPARED.search(text[: dated.start]) or dated.period.first.year != dated.period.last.year:
        return replace(setting, current=setting.current or dated.period)
    return replace(setting, year=dated.period.year, current=dated.period)


def _dated(match: re.Match[str], first: date, last: date, sureness: Sureness) -> Dated:
    raw = match[0].removesuffix("的")
    return Dated(Period(first, last, raw, sureness), match.start(), match.start() + len(raw))


def _date(match: re.Match[str], _: Setting) -> Dated | None:
    day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return _dated(match, day, day, Sureness.STATED) if day else None


def _plan(match: re.Match[str], setting: Setting) -> Dated | None:
    first = date(2021 + 5 * (int(parse(match["ordinal"])) - 14), 1, 1)
    last = date(first.year + 4, 12, 31)
    first = last if match["edge"] else first
    last = max(first, setting.anchor) if match["since"] and setting.anchor else last
    return _dated(match, first, last, Sureness.STATED)


def _back(match: re.Match[str], setting: Setting) -> Dated | None:
    if (last := _last_full_year(setting)) is None:
        return None
    count = max(1, int(parse(match[match.lastgroup or 0])))
    return _dated(match, date(last - count + 1, 1, 1), date(last, 12, 31), Sureness.RELATIVE)


def _onward(match: re.Match[str], setting: Setting) -> Dated | None:
    if setting.anchor is None:
        return None
    first = setting.anchor.replace(month=1, day=1)
    years = int(parse(match[match.lastgroup or 0]))
    return _dated(match, first, date(first.year + years - 1, 12, 31), Sureness.RELATIVE)


def _last_full_year(setting: Setting) -> int | None:
    """The year that 五年来 ends with: the one spoken of, else the last one over before the anchor."""
    if setting.year:
        return setting.year
    # A report signed in the first months of a year looks back on the year before.
    return setting.anchor.year - (setting.anchor.month <= 6) if setting.anchor else None


def _months(length: int, offset: int) -> Callable[[re.Match[str], Setting], Dated | None]:
    """How a month or a quarter of so many months is resolved that is so many of them from the anchor's."""

    def resolve(match: re.Match[str], setting: Setting) -> Dated | None:
        if (anchor := setting.anchor) is None:
            return None
        count = (anchor.year * 12 + anchor.month - 1) // length + offset
        year, first = divmod(count * length, 12)
        return _dated(match, date(year, first + 1, 1), month_end(year, first + length), Sureness.RELATIVE)

    return resolve


def _single(match: re.Match[str], setting: Setting) -> Dated | None:
    if match["same"]:
        return _same(match, setting)
    stated = stated_year(match)
    year = stated or _word_year(match, setting)
    part = part_of(match)
    if year is None and (part is None or any(match[name] for name in year_words())):
        return None
    sureness = Sureness.STATED if stated else Sureness.RELATIVE
    if year is None:
        year = setting.spoken_year or NO_YEAR
        sureness = Sureness.INHERITED if setting.year else Sureness.RELATIVE
    return _within(match, setting, year, part or Part(1, 12), sureness)


def _within(
    match: re.Match[str], setting: Setting, year: int, part: Part, sureness: Sureness
) -> Dated | None:
    first = day_of(year, part.first, part.day or 1)
    last = month_end(year + (part.last < part.first), part.last)  # 11-2月 ends in the next year
    if part.day:
        last = (day_of(year, part.last, part.last_day) if part.last_day else first) or last
    if first is None:
        return None
    edge = "" if match["last_month"] else match["edge"] or ""  # 1月至11月底 is all of them
    if match["until"] or edge[-1:] in ("底", "末", "止"):
        first = last
    elif edge:
        last = first
    if match["since"] and not (setting.anchor or setting.year):
        first, last = date(NO_YEAR, 1, 1), date(NO_YEAR, 12, 31)  # 2021年以来: until when, nobody says
    last = max(first, setting.anchor) if match["since"] and setting.anchor else last
    return _dated(match, first, last, sureness)


def _word_year(match: re.Match[str], setting: Setting) -> int | None:
    for name, word in year_words().items():
        if match[name]:
            base = setting.spoken_year if word.context else setting.anchor and setting.anchor.year
            return base + word.offset if base else None
    return None


def _same(match: re.Match[str], setting: Setting) -> Dated | None:
    """上年同期: the days spoken of, a year earlier."""
    current = setting.current
    if current is None or current.year is None:
        return None
    if (year := stated_year(match) or _word_year(match, replace(setting, year=current.last.year))) is None:
        return None
    back = current.last.year - year if year < current.last.year else 1
    return _dated(
        match, years_later(current.first, -back), years_later(current.last, -back), Sureness.RELATIVE
    )


def _joined(text: str, found: list[Dated]) -> list[Dated]:
    """With spans made one: 2017—2021年, 2023年7月至2024年6月."""
    joined: list[Dated] = []
    for dated in found:
        before = joined[-1] if joined else None
        if (
            before
            and _RANGE.fullmatch(text[before.end : dated.start])
            and before.period.first < dated.period.first
        ):
            period = replace(before.period, last=dated.period.last, raw=text[before.start : dated.end])
            joined[-1] = Dated(period, before.start, dated.end)
        else:
            joined.append(dated)
    return joined


def label(period: Period) -> str:
    """The period for people: 2024年, 2024年1-6月, 2024年三季度, 2024年末, 2017-2021年, 2024年7月25日.

    One of no year is called as the text calls it: 上半年.
    """
    return named(period.first, period.last) if period.year else period.raw
