"""Head rows put together: two levels, a row of units, a row in English."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.compiled import compiled
from corpus.extraction.tables.head import Column, bracketed_unit, columns, is_unit

_HAN = compiled("[\u4e00-\u9fff]")
_LATIN = compiled("[A-Za-z]{3}")
# English words behind Chinese ones: 出口总额 Total Exports(亿美元).
_FOREIGN = compiled(
    r"(?<=[\u4e00-\u9fff)])\s*[A-Za-z][A-Za-z0-9 ,.'&/()%+:;*_-]{5,}?(?=$|\([^()]*[\u4e00-\u9fff])"
)
# The number of a table or of an item before its name: 2-1 人口数, (2)教育; 2-10岁 is a name.
_NUMBERED = compiled(
    r"^(?:\d{1,2}[-—－–]\d{1,2}\s*(?=[\u4e00-\u9fff])(?!岁|年(?!末|底|平均)|月|日|周|天|人[户家]|个|级|类)|[(]\d{1,2}[)](?=[\u4e00-\u9fff]))"
)
_MEASURED = compiled("^(?:总量|绝对数|绝对值|数值|金额|本期|累计)")
_LEAST_GROUPS = 2  # heads that each span as many columns
_FORMULA = compiled(r"[A-Z](?:=[A-Z](?:[-+][A-Z])*)?")
_REMARK = compiled(r"(?:\([^()]*\)|[*①-⑳])*")


def merged(heads: Sequence[Sequence[str]]) -> list[str]:
    """Head rows as one: 出口 over 总额 is 出口总额; units and English words are no part of the names."""
    heads = [row for row in heads if not _is_formula(row)]
    if not heads:
        return []
    heads = _measures_last(_spread(_carried(_filled(heads))))
    width = max(map(len, heads))
    rows = [row for row in heads if len(row) == width]
    spoken = [row for row in rows if not _is_foreign(row)] or rows
    rows = [_between_brackets(row) if _is_unit_row(row) else list(row) for row in spoken]
    return [_named([row[index] for row in rows]) for index in range(width)]


def _filled(heads: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Head rows that say only what those above leave empty put into them: two of 增长 below 区县|产值||税收||."""
    over = list(heads[0])
    for at, row in enumerate(heads[1:], 1):
        gaps = [index for index, cell in enumerate(over) if not cell.strip()]
        if not _LEAST_GROUPS <= len(row) == len(gaps) < len(over):
            return [over, *heads[at:]]
        for index, cell in zip(gaps, row, strict=True):
            over[index] = cell
    return [over]


