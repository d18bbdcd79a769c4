"""An index file as a store: followed where it is rebuilt, read in one transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.sqlite.database import connect, transaction
from index.sqlite.reader import SqliteReader


class SqliteStore:
    """The index in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader: SqliteReader | None = None
        self._open()

    @property
    def place(self) -> str:
        """The file's path."""
        return str(self._path)

    @contextmanager
    def reading(self) -> Iterator[SqliteReader]:
        """One state of the index for all that is asked inside: writers wait until it is over."""
        self._follow()
        with transaction(self._connection):
            (state,) = self._connection.execute(
                "SELECT value FROM manifest WHERE key = 'generation'"
            ).fetchone()
            if self._reader is None or self._reader.state != state:
                self._reader = SqliteReader(self._connection, state)
            yield self._reader

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _open(self) -> None:
        self._connection = connect(self._path)
        self._file = self._path.stat().st_ino

    def _follow(self) -> None:
        """A rebuilt index is another file of the same name; of one that was deleted what is open goes on."""
        try:
            there = self._path.stat().st_ino
        except FileNotFoundError:
            return
        if there != self._file:
            self._connection.close()
            self._reader = None
            self._open()
