"""Word's own numbering of paragraphs, written out: 一、 （一） 1. ①."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from corpus.amounts.numeral import write
from corpus.formats.word.style import Styles, value
from corpus.runtime.replace import replace

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered: 第%1章 in Chinese numerals. `restart` is where the count begins anew."""

    pattern: str
    style: str
    first: int
    named: str = ""
    legal: bool = False
    kept: bool = False
    restart: int | None = None


@dataclass(frozen=True)
class Listing:
    """A list of a document; lists drawn alike count together."""

    drawn: str
    levels: Mapping[int, Level]


class Numbering:
    """The numbers of a document's paragraphs, to be asked for in their order."""

    def __init__(self, root: ET.Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _lists(root) if root is not None else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._numbered: dict[str, list[tuple[str, ET.Element]]] = {}

    def numbers_unstyled(self) -> bool:
        """Whether a paragraph without a style is numbered."""
        return bool(self._inherited(self._styles.id(ET.Element("p"))))

    def next(self, paragraph: ET.Element) -> str:
        """The number before the next paragraph, "" where it has none."""
        name, depth = self._place(paragraph)
        listing = self._lists.get(name)
        level = listing.levels.get(depth) if listing else None
        if listing is None or level is None:
            return ""
        counts = self._counts.setdefault(listing.drawn, {})
        before = counts.get(depth, level.first - 1)
        if level.restart is not None and (name, depth) not in self._begun:
            before = level.restart - 1
        self._begun.add((name, depth))
        counts[depth] = before + 1
        for below in [other for other in counts if other > depth]:
            if below not in listing.levels or not listing.levels[below].kept:
                del counts[below]
        return re.sub(
            r"%(\d)", lambda match: _written(listing, counts, int(match[1]) - 1, level), level.pattern
        )

    def _place(self, paragraph: ET.Element) -> tuple[str, int]:
        """The list and the depth of a paragraph, its own or its style's."""
        properties = paragraph.find("pPr")
        own = properties.find("numPr") if properties is not None else None
        name, depth = value(own, "numId"), value(own, "ilvl")
        for style, inherited in self._inherited(self._styles.id(paragraph)):
            if name and depth:
                break
            name = name or value(inherited, "numId")
            depth = depth or self._depth(name, style) or value(inherited, "ilvl")
        return name, int(depth) if depth.isdecimal() else 0

    def _inherited(self, style: str) -> list[tuple[str, ET.Element]]:
        """The styles that a style follows and that are numbered, each with how."""
        if style not in self._numbered:
            chain = ((name, element.find("pPr/numPr")) for name, element in self._styles.chain(style))
            self._numbered[style] = [(name, found) for name, found in chain if found is not None]
        return self._numbered[style]

    def _depth(self, name: str, style: str) -> str:
        """The depth that a list says it has for paragraphs of a style."""
        levels = self._lists[name].levels if name in self._lists else {}
        return next((str(depth) for depth, level in levels.items() if level.named == style), "")


def glued(number: str, text: str) -> str:
    """A number before its text, a gap between them where they would read as one figure or word.

    >>> glued("2.", "15个项目开工"), glued("（一）", "15个项目"), glued("1", "2024年"), glued("第一章", "总则")
    ('2. 15个项目开工', '（一）15个项目', '1  2024年', '第一章 总则')
    """
    if not number or not text:
        return number + text
    if number[-1].isdigit() and number[-1].isdecimal():
        return f"{number}  {text}"
    is_open = number[-1].isalpha() or (number[-1] in ".．" and re.match(r"[-−+.\d０-９]", text))
    return f"{number} {text}" if is_open else number + text


def _written(listing: Listing, counts: Mapping[int, int], depth: int, shown: Level) -> str:
    level = listing.levels.get(depth)
    count = counts.get(depth, level.first if level else 1)
    style = "decimal" if level is None or (shown.legal and level is not shown) else level.style
    return _STYLES.get(style, str)(count)


def _roman(count: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        written += letters * (count // size)
        count %= size
    return written


def _letter(count: int) -> str:
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else str(count)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if 0 < count <= len(signs) else str(count)


_CHINESE = dict.fromkeys(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "taiwaneseDigital",
    ),
    write,
)
_CIRCLED = _one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
_STYLES: Mapping[str, Callable[[int], str]] = {
    **_CHINESE,
    "chineseLegalSimplified": lambda count: write(count).translate(_FORMAL),
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": lambda count: str(count).translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "ideographEnclosedCircle": _one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda count: _letter(count).lower(),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def _lists(root: ET.Element) -> Mapping[str, Listing]:
    drawn = {item.get("abstractNumId", ""): item for item in root.findall("abstractNum")}
    styled = {value(item, "styleLink"): item for item in drawn.values() if value(item, "styleLink")}
    lists = {}
    for item in root.findall("num"):
        reference = value(item, "abstractNumId")
        abstract = drawn.get(reference)
        if abstract is None:
            continue
        abstract = styled.get(value(abstract, "numStyleLink"), abstract)
        levels = {_depth(level): _level(level) for level in abstract.findall("lvl")}
        for override in item.findall("lvlOverride"):
            _override(levels, override)
        lists[item.get("numId", "")] = Listing(abstract.get("abstractNumId", ""), levels)
    return lists


def _override(levels: dict[int, Level], override: ET.Element) -> None:
    """A list's own level or start instead of those that it is drawn with."""
    depth, own, start = _depth(override), override.find("lvl"), value(override, "startOverride")
    if own is not None:
        levels[depth] = _level(own)
    if depth in levels and start.isdecimal():
        levels[depth] = replace(levels[depth], restart=int(start))


def _depth(element: ET.Element) -> int:
    printed = element.get("ilvl", "0")
    return int(printed) if printed.isdecimal() else 0


def _level(element: ET.Element) -> Level:
    style = value(element, "numFmt") or value(element.find(".//Choice"), "numFmt") or "decimal"
    start = value(element, "start")
    legal = element.find("isLgl")
    return Level(
        # Bullets are drawn with symbols that say nothing; a level without numbers may have words: [摘要].
        "" if style == "bullet" else value(element, "lvlText"),
        style,
        int(start) if start.isdecimal() else 1,
        value(element, "pStyle"),
        legal=legal is not None and legal.get("val", "1") not in ("0", "false"),
        kept=value(element, "lvlRestart") == "0",
    )
