"""The journal out of reach: locked by somebody else, or its disk full. Updates wait, and all are answered when it is over."""

import asyncio
import logging
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from aiohttp import ClientSession
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DatabaseError
from telegram import Update

from bot.answer import Answer
from bot.service import clerk
from bot.service.archive import Service
from bot.service.journal import store
from bot.service.journal.inbox import Inbox
from bot.telegram.connection import queue
from tests.botapi.people import Person
from tests.botapi.running import free_port, listening, made, polling, settings
from tests.botapi.sample import SHELF, answer
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for seconds."""
    monkeypatch.setattr(store, "BUSY", 20)
    monkeypatch.setattr(clerk, "PAUSE", 0.05)
    monkeypatch.setattr(queue, "_WAITS", (0.05,))


@asynccontextmanager
async def locked(folder: Path) -> AsyncIterator[None]:
    """Somebody else holds the journal, as a backup does."""
    with closing(sqlite3.connect(folder / "journal.sqlite", isolation_level=None)) as other:
        other.execute("begin immediate")
        try:
            yield
        finally:
            other.execute("rollback")


def limited(engine: Engine, pages: int) -> None:
    """As if the disk had room for so many pages of the journal, SQLite's own way of saying that it is full."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"pragma max_page_count={pages}")

    event.listen(engine, "connect", limit)
    engine.dispose()


def answered(server: Server) -> Counter[int]:
    """How many messages each chat got."""
    sent = [call.result for call in server.calls if call.inquiry.method == "sendMessage"]
    return Counter(one["chat"]["id"] for one in sent if isinstance(one, dict))


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged as wrong."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


async def health(port: int, wanted: int) -> None:
    """Waits until /healthz has this status."""
    async with ClientSession() as session, asyncio.timeout(20):
        while True:
            async with session.get(f"http://127.0.0.1:{port}/healthz") as response:
                body = await response.json()
                assert body["ok"] is body["journal"] is (response.status == 200)
                if response.status == wanted:
                    return
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("way", [polling, listening])
async def test_locked_journal_delays_and_loses_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, way: type
) -> None:
    """One line in the log, /healthz not ok, every question answered once when the lock is gone."""
    port = free_port()
    async with Server() as server, way(server, settings(server, tmp_path, health_port=port)):
        await Person(server, 9, 9).asks(QUESTION)
        async with locked(tmp_path):
            for number in (1, 2, 3):
                Person(server, number, number).say(QUESTION)
            await health(port, 503)
            polls = server.world.polls
            await server.wait(lambda call: way is listening or server.world.polls > polls + 2)
            assert answered(server) == {9: 1}
            assert way is listening or len(server.world.updates) >= 3
        await server.wait(lambda call: len(answered(server)) == 4, 30)
        await health(port, 200)
        await Person(server, 4, 4).asks(QUESTION)
        assert set(answered(server).values()) == {1}
    (line,) = lines(caplog)
    assert "database is locked" in line
    assert QUESTION not in caplog.text


async def test_answer_that_cannot_be_written_down_comes_later(tmp_path: Path) -> None:
    """Locked while the answer is being found: it is sent afterwards, found once, nobody is told of a failure."""
    begun, over, asked = asyncio.Event(), asyncio.Event(), Counter[str]()

    async with Server() as server:
        loop = asyncio.get_running_loop()

        def slowly(question: str, history: Sequence[str]) -> Answer:
            asked[question] += 1
            if question != QUESTION:  # one of those that are tried at the start
                return answer(question, history)
            loop.call_soon_threadsafe(begun.set)
            asyncio.run_coroutine_threadsafe(over.wait(), loop).result(10)
            return answer(question, history)

        async with polling(server, settings(server, tmp_path), Service(slowly, SHELF)) as bot:
            Person(server).say(QUESTION)
            await begun.wait()
            async with locked(tmp_path):
                over.set()
                async with asyncio.timeout(10):
                    while not bot.office.clerk.trouble:
                        await asyncio.sleep(0.02)
            assert "24.69亿元" in (await Person(server).receives())["text"]
            assert asked[QUESTION] == 1
            await Person(server, 43, 43).asks(QUESTION)
            assert answered(server) == {42: 1, 43: 1}


async def test_own_long_write_is_no_locked_journal(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Old rows are erased for longer than a lock is waited for: questions meanwhile are answered behind it."""
    begun = asyncio.Event()
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        office, loop = bot.office, asyncio.get_running_loop()

        def erase() -> None:
            with office.engine.begin() as connection:
                connection.execute(text("delete from exchanges"))
                loop.call_soon_threadsafe(begun.set)
                time.sleep(20 * store.BUSY / 1000)

        erasing = asyncio.create_task(office.clerk.attempt_long(erase))
        await begun.wait()
        assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]
        await erasing
        assert answered(server) == {42: 1}
    assert lines(caplog) == []


async def test_full_disk_is_waited_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """No room for a long message: it is answered when there is some."""
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        await Person(server, 9, 9).asks(QUESTION)
        limited(bot.office.engine, 1)
        Person(server).say(f"{QUESTION}{'？' * 4000}")
        async with asyncio.timeout(10):
            while not bot.office.clerk.trouble:
                await asyncio.sleep(0.02)
        limited(bot.office.engine, 10**6)
        assert "24.69亿元" in (await Person(server).receives(seconds=30))["text"]
    (line,) = lines(caplog)
    assert "full" in line


async def test_damaged_journal_does_not_end_polling(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the database says: one line in the log, and the update is asked for again."""
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        await Person(server, 9, 9).asks(QUESTION)
        with monkeypatch.context() as damaged:
            damaged.setattr(Inbox, "add", _damaged)
            Person(server).say(QUESTION)
            async with asyncio.timeout(10):
                while not bot.office.clerk.trouble:
                    await asyncio.sleep(0.02)
        assert "24.69亿元" in (await Person(server).receives())["text"]
    (line,) = lines(caplog)
    assert "malformed" in line


def _damaged(*_: object) -> bool:
    """What SQLAlchemy raises on a damaged file."""
    raise DatabaseError("insert", {}, sqlite3.DatabaseError("database disk image is malformed"))


async def test_bot_can_be_ended_while_the_journal_is_locked(tmp_path: Path) -> None:
    """It does not wait for ever; what was taken and not answered is answered after the next start."""
    async with Server() as server:
        bot = made(settings(server, tmp_path))
        other = sqlite3.connect(tmp_path / "journal.sqlite", isolation_level=None)
        async with asyncio.timeout(20), bot.app:
            await bot.app.start()
            message = server.world.message(42, server.world.user(42), {"text": QUESTION})
            await bot.queue.put(Update.de_json({"update_id": 7, "message": message}, bot.bot))
            other.execute("begin immediate")
            while not bot.office.clerk.trouble:
                await asyncio.sleep(0.02)
            await bot.app.stop()
        await bot.end(bot.app)
        other.close()
        assert answered(server) == {}
        async with polling(server, settings(server, tmp_path)):
            assert "24.69亿元" in (await Person(server).receives())["text"]
