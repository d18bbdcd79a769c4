"""The ledger: the figures of the letters, by letter and by what they are called, and the rules of policies."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence

from corpus.figure import Figure
from corpus.rule.rule import Rule
from index.record import load
from index.words import tokens

_NAME, _SCOPE = 4.0, 1.0  # how much more the figure's own name tells than what stands above it


def figures(connection: sqlite3.Connection, letter: str) -> tuple[Figure, ...]:
    """The figures of a letter in order."""
    rows = connection.execute(
        "SELECT figure FROM figures WHERE letter = ? ORDER BY number", (letter,)
    ).fetchall()
    return tuple(load(Figure, row[0]) for row in rows)


def rules(connection: sqlite3.Connection) -> dict[str, tuple[Rule, ...]]:
    """The rules of each letter that has any, by its id."""
    rows = connection.execute("SELECT id, rules FROM letters WHERE rules != '[]' ORDER BY id").fetchall()
    return {name: load(tuple[Rule, ...], row) for name, row in rows}


def figures_about(
    connection: sqlite3.Connection, words: Sequence[str], letters: Collection[str] | None, limit: int
) -> list[Figure]:
    """The figures whose name or what stands above it has most of the words, best first."""
    asked = " OR ".join(f'"{token}"' for token in dict.fromkeys(_tokens(words)))
    if not asked:
        return []
    among = "" if letters is None else " AND letter IN (SELECT value FROM json_each(?))"
    rows = connection.execute(
        "SELECT figure FROM names JOIN figures ON number = names.rowid"
        f" WHERE names MATCH ?{among} ORDER BY bm25(names, {_NAME}, {_SCOPE}), number LIMIT ?",
        (asked, *(() if letters is None else (_json(letters),)), limit),
    ).fetchall()
    return [load(Figure, row[0]) for row in rows]


def _tokens(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield from tokens(word)


def _json(letters: Collection[str]) -> str:
    import json

    return json.dumps(list(letters))
