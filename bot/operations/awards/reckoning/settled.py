"""What one rule gives for the person's amounts, reckoned where the text settles how."""

import re

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working
from bot.operations.awards import told
from bot.operations.awards.asked import Asking, spoken
from bot.operations.awards.fitting.fit import alike, amount_for, base_said, is_over, shares_base, told_of
from bot.operations.awards.reckoning import reckoned, steps
from bot.phrasing.reply import Reply
from corpus.amounts.quantity import Quantity
from corpus.rule.rule import Rule, Sort
from corpus.texts.text import plain


def given(rule: Rule, asked: Asking, retriever: Retriever) -> Reply:
    """The award of one rule for the person's amounts, reckoned where it has to be and can be."""
    if found := steps.counted(rule, asked, retriever):
        return told.reckoned(rule, found[0], retriever, others=found[1])
    found_more = steps.more(rule, asked, retriever) or working(rule, asked)
    if found_more:
        return told.reckoned(rule, found_more, retriever)
    return told.listed([rule], retriever)


def working(rule: Rule, asked: Asking) -> Working | None:
    if rule.amount.high is not None:  # 5%—20%: which of them is not said
        return None
    if rule.sort is Sort.RATE:
        low = rule.conditions[0].low if is_over(rule) else None
        above = amount_for(rule.conditions[0], asked.amounts) if low else None
        if low and above and above.value > low.value:
            return reckoned.over(rule, told.in_unit(above, low.unit), low)
        amount = _of_rate(rule, asked)
        return reckoned.rated(rule, amount) if amount else None
    if rule.sort is Sort.STEP and rule.step:
        unit = rule.step.unit
        said = not is_added(rule) or "增" in asked.question.text
        amount = next((one for one in asked.amounts if alike(one.unit, unit)), None)
        # 超过1亿元的,每超过1000万元: from where it is counted may be either.
        open_ended = rule.step.raw.startswith("超")
        return reckoned.stepped(rule, amount.value) if amount and said and not open_ended else None
    return None


def _of_rate(rule: Rule, asked: Asking) -> Quantity | None:
    """The person's amount that a rate is of: the one that its condition measures, or one that the question says is so."""
    said = spoken(plain(asked.question.text))
    money = [one for one in asked.amounts if alike(one.unit, "元") or one.unit.endswith("元")]
    measured = amount_for(rule.conditions[0], money) if rule.conditions else None
    if measured and shares_base(rule):
        end = rule.conditions[0].low or rule.conditions[0].high
        return told.in_unit(measured, end.unit if end else "元")
    # What the condition measures is not what the rate is of.
    others = [one for one in money if one is not measured]
    if not (rule.base and others):
        return None
    # 300万的设备,利息15万: of 贷款利息 the one that its last word stands before.
    named = [
        one
        for one in others
        if base_said(rule, before := said_before(one, asked)) and told_of(rule) in before
    ]
    if named:
        return told.in_unit(named[0], "元")
    telling = told_of(rule)
    said_of = base_said(rule, said) and telling in said
    if len(others) == 1 and (said_of or not (rule.conditions or telling)):
        return told.in_unit(others[0], "元")
    return None


def said_before(amount: Quantity, asked: Asking) -> str:
    """The words of the question right before an amount, which say what it is of: 利息 of 一年利息15万."""
    text = asked.question.text
    place = text.find(amount.raw)
    return spoken(plain(re.split("[,，。;；]", text[: max(place, 0)])[-1]))


def is_added(rule: Rule) -> bool:
    """Whether the step counts what was added, and not what the condition measures: 每净增1000万元."""
    return rule.sort is Sort.STEP and "增" in rule.step_of
