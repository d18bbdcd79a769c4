"""The `dafu` command."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from bot.cli import quick
from corpus.runtime.cycles import look_seldom
from index.fault import StoreUnavailable

if TYPE_CHECKING:
    import typer

# Where each command is. Only the one that is asked for is imported: most of what an answer takes is that.
_COMMANDS: Mapping[str, str] = {
    "ask": "bot.cli.ask:ask",
    "chat": "bot.cli.ask:chat",
    "eval": "bot.cli.ask:evaluate",
    "figures": "bot.cli.ledger:figures",
    "check": "bot.cli.ledger:check",
    "add": "bot.cli.shelf:add",
    "remove": "bot.cli.shelf:remove",
    "letters": "bot.cli.shelf:letters",
    "index": "bot.cli.shelf:build",
    "chart": "bot.cli.chart:chart",
    "serve": "bot.telegram.command:serve",
    "web": "bot.web.command:web",
}


def app(asked: str | None = None) -> "typer.Typer":
    """The command that is asked for, all of them where none of theirs is. A function, so that importing does nothing."""
    import typer

    commands = typer.Typer(
        name="dafu",
        help="答复: answers about government letters, with the exact figure, its sentence and its source.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    # With one command alone Typer would leave its name out.
    commands.callback()(lambda: None)
    for name in [asked] if asked and asked in _COMMANDS else _COMMANDS:
        module, _, function = _COMMANDS[name].partition(":")
        commands.command(name)(getattr(import_module(module), function))
    return commands


def main() -> None:
    """Run the command line. A database that goes away and stays away is one line."""
    # The vectors of one question are few: threads over them take twice the processor and are no sooner done.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    look_seldom()
    if quick.is_plain(sys.argv[1:]):
        status = quick.ask(sys.argv[1:])
        if status is not None:
            raise SystemExit(status)
    try:
        app(sys.argv[1] if len(sys.argv) > 1 else None)()
    except StoreUnavailable as error:
        from bot.cli.open import stop

        stop(error)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
