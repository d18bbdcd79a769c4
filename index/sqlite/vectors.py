"""Vectors: the passages nearest to a question, by inner product in FAISS."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import faiss

_BATCH = 512  # letters


@dataclass(frozen=True)
class Vectors:
    """The vectors of the searched passages; `numbers` are the passages', in the order of the rows, ascending."""

    numbers: NDArray[np.int64]
    index: "faiss.IndexScalarQuantizer"

    def nearest(
        self, question: NDArray[np.float32], count: int, among: NDArray[np.int64] | None = None
    ) -> list[int]:
        """The numbers of the passages nearest to a unit vector, best first; only of those `among` if given."""
        import faiss

        if among is None:
            _, rows = self.index.search(question.reshape(1, -1), min(count, len(self.numbers)))
        else:
            chosen = np.flatnonzero(np.isin(self.numbers, among))
            if not chosen.size:
                return []
            # The wrapper takes fields as keywords, which its declared types leave out.
            selector = faiss.SearchParameters(sel=faiss.IDSelectorBatch(chosen))  # type: ignore[call-arg]
            _, rows = self.index.search(question.reshape(1, -1), min(count, len(chosen)), params=selector)
        return [int(self.numbers[row]) for row in rows[0] if row >= 0]

    def cosines(self, question: NDArray[np.float32], numbers: Sequence[int]) -> dict[int, float]:
        """How near each of these passages is to a unit vector."""
        rows = np.searchsorted(self.numbers, np.array(numbers, dtype=np.int64))
        found = self.index.reconstruct_batch(rows) @ question
        return dict(zip(numbers, map(float, found), strict=True))


def vectors(connection: sqlite3.Connection) -> Vectors | None:
    """All vectors of an index, None where it has no searched passage."""
    import faiss

    # One question at a time is no work for several threads: they wait for each other longer than they compute.
    faiss.omp_set_num_threads(1)
    numbers: list[NDArray[np.int64]] = []
    index: faiss.IndexScalarQuantizer | None = None
    rows = connection.execute("SELECT vectors, first, searched FROM letters ORDER BY first")
    while batch := rows.fetchmany(_BATCH):
        found = [_searched(*row) for row in batch]
        numbers.extend(part for part, _ in found)
        codes = np.concatenate([part for _, part in found])
        if codes.size and index is None:
            # Half precision is how they are stored, and how the index has them: nothing is lost, nothing converted.
            index = faiss.IndexScalarQuantizer(
                codes.shape[1] // 2, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
            )
        if codes.size and index is not None:
            index.add_sa_codes(codes)
    return None if index is None else Vectors(np.concatenate(numbers), index)


def numbers_of(connection: sqlite3.Connection, letters: Collection[str]) -> NDArray[np.int64]:
    """The numbers of the passages of these letters."""
    found: list[int] = []
    for letter in letters:
        rows = connection.execute("SELECT number FROM passages WHERE letter = ?", (letter,))
        found.extend(row[0] for row in rows.fetchall())
    return np.array(found, dtype=np.int64)


def _searched(blob: bytes, first: int, searched: bytes) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """The numbers of a letter's searched passages, and the bytes of their vectors."""
    chosen = np.frombuffer(searched, dtype=bool)
    matrix = np.frombuffer(blob, dtype=np.uint8).reshape(len(chosen), -1)
    return first + np.flatnonzero(chosen), matrix[chosen]
