"""The pages served while something else goes on, or until they are told to stop."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from signal import SIGINT, SIGTERM

from bot.cli.open import MISCONFIGURED, stop
from bot.service.running.watching import Watch
from bot.speech import speech
from bot.web.opening import opening, what_it_knows
from bot.web.server import listening
from bot.web.site import Site
from bot.web.warming import begin, warm

_DAY = 24 * 3600


def reachable(site: Site) -> Site:
    """The site, if anybody at all may read it. Stops with one line where nobody could."""
    if site.access.closed_to_all:
        words = speech(None).say("web-closed-to-all", host=site.settings.url or site.settings.host)
        raise stop(words, MISCONFIGURED)
    return site


@asynccontextmanager
async def served(site: Site, say: Callable[[str], None]) -> AsyncIterator[None]:
    """The pages for as long as it lasts; the first lines are said once nothing can keep them from being served.

    Raises CannotListen, JournalUnavailable.
    """
    async with AsyncExitStack() as ending:
        runner = await listening(site)
        ending.push_async_callback(runner.cleanup)
        # Somebody may be waiting for the first page, and nobody for the journal yet. What fails here is told on the page.
        await asyncio.wait([asyncio.ensure_future(site.office.apart(begin, site))])
        await site.office.opened()
        say(opening(site, runner.addresses[0]))
        warming = asyncio.create_task(_warm(site))
        ending.callback(warming.cancel)
        yield


async def until_told(site: Site, watch: Watch | None, say: Callable[[str], None]) -> None:
    """Serves the pages until SIGINT or SIGTERM. Raises CannotListen, JournalUnavailable."""
    over = asyncio.Event()
    for signal in (SIGINT, SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signal, over.set)
    async with served(site, say):
        say(what_it_knows(site))
        if watch:
            watch.begin()
        expiring = asyncio.create_task(_expiring(site))
        await over.wait()
        expiring.cancel()
        if watch:
            await watch.end()


async def _warm(site: Site) -> None:
    await site.office.apart(warm, site)
    await site.office.warm()


async def _expiring(site: Site) -> None:
    """Erases every day what is old in the journal."""
    # Imported here: the pages are served before the journal is open.
    from bot.service.clerk import LOST

    office = site.office
    while True:
        with suppress(*LOST):  # the log has it
            await office.clerk.attempt_long(office.people.expire, office.settings.retention_days)
        await asyncio.sleep(_DAY)
