"""An index file opened: brought up to date first, or built anew where it does not fit."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault
from index.changes import KEPT, Manifest, changes, kept, manifest
from index.fault import UnusableIndex
from index.folder import Document
from index.progress import Progress, Why
from index.sqlite.database import NAME, connect, is_whole
from index.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from index.encoder import Encoder


def open_file(found: Sequence[Document], folder: Path, encoder: "Encoder", report: Progress) -> SqliteStore:
    """The index of these documents in a folder, brought up to date. Raises UnusableIndex."""
    path = _made(folder) / NAME
    belongs = manifest(encoder)
    why = _unfit(path, belongs)
    try:
        if why:
            report.rebuild(why)
            # Imported here, as below: mostly nothing is read.
            from index.sqlite.writing import build

            build(path, found, belongs, encoder, report)
        else:
            _follow(path, found, encoder, report)
    except (PermissionError, sqlite3.OperationalError) as error:
        raise _unusable(folder, error) from None
    return SqliteStore(path)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(folder, error) from None
    return folder


def _unusable(folder: Path, error: Exception) -> UnusableIndex:
    return UnusableIndex(f"{folder}：{Fault.NO_INDEX.words} ({error})")


def _unfit(path: Path, belongs: Manifest) -> Why | None:
    if not path.exists():
        return Why.MISSING
    try:
        with closing(connect(path)) as connection:
            if not is_whole(path, connection, _is_sound):
                return Why.DAMAGED
            return belongs.fits(_written(connection))
    except (sqlite3.DatabaseError, KeyError):
        return Why.DAMAGED


def _is_sound(connection: sqlite3.Connection) -> bool:
    from index.sqlite.rows import sound

    return sound(connection)


def _written(connection: sqlite3.Connection) -> Manifest:
    rows = dict(connection.execute("SELECT key, value FROM manifest").fetchall())
    return Manifest(rows["format"], rows["model"], rows["model_digest"])


def _follow(path: Path, found: Sequence[Document], encoder: "Encoder", report: Progress) -> None:
    with closing(connect(path)) as connection:
        changed = bool(changes(kept(connection.execute(KEPT)), found))
    if changed:
        from index.sqlite.writing import update

        update(path, found, encoder, report)
