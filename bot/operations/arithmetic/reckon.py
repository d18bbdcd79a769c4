"""Arithmetic over printed figures: the working is shown, and a hedge of a term is carried into the result."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.amounts.quantity import Bound, Quantity
from corpus.amounts.unit import convert, shown, units
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

_PERCENT = "%"
_POINTS = "个百分点"
# 翻一番 is a multiple.
_FOLD = "番"
# A share is given as letters print it, to a tenth; one of less than a hundredth, and what is no share, to a hundredth.
_SHARE_PLACES, PLACES = 1, 2


@dataclass(frozen=True)
class Working:
    """A result with the sum it comes from: expression "38.45 − 24.69", value 13.76, unit 亿元.

    Made by the functions of this module and of means.py alone, and by those of awards/reckoning/reckoned.py, where it is of rules
    and has no figures as terms. `rounded` says that the value is not exact,
    `relation` that the expression compares and its value is the difference.
    """

    expression: str
    value: Decimal
    unit: str
    terms: tuple[Figure, ...]
    bound: Bound = Bound.EXACT
    rounded: bool = False
    relation: bool = False

    @property
    def text(self) -> str:
        """The working as it is shown: 38.45 − 24.69 = 13.76(亿元); of a comparison 22.67 < 25(亿元)."""
        if self.relation:
            return f"{self.expression}({self.unit})"
        sign = "≈" if self.rounded else "="
        return f"{self.expression} {sign} {shown(self.value)}({self.unit})"

    @property
    def result(self) -> str:
        """The value with its unit: 13.76亿元."""
        return f"{shown(abs(self.value))}{self.unit}"


def sum_of(figures: Sequence[Figure]) -> Working:
    """All added up, in the unit of the first."""
    unit = common_unit(figures)
    numbers = [number_in(figure.quantity, unit) for figure in figures]
    return Working(_joined(numbers, " + "), sum(numbers, Decimal(0)), unit, tuple(figures), bound_of(figures))


# What a hedge makes of a result from which its amount is taken away.
_TURNED = {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST, Bound.BELOW: Bound.AT_LEAST}


def difference(figure: Figure, *others: Figure) -> Working:
    """The first less the others. Two percentages differ by points."""
    figures = (figure, *others)
    unit = common_unit(figures)
    numbers = [_signed_number(one, unit) for one in figures]
    value = numbers[0] - sum(numbers[1:], Decimal(0))
    smallest = min((one.quantity for one in figures), key=lambda quantity: quantity.scale).printed_unit
    if abs(value) < 1 and smallest != unit:
        # 1.26万个 less 7800个 are 4800个.
        unit = smallest
        numbers = [_signed_number(one, unit) for one in figures]
        value = numbers[0] - sum(numbers[1:], Decimal(0))
    return Working(
        _joined(numbers, " − "),
        value,
        _POINTS if unit == _PERCENT else unit,
        figures,
        _bound_of_difference(figures),
    )


def share(part: Figure, whole: Figure) -> Working:
    """The part in per cent of the whole, rounded to a tenth, where it is small to a hundredth."""
    unit = common_unit((part, whole))
    first, second = (number_in(one.quantity, unit) for one in (part, whole))
    exact = first / second * 100
    value, rounded = rounded_to(exact, _SHARE_PLACES if exact >= 1 else PLACES)
    expression = f"{shown(first)} ÷ {shown(second)} × 100%"
    return Working(expression, value, _PERCENT, (part, whole), _bound_of_difference((part, whole)), rounded)


def times(one: Figure, other: Figure) -> Working:
    """How many times the other the one is, rounded to hundredths: 42689 ÷ 18980."""
    unit = common_unit((one, other))
    first, second = (number_in(figure.quantity, unit) for figure in (one, other))
    value, rounded = rounded_to(first / second, PLACES)
    expression = f"{shown(first)} ÷ {shown(second)}"
    return Working(expression, value, "倍", (one, other), bound_of((one, other)), rounded)


def base(level: Figure, growth: Figure) -> Working:
    """The value a growth started from, to the level's places: 24.69 ÷ (1 + 45.1%); of 上年的1.5倍 3000 ÷ 1.5."""
    unit = level.quantity.printed_unit
    number = number_in(level.quantity, unit)
    if growth.quantity.printed_unit == _FOLD or growth.measure is Measure.MULTIPLE:
        times, expression = growth.quantity.value, f"{shown(number)} ÷ {shown(growth.quantity.value)}"
    else:
        rate = growth.signed if growth.quantity.unit == _PERCENT else growth.signed * 100
        sign = "+" if rate >= 0 else "−"
        times, expression = 1 + rate / 100, f"{shown(number)} ÷ (1 {sign} {shown(abs(rate))}%)"
    value, rounded = rounded_to(number / times, level.quantity.places)
    # 一半 and 翻一番 are as exact as words are; 7.5% was rounded before it was printed.
    rounded = rounded or any(letter.isdigit() for letter in growth.quantity.raw)
    return Working(expression, value, unit, (level, growth), bound_of((level,)), rounded=rounded)


