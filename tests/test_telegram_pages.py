"""Telegram with the web pages beside it: sources, 原文 and the menu button lead there."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.cli.open import MISCONFIGURED
from bot.telegram.messages.menus import set_menus
from tests.botapi.people import Person, button
from tests.botapi.running import free_port, made, polling, settings
from tests.botapi.sample import LETTER
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"
PAGES = "https://dafu.example.org"
_START = LETTER.text.index("电子信息产业实现")
SENTENCE = f"/letters/{LETTER.id}?at={_START}#s{_START}"


def links(message: dict[str, object]) -> list[str]:
    """Where the words of a message lead."""
    entities = message["entities"]
    assert isinstance(entities, list)
    return [entity["url"] for entity in entities if entity["type"] == "text_link"]


async def test_source_and_original_lead_to_the_sentence(tmp_path: Path) -> None:
    """Inside Telegram in a private chat; a group's members get a link."""
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        bot.office.pages = PAGES
        private = await Person(server).asks(QUESTION)
        group = await Person(server, chat=-100).asks(f"/ask {QUESTION}")
    assert links(private) == links(group) == [PAGES + SENTENCE]
    assert button(private, "原文")["web_app"] == {"url": PAGES + SENTENCE.partition("#")[0]}
    assert button(group, "原文")["url"] == PAGES + SENTENCE


async def test_pages_without_tls_are_opened_in_the_browser(tmp_path: Path) -> None:
    """Telegram takes nothing else into itself."""
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        bot.office.pages = "http://10.0.0.5:8080"
        message = await Person(server).asks(QUESTION)
    assert button(message, "原文")["url"] == "http://10.0.0.5:8080" + SENTENCE


@pytest.mark.parametrize(
    ("pages", "kind"), [(PAGES, "web_app"), ("http://10.0.0.5:8080", "commands"), ("", "commands")]
)
async def test_menu_button_opens_the_pages(tmp_path: Path, pages: str, kind: str) -> None:
    """Where they have a public address with TLS; else it shows the commands."""
    async with Server() as server:
        bot = made(settings(server, tmp_path))
        async with bot.app:
            await set_menus(bot.bot, bot.office.settings, pages)
        bot.office.close()
        assert server.world.menu_button["type"] == kind


async def test_serve_with_pages(tmp_path: Path) -> None:
    """One process answers in the chat and on the page, keeps one journal, and ends when told."""
    port = free_port()
    async with Server() as server:
        known = {
            name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "DAFU_"))
        }
        environment = known | {
            "TELEGRAM_BOT_TOKEN": server.world.token,
            "TELEGRAM_BASE_URL": server.base,
            "TELEGRAM_JOURNAL": f"sqlite:///{tmp_path / 'journal.sqlite'}",
            "DAFU_INDEX": str(tmp_path / "index"),
            "DAFU_WEB_PORT": str(port),
            "PYTHONUNBUFFERED": "1",
        }
        root = Path(__file__).parents[1]
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "serve", "--web"),
            env=environment,
            cwd=root,
            stdout=PIPE,
            stderr=PIPE,
        )
        try:
            Person(server).say(QUESTION)
            answer = await Person(server).receives(seconds=60)
            assert "24.69亿元" in answer["text"]
            async with (
                ClientSession() as session,
                session.get(f"http://127.0.0.1:{port}/?q={QUESTION}") as response,
            ):
                assert "24.69亿元" in await response.text()
            process.send_signal(signal.SIGTERM)
            said, _ = await asyncio.wait_for(process.communicate(), 60)
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
    assert process.returncode == 0
    assert f"网页：http://127.0.0.1:{port}/" in said.decode().splitlines()


async def test_serve_with_pages_that_nobody_may_read(tmp_path: Path) -> None:
    """One line and the status of a wrong setting, as for `dafu web`."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "DAFU_"))}
    environment = known | {
        "TELEGRAM_BOT_TOKEN": "123456:a-token",
        "TELEGRAM_JOURNAL": f"sqlite:///{tmp_path / 'journal.sqlite'}",
        "DAFU_INDEX": str(tmp_path / "index"),
        "DAFU_WEB_HOST": "0.0.0.0",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve", "--web"),
        env=environment,
        cwd=Path(__file__).parents[1],
        stdout=PIPE,
        stderr=PIPE,
    )
    _, said = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == MISCONFIGURED
    assert "DAFU_WEB_PASSPHRASE" in said.decode()
