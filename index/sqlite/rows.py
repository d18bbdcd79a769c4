"""Rows: a letter's entry put into the index and taken out of it, all parts at once."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from index.rows.entry import SEARCHED, Entry, digest, names, seams, words
from index.rows.record import dump, load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 1000  # figures


def put(connection: sqlite3.Connection, entry: Entry, vectors: "NDArray[np.float16]") -> None:
    """Store a letter that is not stored yet, with the vectors of its passages."""
    first = _next(connection, "passages")
    head, stored = entry.head, vectors.tobytes()
    digested = digest(entry.id, entry.records, _put_figures(connection, entry), stored)
    connection.execute(
        "INSERT INTO letters VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            head.id,
            head.title,
            head.place,
            head.dated.isoformat() if head.dated else None,
            dump(head.period) if head.period else None,
            entry.named,
            entry.letter,
            entry.passages,
            entry.remarks,
            entry.rules,
            stored,
            digested,
            first,
            bytes(row.searched for row in entry.passage_rows),
            entry.unsure,
        ),
    )
    numbered = list(enumerate(entry.passage_rows))
    connection.executemany(
        "INSERT INTO passages VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (first + place, head.id, place, row.kind, row.plain, row.words.around, *row.words.sizes)
            for place, row in numbered
        ),
    )
    connection.executemany(
        "INSERT INTO words(rowid, text, context, document) VALUES(?, ?, ?, ?)",
        (
            (first + place, row.words.text, row.words.context, row.words.document)
            for place, row in numbered
            if row.searched
        ),
    )
    connection.executemany(
        "INSERT INTO seams(rowid, text) VALUES(?, ?)",
        ((first + place, row.seams) for place, row in numbered if row.seams),
    )


def _put_figures(connection: sqlite3.Connection, entry: Entry) -> Iterator[str]:
    """Store a letter's figures, some at a time; the record of each."""
    rows = enumerate(entry.figure_rows, _next(connection, "figures"))
    while some := list(islice(rows, _AT_ONCE)):
        connection.executemany(
            "INSERT INTO figures VALUES(?, ?, ?, ?, ?)",
            ((number, entry.id, row.name, row.place, row.record) for number, row in some),
        )
        connection.executemany(
            "INSERT INTO names(rowid, name, scope) VALUES(?, ?, ?)",
            ((number, row.words, row.scope) for number, row in some),
        )
        yield from (row.record for _, row in some)


def remove(connection: sqlite3.Connection, letter: str) -> None:
    """Take a stored letter out of every part."""
    row = connection.execute("SELECT letter, passages FROM letters WHERE id = ?", (letter,)).fetchone()
    passages = load(tuple[Passage, ...], row[1])
    numbers = connection.execute("SELECT number FROM passages WHERE letter = ? ORDER BY position", (letter,))
    # A full-text table without content wants to be told what it forgets.
    for (number,), passage, found in zip(
        numbers.fetchall(), passages, words(load(Letter, row[0]), passages), strict=True
    ):
        lacked = seams(passage, found)
        if lacked:
            connection.execute(
                "INSERT INTO seams(seams, rowid, text) VALUES('delete', ?, ?)", (number, lacked)
            )
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
    for name, *records, vectors, written in rows:
        figures = connection.execute("SELECT figure FROM figures WHERE letter = ? ORDER BY number", (name,))
        if digest(name, records, (row[0] for row in figures), vectors) != written:
            return False
    return True


def _next(connection: sqlite3.Connection, table: str) -> int:
    """The number after the last: a letter's rows follow each other."""
    (last,) = connection.execute(f"SELECT max(number) FROM {table}").fetchone()
    return int(last or 0) + 1
