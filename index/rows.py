"""Rows: a letter's entry put into the index and taken out of it, all parts at once."""

import sqlite3
from typing import TYPE_CHECKING

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.text import plain
from index.entry import Entry, named, names, words
from index.record import load

if TYPE_CHECKING:
    from corpus.reading import Reading

# A heading is never an answer by itself.
SEARCHED = frozenset(Kind) - {Kind.HEADING}


def put(connection: sqlite3.Connection, reading: "Reading", entry: Entry) -> None:
    """Store a letter that is not stored yet."""
    first = _next(connection, "passages")
    searched = bytes(passage.kind in SEARCHED for passage in reading.passages)
    connection.execute(
        "INSERT INTO letters VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.id,
            named(reading.letter),
            entry.letter,
            entry.passages,
            entry.remarks,
            entry.rules,
            entry.vectors,
            entry.digest,
            first,
            searched,
        ),
    )
    for position, (passage, found) in enumerate(
        zip(reading.passages, words(reading.letter, reading.passages), strict=True)
    ):
        connection.execute(
            "INSERT INTO passages VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                first + position,
                entry.id,
                position,
                passage.kind,
                plain(passage.text),
                found.around,
                *found.sizes,
            ),
        )
        if passage.kind in SEARCHED:
            connection.execute(
                "INSERT INTO words(rowid, text, context, document) VALUES(?, ?, ?, ?)",
                (first + position, found.text, found.context, found.document),
            )
    first = _next(connection, "figures")
    for place, (figure, row) in enumerate(zip(reading.figures, entry.figures, strict=True)):
        connection.execute("INSERT INTO figures VALUES(?, ?, ?)", (first + place, entry.id, row))
        connection.execute(
            "INSERT INTO names(rowid, name, scope) VALUES(?, ?, ?)", (first + place, *names(figure))
        )


def remove(connection: sqlite3.Connection, letter: str) -> None:
    """Take a stored letter out of every part."""
    row = connection.execute("SELECT letter, passages FROM letters WHERE id = ?", (letter,)).fetchone()
    passages = load(tuple[Passage, ...], row[1])
    numbers = connection.execute("SELECT number FROM passages WHERE letter = ? ORDER BY position", (letter,))
    # A full-text table without content wants to be told what it forgets.
    for (number,), passage, found in zip(
        numbers.fetchall(), passages, words(load(Letter, row[0]), passages), strict=True
    ):
        if passage.kind in SEARCHED:
            connection.execute(
                "INSERT INTO words(words, rowid, text, context, document) VALUES('delete', ?, ?, ?, ?)",
                (number, found.text, found.context, found.document),
            )
    rows = connection.execute("SELECT number, figure FROM figures WHERE letter = ?", (letter,)).fetchall()
    for number, figure in rows:
        connection.execute(
            "INSERT INTO names(names, rowid, name, scope) VALUES('delete', ?, ?, ?)",
            (number, *names(load(Figure, figure))),
        )
    for table, column in (("figures", "letter"), ("passages", "letter"), ("letters", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (letter,))


def sound(connection: sqlite3.Connection) -> bool:
    """Whether every letter's rows are those that were written."""
    rows = connection.execute(
        "SELECT id, letter, passages, remarks, rules, vectors, digest FROM letters"
    ).fetchall()
    for name, letter, passages, remarks, rules, vectors, digest in rows:
        figures = connection.execute("SELECT figure FROM figures WHERE letter = ? ORDER BY number", (name,))
        of_figures = tuple(row[0] for row in figures.fetchall())
        found = Entry(name, letter, passages, remarks, rules, of_figures, vectors)
        if found.digest != digest:
            return False
    return True


def _next(connection: sqlite3.Connection, table: str) -> int:
    """The number after the last: a letter's rows follow each other."""
    (last,) = connection.execute(f"SELECT max(number) FROM {table}").fetchone()
    return int(last or 0) + 1
