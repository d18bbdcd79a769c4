"""The bot as it is, run against the server in this process."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from bot.telegram.app import ALLOWED, Running, running
from bot.telegram.archive import Service
from bot.telegram.journal.store import open_journal
from bot.telegram.keeping import Keeper
from bot.telegram.office import Office
from bot.telegram.settings import Settings
from corpus.reading import read
from tests.botapi.sample import service
from tests.botapi.server import Server


@dataclass
class Unchanging:
    """A keeper that only writes down what it was asked to do."""

    made: Callable[[], Service] = service
    done: list[str] = field(default_factory=list)

    def add(self, file: Path) -> Service:
        """Notes the file's name and content."""
        self.done.append(f"add {file.name} {file.read_text(encoding='utf-8')}")
        return self.made()

    def remove(self, letter_id: str) -> Service:
        """Notes the letter."""
        self.done.append(f"remove {letter_id}")
        return self.made()

    def reload(self) -> Service:
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


def made(chosen: Settings, keeper: Keeper | None = None, answering: Service | None = None) -> Running:
    """The bot, not yet running."""
    office = Office(chosen, answering or service(), open_journal(chosen.journal))
    return running(office, keeper or Unchanging(), read)


@asynccontextmanager
async def polling(
    server: Server, chosen: Settings, answering: Service | None = None, keeper: Keeper | None = None
) -> AsyncIterator[Running]:
    """The bot while it polls."""
    bot = made(chosen, keeper, answering)
    async with bot.app:
        assert bot.app.updater
        await bot.begin(bot.app)
        await bot.app.updater.start_polling(allowed_updates=ALLOWED, timeout=1)
        await bot.app.start()
        try:
            yield bot
        finally:
            await bot.app.updater.stop()
            await bot.app.stop()
    await bot.end(bot.app)
