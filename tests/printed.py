"""Figures made from what is printed, for tests of what is done with figures."""

from datetime import date

from corpus.amounts.quantity import Quantity, quantities
from corpus.figure import Figure, Measure, Status
from corpus.passage import Passage
from corpus.texts.text import fold
from corpus.times.period import Period

HALF = Period(date(2024, 1, 1), date(2024, 6, 30), "上半年")
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31), "全年")


def quantity(raw: str) -> Quantity:
    """The one quantity of these printed words: 24.69亿元, 至少123亩, 8.8个百分点."""
    (found,) = quantities(fold(raw))
    return found


def figure(
    raw: str,
    name: str = "产值",
    *,
    measure: Measure = Measure.LEVEL,
    direction: int = 1,
    status: Status = Status.RESULT,
    verb: str = "",
    basis: str = "",
) -> Figure:
    """A figure of 椒江区 in the first half of 2024 with this printed quantity."""
    return Figure(
        letter="a",
        passage="a:0",
        place="椒江区",
        subject="",
        indicator=name,
        name=name,
        period=HALF,
        status=status,
        measure=measure,
        quantity=quantity(raw),
        direction=direction,
        basis=basis,
        verb=verb,
    )


def growth(raw: str, name: str = "产值", *, direction: int = 1) -> Figure:
    """A growth against the same time of last year."""
    return figure(raw, name, measure=Measure.GROWTH, direction=direction, verb="增长", basis="同比")


def passage(text: str) -> Passage:
    """The sentence as a passage of its own."""
    return Passage("a:0", "a", (), 0, 0, len(text), text)
