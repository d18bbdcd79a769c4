"""A plain python-telegram-bot without this project's care: what its faults look like, the control of every fix."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import Update
from telegram.ext import AIORateLimiter, Application, ContextTypes, MessageHandler, filters

from tests.botapi.server import Server

App = Application[Any, Any, Any, Any, Any, Any]


def stock(
    base: str, token: str, *, seconds: float = 0.0, at_once: int = 1, limiter: AIORateLimiter | None = None
) -> App:
    """A bot that answers every text with itself, after so many seconds."""

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        assert message
        assert message.text
        await asyncio.sleep(seconds * (1 + message.message_id % 3))
        await message.reply_text(message.text)

    async def quiet(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Nothing: the reply is lost, as without an error handler."""

    builder = Application.builder().token(token).base_url(f"{base}/bot").concurrent_updates(at_once)
    app = (builder.rate_limiter(limiter) if limiter else builder).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_error_handler(quiet)
    return app


@asynccontextmanager
async def polling_stock(
    server: Server, *, seconds: float = 0.0, at_once: int = 1, limiter: AIORateLimiter | None = None
) -> AsyncIterator[App]:
    """The plain bot while it polls."""
    app = stock(server.base, server.world.token, seconds=seconds, at_once=at_once, limiter=limiter)
    async with app:
        assert app.updater
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES, timeout=1)
        await app.start()
        try:
            yield app
        finally:
            with suppress(Exception):  # what broke the poll breaks its end too
                await app.updater.stop()
            await app.stop()
