"""Opening the journal's database, and what its tables have in common."""

import os
from collections.abc import Mapping
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import URL, Connection, Engine, Table, create_engine, delete, event, insert, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from bot.service.journal.fault import JournalUnavailable
from bot.service.journal.tables import metadata
from bot.speech import speech

_OWN = 0o600  # the mode of the journal's files
BUSY = 250  # milliseconds that SQLite waits for a lock; whoever waits longer does so without holding a thread


def open_journal(url: str) -> Engine:
    """The journal at an SQLAlchemy URL, its tables made where they are missing. Raises JournalUnavailable."""
    try:
        # A statement's values are people's questions: in no log, and in no trace of a failure.
        engine = create_engine(url, hide_parameters=True)
        if engine.dialect.name == "sqlite":
            _keep_private(engine.url.database)
            event.listen(engine, "connect", _prepare)
        metadata.create_all(engine)
    except (SQLAlchemyError, ImportError, OSError, ValueError) as error:
        raise JournalUnavailable(
            speech(None).say("no-journal", place=_shown(url), why=_why(error))
        ) from error
    return engine


def put(connection: Connection, table: Table, row: Mapping[str, object]) -> None:
    """Writes a row, in the place of the one that has its key."""
    same = [column == row[column.name] for column in table.primary_key]
    connection.execute(delete(table).where(*same))
    connection.execute(insert(table), row)


def wipe_traces(engine: Engine) -> None:
    """Takes deleted text out of SQLite's write-ahead log too; other servers do so by themselves."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.execute(text("pragma wal_checkpoint(truncate)"))


def place_of(url: URL) -> str:
    """Where a journal is, without its password: the file of an SQLite one.

    >>> from sqlalchemy import make_url
    >>> place_of(make_url("postgresql+psycopg://dafu:secret@db/dafu"))
    'postgresql+psycopg://dafu:***@db/dafu'
    """
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def _keep_private(database: str | None) -> None:
    """Makes an SQLite file readable for its owner alone; what SQLite puts beside it gets the same mode."""
    if not database or database == ":memory:" or database.startswith("file:"):
        return
    file = Path(database)
    file.touch(_OWN)
    for there in (file, *(file.with_name(f"{file.name}{suffix}") for suffix in ("-wal", "-shm"))):
        if there.exists() and there.stat().st_uid == os.geteuid():  # somebody else's stays as they made it
            there.chmod(_OWN)


def _prepare(connection: SQLiteConnection, _record: object) -> None:
    """Each SQLite connection: safe against kill -9 without waiting for the disk, deleted text overwritten."""
    busy = f"busy_timeout={BUSY}"
    for pragma in (busy, "journal_mode=wal", "synchronous=normal", "secure_delete=on"):
        connection.execute(f"pragma {pragma}").close()


def _shown(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return "TELEGRAM_JOURNAL"


def _why(error: Exception) -> str:
    """What the system, the driver or Python says, in one line: database is locked. Of what is no address nothing is said
    again: a password may be in it."""
    if isinstance(error, ValueError) or type(error) is ArgumentError:
        return speech(None).say("no-journal-address")
    cause = error.orig if isinstance(error, DBAPIError) else error
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    return said.splitlines()[0] if said else type(error).__name__
