"""`dafu web`: the pages served until they are stopped."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.open import MISCONFIGURED, SHIPPED, CorpusOption, IndexOption, ModelOption, kept, stop

if TYPE_CHECKING:
    from sqlalchemy import Engine

# Not read from the environment here: what is wrong there is told as of every other setting, in a line.
HostOption = Annotated[
    str | None, typer.Option("--host", help="Address to listen on (DAFU_WEB_HOST, 127.0.0.1).")
]
PortOption = Annotated[int | None, typer.Option("--port", help="Port to listen on (DAFU_WEB_PORT, 8080).")]
AnyoneOption = Annotated[
    bool, typer.Option("--anyone", help="Let everybody read who reaches the address (DAFU_WEB_ANYONE=1).")
]


def web(
    host: HostOption = None,
    port: PortOption = None,
    anyone: AnyoneOption = False,
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """Serve the chat page and the letters to browsers until SIGINT or SIGTERM. Exit 78 where a setting is wrong, 2 where it
    cannot be begun for another reason.
    """
    # Imported here: `dafu ask` needs no server.
    import asyncio

    from bot.service.journal.fault import JournalUnavailable
    from bot.service.office import Office
    from bot.service.running.listening import CannotListen
    from bot.service.running.logs import secrets_of, start_logging
    from bot.service.running.memory import settle
    from bot.service.running.watching import Watch
    from bot.service.settings import WrongSetting, read_settings
    from bot.web.serving import reachable, until_told
    from bot.web.settings import read_web_settings
    from bot.web.site import Site

    try:
        settings, chosen = read_settings(), read_web_settings(host, port, anyone=anyone)
        start_logging(
            settings.log_level, (*secrets_of(settings.bot_token.get_secret_value()), *chosen.secrets)
        )
        with kept(corpus, index, model, settings.processes) as folder:
            office = Office(settings, folder.service(), partial(_opened, settings.journal), settle=settle)
            try:
                # A server may be far away, and can only be waited for here; a file is opened when the pages are served.
                if not settings.journal.startswith("sqlite"):
                    office.open()
                site = reachable(Site.of(office, chosen))
                watch = Watch(office, folder, folder.corpus) if folder.corpus else None
                asyncio.run(until_told(site, watch, typer.echo))
            finally:
                office.close()
    except WrongSetting as error:
        raise stop(error, MISCONFIGURED) from None
    except (JournalUnavailable, CannotListen) as error:
        raise stop(error) from None


def _opened(journal: str) -> "Engine":
    """The journal at an address. Raises JournalUnavailable."""
    # Imported here: the first page is there before what speaks to databases is loaded.
    from bot.service.journal.store import open_journal

    return open_journal(journal)
