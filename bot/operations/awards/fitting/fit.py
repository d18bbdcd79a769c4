"""How a person's amount stands to a rule: what of it measures the amount, and whether the amount lies in its tier."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.operations.awards.asked import spoken
from corpus.amounts.quantity import Quantity
from corpus.amounts.unit import same_family
from corpus.compiled import compiled
from corpus.rule.placed import is_money
from corpus.rule.rule import Condition, Rule, Sort
from corpus.texts.text import pairs, plain

# People are counted with any of these.
_PEOPLE = frozenset({"人", "名", "个", "位", "个人"})
# What is paid is no part of what is earned or invested, whatever words both have: 出口信用保险费 of 出口额.
_PAID = compiled(r"(?:费用?|租金|利息|支出|税)$")
# A rate of these is of nothing that a person would name as the own amount.
_NO_BASE = compiled(r"率|标准|差额|(?:[超增]|高于|多出|以上)[^,]{0,6}部分$|余额")
# One of these says by itself what is measured: 售价, 价格.
_TELLING = frozenset("价租薪息")
_AGES = frozenset({"岁", "周岁"})
_DEGREES = ("大专", "本科", "硕士", "博士")
_OVER = compiled("^超(?:[过出]的?部分|[出过]?额|额部分)$")
_PER = compiled(
    r"(?:每|(?<![十百千万\d第])一)(?P<unit>度|千瓦时|千瓦|亩|平方米|平米|吨|公里|头|辆|台套?|户|个)(?![人月])"
)
_GROWTH = compiled("同比|增长|净增|增量|增幅|环比")
# 营业额 and 其营业额 are one.
_ITS = compiled("^(?:其|该|实际|当年|年度|本?年)+")
# A kilowatt-hour in daily words.
_SAID = {"度": "千瓦时", "平": "平方米", "平米": "平方米", "方": "平方米"}
# What is measured is named by more characters.
_NAMED = 2
_TOLD = compiled("利息|租|保费|保险费|税|贡献|留成|工资|薪|担保费|手续费")
_COMMON = frozenset("额年度的金实际费项目总新当为按单企业产生经营区县市级")


def alike(one: str, two: str) -> bool:
    """Whether amounts with both units can be compared; an amount without a unit (8个亿) goes with money.

    >>> alike("", "元"), alike("", "亩"), alike("人", "名"), alike("元", "美元")
    (True, False, True, False)
    """
    one, two = _SAID.get(one, one), _SAID.get(two, two)
    if not one or not two:
        return is_money(one or two or "元")
    return same_family(one, two) or {one, two} <= _PEOPLE


def measures(rule: Rule, amount: Quantity) -> bool:
    """Whether a rule measures such an amount: as its condition, its step, its unit, or what its rate is of."""
    ends = [end for one in rule.conditions for end in (one.low, one.high) if end and end.unit not in _AGES]
    if any(alike(amount.unit, end.unit) for end in ends):
        return True
    if rule.step and alike(amount.unit, rule.step.unit):
        return True
    if rule.sort is Sort.EACH and counted_by(rule, amount):
        return True
    return rule.sort is Sort.RATE and bool(rule.base) and alike(amount.unit, "元") and amount.unit != "%"


def of_growth(rule: Rule) -> bool:
    """Whether a condition of a rule is by how much something grew (年产值同比增长超过1000万元), no rate of growth."""
    ends = [(one.of, one.low or one.high) for one in rule.conditions]
    return any(end and end.unit != "%" and _GROWTH.search(of) for of, end in ends)


def counted_by(rule: Rule, amount: Quantity) -> bool:
    """Whether an award is given for each of what the amount counts: 200亩 for 每亩, 2个展位 for 每个标准展位."""
    each, unit = rule.each, _SAID.get(amount.unit, amount.unit)
    if not each or unit == "%":
        return False
    return bool(unit) and (each.startswith(unit) or {each, unit} <= _PEOPLE)


def per_unit(words: str) -> str:
    """The unit that a question asks an award for each of: 度 of 一度电奖多少, "" where it names none."""
    match = _PER.search(words)
    return _SAID.get(match["unit"], match["unit"]) if match else ""


def is_per(rule: Rule, unit: str) -> bool:
    """Whether a rule that is for each of something is for each of this unit; any where none is asked for."""
    return not unit or not rule.each or rule.each.startswith(unit) or alike(unit, rule.each)


def barred(rule: Rule, age: int) -> Condition | None:
    """The condition that a person of this age does not meet; None where all are met, or no age is told (0)."""
    for one in rule.conditions:
        end = one.low or one.high
        if age and end and end.unit in _AGES and not within(one, Decimal(age)):
            return one
    return None


def has_grade(rule: Rule, grade: str) -> bool:
    """Whether a rule is for a grade: named, or of degrees above one of which it says 以上 (本科及以上 holds for 硕士)."""
    if grade in rule.grades:
        return True
    lower = _DEGREES[: _DEGREES.index(grade)] if grade in _DEGREES else ()
    words = plain(rule.whom)
    return any(
        one in rule.grades and re.search(rf"{one}[^,;、]{{0,12}}以上", re.sub(r"\([^()]*\)", "", words))
        for one in lower
    )


def of_years(rule: Rule, years: tuple[int, int] | None) -> bool:
    """Whether a rule is for the years asked about: any where none are, or where the rule names none."""
    return not years or not rule.years or (rule.years[0] <= years[0] and years[1] <= rule.years[1])


def within(condition: Condition, value: Decimal) -> bool:
    """Whether a value lies in an interval."""
    low, high = condition.low, condition.high
    above = low is None or value > low.value or (condition.within and value == low.value)
    return above and (high is None or value < high.value or (condition.to and value == high.value))


def at_edge(condition: Condition, value: Decimal) -> bool:
    """Whether a value is an end of the interval of which the text does not say itself that it belongs to it."""
    low, high = condition.low, condition.high
    lower = low is not None and value == low.value and not condition.within_stated
    return lower or (high is not None and value == high.value and not condition.to_stated)


def amount_for(condition: Condition, amounts: Sequence[Quantity]) -> Quantity | None:
    """The person's amount that a condition is about, None where none has its unit."""
    end = condition.low or condition.high
    if end and end.unit in _AGES:
        return None
    fit = [
        one for one in amounts if end and alike(one.unit, end.unit) and (one.unit == "%") == (end.unit == "%")
    ]
    return fit[0] if fit else None


