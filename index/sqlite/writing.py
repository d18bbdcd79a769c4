"""An index file brought up to date, or built anew where it does not fit: whole or not at all."""

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault
from index.changes import Changes, Kept, Manifest, changes, manifest
from index.entry import embedded
from index.fault import UnusableIndex
from index.folder import Document
from index.gather import Gathered, gather
from index.progress import Progress, Why
from index.sqlite.database import NAME, connect, create, is_whole, seal, transaction
from index.sqlite.rows import put, remove, sound
from index.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from index.encoder import Encoder

_STALE = 3600  # seconds after which another build's leftover is nobody's


def open_file(found: Sequence[Document], folder: Path, encoder: "Encoder", report: Progress) -> SqliteStore:
    """The index of these documents in a folder, brought up to date. Raises UnusableIndex."""
    path = folder / NAME
    belongs = manifest(encoder)
    why = _unfit(path, belongs)
    try:
        if why:
            report.rebuild(why)
            folder.mkdir(parents=True, exist_ok=True)
            _build(path, found, belongs, encoder, report)
        else:
            _update(path, found, encoder, report)
    except (PermissionError, NotADirectoryError, FileExistsError, sqlite3.OperationalError) as error:
        raise UnusableIndex(f"{folder}：{Fault.NO_INDEX.words} ({error})") from None
    return SqliteStore(path)


def _unfit(path: Path, belongs: Manifest) -> Why | None:
    if not path.exists():
        return Why.MISSING
    try:
        with closing(connect(path)) as connection:
            if not is_whole(path, connection, sound):
                return Why.DAMAGED
            return belongs.fits(_written(connection))
    except (sqlite3.DatabaseError, KeyError):
        return Why.DAMAGED


def _written(connection: sqlite3.Connection) -> Manifest:
    rows = dict(connection.execute("SELECT key, value FROM manifest").fetchall())
    return Manifest(rows["format"], rows["model"], rows["model_digest"])


def _build(
    path: Path, found: Sequence[Document], belongs: Manifest, encoder: "Encoder", report: Progress
) -> None:
    """Written beside and swapped: whoever has the old index open goes on with it."""
    for leftover in path.parent.glob(f"{NAME}.*.new"):
        if time.time() - leftover.stat().st_mtime > _STALE:
            leftover.unlink()
    fresh = path.with_name(f"{NAME}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    report.begin(len(found))
    with closing(create(fresh)) as connection, transaction(connection, writes=True):
        connection.executemany("INSERT INTO manifest VALUES(?, ?)", asdict(belongs).items())
        connection.execute("INSERT INTO manifest VALUES('generation', ?)", (str(time.time_ns()),))
        _read_into(connection, gather(found), encoder, report)
    with fresh.open("rb") as file:
        os.fsync(file.fileno())
    seal(path, writing=True)
    os.replace(fresh, path)
    seal(path)
    report.end()


def _update(path: Path, found: Sequence[Document], encoder: "Encoder", report: Progress) -> None:
    with closing(connect(path)) as connection:
        wanted = changes(_kept(connection), found)
        if not wanted:
            return
        if wanted.read:
            report.begin(len(wanted.read))
        with transaction(connection, writes=True):
            # Another process may have done the same while this one waited for its turn.
            _apply(connection, changes(_kept(connection), found), encoder, report)
            seal(path, writing=True)
        seal(path)
    report.end()


def _apply(connection: sqlite3.Connection, wanted: Changes, encoder: "Encoder", report: Progress) -> None:
    for file in wanted.gone:
        _forget(connection, file)
    for document in wanted.touched:
        connection.execute(
            "UPDATE files SET size = ?, changed = ? WHERE path = ?",
            (document.size, document.changed, document.name),
        )
    for document in wanted.read:
        _forget(connection, document.name)
    _read_into(connection, gather(wanted.read), encoder, report)
    connection.execute("UPDATE manifest SET value = ? WHERE key = 'generation'", (str(time.time_ns()),))


def _kept(connection: sqlite3.Connection) -> dict[str, Kept]:
    rows = connection.execute("SELECT path, size, changed, digest, letter FROM files").fetchall()
    return {row[0]: Kept(*row[1:]) for row in rows}


def _forget(connection: sqlite3.Connection, file: str) -> None:
    for (letter,) in connection.execute("SELECT letter FROM files WHERE path = ?", (file,)).fetchall():
        if letter is not None:
            remove(connection, letter)
    connection.execute("DELETE FROM files WHERE path = ?", (file,))


def _read_into(
    connection: sqlite3.Connection, found: Iterable[Gathered], encoder: "Encoder", report: Progress
) -> None:
    for one in found:
        if one.entry is None:
            report.refuse(one.fault)
        else:
            put(connection, one.entry, embedded(encoder, one.entry))
            report.read(one.entry.id)
        document, letter = one.document, one.entry.id if one.entry else None
        connection.execute(
            "INSERT INTO files VALUES(?, ?, ?, ?, ?, ?, ?)",
            (
                document.name,
                document.size,
                document.changed,
                one.digest,
                letter,
                one.fault,
                "\n".join(one.unread),
            ),
        )
