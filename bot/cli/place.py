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
    from index.store import open_index

    followed = None if only_reads(corpus, index) else corpus
    return open_index(followed, index or default_index(corpus), Later(model), report)


def only_reads(corpus: Path, index: Path | str | None) -> bool:
    """Whether a database is read as it is: one of the machines that share it has the documents, and names their folder."""
    from index.store import is_address

    return bool(index) and is_address(str(index)) and corpus == SHIPPED


def default_index(corpus: Path) -> Path:
    """A folder of the user's cache that belongs to this corpus folder."""
    from platformdirs import user_cache_dir

    name = blake2b(str(corpus.resolve()).encode(), digest_size=8).hexdigest()
    return Path(user_cache_dir("dafu")) / name
