"""What each amount of a policy's sentence is: something to reach, an award, a rate, a step, the most that is given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.quantity import Bound, Quantity
from corpus.rule.marked import MARK, Marked
from corpus.rule.words import Words, words

_END = ",;:。|"
# 1亿元、5亿元和10亿元 are of one sort.
_LIST = re.compile(r"(?:元)?(?:人民币)?[、和及与或]")
_SPAN = re.compile(r"至|到|[-—–~]+")
_TIMES = frozenset({"年", "个月", "天", "日", "月", "周", "个工作日", "工作日"})
_MONEY = frozenset({"元", "美元", "欧元", "日元", "港元", "英镑", "块", "块钱", "港币"})
# 50万元的一次性奖励, 30万元奖励
_NAMED = re.compile(r"^(?:元)?(?:人民币)?(?:的[^,;的]{0,8}?|[^,;的]{0,3}?)(?:奖励|奖补|补助|补贴|资助|奖金|安家费|津贴|支持)")
_GAP = 10
_RATES = frozenset({"%", "‰"})
# 按设备投资额的6%
_BY = re.compile(r"(?:按照?|以|参照)[^,;]*$")
_EACH = re.compile(r"每[^,;]{0,10}$")
_MOST = re.compile("^[最至]")
# The most that may be lent or counted is no cap of what is given.
ASIDE = re.compile(r"贷款|面积|授信|融资|担保")
_HEDGED = re.compile(r"^(?:最|不[超得高大多]|至多|小于等于)")
# 不超过500万元的部分 is an interval's end, 给予不超过500万元的补助 the most that is given.
_ENDS = re.compile(r"^的?(?:部分|企业|项目|单位|[,;:]|$)|^的[^,;]{0,10}$")


class Role(StrEnum):
    """What an amount is."""

    END = "end"
    AWARD = "award"
    RATE = "rate"
    STEP = "step"
    CAP = "cap"
    NONE = "none"


@dataclass(frozen=True)
class Placed:
    """An amount with its place in the marked sentence, its clause's span and what it is."""

    place: int
    start: int
    end: int
    amount: Quantity
    role: Role

    def joins(self, other: "Placed", text: str) -> bool:
        """Whether it stands in one list with the one before it."""
        return self.role is other.role and bool(_LIST.fullmatch(text[other.place + 1 : self.place]))


def placed(sentence: Marked) -> tuple[Placed, ...]:
    """The amounts of a sentence in its order."""
    found: list[Placed] = []
    for one in _amounts(sentence):
        found.append(one._with(_role(one, found, sentence.text, words())))
    return tuple(found)


@dataclass(frozen=True)
class _Bare:
    place: int
    start: int
    end: int
    amount: Quantity

    def _with(self, role: Role) -> Placed:
        return Placed(self.place, self.start, self.end, self.amount, role)


def _amounts(sentence: Marked) -> Iterator[_Bare]:
    text = sentence.text
    for number, match in enumerate(re.finditer(MARK, text)):
        place = match.start()
        start = max(text.rfind(mark, 0, place) for mark in _END) + 1
        ends = [end for mark in _END if (end := text.find(mark, place)) >= 0]
        yield _Bare(place, start, min(ends, default=len(text)), sentence.amounts[number])


def _role(one: _Bare, found: list[Placed], text: str, known: Words) -> Role:
    before, after = text[one.start : one.place], text[one.place + 1 : one.end]
    near = before.rpartition(MARK)[2]
    last = found[-1] if found else None
    if one.amount.unit in _TIMES:
        return Role.CAP if _is_cap(one.amount, near, known) else Role.NONE
    if _is_cap(one.amount, near, known):
        within = _ENDS.match(after) and not known.verb.search(before) and _gives(text[one.place :], known)
        own = bool(known.cap.search(near)) or bool(_MOST.match(one.amount.raw)) or bool(ASIDE.search(before))
        return Role.END if within and not own else Role.CAP
    if one.amount.unit in _RATES:
        return _rated(one, before, after, known)
    if last and _is_list(last, one, text):
        return last.role
    if one.amount.bound is not Bound.EXACT and not known.verb.search(near):
        return Role.END if _gives(text, known) or "|" in text else Role.NONE
    if known.step.search(near):
        return Role.STEP
    if not is_money(one.amount.unit) and not known.reached.search(near) and not _SPAN.match(after):
        return Role.END if _spans(last, one, text) or after.startswith("的,") else Role.NONE
    return _plain(one, found, text, known)


def _plain(one: _Bare, found: list[Placed], text: str, known: Words) -> Role:
    """Of an amount without a hedge: what its neighbours make of it."""
    before, after = text[one.start : one.place], text[one.place + 1 : one.end]
    near = before.rpartition(MARK)[2]
    last = found[-1] if found else None
    money = is_money(one.amount.unit)
    stepped = last is not None and last.role is Role.STEP and last.start == one.start
    if money and (stepped or _is_given(near, known)):
        return Role.AWARD
    if money and _NAMED.match(after) and not known.reached.search(near):
        return Role.AWARD
    if not _gives(text[one.place :], known) and not any(other.role is Role.AWARD for other in found):
        return Role.NONE
    if known.reached.search(near) or after.startswith("的") or _SPAN.match(after) or _spans(last, one, text):
        return Role.END
    awards = [other for other in found if other.role is Role.AWARD]
    alike = awards and awards[-1].amount.unit == one.amount.unit
    bare = after.startswith("元") or not after
    return Role.AWARD if money and alike and bare and (near or _EACH.search(before)) else Role.NONE


def _is_given(near: str, known: Words) -> bool:
    """Whether the last verb before an amount is the amount's: 补助设站单位20万元, not 补助资金到位后产值达到1亿元."""
    found = list(known.verb.finditer(near))
    return bool(found) and len(near) - found[-1].end() <= _GAP and not known.reached.search(near)


def is_money(unit: str) -> bool:
    """Whether a unit is one of money: 元, 美元."""
    return unit in _MONEY


def _rated(one: _Bare, before: str, after: str, known: Words) -> Role:
    gives = known.verb.search(before) or known.verb.search(after)
    if one.amount.bound is Bound.AT_LEAST or not gives or after.startswith(("的企", "的,")):
        near = before.rpartition(MARK)[2]
        return Role.END if one.amount.bound is Bound.AT_LEAST or known.reached.search(near) else Role.NONE
    return Role.RATE if _BY.search(before) or known.verb.search(before) or known.verb.match(after) else Role.NONE


def _is_cap(amount: Quantity, near: str, known: Words) -> bool:
    return bool(known.cap.search(near)) or (amount.bound is Bound.AT_MOST and bool(_HEDGED.match(amount.raw)))


def _gives(text: str, known: Words) -> bool:
    return bool(known.verb.search(text))


def _is_list(last: Placed, one: _Bare, text: str) -> bool:
    """Whether an amount goes on a list: 1亿元、5亿元; 500万元以上、1000万元以下."""
    alike = last.amount.unit == one.amount.unit and last.role in (Role.END, Role.AWARD)
    return alike and bool(_LIST.fullmatch(text[last.place + 1 : one.place]))


def _spans(last: Placed | None, one: _Bare, text: str) -> bool:
    return last is not None and last.role is Role.END and bool(_SPAN.fullmatch(text[last.place + 1 : one.place]))
