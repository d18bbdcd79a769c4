"""The value before a printed change or growth: at the time that it is against, or 原来."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.matching.timefit import period_fit
from bot.operations.arithmetic.reckon import base, before_change, rate_before, step_of
from bot.operations.arithmetic.worked import worked
from bot.operations.figures.implied.moves import move
from bot.operations.figures.lookup import answered
from bot.phrasing.headline import FALLS
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, RATES, Question
from bot.understanding.times import month_end_in
from corpus.amounts.numeral import parse
from corpus.amounts.unit import same_family, units
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace
from corpus.texts.text import fold
from corpus.times.period import Period, periods

# Only asked so, of just the time a year before: an explicit year is a figure that the letter does not have.
_SAME_TIME = compiled(r"同期|^去年|^上年")
# Growth of value added is at constant prices; its base cannot be had from the printed value.
_REAL = compiled(r"生产总值|增加值")
_YEARLY = compiled(r"(?:同比|[比较与]?(?:上年|去年)(?:同期|同月)?)?")
_YEARS_AGO = compiled(r"([一二两三四五六七八九十]|\d{1,2})年前")
_AGAINST = compiled(r"^(?:比|较|与|跟|同|在)|(?:相比|基础上)$")
# What says that a value is to be worked out, and is no figure that the letter should have.
WORKED_BACK = "倒算"
_RECKON = compiled("倒算|倒推|反推|推算|推一下|算下来")
_WAY = compiled("[照按倒推算反]+")
_YEAR_AGO = compiled("上一?年|去年|前一年|头年")
_IN_POINTS = frozenset({"%", "‰"})
# 年底 alone is the one to come, and not the one that a change is against.
_COMING = compiled(r"(?:到|至)?年[底末内]")
_YEAR_BEFORE = "上年同期"
_OF_A_FALL = ("收窄", "扩大")


@dataclass(frozen=True)
class _Told:
    """What a letter says of one thing: its levels and shares, how it grew, how it or its growth changed."""

    levels: tuple[Figure, ...]
    growths: tuple[Figure, ...]
    multiples: tuple[Figure, ...]
    changes: tuple[Figure, ...]

    def of(self, measure: Measure) -> "_Told":
        """The same with the levels or the shares alone."""
        return replace(self, levels=tuple(one for one in self.levels if one.measure is measure))

    def level(self, beside: Figure) -> Figure | None:
        """The level nearest to a change or growth in its sentence: that is what changed."""
        near = [one for one in self.levels if one.passage == beside.passage and _moves(beside, one)]
        return min(near, key=lambda one: abs(one.quantity.start - beside.quantity.start), default=None)


def _moves(change: Figure, level: Figure) -> bool:
    """Whether a change may be of a level: points of a rate, an amount of one in units that go together."""
    if change.measure is not Measure.CHANGE:
        return True
    if change.quantity.unit in units() and units()[change.quantity.unit].family == "points":
        return level.quantity.unit in _IN_POINTS
    return same_family(change.quantity.unit, level.quantity.unit)


def earlier(question: Question, retriever: Retriever) -> Reply | None:
    """The value before a change or growth that is printed, where just that earlier time is asked for."""
    query = queries(question)[0]
    if query.period is None or not query.runs or _COMING.fullmatch(query.period.raw):
        return None
    if _RECKON.search(question.text):
        runs = tuple(run for run in query.runs if not _WAY.fullmatch(run.words))
        # 上一年末 is the year before the letter's, whenever it is asked.
        then = None if _YEAR_AGO.match(query.period.raw) else replace(query.period, raw=_YEAR_BEFORE)
        query = replace(query, runs=runs, period=then, literals=())
    return _worked_back(replace(query, soft=()), retriever)


def before(question: Question, retriever: Retriever) -> Reply | None:
    """原来多少: where a movement began as printed, else worked out of what it became and by how much it changed."""
    query = queries(question)[0]
    if not query.runs or query.period:
        return None
    plain = replace(query, measure=None, amount=False, soft=())
    begun = move(replace(plain, asked=NOTHING), retriever)
    if begun:
        said = retriever.stated(begun[0])
        return answered(told([said]), [said])
    return _worked_back(plain, retriever)


def stepped(question: Question, retriever: Retriever) -> Reply | None:
    """How much more or less than a year before, in units, out of a level and its growth: 3.3亿元,下降5.7%."""
    query = queries(question)[0]
    if question.measures != {Measure.CHANGE} or question.asked.kind in RATES or len(question.pieces) != 1:
        return None
    return step_since(replace(query, measure=Measure.LEVEL, amount=False, soft=()), retriever)


def step_since(query: Query, retriever: Retriever) -> Reply | None:
    """What a level gained or lost by the growth against the year before that is printed with it; None where its change is."""
    finding = retriever.finding(query)
    if not finding.met:
        return None
    said = _told([card.figure for card in retriever.family(finding.matches[0].card)])
    growth = next((one for one in said.growths if _YEARLY.fullmatch(one.basis)), None)
    level = said.of(Measure.LEVEL).level(growth) if growth else None
    if level is None or growth is None or _at_fixed_prices(level, growth, retriever):
        return None
    if any(
        _YEARLY.fullmatch(one.basis) and same_family(one.quantity.unit, level.quantity.unit)
        for one in said.changes
    ):
        return None
    working = step_of(level, growth)
    way = "reckon.changed_more" if growth.direction > 0 else "reckon.changed_less"
    return worked(way, working, retriever) if working.value else None


def _worked_back(query: Query, retriever: Retriever) -> Reply | None:
    finding = retriever.finding(
        replace(query, period=None, measure=None, asked=NOTHING, amount=False, terms="")
    )
    if not finding.met:
        return None
    said = _told([card.figure for card in retriever.family(finding.matches[0].card)])
    wants_rate = query.measure is Measure.GROWTH or query.asked.kind in RATES
    rate = any(one.quantity.unit in _IN_POINTS for one in said.levels if one.measure is Measure.LEVEL)
    if said.growths and not rate and (wants_rate or not said.levels):
        return _rate_before(query, said.growths[0], said.changes, retriever)
    return _level_before(
        query, said.of(Measure.SHARE if query.measure is Measure.SHARE else Measure.LEVEL), retriever
    )


def _level_before(query: Query, said: _Told, retriever: Retriever) -> Reply | None:
    """The level before it changed, out of a change in its own kind of unit, or of a growth."""
    for change in said.changes:
        level = said.level(change)
        if (
            level
            and level.signed >= 0
            and _goes_with(change, level)
            and _is_kind(query, level, retriever)
            and not change.aspect
            and is_against(query.period, change, level)
        ):
            return worked("reckon.before", before_change(level, change), retriever)
    for growth in (*said.growths, *said.multiples):
        level = said.level(growth)
        if (
            level is None
            or not _is_kind(query, level, retriever)
            or _at_fixed_prices(level, growth, retriever)
        ):
            continue
        if _may_go_back(query.period, growth, level):
            name = "reckon.base" if query.period and _YEARLY.fullmatch(growth.basis) else "reckon.before"
            return worked(name, base(level, growth), retriever)
    return None


def _goes_with(change: Figure, level: Figure) -> bool:
    """Whether a change is one of a level: points of a rate, else of the level's own unit."""
    if change.quantity.unit in {"个百分点", "百分点", "个基点", "基点", "个千分点", "千分点"}:
        return level.quantity.unit in {"%", "‰"}
    return change.quantity.unit == level.quantity.unit


