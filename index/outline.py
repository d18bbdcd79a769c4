"""The outline of an index: what a reader of many letters needs to know before it reads any."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.period import Period
from index.record import load


@dataclass(frozen=True)
class Head:
    """A letter without its text: what tells it from others."""

    id: str
    title: str
    place: str
    dated: date | None
    period: Period | None


def heads(connection: sqlite3.Connection) -> tuple[Head, ...]:
    """Every letter's head, by id."""
    columns = ", ".join(
        f"json_extract(letter, '{_at(Letter, name)}')"
        for name in ("title", "place", "signed", "published", "period")
    )
    rows = connection.execute(f"SELECT id, {columns} FROM letters ORDER BY id").fetchall()
    return tuple(_head(*row) for row in rows)


def names(connection: sqlite3.Connection) -> frozenset[str]:
    """What the figures are called, each name once."""
    name = _at(Figure, "name")
    rows = connection.execute(f"SELECT DISTINCT json_extract(figure, '{name}') FROM figures").fetchall()
    return frozenset(row[0] for row in rows)


def figure_places(connection: sqlite3.Connection) -> Mapping[str, tuple[str, ...]]:
    """The letters that have figures of each place, by the place."""
    place = _at(Figure, "place")
    rows = connection.execute(
        f"SELECT DISTINCT json_extract(figure, '{place}'), letter FROM figures ORDER BY 2"
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, letter in rows.fetchall():
        found[name].append(letter)
    return {name: tuple(letters) for name, letters in found.items()}


def pairs(connection: sqlite3.Connection) -> frozenset[str]:
    """The pairs of neighbouring characters of the searched passages."""
    rows = connection.execute("SELECT term FROM terms WHERE length(term) = 2").fetchall()
    return frozenset(row[0] for row in rows)


def count(connection: sqlite3.Connection) -> int:
    """How many figures there are."""
    return int(connection.execute("SELECT count(*) FROM figures").fetchone()[0])


def _at(kind: type[Figure] | type[Letter], name: str) -> str:
    """Where a record's JSON has a field."""
    return f"$[{[field.name for field in fields(kind)].index(name)}]"


def _head(name: str, title: str, place: str, signed: str, published: str, period: str | None) -> Head:
    day = signed or published
    days = load(Period, period) if period else None
    return Head(name, title, place, date.fromisoformat(day) if day else None, days)


def unread(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """What of each letter's file is not in its text, a line each, by id; letters read whole are left out."""
    rows = connection.execute("SELECT letter, unread FROM files WHERE unread <> '' AND letter IS NOT NULL")
    return {letter: tuple(lines.split("\n")) for letter, lines in rows.fetchall()}


def file(connection: sqlite3.Connection, letter: str) -> Path:
    """The file that a letter was read from. KeyError for a letter that is not there."""
    row = connection.execute("SELECT path FROM files WHERE letter = ?", (letter,)).fetchone()
    if row is None:
        raise KeyError(letter)
    return Path(row[0])
