"""How amounts are written: one pattern made of the tables, and the numerals that are no amounts."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from corpus.amounts.unit import SCALE_WORDS, alternatives, unit_pattern, units
from corpus.compiled import compiled
from corpus.tables import table

# Stands for each character of a numeral that is no amount: a date, a section's number, a name.
BLANK = "\ue000"
_NUMERAL = "[零一二两三四五六七八九十百千万亿]+"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
# Three colons are folded to one.
_RATIO = rf"(?P<parts>(?<![\d.:]){_ARABIC}(?::{_ARABIC})+)(?![\d:])"
# 1亿3000万: a scale inside the number, where digits follow it.
_LONG = rf"{_ARABIC}(?:[亿万千百](?={_ARABIC}){_ARABIC})*"
# 负 before a number is a minus, but 减负2亿元 and 税负3.5% say how much.
_MINUS = r"(?<![减增降税担肩背自胜抱辜亏轻重费企])负"
# A hyphen behind a number or its % is a dash, any other a minus.
_SIGNED = rf"(?:(?<![\d.A-Za-z%‰)])-|{_MINUS})?(?<![\d.A-Za-z]){_LONG}"
_CHINESE = rf"{_NUMERAL}(?:点[零一二三四五六七八九]+)?"
# 千 and 百 may begin the unit (千瓦时, 百分点).
_UNIT_BEGINS = {"千": "瓦|克|米|伏|字|帕|焦|卡", "百": "分", "万": "向|科"}
_SCALE = "|".join(f"{word}(?!{_UNIT_BEGINS[word]})" if word in _UNIT_BEGINS else word for word in SCALE_WORDS)


@dataclass(frozen=True)
class Word:
    """An amount in words: 翻一番 is 2倍, 持平 is 0%."""

    core: re.Pattern[str]
    value: str
    unit: str
    bound: str
    printed: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The word with the hedges around it: groups beside, quoted, after."""
        return compiled(_hedged(f"(?:{self.core.pattern})"))


@cache
def _data() -> dict[str, Any]:
    return table("amounts")


@cache
def hedges(place: str) -> dict[str, str]:
    """Each hedge with its bound; place is "quoted", "beside", "after" or "between"."""
    rows = _data()["before"][place] if place in ("quoted", "beside") else _data()[place]
    return {word: bound for bound, words in rows.items() for word in words}


@cache
def words() -> tuple[Word, ...]:
    """The amounts in words."""
    return tuple(
        Word(
            compiled(row["pattern"]),
            row["value"],
            row["unit"],
            row.get("bound", "exact"),
            row.get("printed", row["unit"]),
        )
        for row in _data()["words"]
    )


@cache
def counts() -> re.Pattern[str]:
    """What every text with an amount has: a digit, a numeral or an amount in words."""
    return compiled("|".join([rf"\d|{_NUMERAL}", worded().pattern]))


@cache
def worded() -> re.Pattern[str]:
    """What every text with an amount in words has."""
    return compiled("|".join(word.core.pattern for word in words()))


@cache
def money() -> re.Pattern[str]:
    """A text that ends shortly after a word of money."""
    return compiled(rf"(?:{alternatives(_data()['money']['before'])})[^,。;:、]{{0,10}}$")


def blanked(text: str) -> str:
    """The text with every numeral that is no amount blanked, as long as before.

    >>> blanked("2024年5G基站96个").replace(BLANK, "_")
    '_______基站96个'
    """
    for needs, pattern in noise():
        if needs is None or needs.search(text):
            text = pattern.sub(lambda match: BLANK * len(match[0]), text)
    return text


@cache
def noise() -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str]], ...]:
    """The patterns of numerals that are no amounts, each behind what every text has in which it finds one, if that is told."""
    latin = f"(?:{alternatives([name for name in units() if name.isascii()])})(?![A-Za-z])"
    return tuple(
        (
            compiled(row["needs"]) if "needs" in row else None,
            compiled(
                _begun(row["pattern"].replace("NUM", _NUMERAL).replace("LATIN", latin), row), re.VERBOSE
            ),
        )
        for row in _data()["noise"]
    )


def _begun(pattern: str, row: dict[str, Any]) -> str:
    """The pattern, tried only where one of the characters stands that it begins with."""
    return f"(?=[{row['begins']}])(?:{pattern})" if "begins" in row else pattern


