"""`dafu serve`: the bot run until it is stopped."""

import sys
from collections.abc import Callable

from telegram import Update

from bot.speech import speech
from bot.telegram.app import application
from bot.telegram.archive import Service
from bot.telegram.journal.store import open_journal
from bot.telegram.logs import secrets_of, start_logging
from bot.telegram.office import Office
from bot.telegram.settings import Settings


def run(settings: Settings, open_service: Callable[[], Service]) -> int:
    """Runs the bot until SIGINT or SIGTERM; the exit status comes back. Without a token it is 2."""
    token = settings.bot_token.get_secret_value()
    if not token:
        sys.stderr.write(speech(None).say("no-token") + "\n")
        return 2
    start_logging(settings.log_level, secrets_of(token))
    office = Office(settings, open_service(), open_journal(settings.journal))
    application(office).run_polling(allowed_updates=Update.ALL_TYPES, bootstrap_retries=-1)
    return 0
