"""Heads: what the columns of a table are of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.amounts.unit import parse_unit
from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses, head
from corpus.figure import Measure
from corpus.runtime.replace import replace
from corpus.texts.text import fold, plain
from corpus.times.period import Dated, Period, periods

_UNIT = compiled(r"[(\[]([^()\[\]]{1,14})[)\]]$")
# Without a colon it stands alone: 法人单位商品零售额 says no unit.
_CAPTION_UNIT = compiled(
    r"[(]?(?:计量)?单位:\s*([^()]{1,20})[)]?|(?:^|[(])(?:计量)?单位\s*(?P<alone>[^():]{1,8})(?:[)]|$)"
)
_NUMBERED = compiled(r"^(?:附?表|续表)\s*[\d一二三四五六七八九十]*(?:[-—]\d+)*\s*[:：.、]?")
_AGAINST = compiled(r"(?:比|较)(?:上年|去年|上年同期|上月|上季度?)|同比|环比")
# 人均可支配收入 over 绝对数 is no other thing than without.
_AMOUNT = compiled(r"(?<=..)(?:绝对[数量额值]|数值|实绩)$")
_BASE = compiled(r"[(]?(?:以)?[^()，,]{1,8}?(?:价格)?(?:=|为)100[)]?")
_REMARK = compiled(r"\([^()]*\)?$")  # 固定资产投资(不含农户)
_OF_RESULT = compiled(
    r"\((?:决算|执行|完成|快报|初步|初步核算|实际|核实)数?\)$"
)  # 债务余额(决算数): of a result, as all cells are
_PERCENT = ("%", "百分点", "‰")
_BARE_YEAR = compiled(
    r"(?P<year>(?:19|20)\d\d)(?:[ -]?[Qq](?P<quarter>[1-4])|年第?(?P<spoken>[1-4])季度)?(?P<rest>(?:[*①-⑳]|[(（\[].*)?)$",
    re.DOTALL,
)
_BARE_MONTH = compiled(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0[1-9]|1[0-2])$")
# What stands in a column of the year before: no change against it.
_YEAR_BEFORE = compiled(r"(?<![比较])(?:去年|上年)(?:同期)?(?!末|底)")


@dataclass(frozen=True)
class Column:
    """What a column holds. `role` is label, unit, order or value; `name` the indicator that the head names.

    `years_back` is 1 for a column of the year before the table's. `assumed` says that no head says the unit, `counted`
    that numbers which may be years are amounts.
    """

    role: str
    name: str = ""
    unit: str = ""
    measure: Measure = Measure.LEVEL
    basis: str = ""
    whole: str = ""
    period: Period | None = None
    years_back: int = 0
    assumed: bool = False
    counted: bool = False


@dataclass(frozen=True)
class Head:
    """A table's columns and what its caption says: the indicator of all rows, their period, the title."""

    columns: tuple[Column, ...]
    title: str = ""
    indicator: str = ""
    period: Period | None = None


def is_unit(text: str) -> bool:
    """Whether a text is a unit and nothing else."""
    return text in _PERCENT or parse_unit(text) is not None


def bracketed_unit(cell: str) -> tuple[str, str]:
    """A cell's words and the unit in brackets or behind a stroke at their end, "" where that is none.

    >>> bracketed_unit("出口总额(亿美元)"), bracketed_unit("补助(含税)"), bracketed_unit("产量/万吨"), bracketed_unit("元/人")
    (('出口总额', '亿美元'), ('补助(含税)', ''), ('产量', '万吨'), ('元/人', ''))
    """
    match = _UNIT.search(cell)
    if match and is_unit(match[1]):
        return cell[: match.start()], match[1]
    words, _, unit = cell.rpartition("/")
    if words and is_unit(unit) and not is_unit(words):
        return words, unit
    return cell, ""


def dated_form(cell: str) -> str:
    """A cell of a bare year, of a year and a quarter or a month, as it is written out: 2014 as 2014年, 2024Q2 as 2024年二季度.

    >>> dated_form("2014"), dated_form("2024Q2"), dated_form("2014(亿元)"), dated_form("2014家"), dated_form("2024-05")
    ('2014年', '2024年二季度', '2014年(亿元)', '2014家', '2024年5月')
    """
    month = _BARE_MONTH.match(cell.strip())
    if month:
        return f"{month['year']}年{int(month['month'])}月"
    match = _BARE_YEAR.match(cell.strip())
    if match is None:
        return cell
    quarter = match["quarter"] or match["spoken"]
    return f"{match['year']}年" + (f"{'一二三四'[int(quarter) - 1]}季度" if quarter else "") + match["rest"]


def captioned(captions: Sequence[str], anchor: date | None, year: int | None) -> Head:
    """The head without its columns: title, unit line and period of the lines above a table."""
    # The table's number goes first: folding closes the gap of 表1 2024年.
    titles = [plain(_NUMBERED.sub("", caption.strip())) for caption in captions]
    said = [text for text in titles if not re.match(r"^[(]?(?:计量)?单位", text)]
    # A title in English says the same once more.
    title = next((text for text in said if re.search("[\u4e00-\u9fff]", text)), next(iter(said), ""))
    # 上年=100 says what an index is counted from.
    dated = _own_periods(_BASE.sub("", title), anchor, year)
    bare = _CAPTION_UNIT.sub("", title)
    for one in dated:
        bare = bare.replace(one.period.raw, "")
    bare = re.sub(clauses()["table"]["caption"], "", bare).strip(" :()、和")
    return Head((), bare, head(_REMARK.sub("", bare)), dated[-1].period if dated else None)


