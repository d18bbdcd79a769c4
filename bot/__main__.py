"""The `dafu` command."""

import typer

from bot.cli import ask, ledger, shelf
from bot.cli.chart import chart
from bot.cli.open import stop
from bot.telegram.command import serve
from index.fault import StoreUnavailable


def app() -> typer.Typer:
    """All commands. A function, so that importing this module does nothing."""
    commands = typer.Typer(
        name="dafu",
        help="答复: answers about government letters, with the exact figure, its sentence and its source.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    commands.command("ask")(ask.ask)
    commands.command("chat")(ask.chat)
    commands.command("eval")(ask.evaluate)
    commands.command("figures")(ledger.figures)
    commands.command("check")(ledger.check)
    commands.command("add")(shelf.add)
    commands.command("remove")(shelf.remove)
    commands.command("letters")(shelf.letters)
    commands.command("index")(shelf.build)
    commands.command("chart")(chart)
    commands.command("serve")(serve)
    return commands


def main() -> None:
    """Run the command line. A database that goes away and stays away is one line."""
    try:
        app()()
    except StoreUnavailable as error:
        stop(error)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
