"""The tier of a series that a person's amount lies in."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.operations.awards.fitting.fit import amount_for, at_edge, within
from corpus.amounts.quantity import Quantity
from corpus.rule.rule import Condition, Rule


@dataclass(frozen=True)
class Tier:
    """Where an amount lies: in the tier `rule`; below the first one where `below` is its condition; unsettled else.

    `unmet` is what the tier `of` asks for besides, where the chief amount lies in it.
    """

    rule: Rule | None = None
    below: Condition | None = None
    of: Rule | None = None
    unmet: Condition | None = None


def tier(series: Sequence[Rule], amounts: Sequence[Quantity]) -> Tier:
    """The tier that all amounts with a condition meet; what the text leaves open is left open."""
    met = [rule for rule in series if _meets(rule, amounts)]
    if not met:
        return _unmet(series, amounts) or _outside(series, amounts)
    best = _highest(met)
    if len(best) == 1:
        return Tier(best[0])
    stated = [rule for rule in best if not _edged(rule, amounts)]
    return Tier(stated[0]) if len(stated) == 1 else Tier()


def _meets(rule: Rule, amounts: Sequence[Quantity]) -> bool:
    found = [(one, amount_for(one, amounts)) for one in rule.conditions]
    told = [(one, amount) for one, amount in found if amount]
    return bool(told) and all(within(one, amount.value) for one, amount in told)


def _highest(met: Sequence[Rule]) -> list[Rule]:
    """Of tiers that say only what has to be reached, the highest; intervals stay as they are."""
    lows = {id(rule): (low.value, not rule.conditions[0].within) for rule in met if (low := _open_low(rule))}
    highest = max(lows.values(), default=None)
    return [rule for rule in met if id(rule) not in lows or lows[id(rule)] == highest]


def _open_low(rule: Rule) -> Quantity | None:
    """What has to be reached where nothing is said of an upper end."""
    first = rule.conditions[0]
    return first.low if first.high is None else None


def _edged(rule: Rule, amounts: Sequence[Quantity]) -> bool:
    """Whether an amount is an end of the rule's interval that the text does not settle."""
    found = [(one, amount_for(one, amounts)) for one in rule.conditions]
    return any(amount is not None and at_edge(one, amount.value) for one, amount in found)


def _unmet(series: Sequence[Rule], amounts: Sequence[Quantity]) -> Tier | None:
    """The highest tier that the chief amount lies in, with the other condition that is not met."""
    inside = [
        rule
        for rule in series
        if len(rule.conditions) > 1
        and (amount := amount_for(rule.conditions[0], amounts))
        and within(rule.conditions[0], amount.value)
    ]
    best = _highest(inside) if inside else []
    if len(best) != 1:
        return None
    for one in best[0].conditions[1:]:
        amount = amount_for(one, amounts)
        if amount and not within(one, amount.value):
            return Tier(of=best[0], unmet=one)
    return None


def _outside(series: Sequence[Rule], amounts: Sequence[Quantity]) -> Tier:
    """Below the first tier, where every tier with the measure begins above the amount."""
    told = [
        (rule, one, amount)
        for rule in series
        for one in rule.conditions
        if (amount := amount_for(one, amounts)) and one.low
    ]
    short = [(rule, one) for rule, one, amount in told if one.low and not _reaches(one, amount)]
    if not told or len({id(rule) for rule, _ in short}) < len({id(rule) for rule, _, _ in told}):
        return Tier()
    if any(one.low is None for rule in series for one in rule.conditions):
        return Tier()
    rule, lowest = min(short, key=lambda pair: pair[1].low.value if pair[1].low else 0)
    return Tier(below=lowest, of=rule)


def _reaches(condition: Condition, amount: Quantity) -> bool:
    low = condition.low
    return low is None or amount.value > low.value or (condition.within and amount.value == low.value)
