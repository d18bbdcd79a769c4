"""Totals that their parts miss by more than rounding: 66所 are not 43, 18 and 7."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import permutations
from typing import Any

from corpus.amounts.unit import same_family, shown
from corpus.checking.ground import Ground, data, is_level, one_value, said
from corpus.checking.interval import Interval, is_exact, rounded, total, ulp
from corpus.checking.remark import Remark
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.place import contains

# Between a total and its first part, and between parts, stand only names.
_FIRST = compiled(r"[,。;(]?(?:[^,。;]{0,6},)?其中:?[^,。;:()\d]{1,16}|\((?:其中:?)?[^,。;:()\d]{1,16}")
_NEXT = compiled(r"(?:\([^()]{0,12}\))?(?:、|和|及|以及)[^,。;:()\d]{1,16}")
_NAMED = compiled(r"(?P<names>.+?、.+?)(?:等)?(?:[两二三四五六七八九十]|\d+)(?:大|个)\w*")
# Two parts may overlap (上市公司, 高新技术企业); many that come close to their total do not.
_RELATIVE = ("%", "‰")
_LEAST_PARTS = 3
_NEAR = Decimal("1.15")
_LONG_LIST = 5
_MISSING = Decimal("0.05")
_HUNDRED = Interval(Decimal(100), Decimal(100))


def totals(ground: Ground) -> Iterator[Remark]:
    """A remark for every total that is not the sum of parts which are known to be all of it, or which exceed it."""
    for figure in ground.figures:
        if figure.measure is Measure.RATIO:
            yield from _ratio(ground, figure)
        if not is_level(figure) or figure.quantity.unit in _RELATIVE:
            continue
        among = _among(ground, figure)
        whole_list = among and (_exceeds(figure, among) or _lists_all(figure, among))
        for parts in (among if whole_list else (), _natural(ground, figure), _named(ground, figure)):
            if parts and not _adds_up(figure, parts):
                yield sum_remark(ground, figure, parts)
                break


def _ratio(ground: Ground, figure: Figure) -> Iterator[Remark]:
    """三次产业结构 is of a hundred."""
    parts = figure.quantity.parts
    if len(parts) < _LEAST_PARTS or not any(part != part.to_integral_value() for part in parts):
        return
    worked, slack = sum(parts, Decimal(0)), ulp(figure.quantity) * len(parts) / 2
    near = abs(worked - 100) <= 10
    if near and not Interval(worked - slack, worked + slack).meets(_HUNDRED):
        yield ground.remark(
            "ratio", (figure,), name=figure.name, printed=figure.quantity.raw, worked=shown(worked)
        )


def _among(ground: Ground, whole: Figure) -> tuple[Figure, ...]:
    """The list of parts right behind a total: 其中小学43所、初中18所."""
    parts: list[Figure] = []
    before = whole
    for figure in ground.beside(whole):
        if figure.quantity.start <= whole.quantity.start:
            continue
        joint = _NEXT if parts else _FIRST
        if not _is_part(figure, whole) or not joint.fullmatch(ground.between(before, figure)):
            break
        parts.append(figure)
        before = figure
    return tuple(parts)


def _is_part(figure: Figure, whole: Figure) -> bool:
    # 小学43、初中18、高中9所: a part may leave its unit to the last one.
    alike = figure.quantity.unit == whole.quantity.unit or not figure.quantity.printed_unit
    same = alike and figure.measure is Measure.LEVEL
    return same and is_exact(figure.quantity) and figure.quantity.value < whole.quantity.value


def _exceeds(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts are more than their total, and so near to it, or of such kinds, that they do not overlap."""
    more = whole.quantity.value < _sum(parts)
    near = len(parts) >= _LEAST_PARTS and _sum(parts) <= whole.quantity.value * _NEAR
    return more and (near or (len(parts) > 1 and _apart(parts)))


