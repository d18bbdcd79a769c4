"""Titles: the times that the titles above a sentence say it is of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses, one_of
from corpus.extraction.terms import mood
from corpus.extraction.times.timing import is_long, year_of
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.place import district, leading, same_place
from corpus.runtime.replace import replace
from corpus.texts.text import fold, plain
from corpus.times.period import Dated, Period, Sureness, periods

_OPENING = 200  # characters in which a report says that it is one
NUMBER = compiled(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．:：]?|第[一二三四五六七八九十]+[章节])\s*"
)

# 图6 2021—2025年财政收支: what a chart shows, and no title of the text below it.
_CHART = compiled(r"\s*[图表]\s*[\d一二三四五六七八九十]")
_TITLE_YEAR = compiled(r"^\d{4}年(?:度)?(?=[\u4e00-\u9fff]{2,8}(?:区|县|市|州|旗|镇|乡))")
# A title on a place, and not on an organ or a firm of it.
_OF_PLACE = compiled(
    r"\d{4}|(?:本级)?(?:预算|决算|财政|经济|工业|农业|基本|主要|情况|概况|完成|执行|运行|地方|一般公共|政府性)"
)
_THIS = compiled("本年度?(?:以来|内)?")


# 一年来,… and 五年来,…: which of the times of a title a paragraph and those below it tell of.
_OF_YEAR = compiled("一年来|这一年|过去的?一年")
_OF_SPAN = compiled("[两三四五]年来|[这过]去?的?[两三四五]年")
# 2026年是“十五五”开局之年, 今年经济社会发展的主要预期目标是: what a title that says no year stands above.
_COMING = compiled(
    "(?P<year>\\d{4}|今)年(?:是[^。]{2,40}(?:之年|一年)|(?:全[省市县区州])?(?:经济社会|国民经济)?(?:和社会)?发展的?(?:总体要求|主要(?:预期)?目标|预期目标)|的?(?:政府)?工作的?(?:总体要求|总体思路|总要求))"
)
_UNTIL = compiled("截[至止]|末|底")
_ISSUE = 12  # characters of a newspaper's name
_OPENS = 400  # characters of a section in which it says what it is about
_LED = 24  # characters of a sentence in which it says what it tells of


@dataclass(frozen=True)
class Turn:
    """Where a report goes over from what was done to what is to do, and the year of that."""

    start: int
    period: Period


def turn(letter: Letter) -> Turn | None:
    """The first title of a work report that tells of the work of the year in which it is given, or above whose first
    sentences such work is.
    """
    if not letter.dated or not any("工作报告" in title for title in (letter.title, letter.text[:_OPENING])):
        return None
    year = letter.dated.year
    for section in letter.sections:
        told = [one for one in stated(section.title, letter.dated, None) if one.year == year]
        if told and mood.plans((section.title,), None, letter.dated):
            return Turn(section.start, told[-1])
    stops = [*(section.start for section in letter.sections[1:]), len(letter.text)]
    for section, stop in zip(letter.sections, stops, strict=False):
        ahead = _COMING.search(letter.text, section.start, min(stop, section.start + _OPENS))
        if ahead and ahead["year"] in ("今", str(year)):
            return Turn(
                section.start, Period(date(year, 1, 1), date(year, 12, 31), f"{year}年", Sureness.INHERITED)
            )
    return None


def titled(letter: Letter, passage: Passage) -> tuple[Period, ...]:
    """The periods that the nearest title that states one does; 今年以来的情况 says no more than the letter's own."""
    year = letter.period.year if letter.period else None
    above = (title for title in reversed(passage.section) if not _CHART.match(title))
    dated = (stated(title, letter.dated, year) for title in above)
    return next(filter(None, dated), ())


@lru_cache(256)
def stated(title: str, anchor: date | None, year: int | None) -> tuple[Period, ...]:
    """The periods of a title, which stands above many sentences."""
    folded = fold(title)
    return tuple(
        one.period
        for one in periods(folded, anchor, year)
        if "来" not in one.period.raw and not _is_event(folded.text, one) and not _is_issue(folded.text, one)
    )


def _is_event(title: str, one: Dated) -> bool:
    """Whether a headline says when one thing happens, not what the text below it is of: 环城快线下半年通车."""
    return one.start > 0 and _event().match(title, one.end) is not None


def _is_issue(title: str, one: Dated) -> bool:
    """Whether a title is only the day on which a paper came out: 屏山日报 2024年10月26日."""
    rest = title[: one.start] + title[one.end :]
    return one.period.is_point and len(rest) <= _ISSUE and not _UNTIL.search(title)


@cache
def _event() -> re.Pattern[str]:
    section = clauses()["section"]
    return compiled(f"(?:{one_of(section['soon'])})*(?:{one_of(section['events'])})")


def of_year_over(letter: Letter) -> bool:
    """Whether a letter is on a year that was over when it was written, of which 预计 is an estimate."""
    own = letter.period
    return bool(own and letter.dated and own.last < letter.dated and year_of(own).same_days(own))


def of_own_year(letter: Letter, dated: Sequence[Dated]) -> tuple[Dated, ...]:
    """The periods of a sentence; 本年 in a report whose title says that it is on the year before is that year."""
    said = stated(letter.title, letter.dated, None)
    own = said[0] if len(said) == 1 and not said[0].is_point else letter.period
    if own is None or letter.dated is None or own.year != letter.dated.year - 1 or own != year_of(own):
        return tuple(dated)
    return tuple(
        replace(one, period=replace(own, raw=one.period.raw)) if _THIS.fullmatch(one.period.raw) else one
        for one in dated
    )


def spoken_of(text: str, told: Sequence[Period]) -> Period | None:
    """Which of the periods of a title a sentence begins to tell of; None if it says none of them or several."""
    begun = fold(text).text[:_LED]
    named = [one for one in told if _names(one, begun)]
    if len(named) == 1:
        return named[0]
    several = [one for one in told if is_long(one)]
    if len(several) == 1 and _OF_SPAN.search(begun):
        return several[0]
    single = [one for one in told if not is_long(one)]
    return single[0] if single and _OF_YEAR.search(begun) else None


def _names(period: Period, begun: str) -> bool:
    """Whether the beginning of a sentence names a period as what it tells of: 2025年,…, not 2025年产值5亿元."""
    place = begun.find(period.raw)
    long = is_long(period)
    return place >= 0 and (long or begun.startswith((",", "是"), place + len(period.raw)))


def section_period(letter: Letter, titled: Sequence[Period]) -> Period | None:
    """The letter's own of the periods of a title, else the last of them."""
    own = [period for period in titled if letter.period and period.same_days(letter.period)]
    return (own or titled)[-1] if titled else None


@lru_cache(256)
def home(section: tuple[str, ...], own: str) -> str:
    """The place that the titles above say their sections are of, else the letter's own."""
    for printed in reversed(section):
        title = _TITLE_YEAR.sub("", NUMBER.sub("", plain(printed)))
        if title.startswith(tuple(clauses()["section"]["ours"])):
            break
        place = leading(title) or district(title)
        if place and (place == title or _OF_PLACE.match(title, len(place))):
            return own if same_place(place, own) else place
    return own
