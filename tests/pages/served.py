"""A site served, in the test's own loop for HTTP or in a thread of its own for a browser."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.service.archive import Service
from bot.service.journal.store import open_journal
from bot.service.office import Office
from bot.service.settings import Settings
from bot.web.server import application, listening
from bot.web.settings import WebSettings
from bot.web.site import Site
from tests.botapi.running import free_port
from tests.botapi.sample import service
from tests.pages.signing import TOKEN

PHRASE = "一句 口令"
URL = "https://dafu.example.org"

Client = TestClient[web.Request, web.Application]


def made(
    folder: Path, answering: Service | None = None, bot: Mapping[str, object] | None = None, **chosen: object
) -> Site:
    """A site with its journal in a folder; the small letter read by hand if no other answers."""
    settings = Settings.model_validate({"journal": f"sqlite:///{folder / 'journal.sqlite'}", **(bot or {})})
    office = Office(settings, answering or service(), partial(open_journal, settings.journal))
    return Site.of(office, WebSettings.model_validate({"host": "127.0.0.1", **chosen}))


def closed(folder: Path, **bot: object) -> Site:
    """A site behind a proxy with a pass phrase."""
    return made(folder, None, {"bot_token": TOKEN, **bot}, passphrase=PHRASE, url=URL)


@asynccontextmanager
async def client(site: Site) -> AsyncIterator[Client]:
    """Somebody without a browser."""
    async with TestClient(TestServer(application(site))) as found:
        yield found
    site.office.close()


class Served:
    """A site in a thread; it can be stopped and started again at the same address."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.site.settings.port = free_port()
        self.address = f"http://127.0.0.1:{self.site.settings.port}"

    def start(self) -> None:
        """Serves until it is stopped."""
        self._loop = asyncio.new_event_loop()
        self._ready, self._over = threading.Event(), asyncio.Event()
        self._thread = threading.Thread(
            target=self._loop.run_until_complete, args=(self._run(),), daemon=True
        )
        self._thread.start()
        assert self._ready.wait(20)

    def stop(self) -> None:
        """Ends it as if it were killed: questions on their way get no answer."""
        self._loop.call_soon_threadsafe(self._cut)
        self._thread.join(20)

    def _cut(self) -> None:
        server = self._runner.server
        assert server is not None
        for connection in server.connections:
            if connection.transport:
                connection.transport.abort()
        self._over.set()

    async def _run(self) -> None:
        self._runner = await listening(self.site)
        self._ready.set()
        await self._over.wait()
        await self._runner.cleanup()


@contextmanager
def served(site: Site) -> Iterator[Served]:
    """A site served in a thread."""
    found = Served(site)
    found.start()
    try:
        yield found
    finally:
        found.stop()
        site.office.close()
