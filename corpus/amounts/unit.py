"""Units: what may follow a number, what converts into what, and values printed in a unit."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from corpus.amounts.numeral import SCALES
from corpus.compiled import compiled
from corpus.tables import table

# The same words come again and again: so many are kept.
_KEPT = 1024
if TYPE_CHECKING:
    from fractions import Fraction

    from corpus.amounts.quantity import Quantity

# What 万 and its like make of the unit behind them; the longest first, as a pattern tries them.
SCALE_WORDS = ("万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百", "十")


@dataclass(frozen=True)
class Unit:
    """A unit without scale: its size in the first unit of its family, as the table has it, and whether Chinese numerals count it.

    A counter (家, 个) has the family "", for nothing converts into it.
    """

    name: str
    family: str
    size: str
    spoken: bool = True


@cache
def _data() -> dict[str, Any]:
    return table("units")


@dataclass(frozen=True)
class Scaled:
    """A unit as it is asked for or printed: 万元 is 元 by 10000, 亿 alone is no unit by 100000000."""

    unit: str
    scale: Decimal


@cache
def units() -> dict[str, Unit]:
    """All known units by name."""
    data = _data()
    measures = [
        Unit(name, family, size) for family, rows in data["family"].items() for name, size in rows.items()
    ]
    counters = [
        Unit(name, "", "1", kind == "spoken") for kind, names in data["counters"].items() for name in names
    ]
    return {unit.name: unit for unit in [*counters, *measures]}


def unit_pattern(names: list[str]) -> str:
    """A pattern that matches any of the units where the text does not go on to another word (5项目)."""
    unless = _data()["unless"]
    longest = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name) + (f"(?![{unless[name]}])" if name in unless else "") for name in longest)


def alternatives(names: list[str]) -> str:
    """A pattern that matches any of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@lru_cache(_KEPT)
def scale(words: str) -> Decimal:
    """What scale words multiply by: 万亿 is 10**12, "" is 1."""
    value = Decimal(1)
    for word in words:
        value *= SCALES[word]
    return value


@cache
def _asked() -> re.Pattern[str]:
    return compiled(rf"(?P<scale>{'|'.join(SCALE_WORDS)})?(?P<unit>{alternatives(list(units()))})?")


@lru_cache(_KEPT)
def parse_unit(text: str) -> Scaled | None:
    """The unit that a text names, None where it is none: 万元, 公顷, 个亿, 亿千瓦时, 万, 元/公斤.

    >>> parse_unit("万亩")
    Scaled(unit='亩', scale=Decimal('10000'))
    """
    name, slash, per = text.strip().partition("/")
    if name in units():  # 千瓦时 is no 千 of 瓦时
        return Scaled(name + slash + per, Decimal(1))
    match = _asked().fullmatch(name.removeprefix("个") if name.endswith(SCALE_WORDS) else name)
    if not name or not match:
        return None
    return Scaled((match["unit"] or "") + slash + per, scale(match["scale"] or ""))


def convert(quantity: "Quantity", to_unit: str) -> Decimal | None:
    """The quantity's value counted in a unit (24.69亿元 in 万元: 246900); None where it does not convert.

    A unit without a name (亿, 万) only changes the scale. What a compound unit is per must be the same. A
    misprinted unit converts as the one that it seems to be.
    """
    target = parse_unit(to_unit)
    if target is None:
        return None
    source, _, source_per = (quantity.meant or quantity.unit).partition("/")
    wanted, _, wanted_per = (target.unit or quantity.meant or quantity.unit).partition("/")
    factor = _factor(source, wanted) if source_per == wanted_per else None
    if factor is None:
        return None
    exact = _fraction(quantity.value) * factor / _fraction(target.scale)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def same_family(first: str, second: str) -> bool:
    """Whether values in both units can be compared after conversion."""
    if first == second:
        return True
    known = units()
    one, other = known.get(first), known.get(second)
    return bool(one and other and one.family and one.family == other.family)


def shown(value: Decimal, places: int | None = None) -> str:
    """The value without float noise or exponent: rounded half up to the places, or as it is, no idle zeros.

    >>> shown(Decimal("246900.000")), shown(Decimal(1) / Decimal(3), 2), shown(Decimal("1E+3"))
    ('246900', '0.33', '1000')
    """
    if places is not None:
        exact = _fraction(value) * 10**places
        whole = (2 * abs(exact).numerator + abs(exact).denominator) // (2 * abs(exact).denominator)
        value = (Decimal(whole) if exact >= 0 else -Decimal(whole)).scaleb(-places)
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


@lru_cache(_KEPT)
def _factor(source: str, target: str) -> "Fraction | None":
    if not same_family(source, target):
        return None
    return (
        _fraction(1)
        if source == target
        else _fraction(units()[source].size) / _fraction(units()[target].size)
    )


def _fraction(value: int | str | Decimal) -> "Fraction":
    # Imported here: most answers convert nothing.
    from fractions import Fraction

    return Fraction(value)
