"""The bot as it is, run against the server in this process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr
from telegram import Update

from bot.telegram.app import application
from bot.telegram.archive import Service
from bot.telegram.journal.store import open_journal
from bot.telegram.office import Office
from bot.telegram.settings import Settings
from tests.botapi.sample import service
from tests.botapi.server import Server


def settings(server: Server, folder: Path, **changed: object) -> Settings:
    """Settings for a bot of this server, its journal in a folder."""
    values = {
        "bot_token": SecretStr(server.world.token),
        "base_url": server.base,
        "journal": f"sqlite:///{folder / 'journal.sqlite'}",
        **changed,
    }
    return Settings.model_validate(values)


@asynccontextmanager
async def polling(
    server: Server, chosen: Settings, answering: Service | None = None
) -> AsyncIterator[Office]:
    """The bot while it polls."""
    office = Office(chosen, answering or service(), open_journal(chosen.journal))
    app = application(office)
    async with app:
        assert app.updater
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES, timeout=1)
        await app.start()
        yield office
        await app.updater.stop()
        await app.stop()
