"""Search: passages proposed by BM25 and by the embedding, put in order by `ranking`; exact substrings always."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from corpus.passage import Kind
from corpus.text import plain
from index.asking import Asked, asked
from index.ranking import Candidate, Said, Statistics, Tuning, ranked
from index.words import pairs

if TYPE_CHECKING:
    from index.encoder import Encoder
    from index.vectors import Vectors


@dataclass(frozen=True)
class Hit:
    """A found passage by its number. `coverage` is how much of the question's words it has, 0 to 1."""

    number: int
    score: float
    coverage: float


class Model(Protocol):
    """The embedding side of a search, asked for only where it has a say."""

    def __call__(self) -> "tuple[Encoder, Vectors | None]": ...


_EXACT = 0.9  # least score of a passage in which the whole question stands
_SPOKEN = 0.9  # of the question's words in the passage that has most: the model has little to add


def search(
    connection: sqlite3.Connection,
    text: str,
    model: Model,
    letters: Collection[str] | None,
    count: int,
    tuning: Tuning,
    known: Statistics,
) -> list[Hit]:
    """The passages that answer a text best; headings and letterheads never, but for a literal that stands there."""
    question = asked(text)
    _count(connection, question.words, known.counts)
    pool = _candidates(connection, _matched(connection, _telling(question, known), letters, tuning))
    covered = max((known.covered(question, one.text) for one in [*pool.values()][:1]), default=0.0)
    said = None
    if covered < _SPOKEN and tuning.asks_model:
        pool, said = _with_model(connection, question, pool, model, letters, tuning)
    scores = ranked(question, pool, known, tuning, said, 1 - covered)
    exact = _literally(connection, text, letters)
    scores |= {number: _EXACT + (1 - _EXACT) * scores.get(number, 0.0) for number in exact}
    found = sorted(scores, key=lambda number: (-scores[number], number))[:count]
    texts = pool | _candidates(connection, [number for number in found if number not in pool])
    return [Hit(number, scores[number], known.covered(question, texts[number].text)) for number in found]


def _with_model(
    connection: sqlite3.Connection,
    question: Asked,
    pool: dict[int, Candidate],
    model: Model,
    letters: Collection[str] | None,
    tuning: Tuning,
) -> tuple[dict[int, Candidate], Said | None]:
    """The pool with the passages that the model proposes, and what it says of all of them."""
    encoder, vectors = model()
    vector = encoder.questions([question.content])[0].astype("float32")
    if vectors is None or not vector.any():
        return pool, None
    from index.vectors import numbers_of

    among = None if letters is None else numbers_of(connection, letters)
    near = vectors.nearest(vector, tuning.candidates, among)
    pool = pool | _candidates(connection, [number for number in near if number not in pool])
    cosines = vectors.cosines(vector, list(pool))
    texts = [passage.text for passage in pool.values()]
    words = encoder.nearest(question.content, texts) if tuning.nearest else None
    return pool, Said(list(cosines.values()), words)


def statistics(connection: sqlite3.Connection) -> Statistics:
    """What an index's passages say of words; counts are added as words are asked for."""
    passages, *sizes = connection.execute(
        "SELECT count(*), avg(own), avg(context), avg(document) FROM passages WHERE kind <> ?",
        (Kind.HEADING,),
    ).fetchone()
    own, context, document = (float(size or 0) for size in sizes)
    return Statistics(int(passages), (own, context, document), {})


def containing(
    connection: sqlite3.Connection, literal: str, letters: Collection[str] | None = None
) -> list[int]:
    """The numbers of the passages in which a literal stands, gaps and full-width forms aside, in order."""
    among, given = _among(letters)
    rows = connection.execute(
        f"SELECT number FROM passages WHERE instr(plain, ?){among} ORDER BY number", (plain(literal), *given)
    )
    return [row[0] for row in rows.fetchall()]


def _literally(connection: sqlite3.Connection, text: str, letters: Collection[str] | None) -> list[int]:
    """The numbers of the searched passages in which the whole text stands; its pairs of characters narrow them down."""
    literal, parts = plain(text), pairs(plain(text))
    if len(literal) < 2:
        return []
    among, given = _among(letters)
    narrowed = f"text: ({' AND '.join(map(_quoted, parts))})" if parts else ""
    matched = " JOIN words ON number = words.rowid WHERE words MATCH ? AND" if parts else " WHERE"
    rows = connection.execute(
        f"SELECT number FROM passages{matched} instr(plain, ?){among} AND kind <> '{Kind.HEADING}' ORDER BY number",
        (*([narrowed] if parts else []), literal, *given),
    )
    return [row[0] for row in rows.fetchall()]


def _matched(
    connection: sqlite3.Connection, words: Sequence[str], letters: Collection[str] | None, tuning: Tuning
) -> list[int]:
    """The numbers of the passages that SQLite's BM25 finds best, best first."""
    if not words:
        return []
    among, given = _among(letters)
    joined = " JOIN passages ON number = words.rowid" if among else ""
    rank = f"bm25(words, 1.0, {tuning.context}, {tuning.document})"
    rows = connection.execute(
        f"SELECT words.rowid FROM words{joined} WHERE words MATCH ?{among} ORDER BY {rank} LIMIT ?",
        (_any(words), *given, tuning.candidates),
    )
    return [row[0] for row in rows.fetchall()]


def _telling(question: Asked, known: Statistics) -> Sequence[str]:
    """The words to search by: one that stands in most passages tells nothing and costs most."""
    return [word for word in question.words if known.counts[word] <= known.passages / 2] or question.words


def _count(connection: sqlite3.Connection, words: Sequence[str], counts: dict[str, int]) -> None:
    """Count in `counts` in how many passages each word stands; a common word takes long to count."""
    fresh = [word for word in words if word not in counts]
    if fresh:
        found = connection.execute(
            "SELECT term, doc FROM terms WHERE term IN (SELECT value FROM json_each(?))", (json.dumps(fresh),)
        )
        counts.update(dict.fromkeys(fresh, 0))
        counts.update(found.fetchall())


def _candidates(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Candidate]:
    """The passages with these numbers, in this order."""
    rows = connection.execute(
        "SELECT number, plain, around, named, own, context, document FROM passages JOIN letters ON id = passages.letter"
        " WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    found = {row[0]: Candidate(row[1], row[2], row[3], row[4:]) for row in rows.fetchall()}
    return {number: found[number] for number in numbers}


def _among(letters: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    if letters is None:
        return "", ()
    return " AND letter IN (SELECT value FROM json_each(?))", (json.dumps(list(letters)),)


def _any(words: Sequence[str]) -> str:
    return " OR ".join(map(_quoted, dict.fromkeys(words)))


def _quoted(word: str) -> str:
    return f'"{word}"'
