"""An amount of a policy's sentence with its place and the sentence around it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.rule.marked import MARK, Marked
from corpus.rule.words import words

_ENDS_CLAUSE = ",;:。|"
# 1亿元、5亿元和10亿元 are of one sort.
LIST = compiled(r"(?:元)?(?:人民币)?(?:\([^()]{1,10}\))?[、和及与或]")
# What something is called besides, or how it is meant: 国家级领军人才(B类,下同).
NOTE = compiled(r"\([^()]*\)")
# The last of a list of awards may be a rate: 3万元、5万元、实际投资额的2%.
_THEN_RATE = compiled(rf"(?:元)?(?:人民币)?[、和及与或][^,;:{MARK}]{{1,14}}的")
_MONEY = frozenset({"元", "美元", "欧元", "日元", "港元", "英镑", "块", "块钱", "港币"})


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
        """Whether it stands in one list with the one before it: 30万元、50万元、投资额的8% is one too."""
        between = text[other.place + 1 : self.place]
        if self.role is other.role:
            return bool(LIST.fullmatch(between))
        rated = (other.role, self.role) == (Role.AWARD, Role.RATE) and _THEN_RATE.fullmatch(between)
        return bool(rated) and "分别" in text[self.start : other.place]


def is_money(unit: str) -> bool:
    """Whether a unit is one of money: 元, 美元, 元/人."""
    return unit.partition("/")[0] in _MONEY


@dataclass(frozen=True)
class Around:
    """An amount with the sentence around it, the amounts before it and those behind it."""

    place: int
    start: int
    end: int
    amount: Quantity
    text: str
    found: tuple[Placed, ...]
    later: tuple[Quantity, ...]

    @property
    def before(self) -> str:
        """Its clause in front of it."""
        return self.text[self.start : self.place]

    @cached_property
    def near(self) -> str:
        """Its clause in front of it, as far back as the amount before."""
        return self.before.rpartition(MARK)[2]

    @cached_property
    def after(self) -> str:
        """Its clause behind it."""
        return self.text[self.place + 1 : self.end]

    @property
    def last(self) -> Placed | None:
        """The amount before it."""
        return self.found[-1] if self.found else None

    @property
    def money(self) -> bool:
        """Whether it is one of money."""
        return is_money(self.amount.unit)

    @property
    def bare(self) -> bool:
        """Whether it is a number of 万 or 亿 without a unit."""
        return not self.amount.unit and self.amount.printed_unit in ("万", "亿")

    @cached_property
    def between(self) -> str | None:
        """What stands between it and the amount before, None for the first."""
        return self.text[self.last.place + 1 : self.place] if self.last else None

    @property
    def reached(self) -> bool:
        """Whether the words in front say that it has to be reached."""
        return bool(words().reached.search(self.near))

    @property
    def gives_on(self) -> bool:
        """Whether something is given from here on."""
        return bool(words().verb.search(self.text[self.place :]))


def part_start(text: str, place: int) -> int:
    """Where the part of a marked sentence begins that a place lies in: behind the last ; or 。 in front of it."""
    return max(text.rfind(";", 0, place), text.rfind("。", 0, place)) + 1


def together(found: Iterable[Placed], goes_on: Callable[[Placed, Placed], bool]) -> Iterator[list[Placed]]:
    """The amounts in their order, those together of which each goes on from the one before it: goes_on(before, one)."""
    group: list[Placed] = []
    for one in found:
        if group and not goes_on(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def around(sentence: Marked, number: int, place: int, found: tuple[Placed, ...]) -> Around:
    text = sentence.text
    start = max(text.rfind(mark, 0, place) for mark in _ENDS_CLAUSE) + 1
    ends = [end for mark in _ENDS_CLAUSE if (end := text.find(mark, place)) >= 0]
    stop, later = min(ends, default=len(text)), sentence.amounts[number + 1 :]
    return Around(place, start, stop, sentence.amounts[number], text, found, later)
