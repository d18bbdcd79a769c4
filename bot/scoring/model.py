"""The learned score: a logistic regression over named features, kept as a file that a person can read."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from bot.scoring.evidence import Evidence
from bot.tables import table


@dataclass(frozen=True)
class Weight:
    """What a feature counts: (value - mean) / scale × weight, in log-odds."""

    mean: float
    scale: float
    weight: float


@dataclass(frozen=True)
class Model:
    """Log-odds of something right, as the sum of what its features count."""

    intercept: float
    weights: Mapping[str, Weight]

    def probability(self, evidence: Evidence) -> float:
        """P(right), 0 to 1. A feature that is not among the evidence is 0, one that has no weight counts nothing.

        >>> Model(0.0, {"figures": Weight(1.0, 2.0, 0.5)}).probability({"figures": 1.0})
        0.5
        """
        return likelihood(self.odds(evidence))

    def odds(self, evidence: Evidence) -> float:
        """The log-odds themselves."""
        odds = 0.0
        for name, absent, one in self._rows:
            value = float(evidence.get(name, 0.0))
            odds += (value - one.mean) / one.scale * one.weight if value else absent
        return self.intercept + odds

    def parts(self, evidence: Evidence) -> Mapping[str, float]:
        """What each feature adds to the log-odds, by name."""
        return {
            name: (float(evidence.get(name, 0.0)) - one.mean) / one.scale * one.weight
            for name, one in self.weights.items()
        }

    @cached_property
    def _rows(self) -> tuple[tuple[str, float, Weight], ...]:
        """Each feature with what it adds where it is 0, as most are."""
        return tuple((name, -one.mean / one.scale * one.weight, one) for name, one in self.weights.items())


def likelihood(odds: float) -> float:
    """The probability of log-odds: the logistic function.

    >>> likelihood(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, odds))))


# exp() of more overflows; so sure nothing is.
_MOST = 30.0


@dataclass(frozen=True)
class Scoring:
    """The score of replies. Below `bound` a reply is not told as an answer, only as the closest there is.

    A `quotation` is the letter's own words and states no figure as an answer: its bound is lower. Below `sure` a reply
    is not told where another sentence than its own likely answers.
    """

    model: Model
    bound: float
    quotation: float
    sure: float


@cache
def shipped() -> Scoring:
    """The shipped score. Read once: it is data that never changes while the program runs."""
    score = table("scoring")
    return Scoring(parsed(score), float(score["bound"]), float(score["quotation"]), float(score["sure"]))


def parsed(table: Mapping[str, Any]) -> Model:
    """The model of a file's tables. KeyError for one that lacks a part."""
    return Model(
        float(table["intercept"]),
        {name: Weight(*map(float, row)) for name, row in table["features"].items()},
    )
