"""An open index: the letters and what is known of them, as one reader sees them."""

import sqlite3
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.remark import Remark
from corpus.rule.rule import Rule
from index import ledger, outline, search
from index.database import connect, transaction
from index.outline import Head
from index.ranking import Statistics, Tuning
from index.recent import Recent
from index.record import load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.encoder import Encoder
    from index.vectors import Vectors


@dataclass(frozen=True)
class Found:
    """A passage that a search found: how good it is, and how much of the question's words it has, both 0 to 1."""

    passage: Passage
    score: float
    coverage: float


@dataclass(frozen=True)
class Size:
    """How many passages, figures and remarks a letter has."""

    passages: int
    figures: int
    remarks: int


_SIZES = """
SELECT id, (SELECT count(*) FROM passages WHERE letter = id), (SELECT count(*) FROM figures WHERE letter = id),
    json_array_length(remarks) FROM letters ORDER BY id
"""

_KEPT = 256  # letters of which what was read is kept, about 100 KB each


@dataclass
class _Seen:
    """What was read of one state of the index file."""

    generation: str = ""
    letters: Recent[Letter] = field(default_factory=lambda: Recent(_KEPT))
    passages: Recent[tuple[Passage, ...]] = field(default_factory=lambda: Recent(_KEPT))
    figures: Recent[tuple[Figure, ...]] = field(default_factory=lambda: Recent(_KEPT))
    statistics: list[Statistics] = field(default_factory=list)
    rules: list[Mapping[str, tuple[Rule, ...]]] = field(default_factory=list)
    vectors: "list[Vectors | None]" = field(default_factory=list)


