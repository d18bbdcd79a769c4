"""Where the letters and their index are, and the index opened. By itself: it needs no parser of options."""

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.progress import Progress
    from index.store import Index

SHIPPED = Path(__file__).resolve().parents[2] / "corpus" / "letters"


def library(corpus: Path, index: Path | str | None, model: str | None, report: "Progress") -> "Index":
    """The index of a corpus, brought up to date first.

    Raises UnreadableCorpus, UnreadableSource, UnusableIndex, ModelError.
    """
    # Imported here: `dafu --help` needs no SQLite.
    from index.later import Later
    from index.models.kinds import check
    from index.store import open_index

    # An index that is there is opened without its model, which the first question would then not find.
    if model:
        check(model)
    return open_index(followed(corpus, index), index or default_index(corpus), Later(model), report)


def followed(corpus: Path, index: Path | str | None) -> Path | None:
    """The folder that the index is kept up to date with.

    None for a database that is read as it is: one of the machines that share it has the documents, and names their folder.
    """
    from index.store import is_address

    return None if index and is_address(str(index)) and corpus == SHIPPED else corpus


def default_index(corpus: Path) -> Path:
    """A folder of the user's cache that belongs to this corpus folder."""
    from platformdirs import user_cache_dir

    name = blake2b(str(corpus.resolve()).encode(), digest_size=8).hexdigest()
    return Path(user_cache_dir("dafu")) / name
