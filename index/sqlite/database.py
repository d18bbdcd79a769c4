"""The index file: one SQLite database, with a seal beside it that tells a whole file from a damaged one."""

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NAME = "dafu.sqlite"
_SCHEMA = """
CREATE TABLE manifest(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE files(path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, digest TEXT, letter TEXT, fault TEXT,
    unread TEXT);
-- With row ids: a table without them reads whole rows to compare their keys, here megabytes of texts and vectors.
CREATE TABLE letters(
    id TEXT PRIMARY KEY, title TEXT, place TEXT, dated TEXT, period TEXT, named TEXT, letter TEXT, passages TEXT,
    remarks TEXT, rules TEXT, vectors BLOB, digest TEXT, first INTEGER, searched BLOB, unsure INTEGER);
CREATE INDEX doubted ON letters(id) WHERE unsure > 0;
CREATE INDEX ruled ON letters(id) WHERE rules <> '[]';
CREATE INDEX heads ON letters(id, title, place, dated, period);
-- The last three are how many words the passage, what is around it and its letter's name have.
CREATE TABLE passages(number INTEGER PRIMARY KEY, letter TEXT, position INTEGER, kind TEXT, plain TEXT,
    around TEXT, own INTEGER, context INTEGER, document INTEGER);
CREATE INDEX passages_of ON passages(letter, position);
CREATE TABLE figures(number INTEGER PRIMARY KEY, letter TEXT, name TEXT, place TEXT, figure TEXT);
CREATE INDEX figures_of ON figures(letter);
CREATE INDEX figures_named ON figures(name);
CREATE INDEX figures_placed ON figures(place, letter);
-- The words come with their analysis done, so that figures stay whole; punctuation inside them is theirs.
CREATE VIRTUAL TABLE words USING fts5(
    text, context, document, content='', tokenize="ascii tokenchars '.%-+:/,&'");
-- What the words lack for finding a text that stands in a passage.
CREATE VIRTUAL TABLE seams USING fts5(
    text, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '+'");
CREATE VIRTUAL TABLE terms USING fts5vocab(words, row);
CREATE VIRTUAL TABLE names USING fts5(
    name, scope, content='', tokenize="ascii tokenchars '.%-+:/,&'");
"""
_CACHE = 24 * 1024  # KiB while an index is built
_WAIT = 30_000  # milliseconds that a reader waits for a writer's commit, and a writer for its turn


@dataclass(frozen=True)
class Seal:
    """What the file was when it was last written whole; `writing` while a commit is under way.

    A file of that size and that time is taken to be as it was; of a copy, which has another, the checksum tells: None
    where the file was changed since it was built, for to take it anew would be to read all of the file for a letter.
    """

    size: int
    changed: int  # nanoseconds
    checksum: int | None
    writing: bool = False


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an index file that exists; threads may share it, one at a time."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
    # Nothing is written before the commit, so that readers wait for the commit only.
    connection.execute("PRAGMA cache_spill = OFF")
    connection.execute("PRAGMA trusted_schema = ON")
    return connection


def create(path: Path) -> sqlite3.Connection:
    """A new empty index file that nobody reads yet: no journal, no waiting for the disk."""
    connection = connect(path)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    # However many letters come, so much of the file is in memory.
    connection.execute("PRAGMA cache_spill = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.executescript(_SCHEMA)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, *, writes: bool = False) -> Iterator[None]:
    """All of what is done inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def seal(path: Path, *, built: bool = False, writing: bool = False) -> None:
    """Note that the file is whole as it is now, just built or changed; before a commit, that it is about to change."""
    found = (_sealed(path) or Seal(0, 0, None)) if writing else _seen(path, built=built)
    beside = _seal_path(path)
    fresh = beside.with_name(f"{beside.name}.{os.getpid()}")
    fresh.write_text(json.dumps([found.size, found.changed, found.checksum, writing]), encoding="ascii")
    os.replace(fresh, beside)


def is_whole(path: Path, connection: sqlite3.Connection, sound: Callable[[sqlite3.Connection], bool]) -> bool:
    """Whether the file is as it was sealed, or `sound` where that is not known: after a commit cut off, for a copy."""
    try:
        with transaction(connection):
            # Reading holds writers off until the file is looked at; a journal left by a crash is rolled back here.
            connection.execute("SELECT count(*) FROM manifest").fetchone()
            sealed, stat = _sealed(path), path.stat()
            if sealed is None:
                return False
            if sealed.size == stat.st_size and (
                sealed.changed == stat.st_mtime_ns or sealed.checksum == _checksum(path)
            ):
                return True
            unknown = sealed.writing or sealed.checksum is None
            return unknown and _checks(connection) and sound(connection)
    except sqlite3.DatabaseError:
        return False


def _checks(connection: sqlite3.Connection) -> bool:
    return [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]


def _seal_path(path: Path) -> Path:
    return path.with_suffix(".seal")


def _sealed(path: Path) -> Seal | None:
    try:
        return Seal(*json.loads(_seal_path(path).read_text(encoding="ascii")))
    except (OSError, ValueError, TypeError):
        return None


def _seen(path: Path, *, built: bool) -> Seal:
    stat = path.stat()
    return Seal(stat.st_size, stat.st_mtime_ns, _checksum(path) if built else None)


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while piece := file.read(2**20):
            checksum = zlib.crc32(piece, checksum)
    return checksum
