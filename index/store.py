"""The store: an index opened, brought up to date, or built anew where it does not fit."""

import logging
import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault, UnreadableSource
from index.database import NAME, UnusableIndex, connect, create, is_whole, seal, transaction
from index.entry import entry
from index.folder import Document, code_digest, documents
from index.opened import Index
from index.progress import Progress, Quiet, Why
from index.rows import put, remove, sound

if TYPE_CHECKING:
    from corpus.reading import Reading
    from corpus.source import Source
    from index.encoder import Encoder

_FORMAT = 1
_LOG = logging.getLogger("dafu.index")
_STALE = 3600  # seconds after which another build's leftover is nobody's


@dataclass(frozen=True)
class Manifest:
    """What an index belongs to: it is built anew when any of it changes."""

    format: str
    model: str
    model_digest: str

    def fits(self, other: "Manifest") -> Why | None:
        """Why an index with the other manifest cannot be used; None where it can."""
        if self.format != other.format:
            return Why.FORMAT
        return None if self == other else Why.MODEL


@dataclass(frozen=True)
class Changes:
    """How the folder differs from the index; `touched` files are other files with the same content."""

    read: tuple[Document, ...]
    gone: tuple[str, ...]
    touched: tuple[Document, ...]


def open_index(corpus: Path, index: Path, encoder: "Encoder", report: Progress | None = None) -> Index:
    """The index of a corpus folder, kept in the folder `index` and brought up to date first.

    The encoder is asked for vectors only where something is new. Raises UnreadableCorpus, UnusableIndex.
    """
    told = report or Quiet()
    path = index / NAME
    manifest = _manifest(encoder)
    found = documents(corpus)
    why = _unfit(path, manifest)
    try:
        if why:
            told.rebuild(why)
            index.mkdir(parents=True, exist_ok=True)
            _build(path, found, manifest, encoder, told)
        else:
            _update(path, found, encoder, told)
    except (PermissionError, NotADirectoryError, FileExistsError, sqlite3.OperationalError) as error:
        raise UnusableIndex(f"{index}：{Fault.NO_INDEX.words} ({error})") from None
    return Index(path, encoder)


def _manifest(encoder: "Encoder") -> Manifest:
    written = blake2b(f"{_FORMAT} {code_digest()}".encode(), digest_size=16).hexdigest()
    return Manifest(written, encoder.name, encoder.digest)


def _unfit(path: Path, manifest: Manifest) -> Why | None:
    if not path.exists():
        return Why.MISSING
    try:
        with closing(connect(path)) as connection:
            if not is_whole(path, connection, sound):
                return Why.DAMAGED
            return manifest.fits(_written(connection))
    except (sqlite3.DatabaseError, KeyError):
        return Why.DAMAGED


def _written(connection: sqlite3.Connection) -> Manifest:
    rows = dict(connection.execute("SELECT key, value FROM manifest").fetchall())
    return Manifest(rows["format"], rows["model"], rows["model_digest"])


def _build(
    path: Path, found: Sequence[Document], manifest: Manifest, encoder: "Encoder", report: Progress
) -> None:
    """Written beside and swapped: whoever has the old index open goes on with it."""
    for leftover in path.parent.glob(f"{NAME}.*.new"):
        if time.time() - leftover.stat().st_mtime > _STALE:
            leftover.unlink()
    fresh = path.with_name(f"{NAME}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    report.begin(len(found))
    with closing(create(fresh)) as connection, transaction(connection, writes=True):
        connection.executemany("INSERT INTO manifest VALUES(?, ?)", asdict(manifest).items())
        connection.execute("INSERT INTO manifest VALUES('generation', ?)", (str(time.time_ns()),))
        for document in found:
            _read_into(connection, document, encoder, report)
    with fresh.open("rb") as file:
        os.fsync(file.fileno())
    seal(path, writing=True)
    os.replace(fresh, path)
    seal(path)
    report.end()


def _update(path: Path, found: Sequence[Document], encoder: "Encoder", report: Progress) -> None:
    with closing(connect(path)) as connection:
        changes = _changes(connection, found)
        if not (changes.read or changes.gone or changes.touched):
            return
        if changes.read:
            report.begin(len(changes.read))
        with transaction(connection, writes=True):
            # Another process may have done the same while this one waited for its turn.
            changes = _changes(connection, found)
            _apply(connection, changes, encoder, report)
            seal(path, writing=True)
        seal(path)
    report.end()


def _apply(connection: sqlite3.Connection, changes: Changes, encoder: "Encoder", report: Progress) -> None:
    for file in changes.gone:
        _forget(connection, file)
    for document in changes.touched:
        connection.execute(
            "UPDATE files SET size = ?, changed = ? WHERE path = ?",
            (document.size, document.changed, document.key),
        )
    for document in changes.read:
        _forget(connection, document.key)
    for document in changes.read:
        _read_into(connection, document, encoder, report)
    connection.execute("UPDATE manifest SET value = ? WHERE key = 'generation'", (str(time.time_ns()),))


def _changes(connection: sqlite3.Connection, found: Sequence[Document]) -> Changes:
    rows = connection.execute("SELECT path, size, changed, digest, letter FROM files").fetchall()
    kept = {row[0]: row[1:] for row in rows}
    fresh, touched = [], []
    for document in found:
        size, changed, content, letter = kept.get(document.key, (None, None, None, None))
        if (size, changed) == (document.size, document.changed) and letter in (document.id, None):
            continue
        if content and letter in (document.id, None) and content == _digest(document):
            touched.append(document)
        else:
            fresh.append(document)
    gone = kept.keys() - {document.key for document in found}
    return Changes(tuple(fresh), tuple(sorted(gone)), tuple(touched))


def _digest(document: Document) -> str:
    from corpus.source import digest

    try:
        return digest(document.path)
    except UnreadableSource:
        return ""


def _forget(connection: sqlite3.Connection, file: str) -> None:
    for (letter,) in connection.execute("SELECT letter FROM files WHERE path = ?", (file,)).fetchall():
        if letter is not None:
            remove(connection, letter)
    connection.execute("DELETE FROM files WHERE path = ?", (file,))


def _read_into(
    connection: sqlite3.Connection, document: Document, encoder: "Encoder", report: Progress
) -> None:
    # Imported here: whoever opens an index that is up to date reads no document.
    from corpus.source import read

    letter, content, fault, unread = document.id, "", "", ""
    try:
        source = read(document.path, document.id)
        content, unread = source.digest, "\n".join(source.unread)
        reading = _reading(source)
        put(connection, reading, entry(reading, encoder))
    except UnreadableSource as refused:
        fault = str(refused)
        report.refuse(fault)
    else:
        report.read(letter)
    connection.execute(
        "INSERT INTO files VALUES(?, ?, ?, ?, ?, ?, ?)",
        (document.key, document.size, document.changed, content, None if fault else letter, fault, unread),
    )


def _reading(source: "Source") -> "Reading":
    """What is read out of a source. One odd text must not stop a folder: it is left out, and the log says why."""
    from corpus.reading import read_letter

    try:
        return read_letter(source)
    except Exception:  # noqa: BLE001 - told in a line and in the log
        _LOG.exception("%s", source.path)
        raise UnreadableSource(source.path, Fault.FAILED) from None


__all__ = ["Index", "open_index"]
