"""Facts: what a document says of itself in its header, its opening and its foot."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.compiled import compiled
from corpus.kind import Kind
from corpus.letter import Fact
from corpus.tables import table
from corpus.texts.layout import Block
from corpus.texts.text import Folded, fold, tidy

# A key in print, gaps allowed: 联 系 人：, | 主题分类: |
_KEY = compiled(
    r"(?:^|(?<=[\s\u3000|｜（(，,；;。*]))(?P<key>[\u4e00-\u9fff](?:[ \u3000]{0,3}[\u4e00-\u9fff]){1,6})\s*[:：]",
    re.MULTILINE,
)
# A wide gap, and the one between a day and an hour, are no damage.
_APART = compiled(r"[ \u3000\xa0]{2,}|\u3000|(?<=\d)\s(?=\d{1,2}:\d\d)")
_BLANK = "* \t\u3000\xa0\r\n|｜，,;；。）)"


@dataclass(frozen=True)
class Zones:
    """The blocks before the body, the first paragraph of it, those after it, and the body's sentences."""

    head: tuple[Block, ...]
    opening: tuple[Block, ...]
    foot: tuple[Block, ...]
    body: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Form:
    """A fact read by its form, and where."""

    name: str
    where: str
    pattern: re.Pattern[str]


@cache
def _data() -> dict[str, Any]:
    return table("facts")


@cache
def _names() -> dict[str, str]:
    return {printed: row["name"] for row in _data()["key"] for printed in row["printed"]}


@cache
def _forms() -> tuple[Form, ...]:
    return tuple(
        Form(row["name"], row["where"], compiled(row["pattern"], re.MULTILINE)) for row in _data()["form"]
    )


def called(name: str) -> tuple[str, ...]:
    """The keys that print a fact of this standard name, the name first; of another name that alone."""
    return tuple(
        dict.fromkeys([name, *(printed for printed, standard in _names().items() if standard == name)])
    )


def zones(found: Sequence[Block]) -> Zones:
    """The blocks of a document by where they stand."""
    body = [index for index, block in enumerate(found) if block.kind is not Kind.META]
    first, last = (body[0], body[-1] + 1) if body else (len(found), len(found))
    opening = [block for block in found[first : first + 3] if block.kind is Kind.SENTENCE][:2]
    # A contact line inside the body tells as much as one below it.
    inside = [block for block in found[first:last] if block.kind is Kind.META]
    sentences = tuple(block for block in found[first:last] if block.kind is Kind.SENTENCE)
    return Zones(tuple(found[:first]), (*found[:first], *opening), (*inside, *found[last:]), sentences)


def facts(text: str, where: Zones) -> tuple[Fact, ...]:
    """The facts in order of print, one for each name and place."""
    found = [*_keyed(text, (*where.head, *where.foot)), *_formed(text, where)]
    once = {(fact.name, fact.start): fact for fact in reversed(found)}
    return tuple(sorted(once.values(), key=lambda fact: (fact.start, fact.name)))


def _keyed(text: str, blocks: Iterable[Block]) -> Iterator[Fact]:
    for block in blocks:
        printed = text[block.start : block.end]
        keys = list(_KEY.finditer(printed))
        ends = [*(key.start() for key in keys[1:]), len(printed)]
        for key, until in zip(keys, ends[: len(keys)], strict=True):
            start, end = _within(printed, key.end(), until)
            name = "".join(key["key"].split())
            if start < end:
                yield Fact(
                    _names().get(name, name),
                    _value(printed[start:end]),
                    block.start + start,
                    block.start + end,
                )


def _formed(text: str, where: Zones) -> Iterator[Fact]:
    folded_of: dict[int, Folded] = {}  # by where the block begins
    for form in _forms():
        for block in getattr(where, form.where):
            if block.start not in folded_of:
                folded_of[block.start] = fold(text[block.start : block.end], block.start)
            folded = folded_of[block.start]
            match = form.pattern.search(folded.text)
            if match:
                start, end = folded.printed(*match.span(match.lastgroup or 0))
                yield Fact(form.name, _value(text[start:end]), start, end)
                break


def _within(printed: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks, bars and stops around it."""
    part = printed[start:end]
    left = len(part) - len(part.lstrip(_BLANK))
    # The bracket that closes 委（局） belongs to the value.
    bare = part.rstrip(_BLANK)
    if part[len(bare) :][:1] in ("）", ")") and bare.count("（") + bare.count("(") > bare.count(
        "）"
    ) + bare.count(")"):
        bare = part[: len(bare) + 1]
    return start + left, start + max(left, len(bare))


def _value(printed: str) -> str:
    """The printed value; a wide gap parts two values, a narrow one is damage."""
    return " ".join(tidy(part) for part in _APART.split(printed) if part.strip())
