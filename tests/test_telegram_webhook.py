"""The same bot reached by a webhook."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr
from telegram import Update

from bot.telegram.app import ALLOWED
from bot.telegram.settings import Webhook
from tests.botapi.people import Person, button, field
from tests.botapi.running import made, settings
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"
SECRET = "a-secret-that-only-telegram-knows"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def hooked(server: Server, folder: Path) -> AsyncIterator[str]:
    """The bot while it listens; the address comes back."""
    hook = Webhook(url=f"http://127.0.0.1:{free_port()}/dafu", secret=SecretStr(SECRET))
    bot = made(settings(server, folder, webhook=hook))
    port = int(hook.url.split(":")[2].split("/")[0])
    async with bot.app:
        assert bot.app.updater
        await bot.begin(bot.app)
        await bot.app.updater.start_webhook(
            "127.0.0.1",
            port,
            "dafu",
            webhook_url=hook.url,
            secret_token=SECRET,
            allowed_updates=ALLOWED,
        )
        await bot.app.start()
        try:
            yield hook.url
        finally:
            await bot.app.updater.stop()
            await bot.app.stop()
    await bot.end(bot.app)


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A server that brings updates to the bot."""
    async with Server() as running, hooked(running, tmp_path):
        yield running


async def test_question_button_edit_and_sticker(server: Server) -> None:
    """What polling does, a webhook does."""
    person = Person(server)
    answer = await person.asks(QUESTION)
    assert "24.69亿元" in answer["text"]
    since = len(server.calls)
    person.press(answer, button(answer, "原文")["callback_data"])
    assert "整体形势大好" in (await person.receives(since=since))["text"]
    since = len(server.calls)
    question = person.say(QUESTION)
    await person.receives(since=since)
    person.edit(question, "医化产业产值多少")
    assert "55.26亿元" in (await person.receives("editMessageText"))["text"]
    since = len(server.calls)
    person.send({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}})
    assert "只看得懂文字" in (await person.receives(since=since))["text"]


async def test_update_delivered_twice_is_answered_once(server: Server) -> None:
    """Telegram repeats what was not confirmed in time."""
    message = Person(server).say(QUESTION)
    server.world.update("message", message, server.world.updates[-1]["update_id"])
    await Person(server, 43, 43).asks(QUESTION)
    mine = [call for call in server.calls if field(call, "chat_id") == 42]
    assert len(mine) == 1


@pytest.mark.parametrize("secret", [None, "wrong"])
async def test_nobody_but_telegram_may_knock(tmp_path: Path, secret: str | None) -> None:
    """Without the secret nothing is taken."""
    async with Server() as server, hooked(server, tmp_path) as address, ClientSession() as session:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        update = {
            "update_id": 1,
            "message": server.world.message(42, server.world.user(42), {"text": QUESTION}),
        }
        async with session.post(address, json=update, headers=headers) as response:
            assert response.status == 403
        await Person(server, 43, 43).asks(QUESTION)
        assert not [call for call in server.calls if field(call, "chat_id") == 42]


async def test_update_is_on_disk_when_telegram_hears_so(tmp_path: Path) -> None:
    """What was confirmed and not answered is answered after a restart."""
    async with Server() as server:
        bot = made(settings(server, tmp_path))
        async with bot.app:
            message = server.world.message(42, server.world.user(42), {"text": QUESTION})
            await bot.queue.put(Update.de_json({"update_id": 7, "message": message}, bot.bot))
        await bot.end(bot.app)
        async with hooked(server, tmp_path):
            assert "24.69亿元" in (await asyncio.wait_for(Person(server).receives(), 10))["text"]
