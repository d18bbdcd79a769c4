"""How far something is that takes seconds, in a message of its own that goes when it is over."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from telegram import Message
from telegram.error import TelegramError

from bot.speech import Speech

PATIENCE = 2.0  # seconds before anything is said
_EVERY = 3.0  # seconds; Telegram lets a message be changed about twenty times a minute


@dataclass
class Count:
    """How many of how many are done; any thread may count."""

    done: int = 0
    of: int = 0

    def told(self, done: int, of: int) -> None:
        """So many of so many are done."""
        self.done, self.of = done, of


@contextlib.asynccontextmanager
async def progress(message: Message, name: str, words: Speech) -> AsyncIterator[Count]:
    """Answers a message with what is going on, if that takes long enough to wonder, as long as the body runs.

    `name` is a file's name, or "" for all letters.
    """
    count = Count()
    task = asyncio.create_task(_show(message, name, count, words))
    try:
        yield count
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _show(message: Message, name: str, count: Count, words: Speech) -> None:
    begun = time.monotonic()
    await asyncio.sleep(PATIENCE)
    shown: Message | None = None
    try:
        while True:
            with contextlib.suppress(TelegramError):  # the work goes on in any case
                text = _text(name, count, round(time.monotonic() - begun), words)
                if shown is None:
                    shown = await message.reply_text(text, parse_mode=None)
                else:
                    await shown.edit_text(text, parse_mode=None)
            await asyncio.sleep(_EVERY)
    finally:
        if shown:
            with contextlib.suppress(TelegramError):
                await shown.delete()


def _text(name: str, count: Count, seconds: int, words: Speech) -> str:
    if count.of and name:
        return words.say("progress-pages", file=name, done=str(count.done), of=str(count.of))
    if count.of:
        return words.say("progress-letters", done=str(count.done), of=str(count.of))
    if name:
        return words.say("progress-file", file=name, seconds=str(seconds))
    return words.say("progress-begun", seconds=str(seconds))
