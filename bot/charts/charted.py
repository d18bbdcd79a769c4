"""Which figures a chart shows, and which of them belong together."""

from collections import Counter

from corpus.amounts.quantity import Bound
from corpus.figure import Figure, Measure, Status
from corpus.times.period import Period

_ALIKE = 0.8  # of the characters of two names: 工业用地出让 and 出让工业用地
_CEILINGS = frozenset({Bound.AT_MOST, Bound.BELOW})  # targets that are met by staying under them


def fulfils(done: Figure, aim: Figure) -> bool:
    """Whether a result is of what a target is of."""
    shared = (Counter(done.name) & Counter(aim.name)).total()
    return (
        done.status is Status.RESULT
        and done.period is not None
        and aim.period is not None
        and aim.period.first <= done.period.last <= aim.period.last
        and (done.place, done.quantity.unit) == (aim.place, aim.quantity.unit)
        and shared >= _ALIKE * max(len(done.name), len(aim.name))
    )


def is_amount(figure: Figure) -> bool:
    """Whether a figure is an amount above nothing that has a name."""
    return figure.measure is Measure.LEVEL and figure.quantity.value > 0 and bool(figure.name)


def is_aim(figure: Figure) -> bool:
    """Whether a figure is a target that is met by reaching it."""
    return is_target(figure) and figure.quantity.bound not in _CEILINGS


def is_target(figure: Figure) -> bool:
    """Whether a figure is planned."""
    return figure.status is Status.TARGET


def grows(figure: Figure) -> bool:
    """Whether a figure is a growth in per cent."""
    return figure.measure is Measure.GROWTH and figure.quantity.unit == "%"


def is_year(period: Period) -> bool:
    """Whether a period is a year, or its end."""
    return period.is_year or (period.is_point and period.last.month == 12)


def thing(figure: Figure) -> tuple[object, ...]:
    """What figures of one thing, place and time have in common."""
    return figure.letter, figure.subject, figure.indicator, figure.place, figure.days