def is_over(rule: Rule) -> bool:
    """Whether a rate is of what lies above the first end of its condition: 超过部分按8%."""
    return bool(_OVER.search(rule.base)) and bool(rule.conditions) and rule.conditions[0].low is not None


def shares_base(rule: Rule) -> bool:
    """Whether what a rate is of is what its condition measures: 设备投资额, 实际设备投资额."""
    if _NO_BASE.search(rule.base):
        return False
    of = rule.conditions[0].of if rule.conditions else ""
    # 研发投入 and 研发费用支出 are of one thing.
    if len(of) > _NAMED and spoken(of) in spoken(rule.base):
        return True
    paid = _PAID.search(rule.base)
    if paid and paid[0][0] not in of:
        return False
    bare = _ITS.sub("", rule.base)
    return not rule.base or (len(bare) > 1 and of.endswith(bare)) or share_words(of, rule.base)


def base_said(rule: Rule, words: str) -> bool:
    """Whether a question says what a rate is of."""
    return not _NO_BASE.search(rule.base) and share_words(rule.base, words)


def told_of(rule: Rule) -> str:
    """The word of what a rate is of that has to be named to be meant, "" for none: interest is not whatever a person paid."""
    match = _TOLD.search(spoken(rule.base))
    return match.group() if match else ""


def share_words(one: str, other: str) -> bool:
    """Whether two texts have two characters in a row in common that say what is measured."""
    alone = _TELLING & set(one) & set(other)
    return bool(alone) or any(pair in other and not _COMMON.issuperset(pair) for pair in pairs(one))
