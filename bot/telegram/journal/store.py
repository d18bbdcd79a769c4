"""Opening the journal's database."""

from sqlite3 import Connection

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.telegram.journal.tables import metadata

BUSY = 5000  # milliseconds that SQLite waits for a lock


class JournalUnavailable(Exception):
    """The journal's database cannot be opened; the message has no password in it."""


def open_journal(url: str) -> Engine:
    """The journal at an SQLAlchemy URL, its tables made where they are missing."""
    try:
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare)
        metadata.create_all(engine)
    except (SQLAlchemyError, ImportError) as error:
        raise JournalUnavailable(f"{_shown(url)}: {type(error).__name__}") from error
    return engine


def wipe_traces(engine: Engine) -> None:
    """Takes deleted text out of SQLite's write-ahead log too; other servers do so by themselves."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.execute(text("pragma wal_checkpoint(truncate)"))


def _prepare(connection: Connection, _record: object) -> None:
    """Each SQLite connection: safe against kill -9 without waiting for the disk, deleted text overwritten."""
    busy = f"busy_timeout={BUSY}"
    for pragma in (busy, "journal_mode=wal", "synchronous=normal", "secure_delete=on"):
        connection.execute(f"pragma {pragma}").close()


def _shown(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "TELEGRAM_JOURNAL"
