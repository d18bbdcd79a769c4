"""Who writes into the journal: in order, and with patience where it cannot be written.

A journal is locked by somebody's backup, its disk is full, its server restarts: all of that passes.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import ParamSpec, TypeVar

from sqlalchemy import Engine, exc

P = ParamSpec("P")
T = TypeVar("T")

# What says that the journal is out of reach now, not that something is wrong with what was to be written.
LOST = (exc.OperationalError, exc.InterfaceError, exc.TimeoutError)
PAUSE = 1.0  # seconds until it is tried again
_LOG = logging.getLogger("dafu.telegram")


@dataclass
class Clerk:
    """The one who writes. `trouble` says why the journal cannot be written now, "" where it can."""

    engine: Engine
    trouble: str = ""
    leaving: bool = False  # the process ends: nothing is waited for any more
    _long: int = 0  # writes that take long and are under way
    # One: the order of writes is the order of updates, and SQLite has one writer anyway.
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "journal"))
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def write(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a short write gives, as soon as the journal can be written. Raises LOST when the process ends."""
        while True:
            try:
                return await self.attempt(function, *args, **kwargs)
            except LOST:
                if self.leaving:
                    raise
            async with self._turn:  # one tries, the others wait
                while self.trouble and not self.leaving:
                    await asyncio.sleep(PAUSE)
                    with suppress(*LOST):
                        return await self.attempt(function, *args, **kwargs)

    async def attempt(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same tried once. Raises SQLAlchemyError, which LOST is part of.

        SQLite writes a row in a tenth of the time that changing threads takes; a server may be far away, and
        a journal that is locked keeps whoever asks.
        """
        try:
            if self.engine.dialect.name == "sqlite" and not (self.trouble or self._long):
                done = function(*args, **kwargs)
            else:
                loop = asyncio.get_running_loop()
                done = await loop.run_in_executor(self._thread, partial(function, *args, **kwargs))
        except exc.SQLAlchemyError as error:
            self.lost(error)
            raise
        self._found()
        return done

    async def attempt_long(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for a write that takes its time: off the event loop, what comes meanwhile behind it.

        SQLite lets one write at a time: two would take each other for a locked journal.
        """
        self._long += 1
        try:
            return await self.attempt(function, *args, **kwargs)
        finally:
            self._long -= 1

    def lost(self, error: BaseException) -> None:
        """Notes that the journal is out of reach: one line in the log, however often it is tried."""
        if not self.trouble:
            self.trouble = said(error)
            _LOG.error("the journal cannot be written, updates wait: %s", self.trouble)

    def close(self) -> None:
        """Lets go of the thread."""
        self._thread.shutdown()

    def _found(self) -> None:
        if self.trouble:
            self.trouble = ""
            _LOG.warning("the journal can be written again")


def said(error: BaseException) -> str:
    """What a database says, in one line without statement and values."""
    cause = error.orig if isinstance(error, exc.DBAPIError) else error
    return f"{type(cause).__name__}: {cause}".splitlines()[0]
