"""Continued: the draft before whose name a clause without one goes on with."""

from collections.abc import Sequence
from decimal import Decimal

from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.draft import Draft, last, level_in
from corpus.extraction.marked import BREAKS
from corpus.extraction.names import beside, counting
from corpus.extraction.names.cut import is_times
from corpus.extraction.terms import budget, mood
from corpus.figure import Measure

SPENT = compiled(r"^(?:都|全部|主要)?(?:用于|投向)")
SUMS = compiled("累计|共计|合计|总计")
# What may stand behind an amount that says no more: a break, or how it ranks.
_ENDED = compiled(rf"[{''.join(BREAKS)}、]|$|位?居|排|为最")
_TASK = compiled(r"(?:全?年度?|年初|考核|计划|预期|总)*(?:任务|目标|计划|指标)数?")
_SPENDS = compiled("财政(?:已|共|累计|共计|总计|合计)*(?:投入|安排|下达|拨付|统筹|筹措|筹集)")
# 优势行业继续发挥重要支撑作用, 制造业企业的贡献显著
_SUPPORTS = compiled("[\u4e00-\u9fff]{2}(?:作用|贡献|支撑|带动|拉动|优势|引领|主导)[\u4e00-\u9fff]{0,6}$")
BREAK = compiled("[,;:。]")
_SIZES = ("area", "length", "mass", "energy", "volume")
_COMING = ("至", "到")
_TERRITORY = compiled("[村镇乡县组屯寨]$|社区$|街道$|村委会$")


def source(context: Context, clause: Clause) -> Draft | None:
    """The draft whose name a clause without one continues."""
    said, slot, found = clause.said, clause.slot, context.found
    passage, unit = context.marked.passage, slot.mention.quantity.unit
    if _goes_right_on(context, clause):
        return found[-1]
    if mood.is_goal(context.marked.text[slot.mention.end :]):
        return last(found)
    near = [draft for draft in context.setting.earlier[-12:] if draft.passage.paragraph == passage.paragraph]
    counts = said.measure is None or (said.measure is Measure.CHANGE and unit != "个百分点")
    if clause.phrase.aspect or not counts:
        return last(found) or (None if _tells_of_others(context, clause) else last(near))
    if said.measure is Measure.CHANGE and found and found[-1].part == slot.part and not found[-1].aside:
        # 房产税增收5万元,减收2万元: of what the clause before is, whatever the unit of an amount further back.
        return found[-1]
    words = context.marked.masked[clause.own : slot.mention.start]
    if slot.follows and _lives_in(found[-1], clause):
        return None
    # 税收跨越三个台阶,从5亿元增至9亿元: what begins a part of the sentence is no amount of the one before.
    # 路基扩建88公里;硬化工程62个项目,全长171公里: nor is what goes on from what the part names.
    own = [draft for draft in found if draft.part == slot.part]
    own = own if said.moves == "from" or _is_apart(context, own) else []
    here = (
        _whole(context, clause, unit)
        or level_in(own or found, unit, passage, slot.part)
        or alike(own or found, unit)
    )
    ends = _ENDED.match(context.marked.masked[slot.mention.end :])
    said_so = ends and (said.verb or clause.phrase.place or words)
    return here or (level_in(near, unit, passage, slot.part) if said_so else None)


def _is_apart(context: Context, part: Sequence[Draft]) -> bool:
    """Whether a part of a sentence names what its amounts are of, and is no member of a 其中."""
    return any(not draft.goes_on for draft in part) and "其中" not in context.marked.text


def _tells_of_others(context: Context, clause: Clause) -> bool:
    """Whether the sentence begins with a clause that says itself whose its amounts are: 金融业等行业支撑有力,贡献率为59%."""
    pieces = BREAK.split(context.marked.masked[: clause.own])[:-1]
    return any(_SUPPORTS.search(piece) for piece in pieces)


def _goes_right_on(context: Context, clause: Clause) -> bool:
    """Whether an amount is of what the one right before it is of."""
    said, found = clause.said, context.found
    if said.measure is Measure.SHARE and _is_of_whole(clause, found):
        return True
    to = said.moves == "to" and bool(found) and found[-1].predicate.moves == "from"
    # 路面改造7条43.94公里: two amounts of one thing.
    beside = bool(found) and counting.is_beside(context, clause.slot)
    return (
        to
        or (bool(found) and _comes_to(context, clause))
        or _reaches(clause, found)
        or (beside and not _lives_in(found[-1], clause))
    )


def _comes_to(context: Context, clause: Clause) -> bool:
    """Whether an amount is what the one right before it came to: 参与率提高1.2个百分点至64.5%."""
    before, slot = context.found[-1], clause.slot
    moved = before.measure in (Measure.CHANGE, Measure.GROWTH) and not before.aside
    between = context.marked.text[before.mention.end : slot.mention.start]
    return moved and between in _COMING


