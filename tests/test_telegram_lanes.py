"""Nobody waits for somebody else: chats that wait for Telegram, files that are read, letters that are looked through."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.answer import Answer
from bot.charts.chart import Chart
from bot.charts.drawing import png
from bot.service.archive import Service
from bot.service.journal.store import open_journal
from bot.service.keeping import There
from bot.service.office import Office
from bot.service.running.child import end_children
from corpus.formats.structure.watch import page_done
from corpus.reading import Reading, read
from tests.botapi.faults import Fault, Trouble
from tests.botapi.people import Person, button
from tests.botapi.running import Unchanging, free_port, polling, settings
from tests.botapi.sample import LETTER, SHELF, answer, service
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"
CHATS = 40


def texts(server: Server, chat: int) -> list[str]:
    """What a chat was sent."""
    sent = [call.result for call in server.calls if call.inquiry.method == "sendMessage"]
    return [one["text"] for one in sent if isinstance(one, dict) and one["chat"]["id"] == chat]


@pytest.mark.parametrize("trouble", [Trouble.FLOOD, Trouble.SLOW])
async def test_chats_that_wait_for_telegram_hold_up_nobody(tmp_path: Path, trouble: Trouble) -> None:
    """Forty in a flood wait, or forty sends that hang: the next one is answered before any of them."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        server.faults.coming.append(Fault("sendMessage", trouble, times=CHATS, seconds=9))
        for chat in range(100, 100 + CHATS):
            Person(server, chat, chat).say(QUESTION)
        async with asyncio.timeout(20):
            while server.faults.coming[0].times:
                await asyncio.sleep(0.02)
        await Person(server, 43, 43).asks(QUESTION)
        assert not any(texts(server, chat) for chat in range(100, 100 + CHATS))


class Gate:
    """Work that goes on until it is let through."""

    def __init__(self) -> None:
        self.begun, self.open = threading.Event(), threading.Event()

    def passed(self) -> None:
        """Waits."""
        self.begun.set()
        assert self.open.wait(30)

    async def reached(self) -> None:
        """When the work has begun."""
        assert await asyncio.to_thread(self.begun.wait, 30)


class Slow(Unchanging):
    """A keeper that takes its time."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self.gate = gate

    def there(self, file: Path) -> There | None:
        """Nothing, when the gate opens."""
        self.gate.passed()
        return None

    def reload(self, told: Callable[[int, int], None] = lambda read, of: None) -> Service:
        """Half of two letters is read until the gate opens."""
        told(1, 2)
        self.gate.passed()
        return service()


async def test_questions_are_answered_while_letters_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two administrators look through the letters; a progress message comes and goes."""
    monkeypatch.setattr("bot.telegram.messages.progress.PATIENCE", 0.01)
    gate = Gate()
    async with Server() as server:
        chosen = settings(server, tmp_path, admins=frozenset({1, 2}))
        async with polling(server, chosen, keeper=Slow(gate)):
            for admin in (1, 2):
                Person(server, admin, admin).say("/reload")
            await gate.reached()
            await server.wait(lambda call: "1/2" in str(call.inquiry.fields.get("text")))
            await Person(server, 43, 43).asks(QUESTION)
            gate.open.set()
            for admin in (1, 2):
                await server.wait(lambda call, admin=admin: len(texts(server, admin)) == 2)  # type: ignore[misc]
                assert "共 1 份" in texts(server, admin)[-1]
        left = [one["text"] for (chat, _), one in server.world.messages.items() if chat in (1, 2)]
        assert not [text for text in left if "⏳" in text]


async def test_questions_are_answered_while_files_are_read(tmp_path: Path) -> None:
    """Two files that take long, from two administrators."""
    gate = Gate()
    async with Server() as server:
        chosen = settings(server, tmp_path, admins=frozenset({1, 2}))
        async with polling(server, chosen, keeper=Slow(gate)):
            for admin in (1, 2):
                Person(server, admin, admin).upload("a.txt", LETTER.text.encode())
            await gate.reached()
            await Person(server, 43, 43).asks(QUESTION)
            gate.open.set()
            assert LETTER.title in (await Person(server, 1, 1).receives(seconds=30))["text"]


