"""Ranks in a text: 居全市第三位, 排名全市第2, 居全省首位."""

import re
from decimal import Decimal

from corpus.amounts.numeral import NotANumeral, parse
from corpus.amounts.quantity import Bound, Quantity
from corpus.compiled import compiled
from corpus.runtime.replace import replace
from corpus.texts.text import Folded

_PLACE = r"(?:全[国省市县区州球]|世界|中[部国]|西部|东部|[国省市县区]内?|同类[^,。;]{0,6}|各[^,。;]{1,10})"
_AMONG = r"(?:位?居|位?列|排|名列|位次|排名|排位|跻身|升至|升到|进位至|名次|保持|稳居|跃居|跃升至|蝉联|并列|夺得|获得|获|在)"
_PATTERN = compiled(
    r"""
    第(?P<place>\d+|[一二三四五六七八九十]+)(?:[位名](?!单|优|牌|于)|(?=[,。;、!()]|[和与及]第|$))      # 第三位, 全市第2
  | (?P<first>首位(?!度)|榜首|头名|魁首|首(?=[,。;、]|$))
  | 前(?P<among>\d+|[一二三四五六七八九十]+)(?:[位名强](?=[,。;、!)]|的|$)|(?=[,。;、!)]|$))     # 全省前三
    """,
    re.VERBOSE,
)
_MAY = compiled("[第首头前]")  # no rank is without one of these
_BEFORE = compiled(rf"(?:{_AMONG}[^,。;、:]{{0,14}}|{_PLACE}[^,。;、:]{{0,4}})$")
# 摆在首位 says how much something counts.
_PLACED = compiled(r"[摆放置]在[^,，。;、]{0,8}$|[摆放置]在?(?:更加)?(?:突出|优先)?(?:的)?$")
_JOINT = compiled("[、和与及]|以及")


def ranks(folded: Folded) -> tuple[Quantity, ...]:
    """Every rank as a quantity in 位; 前三 is at most 3. Ordinals of something else (第三产业) are none.

    >>> from corpus.texts.text import fold
    >>> [(rank.raw, str(rank.value)) for rank in ranks(fold("居全市第三位,排名提升至全省首位。"))]
    [('第三位', '3'), ('首位', '1')]
    """
    if not _MAY.search(folded.text):  # most sentences
        return ()
    found: list[Quantity] = []
    end = len(folded.text)
    for match in _PATTERN.finditer(folded.text):
        # 分别居第二位、第六位: the next of a list.
        goes_on = _JOINT.fullmatch(folded.text, end, max(end, match.start())) is not None
        before = folded.text[: match.start()]
        ranked = (goes_on or _BEFORE.search(before)) and not (match["first"] and _PLACED.search(before))
        rank = _rank(match, folded) if ranked else None
        if rank:
            found.append(rank)
            end = match.end()
    return tuple(found)


def _rank(match: re.Match[str], folded: Folded) -> Quantity | None:
    printed = match["place"] or match["among"]
    try:
        value = parse(printed) if printed else Decimal(1)
    except NotANumeral:
        return None
    start, end = folded.printed(match.start(), match.end())
    rank = Quantity(value, "位", folded.quote(match.start(), match.end()), start, end, printed_unit="位")
    return replace(rank, bound=Bound.AT_MOST) if match["among"] else rank
