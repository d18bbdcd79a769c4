"""Caps that differ by class, and caps that are a share of what is paid: D类最高25万元,E类最高15万元; 最高不超过购房款的20%."""

from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.awards import told
from bot.operations.awards.asked import Asking
from bot.operations.awards.fitting.fit import alike
from bot.operations.awards.reckoning import reckoned
from bot.phrasing.reply import Reply
from corpus.compiled import compiled
from corpus.rule.rule import Cap, Rule, Sort
from corpus.rule.words import grades_in
from corpus.runtime.replace import replace
from corpus.texts.text import plain, tidy

_NAME = compiled(r"^(?P<name>[^,;每最不上限封顶]{2,8}?)(?:每[家户人个名]|单[个家]|最高|不超|上限|封顶|可)")
_SHARE = compiled(r"(?:最高|且)*不(?:得)?超过(?P<base>[^,;。]{2,12}?)的(?P<percent>\d+(?:\.\d+)?)%")


def of_class(rule: Rule, asked: Asking, retriever: Retriever) -> Rule | None:
    """The rule with the cap of the person's class where its sentence gives each class its own; None where that is open."""
    listed = _by_class(rule, retriever)
    if len(listed) < 2:
        return rule
    text = plain(asked.question.text)
    own = [
        cap
        for name, cap in listed
        if set(grades_in(name)) & set(asked.grades) or (not grades_in(name) and name in text)
    ]
    return replace(rule, cap=own[0]) if len(own) == 1 else None


def _by_class(rule: Rule, retriever: Retriever) -> list[tuple[str, Cap]]:
    """The caps of a rule's sentence, each with the class that stands before it."""
    found = [(rule.cap.words, rule.cap)] if rule.cap else []
    for other in retriever.library.rules([rule.letter]):
        if (
            other.passage == rule.passage
            and other.sort is Sort.LIMIT
            and other.amount.start > rule.amount.start
        ):
            words = f"{other.whom}{other.amount.raw}"
            found.append((words, Cap(other.amount, other.passage, tidy(words))))
    named = [(match["name"], cap) for words, cap in found if (match := _NAME.match(plain(words)))]
    return named if len(named) == len(found) else []


def classes(rule: Rule, retriever: Retriever) -> frozenset[str]:
    """The grades that a rule has caps for, each its own."""
    listed = _by_class(rule, retriever)
    return (
        frozenset(grade for name, _ in listed for grade in grades_in(name))
        if len(listed) > 1
        else frozenset()
    )


def is_shared(rule: Rule, retriever: Retriever) -> bool:
    """Whether no more is given than a share of what the person pays: what that comes to is not said for a fixed award."""
    return bool(_SHARE.search(plain(retriever.library.passage(rule.passage).text)))


def shared(rule: Rule, asked: Asking, retriever: Retriever) -> Reply | None:
    """The fixed award, or the share of what the person pays where that is less: 22万元 × 20% = 4.4万元."""
    passage = retriever.library.passage(rule.passage)
    match = _SHARE.search(plain(passage.text))
    money = [one for one in asked.amounts if alike(one.unit, "元")]
    if match is None or rule.sort is not Sort.FIXED or len(money) != 1 or len(asked.amounts) > 1:
        return None
    most = reckoned.share(told.in_unit(money[0], "元"), Decimal(match["percent"]))
    value = money[0].value * Decimal(match["percent"]) / 100
    if value >= rule.amount.value:
        return told.listed([rule], retriever)
    words = _SHARE.search(tidy(passage.text))
    return told.changed(rule, most, words.group(), passage, retriever) if words else None
