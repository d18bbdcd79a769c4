"""`dafu serve` while it runs: settings, logs without the token, health, the end when polling is dead."""

import asyncio
import json
import logging
import sys
import time
from pathlib import Path

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr
from telegram.error import TimedOut

from bot.service import settings as settings_module
from bot.service.running.logs import JsonLines, is_told, secrets_of
from bot.service.settings import Settings, WrongSetting, read_settings
from bot.telegram.connection.health import is_dead, state
from bot.telegram.connection.steady import Pulse
from bot.telegram.connection.transport import Transport
from tests.botapi.faults import Fault, Trouble
from tests.botapi.people import Person
from tests.botapi.running import free_port, made, polling, settings
from tests.botapi.server import Server
from tests.botapi.world import TOKEN
from tests.test_telegram_crash import process

QUESTION = "电子信息产业产值多少"


@pytest.mark.parametrize(
    ("name", "value"),
    [("ADMINS", "me"), ("RETENTION_DAYS", "0"), ("HEALTH_PORT", "http"), ("WEBHOOK_PORT", "x")],
)
def test_wrong_setting_is_one_line_without_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Which one, and why."""
    monkeypatch.setenv(f"TELEGRAM_{name}", value)
    with pytest.raises(WrongSetting, match=f"^TELEGRAM_{name} ") as raised:
        read_settings()
    assert "\n" not in str(raised.value)


def test_settings_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists with commas or blanks, a webhook's own names, a base address with or without a slash at its end."""
    monkeypatch.setenv("TELEGRAM_ADMINS", "1, 2 -100")
    monkeypatch.setenv("TELEGRAM_BASE_URL", "http://localhost:8081/")
    monkeypatch.setenv("TELEGRAM_WEBHOOK_URL", "https://bot.example.org/dafu")
    read = read_settings()
    assert read.admins == {1, 2, -100}
    assert read.base_url == "http://localhost:8081"
    assert read.webhook.url == "https://bot.example.org/dafu"
    assert not read.closed


def test_every_setting_is_documented() -> None:
    """With a sentence that a person can act on."""
    fields = {**Settings.model_fields, **settings_module.Webhook.model_fields}
    assert [name for name, field in fields.items() if not field.description and name != "webhook"] == []


async def test_token_is_in_no_log(tmp_path: Path) -> None:
    """At DEBUG, through faults and kill -9, with and without a traceback."""
    async with Server() as server:
        server.faults.coming += [
            Fault("getUpdates", Trouble.MISSING),
            Fault("sendMessage", Trouble.RESET, times=9),
            Fault("getUpdates", Trouble.UNAUTHORIZED),
        ]
        async with process(server, tmp_path, TELEGRAM_LOG_LEVEL="DEBUG"):
            Person(server).say(QUESTION)
            Person(server, 43, 43).say("没有的事")
            await Person(server, 43, 43).receives(seconds=20)
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert log.count("\n") > 10
    assert [json.loads(line)["level"] for line in log.splitlines() if "连不上" in line]
    assert not [secret for secret in secrets_of(server.world.token) if secret in log]


async def test_questions_are_in_no_log_at_info(tmp_path: Path) -> None:
    """Not even when an update cannot be parsed."""
    async with Server() as server:
        async with process(server, tmp_path):
            server.world.update("message", {"message_id": 1, "chat": {"id": 42}, "text": "秘密的问题"})
            await Person(server).asks(QUESTION)
        log = (tmp_path / "log").read_text(encoding="utf-8")
    assert "cannot be parsed" in log
    assert "秘密的问题" not in log
    assert QUESTION not in log


@pytest.mark.parametrize(
    ("logger", "error", "told"),
    [
        ("apscheduler.executors.default", asyncio.CancelledError(), False),
        ("apscheduler.executors.default", ValueError(), True),
        ("dafu.telegram", asyncio.CancelledError(), True),
    ],
)
def test_a_job_that_the_end_cuts_short_is_no_error(logger: str, error: BaseException, told: bool) -> None:
    """Who stops the bot while it sets its menus reads no trace."""
    raised = (type(error), error, None)
    record = logging.LogRecord(logger, logging.ERROR, "", 0, "Job raised an exception", (), raised)
    assert is_told(record) is told


def test_secret_is_taken_out_of_messages_and_tracebacks() -> None:
    """However it gets there."""
    token = "123:abc"
    formatter = JsonLines(secrets_of(token))
    try:
        raise ValueError(f"https://api/bot{token}/x and 123%3Aabc")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "bot %s", (token,), sys.exc_info())
    line = formatter.format(record)
    assert "abc" not in line
    assert json.loads(line)["message"] == "bot ***"