def step_of(level: Figure, growth: Figure) -> Working:
    """What a growth added since it started, to the level's places: 24.69 − 24.69 ÷ (1 + 45.1%)."""
    started = base(level, growth)
    number = number_in(level.quantity, started.unit)
    expression = f"{shown(number)} − {started.expression}"
    return replace(started, expression=expression, value=number - started.value)


def before_change(level: Figure, change: Figure) -> Working:
    """The value before a change in points or units: 40.5 + 8.8 after a fall of 8.8 points."""
    unit = level.quantity.printed_unit
    number = number_in(level.quantity, unit)
    step = _step(number_in(change.quantity, unit), change)
    return Working(_less(number, step), number - step, unit, (level, change), bound_of((level,)))


def place_before(rank: Figure, change: Figure, step: Decimal) -> Working:
    """The place in a row before it moved: 4 + 2 after 前移2位, for the first place is the smallest number."""
    expression = f"{shown(rank.quantity.value)} {'+' if step > 0 else '−'} {shown(abs(step))}"
    return Working(expression, rank.quantity.value + step, "位", (rank, change), bound_of((rank,)))


def rate_before(growth: Figure, change: Figure, *, of_fall: bool) -> Working:
    """The growth before it changed by points; of a fall both are its size: 3.2 + 4.1 after 收窄4.1."""
    now = -growth.signed if of_fall else growth.signed
    step = _step(change.quantity.value, change)
    return Working(_less(now, step), now - step, _PERCENT, (growth, change), bound_of((growth,)))


def other_side(own: Figure, gap: Figure, *, of_fall: bool) -> Working:
    """What a gap in points is to: 4.3 − 2.1 where 4.3% is 2.1 points above it; of falls their sizes are compared."""
    step = _step(gap.quantity.value, gap)
    number = -own.signed if of_fall else own.signed
    return Working(_less(number, step), number - step, own.quantity.unit, (own, gap), bound_of((own, gap)))


def pulled_by(rate: Figure, growth: Figure) -> Working:
    """A contribution rate times the growth it is of, in points, to the growth's places: 5.0% × 60%."""
    exact = growth.signed * rate.signed / 100
    value, rounded = rounded_to(exact, max(growth.quantity.places, 1))
    expression = f"{shown(growth.signed)}% × {shown(rate.signed)}%"
    return Working(expression, value, _POINTS, (growth, rate), bound_of((growth, rate)), rounded)


def over_base(index: Figure) -> Working:
    """An index less the 100 that it is counted from, in per cent: 100.2 − 100."""
    value = index.quantity.value
    return Working(f"{shown(value)} − 100", value - 100, _PERCENT, (index,), bound_of((index,)))


def member_of(ratio: Figure, place: int) -> Working:
    """One member of a ratio in per cent of all of them, to the ratio's places: 45.1 of 3.2:45.1:51.7."""
    parts = ratio.quantity.parts
    whole = sum(parts, Decimal(0))
    places = max(-int(part.as_tuple().exponent) for part in parts)
    value, rounded = rounded_to(parts[place] / whole * 100, max(places, 0))
    expression = f"{shown(parts[place])} ÷ ({_joined(parts, ' + ')}) × 100%"
    return Working(expression, value, _PERCENT, (ratio,), bound_of((ratio,)), rounded)


def whole_of(part: Figure, percent: Figure) -> Working:
    """The whole that a part is so many per cent of, to the part's places: 156 ÷ 82.1%."""
    unit = part.quantity.printed_unit
    number = number_in(part.quantity, unit)
    value, _ = rounded_to(number / percent.quantity.value * 100, part.quantity.places)
    expression = f"{shown(number)} ÷ {shown(percent.quantity.value)}%"
    return Working(expression, value, unit, (part, percent), bound_of((part,)), rounded=True)


def part_of(whole: Figure, percent: Figure) -> Working:
    """So many per cent of a whole, to one place more than it has: 368.5 × 79.8%."""
    unit = whole.quantity.printed_unit
    number = number_in(whole.quantity, unit)
    value, rounded = rounded_to(number * percent.quantity.value / 100, whole.quantity.places + 1)
    expression = f"{shown(number)} × {shown(percent.quantity.value)}%"
    return Working(expression, value, unit, (whole, percent), bound_of((whole,)), rounded)


