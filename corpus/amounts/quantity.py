"""Quantities as printed: value, unit, hedge and the printed words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache

from corpus.amounts.implied import NUMBER_END, is_year, of_head, unit_above, unit_behind, unit_left_out
from corpus.amounts.notation import BLANK, amount, blanked, counts, hedges, ratio, worded, words
from corpus.amounts.numeral import NotANumeral, pair, parse
from corpus.amounts.unit import same_family, scale
from corpus.compiled import compiled
from corpus.runtime.frozen import dataclass
from corpus.runtime.replace import replace
from corpus.texts.text import Folded
from corpus.texts.textmark import MARKED


class Bound(StrEnum):
    """What a hedge makes of a value: 13亿元以上 is at least, 近百家 is below."""

    EXACT = "exact"
    ABOUT = "about"  # 约 左右 上下
    AT_LEAST = "at least"  # 以上 不少于 超 突破 多 逾
    AT_MOST = "at most"  # 以内 不超过 以下
    BELOW = "below"  # 近 不足 不到


@dataclass(frozen=True)
class Quantity:
    """A number with its unit.

    `value` is in the base unit (24.69亿元 is 2469000000 元; 45.1% is 45.1 with unit "%"; 8.8个百分点 is 8.8
    with unit "个百分点"; 六成 is 60 with unit "%"). `printed_unit` is the unit as printed or as the table's
    head gives it (亿元); `scale` is what one printed unit is in base units (亿元: 100000000).
    `raw` is the printed text of number, unit and hedge as it may be quoted (13亿元以上, 近百家), gaps closed and
    note marks left out; `start` and `end` are its printed offsets in the letter's text. A cell's raw is the bare cell (37.25).
    六成 has the scale 10 of 成; 翻一番 is 2 with unit "倍" and the printed unit 番, and 持平 is 0 with unit "%".
    A misprinted unit stays as printed (千万时), `meant` is the unit that it seems to be.
    A range has `high` beside `value` (5至7年); a ratio has `parts` (3.1:50.1:46.9), its value is the first.
    """

    value: Decimal
    unit: str
    raw: str
    start: int
    end: int
    bound: Bound = Bound.EXACT
    scale: Decimal = Decimal(1)
    printed_unit: str = ""
    high: Decimal | None = None
    parts: tuple[Decimal, ...] = ()
    meant: str = ""

    @property
    def places(self) -> int:
        """Decimal places of the printed number: 24.69亿元 has 2, 10.0% has 1."""
        return max(0, -int((self.value / self.scale).as_tuple().exponent))


_PER = {"百": ("%", Decimal(1)), "千": ("‰", Decimal(1)), "万": ("%", Decimal("0.01"))}
_CHANGE = compiled(r"[由从自][^,。;、]{0,15}$")  # 由150元涨到200元 are two amounts, no range
_ONLY = compiled(r"(?:仅|只有|共|各|合计|仅有|共有)$")
# 五年 is a duration only behind one of these; elsewhere it is the time that a text speaks of.
_LASTS = compiled(r"(?:[期限满长龄达为需要至于存命]|延长|缩短|提前|推迟|工作|服务|使用|从事|历时|不低|仅)$")
_CODE = compiled(r"0\d")  # a telephone's, no amount: 0576-88830501
_CLOCK = compiled(r"[0-2]?\d:[0-5]\d")
_MARK = compiled(rf"\s?[{MARKED}]")
# A table's cell: nothing but a number that can be no code, date or time.
_ALONE = compiled(
    r"(?P<minus>-)?(?P<digits>(?:0|[1-9]\d{0,9}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?)(?P<percent>%)?"
)
_SCALED = compiled("[十百千万亿点]")
_PROPORTION = compiled(r"(?:比例?|结构|配比)(?:约?[为是]|达到?|调整[为到]|优化[为到])?$")


def quantities(folded: Folded, unit: str = "", *, counted: bool = False) -> tuple[Quantity, ...]:
    """Every amount of the text in its order; numbers that are none (dates, 5G, 第133号) are left out.

    `unit` is what bare numbers are in, from a table's head or a 单位 line: 万元, %. Spans are printed offsets. A number of
    a cell that may be a year is one, unless its column is `counted`.

    >>> from corpus.texts.text import fold
    >>> [found.raw for found in quantities(fold("2024年5G基站96个,覆盖率超85%"))]
    ['96个', '超85%']
    """
    alone = _ALONE.fullmatch(folded.text)
    if alone:
        return _of_cell(alone, folded, unit, counted)
    if not counts().search(folded.text):
        return ()
    text = blanked(folded.text)
    found: list[Quantity] = []
    for finder in (_ratios, _worded, _amounts):
        more = list(finder(text))
        found += more
        text = _without(text, more)
    ordered = sorted(found, key=lambda quantity: quantity.start)
    return tuple(
        _printed(folded, quantity) for quantity in unit_above(unit_behind(folded.text, ordered), unit)
    )


def _of_cell(match: re.Match[str], folded: Folded, unit: str, counted: bool) -> tuple[Quantity, ...]:
    """The amount of a text that is a number: what the patterns for running text would find, in no time."""
    minus, digits, percent = match.groups()
    value = Decimal(digits.replace(",", ""))
    value = -value if minus else value
    if percent:
        name, size, unit = "%", Decimal(1), "%"
    elif unit:
        name, size = of_head(unit)
    elif is_year(value) and not counted:
        return ()
    else:
        name, size = "", Decimal(1)
    start, end = folded.printed(0, len(folded.text))  # printed as it is folded, it has no gap to close
    raw = folded.text if folded.text == folded.source else folded.quote(0, len(folded.text))
    return (Quantity(value * size, name, raw, start, end, scale=size, printed_unit=unit),)


def _without(text: str, found: list[Quantity]) -> str:
    for quantity in found:
        text = text[: quantity.start] + BLANK * (quantity.end - quantity.start) + text[quantity.end :]
    return text


def _printed(folded: Folded, quantity: Quantity) -> Quantity:
    start, end = folded.printed(quantity.start, quantity.end)
    raw, one = folded.quote(quantity.start, quantity.end), quantity
    rest = one.bound, one.scale, one.printed_unit, one.high, one.parts, one.meant
    return Quantity(one.value, one.unit, raw, start, end, *rest)


def _ratios(text: str) -> Iterator[Quantity]:
    for match in ratio().finditer(text) if ":" in text else ():
        parts = tuple(parse(part) for part in match["parts"].split(":"))
        start, bound = _hedge(match)
        if not _CLOCK.fullmatch(match["parts"]) or _PROPORTION.search(text[:start]):
            yield Quantity(parts[0], "", "", start, match.end(), bound, parts=parts)


def _worded(text: str) -> Iterator[Quantity]:
    for word in words() if worded().search(text) else ():
        for match in word.pattern.finditer(text) if word.core.search(text) else ():
            start, bound = _hedge(match)
            bound = Bound(word.bound) if bound is Bound.EXACT else bound
            yield Quantity(
                Decimal(word.value), word.unit, "", start, match.end(), bound, printed_unit=word.printed
            )


def _amounts(text: str) -> Iterator[Quantity]:
    place = 0
    while match := amount(spanning=True).search(text, place):
        if match["low"] and not _is_range(match, text):
            match = amount(spanning=False).search(text, match.start())
            assert match  # the range's first number is one
        quantity = _quantity(match, text)
        if quantity:
            yield quantity
        place = match.end()


def _is_range(match: re.Match[str], text: str) -> bool:
    if _CHANGE.search(text[: match.start("low")]):
        return False
    low, high = _read(match["low"]), _read(match["digits"] or match["chinese"])
    first = match["low_unit"] or ""
    second = match["unit"] or match["chinese_unit"] or ""
    if low is None or high is None or (first and not same_family(first, second)):
        return False
    return bool(first or match["low_scale"]) or low.value < high.value


def _quantity(match: re.Match[str], text: str) -> Quantity | None:
    if match["part"] or match["over"]:
        return _fraction(match)
    if match["tenths"]:
        return _tenths(match)
    return _measured(match, text)


def _fraction(match: re.Match[str]) -> Quantity | None:
    under = (match["whole"] or match["under"]).removeprefix("负")
    whole, part = _read(under), _read(match["part"] or match["over"])
    if whole is None or part is None or not whole.value:
        return None
    unit, size = _PER.get(under, ("%", 100 / whole.value))
    size = -size if (match["whole"] or "").startswith("负") else size
    start, bound = _hedge(match)
    return Quantity(part.value * size, unit, "", start, match.end(), bound, printed_unit=f"{under}分之")


def _tenths(match: re.Match[str]) -> Quantity | None:
    read = _read(match["tenths"])
    if read is None or read.value > 10:
        return None
    tenth = Decimal(5) if match["tenth"] == "半" else parse(match["tenth"] or "零")
    start, bound = _hedge(match)
    high = read.high * 10 if read.high else None
    return Quantity(
        read.value * 10 + tenth, "%", "", start, match.end(), bound, Decimal(10), printed_unit="成", high=high
    )


@dataclass(frozen=True)
class _Read:
    value: Decimal
    high: Decimal | None = None


def _read(numeral: str) -> _Read | None:
    both = pair(numeral)
    if both:
        return _Read(*both)
    try:
        return _Read(parse(numeral))
    except NotANumeral:
        return None


def _measured(match: re.Match[str], text: str) -> Quantity | None:
    kind = "chinese" if match["chinese"] else ""
    numeral = match["chinese"] or match["digits"]
    some = match["chinese_some" if kind else "some"] or match["more"]
    unit = (match["chinese_unit" if kind else "unit"] or "").replace("/每", "/").replace("每", "/")
    words = (match["chinese_scale" if kind else "scale"] or "").removeprefix("个") + (match["further"] or "")
    # Not the numeral by its scale: 1亿3000万 is one number.
    read = _read(numeral + words)
    start, bound = _hedge(match)
    if _CODE.match(match["low"] or match["digits"] or ""):
        return None
    if read is None or not _counts(match, text) or (unit == "年" and not _lasts(match, text)):
        return None
    if some and bound is Bound.EXACT:
        bound = _bounds("between")[some]
    if read.high and bound is Bound.EXACT:
        bound = Bound.ABOUT
    printed = _scale_words(numeral, words)
    size, end = scale(printed), match.end()
    quantity = Quantity(read.value, unit, "", start, end, bound, size, printed + unit, read.high)
    if match["low"]:
        quantity = _spanned(quantity, match)
    return unit_left_out(quantity, text) if not unit else quantity


def _spanned(quantity: Quantity, match: re.Match[str]) -> Quantity:
    low = _read(match["low"])
    assert low  # checked by _is_range
    words = match["low_scale"] or ""
    # 3-5万元: the scale behind the second number is of both, but 8000元至1万元 has its own.
    factor = scale(words) if words or match["low_unit"] else quantity.scale
    return replace(quantity, value=low.value * factor, high=quantity.value)


def _hedge(match: re.Match[str]) -> tuple[int, Bound]:
    """Where the quoted words begin, and what the hedges around the amount make of it."""
    beside, quoted, after = match.group("beside", "quoted", "after")
    if quoted:
        return match.start("quoted"), _bounds("quoted")[quoted]
    start = match.start() + len(beside or "")
    if match.string.startswith("了", start, match.end()):
        start += 1
    if after:
        return start, _bounds("after")[after]
    return start, _bounds("beside")[beside] if beside else Bound.EXACT


@cache
def _bounds(place: str) -> dict[str, Bound]:
    """What each hedge of a place makes of a value."""
    return {word: Bound(bound) for word, bound in hedges(place).items()}


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether the numeral counts something: 一个 and 百家 only with a hedge before, 12 only with a unit or alone."""
    numeral = (match["chinese"] or "").removeprefix("负")
    if not (match["unit"] or match["chinese_unit"]) and _MARK.match(text, match.end()):
        return False  # a mark that cannot be told from a part of the number
    if not numeral:
        bare = not (match["unit"] or match["scale"] or "." in match["digits"])
        return not bare or bool(NUMBER_END.match(text, match.end()))
    hedged = bool(match["quoted"] or match["chinese_some"])
    if numeral[0] in "百千万亿":
        return hedged or bool(match["beside"])
    if numeral == "一":
        return hedged or bool(match["low"] or _ONLY.search(text[: match.start()]))
    return bool(len(numeral) == 1 or pair(numeral) or _SCALED.search(numeral))


def _lasts(match: re.Match[str], text: str) -> bool:
    """Whether years are a duration: 使用10年以上, not 五年累计."""
    return bool(match["after"] or match["quoted"] or match["low"] or _LASTS.search(text[: match.start()]))


def _scale_words(numeral: str, behind: str) -> str:
    """The scale that is read as part of the unit: 万 of 三百二十万亩."""
    return behind or numeral[len(numeral.rstrip("万亿")) :]
