"""An index file built, or changed where the folder did: whole or not at all."""

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from index.changes import KEPT, Changes, Manifest, changes, kept
from index.folder import Document
from index.gather import Gathered, gather
from index.progress import Progress
from index.rows.entry import embedded
from index.sqlite.database import NAME, connect, create, seal, transaction
from index.sqlite.rows import put, remove

if TYPE_CHECKING:
    from index.encoder import Encoder

_STALE = 3600  # seconds after which another build's leftover is nobody's


def build(
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
    seal(path, built=True)
    report.end()


def update(path: Path, found: Sequence[Document], encoder: "Encoder", report: Progress) -> None:
    """What is new or changed read, what is gone taken out, in one commit."""
    with closing(connect(path)) as connection:
        with transaction(connection, writes=True):
            # Another process may have done the same while this one waited for its turn.
            wanted = changes(kept(connection.execute(KEPT)), found)
            if not wanted:
                return
            if wanted.read:
                report.begin(len(wanted.read))
            _apply(connection, wanted, encoder, report)
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
