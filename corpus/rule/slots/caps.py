"""Caps: the most that is given, and which awards of a sentence it is of."""

from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.rule.marked import Marked
from corpus.rule.placed import Placed, Role, is_money
from corpus.rule.role import ASIDE, placed
from corpus.rule.rule import Cap, Rule, Sort
from corpus.rule.words import words

# A cap of all that is said before it, whatever part of the sentence it stands in.
_OF_ALL = compiled(r"单个|单家|单户|同一|每家|每户|总额|累计|合计|全年|年度|年补|年奖")


def cap_alone(sentence: Marked, passage: str) -> Cap | None:
    """The cap of a sentence that says no more than caps: 年补贴总额不超过100万元."""
    known = [one for one in placed(sentence) if one.role is not Role.NONE]
    others = {one.role for one in known} - {Role.CAP}
    if not known or known[0].role is not Role.CAP or others or words().never.search(sentence.text):
        return None
    one = known[0]
    aside = ASIDE.search(sentence.text[one.start : one.end]) or not is_money(one.amount.unit)
    return None if aside else Cap(one.amount, passage, sentence.quote(one.start, one.end))


def capable(made: Sequence[Rule], sentence: Marked, cap: Placed) -> list[Rule]:
    """The awards that a cap behind the last one is of: those of its part of the sentence, and the other tiers with it."""
    open_ones = [rule for rule in made if rule.cap is None and rule.sort is not Sort.LIMIT]
    if not open_ones:
        return []
    last, parts = open_ones[-1], _parts(sentence)
    part = next((place for place in parts if place <= last.amount.start), 0)
    own = next((place for place in parts if place <= cap.amount.start), 0)
    if own != part and not _OF_ALL.search(sentence.text[cap.start : cap.end]):
        return []
    return [
        rule
        for rule in open_ones
        if rule.amount.start >= part or (rule.sort is last.sort and _measures(rule) == _measures(last) != "")
    ]


def _parts(sentence: Marked) -> list[int]:
    """Where the parts of a sentence begin, the last first, as printed offsets."""
    return [sentence.starts[place] for place, letter in enumerate(sentence.text) if letter == ";"][::-1]


def _measures(rule: Rule) -> str:
    """The unit of what has to be reached, "" where nothing has."""
    ends = [end for one in rule.conditions for end in (one.low, one.high) if end]
    return ends[0].unit if ends else ""
