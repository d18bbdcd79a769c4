"""`dafu serve`: the bot run until it is stopped."""

from contextlib import closing
from typing import TYPE_CHECKING

import typer

from bot.cli.open import SHIPPED, CorpusOption, IndexOption, ModelOption, opened, stop

if TYPE_CHECKING:
    from bot.telegram.keeping import Keeper
    from bot.telegram.settings import Settings
    from bot.telegram.trial import Read


def serve(corpus: CorpusOption = SHIPPED, index: IndexOption = None, model: ModelOption = None) -> None:
    """Run the Telegram bot (TELEGRAM_BOT_TOKEN) until SIGINT or SIGTERM. Exit 2 where something to begin with is missing."""
    # Imported here: `dafu ask` needs no Telegram.
    from bot.speech import speech
    from bot.telegram.folder import Folder
    from bot.telegram.journal.store import JournalUnavailable
    from bot.telegram.settings import WrongSetting, read_settings
    from corpus.reading import read

    try:
        settings = read_settings()
        if not settings.bot_token.get_secret_value():
            raise stop(speech(None).say("no-token"))
        with closing(opened(corpus, index, model)) as library:
            folder = Folder(corpus, library, lambda: opened(corpus, index, model).close())
            status = run(settings, folder, read)
    except (WrongSetting, JournalUnavailable) as error:
        raise stop(error) from None
    raise typer.Exit(status)


def run(settings: "Settings", keeper: "Keeper", read: "Read") -> int:
    """Runs the bot until it is told to stop, or until polling is dead: then 1 comes back.

    Raises JournalUnavailable. A token that Telegram rejects, or a port that is taken, ends it with one line.
    """
    import secrets

    from telegram.error import InvalidToken

    from bot.speech import speech
    from bot.telegram.app import ALLOWED, running
    from bot.telegram.health import CannotListen
    from bot.telegram.journal.store import open_journal
    from bot.telegram.leader import led
    from bot.telegram.logs import secrets_of, start_logging
    from bot.telegram.office import Office
    from bot.telegram.webhook import CannotCertify, run_webhook

    hook = settings.webhook
    secret = hook.secret.get_secret_value() if hook.secret else secrets.token_urlsafe(32)
    start_logging(settings.log_level, (*secrets_of(settings.bot_token.get_secret_value()), secret))
    journal = led(open_journal(settings.journal))
    made = running(Office(settings, keeper.reload(), journal), keeper, read)
    made.say = typer.echo
    try:
        if made.polls:
            # A start in a bad moment is repeated until it succeeds.
            made.app.run_polling(allowed_updates=ALLOWED, bootstrap_retries=-1)
        else:
            run_webhook(made, hook, secret)
    except CannotListen as error:
        line = speech(None).say("cannot-listen", setting=error.setting, port=str(error.port), why=error.why)
        raise stop(line) from None
    except CannotCertify as error:
        raise stop(speech(None).say("cannot-certify", why=str(error))) from None
    except InvalidToken:
        raise stop(speech(None).say("token-rejected")) from None  # PTB's own words have the token in them
    return int(made.failed)
