"""The bots that are measured: `python -m tests.bench.bots echo|echo8|dafu|real`."""

import sys
from contextlib import closing

from bot.cli.open import SHIPPED, opened
from bot.service.folder import Folder
from bot.service.settings import read_settings
from bot.telegram.app import ALLOWED
from bot.telegram.command import run
from corpus.reading import read
from tests.botapi.running import Unchanging
from tests.botapi.stock import stock


def main() -> int:
    """Runs one of them until it is told to stop."""
    kind, chosen = sys.argv[1], read_settings()
    if kind == "dafu":
        return run(chosen, Unchanging(), read)
    if kind == "real":
        with closing(opened(SHIPPED, None, None)) as library:
            return run(chosen, Folder(SHIPPED, library, lambda told: None), read)
    at_once = 8 if kind == "echo8" else 1
    app = stock(chosen.base_url, chosen.bot_token.get_secret_value(), at_once=at_once)
    app.run_polling(allowed_updates=ALLOWED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
