"""The bot in a process of its own: `python -m tests.botapi.process dafu|stock`, settings from the environment."""

import os
import sys
import time
from collections.abc import Sequence

import typer
from telegram import Update

import bot.telegram.run as ending
from bot.answer import Answer
from bot.service.archive import Service
from bot.service.settings import read_settings
from bot.telegram.command import run
from corpus.reading import read
from tests.botapi.running import Unchanging
from tests.botapi.sample import SHELF, answer
from tests.botapi.stock import stock


def slowly(question: str, history: Sequence[str]) -> Answer:
    """Answers that take a while; one question ends the process."""
    if "崩溃" in question:
        os._exit(9)
    time.sleep(0.02)
    return answer(question, history)


def main() -> int:
    """Runs one of the two bots until it is told to stop."""
    chosen = read_settings()
    # For tests of what is left at the end, which need not be waited for as long as people are.
    ending._GRACE = float(os.environ.get("DAFU_TEST_GRACE", ending._GRACE))
    if sys.argv[1] == "dafu":
        try:
            return run(chosen, Unchanging(lambda: Service(slowly, SHELF)), read)
        except typer.Exit as ended:
            return ended.exit_code
    app = stock(chosen.base_url, chosen.bot_token.get_secret_value(), seconds=0.01)
    app.run_polling(allowed_updates=Update.ALL_TYPES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
