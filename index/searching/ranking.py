"""Ranking: how well a passage answers, by its words, by the words nearest to the question's, by meaning, by its look.

BM25F is BM25 over several fields of one text: a word's counts in them are weighted, each against its field's usual
length, before they saturate (Robertson, Zaragoza and Taylor: Simple BM25 extension to multiple weighted fields, 2004).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from index.searching.words import counter

if TYPE_CHECKING:
    from index.encoder import Nearest
    from index.searching.asking import Asked


@dataclass(frozen=True)
class Tuning:
    """The constants of the search, as measured on the tuning set (`python -m tests.bench retrieval`)."""

    context: float = 0.5  # weight of the sentence before, the sections, a table's head
    document: float = 2.0  # weight of the document's title, place and time
    candidates: int = 30  # passages that each way proposes
    saturation: float = 1.2  # BM25's k1
    evening: float = 0.5  # BM25's b: how far a long text's words count less
    nearest: float = 0.6  # weight of the words nearest to the question's
    around: float = (
        0.8  # of a word that stands beside the passage or names its document, where 1 is in the passage
    )
    model: float = 0.3  # weight of the embedding where no word of the question is found
    look: float = 0.1  # weight of each way in which the answer to such a question looks

    @property
    def asks_model(self) -> bool:
        """Whether the model has any weight."""
        return bool(self.nearest or self.model)


@dataclass(frozen=True)
class Statistics:
    """What all passages say of words: how many passages, of how many words each field, how many have each word."""

    passages: int
    sizes: tuple[float, float, float]
    counts: dict[str, int]

    def rarity(self, word: str) -> float:
        """A word's inverse document frequency."""
        count = self.counts[word]
        return math.log(1 + (self.passages - count + 0.5) / (count + 0.5))

    def coverage(self, asked: "Asked") -> Callable[[str], float]:
        """What tells how much of a question's pairs of characters a text has, rare ones counting more; 0 to 1."""
        rarity = {pair: self.rarity(pair) for pair in asked.pairs}
        total = sum(rarity.values()) or 1.0
        return lambda text: sum(one for pair, one in rarity.items() if pair in text) / total


def rarest(counts: Mapping[str, int], most: int) -> frozenset[str]:
    """The rarest of counted words that stand in at most so many texts together, or else the rarest one.

    >>> sorted(rarest({"产": 900, "茶": 30, "茶园": 20, "无": 0}, 100))
    ['茶', '茶园']
    """
    found = sorted((word for word, count in counts.items() if count), key=lambda word: counts[word])
    together = accumulate(counts[word] for word in found)
    return frozenset(
        word for word, count_ in zip(found, together, strict=True) if count_ <= most
    ) or frozenset(found[:1])


@dataclass(frozen=True)
class Candidate:
    """A passage that may answer: its text, what is around it, what names its document; how many words each has."""

    text: str
    around: str
    named: str
    sizes: tuple[int, int, int]

    @property
    def fields(self) -> tuple[str, str, str]:
        """The three texts, in the order of the sizes."""
        return self.text, self.around, self.named

    @cached_property
    def lowered(self) -> tuple[str, str]:
        """The text and what is beside it, in lower case."""
        return self.text.lower(), f"{self.around}\n{self.named}".lower()


@dataclass(frozen=True)
class Said:
    """What the model says of each candidate: its cosine with the question, and its words nearest to the question's."""

    cosines: Sequence[float]
    nearest: "Nearest | None"


def ranked(
    asked: "Asked",
    candidates: Mapping[int, Candidate],
    known: Statistics,
    tuning: Tuning,
    said: Said | None,
    unsaid: float,
) -> dict[int, float]:
    """The candidates' scores by number, 0 to 1; the model's weight grows with what the words leave `unsaid`."""
    passages = list(candidates.values())
    parts = [
        (1.0, relative(by_words(asked, passages, known, tuning))),
        (tuning.look * len(asked.expected), by_look(asked, passages)),
    ]
    if said:
        parts.append((tuning.model * unsaid, relative(said.cosines)))
    if said and said.nearest:
        parts.append((tuning.nearest, relative(by_nearest(said.nearest, passages, tuning))))
    highest = sum(weight for weight, _ in parts)
    totals = zip(*([weight * score for score in scores] for weight, scores in parts), strict=True)
    return {number: sum(scores) / highest for number, scores in zip(candidates, totals, strict=True)}


def by_words(
    asked: "Asked", candidates: Sequence[Candidate], known: Statistics, tuning: Tuning
) -> list[float]:
    """BM25F of each candidate."""
    rarity = {word: known.rarity(word) for word in asked.words}
    weights = (1.0, tuning.context, tuning.document)
    # Many passages are of one document.
    counts = cache(counter(rarity))
    return [_score(candidate, rarity, weights, known, tuning, counts) for candidate in candidates]


def _score(
    candidate: Candidate,
    rarity: Mapping[str, float],
    weights: Sequence[float],
    known: Statistics,
    tuning: Tuning,
    counts: Callable[[str], Mapping[str, int]],
) -> float:
    frequency: dict[str, float] = {}
    for text, size, usual, weight in zip(
        candidate.fields, candidate.sizes, known.sizes, weights, strict=True
    ):
        evened = weight / (1 - tuning.evening + tuning.evening * size / (usual or 1.0))
        for word, count in counts(text).items():
            frequency[word] = frequency.get(word, 0.0) + count * evened
    return sum(
        rarity[word] * frequency[word] * (tuning.saturation + 1) / (frequency[word] + tuning.saturation)
        for word in rarity
        if word in frequency
    )


def by_nearest(nearest: "Nearest", candidates: Sequence[Candidate], tuning: Tuning) -> list[float]:
    """How far each candidate has the question's words or ones like them, rare words counting more; 0 to 1."""
    total = float(nearest.rarity.sum())
    scores = []
    for candidate, cosines in zip(candidates, nearest.cosines, strict=True):
        text, beside = candidate.lowered
        met = [
            1.0 if word in text else max(float(cosine), tuning.around if word in beside else 0.0)
            for word, cosine in zip(nearest.words, cosines, strict=True)
        ]
        scores.append(float(nearest.rarity @ met) / total if total else 0.0)
    return scores


def by_look(asked: "Asked", candidates: Sequence[Candidate]) -> list[float]:
    """How far each candidate looks as an answer should, 0 to 1."""
    return [
        sum(bool(look.search(candidate.text)) for look in asked.expected) / (len(asked.expected) or 1)
        for candidate in candidates
    ]


def relative(scores: Sequence[float]) -> list[float]:
    """The scores as shares of the best, nothing below 0."""
    best = max(scores, default=0.0)
    return [max(0.0, score) / best if best > 0 else 0.0 for score in scores]
