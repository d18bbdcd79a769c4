"""Growth that the printed levels do not give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.amounts.unit import same_family, shown
from corpus.checking.ground import Ground, data, is_level, is_state, one_value, percent, said
from corpus.checking.interval import Interval, is_exact, loose, rounded
from corpus.checking.remark import Remark
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace
from corpus.times.span import years_later

_ONE = Interval(Decimal(1), Decimal(1))
# Growth against the year before, as is meant where nothing is said.
_YEARLY = compiled(r"(?:同比|(?:[比较与同])?(?:上年|去年)(?:同期)?(?:末|底|年末|年底)?)?")
_SIDES = ("收入", "支出")
_FROM = compiled(r"[由从]")
_BESIDE = compiled(r"[,、(]?(?:比|较|与)?[^,。;、\d]{0,14}")


def growths(ground: Ground) -> Iterator[Remark]:
    """A remark for every growth, or change in points, that two printed levels of the same thing contradict."""
    for figure in ground.figures:
        if figure.measure not in (Measure.GROWTH, Measure.CHANGE):
            continue
        if figure.status is not Status.RESULT or not is_exact(figure.quantity):
            continue
        if (
            figure.measure is Measure.GROWTH
            and figure.quantity.printed_unit == "%"
            and _is_plain(ground, figure)
        ):
            yield from _growth(ground, figure)
        if figure.measure is Measure.CHANGE and figure.quantity.unit in ("个百分点", "百分点"):
            yield from _points(ground, figure)


def _is_plain(ground: Ground, figure: Figure) -> bool:
    """Whether growth is that of the printed values: no comparable prices, no mean, nothing adjusted."""
    rows = data()["comparable"]
    passage = ground.passages.get(figure.passage)
    around = (passage.text if passage else "") + figure.basis + figure.verb
    named = any(figure.indicator.endswith(word) or word in figure.name for word in rows["indicators"])
    return not named and not any(word in around for word in rows["words"])


def _growth(ground: Ground, growth: Figure) -> Iterator[Remark]:
    # Of 收入 and 支出 alone there are as many as budgets.
    rise = None if growth.name in _SIDES else _rise(ground, growth)
    if rise is None or rise.before.low <= 0 or growth.quantity.value < 0:
        return
    worked = (rounded(rise.now.quantity) / rise.before - _ONE).times(100)
    if growth.direction < 0:
        worked = Interval(-worked.high, -worked.low)
    if not worked.meets(loose(growth.quantity)):
        value = (rise.now.quantity.value / rise.base - 1) * 100 * growth.direction
        yield ground.remark(
            "growth",
            (growth, rise.now, rise.other),
            name=growth.name,
            now=said(rise.now),
            before=rise.words,
            worked=percent(value, growth.quantity.places),
            printed=said(growth),
        )


@dataclass(frozen=True)
class _Rise:
    """A level now, what it was before, and the figure that says so."""

    now: Figure
    before: Interval
    base: Decimal
    other: Figure
    words: str


def _rise(ground: Ground, growth: Figure) -> _Rise | None:
    """From a level and what it rose by (213.6亿元, 比年初增加14.9亿元, 增长7.5%), or from two levels."""
    change, now = _neighbours(ground, growth)
    if now is None:
        return None
    if change and change.direction > 0:
        base = now.quantity.value - change.quantity.value
        before = rounded(now.quantity) - rounded(change.quantity)
        return _Rise(now, before, base, change, f"增加的{said(change)}")
    start = None if change else _start(ground, now) or _year_before(ground, now, growth)
    return _Rise(now, rounded(start.quantity), start.quantity.value, start, said(start)) if start else None


def _neighbours(ground: Ground, growth: Figure) -> tuple[Figure | None, Figure | None]:
    """The increment directly before a growth and the level before that, of the same thing; the level may be alone."""
    near = ground.before(growth)[:2]
    if not near or near[0].name != growth.name or not is_exact(near[0].quantity):
        return None, None
    first = near[0]
    if not _BESIDE.fullmatch(ground.between(first, growth)):
        return None, None
    if is_level(first):
        return None, first
    second = near[1] if len(near) > 1 else None
    rises = first.measure is Measure.CHANGE and second is not None and second.name == growth.name
    # 比“十三五”541亿元增加294亿元: what it rose from is no level of now.
    rises = rises and second is not None and second.days == growth.days
    if rises and second and is_level(second) and first.quantity.unit == second.quantity.unit:
        return first, second
    return None, None


def _start(ground: Ground, now: Figure) -> Figure | None:
    """The level that a sentence starts from: 从86家增加到214家."""
    before = ground.before(now)
    start = before[0] if before else None
    if (
        start is None
        or not is_state(start)
        or start.name != now.name
        or start.quantity.unit != now.quantity.unit
    ):
        return None
    lead = ground.letter.text[max(0, start.quantity.start - 12) : start.quantity.start]
    moved = _FROM.search(lead) and re.search(r"[到至为]$", ground.between(start, now))
    return start if moved else None


def _year_before(ground: Ground, now: Figure, growth: Figure) -> Figure | None:
    """The same level a year earlier, where the growth is against it: a table's columns 2023年 and 2024年."""
    if now.period is None or not _YEARLY.fullmatch(growth.basis):
        return None
    first, last = years_later(now.period.first, -1), years_later(now.period.last, -1)
    earlier = replace(now, period=replace(now.period, first=first, last=last))
    same_unit = [
        one for one in ground.levels(now.name, earlier) if same_family(one.quantity.unit, now.quantity.unit)
    ]
    found = one_value(same_unit)
    return found if found and _is_plain(ground, found) else None


def _points(ground: Ground, change: Figure) -> Iterator[Remark]:
    """From two shares: 由18.5%提高到41.2%, 提高22.7个百分点."""
    before = ground.before(change)
    now = before[0] if before else None
    if (
        now is None
        or now.quantity.unit != "%"
        or now.name != change.name
        or not _BESIDE.fullmatch(ground.between(now, change))
    ):
        return
    start = _start(ground, now)
    if start is None:
        return
    worked = rounded(now.quantity) - rounded(start.quantity)
    size = Interval(min(abs(worked.low), abs(worked.high)), max(abs(worked.low), abs(worked.high)))
    if not size.meets(loose(change.quantity)):
        yield ground.remark(
            "points",
            (change, now, start),
            name=change.name,
            before=said(start),
            now=said(now),
            worked=shown(abs(now.quantity.value - start.quantity.value)),
            printed=said(change),
        )