def _unit_pattern(names: list[str], tail: list[str]) -> str:
    """One of the units, with what it is per: 微克/立方米, 万元/亩, 台(套); 99周岁每人100元 are two."""
    per = rf"(?:/|(?<!岁)每)(?:每|百|千|万|百万)?(?:{alternatives(tail)})(?:[·.](?:{alternatives(tail)}))?"
    return rf"(?:{unit_pattern(names)})(?:次(?![数生品序年日]))?(?:\((?:套|次|座|处|个|家|台|栋|部)\))?(?:{per})?"


def _hedge(name: str, place: str) -> str:
    rows = _data()["before"]
    only = {"上": "(?=[百千万亿])"}  # 上百家, but not 上一个
    guarded = {word: f"(?<![{guard}]){word}" for word, guard in rows["unless"].items()}
    longest = sorted(hedges(place), key=len, reverse=True)
    return rf"(?P<{name}>{'|'.join(guarded.get(word, word) + only.get(word, '') for word in longest)})"


def _hedged(pattern: str) -> str:
    # 占322家多少 asks, and says nothing of 322家.
    after = rf"(?!多少)(?:{alternatives(list(hedges('after')))})"
    return (
        rf"(?:{_hedge('beside', 'beside')})?了?(?:{_hedge('quoted', 'quoted')})?{pattern}(?P<after>{after})?"
    )


def _beginning() -> str:
    """The characters that an amount in figures or numerals begins with, hedges before it included."""
    before = {word[0] for place in ("beside", "quoted") for word in hedges(place)}
    return rf"[-\d负了零一二两三四五六七八九十百千万亿{''.join(sorted(before))}]"


@cache
def ratio() -> re.Pattern[str]:
    """A ratio with the hedges around it: 3.1:50.1:46.9, 约1:1.5; groups beside, quoted, parts, after."""
    return compiled(_hedged(_RATIO))


@cache
def amount(*, spanning: bool) -> re.Pattern[str]:
    """One amount, or where `spanning` a range of two too; searched for in a blanked text.

    Groups: beside and quoted (hedges before it), whole and part or over and under (a fraction), tenths and tenth, low, low_scale
    and low_unit (of a range), digits, some, scale, more, further and unit, or their like for a Chinese numeral, after.
    """
    spoken = [unit.name for unit in units().values() if unit.spoken]
    every = list(units())
    tail = [*every, "年", "月", "日", "时", "股", "床", "头"]
    between = f"[{''.join(hedges('between'))}]"
    latin = alternatives([name for name in every if name.isascii() and name != "%"])
    gap = rf"(?:\x20(?=(?:{latin})(?![A-Za-z]|\s?\d)))?"  # 5 MW
    unit = _unit_pattern(every, tail)
    return compiled(
        f"(?={_beginning()})"
        + _hedged(rf"""(?:
            (?P<whole>(?:{_MINUS})?(?:{_NUMERAL}|\d+))分之(?P<part>[-负]?(?:{_LONG}|{_CHINESE}))   # 百分之五, 四分之一
          | (?<![\d./])(?P<over>\d)/(?P<under>\d\d?)(?![\d./])                             # 1/3
          | (?P<tenths>{_LONG}|{_CHINESE})成(?P<tenth>[一二三四五六七八九]|半)?
            (?![为员立本果功份都长就交品型熟分千上百])                                       # 六成, 八成五
          | (?: (?P<low>{_SIGNED}|{_CHINESE}) (?P<low_scale>{_SCALE})? {gap}(?P<low_unit>{unit})?
                (?:[-—–~～至到]|——) ){"?" if spanning else "{0}"}                         # 5至7年, 3%-5%
            (?: (?P<digits>{_SIGNED}|(?<=[-—–~～至到]){_LONG}) (?P<some>{between})? (?P<scale>{_SCALE}|个亿(?![级元吨斤美]))?
                (?:(?P<more>{between})(?P<further>[万亿])?)? {gap}(?P<unit>{unit})?
              | (?P<chinese>(?:{_MINUS})?{_CHINESE}) (?P<chinese_some>{between})? (?P<chinese_scale>{_SCALE})?
                (?P<chinese_unit>{_unit_pattern(spoken, tail)}) ) )"""),
        re.VERBOSE,
    )
