"""Several bots on one journal in PostgreSQL: one answers at a time, and another goes on where it was killed."""

import asyncio
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from bot.service.journal.store import open_journal
from bot.telegram.connection.leader import Leader, led
from tests.botapi.people import Person
from tests.botapi.server import Server
from tests.test_telegram_crash import answered, process, several

_QUESTIONS = 30


@pytest.fixture
def journal(database: str) -> str:
    """The URL of an empty journal."""
    return database.replace("postgresql:", "postgresql+psycopg:")


@pytest.fixture
def engines(journal: str) -> Iterator[tuple[Engine, Engine]]:
    """Two processes' ways to it."""
    opened = open_journal(journal), open_journal(journal)
    yield opened
    for engine in opened:
        engine.dispose()


def cut(database: str) -> None:
    """Ends every other connection to a database, as a restart of its server does."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_one_leads_until_it_is_gone(engines: tuple[Engine, Engine]) -> None:
    """Then the other, and the first does not come back into it."""
    first, second = map(Leader, engines)
    assert [first.leads(), second.leads(), first.leads(), second.leads()] == [True, False, True, False]
    first.resign()
    while not second.leads():
        pass
    assert [first.leads(), second.leads()] == [False, True]
    second.resign()
    first.resign()


def test_one_that_lost_its_turn_ends(database: str, engines: tuple[Engine, Engine]) -> None:
    """Its server was away, and another was quicker."""
    ended = threading.Event()
    led(engines[0], pause=0.5, end=ended.set)
    other = Leader(engines[1])
    assert not other.leads()
    cut(database)
    while not other.leads():
        pass
    assert ended.wait(10)
    other.resign()


def test_a_journal_of_one_process_waits_for_nobody(tmp_path: Path) -> None:
    """SQLite."""
    engine = open_journal(f"sqlite:///{tmp_path / 'j.sqlite'}")
    assert led(led(engine)) is engine
    engine.dispose()


async def test_a_question_is_answered_though_the_bot_dies(tmp_path: Path, journal: str) -> None:
    """Once; twice at most what was in hand at that moment. Nobody starts it anew: the other stands by."""
    (tmp_path / "other").mkdir()
    log = tmp_path / "other" / "log"
    async with Server() as server, process(server, tmp_path, TELEGRAM_JOURNAL=journal) as bot:
        Person(server, 9, 9).say("没有的事")
        await server.wait(several(1), 30)
        async with process(server, tmp_path / "other", TELEGRAM_JOURNAL=journal):
            while not log.exists() or "stands by" not in log.read_text(encoding="utf-8"):
                await asyncio.sleep(0.1)
            for place in range(_QUESTIONS):
                Person(server, 1 + place % 4, 1 + place % 4).say(f"没有的事{place:02}")
            await server.wait(several(6), 30, since=len(server.calls))
            bot.send_signal(signal.SIGKILL)
            await server.wait(lambda call: len(answered(server)) == _QUESTIONS + 1, 60)
        assert sum(answered(server).values()) - _QUESTIONS - 1 <= 8
        assert "answers now" in log.read_text(encoding="utf-8")
