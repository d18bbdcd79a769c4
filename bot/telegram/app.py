"""The application: the bot and its handlers, wired in the one order that works."""

import logging
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import Application, ContextTypes, Defaults, ExtBot
from telegram.request import HTTPXRequest

from bot.telegram.commands import Commands
from bot.telegram.incoming import message_of, speech_of
from bot.telegram.office import Office
from bot.telegram.questions import Questions
from bot.telegram.settings import Settings

App = Application[Any, Any, Any, Any, Any, Any]

_LOG = logging.getLogger("dafu.telegram")
_CONNECTIONS = 16  # httpx checks its whole pool for each request: a large one makes every answer slower


def application(office: Office) -> App:
    """The bot, ready to run."""
    app = Application.builder().bot(telegram_bot(office.settings)).build()
    app.add_handlers(Questions(office).handlers())
    app.add_handlers(Commands(office).handlers())
    app.add_error_handler(apologise)
    return app


def telegram_bot(settings: Settings) -> ExtBot[Any]:
    """The connection to Telegram."""
    proxy = settings.proxy or None
    return ExtBot(
        settings.bot_token.get_secret_value(),
        base_url=f"{settings.base_url}/bot",
        base_file_url=f"{settings.base_url}/file/bot",
        request=HTTPXRequest(_CONNECTIONS, read_timeout=20, connect_timeout=10, pool_timeout=20, proxy=proxy),
        get_updates_request=HTTPXRequest(1, read_timeout=10, connect_timeout=10, proxy=proxy),
        defaults=Defaults(
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            allow_sending_without_reply=True,
        ),
    )


async def apologise(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The one error handler: the trace goes to the log, one line to who asked."""
    _LOG.error("an update failed", exc_info=context.error)
    if isinstance(update, Update) and update.effective_message and update.effective_user:
        await message_of(update).reply_text(speech_of(update).say("failed"))
