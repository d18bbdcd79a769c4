"""Word's own numbering of paragraphs, written out: 一、 （一） 1."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.numeral import write

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCountingThousand",
)


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered: 第%1章 in Chinese numerals."""

    pattern: str
    style: str
    first: int


class Numbering:
    """The numbers of a document's paragraphs, to be asked for in their order."""

    def __init__(self, word: "WordDocument") -> None:
        self._lists = _lists(word)
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, paragraph: "Paragraph") -> str:
        """The number before the next paragraph, "" where it has none."""
        place = _place(paragraph)
        level = self._lists.get(place[0], {}).get(place[1]) if place else None
        if place is None or level is None:
            return ""
        name, depth = place
        counts = self._counts.setdefault(name, {})
        counts[depth] = counts.get(depth, level.first - 1) + 1
        for below in [other for other in counts if other > depth]:
            del counts[below]
        return re.sub(r"%(\d)", lambda match: self._written(name, int(match[1]) - 1), level.pattern)

    def _written(self, name: str, depth: int) -> str:
        level = self._lists[name].get(depth)
        count = self._counts[name].get(depth, level.first if level else 1)
        return write(count) if level and level.style in _CHINESE else str(count)


def _place(paragraph: "Paragraph") -> tuple[str, int] | None:
    """The list and the depth of a paragraph, its own or its style's."""
    style = paragraph.style
    owners = [paragraph._p, *([style.element] if style is not None else [])]
    for owner in owners:
        found = owner.find(f"{_W}pPr/{_W}numPr")
        if found is not None:
            name, depth = found.find(f"{_W}numId"), found.find(f"{_W}ilvl")
            if name is not None:
                return name.get(f"{_W}val"), int(depth.get(f"{_W}val")) if depth is not None else 0
    return None


def _lists(word: "WordDocument") -> Mapping[str, Mapping[int, Level]]:
    parts = [link.target_part for link in word.part.rels.values() if link.reltype.endswith("/numbering")]
    if not parts:
        return {}
    root = parts[0].element
    drawn = {item.get(f"{_W}abstractNumId"): item for item in root.findall(f"{_W}abstractNum")}
    lists = {}
    for item in root.findall(f"{_W}num"):
        reference = item.find(f"{_W}abstractNumId")
        abstract = drawn.get(reference.get(f"{_W}val")) if reference is not None else None
        if abstract is not None:
            lists[item.get(f"{_W}numId")] = {
                int(level.get(f"{_W}ilvl")): _level(level) for level in abstract.findall(f"{_W}lvl")
            }
    return lists


def _level(element: object) -> Level:
    def value(name: str, default: str) -> str:
        found = element.find(f"{_W}{name}")  # type: ignore[attr-defined]  # lxml declares no element type
        return default if found is None else str(found.get(f"{_W}val"))

    style = value("numFmt", "decimal")
    # Bullets are drawn with symbols that say nothing.
    return Level("" if style in ("bullet", "none") else value("lvlText", ""), style, int(value("start", "1")))
