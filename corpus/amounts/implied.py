"""Units that do not stand behind their number: after a list, in a table's head, left out, misprinted."""

from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.amounts.notation import money
from corpus.amounts.unit import parse_unit, units
from corpus.compiled import compiled
from corpus.runtime.replace import replace

if TYPE_CHECKING:
    from corpus.amounts.quantity import Quantity

# What may follow a number that has no unit.
NUMBER_END = compiled(r"[,。;、:|()!?\s和与及或至到上下左增提降减占居]|$")
_JOINED = compiled(r"[、和及与或]|以及")
_TEN_THOUSAND = 10**4
_LONG_UNIT = 3  # shorter units resemble too many words
_FIRST, _LAST = 1949, 2049
_RUN = compiled(r"[\u4e00-\u9fff]{3,6}?(?=[,。;、()|]|$)")


def unit_left_out(quantity: "Quantity", text: str) -> "Quantity":
    """With the unit that is left out (产值突破50亿) or misprinted (亿千万时); unchanged where there is none."""
    run = _RUN.match(text, quantity.end)
    if run and (meant := _resembled(run[0])):
        printed = quantity.printed_unit + run[0]
        return replace(quantity, unit=run[0], printed_unit=printed, meant=meant, end=run.end())
    if (
        quantity.scale >= _TEN_THOUSAND
        and NUMBER_END.match(text, quantity.end)
        and money().search(text[: quantity.start])
    ):
        return replace(quantity, unit="元")
    return quantity


def _resembled(run: str) -> str:
    """The unit that the run differs from in one character, "" if none."""
    same_length = (name for name in units() if len(name) == len(run) >= _LONG_UNIT)
    return next(
        (name for name in same_length if sum(a != b for a, b in zip(name, run, strict=True)) == 1), ""
    )


def unit_behind(text: str, ordered: list["Quantity"]) -> list["Quantity"]:
    """With the unit given once behind a list: 3、5和8万元."""
    shared: list[Quantity] = []
    for quantity in reversed(ordered):
        after = shared[-1] if shared else None
        if (
            after
            and (_is_bare(quantity) or _is_of_points(quantity, after))
            and after.unit
            and _JOINED.fullmatch(text[quantity.end : after.start])
        ):
            quantity = _in_unit(quantity, after.unit, after.scale, after.printed_unit)
        shared.append(quantity)
    return shared[::-1]


def _is_of_points(quantity: "Quantity", after: "Quantity") -> bool:
    """Whether 个 is the beginning of the next one's unit: 1.6个、0.9个百分点."""
    return quantity.printed_unit == "个" and after.printed_unit == "个百分点"


def unit_above(found: list["Quantity"], unit: str) -> list["Quantity"]:
    """Bare numbers in the head's unit; without one, a bare year is no amount."""
    if not unit:
        return [quantity for quantity in found if not (_is_bare(quantity) and is_year(quantity.value))]
    name, size = of_head(unit)
    return [_in_unit(quantity, name, size, unit) if _is_bare(quantity) else quantity for quantity in found]


def of_head(unit: str) -> tuple[str, Decimal]:
    """A head's unit without its scale, and the scale."""
    known = parse_unit(unit)
    return (known.unit, known.scale) if known else (unit, Decimal(1))


def is_year(value: Decimal) -> bool:
    """Whether a bare number is more likely a year than an amount."""
    return _FIRST <= value <= _LAST


def _is_bare(quantity: "Quantity") -> bool:
    return not (quantity.printed_unit or quantity.unit or quantity.parts)


def _in_unit(quantity: "Quantity", unit: str, size: Decimal, printed: str) -> "Quantity":
    high = quantity.high * size if quantity.high is not None else None
    return replace(
        quantity, value=quantity.value * size, high=high, unit=unit, scale=size, printed_unit=printed
    )
