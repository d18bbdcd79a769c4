"""The outline of an index: what a reader of many letters needs to know before it reads any."""

from dataclasses import dataclass
from datetime import date

from corpus.times.period import Period


@dataclass(frozen=True)
class Head:
    """A letter without its text: what tells it from others."""

    id: str
    title: str
    place: str
    dated: date | None
    period: Period | None


@dataclass(frozen=True)
class Size:
    """How many passages, figures and remarks a letter has."""

    passages: int
    figures: int
    remarks: int
