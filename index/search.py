"""Search: BM25 over characters and pairs, the embedding where words fail, exact substrings always."""

import json
import math
import re
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from corpus.passage import Kind
from corpus.text import plain
from index.words import pairs, tokens

if TYPE_CHECKING:
    from index.encoder import Encoder
    from index.vectors import Vectors


@dataclass(frozen=True)
class Tuning:
    """The constants of the search, as measured (EMBEDDING.md; `python -m tests.bench retrieval`)."""

    context: float = 0.5  # weight of the sentence before, the sections, a table's head
    document: float = 1.0  # weight of the document's title and place
    candidates: int = 30  # passages that each way proposes
    model: float = 0.5  # weight of the embedding where no word of the question is found
    figure: float = 0.05  # bonus of a passage with a figure where a figure is asked


@dataclass(frozen=True)
class Hit:
    """A found passage by its number. `coverage` is how much of the question's words it has, 0 to 1."""

    number: int
    score: float
    coverage: float


class Model(Protocol):
    """The embedding side of a search, asked for only where it has a say."""

    def __call__(self) -> "tuple[Encoder, Vectors | None]": ...


_ASKS_FIGURE = re.compile(
    r"多少|几|多大|多高|占比|比重|增速|增长|下降|增幅|涨|跌|总[量额值]|[率数额量值]$|[率数额量值][是有]"
)
_EXACT = 0.9  # least score of a passage in which the whole question stands
_SILENT = 0.01  # a say of the model that is not worth its loading
_DIGIT = re.compile(r"\d")


def search(
    connection: sqlite3.Connection,
    text: str,
    model: Model,
    letters: Collection[str] | None = None,
    count: int = 5,
    tuning: Tuning = Tuning(),
    counts: dict[str, int] | None = None,
) -> list[Hit]:
    """The passages that answer a text best; headings and letterheads never, but for a literal that stands there."""
    words, han, total = tokens(text), pairs(plain(text)), _total(connection)
    counts = {} if counts is None else counts
    _counts(connection, [*words, *han], counts)
    asked = _weights(total, han, counts)
    scores = _matched(connection, _telling(total, words, counts), letters, tuning)
    best = max(scores, key=lambda number: scores[number], default=None)
    covered = 0.0 if best is None else _covered(_texts(connection, [best])[best], asked)
    say = tuning.model * (1 - covered) ** 2
    fused = {number: score / scores[best] for number, score in scores.items()} if best is not None else {}
    if say > _SILENT:
        fused = _with_model(connection, text, fused, model, letters, say, tuning)
    exact = _literally(connection, text, letters)
    texts = _texts(connection, [*fused, *exact])
    bonus = tuning.figure * bool(_ASKS_FIGURE.search(plain(text)))
    highest = 1 + say + tuning.figure
    final = {
        number: (score + bonus * bool(_DIGIT.search(texts[number]))) / highest
        for number, score in fused.items()
    }
    final |= {number: _EXACT + (1 - _EXACT) * final.get(number, 0.0) for number in exact}
    found = sorted(final, key=lambda number: (-final[number], number))[:count]
    return [Hit(number, final[number], _covered(texts[number], asked)) for number in found]


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
) -> dict[int, float]:
    """BM25 of the best passages by number."""
    if not words:
        return {}
    among, given = _among(letters)
    joined = " JOIN passages ON number = words.rowid" if among else ""
    rank = f"bm25(words, 1.0, {tuning.context}, {tuning.document})"
    rows = connection.execute(
        f"SELECT words.rowid, {rank} AS score FROM words{joined} WHERE words MATCH ?{among} ORDER BY score LIMIT ?",
        (_any(words), *given, tuning.candidates),
    )
    return {number: -score for number, score in rows.fetchall()}


def _with_model(
    connection: sqlite3.Connection,
    text: str,
    scores: Mapping[int, float],
    model: Model,
    letters: Collection[str] | None,
    say: float,
    tuning: Tuning,
) -> dict[int, float]:
    """The scores with the embedding's share of it, over what either of the two proposes."""
    encoder, vectors = model()
    question = encoder.questions([text])[0].astype("float32")
    if vectors is None or not question.any():
        return dict(scores)
    from index.vectors import numbers_of

    among = None if letters is None else numbers_of(connection, letters)
    proposed = dict.fromkeys([*scores, *vectors.nearest(question, tuning.candidates, among)])
    cosines = vectors.cosines(question, list(proposed)) if proposed else {}
    best = max(cosines.values(), default=0.0)
    return {
        number: scores.get(number, 0.0) + say * (max(0.0, cosines[number]) / best if best > 0 else 0.0)
        for number in proposed
    }


def _telling(total: int, words: Sequence[str], counts: Mapping[str, int]) -> list[str]:
    """The words to search by: one that stands in most passages tells nothing and costs most."""
    return [word for word in words if counts[word] <= total / 2] or list(words)


def _weights(total: int, words: Sequence[str], counts: Mapping[str, int]) -> dict[str, float]:
    """How rare each of the words is: its inverse document frequency."""
    return {word: math.log(1 + (total - counts[word] + 0.5) / (counts[word] + 0.5)) for word in words}


def _total(connection: sqlite3.Connection) -> int:
    (last,) = connection.execute("SELECT max(number) FROM passages").fetchone()
    return int(last or 0)


def _counts(connection: sqlite3.Connection, words: Sequence[str], counts: dict[str, int]) -> None:
    """Count in `counts` in how many passages each word stands; a common word takes long to count."""
    fresh = [word for word in words if word not in counts]
    if fresh:
        found = connection.execute(
            "SELECT term, doc FROM terms WHERE term IN (SELECT value FROM json_each(?))", (json.dumps(fresh),)
        )
        counts.update(dict.fromkeys(fresh, 0))
        counts.update(found.fetchall())


def _covered(text: str, asked: Mapping[str, float]) -> float:
    """How much of what is asked a text has, rare words counting more."""
    return sum(weight for word, weight in asked.items() if word in text) / (sum(asked.values()) or 1.0)


def _texts(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(
        "SELECT number, plain FROM passages WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return dict(rows.fetchall())


def _among(letters: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    if letters is None:
        return "", ()
    return " AND letter IN (SELECT value FROM json_each(?))", (json.dumps(list(letters)),)


def _any(words: Sequence[str]) -> str:
    return " OR ".join(map(_quoted, dict.fromkeys(words)))


def _quoted(word: str) -> str:
    return f'"{word}"'
