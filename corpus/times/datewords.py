"""How periods are written: patterns made of the tables, for `corpus.times.period`."""

import re
from functools import cache
from typing import Any

from corpus.amounts.numeral import parse
from corpus.compiled import compiled
from corpus.runtime.frozen import dataclass
from corpus.tables import table

_HANZI = "[零一二三四五六七八九]"
_COUNT = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[0-3]?\d|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
DASH = "(?:[-—–~～至到]|——)"
# 10年以上 and 20年期 are durations. In chat 24年 is a year; in a document only before a part of a year.
_DURATION = "(?!以上|以下|以内|左右|期|来|多|间|时间|制|前|后|内|历史|连续|一遇)"
_PART_FOLLOWS = r"(?=\d{1,2}[-—–~至到月]|[上下]半年|前?[一二三四]季|前三|全年|年?[底末初]|度)"

# 2000万 and 2000亩 are amounts, 2024万宁 and 2024人均 are years.
_AMOUNT = r"(?:个?[十百千]?(?:万(?![宁载州源年全荣盛山])|亿|w)|元(?![旦宵])|美元|亩|平方?米|公顷|吨|头(?!部)|人(?![均口大才民社工力事居]))"
# 以上年同期为100: what an index is counted from.
_BASE = compiled(r"(?:的?价格|水平)*(?:为|=)100(?![\d.])")


@dataclass(frozen=True)
class YearWord:
    """A year by a word: years from the anchor's year, or from the year spoken of where `context`."""

    offset: int
    context: bool


@dataclass(frozen=True)
class Part:
    """A part of a year: its first and last month, and the day where it is one, or the days from one to another."""

    first: int
    last: int
    day: int | None = None
    last_day: int | None = None


@cache
def _data() -> dict[str, Any]:
    return table("periods")


@cache
def year_words() -> dict[str, YearWord]:
    """The words for years by the name of their group in `single`."""
    rows = _data()["year"]
    return {f"y{place}": YearWord(row["offset"], row.get("context", False)) for place, row in enumerate(rows)}


@cache
def part_words() -> dict[str, Part]:
    """The words for parts of a year by the name of their group in `single`."""
    return {f"p{place}": Part(*row["months"]) for place, row in enumerate(_data()["part"])}


@cache
def single(*, spoken: bool) -> re.Pattern[str]:
    """One period within a year or the year; may match nothing. Where `spoken`, as in chat, 24年 and 半年 are periods.

    Groups: until (截至), year, hanzi, short or a year word's; a part word's, same (同期), ahead (前8个月), months and
    last_month, month and day, or turn (年底 alone); edge (底, 末, 初), since (以来).
    """
    years = "|".join(f"(?P<y{place}>{row['pattern']})" for place, row in enumerate(_data()["year"]))
    rows = [(place, row) for place, row in enumerate(_data()["part"]) if spoken or not row.get("spoken")]
    parts = "|".join(f"(?P<p{place}>{row['pattern']})" for place, row in rows)
    before_part = rf"{DASH}[0-4]\d年|[上下]半年|前三季|[一二三四]季度|年?底|年?末|全年"
    bare = rf"|(?P<bare>(?<![\d.])(?:19|20)\d\d(?![\d年.%‰])(?!{_AMOUNT})|(?<![\d.])[0-4]\d(?={before_part}))"
    # In a document figures begin a period only before what parts of years are counted in, or a span.
    figures = r"\d" if spoken else rf"\d{{1,4}}(?:[年月季、和及与]|{DASH})"
    return compiled(
        rf"""(?={figures}|[零一二三四五六七八九十今去昨旧本上前明来下后全整年半头首第截岁期同元QqHh])
        (?P<until>截[至止]到?)?
        (?:(?: (?P<year>(?<![\d.])(?:19|20)\d\d)(?:年度?|(?={DASH}(?:19|20)\d\d年)|(?=[、和及与](?:19|20)\d\d年))
             | (?P<hanzi>{_HANZI}{{4}})年度?
             | (?P<short>(?<![\d.])[0-4]\d)年{_DURATION}{"" if spoken else _PART_FOLLOWS}度?
             | {years} {bare if spoken else ""}
           )的?)?
        (?: {parts} | (?P<same>同期)
          | (?:前|头|首)(?P<ahead>{_COUNT})个月
          | (?<![\d.])(?P<months>{_MONTH}|(?<![万亿美欧日港])元)月?(?:{DASH}|、)(?P<last_month>{_MONTH})月(?!\d)份?
          | (?<![\d.个每数几两半多第])(?P<month>{_MONTH})月(?:(?P<day>{_DAY})(?:[日号]?{DASH}(?P<last_day>{_DAY}))?[日号]|份?(?:当月)?(?:[上中下]旬)?)
          | (?P<turn>(?<![一二三四五六七八九十\d多几两])年(?=[底末]|初(?!预算))|岁(?=末)|(?<![中长近远前后分学任每本])期(?=末)) )?
        (?P<edge>年?[底末](?!梢|端|层|部|位)|(?<=[月日])止(?!损|跌|步|境)|年?初(?!步|级|中|心|期|始|次|创))?
        (?P<since>以来|至今|到现在)?""",
        re.VERBOSE,
    )


