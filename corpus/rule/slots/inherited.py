"""Conditions that a tier leaves out and has from the one before it: what is measured, and what is asked of all tiers."""

from collections.abc import Sequence

from corpus.rule.rule import Condition, Rule
from corpus.runtime.replace import replace
from corpus.texts.text import plain


def _of_same(condition: Condition, before: Sequence[Condition]) -> str | None:
    """What the last condition before with such a unit is of: 交易额超过1亿元、增幅超过1000万元的…;超过5000万元的 is of the 增幅."""
    alike = [one for one in before if _unit(one) == _unit(condition)]
    others = len(alike) < len(before)
    return alike[-1].of if len(alike) > 1 or (alike and others) else None


def _unit(condition: Condition) -> str:
    return next((end.unit for end in (condition.low, condition.high) if end), "")


def _besides(rule: Rule, before: Rule | None) -> tuple[Condition, ...]:
    """What the tier before asks for besides what this one measures: 年零售额5000万元以上,增速10%不足15%的…,15%以上的….

    None where the sentence's own words say something else of it, or there is nothing but one measure.
    """
    if before is None or before.passage != rule.passage or len(rule.conditions) != 1:
        return ()
    # 100亩以上不足300亩的: it says no more than its own ends.
    first = rule.conditions[0].low or rule.conditions[0].high
    if first is None or not plain(rule.whom).startswith(plain(first.raw)):
        return ()
    if rule.conditions[0].of or _unit(rule.conditions[0]) not in [
        _unit(one) for one in before.conditions[1:]
    ]:
        return ()
    return tuple(one for one in before.conditions if _unit(one) != _unit(rule.conditions[0]))


def inherited(known: Sequence[Rule], name: str) -> tuple[Rule, ...]:
    """The rules with a condition's missing measure taken from the one before, the first's from `name`."""
    made: list[Rule] = []
    for rule in known:
        before = made[-1].conditions if made else ()
        besides = _besides(rule, made[-1] if made else None)
        if rule.conditions and not rule.conditions[0].of and name:
            same = _of_same(rule.conditions[0], before)
            first: Condition = replace(rule.conditions[0], of=name if same is None else same)
            rule = replace(rule, conditions=(*besides, first, *rule.conditions[1:]))
        if rule.conditions and rule.conditions[0].of:
            name = rule.conditions[0].of
        made.append(rule)
    return tuple(made)
