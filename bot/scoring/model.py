"""How likely a reply is right by itself, and from where on it is told."""

from dataclasses import dataclass
from functools import cache

from bot.scoring.trees import Trees, grown
from bot.tables import table


@dataclass(frozen=True)
class Scoring:
    """The trees that judge replies. Below `bound` a reply is not likely by itself.

    A `quotation` is the letter's own words and states no figure as an answer: its bound is lower. From `sure` on the
    plain reading's reply is told without a look at others.
    """

    trees: Trees
    bound: float
    quotation: float
    sure: float


@cache
def shipped() -> Scoring:
    """The shipped score. Read once: it is data that never changes while the program runs."""
    score = table("scoring")
    return Scoring(grown(score), *(float(score[name]) for name in ("bound", "quotation", "sure")))
