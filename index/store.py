"""The store: an index opened, brought up to date, or built anew where it does not fit."""

from pathlib import Path
from typing import TYPE_CHECKING

from index.folder import documents
from index.opened import Index
from index.progress import Progress, Quiet

if TYPE_CHECKING:
    from index.encoder import Encoder

_DATABASE = ("postgresql://", "postgres://")


def open_index(
    corpus: Path | None, index: Path | str, encoder: "Encoder", report: Progress | None = None
) -> Index:
    """The index of a corpus folder, kept in the folder `index` or at an address (postgresql://…), brought up to date first.

    Without a corpus what is stored at an address is read as it is. The encoder is asked for vectors only where
    something is new. Raises UnreadableCorpus, UnusableIndex.
    """
    told = report or Quiet()
    if isinstance(index, str) and index.startswith(_DATABASE):
        from index.postgres.writing import open_database

        return Index(open_database(corpus, index, encoder, told), encoder)
    from index.sqlite.writing import open_file

    assert corpus is not None
    return Index(open_file(documents(corpus), Path(index), encoder, told), encoder)


__all__ = ["Index", "open_index"]
