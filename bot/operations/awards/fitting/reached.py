"""Which of several rules a person's amounts reach, and which of several amounts is the one that counts."""

from collections.abc import Sequence

from bot.operations.awards.asked import Asking
from bot.operations.awards.fitting.choice import Candidate
from bot.operations.awards.fitting.fit import alike, amount_for, within
from bot.operations.awards.reckoning.grown import grown
from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.rule.rule import Condition, Rule, Sort
from corpus.runtime.replace import replace
from corpus.texts.text import plain

# 首次过两千万 says again what is reached.
_AGAIN = compiled("(?:首次|突破|超过?|过了?|达到?)[^,，。\\d]{0,3}$")
_TWO = 2


def chief(asked: Asking) -> Asking:
    """The case with one amount of what two are of: what there is now (营收8000万,今年6亿), or what was reached and said again."""
    money = [one for one in asked.amounts if one.unit != "%"]
    if len(money) != _TWO or not alike(money[0].unit or "元", money[1].unit or "元"):
        return asked
    text = plain(asked.question.text)
    now = grown(asked)
    if now and len(money) == _TWO and now.more not in money:
        return replace(
            asked, amounts=tuple(one for one in asked.amounts if one not in money or one == now.now)
        )
    again = _AGAIN.search(text[: text.rfind(plain(money[1].raw))]) and money[1].value <= money[0].value
    if not again:
        return asked
    return replace(asked, amounts=tuple(one for one in asked.amounts if one is not money[1]))


def reached(found: Sequence[Candidate], asked: Asking) -> list[Candidate]:
    """The candidates without those whose conditions the amounts do not meet, where others' are met."""
    met = [one for one in found if one.rule.conditions and _meets(one.rule, asked.amounts)]
    kept = [one for one in found if one in met or not _fails(one.rule, asked.amounts)]
    return kept if met else list(found)


def only_tier(found: Sequence[Candidate], asked: Asking) -> Rule | None:
    """The rule of these with several conditions of which the highest are met; None where one condition alone tells, which is
    a tier's."""
    rules = [one.rule for one in found]
    if len(rules) < _TWO or len({len(rule.conditions) for rule in rules}) < _TWO or len(asked.amounts) < _TWO:
        return None
    met = [rule for rule in rules if _meets(rule, asked.amounts) and rule.sort in (Sort.EACH, Sort.FIXED)]
    for amount in asked.amounts:
        lows = [(low.value, rule) for rule in met if (low := _low(rule, amount))]
        highest = max((value for value, _ in lows), default=None)
        # What a tier asks of all of them is left out in the later ones.
        if len(lows) > 1:
            met = [rule for value, rule in lows if value == highest]
    return met[0] if len(met) == 1 else None


def _low(rule: Rule, amount: Quantity) -> Quantity | None:
    return next((one.low for one in rule.conditions if one.low and amount_for(one, [amount])), None)


def _meets(rule: Rule, amounts: Sequence[Quantity]) -> bool:
    told = list(_told(rule, amounts))
    return bool(told) and all(within(one, amount.value) for one, amount in told)


def _fails(rule: Rule, amounts: Sequence[Quantity]) -> bool:
    return any(not within(one, amount.value) for one, amount in _told(rule, amounts))


def _told(rule: Rule, amounts: Sequence[Quantity]) -> list[tuple[Condition, Quantity]]:
    found = [(one, amount_for(one, amounts)) for one in rule.conditions]
    return [(one, amount) for one, amount in found if amount]