def _carried(heads: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """A head that is written once over several columns put over each: 生产总值|| over 总量|增长, twice or of measures alone."""
    *over, last = heads
    below, found = last, [last]
    for row in reversed(over):
        below = _over(row, below) if len(row) == len(below) else row
        found.append(below)
    return found[::-1]


def _over(row: Sequence[str], below: Sequence[str]) -> list[str]:
    starts = [index for index in range(1, len(row)) if row[index].strip()]
    groups = list(zip(starts, [*starts[1:], len(row)], strict=False))
    repeated = Counter(tuple(map(without_unit, below[start:end])) for start, end in groups)
    measures = [not one.name and bool(said.strip()) for one, said in zip(_alone(below), below, strict=True)]
    carried = list(row)
    for start, end in groups:
        is_repeated = repeated[tuple(map(without_unit, below[start:end]))] > 1
        for index in range(start + 1, end):
            # With nothing below its first column that is the group's own: 债务限额|| over |一般债务|专项债务, twice.
            under = bool(below[start].strip()) and measures[index]
            if below[index].strip() and (is_repeated or under):
                carried[index] = row[start]
    return carried


def _alone(row: Sequence[str]) -> Sequence[Column]:
    """What each head would say by itself."""
    return columns(["", *row], (), None, None)[1:]


def without_unit(text: str) -> str:
    """A head without the unit in brackets behind it."""
    return bracketed_unit(text.strip())[0]


def _spread(heads: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Head rows printed without their spans made as wide as the table: 地区|总量|增长 over twice 生产总值|第一产业|第二产业."""
    over, *rest = heads
    below = rest[0] if len(rest) == 1 else ()
    groups = len(over) - 1
    if not below or groups < _LEAST_GROUPS or len(below) % groups or len(below) <= len(over):
        return list(heads)
    each = len(below) // groups
    if any(below[:each] != below[start : start + each] for start in range(each, len(below), each)):
        return list(heads)
    spread = [over[0], *(name for name in over[1:] for _ in range(each))]
    # 总量(亿元) over 第一产业 says only what is measured: 第一产业总量(亿元).
    measured = all(not _MEASURED.sub("", one.name) for one in columns(over, (), None, None)[1:])
    if not measured:
        return [spread, ["", *below]]
    return [["", *below], [_MEASURED.sub("", name) for name in spread]]


def _measures_last(heads: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Two head rows of which the upper one only says what is measured, in turn: 总量(亿元) over 第一产业 is 第一产业(亿元)."""
    if len(heads) != _LEAST_GROUPS or len(heads[0]) != len(heads[1]):
        return list(heads)
    over, below = heads
    said = [name for name, under in zip(over, below, strict=True) if name.strip() and under.strip()]
    alone = columns(["", *said], (), None, None)[1:]
    measured = all(one.period is None and not _MEASURED.sub("", one.name) for one in alone)
    if len(set(said)) < _LEAST_GROUPS or not measured:
        return list(heads)
    return [
        [under or name for name, under in zip(over, below, strict=True)],
        [_MEASURED.sub("", name) if under else "" for name, under in zip(over, below, strict=True)],
    ]


def without_foreign(text: str) -> str:
    """A name without the English that repeats it.

    >>> without_foreign("出口总额 Total Exports(亿美元)"), without_foreign("人均GDP")
    ('出口总额(亿美元)', '人均GDP')
    """
    return _FOREIGN.sub("", text)


def is_foreign_line(text: str) -> bool:
    """Whether a line without cells is English: the title once more."""
    return not re.search(r"[|｜\t]", text) and _is_foreign([text])


def is_remark(text: str) -> bool:
    """Whether what stands behind a year says something of it and nothing else: 2016年(快报数), "" too."""
    return bool(_REMARK.fullmatch(text))


def _is_foreign(row: Sequence[str]) -> bool:
    return not any(map(_HAN.search, row)) and any(map(_LATIN.search, row))


def _named(cells: Iterable[str]) -> str:
    """The names of all levels, the unit of any behind them: 进出口(亿元) over 出口 is 进出口出口(亿元)."""
    names: dict[str, None] = {}
    unit = ""
    said = [without_foreign(cell.strip()) for cell in cells]
    spoken = [cell for cell in said if not _is_foreign([cell])] if any(map(_HAN.search, said)) else said
    for cell in spoken:
        name, printed = bracketed_unit(cell)
        names[_NUMBERED.sub("", name)] = None
        unit = printed or unit
    return "".join(names) + (f"({unit})" if unit else "")


def _is_formula(row: Sequence[str]) -> bool:
    """Whether a head row says by letters how columns come of others: 公式|A=B+C|B|C."""
    said = [cell.strip() for cell in row[1:] if cell.strip()]
    return len(said) > 1 and all(map(_FORMULA.fullmatch, said))


def _is_unit_row(row: Sequence[str]) -> bool:
    """Whether a head row says the columns' units and nothing else."""
    said = [cell.strip() for cell in row if cell.strip()]
    return bool(said) and all(is_unit(cell) for cell in said)


def _between_brackets(row: Sequence[str]) -> list[str]:
    """The units as a head that names them: (亿元)."""
    return [f"({cell.strip()})" if cell.strip() else "" for cell in row]
