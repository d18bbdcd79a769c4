"""/healthz and /metrics, and the watch that ends the process when polling is dead."""

import json
import time
from collections.abc import Callable
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.service.running.listening import CannotListen
from bot.service.running.metrics import Metrics, Watched
from bot.telegram.connection.steady import Pulse

_SILENCE = 90.0  # seconds without even an attempt to poll: the polling task is gone
_STUCK = 60.0  # seconds without a good poll, six times what one may take: somebody should know
_LONGEST = 30.0  # seconds that an answer may take, a hundred times what it does take
_OUTAGE = 900.0  # seconds without a good poll: perhaps a fresh process gets through

Json = dict[str, object]


def gauges(pulse: Pulse, waiting: Callable[[], float]) -> tuple[Watched, ...]:
    """What is read of the bot when it is asked for."""
    return (
        ("dafu_last_poll_timestamp_seconds", "Last good poll", lambda: pulse.good_at),
        ("dafu_quarantined_updates", "Updates that could not be parsed", lambda: pulse.quarantined),
        ("dafu_waiting_updates", "Updates in the inbox without an answer", waiting),
    )


def listen(server: HTTPServer, setting: str, port: int, address: str) -> None:
    """Has a server listen. Raises CannotListen."""
    try:
        server.listen(port, address)
    except OSError as error:
        raise CannotListen(setting, port, error) from None


def is_dead(pulse: Pulse, now: float) -> bool:
    """Whether polling will not come back by itself. PTB's own `running` stays true then."""
    tried = max(pulse.attempt, pulse.started)
    worked = max(pulse.good, pulse.started)
    return now - tried > _SILENCE or now - worked > _OUTAGE


def is_stuck(pulse: Pulse, now: float) -> bool:
    """Whether polling brings nothing now, though it may come back: what /healthz tells long before it is dead."""
    return now - max(pulse.good, pulse.started) > _STUCK


def state(pulse: Pulse, trouble: str = "", oldest: float = 0.0, *, polls: bool) -> tuple[int, Json]:
    """HTTP status and body of /healthz.

    `trouble` is why the journal cannot be written, `oldest` for how many seconds a question waits for its answer.
    """
    answers = oldest <= _LONGEST
    well = answers and not trouble and (not polls or not is_stuck(pulse, time.monotonic()))
    body: Json = {
        "ok": well,
        "journal": not trouble,
        "answers": answers,
        "polling": polls,
        "last_good_poll": pulse.good_at or None,
        "seconds_since": round(time.monotonic() - pulse.good, 1) if pulse.good else None,
        "quarantined": pulse.quarantined,
    }
    return (200 if well else 503), body


def server(port: int, metrics: Metrics, health: Callable[[], tuple[int, Json]]) -> HTTPServer:
    """A server on 127.0.0.1. Raises CannotListen. Tornado is there already: PTB's webhooks run on it."""
    routes: list[Any] = [
        ("/healthz", _Health, {"health": health}),
        ("/metrics", _Metrics, {"metrics": metrics}),
    ]
    # A probe every few seconds is not worth a line in the log.
    listening = HTTPServer(Application(routes, log_function=lambda handler: None))
    listen(listening, "TELEGRAM_HEALTH_PORT", port, "127.0.0.1")
    return listening


class _Health(RequestHandler):
    def initialize(self, health: Callable[[], tuple[int, Json]]) -> None:
        self._health = health

    def get(self) -> None:
        status, body = self._health()
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))


class _Metrics(RequestHandler):
    def initialize(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(generate_latest(self._metrics.registry))
