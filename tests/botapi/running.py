"""The bot as it is, run against the server in this process."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from socket import socket

from pydantic import SecretStr

from bot.service.archive import Service
from bot.service.journal.store import open_journal
from bot.service.keeping import Keeper, There, Told, untold
from bot.service.office import Office
from bot.service.settings import Settings, Webhook
from bot.telegram.app import ALLOWED, Running, running
from bot.telegram.connection.webhook import announce, receiver
from bot.telegram.handlers.trial import Read
from corpus.reading import read
from tests.botapi.sample import service
from tests.botapi.server import Server

SECRET = "a-secret-that-only-telegram-knows"


@dataclass
class Unchanging:
    """A keeper that only writes down what it was asked to do."""

    made: Callable[[], Service] = service
    done: list[str] = field(default_factory=list)

    def there(self, file: Path) -> There | None:
        """Nothing stands in any file's way."""
        return None

    def add(self, file: Path, told: Told = untold, *, replace: bool = False) -> Service:
        """Notes the file's name and content."""
        self.done.append(f"add {file.name} {file.read_text(encoding='utf-8', errors='replace')}")
        return self.made()

    def remove(self, letter_id: str, told: Told = untold) -> Service:
        """Notes the letter."""
        self.done.append(f"remove {letter_id}")
        return self.made()

    def reload(self, told: Told = untold) -> Service:
        """Notes that it was asked."""
        self.done.append("reload")
        return self.made()


def settings(server: Server, folder: Path, **changed: object) -> Settings:
    """Settings for a bot of this server, its journal in a folder."""
    values = {
        "bot_token": SecretStr(server.world.token),
        "base_url": server.base,
        "journal": f"sqlite:///{folder / 'journal.sqlite'}",
        **changed,
    }
    return Settings.model_validate(values)


def made(
    chosen: Settings, keeper: Keeper | None = None, answering: Service | None = None, reading: Read = read
) -> Running:
    """The bot, not yet running; `reading` reads what is sent to it."""
    office = Office(chosen, answering or service(), partial(open_journal, chosen.journal))
    return running(office, keeper or Unchanging(), reading)


@asynccontextmanager
async def polling(
    server: Server,
    chosen: Settings,
    answering: Service | None = None,
    keeper: Keeper | None = None,
    reading: Read = read,
) -> AsyncIterator[Running]:
    """The bot while it polls."""
    async with _run(made(chosen, keeper, answering, reading)) as bot:
        assert bot.app.updater
        await bot.app.updater.start_polling(allowed_updates=ALLOWED, timeout=1)
        yield bot


@asynccontextmanager
async def listening(
    server: Server, chosen: Settings, answering: Service | None = None, keeper: Keeper | None = None
) -> AsyncIterator[Running]:
    """The bot while Telegram brings it updates."""
    port = free_port()
    hook = Webhook(url=f"http://127.0.0.1:{port}/dafu", port=port, secret=SecretStr(SECRET))
    hooked = chosen.model_copy(update={"webhook": hook})
    async with _run(made(hooked, keeper, answering)) as bot:
        received = receiver(bot, hook, SECRET)
        await announce(bot, hook, SECRET)
        yield bot
        received.stop()
        await received.close_all_connections()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def _run(bot: Running) -> AsyncIterator[Running]:
    """The bot between its start and its end, as PTB's own run functions order them."""
    async with bot.app:
        await bot.begin(bot.app)
        await bot.app.start()
        try:
            yield bot
        finally:
            if bot.app.updater and bot.app.updater.running:
                await bot.app.updater.stop()
            await bot.app.stop()
    await bot.end(bot.app)
