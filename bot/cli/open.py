"""The options that every command shares, and the index opened with them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from index.store import Index

SHIPPED = Path(__file__).resolve().parents[2] / "corpus" / "letters"

CorpusOption = Annotated[
    Path, typer.Option("--corpus", envvar="DAFU_CORPUS", help="Folder of the documents.")
]
IndexOption = Annotated[
    Path | None,
    typer.Option("--index", envvar="DAFU_INDEX", help="Folder of the index; it keeps itself up to date."),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        envvar="DAFU_MODEL",
        help="Embedding model: a folder or a hub name. Default: the shipped one.",
    ),
]


def stop(error: Exception | str) -> typer.Exit:
    """One line on standard error, and the exit for bad use or an unreadable corpus (2)."""
    Console(stderr=True, highlight=False).print(str(error), style="red", soft_wrap=True, markup=False)
    return typer.Exit(2)


Opener = Callable[[Path, Path | None, str | None], "Index"]
