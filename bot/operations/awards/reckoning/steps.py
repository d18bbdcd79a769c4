"""Awards for each of what the person has, for each further step, and for each further storey."""

from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.operations.awards.asked import Asking
from bot.operations.awards.fitting.fit import alike, amount_for, counted_by
from bot.operations.awards.reckoning import reckoned
from corpus.amounts.numeral import parse
from corpus.compiled import compiled
from corpus.rule.rule import Rule, Sort
from corpus.texts.text import plain

# 第二层厂房每平方米15元,每增加一层增加5元.
_STOREY = compiled("第(?P<number>[一二三四五六七八九十\\d]+)层")
# What is above a threshold alone is counted, or what is beyond or before a place in the row.
_OVER = compiled("超[出过]的?部分[^,;]*每")
_SOME = compiled(
    r"(?:第[零一二三四五六七八九十百\d]+[^,;第\d层]{1,2}(?:起|开始|以后|及以后)|前[零一二三四五六七八九十百\d]+[^,;年个月\d])[^,;]*每"
)
_RISES = compiled("每(?:增加|加高|增|多)(?:建)?[一1]层")


def counted(rule: Rule, asked: Asking, retriever: Retriever) -> tuple[Working, list[Rule]] | None:
    """An award for each, so many times, with the rule that says for how many at most where they are more (补贴面积不超过300平方米).

    Of what is given each month it is that of a month, of a year where the question asks for that, or of its months.
    """
    amount = next((one for one in asked.amounts if counted_by(rule, one)), None)
    if rule.sort is not Sort.EACH or amount is None or rule.amount.high is not None:
        return None
    if _OVER.search(plain(rule.whom)):
        low = rule.conditions[0].low if rule.conditions else None
        over = low and alike(low.unit, amount.unit) and amount.value > low.value and not rule.rhythm
        return (reckoned.counted_over(rule, amount.value, low.value), []) if low and over else None
    limits = [
        other
        for other in retriever.library.rules([rule.letter])
        if other.passage == rule.passage
        and other.sort is Sort.LIMIT
        and other.amount.start > rule.amount.start
        and alike(other.amount.unit, amount.unit)
        and other.amount.value < amount.value
    ]
    value = min([amount.value, *(one.amount.value for one in limits)], default=Decimal(0))
    return reckoned.counted(rule, value, _times(rule, asked)), limits


def is_part(rule: Rule) -> bool:
    """Whether an award for each is given only for some of what is counted, beginning or ending at one: 第11辆起每辆."""
    return bool(_SOME.search(plain(rule.whom)))


def _times(rule: Rule, asked: Asking) -> int:
    """How many times what is given each month or year is had in the time that the question speaks of, 0 where it tells none."""
    months = asked.case.months or (12 if rule.rhythm == "月" and "年" in asked.rhythm else 0)
    if rule.span:
        months = min(months, rule.span.months)
    size = reckoned.MONTHS.get(rule.rhythm, 0)
    return months // size if size else 0


def storeys(best: Rule, storey: int, retriever: Retriever) -> tuple[Working, Rule] | None:
    """The award of a storey where the text gives the first one and what each further one adds, with the rule of that."""
    for first in retriever.library.rules([best.letter]):
        named = _STOREY.search(first.whom)
        rises = [
            one
            for one in retriever.library.rules([best.letter])
            if one.passage == first.passage
            and one.amount.start > first.amount.start
            and _RISES.search(one.whom)
        ]
        if (
            named
            and rises
            and first.passage == best.passage
            and storey > (begin := int(parse(named["number"])))
        ):
            return reckoned.raised(first, rises[0], storey - begin), rises[0]
    return None


def more(rule: Rule, asked: Asking, retriever: Retriever) -> Working | None:
    """A first award and what is added to it for each more: 带动3人给1万元,每多带动1人增加2000元."""
    if rule.sort is not Sort.FIXED or not rule.conditions or rule.conditions[0].low is None:
        return None
    low, amount = rule.conditions[0].low, amount_for(rule.conditions[0], asked.amounts)
    for other in retriever.library.rules([rule.letter]):
        later = other.passage == rule.passage and other.amount.start > rule.amount.start
        if (
            later
            and other.step
            and other.step_of.endswith(("多带动", "多", "超", "超过", "增加", "再增加"))
            and amount
        ):
            return reckoned.stepped(other, amount.value - low.value, rule)
    return None
