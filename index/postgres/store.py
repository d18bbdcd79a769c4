"""An index in PostgreSQL as a store: read in one transaction at a time, by any number of processes."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.postgres.connection import PATIENCE, Session, place
from index.postgres.reader import PostgresReader


class PostgresStore:
    """The index at an address; `vector` where its vectors are pgvector's.

    A question waits `patience` seconds for a server that is gone.
    """

    def __init__(self, address: str, schema: str, *, vector: bool, patience: float = PATIENCE) -> None:
        self._address = address
        self._session = Session(address, schema, patience)
        self._vector = vector
        self._reader: PostgresReader | None = None

    @property
    def place(self) -> str:
        """The address without its password."""
        return place(self._address)

    @contextmanager
    def reading(self) -> Iterator[PostgresReader]:
        """One state of the index for all that is asked inside; writers are not held up."""
        with self._session.transaction() as number:
            if self._reader is None or self._reader.state != str(number):
                self._reader = PostgresReader(self._session, str(number), vector=self._vector)
            yield self._reader

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()
