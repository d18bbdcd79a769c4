"""Periods of time: what a figure is of, and what a question asks for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sureness(StrEnum):
    """Where a period comes from."""

    STATED = "stated"  # 2024年1-6月
    RELATIVE = "relative"  # 今年上半年, resolved by the letter's own date
    INHERITED = "inherited"  # taken over from the clause, sentence, heading or title before


@dataclass(frozen=True)
class Period:
    """A first and a last day, the words that gave them, and how sure they are.

    A point in time (年末, 截至6月底) has first == last. An open-ended or several-year span has the days it
    covers (五年来). `raw` is what the text says; for an inherited period, what was inherited.
    """

    first: date
    last: date
    raw: str
    sureness: Sureness = Sureness.STATED

    @property
    def is_point(self) -> bool:
        """Whether it is one day: the state at a date, not a flow over a time."""
        return self.first == self.last

    def same_days(self, other: "Period") -> bool:
        """Whether both cover the same days."""
        return (self.first, self.last) == (other.first, other.last)
