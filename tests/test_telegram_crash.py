"""kill -9 in the middle of questions: a process of its own, real signals. The control loses them."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.botapi.forked import Forked, forked
from tests.botapi.people import Person
from tests.botapi.process import main
from tests.botapi.server import Call, Server

_QUESTIONS = 40


@asynccontextmanager
async def process(server: Server, folder: Path, kind: str = "dafu", **settings: str) -> AsyncIterator[Forked]:
    """The bot in a process with more settings, ended at the end. Its log goes to the folder's log, the rest to said."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_")},
        "TELEGRAM_BOT_TOKEN": server.world.token,
        "TELEGRAM_BASE_URL": server.base,
        "TELEGRAM_JOURNAL": f"sqlite:///{folder / 'journal.sqlite'}",
        **settings,
    }
    async with forked(main, [kind], environment, folder / "said", folder / "log") as bot:
        yield bot


def answered(server: Server) -> Counter[str]:
    """How often each question was answered."""
    sent = [call.result for call in server.calls if call.inquiry.method == "sendMessage"]
    return Counter(message["text"] for message in sent if isinstance(message, dict))


def several(count: int) -> Callable[[Call], bool]:
    """Whether so many messages were sent since this was made."""
    seen: list[Call] = []

    def enough(call: Call) -> bool:
        if call.inquiry.method == "sendMessage" and call not in seen:
            seen.append(call)
        return len(seen) >= count

    return enough


async def test_killed_three_times_nothing_is_lost(tmp_path: Path) -> None:
    """Every question is answered after the restarts, at most those in flight twice."""
    async with Server() as server:
        for place in range(_QUESTIONS):
            Person(server, 1 + place % 4, 1 + place % 4).say(f"没有的事{place:02}")
        for count in (5, 6, 7):
            async with process(server, tmp_path) as bot:
                await server.wait(several(count), 30, since=len(server.calls))
                bot.send_signal(signal.SIGKILL)
        async with process(server, tmp_path):
            await server.wait(lambda call: len(answered(server)) == _QUESTIONS, 30)
        assert sum(answered(server).values()) - _QUESTIONS <= 3 * 8


async def test_stock_killed_loses_questions(tmp_path: Path) -> None:
    """Control: what was fetched and not answered is gone."""
    async with Server() as server:
        for place in range(_QUESTIONS):
            Person(server, 1 + place % 4, 1 + place % 4).say(f"question {place:02}")
        async with process(server, tmp_path, "stock") as bot:
            await server.wait(several(5), 30)
            bot.send_signal(signal.SIGKILL)
        before = len(server.calls)
        async with process(server, tmp_path, "stock"):
            Person(server, 9, 9).say("the last")
            await server.wait(lambda call: "the last" in answered(server), 30, since=before)
        assert len(answered(server)) < _QUESTIONS


async def test_question_that_ends_the_process_gets_an_apology(tmp_path: Path) -> None:
    """Three times is enough; the others asked with it are answered."""
    async with Server() as server:
        Person(server, 1, 1).say("崩溃")
        Person(server, 2, 2).say("没有的事")
        for _ in range(3):
            async with process(server, tmp_path) as bot:
                assert await asyncio.wait_for(bot.wait(), 30) == 9
        async with process(server, tmp_path):
            await server.wait(lambda call: len(answered(server)) == 2, 30)
        assert answered(server) == {
            "抱歉，这个问题让我接连出错，没能答上来。请换个说法再问。": 1,
            "信中没有提到“没有的事”": 1,
        }


async def test_terminated_it_finishes_what_it_has_begun(tmp_path: Path) -> None:
    """SIGTERM: what is in hand is answered, the rest waits; status 0."""
    async with Server() as server:
        async with process(server, tmp_path) as bot:
            for place in range(20):
                Person(server, place + 1, place + 1).say(f"没有的事{place:02}")
            await server.wait(several(1), 30)
            bot.terminate()
            assert await asyncio.wait_for(bot.wait(), 30) == 0
        async with process(server, tmp_path):
            await server.wait(lambda call: len(answered(server)) == 20, 30)
        assert set(answered(server).values()) == {1}
