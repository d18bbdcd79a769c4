"""`dafu serve`: the bot run until it is stopped."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.open import MISCONFIGURED, SHIPPED, CorpusOption, IndexOption, ModelOption, kept, stop
from bot.web.command import AnyoneOption, HostOption, PortOption

if TYPE_CHECKING:
    from pathlib import Path

    from bot.service.keeping import Keeper
    from bot.service.settings import Settings
    from bot.telegram.handlers.trial import Read
    from bot.web.settings import WebSettings

WebOption = Annotated[bool, typer.Option("--web", help="Serve the web pages too.")]


def serve(
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
    web: WebOption = False,
    host: HostOption = None,
    port: PortOption = None,
    anyone: AnyoneOption = False,
) -> None:
    """Run the Telegram bot (TELEGRAM_BOT_TOKEN) until SIGINT or SIGTERM. Exit 78 where a setting is wrong, 2 where something
    else to begin with is missing.
    """
    # Imported here: `dafu ask` needs no Telegram.
    from bot.service.journal.fault import JournalUnavailable
    from bot.service.settings import WrongSetting, is_token, read_settings
    from bot.speech import speech
    from bot.web.settings import read_web_settings
    from corpus.reading import read

    try:
        settings = read_settings()
        if not settings.bot_token.get_secret_value():
            raise stop(speech(None).say("no-token"), MISCONFIGURED)
        if not is_token(settings.bot_token.get_secret_value()):
            raise stop(speech(None).say("token-rejected"), MISCONFIGURED)
        pages = read_web_settings(host, port, anyone=anyone)
        with kept(corpus, index, model, settings.processes) as folder:
            status = run(settings, folder, read, folder.corpus, pages, web=web)
    except WrongSetting as error:
        raise stop(error, MISCONFIGURED) from None
    except JournalUnavailable as error:
        raise stop(error) from None
    raise typer.Exit(status)


def run(
    settings: "Settings",
    keeper: "Keeper",
    read: "Read",
    corpus: "Path | None" = None,
    pages: "WebSettings | None" = None,
    *,
    web: bool = False,
) -> int:
    """Runs the bot until it is told to stop, or until polling is dead: then 1 comes back.

    Files put into the folder `corpus` are read without being told. Messages lead to `pages` where they have a public
    address; with `web` they are served here.
    Raises JournalUnavailable. A token that Telegram rejects, or a port that is taken, ends it with one line.
    """
    import secrets

    from telegram.error import InvalidToken, TelegramError

    from bot.service.journal.store import open_journal
    from bot.service.office import Office
    from bot.service.running.listening import CannotListen
    from bot.service.running.logs import secrets_of, start_logging
    from bot.service.running.memory import settle
    from bot.service.running.watching import Watch
    from bot.speech import speech
    from bot.telegram.app import running
    from bot.telegram.connection.leader import led
    from bot.telegram.connection.webhook import CannotCertify
    from bot.telegram.logs import is_news
    from bot.telegram.run import run as run_until_the_end
    from bot.web.serving import reachable, served
    from bot.web.site import Site

    hook = settings.webhook
    secret = hook.secret.get_secret_value() if hook.secret else secrets.token_urlsafe(32)
    hidden = (secret, *(pages.secrets if pages else ()))
    start_logging(
        settings.log_level,
        (*secrets_of(settings.bot_token.get_secret_value()), *hidden),
        (TelegramError,),
        is_news,
    )
    journal, address = led(open_journal(settings.journal)), pages.url if pages else ""
    office = Office(settings, keeper.reload(), lambda: journal, address, settle=settle)
    made = running(office, keeper, read)
    if web and pages:
        made.beside = partial(served, reachable(Site.of(office, pages)), typer.echo)
    if corpus:
        made.watch = Watch(made.office, keeper, corpus)
    made.say = made.reach.say = typer.echo
    try:
        run_until_the_end(made, secret)
    except (CannotListen, CannotCertify) as error:
        raise stop(error) from None
    except InvalidToken:
        # PTB's own words have the token in them.
        raise stop(speech(None).say("token-rejected"), MISCONFIGURED) from None
    return int(made.failed)
