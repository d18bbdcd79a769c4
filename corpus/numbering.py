"""Word's own numbering of paragraphs, written out: 一、 （一） 1."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.numeral import write

if TYPE_CHECKING:
    from lxml.etree import _Element  # the library gives its elements no public name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCountingThousand",
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# Styles that are based on each other go no deeper.
_DEEPEST = 10


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered: 第%1章 in Chinese numerals."""

    pattern: str
    style: str
    first: int


@dataclass(frozen=True)
class Sequence:
    """A list's levels, and what it counts on with: lists drawn alike count together."""

    levels: Mapping[int, Level]
    counter: str


class Numbering:
    """The numbers of a document's paragraphs, to be asked for in their order."""

    def __init__(self, numbering: "_Element | None", styles: "_Element | None") -> None:
        self._lists = {} if numbering is None else _lists(numbering)
        self._styles = (
            {} if styles is None else {one.get(f"{W}styleId"): one for one in styles.iter(f"{W}style")}
        )
        self._counts: dict[str, dict[int, int]] = {}

    def style(self, paragraph: "_Element") -> str:
        """The name of a paragraph's style, "" if it has none."""
        found = self._styles.get(_value(paragraph, "pPr/pStyle"))
        return "" if found is None else _value(found, "name")

    def next(self, paragraph: "_Element") -> str:
        """The number before the next paragraph, "" where it has none."""
        name, depth = self._place(paragraph)
        drawn = self._lists.get(name)
        level = drawn.levels.get(depth) if drawn else None
        if drawn is None or level is None:
            return ""
        counts = self._counts.setdefault(drawn.counter, {})
        counts[depth] = counts.get(depth, level.first - 1) + 1
        for below in [other for other in counts if other > depth]:
            del counts[below]
        return re.sub(r"%(\d)", lambda match: self._written(drawn, int(match[1]) - 1), level.pattern)

    def _written(self, drawn: Sequence, depth: int) -> str:
        level = drawn.levels.get(depth)
        count = self._counts[drawn.counter].get(depth, level.first if level else 1)
        return _WRITERS.get(level.style if level else "", str)(count)

    def _place(self, paragraph: "_Element") -> tuple[str, int]:
        """The list and the depth of a paragraph: its own, its style's, or those of a style that this is based on."""
        owner: _Element | None = paragraph
        style = _value(paragraph, "pPr/pStyle")
        name = depth = ""
        for _ in range(_DEEPEST):
            if owner is None:
                break
            name = name or _value(owner, "pPr/numPr/numId")
            depth = depth or _value(owner, "pPr/numPr/ilvl")
            if name:
                break
            owner = self._styles.get(style)
            style = "" if owner is None else _value(owner, "basedOn")
        return name, int(depth or 0)


def _value(element: "_Element", path: str) -> str:
    found = element.find("/".join(f"{W}{part}" for part in path.split("/")))
    return "" if found is None else str(found.get(f"{W}val") or "")


def _lists(root: "_Element") -> dict[str, Sequence]:
    drawn = {item.get(f"{W}abstractNumId"): item for item in root.findall(f"{W}abstractNum")}
    lists: dict[str, Sequence] = {}
    for item in root.findall(f"{W}num"):
        name, reference = str(item.get(f"{W}numId")), _value(item, "abstractNumId")
        abstract = drawn.get(reference)
        if abstract is None:
            continue
        levels = {int(level.get(f"{W}ilvl") or 0): _level(level) for level in abstract.findall(f"{W}lvl")}
        again = item.find(f"{W}lvlOverride/{W}startOverride") is not None
        lists[name] = Sequence(levels, f"num {name}" if again else f"drawn {reference}")
    return lists


def _level(element: "_Element") -> Level:
    style = _value(element, "numFmt") or "decimal"
    # Bullets are drawn with symbols that say nothing.
    pattern = "" if style in ("bullet", "none") else _value(element, "lvlText")
    return Level(pattern, style, int(_value(element, "start") or 1))


def _letters(count: int) -> str:
    """A, B … Z, AA, as Word counts."""
    return chr(ord("A") + (count - 1) % 26) * (1 + (count - 1) // 26)


def _roman(count: int) -> str:
    text = ""
    for value, letter in _ROMAN:
        text += letter * (count // value)
        count %= value
    return text


def _circled(count: int) -> str:
    """① to ⑳, as there are no more in one piece."""
    return chr(ord("①") + count - 1) if 1 <= count <= 20 else f"({count})"


def _of(cycle: str) -> Callable[[int], str]:
    return lambda count: cycle[(count - 1) % len(cycle)]


_WRITERS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE, write),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "decimalZero": lambda count: f"{count:02}",
}
