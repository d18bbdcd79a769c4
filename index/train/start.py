"""The word table before any training: each word's gloss as the teacher reads it, turned to 320 dimensions.

The teacher's axes are of very unequal width; made nearly even, the same 320 numbers keep far more words apart.
The vector of a word is scaled by its rarity, so that the mean over a text is governed by the words that say
something (smooth inverse frequency). This table alone reaches most of what the trained one does.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.train.teacher import Vectors
from index.train.vocabulary import words_of

_SAMPLE = 30_000
_LONGEST_PART = 5
_TINY = 1e-6


@dataclass(frozen=True)
class Taught:
    """What the teacher said, in the model's own dimensions, as unit vectors; row i belongs to text i."""

    words: list[str]
    word_vectors: Vectors
    sentences: list[str]
    sentence_vectors: Vectors


def taught(folder: Path, dimensions: int, evenness: float, seed: int) -> Taught:
    """The teacher's vectors of a finished stage, turned to their principal axes, cut and evened."""
    glosses = np.load(folder / "gloss.npy").astype(np.float32)
    parallel = np.load(folder / "parallel.npy").astype(np.float32)
    sample = np.random.default_rng(seed).choice(len(glosses), min(_SAMPLE, len(glosses)), replace=False)
    mean, axes = principal(np.concatenate([glosses[sample], parallel]), dimensions, evenness)
    return Taught(
        json.loads((folder / "words.json").read_text(encoding="utf-8")),
        unit((glosses - mean) @ axes),
        json.loads((folder / "sentences.json").read_text(encoding="utf-8")),
        unit((parallel - mean) @ axes),
    )


def principal(vectors: Vectors, dimensions: int, evenness: float) -> tuple[Vectors, Vectors]:
    """The mean, and the axes of greatest spread as columns, the greatest first, each the longer the less its spread."""
    mean = vectors.mean(axis=0)
    spread, axes = np.linalg.eigh(np.cov((vectors - mean).T))
    widest = slice(-1, -dimensions - 1, -1)
    lengths = np.maximum(spread[widest], _TINY) ** -evenness
    return mean, (axes[:, widest] * lengths).astype(np.float32)


def unit(vectors: Vectors) -> Vectors:
    """The vectors with length one; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True) + _TINY
    return np.asarray(vectors / lengths, dtype=np.float32)


def parts(word: str, known: dict[str, int]) -> list[str]:
    """The longest dictionary words that a word without an entry is made of, from the left.

    >>> parts("汽车零配件", {"汽车": 0, "零": 1, "配件": 2, "车": 3})
    ['汽车', '零', '配件']
    """
    found, place = [], 0
    while place < len(word):
        ends = range(min(len(word), place + _LONGEST_PART), place, -1)
        part = next((word[place:end] for end in ends if word[place:end] in known), "")
        found += [part] if part else []
        place += len(part) or 1
    return found


def rows(words: Sequence[str], known: dict[str, int], vectors: Vectors, seed: int) -> Vectors:
    """A unit vector a word: its gloss, else the mean of its parts, else chance."""
    chance = np.random.default_rng(seed)
    made = unit(chance.standard_normal((len(words), vectors.shape[1])).astype(np.float32))
    for row, word in enumerate(words):
        found = [word] if word in known else parts(word, known)
        if found:
            made[row] = unit(vectors[[known[part] for part in found]].mean(axis=0))
    return made


def start_table(
    made: Tokenizer, shares: NDArray[np.float64], lessons: Taught, sif: float, seed: int
) -> Vectors:
    """The table, a row a token, each as long as its word is rare."""
    known = {word: row for row, word in enumerate(lessons.words)}
    rarity = sif / (sif + shares / shares.sum())
    found = rows(words_of(made), known, lessons.word_vectors, seed)
    return np.asarray(found * rarity[:, None], dtype=np.float32)
