"""Telegram out of reach, or behind a proxy: lines for whoever runs the bot, an end that does not wait."""

import asyncio
from pathlib import Path

import pytest
from telegram.error import NetworkError

from bot.service.settings import Settings
from bot.speech import Speech
from bot.telegram.connection.reach import Reach
from bot.telegram.connection.transport import Transport
from tests.botapi.faults import Fault, Trouble
from tests.botapi.people import Person
from tests.botapi.proxy import proxy
from tests.botapi.running import free_port, polling, settings
from tests.botapi.sample import LETTER
from tests.botapi.server import Server
from tests.test_telegram_crash import process

QUESTION = "电子信息产业产值多少"


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_everything_goes_through_a_socks_proxy(tmp_path: Path, scheme: str) -> None:
    """Polls, answers and files; the proxy is given the name, not an address."""
    async with Server() as server, proxy() as between:
        chosen = settings(
            server,
            tmp_path,
            proxy=f"{scheme}://127.0.0.1:{between.port}",
            base_url=f"http://telegram.test:{server.port}",
            admins=frozenset({1}),
        )
        async with polling(server, chosen):
            assert "24.69亿元" in (await Person(server).asks(QUESTION))["text"]
            admin = Person(server, 1, 1)
            admin.upload("a.txt", LETTER.text.encode())
            assert LETTER.title in (await admin.receives(seconds=30))["text"]
    assert len(between.asked) >= 3
    assert set(between.asked) == {"telegram.test"}


async def said(folder: Path, words: str) -> str:
    """What the bot has said on the terminal and in its log, when these words are there."""
    async with asyncio.timeout(30):
        while True:
            text = "".join(
                path.read_text(encoding="utf-8")
                for path in (folder / "said", folder / "log")
                if path.exists()
            )
            if words in text:
                return text
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("hook", [False, True])
async def test_start_without_telegram_is_one_line(tmp_path: Path, hook: bool) -> None:
    """What is tried and through what; it ends when told to."""
    way = {"TELEGRAM_WEBHOOK_URL": "https://bot.example.org/dafu", "TELEGRAM_WEBHOOK_PORT": str(free_port())}
    nowhere = free_port()
    tried = {
        "TELEGRAM_BASE_URL": f"http://127.0.0.1:{nowhere}",
        "TELEGRAM_PROXY": f"socks5://me:secret@127.0.0.1:{nowhere}",
    }
    async with (
        Server() as server,
        process(server, tmp_path, **tried, **(way if hook else {})) as bot,
    ):
        text = await said(tmp_path, "连不上 Telegram")
        assert f"http://127.0.0.1:{nowhere}，经代理 socks5://127.0.0.1:{nowhere}" in text
        bot.terminate()
        assert await asyncio.wait_for(bot.wait(), 20) == 0
    text = await said(tmp_path, "连不上")
    assert len(text.splitlines()) == 1
    assert "secret" not in text
    assert "Traceback" not in text


async def test_telegram_lost_and_found_is_two_lines(tmp_path: Path) -> None:
    """In the log, without a trace; questions are answered afterwards."""
    async with Server() as server, process(server, tmp_path):
        await Person(server).asks(QUESTION)
        server.faults.coming.append(Fault("getUpdates", Trouble.RESET, times=3))
        log = await said(tmp_path, "连不上 Telegram")
        await Person(server, 43, 43).asks(QUESTION)
        await said(tmp_path, "又连上")
    assert log.count("连不上") == 1
    assert "Traceback" not in await said(tmp_path, "又连上")


@pytest.mark.parametrize("through", ["", "socks5://127.0.0.1:{}"], ids=["alone", "by a proxy"])
async def test_what_keeps_it_from_telegram_is_said_in_words(through: str) -> None:
    """As the system calls it, and without the address, which has the token in it."""
    port = free_port()
    transport = Transport(1, 5, through.format(port))
    await transport.initialize()
    with pytest.raises(NetworkError) as raised:
        await transport.do_request(f"http://127.0.0.1:{port}/bot123456:TEST/getMe", "POST")
    await transport.shutdown()
    assert "Connection refused" in str(raised.value)
    assert "TEST" not in str(raised.value)
    assert str(port) not in str(raised.value)


@pytest.mark.parametrize(
    ("host", "through", "words"),
    [
        ("nowhere.invalid", "", r"Name or service not known|Temporary failure in name resolution"),
        ("telegram.test", "http://nowhere.invalid:1", r"Name or service|Temporary failure"),
        ("telegram.test", "socks5://nowhere.invalid:1", "its name cannot be looked up"),
        ("300.1.1.1", "", "no machine can be called so"),
    ],
)
async def test_name_that_leads_nowhere_is_said_in_words(host: str, through: str, words: str) -> None:
    """Of Telegram's server and of a proxy; the address is not said."""
    transport = Transport(1, 5, through)
    await transport.initialize()
    with pytest.raises(NetworkError, match=words) as raised:
        await transport.do_request(f"http://{host}/bot123456:TEST/getMe", "POST")
    await transport.shutdown()
    assert "TEST" not in str(raised.value)


def test_trouble_is_told_once_a_minute() -> None:
    """And its end."""
    clock = [0.0]
    lines: list[str] = []
    reach = Reach(Settings(), Speech("zh-hans"), lines.append, lambda: clock[0])
    for second in range(0, 150, 5):
        clock[0] = float(second)
        reach.lost(NetworkError("ClientConnectorError"))
    reach.found()
    reach.found()
    assert [line[:4] for line in lines] == ["连不上 "] * 3 + ["又连上 "]
    assert "145" in lines[-1]


async def test_end_does_not_wait_for_a_flood_limit(tmp_path: Path) -> None:
    """What waits for Telegram is answered after the next start, and its tries are not used up."""
    async with Server() as server:
        for _ in range(4):
            async with process(server, tmp_path, DAFU_TEST_GRACE="1") as bot:
                server.faults.coming.append(Fault("sendMessage", Trouble.FLOOD, seconds=100))
                if not server.world.messages:
                    Person(server).say(QUESTION)
                async with asyncio.timeout(30):
                    while server.faults.coming[-1].times:
                        await asyncio.sleep(0.02)
                bot.terminate()
                assert await asyncio.wait_for(bot.wait(), 60) == 0
        async with process(server, tmp_path):
            assert "24.69亿元" in (await Person(server).receives(seconds=30))["text"]
