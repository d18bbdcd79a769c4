"""The options that every command shares, and the index opened with them."""

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from platformdirs import user_cache_dir
from rich.console import Console

from bot.wording import say

if TYPE_CHECKING:
    from index.store import Index

SHIPPED = Path(__file__).resolve().parents[2] / "corpus" / "letters"

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
    # Imported here: `dafu --help` needs neither SQLite nor numpy.
    from bot.cli.progress import Shown
    from corpus.fault import UnreadableSource
    from index.fault import ModelError, UnusableIndex
    from index.folder import UnreadableCorpus
    from index.later import Later
    from index.store import open_index

    followed = None if _only_reads(corpus, index) else corpus
    try:
        return open_index(followed, index or default_index(corpus), Later(model), Shown())
    except (UnreadableCorpus, UnreadableSource, UnusableIndex, ModelError) as error:
        raise stop(error) from None


def of_folder(corpus: Path, index: str | None) -> None:
    """Stops where documents are to be put into a database's folder and none is named."""
    if _only_reads(corpus, index):
        raise stop(say("corpus.unnamed"))


def _only_reads(corpus: Path, index: Path | str | None) -> bool:
    """Whether a database is read as it is: one of the machines that share it has the documents, and names their folder."""
    from index.store import is_address

    return bool(index) and is_address(str(index)) and corpus == SHIPPED


def default_index(corpus: Path) -> Path:
    """A folder of the user's cache that belongs to this corpus folder."""
    name = blake2b(str(corpus.resolve()).encode(), digest_size=8).hexdigest()
    return Path(user_cache_dir("dafu")) / name
