"""How rare a question's pairs of characters are among some texts, and how much of them a text has."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rarity:
    """In how many of the texts each pair stands, and its inverse document frequency (of BM25, never below 0)."""

    counts: Mapping[str, int]
    weights: Mapping[str, float]

    @classmethod
    def of(cls, asked: Iterable[str], texts: Sequence[str]) -> "Rarity":
        """That of these pairs among these texts."""
        counts = {pair: sum(pair in text for text in texts) for pair in dict.fromkeys(asked)}
        size = len(texts)
        weights = {pair: math.log(1 + (size - count + 0.5) / (count + 0.5)) for pair, count in counts.items()}
        return cls(counts, weights)

    def share(self, asked: Sequence[str], text: str) -> float:
        """How much of what is asked a text has, rare pairs counting more, 0 to 1; half where nothing is asked."""
        total = sum(self.weights[pair] for pair in asked)
        return sum(self.weights[pair] for pair in asked if pair in text) / total if total else 0.5

    def known(self, asked: Sequence[str]) -> float:
        """The share of the pairs that some text has."""
        return sum(self.counts[pair] > 0 for pair in asked) / max(1, len(asked))
