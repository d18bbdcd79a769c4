"""The two likeliest sentences together: what is told where a question in words may need both, or one of them unknown which."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.phrasing.excerpts import Excerpt
from bot.phrasing.text import LIMIT
from bot.scoring.features.evidence import Evidence

# What of the second sentence's own evidence tells whether it adds the answer.
_OF_SECOND = (
    "content",
    "near words",
    "like words",
    "score",
    "score asked",
    "printed",
    "kind",
    "numbers",
    "year",
    "question",
    "length",
)
# A sentence that begins so few characters behind another's end follows it.
_BESIDE = 3


@dataclass(frozen=True)
class Pair:
    """Two excerpts of different passages in the order of the text, with what speaks for quoting both."""

    excerpts: tuple[Excerpt, Excerpt]
    evidence: Evidence

    @property
    def is_one(self) -> bool:
        """Whether the second follows the first in the text, so that both read as one quotation."""
        return bool(self.evidence["follows"])


def pair(
    found: Sequence[Excerpt],
    each: Sequence[Evidence],
    odds: Sequence[float],
    first: int,
    chief: Evidence,
    probability: float,
) -> Pair | None:
    """The likeliest excerpt with the likeliest of another passage that fits beside it.

    `first` is the likeliest, `chief` its evidence with its odds, `probability` that it answers by itself. None for a question
    for one amount, which one sentence answers, and where no other fits.
    """
    if chief["asks"] == 1:
        return None
    best = found[first]
    others = [
        place
        for place, one in enumerate(found)
        if one.passage is not best.passage and len(one.words) + len(best.words) <= LIMIT
    ]
    if not others:
        return None
    second = max(others, key=odds.__getitem__)
    one, two = sorted(
        (best, found[second]), key=lambda excerpt: (excerpt.passage.letter, excerpt.passage.start)
    )
    evidence = {
        **chief,
        "alone": probability,
        "second odds": odds[second],
        "behind": odds[first] - odds[second],
        "follows": _follow(one, two),
        "same paragraph": one.passage.paragraph == two.passage.paragraph,
        **{f"second {name}": each[second][name] for name in _OF_SECOND},
    }
    return Pair((one, two), evidence)


def _follow(one: Excerpt, two: Excerpt) -> bool:
    gap = two.passage.start - one.passage.end
    return one.passage.letter == two.passage.letter and 0 <= gap < _BESIDE
