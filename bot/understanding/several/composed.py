"""A question over a whole and a part or number of it, taken apart into one question for each: what is not so, a mean, a multiple."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import accumulate

from bot.tables import table
from bot.understanding.expressions.segment import Words
from bot.understanding.several.pairing import Pairing, Relation, asked_of, opposites, pair_patterns
from corpus.amounts.numeral import parse
from corpus.compiled import compiled

# 是两倍吗: nobody who asks so minds 1.98.
_ROUGHLY = Decimal("0.05")
# 没有单列: that it is not told by itself.
_UNPRINTED = compiled("(?:没有?|未)(?:单独?|直接|另外)?(?:列|写|给|说|报|公布)[^,]*")
# What is shared begins with so many characters at least.
_SHARED = 2


@dataclass(frozen=True)
class Claim:
    """How many times the other one thing is said to be: from `least` on, less than `below`."""

    least: Decimal
    below: Decimal

    def holds(self, times: Decimal) -> bool:
        """Whether it is so many times the other."""
        return self.least <= times < self.below


def composed(text: str, words: Words) -> Iterator[Pairing]:
    """The ways to take such a question apart, the likeliest first; none for another question.

    `words` cuts a text into words: what a mean is for each of ends with one.
    """
    said = asked_of(text)
    for name, way in _WAYS:
        match = pair_patterns()[name].match(said)
        if match:
            yield from way(match, words)
            return


def claim_of(text: str) -> Claim | None:
    """The multiple that a question claims, None where it claims none."""
    match = pair_patterns()["claimed"].match(asked_of(text))
    if match is None:
        return None
    half = Decimal("0.5") if match["half"] else Decimal(0)
    number = Decimal(parse(match["number"])) + half
    if match["more"] == "多":
        return Claim(number, number + (half or 1))
    if match["more"] or _AT_LEAST.search(match.group()):
        return Claim(number, Decimal("Infinity"))
    return Claim(number * (1 - _ROUGHLY), number * (1 + _ROUGHLY))


# 有三倍 asks whether it is so many at least.
_AT_LEAST = compiled("有没有|(?<!没)有|达到?|抵")


def _unlike(match: re.Match[str], _: Words) -> Iterator[Pairing]:
    """亿元上企业里没掉的有几家: all of them, and those of which it is so, in each way that papers may print it."""
    said = match.groupdict(default="")
    whole = said["first"] + said.get("noun", "")
    for state in _states(said["state"]):
        part = f"{whole}{said.get('said', '')}{state}的"
        yield Pairing(
            Relation.UNLIKE,
            f"{whole}有多少{said['unit']}",
            f"{part}有多少{said['unit']}",
            (whole, part),
        )


def _states(state: str) -> list[str]:
    found = next((terms for pattern, terms in _known() if pattern.search(state)), [])
    return [*found, state]


@cache
def _known() -> list[tuple[re.Pattern[str], list[str]]]:
    """What papers print for what is not so. Read once: it is data that never changes while the program runs."""
    return [(compiled(pattern), terms) for pattern, terms in table("pairs")["state"].items()]


def _mean(match: re.Match[str], _: Words) -> Iterator[Pairing]:
    """规上企业平均每家产值多少: the amount of all, and how many they are."""
    amount = match["first"] + (match["of"] or match["behind"])
    yield from _for_each(amount, match["first"], match["unit"])


def _mean_of(match: re.Match[str], words: Words) -> Iterator[Pairing]:
    """平均每家规上企业产值多少: what the mean is for each of ends with a word before the last."""
    sides = match["sides"]
    ends = [end for end in accumulate(map(len, words(sides))) if _SHARED <= end <= len(sides) - _SHARED]
    for end in ends:
        yield from _for_each(sides, sides[:end], match["unit"])


def _for_each(amount: str, counted: str, unit: str) -> Iterator[Pairing]:
    yield Pairing(Relation.MEAN, f"{amount}多少", f"{counted}有多少{unit}", (amount, counted))


def _without(match: re.Match[str], _: Words) -> Iterator[Pairing]:
    """规下增加值按总数减规上算是多少: all of it, and the other part."""
    asked = _UNPRINTED.sub("", match["first"])
    for one, other in opposites():
        for mine, its in ((one, other), (other, one)):
            if mine in asked and its in match["second"]:
                whole, part = asked.replace(mine, ""), asked.replace(mine, its)
                yield Pairing(Relation.REST, f"{whole}多少", f"{part}多少", (whole, part))


def _claimed(match: re.Match[str], words: Words) -> Iterator[Pairing]:
    """汽车零配件产值是智能家居的两倍多吗: the two; what one is measured by is of the other, too."""
    first, second = match["first"], match["second"]
    ends = [first[end:] for end in accumulate(map(len, words(first)))][:-1]
    for end in (*(one.lstrip("的") for one in ends), ""):
        yield Pairing(Relation.TIMES, f"{first}多少", f"{second}{end}多少", (first, second))


_WAYS = (
    ("without", _without),
    ("unlike", _unlike),
    ("unlike_first", _unlike),
    ("mean", _mean),
    ("mean_of", _mean_of),
    ("claimed", _claimed),
)
