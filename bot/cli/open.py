"""The options that every command shares, and what is opened with them: the index, the corpus as a server keeps it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.place import SHIPPED, default_index, followed, library
from bot.wording import say

if TYPE_CHECKING:
    from bot.service.folder import Folder
    from index.store import Index

__all__ = [
    "MISCONFIGURED",
    "SHIPPED",
    "CorpusOption",
    "IndexOption",
    "ModelOption",
    "kept",
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

# What a command ends with. The second, EX_CONFIG, is of servers: a setting is wrong, and to start them again mends nothing.
_BAD_USE, MISCONFIGURED = 2, 78


def stop(error: Exception | str, status: int = _BAD_USE) -> typer.Exit:
    """One line on standard error, and the exit, without a status that for bad use or an unreadable corpus (2)."""
    from rich.console import Console

    Console(stderr=True, highlight=False).print(str(error), style="red", soft_wrap=True, markup=False)
    return typer.Exit(status)


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


@contextmanager
def kept(corpus: Path, index: str | None, model: str | None, processes: int) -> Iterator["Folder"]:
    """The corpus as a server keeps it: with its index, and so many processes that answer. Stops as `opened` does."""
    from bot.service.folder import Folder
    from bot.service.running.processes import Opening, Processes, as_many_as
    from bot.service.running.update import update

    place, folder = index or default_index(corpus), followed(corpus, index)
    others = Processes(Opening(place, model), as_many_as(processes))
    with closing(opened(corpus, index, model)) as library, closing(others):
        yield Folder(folder, library, partial(update, folder, place, model), others)


def of_folder(corpus: Path, index: str | None) -> None:
    """Stops where documents are to be put into a database's folder and none is named."""
    if followed(corpus, index) is None:
        raise stop(say("corpus.unnamed"))
