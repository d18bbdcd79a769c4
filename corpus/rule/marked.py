"""A sentence with its amounts put aside, so that its grammar can be read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from corpus.amounts.quantity import Quantity, quantities
from corpus.amounts.unit import alternatives, units
from corpus.compiled import compiled
from corpus.runtime.replace import replace
from corpus.texts.text import Folded, fold, tidy

# What stands for an amount.
MARK = "\ue000"
# All of what a rate is of: 租金全部补贴, 予以全额奖励.
_ALL = compiled("全额|全部")
_GIVEN = compiled("(?:产业|财政)?(?:奖励|补贴|补助|返还|资助|给予|贴息)")
_TO = compiled(r"(?:\(不?含(?:本数)?\))?(?:以上)?(?:至|到|[-—–~]+)")
# 10万元人民币 and 人民币10万元 are 10万元.
_CURRENCY = compiled(rf"(?<={MARK})人民币|人民币(?={MARK})")
# (含), (不含本数), (含5亿元) behind an amount say of it whether it belongs to the interval.
_NOTE = compiled(rf"\((不?)含(?:本数|{MARK})?\)")


@dataclass(frozen=True)
class Marked:
    """A folded sentence in which every amount is one MARK; `amounts` are they in order.

    `included` says of an amount what the text says in brackets behind it, None where it says nothing.
    """

    text: str
    amounts: tuple[Quantity, ...]
    included: tuple[bool | None, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    source: str
    offset: int

    def number(self, place: int) -> int:
        """Which amount stands at a place."""
        return self.text.count(MARK, 0, place)

    def amount(self, place: int) -> Quantity:
        """The amount at a place."""
        return self.amounts[self.number(place)]

    def quote(self, start: int, end: int) -> str:
        """What is printed for text[start:end], gaps closed, "" for nothing."""
        if start >= end:
            return ""
        first, last = self.starts[start] - self.offset, self.ends[end - 1] - self.offset
        return tidy(self.source[first:last])


def marked(text: str, offset: int = 0, unit: str = "") -> Marked:
    """The sentence marked; `offset` is where it begins in the document, `unit` what bare numbers are in.

    >>> marked("投资3000万元以上(含)的,奖励2万元").text.replace(MARK, "Q")
    '投资Q的,奖励Q'
    """
    folded, said = _without_inner_notes(fold(text, offset))
    read = sorted([*quantities(folded, unit), *_wholes(folded)], key=lambda one: one.start)
    found = _with_units(read, folded)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place, behind = 0, folded.ends
    for one in found:
        first = folded.place(one.start)
        last = next(index for index in range(first, len(behind)) if behind[index] >= one.end)
        letters += [*folded.text[place:first], MARK]
        starts += [*folded.starts[place:first], one.start]
        ends += [*behind[place:first], one.end]
        place = last + 1
    letters += folded.text[place:]
    starts += folded.starts[place:]
    ends += behind[place:]
    inner = {
        number: inside
        for number, one in enumerate(found)
        for place, inside in said.items()
        if one.start <= place < one.end
    }
    return _without_notes("".join(letters), found, inner, (tuple(starts), tuple(ends)), text, offset)


def _with_units(found: Sequence[Quantity], folded: Folded) -> list[Quantity]:
    """The amounts, the first end of an interval with the unit that its second has: 1000万(含)至2000万美元."""
    made = list(found)
    for number in range(len(made) - 2, -1, -1):
        one, after = made[number], made[number + 1]
        if one.unit or one.printed_unit not in ("万", "亿") or not after.unit or after.unit == "%":
            continue
        start = next(place for place, end in enumerate(folded.ends) if end >= one.end) + 1
        if _TO.fullmatch(folded.text[start : folded.place(after.start)]):
            made[number] = replace(one, unit=after.unit)
    return made


@cache
def _inner_note() -> re.Pattern[str]:
    """(不含) between a number and its unit: 200万-500万(不含)美元."""
    return compiled(rf"(?<=[\d十百千万亿])\((不?)含(?:本数)?\)(?={alternatives(list(units()))})")


def _without_inner_notes(folded: Folded) -> tuple[Folded, dict[int, bool]]:
    """The text without the notes that stand inside an amount, and what they say by their printed place."""
    notes = list(_inner_note().finditer(folded.text)) if "含" in folded.text else []
    if not notes:
        return folded, {}
    dropped = {place for note in notes for place in range(*note.span())}
    kept = [place for place in range(len(folded.text)) if place not in dropped]
    shorter = replace(
        folded,
        text="".join(folded.text[place] for place in kept),
        starts=tuple(folded.starts[place] for place in kept),
    )
    return shorter, {folded.starts[note.start()]: not note[1] for note in notes}


def _wholes(folded: Folded) -> Iterator[Quantity]:
    """全额 and 全部 as the rate that they are, where something is given."""
    for match in _ALL.finditer(folded.text):
        if _GIVEN.match(folded.text, match.end()):
            start, end = folded.printed(*match.span())
            yield Quantity(Decimal(100), "%", match.group(), start, end, printed_unit="%")


def _without_notes(
    text: str,
    found: Sequence[Quantity],
    said: Mapping[int, bool],
    spans: tuple[tuple[int, ...], tuple[int, ...]],
    source: str,
    offset: int,
) -> Marked:
    """The marked text without the brackets that say what belongs to an interval."""
    dropped: set[int] = set()
    told = dict(said)
    inside: set[int] = set()
    for note in _NOTE.finditer(text):
        before = text.count(MARK, 0, note.start())
        if not before:
            continue
        told[before - 1] = not note[1]
        dropped.update(range(*note.span()))
        if MARK in note[0]:
            inside.add(before)
    starts, ends = list(spans[0]), list(spans[1])
    for note in _CURRENCY.finditer(text):
        dropped.update(range(*note.span()))
        # What is printed for the amount has it.
        behind = text[: note.start()].endswith(MARK)
        if behind:
            ends[note.start() - 1] = ends[note.end() - 1]
        else:
            starts[note.end()] = starts[note.start()]
    kept = [place for place in range(len(text)) if place not in dropped]
    numbers = [number for number in range(len(found)) if number not in inside]
    return Marked(
        "".join(text[place] for place in kept),
        tuple(found[number] for number in numbers),
        tuple(told.get(number) for number in numbers),
        tuple(starts[place] for place in kept),
        tuple(ends[place] for place in kept),
        source,
        offset,
    )