@cache
def dates() -> re.Pattern[str]:
    """A date in figures: 2024-11-18."""
    return compiled(
        r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>[0-3]?\d)(?![\d.])"
    )


@cache
def plans() -> re.Pattern[str]:
    """A five-year plan's time: “十四五”以来; groups ordinal, edge and since."""
    return compiled(
        r"“?(?P<ordinal>十[一二三四五六七]?)五(?:”?(?:(?P<since>以来)|(?P<edge>期?末)|时期|期间|规划期)|”(?=我[省市区县]|发展|工作|财政|经济|回顾|成就|\d))"
    )


@cache
def holidays() -> re.Pattern[str]:
    """Holidays, whose days no paper says: “五一”假期."""
    return compiled(_data()["holidays"]["pattern"])


@cache
def founded() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before, or behind, the time at which something was founded."""
    words = _data()["founded"]
    return compiled(rf"(?:{words['before']})$"), compiled(words["after"])


@cache
def years(*, onward: bool) -> re.Pattern[str]:
    """Several years back (过去五年), or onward (今后五年); the last group that matched is how many."""
    row = next(row for row in _data()["years"] if row["onward"] is onward)
    return compiled(row["pattern"].replace("COUNT", _COUNT))


@cache
def counted_words() -> tuple[tuple[str, re.Pattern[str], int, int], ...]:
    """Words for months and quarters: what each has in it, how many months it is of, how many of them from the anchor's."""
    return tuple(
        (sign, compiled(row["pattern"]), length, row["offset"])
        for sign, kind, length in (("月", "month", 1), ("季", "quarter", 3))
        for row in _data()[kind]
    )


def stated_year(match: re.Match[str]) -> int | None:
    """The year that a match of `single` states, None where it states none."""
    digits = match["year"] or match["short"] or match.groupdict().get("bare") or match["hanzi"]
    if not digits:
        return None
    number = int(parse(digits))
    return number if number > 99 else 2000 + number


def part_of(match: re.Match[str]) -> Part | None:
    """The part of a year that a match of `single` states, None where it states none."""
    groups = match.groupdict()
    for name, word in part_words().items():
        if groups.get(name):
            return Part(word.first, word.last)
    if match["ahead"]:
        return Part(1, min(12, int(parse(match["ahead"]))))
    if match["last_month"]:
        return Part(int(parse(match["months"].replace("元", "1"))), int(parse(match["last_month"])))
    if match["month"]:
        month = int(parse(match["month"]))
        day, last = ((int(parse(match[name])) if match[name] else None) for name in ("day", "last_day"))
        return Part(month, month, day, last)
    return Part(1, 12) if match["turn"] else None


def is_base(text: str, end: int) -> bool:
    """Whether a time that ends there is what an index is counted from, and none that the text tells of: 以上年为100."""
    return _BASE.match(text, end) is not None