def units_of(captions: Sequence[str]) -> tuple[str, ...]:
    """The units of a unit line in their order: 亿美元 and % of 单位：亿美元、%."""
    for caption in map(plain, captions):
        match = _CAPTION_UNIT.search(caption)
        if match and (match[1] or is_unit(match["alone"])):
            return tuple(
                part for part in re.split(r"[、,/和;]", (match[1] or match["alone"]).strip()) if part
            )
    return ()


def period_of(text: str, anchor: date | None, year: int | None) -> Period | None:
    """The last period that a head or a title is of."""
    dated = _own_periods(text, anchor, year)
    return dated[-1].period if dated else None


def columns(
    cells: Sequence[str], units: Sequence[str], anchor: date | None, year: int | None
) -> tuple[Column, ...]:
    """The columns that a head row names, units of the unit line filled in."""
    level = next((unit for unit in units if unit not in _PERCENT), "")
    relative = next((unit for unit in units if unit in _PERCENT), "%")
    found: list[Column] = []
    for cell in cells:
        column = _column(plain(cell), anchor, year)
        if column.role == "value" and not column.unit:
            is_level = column.measure is Measure.LEVEL
            assumed = not is_level and relative not in units
            column = replace(column, unit=level if is_level else relative, assumed=assumed)
        if column.role == "value" and column.measure is not Measure.LEVEL and not column.name:
            before = next(
                (one for one in reversed(found) if one.measure is Measure.LEVEL and one.role == "value"), None
            )
            column = replace(column, name=before.name if before else "")
        found.append(column)
    # 单位 above names is what the rows are of: 单位|产值|增速.
    if found and found[0].role in ("value", "unit") and not any(one.role == "label" for one in found):
        found[0] = Column("label")
    return _with_times(found)


def _with_times(found: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, a growth behind each amount of a time of its own with that time: 3月|增长|1-3月|增长."""
    told = list(found)
    dated = [at for at, one in enumerate(found) if one.measure is Measure.LEVEL and one.period]
    behind = [found[at + 1] if at + 1 < len(found) else None for at in dated]
    pairs = all(one and one.measure is Measure.GROWTH and not one.period for one in behind)
    for at in dated if pairs and len(dated) > 1 else ():
        told[at + 1] = replace(told[at + 1], period=told[at].period)
    return tuple(told)


def _column(cell: str, anchor: date | None, year: int | None) -> Column:
    cell = dated_form(cell)
    # 比上年增长(%: the bracket is closed on the next line or nowhere.
    cell += ")" if cell.count("(") > cell.count(")") else ""
    # (含税) and (规上) are remarks; what they say belongs to the name.
    bare, unit = bracketed_unit(cell)
    bare = _OF_RESULT.sub("", bare)
    for role in ("unit", "order", "label"):
        if _is(role, bare):
            return Column(role)
    dated = _own_periods(bare, anchor, year)
    for one in reversed(dated):
        bare = bare[: one.start] + bare[one.end :]
    years_back = int(not dated and bool(_YEAR_BEFORE.search(bare)))
    bare = _YEAR_BEFORE.sub("", bare) if years_back else bare
    measure = _measure(cell)
    against = _AGAINST.search(cell)
    if measure is Measure.GROWTH:
        bare = re.sub(
            r"(?:比|较)?(?:上年|去年)?(?:同期|同月|同比)?(?:环比)?(?:±|增减|增长|增速|增幅|涨幅|升降)*(?:率|百分点|幅度)?[%±]*$",
            "",
            bare,
        )
    whole = (
        re.match(r"占(?P<whole>.*?)的?(?:比重|比例|份额|比)?$", bare) if measure is Measure.SHARE else None
    )
    if measure is not Measure.LEVEL and measure is not Measure.GROWTH:
        bare = re.sub(r"(?:占比|比重|构成|份额|位次|排名|名次|排位|贡献率)$", "", bare)
    bare = re.sub(r"[(]\s*[)]", "", bare)
    name = "" if _is("value", bare) or whole else _AMOUNT.sub("", bare).strip(" 、的")
    return Column(
        "value",
        name,
        unit,
        measure,
        against[0] if against else "",
        whole["whole"] if whole else "",
        dated[-1].period if dated else None,
        years_back,
    )


def _own_periods(text: str, anchor: date | None, year: int | None) -> list[Dated]:
    """The periods that a head or a title is of, not those that it compares with: 2024年 of 2024年比上年涨跌幅度."""
    return [
        one
        for one in periods(fold(text), anchor, year)
        if text[one.start - 1 : one.start] not in ("比", "较")
    ]


def _measure(cell: str) -> Measure:
    for kind in ("rank", "contribution", "share", "growth"):
        if re.search(clauses()["table"][kind], cell):
            return Measure(kind)
    return Measure.LEVEL


def _is(role: str, text: str) -> bool:
    return bool(_whole(role).fullmatch(text.replace(" ", "")))


@cache
def _whole(role: str) -> re.Pattern[str]:
    return compiled(clauses()["table"][role])


def is_change(cell: str) -> bool:
    """Whether a head says how much what stands beside it grew and no more: 比上年增长(%)."""
    column = _column(plain(cell), None, None)
    return column.measure is Measure.GROWTH and not column.name


def is_total(label: str) -> bool:
    """Whether a row sums up the table: 合计, 总计."""
    return _is("total", label)