def paged(file: Path) -> Reading:
    """Reads a file of three pages, of which the last does not come to an end: in the child process."""
    for page in (1, 2):
        page_done(file, page, 3)
    time.sleep(30)
    return read(file)


async def test_pages_of_an_upload_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a message to who sent it, as they are read; others are answered meanwhile."""
    monkeypatch.setattr("bot.telegram.messages.progress.PATIENCE", 0.01)
    monkeypatch.setattr("bot.telegram.messages.progress._EVERY", 0.05)
    async with Server() as server:
        chosen = settings(server, tmp_path, admins=frozenset({1}))
        async with polling(server, chosen, reading=paged):
            Person(server, 1, 1).upload("扫描件.pdf", b"%PDF-")
            call = await server.wait(lambda call: "2/3" in str(call.inquiry.fields.get("text")))
            assert call.inquiry.fields["text"] == "⏳ 正在识别“扫描件.pdf”：第 2/3 页……"
            assert str(call.inquiry.fields["chat_id"]) == "1"
            await Person(server, 43, 43).asks(QUESTION)
            end_children()
            assert "读不出来" in (await Person(server, 1, 1).receives())["text"]


@pytest.mark.parametrize("patience", [0.01, 20])
async def test_chart_that_takes_long_is_shown_to_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float
) -> None:
    """As a picture that is on its way, from the third second on; not where it is there at once."""
    monkeypatch.setattr("bot.telegram.messages.pictures.PATIENCE", patience)
    gate = Gate()

    def drawn(chart: Chart) -> bytes:
        gate.passed()
        return png(chart)

    monkeypatch.setattr("bot.telegram.messages.pictures.png", drawn)
    async with Server() as server, polling(server, settings(server, tmp_path)):
        person = Person(server)
        said = await person.asks(QUESTION)
        person.press(said, button(said, "图表")["callback_data"])
        await gate.reached()
        if patience < 1:
            call = await server.wait(lambda call: call.inquiry.method == "sendChatAction")
            assert call.inquiry.fields["action"] == "upload_photo"
        gate.open.set()
        await person.receives("sendPhoto")
        shown = [call for call in server.calls if call.inquiry.method == "sendChatAction"]
        assert bool(shown) is (patience < 1)


async def test_answer_that_is_stuck_is_told_by_healthz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 while it lasts, 200 afterwards."""
    monkeypatch.setattr("bot.telegram.connection.health._LONGEST", 0.05)
    gate, port = Gate(), free_port()

    def stuck(question: str, history: Sequence[str]) -> Answer:
        gate.passed()
        return answer(question, history)

    async def status() -> tuple[int, bool]:
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as response:
            return response.status, (await response.json())["answers"]

    async with Server() as server:
        chosen = settings(server, tmp_path, health_port=port)
        async with polling(server, chosen, Service(stuck, SHELF)):
            assert await status() == (200, True)
            Person(server).say(QUESTION)
            await gate.reached()
            await asyncio.sleep(0.1)
            assert await status() == (503, False)
            gate.open.set()
            await Person(server).receives()
            assert await status() == (200, True)


async def test_what_is_loaded_is_settled_at_the_start_and_after_a_change(tmp_path: Path) -> None:
    """Each time once, when it is all there: nobody waits for it to be looked through again and again."""
    settled: list[int] = []
    async with Server() as server:
        chosen = settings(server, tmp_path)
    journal = partial(open_journal, chosen.journal)
    office = Office(chosen, service(), journal, settle=lambda: settled.append(len(SHELF.letters)))
    await office.warm()
    assert settled == [1]
    await office.change(Unchanging().reload)
    assert settled == [1, 1]
    office.close()
