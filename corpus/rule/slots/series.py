"""Series: which rules are the tiers of one award."""

from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.rule.rule import Condition, Rule
from corpus.runtime.replace import replace
from corpus.texts.text import pairs, plain

# 6.对新设立的…, (二)对…
_ITEM = compiled(r"[(]?[一二三四五六七八九十\d]{1,3}[).、]")
_FIRM = compiled("(?:[(].[)])?(?:对)?(?P<kind>[^,;]{2,6}?)(?:企业|单位|机构|门店)")
# So much of an item's words the one before it has, where both are tiers of one award.
_ALIKE = 0.5


def in_series(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules with the series they belong to: those that follow each other in one article and measure the same."""
    made: list[Rule] = []
    for rule in rules:
        before = made[-1] if made else None
        if before and _continues(before, rule, made):
            made.append(replace(rule, series=before.series))
        else:
            # Several people of one award (50岁及以下的高级技师、42岁及以下的副高级人员) are no tiers of it.
            others = sum(other.amount.start == rule.amount.start for other in made)
            name = f"{rule.letter}:{rule.amount.start}" + (f":{others}" if others else "")
            made.append(replace(rule, series=name))
    return tuple(made)


def _continues(before: Rule, rule: Rule, made: Sequence[Rule]) -> bool:
    goes_on = before.sort is rule.sort or _of_one_list(before, rule) or _goes_beyond(before, rule)
    if before.article != rule.article or not goes_on or _is_other_item(before, rule):
        return False
    measured = _measured_alike(before, rule)
    if measured is None:
        return False
    return all(
        condition.low != measured.low
        for other in made
        if other.series == before.series
        for condition in other.conditions
    )


def _measured_alike(before: Rule, rule: Rule) -> Condition | None:
    """The condition of a rule that measures the same as one of the rule before; None without one.

    单团不少于10人,累计5000人以上的每人30元,累计10000人以上的每人35元: both measure what comes together.
    """
    if not rule.conditions:
        return None
    own = rule.conditions[0]
    # 年零售额5000万元以上,增速10%不足15%的…,15%不足20%的…: what is asked of all of them alike tells none from another.
    shared = len(rule.conditions) > 1 and before.conditions[:1] == rule.conditions[:1]
    own = rule.conditions[1] if shared else own
    second = own.low or own.high
    for place, one in enumerate(before.conditions):
        first = one.low or one.high
        # What is not said first has to be called the same.
        alike = one.of == own.of and (shared or own.of != "") if place else _same(one.of, own.of)
        if first and second and first.unit == second.unit and alike:
            return own
    return None


def _is_other_item(before: Rule, rule: Rule) -> bool:
    """Whether a rule stands in a numbered item of its own and says mostly other words than the rule before it."""
    if before.passage == rule.passage or not _ITEM.match(plain(rule.whom)):
        return False
    own = set(pairs(_ITEM.sub("", plain(rule.whom))))
    said = f"{plain(before.whom)}{plain(before.beside)}"
    return sum(pair in said for pair in own) < _ALIKE * len(own)


def _goes_beyond(before: Rule, rule: Rule) -> bool:
    """Whether a rule goes on where the one before it ends: 到位1亿元的,奖励50万元;超过1亿元的,每超过1000万元奖励5万元."""
    if len(before.conditions) != 1 or not rule.conditions:
        return False
    first, second = before.conditions[0], rule.conditions[0]
    return (
        first.low is not None
        and second.low is not None
        and first.within
        and not second.within
        and (first.low.value == second.low.value)
    )


def _of_one_list(before: Rule, rule: Rule) -> bool:
    """Whether both are of one list of awards: 3万元、5万元、投资额的2%."""
    return not (before.clause or rule.clause) and (before.passage, before.beside) == (
        rule.passage,
        rule.beside,
    )


def _same(one: str, two: str) -> bool:
    """Whether two names may be of the same measure: one is left out, or they share two characters and are of one kind of
    firm (零售企业年零售额 is none of 餐饮企业)."""
    first, second = _FIRM.match(one), _FIRM.match(two)
    if first and second and first["kind"] != second["kind"]:
        return False
    return not one or not two or any(pair in two for pair in pairs(one))
