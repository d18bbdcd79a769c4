"""Vectors that the server only stores: compared here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# So many passages are compared here with a question, where the server has no pgvector.
MOST = 20_000


@dataclass(frozen=True)
class Matrix:
    """The vectors of all searched passages of a small corpus, a row each."""

    numbers: NDArray[np.int64]
    letters: NDArray[np.object_]
    rows: NDArray[np.float32]

    def nearest(self, vector: NDArray[np.float32], count: int, letters: Collection[str] | None) -> list[int]:
        """The numbers of the passages nearest to a unit vector, best first."""
        numbers, rows = self.numbers, self.rows
        if letters is not None:
            chosen = np.isin(self.letters, list(letters))
            numbers, rows = numbers[chosen], rows[chosen]
        order = np.argsort(-(rows @ vector), kind="stable")[:count]
        return [int(number) for number in numbers[order]]


def matrix(rows: Iterable[tuple[int, str, bytes]]) -> Matrix | None:
    """The vectors of numbered passages, None where there are none."""
    found = list(rows)
    if not found:
        return None
    numbers = np.array([row[0] for row in found], dtype=np.int64)
    letters = np.array([row[1] for row in found], dtype=object)
    return Matrix(numbers, letters, np.stack([_vector(row[2]) for row in found]))


def cosines(
    vector: NDArray[np.float32], numbers: Sequence[int], stored: Mapping[int, bytes | Sequence[float]]
) -> dict[int, float]:
    """How near each of these passages is to a unit vector."""
    if not numbers:
        return {}
    found = np.stack([_vector(stored[number]) for number in numbers]) @ vector
    return dict(zip(numbers, map(float, found), strict=True))


def _vector(stored: bytes | Sequence[float]) -> NDArray[np.float32]:
    if isinstance(stored, bytes):
        return np.frombuffer(stored, dtype=np.float16).astype(np.float32)
    return np.asarray(stored, dtype=np.float32)
