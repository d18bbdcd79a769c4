"""Vectors: the passages nearest to a question, by inner product in FAISS."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import faiss

_BATCH = 512  # letters


@dataclass(frozen=True)
class Vectors:
    """The vectors of the searched passages; `numbers` are the passages', in the order of the rows, ascending.

    `rows` are each letter's, the first and the one behind the last.
    """

    numbers: NDArray[np.int64]
    index: "faiss.IndexScalarQuantizer"
    rows: Mapping[str, tuple[int, int]]

    def nearest(
        self, question: NDArray[np.float32], count: int, letters: Collection[str] | None = None
    ) -> list[int]:
        """The numbers of the passages nearest to a unit vector, best first; only of these letters if given."""
        import faiss

        if letters is None:
            _, rows = self.index.search(question.reshape(1, -1), min(count, len(self.numbers)))
        else:
            chosen = self._of(letters)
            if not chosen.size:
                return []
            # The wrapper takes fields as keywords, which its declared types leave out.
            selector = faiss.SearchParameters(sel=faiss.IDSelectorBatch(chosen))  # type: ignore[call-arg]
            _, rows = self.index.search(question.reshape(1, -1), min(count, len(chosen)), params=selector)
        return [int(self.numbers[row]) for row in rows[0] if row >= 0]

    def _of(self, letters: Collection[str]) -> NDArray[np.int64]:
        """The rows of these letters, ascending."""
        spans = np.array([self.rows[name] for name in letters if name in self.rows], np.int64).reshape(-1, 2)
        # Rows from where a letter begins up to where it ends are counted once.
        edges = np.zeros(len(self.numbers) + 1, np.int64)
        np.add.at(edges, spans[:, 0], 1)
        np.add.at(edges, spans[:, 1], -1)
        return np.flatnonzero(edges.cumsum())

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
    letters: dict[str, tuple[int, int]] = {}
    count = 0
    # Letters and their passages are numbered as they come, so that both are in one order: to sort what is so large takes longer
    # than to read it.
    rows = connection.execute("SELECT id, vectors, first, searched FROM letters ORDER BY rowid")
    while batch := rows.fetchmany(_BATCH):
        found = [_searched(*row) for _, *row in batch]
        for (name, *_), (part, _) in zip(batch, found, strict=True):
            letters[name] = count, count + len(part)
            count += len(part)
        numbers.extend(part for part, _ in found)
        codes = np.concatenate([part for _, part in found])
        if codes.size and index is None:
            # Half precision is how they are stored, and how the index has them: nothing is lost, nothing converted.
            index = faiss.IndexScalarQuantizer(
                codes.shape[1] // 2, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
            )
        if codes.size and index is not None:
            index.add_sa_codes(codes)
    return None if index is None else Vectors(np.concatenate(numbers), index, letters)


def _searched(blob: bytes, first: int, searched: bytes) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """The numbers of a letter's searched passages, and the bytes of their vectors."""
    chosen = np.frombuffer(searched, dtype=bool)
    matrix = np.frombuffer(blob, dtype=np.uint8).reshape(len(chosen), -1)
    return first + np.flatnonzero(chosen), matrix[chosen]
