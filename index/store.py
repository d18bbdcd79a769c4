"""The store: an index opened, brought up to date, or built anew where it does not fit."""

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fault import Fault
from index.fault import UnusableIndex
from index.folder import documents
from index.opened import Index
from index.progress import Progress, Quiet

if TYPE_CHECKING:
    from index.encoder import Encoder

_DATABASE = ("postgresql://", "postgres://")


def is_address(index: str) -> bool:
    """Whether an index is in a database and not in a folder."""
    return index.startswith(_DATABASE)


def open_index(
    corpus: Path | None, index: Path | str, encoder: "Encoder", report: Progress | None = None
) -> Index:
    """The index of a corpus folder, in the folder `index` or the database of an address, brought up to date first.

    Without a corpus what a database has is read as it is. The encoder is asked for vectors only where something is
    new. Raises UnreadableCorpus, UnusableIndex.
    """
    told = report or Quiet()
    if is_address(str(index)):
        return _in_database(corpus, str(index), encoder, told)
    from index.sqlite.opening import open_file

    assert corpus is not None
    return Index(open_file(documents(corpus), Path(index), encoder, told), encoder, corpus=corpus)


def read_index(index: Path | str, encoder: "Encoder") -> Index:
    """What an index has, as it is: another process keeps it up to date. Raises UnusableIndex."""
    if is_address(str(index)):
        return _in_database(None, str(index), encoder, Quiet())
    from index.sqlite.database import NAME
    from index.sqlite.store import SqliteStore

    path = Path(index) / NAME
    if not path.exists():
        raise UnusableIndex(f"{index}：{Fault.NO_INDEX.words}")
    return Index(SqliteStore(path), encoder)


def _in_database(corpus: Path | None, address: str, encoder: "Encoder", report: Progress) -> Index:
    try:
        from index.postgres.writing import open_database
    except ModuleNotFoundError:
        raise UnusableIndex(f"PostgreSQL：{Fault.NO_DRIVER.words}") from None
    found = None if corpus is None else documents(corpus)
    return Index(open_database(found, address, encoder, report), encoder, corpus=corpus)


__all__ = ["Index", "is_address", "open_index", "read_index"]