def alike(found: Sequence[Draft], unit: str) -> Draft | None:
    """The last draft that an amount in a unit may go on from: 完成65条 is of no 投资4.7亿元."""
    before = last(found)
    sums = before is not None and before.mention.quantity.unit.endswith("元")
    family = units()[unit].family if unit in units() else None
    if unit.endswith("元") and before is not None and _counts(before) and not is_times(before):
        # 用于6所学校建设,50万元用于…: a sum is of nothing counted.
        return None
    known = units().get(before.mention.quantity.unit) if before and before.is_level else None
    if known and known.family in _SIZES and (family in ("", "people") or unit.endswith("元")):
        # 建筑面积190万平方米,涉及389栋楼: a size has no houses.
        return None
    # 用于12个村,共计2.27万人: people are no villages.
    lives_in = before is not None and _is_of_none(unit) and bool(_TERRITORY.search(before.phrase.name))
    return None if (sums and family in ("", "people")) or lives_in else before


def _counts(draft: Draft) -> bool:
    """Whether a draft counts things or people: 6所学校."""
    unit = units().get(draft.mention.quantity.unit)
    return unit is not None and unit.family in ("", "people") and not draft.phrase.indicator


def _lives_in(before: Draft, clause: Clause) -> bool:
    """Whether an amount is of people, households or roads and no village told before: 111个村1.05万户."""
    return _is_of_none(clause.slot.mention.quantity.unit) and bool(_TERRITORY.search(before.phrase.name))


def _is_of_none(unit: str) -> bool:
    return unit == "户" or (unit in units() and units()[unit].family in ("people", "length"))


def _reaches(clause: Clause, found: Sequence[Draft]) -> bool:
    """Whether an amount is what the growth right before it comes to: 投资增长10%,达到110.7亿元."""
    grown = found and found[-1].measure is Measure.GROWTH and not found[-1].aside
    if not grown or found[-1].part != clause.slot.part:
        return False
    unit = clause.slot.mention.quantity.unit
    level = any(
        one.part == clause.slot.part and one.is_level and one.mention.quantity.unit == unit for one in found
    )
    # 收入年均增长27%,2011年完成28亿元: the first level of the part.
    first = not level and clause.said.verb.endswith(("完成", "实现")) and unit.endswith("元")
    return clause.said.verb in ("达", "达到") or first


def _whole(context: Context, clause: Clause, unit: str) -> Draft | None:
    """The whole that was divided by a 其中, where the clause tells what was done of what the parts plan."""
    parts = [draft for draft in context.found if draft.part == clause.slot.part and not draft.aside]
    own = mood.own_mood(context.marked.text[clause.slot.lead : clause.slot.mention.start])
    if not parts or not parts[-1].inner or own is None or own is parts[-1].status:
        return None
    whole = [draft for draft in parts if draft.is_level and not draft.inner]
    return next((draft for draft in reversed(whole) if draft.mention.quantity.unit == unit), None)


def _is_of_whole(clause: Clause, found: Sequence[Draft]) -> bool:
    """Whether a share that goes on from no clause is of what its whole names: 完成新开工20个目标的45%."""
    inside = bool(found) and last(found) is None and found[-1].mention.start >= clause.own
    return inside and not _TASK.fullmatch(found[-1].phrase.name)


def is_apart(context: Context, clause: Clause, source: Draft) -> bool:
    """Whether an amount is of nothing told before: another sum's use, what was done of a task, the sum of several."""
    words = context.marked.text[clause.own : clause.slot.mention.start]
    behind = context.marked.masked[clause.slot.mention.end :]
    # What one sum was for is not what the next one is for.
    spends = clause.said.verb in beside.SPENDS and not budget.is_task(clause.phrase)
    if spends and (SPENT.match(behind) or beside.FOR_WHAT.match(source.phrase.name)):
        return True
    # 财政支出八成用于民生,省级财政累计投入9亿元: of who spends, and of nothing told before.
    if _SPENDS.search(words) and not source.phrase.name.endswith(("资金", "投入")):
        return True
    # 下达任务指标500户,已完成320户
    if budget.is_task(source.phrase) and mood.own_mood(words) is not source.status:
        return True
    # 青石路0.5公里,河湾路1.2公里,共计1.7公里: of both.
    return bool(SUMS.search(words)) and _is_total(context, clause)


def _is_total(context: Context, clause: Clause) -> bool:
    """Whether an amount is the sum of several named apart right before it."""
    quantity, total, names = clause.slot.mention.quantity, Decimal(0), set[str]()
    for draft in reversed(context.found):
        if not draft.is_level or draft.mention.quantity.unit != quantity.unit:
            break
        total += draft.mention.quantity.value
        names.add(draft.phrase.name)
        if total >= quantity.value:
            break
    return total == quantity.value and len(names) > 1
