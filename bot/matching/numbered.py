"""Numbers that tell one of a kind from another: 第11村 is no 第1村, A11地块 no A1地块, 三期工程 no 二期工程."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.compiled import compiled
from corpus.numeral import NotANumeral, parse

# What is counted through.
_KINDS = "村号期级类组批届区标段楼栋幢座岁强路巷弄队班"
_HAN = "零〇一二三四五六七八九十"
_NUMBER = compiled(
    rf"""第?(?P<counted>\d+(?:[.-]\d+)*|[{_HAN}百]+)(?P<kind>[{_KINDS}])   # 第11村, 3号楼, 三期
      | 第(?P<ordinal>\d+|[{_HAN}百]+)                                      # 第五产业园
      | [a-z]+\d+(?:[.-]\d+)* | \d+[a-z]+                                    # a11, pm2.5, 5a级
      | \d+(?:[.-]\d+)*
    """,
    re.VERBOSE,
)
_LETTERED, _ORDINAL = "a", "第"


@dataclass(frozen=True)
class Numbered:
    """A number in words: where it begins, as it is written, its value, and what it counts, "" where that is not said."""

    start: int
    words: str
    value: str
    kind: str


# Of a question and of the texts that it is held against.
@lru_cache(4096)
def numbers(words: str) -> Sequence[Numbered]:
    """The numbers in canonical words.

    >>> [(number.words, number.value) for number in numbers("第十一村和b2地块的三期工程")]
    [('第十一村', '11'), ('b2', 'b2'), ('三期', '3')]
    """
    return tuple(_numbered(match) for match in _NUMBER.finditer(words))


def tells(number: Numbered, others: Sequence[Numbered]) -> bool:
    """Whether a number is one of the others, in digits or in characters.

    >>> tells(*numbers("第15标段"), numbers("第十五标段")), tells(*numbers("第1村"), numbers("第11村"))
    (True, False)
    """
    return any((one.value, one.kind or number.kind) == (number.value, number.kind) for one in others)


def _numbered(match: re.Match[str]) -> Numbered:
    words = match.group()
    if match["counted"]:
        return Numbered(match.start(), words, _value(match["counted"]), match["kind"])
    if match["ordinal"]:
        return Numbered(match.start(), words, _value(match["ordinal"]), _ORDINAL)
    return Numbered(
        match.start(), words, words, "" if words[0].isdigit() and words[-1].isdigit() else _LETTERED
    )


def _value(numeral: str) -> str:
    try:
        return str(parse(numeral))
    except NotANumeral:  # 1-2
        return numeral
