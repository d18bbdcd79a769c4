"""A connection to the database: what is wrong with it in one line, and what is read taken up again on a new one."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import psycopg
from psycopg import Connection, InterfaceError, OperationalError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from corpus.fault import Fault
from index.fault import StoreUnavailable, UnusableIndex
from index.postgres.schema import PROBES

PATIENCE = 30.0  # seconds that a question waits for a server that was restarted
# Of an address that does not say it: seconds that a server has to answer, and after which a silent one is asked.
_USUAL: dict[str, Any] = {"connect_timeout": 10, "keepalives_idle": 30, "application_name": "dafu"}
_PAUSE = 0.2
_T = TypeVar("_T")
# Conflicts of a replica, a server that shuts down, and what comes of a broken connection.
_PASSING = ("40", "57P", "08", "25P", "53")


def place(address: str) -> str:
    """An address for people: without password and options.

    >>> place("postgresql://dafu:secret@db.example:5433/letters?sslmode=require")
    'postgresql://dafu@db.example:5433/letters'
    """
    try:
        found = conninfo_to_dict(address)
    except psycopg.ProgrammingError:
        return "postgresql://…"
    user = f"{found['user']}@" if "user" in found else ""
    port = f":{found['port']}" if "port" in found else ""
    return f"postgresql://{user}{found.get('host', '')}{port}/{found.get('dbname', '')}"


def line(address: str, fault: Fault, error: Exception) -> str:
    """One line of what is wrong."""
    # What cannot be read as an address may have its password anywhere.
    said = "?" if isinstance(error, psycopg.ProgrammingError) else " ".join(str(error).split())
    return f"{place(address)}：{fault.words} ({said})"


def connect(address: str) -> "Connection[Any]":
    """A connection where every statement is a transaction of its own. Raises UnusableIndex."""
    try:
        return psycopg.connect(make_conninfo(**{**_USUAL, **conninfo_to_dict(address)}), autocommit=True)
    except psycopg.Error as error:
        raise UnusableIndex(line(address, Fault.NO_DATABASE, error)) from None


def is_passing(error: psycopg.Error) -> bool:
    """Whether the same statement may well succeed on a new connection."""
    if not isinstance(error, (OperationalError, InterfaceError)):
        return False
    return error.sqlstate is None or error.sqlstate.startswith(_PASSING)


class Session:
    """One reader's connection to a schema: what is asked inside a transaction sees one state, on whatever connection."""

    def __init__(self, address: str, schema: str, patience: float = PATIENCE) -> None:
        self._address = address
        self._schema = schema
        self._patience = patience
        self._connection: Connection[Any] | None = None
        self._state: int | None = None

    @contextmanager
    def transaction(self) -> Iterator[int]:
        """One state for all that is asked inside: its number. Raises StoreUnavailable where the server stays away."""
        self._state = None
        state = self._state = self._again(self._begin)
        try:
            yield state
        finally:
            self._end()

    def rows(self, statement: str, given: Sequence[object] | dict[str, object] = ()) -> list[tuple[Any, ...]]:
        """What a statement finds. Raises StoreUnavailable where the server stays away, or comes back in another state."""
        return self._again(lambda: self._rows(statement, given))

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection:
            self._connection.close()

    def _again(self, ask: Callable[[], _T]) -> _T:
        """What is asked, on a new connection where the one at hand is lost."""
        until = time.monotonic() + self._patience
        while True:
            try:
                return ask()
            except psycopg.Error as error:
                self._drop()
                if not is_passing(error):
                    raise
                if time.monotonic() > until:
                    raise StoreUnavailable(line(self._address, Fault.LOST_DATABASE, error)) from None
            except UnusableIndex as error:
                if time.monotonic() > until:
                    raise StoreUnavailable(str(error)) from None
            time.sleep(_PAUSE)

    def _rows(self, statement: str, given: Sequence[object] | dict[str, object]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            state = self._begin()
            if state != self._state:
                raise StoreUnavailable(f"{place(self._address)}：{Fault.CHANGED_DATABASE.words}")
        assert self._connection
        return self._connection.execute(statement, given or None).fetchall()

    def _begin(self) -> int:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self._address)
            # Whoever builds another index leaves this one alone while it is held.
            self._connection.execute("SELECT pg_advisory_lock_shared(hashtext(%s))", (self._schema,))
        self._connection.execute(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"
            f"SET LOCAL search_path TO {self._schema}, public;SET LOCAL ivfflat.probes TO {PROBES}"
        )
        row = self._connection.execute("SELECT state FROM totals").fetchone()
        assert row
        return int(row[0])

    def _end(self) -> None:
        if self._connection:
            try:
                self._connection.execute("ROLLBACK")
            except psycopg.Error:
                self._drop()

    def _drop(self) -> None:
        if self._connection:
            with suppress(psycopg.Error):
                self._connection.close()
        self._connection = None
