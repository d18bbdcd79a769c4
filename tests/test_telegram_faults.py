"""What goes wrong on the way. Each care has a control: the same fault on plain python-telegram-bot."""

import asyncio
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from telegram.error import InvalidToken
from telegram.ext import AIORateLimiter

from bot.answer import Answer
from bot.service.archive import Service
from bot.telegram.connection import queue
from tests.botapi.faults import Fault, Trouble
from tests.botapi.people import Person
from tests.botapi.running import made, polling, settings
from tests.botapi.sample import SHELF, answer
from tests.botapi.server import Server
from tests.botapi.stock import polling_stock

QUESTION = "电子信息产业产值多少"
# No text, a number too large for a date: PTB raises while it parses.
UNPARSABLE = {"message_id": 1, "date": 10**18, "chat": {"id": 42, "type": "private"}, "text": "x"}
BROKEN = [Trouble.GATEWAY, Trouble.PAGE, Trouble.RESET, Trouble.CUT]


def sent(server: Server, chat: int = 42) -> list[str]:
    """The texts that arrived in a chat."""
    messages = [call.result for call in server.calls if call.inquiry.method == "sendMessage"]
    return [one["text"] for one in messages if isinstance(one, dict) and one["chat"]["id"] == chat]


@pytest.mark.parametrize("trouble", [*BROKEN, Trouble.FLOOD])
async def test_answer_gets_through(tmp_path: Path, trouble: Trouble) -> None:
    """Sent again until it arrives, and it arrives once."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        server.faults.coming.append(Fault("sendMessage", trouble))
        assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]
        # Chats run at once; what is asked in the same one comes behind both deliveries.
        await server.wait(lambda call: len(sent(server)) >= 1, 30)
        Person(server).say(QUESTION)
        await server.wait(lambda call: len(sent(server)) >= 2, 30)
        await Person(server, 43, 43).asks(QUESTION)
        assert len(sent(server)) == 2


@pytest.mark.parametrize("trouble", [*BROKEN, Trouble.FLOOD])
async def test_stock_loses_the_answer(trouble: Trouble) -> None:
    """Control."""
    async with Server() as server, polling_stock(server):
        server.faults.coming.append(Fault("sendMessage", trouble))
        Person(server).say("lost")
        assert (await Person(server).asks("second"))["text"] == "second"


@pytest.mark.parametrize("trouble", BROKEN)
async def test_stock_limiter_loses_it_too(trouble: Trouble) -> None:
    """Control: PTB's own limiter only repeats after 429."""
    async with Server() as server, polling_stock(server, limiter=AIORateLimiter(max_retries=3)):
        server.faults.coming.append(Fault("sendMessage", trouble))
        Person(server).say("lost")
        assert (await Person(server).asks("second"))["text"] == "second"


async def test_answer_whose_receipt_was_lost_comes_twice(tmp_path: Path) -> None:
    """Telegram cannot be asked whether a message arrived: twice rather than never."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        server.faults.coming.append(Fault("sendMessage", Trouble.RESET_AFTER))
        await Person(server).asks(QUESTION)
        await server.wait(lambda call: len(sent(server)) == 2)


async def test_refused_message_is_not_sent_again(tmp_path: Path) -> None:
    """Somebody who blocked the bot is left alone."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        server.world.blocked.add(42)
        Person(server).say(QUESTION)
        await server.wait(lambda call: "blocked" in call.refused)
        await Person(server, 43, 43).asks(QUESTION)
        tries = [call for call in server.calls if str(call.inquiry.fields.get("chat_id")) == "42"]
        assert [call.inquiry.method for call in tries] == ["sendMessage"]


async def test_answer_is_kept_through_a_long_outage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More failures than a request is repeated for: the question stays in the inbox and is answered later."""
    monkeypatch.setattr(queue, "_WAITS", (0.1,))
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        server.faults.coming.append(Fault("sendMessage", Trouble.GATEWAY, times=7))
        assert "24.69亿元" in (await asyncio.wait_for(Person(server).asks(QUESTION), 30))["text"]
        await asyncio.sleep(0.2)
        assert bot.office.inbox.waiting() == ()


@pytest.mark.parametrize("trouble", [Trouble.UNAUTHORIZED, Trouble.MISSING, *BROKEN, Trouble.FLOOD])
async def test_polling_goes_on(tmp_path: Path, trouble: Trouble) -> None:
    """A poll that is rejected or broken once is only a poll."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        await Person(server).asks(QUESTION)
        server.faults.coming.append(Fault("getUpdates", trouble))
        await server.wait(lambda call: _met(server))
        assert "55.26亿元" in (await Person(server).asks("医化产业产值多少"))["text"]


