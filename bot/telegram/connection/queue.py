"""The durable queue: what PTB puts into it is on disk first, and taken out in order within a chat."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, Update
from telegram.error import TimedOut
from telegram.ext import BaseUpdateProcessor

from bot.service import clerk as journal
from bot.service.clerk import LOST, Clerk
from bot.service.journal.inbox import Inbox, Waiting

_LOG = logging.getLogger("dafu.telegram")
_ADMITTED = 4096  # updates that may be in hand: waiting for their chat's turn, or for Telegram
_WAITS = (5, 15, 60, 300)  # seconds before an answer that could not be sent is tried again


def origin(update: Update) -> int:
    """The chat of an update, or who it comes from where there is no chat."""
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0


class DurableQueue(asyncio.Queue[object]):
    """PTB takes an update for received when `put` returns: only then is it acknowledged to Telegram."""

    def __init__(self, inbox: Inbox, clerk: Clerk, body_of: Callable[[Update], str]) -> None:
        super().__init__()
        self._inbox = inbox
        self._clerk = clerk
        self._body_of = body_of
        self.suspects: set[int] = set()  # what was being answered when the process ended

    async def put(self, item: object) -> None:
        """Writes an update down before it is queued; one that was delivered before is dropped.

        Raises TimedOut where it cannot be written down: it is not acknowledged then, and Telegram sends it again.
        """
        if not isinstance(item, Update):
            self._clerk.leaving = True  # the only other thing that PTB puts here: the sign to end
        elif not await self._written(item):
            return
        await super().put(item)

    async def again(self, item: Update) -> None:
        """Queues an update that is written down already."""
        await super().put(item)

    async def replay(self, bot: Bot) -> tuple[Update, ...]:
        """Queues what was not answered when the process ended; what was given up comes back instead."""
        given_up = []
        for waiting in self._inbox.waiting():
            update = _restored(waiting, bot)
            if waiting.given_up:
                given_up.append(update)
                continue
            if waiting.tries:
                self.suspects.add(waiting.update_id)
            await self.again(update)
        return tuple(given_up)

    async def _written(self, update: Update) -> bool:
        person = update.effective_user.id if update.effective_user else 0
        body = self._body_of(update)
        try:
            return await self._clerk.attempt(self._inbox.add, update.update_id, person, body)
        except SQLAlchemyError:
            # PTB polls again at once after this one, and says nothing; any other ends polling or fills the log.
            await asyncio.sleep(journal.PAUSE)
            raise TimedOut("the journal cannot be written") from None


class InOrder(BaseUpdateProcessor):
    """Runs updates of different chats at once and those of one chat one after the other.

    However many chats wait for Telegram, nobody else waits for them: what costs is limited where it is done.
    """

    def __init__(self, inbox: Inbox, clerk: Clerk, queue: DurableQueue) -> None:
        super().__init__(_ADMITTED)
        self._inbox = inbox
        self._clerk = clerk
        self._queue = queue
        self._room = _Room()
        self._turns: dict[int, _Turn] = {}
        self._postponed: dict[int, int] = {}
        self._failed: set[int] = set()
        self._sleeping: set[asyncio.Task[None]] = set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handles an update when it is its chat's turn, and marks it done."""
        if not isinstance(update, Update):
            await coroutine
            return
        chat = origin(update)
        turn = self._turns.setdefault(chat, _Turn())
        turn.waiting += 1
        try:
            async with turn.lock, self._placed(update.update_id):
                await self._handle(update, coroutine)
        finally:
            turn.waiting -= 1
            if not turn.waiting:
                del self._turns[chat]

    def postpone(self, update: Update) -> None:
        """Has an update tried again later: Telegram was out of reach when its answer was to be sent."""
        self._failed.add(update.update_id)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """What is postponed is in the inbox and comes again at the next start."""
        for task in self._sleeping:
            task.cancel()

    async def _handle(self, update: Update, coroutine: Awaitable[Any]) -> None:
        """Handles an update between two notes of it. What cannot be noted while the process ends stays waiting."""
        try:
            await self._clerk.write(self._inbox.begin, update.update_id)
        except LOST:
            if isinstance(coroutine, Coroutine):
                coroutine.close()
            return
        try:
            await coroutine
        except asyncio.CancelledError:  # the process ends while it waits for Telegram: that is not its fault
            with suppress(SQLAlchemyError):
                self._inbox.postpone(update.update_id)
            raise
        with suppress(*LOST):
            await self._finish(update)

    @asynccontextmanager
    async def _placed(self, update_id: int) -> AsyncIterator[None]:
        """A place to run in. What may have ended the process runs alone, so that it ends nothing else's tries."""
        alone = update_id in self._queue.suspects
        async with self._room.alone() if alone else self._room.shared():
            yield
        self._queue.suspects.discard(update_id)

    async def _finish(self, update: Update) -> None:
        number = update.update_id
        if number not in self._failed:
            self._postponed.pop(number, None)
            await self._clerk.write(self._inbox.done, number)
            return
        self._failed.discard(number)
        times = self._postponed[number] = self._postponed.get(number, -1) + 1
        await self._clerk.write(self._inbox.postpone, number)
        task = asyncio.create_task(self._later(update, _WAITS[min(times, len(_WAITS) - 1)]))
        self._sleeping.add(task)
        task.add_done_callback(self._sleeping.discard)

    async def _later(self, update: Update, seconds: float) -> None:
        _LOG.warning("update %s is tried again in %s s", update.update_id, seconds)
        await asyncio.sleep(seconds)
        await self._queue.again(update)


@dataclass
class _Turn:
    """Whose turn it is in a chat."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class _Room:
    """A room for any number at once, or for one alone; who comes after one that wants to be alone waits for it."""

    def __init__(self) -> None:
        self._door = asyncio.Lock()
        self._inside = 0
        self._empty = asyncio.Event()
        self._empty.set()

    @asynccontextmanager
    async def shared(self) -> AsyncIterator[None]:
        """Inside with others."""
        async with self._door:
            self._inside += 1
            self._empty.clear()
        try:
            yield
        finally:
            self._inside -= 1
            if not self._inside:
                self._empty.set()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Inside with nobody else."""
        async with self._door:
            await self._empty.wait()
            yield


def _restored(waiting: Waiting, bot: Bot) -> Update:
    update = Update.de_json(json.loads(waiting.body), bot)
    # An update that was forgotten has no body; with its number alone no handler takes it.
    return update if update else Update(waiting.update_id)
