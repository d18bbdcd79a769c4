"""Updates that Telegram brings: a server of our own, for PTB's reads what anybody sends before it asks who it is."""

import hmac
import json
import ssl
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

from bot.service.settings import Webhook
from bot.speech import speech
from bot.telegram.app import ALLOWED, Running
from bot.telegram.connection.health import listen

_LARGEST = 2**20  # bytes of an update; a message with all that may hang on it is far smaller
_SECONDS = 30  # that a body may take

Take = Callable[[Update], Awaitable[None]]
Parse = Callable[[dict[str, Any]], Update]


class CannotCertify(Exception):
    """A certificate or key that cannot be used; the message is a line that says why."""


@stream_request_body
class Door(RequestHandler):
    """Takes updates from whoever knows the secret; nobody else's body is read."""

    SUPPORTED_METHODS = ("POST",)

    def initialize(self, secret: str, parse: Parse, take: Take) -> None:
        """For each request."""
        self._secret, self._parse, self._take = secret.encode(), parse, take
        self._body = bytearray()

    def prepare(self) -> None:
        """Called when the headers are there. Raises HTTPError."""
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret):
            raise HTTPError(403)
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            raise HTTPError(415)

    def data_received(self, chunk: bytes) -> None:
        """Called with each part of the body."""
        self._body += chunk

    async def post(self) -> None:
        """Confirms an update when it is written down. Raises HTTPError, and Telegram brings it again."""
        try:
            update = self._parse(json.loads(self._body))
        except (ValueError, TypeError, LookupError):
            raise HTTPError(400) from None
        try:
            await self._take(update)
        except TelegramError:
            raise HTTPError(503) from None


def receiver(made: Running, hook: Webhook, secret: str) -> HTTPServer:
    """The server, listening. Raises CannotListen and CannotCertify."""
    known = {"secret": secret, "parse": made.bot.parsed, "take": made.queue.put}
    path = urlsplit(hook.url).path.strip("/")
    server = HTTPServer(
        Application([(rf"/{path}/?", Door, known)], log_function=lambda handler: None),
        ssl_options=_context(hook),
        max_body_size=_LARGEST,
        body_timeout=_SECONDS,
    )
    listen(server, "TELEGRAM_WEBHOOK_PORT", hook.port, hook.listen)
    return server


async def announce(made: Running, hook: Webhook, secret: str) -> None:
    """Tells Telegram where to bring updates. Raises TelegramError and CannotCertify."""
    await made.bot.set_webhook(
        hook.url,
        certificate=_certificate(hook),
        allowed_updates=ALLOWED,
        secret_token=secret,
    )


def _certificate(hook: Webhook) -> bytes | None:
    """The own certificate, for Telegram to know."""
    with _usable():
        return hook.cert.read_bytes() if hook.cert else None


def _context(hook: Webhook) -> ssl.SSLContext | None:
    """How the bot itself speaks TLS, where it does."""
    if not (hook.cert and hook.key):
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with _usable():
        context.load_cert_chain(hook.cert, hook.key)
    return context


@contextmanager
def _usable() -> Iterator[None]:
    try:
        yield
    except OSError as error:  # SSLError is one
        why = error.strerror or type(error).__name__
        raise CannotCertify(speech(None).say("cannot-certify", why=why)) from None
