"""The bot run until it is told to end: polling, or listening for what Telegram brings."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from signal import SIGINT, SIGTERM

from telegram.error import InvalidToken, TelegramError

from bot.telegram.app import ALLOWED, Running
from bot.telegram.connection.webhook import announce, receiver

_LONGEST_WAIT = 30.0
_REJECTED = 3  # so many times in a row at the start: once may be a gateway's word, and nobody starts the bot again after it
_GRACE = 8.0  # seconds for what is being answered at the end; what is left comes at the next start


def run(made: Running, secret: str) -> None:
    """Runs the bot until SIGINT or SIGTERM, or until polling is dead.

    Raises InvalidToken, CannotListen and CannotCertify.
    """
    asyncio.run(_run(made, secret))


async def _run(made: Running, secret: str) -> None:
    for signal in (SIGINT, SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signal, made.ended.set)
    try:
        async with made.beside():
            if await _persist(made, made.app.initialize):
                await made.begin(made.app)
                await (_poll(made) if made.polls else _listen(made, secret))
    finally:
        await made.app.shutdown()
        await made.end(made.app)


async def _poll(made: Running) -> None:
    """Between start and end."""
    updater = made.app.updater
    assert updater is not None  # what Application.builder makes
    if await _persist(made, made.bot.delete_webhook):
        await updater.start_polling(
            allowed_updates=ALLOWED, bootstrap_retries=-1, error_callback=made.reach.lost
        )
        async with _answering(made):
            await made.ended.wait()
            await _at_most(updater.stop())


async def _listen(made: Running, secret: str) -> None:
    """Between start and end."""
    hook = made.office.settings.webhook
    server = receiver(made, hook, secret)
    made.greet()
    try:
        if await _persist(made, lambda: announce(made, hook, secret)):
            async with _answering(made):
                await made.ended.wait()
                server.stop()
    finally:
        server.stop()
        await server.close_all_connections()


@asynccontextmanager
async def _answering(made: Running) -> AsyncIterator[None]:
    """Updates are answered. At the end those in hand are waited for a little."""
    await made.app.start()
    try:
        yield
    finally:
        await _at_most(made.app.stop())


async def _at_most(ending: Awaitable[None]) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(ending, _GRACE)


async def _before_the_end(made: Running, work: Awaitable[object]) -> bool:
    """Whether something could be done before the end was asked for. Raises what it raises."""
    doing, ending = asyncio.ensure_future(work), asyncio.create_task(made.ended.wait())
    try:
        await asyncio.wait({doing, ending}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            return False
        doing.result()
        return True
    finally:
        doing.cancel()
        ending.cancel()


async def _persist(made: Running, act: Callable[[], Awaitable[object]]) -> bool:
    """Does what a bad moment may keep from being done, again and again; False where the end came first.

    Raises InvalidToken where Telegram says so again and again.
    """
    wait, rejected = 1.0, 0
    while not made.ended.is_set():
        try:
            if not await _before_the_end(made, act()):
                return False
        except InvalidToken:
            rejected += 1
            if rejected == _REJECTED:
                raise
        except TelegramError as error:
            made.reach.lost(error)
        else:
            made.reach.found()
            return True
        with suppress(TimeoutError):
            await asyncio.wait_for(made.ended.wait(), wait)
        wait = min(wait * 1.5, _LONGEST_WAIT)
    return False
