"""Things named in a sentence, as many as it says: 2个园区：东港园区、西岭园区; 东港、西岭两个园区."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.amounts.numeral import counted
from corpus.compiled import compiled

_NUMBER = r"(?P<count>(?<![\d.])\d{1,2}|[两二三四五六七八九十]{1,2})"
# What things that have names are counted in.
UNITS = frozenset("个家类项条所座大位名种本套件处支点只")
_UNIT = f"(?P<unit>[{''.join(sorted(UNITS))}])"
_CALLED = r"(?P<noun>[一-鿿]{0,12}?)"
# What leads to the names behind a count: a colon, a bracket, 分别是.
_BEHIND = compiled(
    rf"(?P<before>[一-鿿]{{0,14}}?){_NUMBER}{_UNIT}{_CALLED}"
    r"(?:[,，]?(?:(?:分别|依次)(?:是|为|叫)?|即|包括|(?:它们)?[是为])[:：]?|[:：]|(?P<bracket>[（(])(?:分别(?:是|为)|即|包括)?)"
)
_FRONT = compiled(
    rf"(?P<names>[^,，;；。:：]*[、和与及][^,，;；。:：]*?)(?:等|共计?|合计|这)?{_NUMBER}{_UNIT}(?P<noun>[一-鿿]{{0,12}})"
)
_MOVED = compiled(
    r"(?:^|[,，;；。:：])(?P<names>[^,，;；。:：]*、[^,，;；。:：]*?)(?:等)?(?:价格)?(?:均|都|分别|有所|略有|同比|环比|小幅)*"
    r"(?P<way>下降|下跌|回落|减少|上涨|上升|增长|提高)(?=[,，;；。]|$)"
)
# What ends a clause.
_MARK = compiled("[,，;；。]")
_AND = compiled("以及|[和与及]")
_COUNT = compiled(rf"\d+[{''.join(sorted(UNITS))}]")
_FALLS = ("下降", "下跌", "回落", "减少")


@dataclass(frozen=True)
class Enumeration:
    """The names of so many things, and text[start:end] that says them; `noun` is what they are called beside the count.

    `way` is 1 or -1 for things named because they rose or fell, else 0.
    """

    names: tuple[str, ...]
    unit: str
    noun: str
    before: str
    start: int
    end: int
    way: int = 0


def enumerations(text: str) -> Iterator[Enumeration]:
    """Each count of a text with as many names beside it; what names more or fewer is none."""
    for match in _BEHIND.finditer(text):
        yield from _behind(text, match)
    for match in _FRONT.finditer(text):
        names = _split(match["names"], counted(match["count"]))
        if names:
            end = match.end() + len(_MARK.split(text[match.end() :])[0])
            yield Enumeration(names, match["unit"], match["noun"], "", match.start(), end)
    for match in _MOVED.finditer(text):
        names = tuple(match["names"].split("、"))
        way = -1 if match["way"] in _FALLS else 1
        yield Enumeration(names, "", "", "", match.start("names"), match.end(), way)


def _behind(text: str, match: re.Match[str]) -> Iterator[Enumeration]:
    count = counted(match["count"])
    rest = text[match.end() :]
    if match["bracket"]:
        rest = re.split("[）)]", rest)[0] if not re.search("[（(]", rest.split("）")[0]) else rest
    near = _MARK.split(rest)[0]
    whole = rest.split("。")[0]
    pieces = [piece for piece in re.split("[;；]", whole) if piece]
    names, size = _split(near, count), len(near)
    if not names and len(pieces) == count > 1:
        names, size = tuple(re.split("[,，]", piece)[0] for piece in pieces), len(whole)
    if names:
        closing = 1 if match["bracket"] and text[match.end() + size :][:1] in "）)" else 0
        yield Enumeration(
            names, match["unit"], match["noun"], match["before"], match.start(), match.end() + size + closing
        )


def _split(text: str, count: int) -> tuple[str, ...]:
    """The names of a text that are as many as said, () where they are not: the last may stand behind 和."""
    names = [name for name in text.split("、") if name]
    if len(names) == count - 1:
        parts = _AND.split(names[-1])
        names = [*names[:-1], *parts] if len(parts) == 2 else names
    named = all(len(name) > 1 and not _COUNT.search(name) for name in names)
    return tuple(names) if len(names) == count > 1 and named else ()