@pytest.mark.parametrize(
    ("tried", "worked", "dead"),
    [
        pytest.param(1, 1, False, id="polling"),
        pytest.param(1, 600, False, id="failing for ten minutes"),
        pytest.param(1, 1000, True, id="failing for long"),
        pytest.param(100, 100, True, id="not even trying"),
    ],
)
def test_when_polling_is_dead(tried: float, worked: float, dead: bool) -> None:
    """Seconds since the last try and the last good one."""
    now = 10_000.0
    pulse = Pulse(started=0, attempt=now - tried, good=now - worked)
    assert is_dead(pulse, now) is dead


@pytest.mark.parametrize(
    ("worked", "status"),
    [pytest.param(30, 200, id="one bad poll or two"), pytest.param(120, 503, id="failing for two minutes")],
)
def test_health_tells_of_a_poll_that_is_stuck(worked: float, status: int) -> None:
    """Long before the process ends itself."""
    now = time.monotonic()
    pulse = Pulse(started=now - 5000, attempt=now, good=now - worked)
    assert state(pulse, polls=True)[0] == status
    assert not is_dead(pulse, now)


async def test_health_while_a_poll_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram takes the request and says nothing: not ok; and ok again afterwards."""
    monkeypatch.setattr("bot.telegram.connection.health._STUCK", 1.5)
    port = free_port()
    async with Server() as server, polling(server, settings(server, tmp_path, health_port=port)):
        await Person(server).asks(QUESTION)
        await _health(port, 200)
        server.faults.coming.append(Fault("getUpdates", Trouble.SLOW, seconds=4))
        await _health(port, 503)
        await _health(port, 200)


async def _health(port: int, wanted: int) -> None:
    """Waits until /healthz has this status."""
    async with ClientSession() as session, asyncio.timeout(30):
        while True:
            async with session.get(f"http://127.0.0.1:{port}/healthz") as response:
                if response.status == wanted:
                    return
            await asyncio.sleep(0.05)


async def test_answer_drop_by_drop_is_given_up() -> None:
    """Each drop is in time, all of it never: as if nothing came."""
    async with Server() as server:
        server.faults.coming.append(Fault("getMe", Trouble.DROPS, seconds=0.05))
        transport = Transport(1, 0.2)
        await transport.initialize()
        with pytest.raises(TimedOut):
            await asyncio.wait_for(transport.do_request(f"{server.base}/bot{TOKEN}/getMe", "POST"), 10)
        await transport.shutdown()


def test_webhook_has_no_polls_to_miss() -> None:
    """Health does not look at polling then."""
    assert state(Pulse(started=time.monotonic() - 5000), polls=False)[0] == 200
    assert state(Pulse(started=time.monotonic() - 5000), polls=True)[0] == 503


async def test_process_ends_when_polling_is_dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever started it starts it again; `running` is no proof of life."""
    async with Server() as server, polling(server, settings(server, tmp_path)) as bot:
        await bot.look(None)
        assert not bot.ended.is_set()
        monkeypatch.setattr("bot.telegram.connection.health._SILENCE", -1.0)
        await bot.look(None)
        assert bot.ended.is_set()
        assert bot.failed


async def test_health_and_metrics_over_http(tmp_path: Path) -> None:
    """The time of the last good poll; counts for Prometheus."""
    port = free_port()
    async with Server() as server, ClientSession() as session:
        async with polling(server, settings(server, tmp_path, health_port=port)):
            await Person(server).asks(QUESTION)
            async with session.get(f"http://127.0.0.1:{port}/healthz") as response:
                body = await response.json()
                assert response.status == 200
                assert body["ok"]
                assert abs(body["last_good_poll"] - time.time()) < 10
            async with session.get(f"http://127.0.0.1:{port}/metrics") as response:
                text = await response.text()
        assert 'dafu_questions_total{kind="answer"} 1.0' in text
        assert "dafu_answer_seconds_count 1.0" in text
        assert "dafu_waiting_updates 0.0" in text


async def test_proxy_is_used_for_everything(tmp_path: Path) -> None:
    """Requests and polls go through it, and fail where it is not there."""
    async with Server() as server:
        bot = made(settings(server, tmp_path, proxy=f"http://127.0.0.1:{free_port()}")).bot
        with pytest.raises(Exception, match=r"Client(Proxy)?Connect"):
            await bot.initialize()
        assert server.calls == []


def test_token_is_not_shown_by_settings() -> None:
    """Nor by whatever prints them."""
    assert "abc" not in repr(Settings.model_validate({"bot_token": SecretStr("123:abc")}))