def _is_kind(query: Query, level: Figure, retriever: Retriever) -> bool:
    """Whether a level is of the kind of quantity that is asked for, if one is."""
    kind = retriever.lexicon.kind(level.quantity.unit)
    return not query.asked.kind or query.asked.kind == kind


def _told(family: Sequence[Figure]) -> _Told:
    levels, growths, multiples, changes = (
        tuple(one for one in family if one.measure in measures)
        for measures in (
            {Measure.LEVEL, Measure.SHARE},
            {Measure.GROWTH},
            {Measure.MULTIPLE},
            {Measure.CHANGE},
        )
    )
    return _Told(levels, growths, multiples, changes)


def _rate_before(
    query: Query, growth: Figure, changes: Sequence[Figure], retriever: Retriever
) -> Reply | None:
    """The growth before the one printed: 增长6.1%,增速比上年提高2.4个百分点 was 3.7%."""
    for change in changes:
        of_fall = change.aspect in FALLS or (growth.direction < 0 and change.verb in _OF_A_FALL)
        fits = change.quantity.unit == "个百分点" and growth.quantity.unit == "%"
        if fits and (growth.direction < 0 or not of_fall) and is_against(query.period, change, growth):
            working = rate_before(growth, change, of_fall=of_fall)
            fell = (working.value > 0) is of_fall
            return worked("reckon.rate_down" if fell else "reckon.rate_up", working, retriever)
    return None


def is_against(asked: Period | None, change: Figure, now: Figure) -> bool:
    """Whether a change is against the time asked for; any is, where only 原来 is asked."""
    if asked is None:
        return True
    then = _then(change, now)
    return then is not None and (period_fit(asked, then) > 0 or _turn_of_year(asked, then))


def _then(change: Figure, now: Figure) -> Period | None:
    """The time that a change of a figure is against, as its basis says: 比上月末, 比年初, 比一季度, 较五年前."""
    if now.period is None:
        return None
    if _YEARLY.fullmatch(change.basis):
        return _year_before(now.period)
    basis = _AGAINST.sub("", change.basis)
    ago = _YEARS_AGO.search(basis)
    if ago:
        year = now.period.last.year - int(parse(ago[1]))
        return Period(date(year, 1, 1), date(year, 12, 31), basis)
    found = periods(fold(basis), now.period.last, now.period.last.year, now.period)
    return found[0].period if len(found) == 1 else None


def _year_before(now: Period) -> Period:
    first, last = (month_end_in(day, day.year - 1) for day in (now.first, now.last))
    return replace(now, first=first, last=last, raw=_YEAR_BEFORE)


def _turn_of_year(asked: Period, then: Period) -> bool:
    """Whether one is the end of a year and the other the beginning of the next: 年初余额 is that of 上年末."""
    ends = {one.last + timedelta(days=1) if one.last.month == 12 else one.last for one in (asked, then)}
    return asked.is_point and then.is_point and len(ends) == 1 and min(ends).month == min(ends).day == 1


def _may_go_back(asked: Period | None, growth: Figure, level: Figure) -> bool:
    """Whether the value that a growth started from is asked for, and no figure that the letter should have."""
    if asked is None:
        return True
    if not _YEARLY.fullmatch(growth.basis):
        return is_against(asked, growth, level)
    now = level.period
    if now is None or not _SAME_TIME.search(asked.raw):
        return False
    then = _year_before(now)
    # 去年同期 of what stands at the end of June is the end of June.
    return asked.last == then.last and (then.is_point or asked.first == then.first)


def _at_fixed_prices(level: Figure, growth: Figure, retriever: Retriever) -> bool:
    real = bool(growth.terms) and growth.terms != "名义"
    return real or bool(_REAL.search(level.name)) or "可比价" in retriever.passage_of(level).text
