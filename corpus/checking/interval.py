"""Intervals: what a printed value may have been before it was rounded."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from corpus.amounts.quantity import Bound, Quantity
from corpus.amounts.unit import units


@dataclass(frozen=True)
class Interval:
    """All values from low to high, both included."""

    low: Decimal
    high: Decimal

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient of two positive intervals."""
        return Interval(self.low / other.high, self.high / other.low)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, factor: int) -> "Interval":
        """Every value by a positive factor."""
        return Interval(self.low * factor, self.high * factor)

    def meets(self, other: "Interval") -> bool:
        """Whether a value is in both."""
        return self.low <= other.high and other.low <= self.high


def total(intervals: Iterable[Interval]) -> Interval:
    """The sums of one value of each."""
    found = list(intervals)
    return Interval(sum((one.low for one in found), Decimal(0)), sum((one.high for one in found), Decimal(0)))


def rounded(quantity: Quantity) -> Interval:
    """What the printed value may stand for: half a last place each way, a plain count for itself.

    >>> from corpus.texts.text import fold
    >>> from corpus.amounts.quantity import quantities
    >>> rounded(quantities(fold("38.5%"))[0])
    Interval(low=Decimal('38.45'), high=Decimal('38.55'))
    """
    half = Decimal(0) if is_count(quantity) else ulp(quantity) / 2
    return Interval(quantity.value - half, quantity.value + half)


def loose(quantity: Quantity) -> Interval:
    """As `rounded`, but a whole last place each way: whoever worked it out may have cut it off."""
    return Interval(quantity.value - ulp(quantity), quantity.value + ulp(quantity))


def ulp(quantity: Quantity) -> Decimal:
    """One unit in the last printed place."""
    return Decimal(1).scaleb(-quantity.places) * quantity.scale


def is_count(quantity: Quantity) -> bool:
    """Whether it counts single things (128家), so that nothing was rounded."""
    known = units().get(quantity.unit)
    counter = known is not None and known.family in ("", "people")
    return counter and quantity.scale == 1 and quantity.places == 0


def is_exact(quantity: Quantity) -> bool:
    """Whether it is one number without a hedge, so that it can be reckoned with."""
    return (
        quantity.bound is Bound.EXACT and quantity.high is None and not quantity.parts and quantity.value != 0
    )
