"""What is a webhook's own; that questions, buttons and commands work through one is tested with theirs."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession
from telegram import Update

from tests.botapi.people import Person, field
from tests.botapi.running import SECRET, free_port, listening, made, settings
from tests.botapi.server import Server
from tests.test_telegram_crash import process

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


async def knocked(address: str, headers: str) -> str:
    """The status line that a request gets which has headers and no body yet."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        writer.write(f"POST {parts.path} HTTP/1.1\r\nHost: bot\r\n{headers}\r\n\r\n".encode())
        return (await asyncio.wait_for(reader.readline(), 5)).decode().strip()
    finally:
        writer.close()


@pytest.mark.parametrize("secret", ["", "X-Telegram-Bot-Api-Secret-Token: wrong\r\n"])
async def test_strangers_body_is_not_waited_for(tmp_path: Path, secret: str) -> None:
    """The no comes when the headers are there, however much is announced."""
    async with Server() as server, listening(server, settings(server, tmp_path)) as bot:
        headers = f"{secret}Content-Type: application/json\r\nContent-Length: 90000000"
        assert "403" in await knocked(bot.office.settings.webhook.url, headers)


async def test_update_is_never_so_large(tmp_path: Path) -> None:
    """Not even with the secret is a body of any length taken."""
    async with Server() as server, listening(server, settings(server, tmp_path)) as bot:
        known = f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Type: application/json\r\n"
        assert "400" in await knocked(bot.office.settings.webhook.url, f"{known}Content-Length: 90000000")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b"null"])
async def test_what_is_no_update_is_refused(tmp_path: Path, body: bytes) -> None:
    """And questions are answered afterwards."""
    async with (
        Server() as server,
        listening(server, settings(server, tmp_path)) as bot,
        ClientSession() as session,
    ):
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        async with session.post(bot.office.settings.webhook.url, data=body, headers=headers) as response:
            assert response.status == 400
        assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]


async def test_update_that_cannot_be_parsed_is_put_aside(tmp_path: Path) -> None:
    """It is taken, or Telegram would bring it again and again."""
    async with Server() as server, listening(server, settings(server, tmp_path)) as bot:
        broken = {"message_id": 1, "date": 10**18, "chat": {"id": 42, "type": "private"}, "text": "x"}
        server.world.update("message", broken)
        assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]
        assert bot.bot.pulse.quarantined == 1
        assert server.world.webhook["last_status"] == 200


async def test_process_with_a_webhook(tmp_path: Path) -> None:
    """`dafu serve` itself: it registers, answers, and ends well when told to."""
    port = free_port()
    hook = {
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/dafu",
        "TELEGRAM_WEBHOOK_PORT": str(port),
    }
    async with Server() as server, process(server, tmp_path, **hook) as bot:
        await server.wait(lambda call: call.inquiry.method == "setWebhook", 30)
        assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]
        bot.terminate()
        assert await asyncio.wait_for(bot.wait(), 30) == 0
