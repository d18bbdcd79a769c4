"""Conditions: from which amount to which something has to be."""

import re
from collections.abc import Sequence

from corpus.amounts.quantity import Bound, Quantity
from corpus.amounts.unit import same_family
from corpus.compiled import compiled
from corpus.rule.marked import MARK, Marked
from corpus.rule.placed import NOTE, Placed
from corpus.rule.rule import Condition
from corpus.rule.words import words
from corpus.runtime.replace import replace

# Between the two ends of one interval.
_BETWEEN = compiled(r"(?:元)?(?:人民币)?(?:[、,且但而(]|至|到|[-—–~]+|以上至)*")
# What stands before a measure's name without being it.
_LEAD = compiled(
    r"^(?:第[零一二三四五六七八九十百\d ]+条|[(]?[一二三四五六七八九十\d]+[)、.]|对(?:于)?|其中|凡|对其|当年|年度内|经认定的?|支持|鼓励)+"
)
_TAIL = compiled(r"(?:首次|年度|累计|合计)?(?:达到?|突破|超过|超|满|在|为|至|不[少低]于|大于)?(?:了)?$")


def conditions(ends: Sequence[Placed], sentence: Marked) -> tuple[Condition, ...]:
    """The intervals that these ends make, in the order of the sentence."""
    made: list[Condition] = []
    left = list(ends)
    while left:
        first = left.pop(0)
        condition = _alone(first, sentence)
        if left and _closes(first, left[0], sentence):
            second = left.pop(0)
            high = _alone(second, sentence)
            condition = replace(
                condition, high=second.amount, to=high.to or high.high is None, to_stated=high.to_stated
            )
            if high.high is None and high.low:  # 50亩—100亩: the second has no hedge of its own
                condition = replace(condition, to=_included(second, sentence) is not False)
        made.append(condition)
    return tuple(made)


def point(end: Placed, sentence: Marked) -> Condition:
    """The condition of one of a list of amounts, each for itself: 1亿元、5亿元、10亿元."""
    return _alone(end, sentence)


def of(end: Placed, sentence: Marked) -> str:
    """What an end is the amount of: its clause's words in front of it, "" where there are none."""
    before = sentence.text[end.start : end.place]
    name = before.partition(MARK)[0] if MARK not in before else before.rpartition(MARK)[2]
    if MARK in before:
        name = re.sub(r"^[、,且和及至到—-]+", "", name)
    return _TAIL.sub("", NOTE.sub("", _LEAD.sub("", name)))


def _alone(end: Placed, sentence: Marked) -> Condition:
    amount, said = end.amount, _included(end, sentence)
    stated = said is not None or bool(words().stated.search(amount.raw))
    name = of(end, sentence)
    if amount.high is not None:
        top = replace(amount, value=amount.high, high=None)
        return Condition(name, replace(amount, high=None), top, to=said is not False, to_stated=stated)
    if amount.bound in (Bound.AT_MOST, Bound.BELOW):
        under = amount.bound is Bound.BELOW or words().under.search(amount.raw)
        inside = said if said is not None else not under
        return Condition(name, None, amount, to=inside, to_stated=stated or bool(under))
    passed = words().passed.search(amount.raw) or _passes(end, sentence)
    inside = said if said is not None else not passed
    return Condition(name, amount, None, within=inside, within_stated=stated or bool(passed))


def _passes(end: Placed, sentence: Marked) -> bool:
    return sentence.text[end.start : end.place].endswith(("超过", "高于", "大于", "多于"))


def _included(end: Placed, sentence: Marked) -> bool | None:
    return sentence.included[sentence.number(end.place)]


def _closes(first: Placed, second: Placed, sentence: Marked) -> bool:
    """Whether the second amount is the upper end of the interval that begins with the first."""
    between = sentence.text[first.place + 1 : second.place]
    one, two = first.amount, second.amount
    if one.high is not None or two.high is not None or not _BETWEEN.fullmatch(between):
        return False
    if not _is_more(two, one) or one.bound in (Bound.AT_MOST, Bound.BELOW):
        return False
    return two.bound in (Bound.AT_MOST, Bound.BELOW) or bool(re.search(r"[至到—–~-]", between))


def _is_more(two: Quantity, one: Quantity) -> bool:
    return same_family(one.unit, two.unit) and two.value > one.value
