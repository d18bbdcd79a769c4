"""Awards for what was added: the increment that a person tells (多了3000万), or that two amounts make (去年8亿,今年12亿)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.awards import told
from bot.operations.awards.asked import Asking
from bot.operations.awards.fitting.fit import alike
from bot.operations.awards.fitting.tier import tier
from bot.operations.awards.reckoning import reckoned
from bot.operations.awards.reckoning.settled import is_added
from bot.phrasing.reply import Reply
from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.rule.rule import Rule, Sort
from corpus.runtime.replace import replace
from corpus.texts.text import plain

# Right before an amount it is what was added; before the second of two it is what there is now.
_MORE = compiled("(?:多了?|增加了?|增了|涨了?|净增了?|新增了?|增长了)[^,，。\\d]{0,3}$")
_NOW = compiled("(?:到|变成?|达到?|,|，|现在|今年)[^,，。\\d]{0,6}$")
_OF_MORE = compiled("新增|增量|增加|增长|超出")
_TWO = 2


@dataclass(frozen=True)
class Grown:
    """What was added, what there is now and by how many percent it grew; None for what is not told."""

    more: Quantity
    now: Quantity
    percent: Decimal | None


def is_of_more(rule: Rule) -> bool:
    """Whether an award is for what was added: 每增加1000万元, 按新增部分的10%."""
    return is_added(rule) or (rule.sort is Sort.RATE and bool(_OF_MORE.search(rule.base)))


def grown(asked: Asking) -> Grown | None:
    """What the person's amounts of money say was added; None where that is open."""
    text = plain(asked.question.text)
    money = [
        one
        for one in asked.amounts
        if one.unit != "%" and alike(one.unit, "元" if "美" not in one.unit else one.unit)
    ]
    said = [one for one in money if _MORE.search(text[: text.find(plain(one.raw))])]
    rest = [one for one in money if one not in said]
    if len(said) == 1 and len(rest) <= _TWO:
        now = max(rest, key=lambda one: one.value, default=said[0])
        before = now.value - said[0].value if rest else Decimal(0)
        return Grown(said[0], now, said[0].value / before * 100 if before > 0 else None)
    if said or len(rest) != _TWO or rest[1].value <= rest[0].value:
        return None
    if not _NOW.search(text[: text.rfind(plain(rest[1].raw))]):
        return None
    more = replace(rest[1], value=rest[1].value - rest[0].value)
    return Grown(more, rest[1], more.value / rest[0].value * 100)


def for_more(best: Rule, series: Sequence[Rule], asked: Asking, retriever: Retriever) -> Reply | None:
    """What the tier gives for the increment that what there is now lies in; None where either is open."""
    found = grown(asked)
    if found is None:
        return None
    told_of = [one for one in asked.amounts if one.unit == "%"]
    if found.percent is not None and not told_of:
        told_of = [Quantity(found.percent, "%", "", 0, 0)]
    amounts = (told.in_unit(found.now, "元"), *told_of)
    rule = tier(series, amounts).rule if len(series) > 1 else best
    if rule is None or (len(series) == 1 and rule.conditions and tier([rule], amounts).rule is None):
        return None
    more = told.in_unit(found.more, "元")
    working = reckoned.stepped(rule, more.value) if rule.step else reckoned.rated(rule, more)
    return told.reckoned(rule, working, retriever)