def at_price(price: Figure, number: Decimal) -> Working:
    """What so many come to at a price for each: 400 × 5, 9.6 × 50 of 9.6万元/亩."""
    unit = price.quantity.printed_unit
    each = number_in(price.quantity, unit)
    expression = f"{shown(each)} × {shown(number)}"
    return Working(expression, each * number, unit.split("/")[0], (price,), bound_of((price,)))


def count_of(figures: Sequence[Figure], unit: str) -> Working:
    """How many figures there are."""
    return Working(" + ".join("1" for _ in figures), Decimal(len(figures)), unit, tuple(figures))


def converted(figure: Figure, unit: str) -> Working | None:
    """The figure in another unit, None where it does not convert, or to less than half a hundredth of it; to hundredths
    where it is not exact."""
    value = convert(figure.quantity, unit)
    if value is None:
        return None
    number = number_in(figure.quantity, figure.quantity.printed_unit)
    exact = value == value.quantize(Decimal("0.0001"))
    expression = f"{shown(number)}{figure.quantity.printed_unit}"
    if exact:
        return Working(expression, value, unit, (figure,), figure.quantity.bound)
    shortened = rounded_to(value, PLACES)[0]
    if not shortened:
        # 7.6万元 is not 0亿元.
        return None
    return Working(expression, shortened, unit, (figure,), figure.quantity.bound, rounded=True)


def compared(figure: Figure, asked: Quantity) -> Working | None:
    """The figure less a quantity that the question names, None where their units do not go together."""
    unit = figure.quantity.printed_unit
    if asked.unit and asked.unit != figure.quantity.unit:
        return None
    scale = figure.quantity.scale
    number = number_in(figure.quantity, unit)
    other = asked.value / scale
    sign = ">" if number > other else "<" if number < other else "="
    expression = f"{shown(number)} {sign} {shown(other)}"
    return Working(expression, number - other, unit, (figure,), figure.quantity.bound, relation=True)


def common_unit(figures: Sequence[Figure]) -> str:
    """The printed unit that all are reckoned in: the largest of them."""
    return max((figure.quantity for figure in figures), key=lambda quantity: quantity.scale).printed_unit


def comparable(figures: Sequence[Figure]) -> bool:
    """Whether all have one base unit."""
    return len({figure.quantity.unit for figure in figures}) == 1


def number_in(quantity: Quantity, unit: str) -> Decimal:
    """The printed number, or what it is in another scale of its unit; 基点 in points beside a percentage."""
    in_points = unit == _PERCENT and quantity.unit in units() and units()[quantity.unit].family == "points"
    to_unit = _POINTS if in_points else unit
    value = convert(quantity, to_unit) if to_unit != quantity.printed_unit else None
    return value if value is not None else quantity.value / quantity.scale


def _signed_number(figure: Figure, unit: str) -> Decimal:
    number = number_in(figure.quantity, unit)
    return -abs(number) if figure.direction < 0 else number


def _step(size: Decimal, change: Figure) -> Decimal:
    """A change or gap of a size as it is to be taken away: a fall is less than nothing."""
    return abs(size) * (1 if change.direction > 0 else -1)


def _less(number: Decimal, step: Decimal) -> str:
    """A number less a step, what is less than nothing added: 40.5 + 8.8."""
    return f"{shown(number)} {'−' if step > 0 else '+'} {shown(abs(step))}"


def _joined(numbers: Sequence[Decimal], sign: str) -> str:
    bracket: Callable[[Decimal], str] = lambda number: f"({shown(number)})" if number < 0 else shown(number)  # noqa: E731
    return sign.join([shown(numbers[0]), *map(bracket, numbers[1:])])


def rounded_to(value: Decimal, places: int) -> tuple[Decimal, bool]:
    """The value to so many places, and whether that changed it."""
    short = Decimal(shown(value, places))
    return short, short != value


def _bound_of_difference(figures: Sequence[Figure]) -> Bound:
    """The hedge of what is taken away, or divided by, turns round: 500 less 377以上 is at most 123."""
    first, *rest = figures
    bounds = {first.quantity.bound, *(_TURNED.get(one.quantity.bound, one.quantity.bound) for one in rest)}
    return _agreed(bounds)


def bound_of(figures: Sequence[Figure]) -> Bound:
    """The hedge of a result: that of its terms where they agree, about where they do not."""
    return _agreed({figure.quantity.bound for figure in figures})


def _agreed(bounds: set[Bound]) -> Bound:
    """The one hedge of several terms, about where they disagree."""
    told = bounds - {Bound.EXACT}
    return told.pop() if len(told) == 1 else Bound.ABOUT if told else Bound.EXACT
