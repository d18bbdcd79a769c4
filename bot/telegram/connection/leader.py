"""Several bots on one journal: one answers, the others stand by and take over when it is gone.

The one that answers holds a lock of the journal's PostgreSQL server, which is let go of with its connection, however
the process or its machine ends. What it had not answered is in the journal.
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

_LOG = logging.getLogger("dafu.telegram")
_LOCK = 0x6461_6662  # of whoever answers
_PAUSE = 1.0  # seconds between two tries, and between two looks whether the lock is still held


class Leader:
    """A process that answers or stands by."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._leads = False

    def leads(self) -> bool:
        """Whether this process holds the lock, or has got it just now."""
        try:
            if self._connection is None:
                self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            if self._leads:  # the lock is held as long as the connection is
                self._connection.scalar(text("SELECT 1"))
            else:
                self._leads = bool(self._connection.scalar(text(f"SELECT pg_try_advisory_lock({_LOCK})")))
            return self._leads
        except SQLAlchemyError:
            self.resign()
            return False

    @property
    def is_connected(self) -> bool:
        """Whether the server was there when it was last asked."""
        return self._connection is not None

    def resign(self) -> None:
        """Let go of the lock."""
        if self._connection is not None:
            with suppress(SQLAlchemyError):
                self._connection.invalidate()
                self._connection.close()
        self._connection, self._leads = None, False


def led(engine: Engine, pause: float = _PAUSE, end: Callable[[], None] | None = None) -> Engine:
    """The journal, once it is this process's turn to answer. A SQLite journal has one process by itself.

    Where another process takes the turn, because the server was away, this one ends as by SIGTERM.
    """
    if engine.dialect.name != "postgresql":
        return engine
    leader = Leader(engine)
    if not leader.leads():
        _LOG.warning("another process answers; this one stands by")
        while not leader.leads():
            time.sleep(pause)
        _LOG.warning("this process answers now")
    threading.Thread(target=_watch, args=(leader, pause, end or _end), daemon=True, name="leader").start()
    return engine


def _watch(leader: Leader, pause: float, end: Callable[[], None]) -> None:
    while True:
        time.sleep(pause)
        if not leader.leads() and _taken(leader, pause):
            _LOG.critical("another process answers; this one ends")
            end()
            return


def _taken(leader: Leader, pause: float) -> bool:
    """Whether the lock is another's now; while the server is away it is nobody's."""
    while not leader.leads():
        if leader.is_connected:
            return True
        time.sleep(pause)
    return False


def _end() -> None:
    os.kill(os.getpid(), signal.SIGTERM)
