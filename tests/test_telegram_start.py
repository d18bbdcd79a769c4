"""`dafu serve` when it starts: its first lines, one line where it cannot start, patience where it cannot yet."""

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from typer import Typer
from typer.testing import CliRunner

from bot.__main__ import main
from bot.cli.open import MISCONFIGURED
from bot.service.office import Office
from bot.service.settings import Settings
from bot.speech import LANGUAGES, Speech
from bot.telegram.command import serve
from bot.telegram.opening import opening
from tests.botapi.faults import Fault, Trouble
from tests.botapi.forked import forked
from tests.botapi.people import Person
from tests.botapi.sample import service
from tests.botapi.server import Server
from tests.test_telegram_crash import process

QUESTION = "电子信息产业产值多少"


def test_without_a_token_one_line_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the status of what is not configured, which the unit of the README is not started again after."""
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    commands = Typer()
    commands.command()(serve)
    result = CliRunner().invoke(commands)
    assert result.exit_code == MISCONFIGURED
    assert result.stderr.count("\n") == 1
    assert "@BotFather" in result.stderr


async def test_rejected_token_is_one_line(tmp_path: Path) -> None:
    """From the first requests on, and the token is not said."""
    async with Server() as server:
        wrong = "654321:another-token"
        async with process(server, tmp_path, TELEGRAM_BOT_TOKEN=wrong) as bot:
            assert await asyncio.wait_for(bot.wait(), 30) == MISCONFIGURED
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert Speech("zh-hans").say("token-rejected") in log
    assert "another-token" not in log


async def test_first_lines_say_what_was_started(tmp_path: Path) -> None:
    """Which bot, how, how many letters, who may ask, who administers, where the journal is."""
    chosen = {"TELEGRAM_ADMINS": "7", "TELEGRAM_ALLOWED": "42 -100", "TELEGRAM_PAIRING": "1"}
    async with Server() as server, process(server, tmp_path, **chosen):
        await Person(server).asks(QUESTION)
    lines = (tmp_path / "said").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "机器人：@dafu_test_bot，长轮询",
        "文件：1 份",
        "谁能提问：管理员、TELEGRAM_ALLOWED 里的 -100, 42、管理员用 /pair 邀请的人",
        "管理员：7",
        f"记录：{tmp_path / 'journal.sqlite'}",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_lines_in_every_language(language: str) -> None:
    """An open bot without administrators names the settings that change that."""
    chosen = Settings.model_validate({"webhook": {"url": "https://bot.example.org/dafu"}})
    office = Office(chosen, service(), partial(create_engine, "sqlite://"))
    text = opening(office, "dafu_bot", Speech(language))
    office.close()
    assert "@dafu_bot" in text
    assert "https://bot.example.org/dafu" in text
    assert {"TELEGRAM_ALLOWED", "TELEGRAM_PAIRING", "TELEGRAM_ADMINS"} <= set(re.findall(r"[A-Z_]+", text))


@pytest.mark.parametrize(
    ("pairing", "admins", "warned"), [(True, "", True), (True, "7", False), (False, "", False)]
)
def test_pairing_that_nobody_can_use_is_warned_of(pairing: bool, admins: str, warned: bool) -> None:
    """Without an administrator nobody invites."""
    office = Office(
        Settings.model_validate({"pairing": pairing, "admins": admins}),
        service(),
        partial(create_engine, "sqlite://"),
    )
    text = opening(office, "dafu_bot", Speech("zh-hans"))
    office.close()
    assert ("⚠️" in text) is warned


@asynccontextmanager
async def taken_port() -> AsyncIterator[int]:
    """A port that somebody else listens on."""
    async with await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0) as other:
        yield other.sockets[0].getsockname()[1]


_HOOK = {"TELEGRAM_WEBHOOK_URL": "https://bot.example.org/dafu"}


@pytest.mark.parametrize(
    ("wrong", "said", "status"),
    [
        pytest.param({"TELEGRAM_BOT_TOKEN": "654321:another"}, "@BotFather", MISCONFIGURED, id="token"),
        pytest.param(
            {**_HOOK, "TELEGRAM_BOT_TOKEN": "654321:another"},
            "@BotFather",
            MISCONFIGURED,
            id="webhook, token",
        ),
        pytest.param({"TELEGRAM_HEALTH_PORT": "PORT"}, "TELEGRAM_HEALTH_PORT", 2, id="port of health"),
        pytest.param(
            {"TELEGRAM_HEALTH_PORT": "99999"},
            "TELEGRAM_HEALTH_PORT",
            MISCONFIGURED,
            id="port that there is not",
        ),
        pytest.param(
            {**_HOOK, "TELEGRAM_WEBHOOK_PORT": "PORT"}, "TELEGRAM_WEBHOOK_PORT", 2, id="port of webhook"
        ),
        pytest.param(
            {**_HOOK, "TELEGRAM_WEBHOOK_CERT": "/no/c", "TELEGRAM_WEBHOOK_KEY": "/no/k"},
            "TELEGRAM_WEBHOOK_CERT",
            2,
            id="certificate",
        ),
        pytest.param({"HOME": "/dev/null"}, "TELEGRAM_JOURNAL", MISCONFIGURED, id="home"),
        pytest.param({"HOME": "/dev/null", "TELEGRAM_JOURNAL": "sqlite://"}, "--index", 2, id="home, index"),
        *(
            pytest.param({f"TELEGRAM_{name}": value}, f"TELEGRAM_{name}", MISCONFIGURED, id=f"{name} {value}")
            for name, value in (
                ("PROXY", "socks5://127.0.0.1"),
                ("PROXY", "socks5://127.0.0.1:99999"),
                ("PROXY", "http://127.0.0.1:99999"),
                ("PROXY", "ftp://127.0.0.1:1080"),
                ("BASE_URL", "http://127.0.0.1:99999"),
                ("BASE_URL", "http://[::1"),
                ("BASE_URL", "https://300.1.1.1"),
                ("BASE_URL", "https://api..org"),
                ("WEBHOOK_URL", "nonsense"),
                ("WEBHOOK_URL", "https://bot.example.org:0/dafu"),
            )
        ),
        pytest.param({"DAFU_WEB_PORT": "x"}, "DAFU_WEB_PORT", MISCONFIGURED, id="port of pages"),
        pytest.param({"TELEGRAM_LOG_LEVEL": "LOUD"}, "TELEGRAM_LOG_LEVEL", MISCONFIGURED, id="level"),
        pytest.param({"TELEGRAM_JOURNAL": "sqlite:////no/j.sqlite"}, "/no/j.sqlite", 2, id="journal"),
    ],
)
async def test_start_that_cannot_be_is_one_line(
    tmp_path: Path, wrong: dict[str, str], said: str, status: int
) -> None:
    """Of `dafu serve` itself: never a trace, nothing before it, and the status says whether a new start may mend it."""
    async with Server() as server, taken_port() as port:
        environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("TELEGRAM_", "XDG_"))
            },
            "HOME": str(tmp_path),
            "TELEGRAM_BOT_TOKEN": server.world.token,
            "TELEGRAM_BASE_URL": server.base,
            **{name: value.replace("PORT", str(port)) for name, value in wrong.items()},
        }
        async with forked(main, ["serve"], environment, tmp_path / "said", tmp_path / "log") as bot:
            assert await asyncio.wait_for(bot.wait(), 180) == status
    out, err = ((tmp_path / name).read_text(encoding="utf-8") for name in ("said", "log"))
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert "another" not in err


@pytest.mark.parametrize("trouble", [Trouble.GATEWAY, Trouble.UNAUTHORIZED, Trouble.MISSING])
async def test_bad_moment_at_the_start_is_waited_out(tmp_path: Path, trouble: Trouble) -> None:
    """A gateway's error at the first request does not end the bot, nor that it once takes the token for a wrong one."""
    async with Server() as server:
        server.faults.coming += [
            Fault("getMe", trouble, times=2),
            Fault("deleteWebhook", trouble),
        ]
        async with process(server, tmp_path):
            Person(server).say(QUESTION)
            assert "24.69亿元" in (await Person(server).receives(seconds=30))["text"]
