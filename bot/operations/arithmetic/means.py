"""Means: what there is of one figure for each of another, or of several for each of them."""

from collections.abc import Sequence
from decimal import Decimal

from bot.operations.arithmetic.reckon import PLACES, Working, bound_of, number_in, rounded_to, sum_of
from corpus.amounts.unit import shown
from corpus.figure import Figure
from corpus.runtime.replace import replace

_TENTH = 1
# A mean of so much is given whole.
_MANY = 1000


def quotient(figure: Figure, count: Figure) -> Working:
    """What there is of the one for each of the other, in the unit of the first, rounded to a tenth: 5540 ÷ 897."""
    unit = figure.quantity.printed_unit
    first, second = number_in(figure.quantity, unit), count.quantity.value
    value, rounded = rounded_to(first / second, _TENTH)
    expression = f"{shown(first)} ÷ {shown(second)}"
    return Working(expression, value, unit, (figure, count), bound_of((figure, count)), rounded)


def mean_of_all(figures: Sequence[Figure]) -> Working:
    """What figures come to for each of them, to hundredths: (72.6 + 64.1) ÷ 2."""
    total = sum_of(figures)
    value, rounded = rounded_to(total.value / len(figures), PLACES)
    return replace(
        total,
        expression=f"({total.expression}) ÷ {len(figures)}",
        value=value,
        rounded=total.rounded or rounded,
    )


def mean_of(figure: Figure, count: Figure) -> Working:
    """What there is of the one for each of the other, to hundredths, in a unit of the one in which it is at least one.

    7.15万元 for 812 people is 88.05元, not 0.01万元.
    """
    number, second = figure.quantity.value, count.quantity.value
    scale, printed = figure.quantity.scale, figure.quantity.printed_unit
    while number / second < scale and scale > 1:
        scale, printed = _smaller(scale, printed)
    exact = number / scale / second
    value, rounded = rounded_to(exact, PLACES if exact < _MANY else 0)
    expression = f"{shown(number / scale)} ÷ {shown(second)}"
    return Working(expression, value, printed, (figure, count), bound_of((figure, count)), rounded)


def _smaller(scale: Decimal, printed: str) -> tuple[Decimal, str]:
    """The next smaller scale that papers print: of 亿元 万元, of 万元 元."""
    if printed.startswith("亿"):
        return scale / 10000, "万" + printed[1:]
    return scale / scale, printed.lstrip("百千十万亿")


def monthly_of(figure: Figure, months: int) -> Working:
    """What there is of a figure for each of so many months, to hundredths: 1284 ÷ 12."""
    unit = figure.quantity.printed_unit
    number = number_in(figure.quantity, unit)
    value, rounded = rounded_to(number / months, PLACES)
    return Working(f"{shown(number)} ÷ {months}", value, unit, (figure,), bound_of((figure,)), rounded)
