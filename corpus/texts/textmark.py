"""Note marks in running text: [3], ④, ³ and 〔1〕 between a number and its unit or behind a name, which no one reads out."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.amounts.unit import SCALE_WORDS, alternatives, units
from corpus.compiled import compiled
from corpus.tables import table

_CIRCLED = "①-⑳㉑-㉟㊱-㊿⑴-⒇❶-❿➀-➓"
_RAISED = "⁰¹²³⁴-⁹"
_NUMBERS = r"(?:注?\s?\d{1,2}(?:\s?[,，、\-–—]\s?\d{1,2})*|注)"
_MARK = compiled(
    rf"[ \t\u3000]?(?:(?P<bracket>[\[［]{_NUMBERS}[\]］]|〔{_NUMBERS}〕|【{_NUMBERS}】)"
    rf"|(?P<circled>[{_CIRCLED}])"
    rf"|(?P<raised>[⁽]?[{_RAISED}]{{1,2}}(?:[,，、][{_RAISED}]{{1,2}})*[⁾]?)"
    r"|(?P<star>[*＊†‡※]))+[ \t\u3000]*"
)
# What every text with a mark has.
MARKED = rf"\[［〔【{_CIRCLED}{_RAISED}⁽*＊†‡※"
_MAY = compiled(f"[{MARKED}]")
_NUMBER = compiled(r"\d$")
_NAME = compiled(r"[\u4e00-\u9fffA-Za-z)）”」》%％‰]$")
_DECIMAL = compiled(r"\d[.,，．]\d+$")
_TEN = compiled(r"(?<![\d.．,，])[1１][0０]$")
# What is raised to a power: a unit of length, a symbol of one letter.
_POWER = compiled(
    r"(?:[米里尺寸㎜㎝㎞㎡]|(?<![A-Za-zＡ-Ｚａ-ｚ])(?:[A-Za-zµμａ-ｚ]?[mｍ]|[A-Za-zＡ-Ｚａ-ｚ]|ft|in|yd|mi))$"
)
_CHARGE = compiled("[⁺⁻]")  # Ca²⁺
_END = compiled(r"[,，。;；、:：!！?？)）|\s]|$")
_SAID = compiled(
    r"[-−+]?\d|[,，。;；、:：!！?？)）(（|\s]|$|[为是达约超近较比占和与及]|实现|完成|增长|下降|同比"
)
# Numbers of documents and of things: 函〔24〕45号, ①号线.
_NUMBERED = compiled(r"第?\d+号|号|期|类|级|标段")
# The number of an item stands where one begins.
_ITEM = compiled(rf"(?:^|[\s,，。;；、:：(（])[{_CIRCLED}]")
_BEHIND = 4  # characters after a mark that tell what it is
_BEFORE = 12  # characters before it
_AROUND = 200  # characters on each side, in which others of its kind stand


def may_have(text: str) -> bool:
    """Whether a text has a character of those that marks are made of."""
    return bool(_MAY.search(text))


def marks(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the note marks of a text; what may be a number of its own is none.

    >>> list(marks("产值134.9[3]亿元，城镇化率⁽⁶⁾61.2%，①面积12.5m²，青政函〔2024〕45号"))
    [(7, 10), (17, 20)]
    """
    if not may_have(text):
        return
    items = bool(_ITEM.search(text))
    for mark in _MARK.finditer(text):
        before = text[max(0, mark.start() - _BEFORE) : mark.start()]
        after = text[mark.end() : mark.end() + _BEHIND]
        if _parts(before, after) or _NUMBERED.match(after):
            continue
        if _NUMBER.search(before):
            if _is_of_number(mark, before, after):
                yield mark.span()
        elif _is_of_name(mark, before, after, text, items=items):
            yield mark.span()


def _parts(before: str, after: str) -> bool:
    """Whether without it two numbers would be one."""
    return bool(re.search(r"[\d.]$", before) and re.match(r"[.．,，]?\d", after))


def _is_of_number(mark: re.Match[str], before: str, after: str) -> bool:
    """Whether it stands between a number and its unit, or is all that stands behind a number."""
    measured = bool(_unit().match(after))
    if mark["raised"]:
        return not _TEN.search(before) and (measured or bool(_DECIMAL.search(before) and _END.match(after)))
    return measured or (not mark["star"] and bool(_END.match(after)))


def _is_of_name(mark: re.Match[str], before: str, after: str, text: str, *, items: bool) -> bool:
    """Whether it stands behind a name."""
    if not _NAME.search(before) or mark["star"]:
        return False
    if mark["circled"]:
        return not items and bool(_SAID.match(after)) and not _is_label(mark, before, text)
    if mark["bracket"]:
        return not (_labelled().search(before) or _unit().match(after))  # 区间[5,10]元
    return not (_POWER.search(before) or _CHARGE.match(after))


def _is_label(mark: re.Match[str], before: str, text: str) -> bool:
    """Whether it tells things of one name apart: 地块①, 地块②."""
    name = before[-2:]
    around = text[max(0, mark.start() - _AROUND) : mark.end() + _AROUND]
    others = re.findall(rf"{re.escape(name)}\s*([{_CIRCLED}])", around)
    return bool(_labelled().search(before)) or len(set(others)) > 1


@cache
def _labelled() -> re.Pattern[str]:
    return compiled(f"(?:{alternatives(table('amounts')['marks']['labelled'])})$")


@cache
def _unit() -> re.Pattern[str]:
    return compiled(rf"[%％‰℃]|个百分点|{alternatives([*SCALE_WORDS, *units()])}")