def _apart(parts: Sequence[Figure]) -> bool:
    """Whether parts never have anything in common: kinds of schools, of roads, places."""
    names = [re.sub(r"^(?:建成|新增|新建|其中)", "", part.subject or part.name) for part in parts]
    if len(set(names)) < len(parts):
        placed = {part.place for part in parts}
        return (
            len(set(names)) == 1
            and len(placed) == len(parts)
            and not any(contains(one, other) for one, other in permutations(placed, 2))
        )
    return any(all(re.fullmatch(kinds, name) for name in names) for kinds in data()["exclusive"]["names"])


def _lists_all(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a long list is meant to be all: it names groups smaller than what would be missing."""
    missing = whole.quantity.value - _sum(parts)
    long_enough = len(parts) >= _LONG_LIST and missing <= whole.quantity.value * _MISSING
    return long_enough and missing > 2 * min(part.quantity.value for part in parts)


def _sum(parts: Sequence[Figure]) -> Decimal:
    return sum((part.quantity.value for part in parts), Decimal(0))


def _natural(ground: Ground, whole: Figure) -> tuple[Figure, ...]:
    """Parts that are all there is of a whole by what they are: 出口 and 进口 of 进出口."""
    name = ground.bare(whole.name)
    row = _partition(name) if _divided().fullmatch(name) else None
    if row is None:
        return ()
    parts = _found(ground, whole, row["parts"])
    return () if any(_has_own_whole(ground, part, whole, row["whole"]) for part in parts) else parts


@cache
def _divided() -> re.Pattern[str]:
    """The names of all wholes whose parts are known."""
    return compiled("|".join(f"(?:{row['whole']})" for row in data()["partition"]))


def _partition(name: str) -> dict[str, Any] | None:
    """The row of corpus/data/remarks.toml that tells the parts of a whole by its name."""
    return next((row for row in data()["partition"] if re.fullmatch(row["whole"], name)), None)


def _has_own_whole(ground: Ground, part: Figure, whole: Figure, pattern: str) -> bool:
    """Whether the sentences of a part name another whole that it is of: that of the city, and not of its own budget."""
    if part.passage == whole.passage:
        return False
    around = (one for one in ground.figures if one.id != whole.id and ground.near(one, part))
    near = ground.beside(part) if ground.near(part, whole) else around
    return any(
        one.id != whole.id and is_level(one) and re.fullmatch(pattern, ground.bare(one.name)) for one in near
    )


def _named(ground: Ground, whole: Figure) -> tuple[Figure, ...]:
    """Parts that the total itself names: 智能装备、集成电路、生物医药、新能源四大产业."""
    match = _NAMED.fullmatch(whole.subject)
    if not match or not whole.indicator:
        return ()
    names = re.split("、|和|及", match["names"])
    indicator = re.escape(whole.indicator)
    return _found(ground, whole, [rf"{re.escape(name)}(?:产业|行业|业)?{indicator}" for name in names])


def _found(ground: Ground, whole: Figure, patterns: Sequence[str]) -> tuple[Figure, ...]:
    """One figure for each pattern; none if one is missing or given with different values."""
    parts = []
    for pattern in patterns:
        levels = ground.called(pattern, whole)
        part = one_value(
            figure for figure in levels if same_family(figure.quantity.unit, whole.quantity.unit)
        )
        if part is None or part.id == whole.id:
            return ()
        parts.append(part)
    return tuple(parts)


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    return total(rounded(part.quantity) for part in parts).meets(rounded(whole.quantity))


def sum_remark(ground: Ground, whole: Figure, parts: Sequence[Figure]) -> Remark:
    """The remark that the parts add up to something else."""
    worked = _sum(parts) / whole.quantity.scale
    return ground.remark(
        "total",
        (whole, *parts),
        name=whole.name,
        parts="、".join(said(part) for part in parts),
        worked=f"{shown(worked)}{whole.quantity.printed_unit}",
        printed=said(whole),
    )
