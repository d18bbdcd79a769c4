"""`dafu web`: the pages served until they are stopped."""

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.open import SHIPPED, CorpusOption, IndexOption, ModelOption, opened, stop

if TYPE_CHECKING:
    from bot.web.site import Site

HostOption = Annotated[str, typer.Option("--host", envvar="DAFU_WEB_HOST", help="Address to listen on.")]
PortOption = Annotated[int, typer.Option("--port", envvar="DAFU_WEB_PORT", help="Port to listen on.")]
AnyoneOption = Annotated[
    bool,
    typer.Option("--anyone", envvar="DAFU_WEB_ANYONE", help="Let everybody read who reaches the address."),
]
HOST, PORT = "127.0.0.1", 8080


def web(
    host: HostOption = HOST,
    port: PortOption = PORT,
    anyone: AnyoneOption = False,
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """Serve the chat page and the letters to browsers until SIGINT or SIGTERM. Exit 2 where it cannot be begun."""
    # Imported here: `dafu ask` needs no server.
    import asyncio

    from bot.answering.answerer import Answerer
    from bot.speech import speech
    from bot.telegram.archive import Service
    from bot.telegram.health import CannotListen
    from bot.telegram.journal.store import JournalUnavailable, open_journal
    from bot.telegram.office import Office
    from bot.telegram.settings import WrongSetting, read_settings
    from bot.web.settings import read_web_settings
    from bot.web.site import Site

    say = speech(None).say
    try:
        settings, chosen = read_settings(), read_web_settings(host, port, anyone=anyone)
        with closing(opened(corpus, index, model)) as library:
            office = Office(
                settings, Service(Answerer(library).answer, library), open_journal(settings.journal)
            )
            site = Site.of(office, chosen)
            if site.access.closed_to_all:
                raise stop(say("web-closed-to-all", host=host))
            try:
                asyncio.run(_run(site))
            finally:
                office.close()
    except (WrongSetting, JournalUnavailable) as error:
        raise stop(error) from None
    except CannotListen as error:
        raise stop(say("cannot-listen", setting=error.setting, port=str(error.port), why=error.why)) from None


async def _run(site: "Site") -> None:
    """Serves until a signal comes."""
    import asyncio
    from signal import SIGINT, SIGTERM

    from bot.web.opening import opening
    from bot.web.server import listening
    from bot.web.warming import warm

    over = asyncio.Event()
    for signal in (SIGINT, SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signal, over.set)
    runner = await listening(site)
    typer.echo(opening(site, runner.addresses[0]))
    warming = asyncio.create_task(site.office.aside(warm, site))
    try:
        await over.wait()
    finally:
        await runner.cleanup()
        await warming