class Index:
    """The index of a corpus. Any thread may ask; what others write is seen at the next question."""

    def __init__(self, path: Path, encoder: "Encoder", tuning: Tuning | None = None) -> None:
        self.path = path
        self._encoder = encoder
        self._tuning = tuning or Tuning()
        self._lock = threading.RLock()
        self._depth = 0
        self._open()

    @property
    def letters(self) -> Mapping[str, Letter]:
        """The letters by id."""
        return _Letters(self)

    @property
    def refused(self) -> tuple[str, ...]:
        """The files of the corpus that give no letter: a line each."""
        with self.reading() as connection:
            rows = connection.execute("SELECT fault FROM files WHERE fault <> '' ORDER BY path").fetchall()
            return tuple(row[0] for row in rows)

    def unread(self) -> Mapping[str, tuple[str, ...]]:
        """What of each letter's file is not in its text, a line each, by id; letters read whole are left out."""
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT letter, unread FROM files WHERE unread <> '' AND letter IS NOT NULL"
            )
            return {letter: tuple(lines.split("\n")) for letter, lines in rows.fetchall()}

    def file(self, letter_id: str) -> Path:
        """The file that a letter was read from. KeyError for a letter that is not there."""
        with self.reading() as connection:
            return outline.file(connection, letter_id)

    def sizes(self) -> Mapping[str, Size]:
        """How much is known of each letter, by id."""
        with self.reading() as connection:
            return {row[0]: Size(*row[1:]) for row in connection.execute(_SIZES).fetchall()}

    def passages(self, letter_id: str) -> tuple[Passage, ...]:
        """The passages of a letter in order. KeyError for a letter that is not there."""
        with self.reading():
            return self._seen.passages.get(
                letter_id, lambda: load(tuple[Passage, ...], self._column("passages", letter_id))
            )

    def passage(self, passage_id: str) -> Passage:
        """The passage with that id. KeyError where there is none."""
        for passage in self.passages(passage_id.rpartition(":")[0]):
            if passage.id == passage_id:
                return passage
        raise KeyError(passage_id)

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """The remarks on a letter's figures."""
        with self.reading():
            return load(tuple[Remark, ...], self._column("remarks", letter_id))

    def rules(self, letter_ids: Collection[str] | None = None) -> tuple[Rule, ...]:
        """What the policies among these letters, among all for None, give for what, in order."""
        with self.reading() as connection:
            if not self._seen.rules:
                self._seen.rules.append(ledger.rules(connection))
            known = self._seen.rules[0]
            chosen = known if letter_ids is None else [name for name in letter_ids if name in known]
            return tuple(chain.from_iterable(known[name] for name in chosen))

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures of these letters, of all for None, in order."""
        with self.reading() as connection:
            chosen = tuple(self.letters if letter_ids is None else letter_ids)
            found = (
                self._seen.figures.get(letter, partial(ledger.figures, connection, letter))
                for letter in chosen
            )
            return tuple(chain.from_iterable(found))

    def figures_about(
        self, words: Sequence[str], letters: Collection[str] | None = None, limit: int = 200
    ) -> list[Figure]:
        """The figures whose name, scope, place or subject has most of the words, best first."""
        with self.reading() as connection:
            return ledger.figures_about(connection, words, letters, limit)

    @contextmanager
    def state(self) -> Iterator[str]:
        """One state of the index for all that is asked inside: what it is called. Another thread waits."""
        with self.reading():
            yield self._seen.generation

    def heads(self) -> tuple[Head, ...]:
        """The letters without their texts, by id."""
        with self.reading() as connection:
            return outline.heads(connection)

    def names(self) -> frozenset[str]:
        """What the figures are called, each name once."""
        with self.reading() as connection:
            return outline.names(connection)

    def figure_places(self) -> Mapping[str, tuple[str, ...]]:
        """The letters that have figures of each place, by the place."""
        with self.reading() as connection:
            return outline.figure_places(connection)

    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters of the searched passages."""
        with self.reading() as connection:
            return outline.pairs(connection)

    def count(self) -> int:
        """How many figures there are."""
        with self.reading() as connection:
            return outline.count(connection)

    def search(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> list[Found]:
        """The passages that answer a text best, best first."""
        with self.reading() as connection:
            if not self._seen.statistics:
                self._seen.statistics.append(search.statistics(connection))
            known = self._seen.statistics[0]
            hits = search.search(connection, text, self._model, letters, k, self._tuning, known)
            found = self._at([hit.number for hit in hits])
            return [Found(passage, hit.score, hit.coverage) for passage, hit in zip(found, hits, strict=True)]

    def containing(self, literal: str, letters: Collection[str] | None = None) -> list[Passage]:
        """The passages in which a literal stands, gaps and full-width forms aside."""
        with self.reading() as connection:
            return self._at(search.containing(connection, literal, letters))

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """A unit vector a text by the model of the index, (len(texts), dim)."""
        return self._encoder.questions(texts)

    def words(self, text: str) -> list[str]:
        """The words that the model cuts a text into; the text itself for a model without words."""
        cut = getattr(self._encoder, "words", None)
        return cut(text) if cut else [text]

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the index for all that is asked inside: writers wait until it is over."""
        with self._lock:
            if self._depth:
                yield self._connection
                return
            self._follow()
            with transaction(self._connection):
                self._depth += 1
                try:
                    self._look()
                    yield self._connection
                finally:
                    self._depth -= 1

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _open(self) -> None:
        self._connection = connect(self.path)
        self._file = self.path.stat().st_ino
        self._seen = _Seen()

    def _follow(self) -> None:
        """A rebuilt index is another file of the same name; of one that was deleted what is open goes on."""
        try:
            there = self.path.stat().st_ino
        except FileNotFoundError:
            return
        if there != self._file:
            self._connection.close()
            self._open()

    def _look(self) -> None:
        """Forget what was read of an earlier state."""
        (generation,) = self._connection.execute(
            "SELECT value FROM manifest WHERE key = 'generation'"
        ).fetchone()
        if generation != self._seen.generation:
            self._seen = _Seen(generation)

    def _column(self, name: str, letter: str) -> str:
        row = self._connection.execute(f"SELECT {name} FROM letters WHERE id = ?", (letter,)).fetchone()
        if row is None:
            raise KeyError(letter)
        return str(row[0])

    def _at(self, numbers: Sequence[int]) -> list[Passage]:
        found = []
        for number in numbers:
            row = self._connection.execute(
                "SELECT letter, position FROM passages WHERE number = ?", (number,)
            ).fetchone()
            found.append(self.passages(row[0])[row[1]])
        return found

    def _model(self) -> "tuple[Encoder, Vectors | None]":
        from index.vectors import vectors

        if not self._seen.vectors:
            self._seen.vectors.append(vectors(self._connection))
        return self._encoder, self._seen.vectors[0]


class _Letters(Mapping[str, Letter]):
    """The letters of an index, read as they are asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __getitem__(self, name: str) -> Letter:
        with self._index.reading():
            return self._index._seen.letters.get(
                name, lambda: load(Letter, self._index._column("letter", name))
            )

    def __iter__(self) -> Iterator[str]:
        with self._index.reading() as connection:
            rows = connection.execute("SELECT id FROM letters ORDER BY id").fetchall()
        return iter([row[0] for row in rows])

    def __len__(self) -> int:
        with self._index.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM letters").fetchone()[0])
