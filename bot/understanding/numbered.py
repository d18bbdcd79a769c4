"""Numbers that tell one of a kind from another: 第11村 is no 第1村, A11地块 no A1地块, 三期工程 no 二期工程."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.amounts.numeral import NotANumeral, parse
from corpus.compiled import compiled

# What is counted through, each with what makes it another word: 五一期间, 三组织. 第一小学 is 一小, 第二人民医院 二院.
_KINDS = {
    "产": "产业(?![园集基链带区])|产(?![业品值量能出销权地])",
    "队": "[大中支]?队(?![伍员])",
    "院区": "院区",
    "校区": "校区|分校",
    "厂": "[分水电]?厂(?![房家商长])",
    "车间": "车间",
    "矿": "[煤铁]?矿(?![山产泉工区石业])",
    "幼": "幼儿园|幼(?!儿)",
    "环": "环(?=[路线内])",
    "轮": "轮(?![胎船换候渔流])",
    "线": "线(?![上下索路])",
    "院": "(?:人民|中心)?医?院(?![士区校所内外线子落])",
    "中": "中学|中(?=$|[^一-鿿]|[高学在师招考校的有多升毕占投面])",
    "小": "(?:实验)?小(?:学(?!生)|(?=$|[^一-鿿]|[学在师招校的有多占投面]))",
    "等": "等(?=[奖功品舱座级])",
    "期": "期(?![间望限末待货初满])",
    "级": "级(?![别联数度])",
    "类": "类(?![别似型])",
    "组": "组(?![织成建合长])",
    "批": "批(?![准发复评])",
    "区": "区(?![域别划间位])",
    "标": "标段|标(?![准志的识杆])",
    "段": "段(?!时间)",
    "楼": "楼(?![市盘宇])",
    "路": "路(?![上面])",
    "班": "班(?![子车次线])",
    "号": "号(?![召码])",
    "座": "座(?![谈位])",
    **{kind: kind for kind in "村届栋幢岁强巷弄"},
}
_HAN = "零〇一二三四五六七八九十"
_KIND = "|".join(f"(?P<k{place}>{said})" for place, said in enumerate(_KINDS.values()))
_NUMBER = compiled(
    rf"""第?(?P<counted>\d+(?:[.-]\d+)*|[{_HAN}百]+)(?:{_KIND})   # 第11村, 3号楼, 三期
      | 第(?P<ordinal>\d+|[{_HAN}百]+)                                      # 第五产业园
      | [a-z]+\d+(?:[.-]\d+)* | \d+[a-z]+                                    # a11, pm2.5, 5a级
      | \d+(?:[.-]\d+)*
    """,
    re.VERBOSE,
)
_LETTERED, _ORDINAL = "a", "第"
# So many of these are an amount (一座桥, 三类企业) without 第, unless the letters count them through, or it is 二 and not 两.
_MEASURED = frozenset("座栋幢批段组届班队路巷弄村楼类线轮厂")
# 3+3主导产业 is no 三产: the number of these stands beside them.
_WHOLE = frozenset("产院小中幼等线环轮")
# Ages and orders are none.
_AMOUNTS = frozenset("岁强")
# 这一类, 上一期, 县一级: which one, or of what kind.
_POINTED = compiled("[这那哪每某同任上下前后新另各有多几头统唯单整县镇市省乡村区之第]")
# 第一名, 第一大, 第一是谁: an order, and no name.
_ORDER = compiled(
    r"$|[^一-鿿a-z]|[名个项步点位条大高多快强低少慢小的是在有为排和与跟及吗呢时线季年月届次]|到底|究竟|哪|谁"
)


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


def ordinals(words: str, counted: Container[str]) -> Iterator[Numbered]:
    """The numbers of a question that say which one is asked for; `counted` are the kinds that the letters count through.

    >>> [one.words for one in ordinals("第二产业和一期工程一共修了一座桥", {"期"})]
    ['第二产业', '一期']
    """
    return (one for one in numbers(words) if _is_ordinal(one, words, counted))


def _is_ordinal(number: Numbered, words: str, counted: Container[str]) -> bool:
    if number.kind in ("", _LETTERED) or number.kind in _AMOUNTS:
        return False
    if number.words.startswith(_ORDINAL):
        return number.kind != _ORDINAL or not _ORDER.match(words, number.start + len(number.words))
    if not number.value.isdigit() or (number.kind in _MEASURED and number.kind not in counted):
        return number.words.startswith("二")
    return not (number.value == "1" and number.start and _POINTED.match(words, number.start - 1))


def tells(number: Numbered, others: Sequence[Numbered]) -> bool:
    """Whether a number is one of the others, in digits or in characters.

    >>> tells(*numbers("第15标段"), numbers("第十五标段")), tells(*numbers("第1村"), numbers("第11村"))
    (True, False)
    """
    alone = "" if number.kind in _WHOLE else number.kind
    return any((one.value, one.kind or alone) == (number.value, number.kind) for one in others)


def _numbered(match: re.Match[str]) -> Numbered:
    words = match.group()
    if match["counted"]:
        kind = next(kind for place, kind in enumerate(_KINDS) if match[f"k{place}"])
        return Numbered(match.start(), words, _value(match["counted"]), kind)
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
