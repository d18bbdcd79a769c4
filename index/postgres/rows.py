"""Rows: a letter's entry put into the database and taken out of it, in one transaction, with what is counted of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.postgres.schema import NOW
from index.rows.entry import Entry, FigureRow
from index.rows.record import dump

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from psycopg import Connection

    Vectors = NDArray[np.float16]

_PASSAGES = (
    "place", "number", "letter", "position", "kind", "plain", "around", "own", "context", "document", "words", "vector", "seams",
)  # fmt: skip
_FIGURES = ("place", "number", "letter", "name", "located", "size", "words", "figure")
_COUNTED = "passages", "own", "context", "document", "figures", "figure_words"
_WORDS = """
INSERT INTO terms AS known SELECT * FROM unnest(%s::text[], %s::bigint[], %s::bigint[])
ON CONFLICT (term) DO UPDATE
SET passages = known.passages + excluded.passages, figures = known.figures + excluded.figures
"""
_OF_LETTER = """
SELECT lexeme, count(*) FROM {table}, LATERAL unnest(words) WHERE letter = %s AND words IS NOT NULL GROUP BY lexeme
"""


@dataclass(frozen=True)
class _Counted:
    """What a letter adds to the totals and to the words."""

    totals: Sequence[int]
    passages: Counter[str]
    figures: Counter[str]


def put(connection: "Connection[Any]", entry: Entry, vectors: "Vectors", *, as_bytes: bool) -> None:
    """Store a letter that is not stored yet, with the vectors of its passages."""
    head, rows = entry.head, tuple(entry.figure_rows)
    numbers = connection.execute("SELECT last_passage + 1, last_figure + 1 FROM totals FOR UPDATE").fetchone()
    assert numbers
    first, figure = numbers
    connection.execute(
        "INSERT INTO letters VALUES(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            head.place,
            head.id,
            _clean(head.title),
            head.dated,
            dump(head.period) if head.period else None,
            _clean(entry.named),
            entry.letter,
            entry.passages,
            entry.remarks,
            entry.rules,
            entry.remark_count,
            len(entry.passage_rows),
            len(rows),
            entry.unsure,
        ),
    )
    _copy(connection, "passages", _PASSAGES, _passages(entry, first, vectors, as_bytes))
    _copy(connection, "figures", _FIGURES, _figures(entry, rows, figure))
    connection.execute(
        "UPDATE totals SET last_passage = last_passage + %s, last_figure = last_figure + %s",
        (len(entry.passage_rows), len(rows)),
    )
    _count(connection, _counted(entry, rows), 1)


def remove(connection: "Connection[Any]", letter: str) -> None:
    """Take a letter out of every table, where it is stored."""
    if not connection.execute("SELECT FROM letters WHERE id = %s", (letter,)).fetchall():
        return
    totals = connection.execute(
        "SELECT count(*), coalesce(sum(own), 0), coalesce(sum(context), 0), coalesce(sum(document), 0) FROM passages"
        " WHERE letter = %s AND words IS NOT NULL",
        (letter,),
    ).fetchone()
    figures = connection.execute(
        "SELECT count(*), coalesce(sum(size), 0) FROM figures WHERE letter = %s", (letter,)
    ).fetchone()
    words = [
        Counter(dict(connection.execute(_OF_LETTER.format(table=table), (letter,)).fetchall()))
        for table in ("passages", "figures")
    ]
    _count(connection, _Counted([*map(int, (*(totals or ()), *(figures or ())))], *words), -1)
    connection.execute(
        "DELETE FROM terms WHERE passages <= 0 AND figures <= 0 AND term = ANY(%s)", ([*words[0] | words[1]],)
    )
    for table, column in (("figures", "letter"), ("passages", "letter"), ("letters", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = %s", (letter,))


def _count(connection: "Connection[Any]", counted: _Counted, sign: int) -> None:
    changed = ", ".join(f"{name} = {name} + %s" for name in _COUNTED)
    connection.execute(
        f"UPDATE totals SET state = {NOW}, {changed}", [sign * count for count in counted.totals]
    )
    # In one order for every writer.
    terms = sorted(counted.passages.keys() | counted.figures.keys())
    passages, figures = (
        [sign * counts[term] for term in terms] for counts in (counted.passages, counted.figures)
    )
    connection.execute(_WORDS, (terms, passages, figures))


def _counted(entry: Entry, rows: Sequence[FigureRow]) -> _Counted:
    searched = [row.words for row in entry.passage_rows if row.searched]
    sizes = [sum(column) for column in zip(*(words.sizes for words in searched), strict=True)] or [0, 0, 0]
    figures = [[*row.words.split(), *row.scope.split()] for row in rows]
    return _Counted(
        (len(searched), *sizes, len(figures), sum(map(len, figures))),
        Counter(
            word
            for words in searched
            for word in {*words.text.split(), *words.context.split(), *words.document.split()}
        ),
        Counter(word for words in figures for word in set(words)),
    )


def _copy(
    connection: "Connection[Any]", table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    with connection.cursor().copy(f"COPY {table}({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _passages(entry: Entry, first: int, vectors: "Vectors", as_bytes: bool) -> Iterator[Sequence[object]]:
    for position, row in enumerate(entry.passage_rows):
        words = row.words
        yield (
            entry.head.place,
            first + position,
            entry.id,
            position,
            row.kind.value,
            _clean(row.plain),
            _clean(words.around),
            *words.sizes,
            weighted(words.text, words.context, words.document) if row.searched else None,
            _vector(vectors[position], as_bytes) if row.searched else None,
            " ".join(map(quoted, row.seams.split())) or None,
        )


def _figures(entry: Entry, rows: Sequence[FigureRow], first: int) -> Iterator[Sequence[object]]:
    for number, row in enumerate(rows, first):
        size = len(row.words.split()) + len(row.scope.split())
        yield (
            entry.head.place, number, entry.id, _clean(row.name), _clean(row.place), size,
            weighted(row.words, row.scope), row.record,
        )  # fmt: skip


def weighted(*fields: str) -> str:
    """The words of up to four texts as a tsvector: weight A for the first, B for the next, as often as each stands there.

    >>> weighted("产值 产", "产值")
    "'产值':1A '产':2A '产值':3B"
    """
    found = [(word, weight) for field, weight in zip(fields, "ABCD", strict=False) for word in field.split()]
    return " ".join(f"'{word}':{place}{weight}" for place, (word, weight) in enumerate(found, 1))


def quoted(word: str) -> str:
    """A word as tsvector and tsquery read it."""
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def _vector(vector: "NDArray[np.float16]", as_bytes: bool) -> object:
    # Five digits tell any two numbers of half precision apart.
    return vector.tobytes() if as_bytes else f"[{','.join(['%.5g'] * len(vector))}]" % tuple(vector.tolist())


def _clean(text: str) -> str:
    """Without the one character that PostgreSQL does not store."""
    return text.replace("\0", "")
