"""What is a webhook's own; that questions, buttons and commands work through one is tested with theirs."""

import asyncio
from pathlib import Path

import pytest
from aiohttp import ClientSession
from telegram import Update

from tests.botapi.people import Person, field
from tests.botapi.running import listening, made, settings
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"


async def test_update_delivered_twice_is_answered_once(tmp_path: Path) -> None:
    """Telegram repeats what was not confirmed in time."""
    async with Server() as server, listening(server, settings(server, tmp_path)):
        message = Person(server).say(QUESTION)
        server.world.update("message", message, server.world.updates[-1]["update_id"])
        await Person(server).receives()
        await Person(server, 43, 43).asks(QUESTION)
        mine = [call for call in server.calls if field(call, "chat_id") == 42]
        assert len(mine) == 1


@pytest.mark.parametrize("secret", [None, "wrong"])
async def test_nobody_but_telegram_may_knock(tmp_path: Path, secret: str | None) -> None:
    """Without the secret nothing is taken."""
    async with (
        Server() as server,
        listening(server, settings(server, tmp_path)) as bot,
        ClientSession() as session,
    ):
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        update = {
            "update_id": 1,
            "message": server.world.message(42, server.world.user(42), {"text": QUESTION}),
        }
        address = bot.office.settings.webhook.url
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
        async with listening(server, settings(server, tmp_path)):
            assert "24.69亿元" in (await asyncio.wait_for(Person(server).receives(), 10))["text"]
