"""The options that every command shares, and the index opened with them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli.place import SHIPPED, default_index, library, only_reads
from bot.wording import say

if TYPE_CHECKING:
    from index.store import Index

__all__ = [
    "SHIPPED",
    "CorpusOption",
    "IndexOption",
    "ModelOption",
    "default_index",
    "of_folder",
    "opened",
    "stop",
]

CorpusOption = Annotated[
    Path, typer.Option("--corpus", envvar="DAFU_CORPUS", help="Folder of the documents.")
]
IndexOption = Annotated[
    str | None,
    typer.Option(
        "--index",
        envvar="DAFU_INDEX",
        help="Folder of the index, or postgresql://…: it keeps itself up to date with the documents;"
        " a database does so only where --corpus is given.",
    ),
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


def opened(corpus: Path, index: Path | str | None, model: str | None) -> "Index":
    """The index of a corpus, brought up to date first. Stops with one line where corpus, model or index cannot be used."""
    from bot.cli.progress import Shown
    from corpus.fault import UnreadableSource
    from index.fault import ModelError, UnusableIndex
    from index.folder import UnreadableCorpus

    try:
        return library(corpus, index, model, Shown())
    except (UnreadableCorpus, UnreadableSource, UnusableIndex, ModelError) as error:
        raise stop(error) from None


def of_folder(corpus: Path, index: str | None) -> None:
    """Stops where documents are to be put into a database's folder and none is named."""
    if only_reads(corpus, index):
        raise stop(say("corpus.unnamed"))