@pytest.mark.parametrize("trouble", [Trouble.UNAUTHORIZED, Trouble.MISSING])
async def test_stock_polling_is_dead_and_does_not_say_so(trouble: Trouble) -> None:
    """Control: one rejected poll, and nothing is ever answered again, though it says that it runs."""
    async with Server() as server, polling_stock(server) as app:
        await Person(server).asks("first")
        server.faults.coming.append(Fault("getUpdates", trouble))
        await server.wait(lambda call: _met(server))
        Person(server).say("second")
        await asyncio.sleep(2.5)
        assert sent(server) == ["first"]
        assert app.running
        assert app.updater
        assert app.updater.running


async def test_token_that_stays_rejected_ends_polling(tmp_path: Path) -> None:
    """Ten times in a row is no passing fault."""
    async with Server() as server:
        bot = made(settings(server, tmp_path)).bot
        async with bot:
            await bot.get_updates(timeout=0)
            server.faults.coming.append(Fault("getUpdates", Trouble.UNAUTHORIZED, times=10))
            for _ in range(9):
                with pytest.raises(Exception, match="poll rejected"):
                    await bot.get_updates(timeout=0)
            with pytest.raises(InvalidToken):
                await bot.get_updates(timeout=0)


async def test_update_that_cannot_be_parsed_is_put_aside(tmp_path: Path) -> None:
    """The question behind it is answered, and it is fetched once."""
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        server.world.update("message", dict(UNPARSABLE))
        assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]
        assert bot.bot.pulse.quarantined == 1
        assert server.world.updates == [] or server.world.updates[0]["update_id"] > 1001


async def test_stock_stands_still_behind_it() -> None:
    """Control: the same poll again and again."""
    async with Server() as server, polling_stock(server):
        server.world.update("message", dict(UNPARSABLE))
        Person(server).say("behind it")
        await asyncio.sleep(1)
        assert sent(server) == []
        assert server.world.polls > 20


async def test_update_delivered_twice_is_answered_once(tmp_path: Path) -> None:
    """Telegram repeats what it is not sure of."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        _deliver_twice(server)
        # Chats are answered at once: the other chat's answer alone would not say that this one's is there.
        await Person(server).receives()
        await Person(server, 43, 43).asks(QUESTION)
        assert len(sent(server)) == 1


async def test_stock_answers_it_twice() -> None:
    """Control."""
    async with Server() as server, polling_stock(server):
        _deliver_twice(server)
        await Person(server, 43, 43).asks("other")
        assert len(sent(server)) == 2


async def test_order_is_kept_within_a_chat(tmp_path: Path) -> None:
    """Chats run at once, the questions of each one after the other."""

    def unevenly(question: str, history: Sequence[str]) -> Answer:
        time.sleep(0.03 if question[-1] in "13579" else 0.001)
        return answer(question, history)

    async with Server() as server, polling(server, settings(server, tmp_path), Service(unevenly, SHELF)):
        await _everybody_asks(server)
        assert [_inversions(sent(server, chat)) for chat in (1, 2, 3)] == [0, 0, 0]


async def test_stock_at_once_mixes_it_up() -> None:
    """Control."""
    async with Server() as server, polling_stock(server, at_once=16, seconds=0.01):
        await _everybody_asks(server)
        assert sum(_inversions(sent(server, chat)) for chat in (1, 2, 3)) > 0


async def test_one_chats_flood_limit_holds_up_nobody_else(tmp_path: Path) -> None:
    """The other chat is answered while the first one waits."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        server.faults.coming.append(Fault("sendMessage", Trouble.FLOOD, seconds=2))
        Person(server).say(QUESTION)
        await server.wait(lambda call: _met(server))
        await Person(server, 43, 43).asks(QUESTION)
        assert sent(server) == []


async def test_stock_limiter_holds_up_everybody() -> None:
    """Control."""
    limiter = AIORateLimiter(max_retries=3)
    async with Server() as server, polling_stock(server, at_once=8, limiter=limiter):
        server.faults.coming.append(Fault("sendMessage", Trouble.FLOOD, seconds=1))
        Person(server).say("first")
        await server.wait(lambda call: _met(server))
        begun = time.monotonic()
        await Person(server, 43, 43).asks("second")
        assert time.monotonic() - begun > 0.5


async def test_menus_that_cannot_be_set_do_not_matter(tmp_path: Path) -> None:
    """The bot answers although nothing of its menus gets through."""
    async with Server() as server:
        server.faults.coming.append(Fault("setMyCommands", Trouble.GATEWAY, times=50))
        async with polling(server, settings(server, tmp_path)):
            assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]


def _met(server: Server) -> bool:
    """Whether all faults have happened."""
    return not any(fault.times for fault in server.faults.coming)


def _deliver_twice(server: Server) -> None:
    message = Person(server).say("twice")
    number = server.world.updates[-1]["update_id"]
    server.world.update("message", message, number)


async def _everybody_asks(server: Server) -> None:
    for place in range(20):
        for chat in (1, 2, 3):
            Person(server, chat, chat).say(f"没有的事{place:02}")
    await server.wait(lambda call: sum(len(sent(server, chat)) for chat in (1, 2, 3)) == 60, 30)


def _inversions(texts: Sequence[str]) -> int:
    return sum(one > other for one, other in pairwise(texts))
