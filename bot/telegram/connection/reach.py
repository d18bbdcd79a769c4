"""Telegram out of reach: told at once, again every minute, and when it is over."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram.error import TelegramError

from bot.service.settings import Settings
from bot.speech import Speech

_AGAIN = 60.0  # seconds between two lines of the same trouble
_LOG = logging.getLogger("dafu.telegram")


def warned(text: str) -> None:
    """Writes a line into the log."""
    _LOG.warning(text)


@dataclass
class Reach:
    """Whether Telegram can be reached; `say` gets the lines."""

    settings: Settings
    speech: Speech
    say: Callable[[str], None] = warned
    now: Callable[[], float] = time.monotonic
    _since: float | None = None
    _told: float = 0.0

    def lost(self, error: TelegramError) -> None:
        """A request did not get through."""
        now = self.now()
        if self._since is None:
            self._since = now
        elif now - self._told < _AGAIN:
            return
        self._told = now
        through = self.settings.proxy and self.speech.say("reach-proxy", proxy=place_of(self.settings.proxy))
        self.say(
            self.speech.say(
                "reach-lost",
                place=f"{place_of(self.settings.base_url)}{through}",
                why=str(error) or type(error).__name__,
            )
        )

    def found(self) -> None:
        """A request got through."""
        if self._since is not None:
            seconds = str(round(self.now() - self._since))
            self._since = None
            self.say(self.speech.say("reach-found", seconds=seconds))


def place_of(url: str) -> str:
    """An address without the name and password that may be in it.

    >>> place_of("socks5://me:secret@10.0.0.1:1080")
    'socks5://10.0.0.1:1080'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
