"""What a sentence measures several things by and names only once."""

from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.draft import last, level_in
from corpus.extraction.names import around
from corpus.extraction.phrase import Phrase, joined, named
from corpus.runtime.replace import replace

# Parts of an economy; 商品零售 beside 餐饮收入 is none.
_WHO = compiled(r"(?:城镇|乡村|农村|城市|[业类区县市州镇乡户资]|企业|经济|部门|单位|公司)$")
_WHERE = ("城镇", "乡村", "农村", "城市")
_TOTALS = ("总计", "合计", "共计")
_BUDGETS = ("预算", "基金", "经营", "财政")
_TITLE = compiled("(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算")
_SIDES = ("收入", "支出")


def of_budget(context: Context, given: Phrase, clause: Clause) -> Phrase | None:
    """支出 after 一般公共预算收入 is of the same budget; 支出总计 is another amount."""
    total = next((word for word in _TOTALS if clause.said.verb.startswith(word)), "")
    if total and given.name.endswith(_SIDES) and (given.name in _SIDES or total == _TOTALS[0]):
        return named(given.name + total, given.place)
    if given.name not in _SIDES:
        return None
    paragraph = context.marked.passage.paragraph
    near = [draft for draft in context.setting.earlier[-6:] if draft.passage.paragraph == paragraph]
    unit = clause.slot.mention.quantity.unit
    before = last(context.found) or level_in(near, unit, context.marked.passage, 0) or last(near)
    side = next((side for side in _SIDES if before and before.phrase.name.endswith(side)), "")
    budget = before.phrase.name.removesuffix(side) if before and side else ""
    if not budget and (titled := _titled(context)):
        return replace(named(titled + given.name), place=given.place)
    place = given.place or (before.phrase.place if before else "")
    return replace(named(budget + given.name), place=place) if budget.endswith(_BUDGETS) else None


def _titled(context: Context) -> str:
    """The budget that the title right above names, whose 支出 an unnamed one is."""
    title = context.setting.titles[-1] if context.setting.titles else ""
    match = _TITLE.search(title)
    return match[0] if match else ""


def divided(context: Context, given: Phrase, clause: Clause) -> Phrase | None:
    """分门类看,采矿业利润总额6亿元;制造业2亿元: a part that its sentence measures by what it names once."""
    if given.indicator or clause.said.verb or clause.said.moves or not around.division(context, clause):
        return None
    unit, found = clause.slot.mention.quantity.unit, context.found
    level = level_in(found, unit, context.marked.passage, clause.slot.part)
    measured = units().get(unit)
    if level is None or not level.phrase.indicator or measured is None:
        return None
    if not level.phrase.subject and given.name not in _WHERE:
        return None
    indicator = level.phrase.indicator
    if measured.family in ("", "people", "share") or not _WHO.search(given.name):
        return None
    return Phrase(given.place, given.name, indicator, joined(given.name, indicator))
