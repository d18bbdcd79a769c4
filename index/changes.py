"""What an index belongs to, and how a folder differs from what is stored of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.fault import UnreadableSource
from index.folder import Document, code_digest
from index.progress import Why

if TYPE_CHECKING:
    from index.encoder import Encoder

_FORMAT = 2
# What `kept` takes, of either database.
KEPT = "SELECT path, size, changed, digest, letter FROM files"


@dataclass(frozen=True)
class Manifest:
    """What an index belongs to: it is built anew when any of it changes."""

    format: str
    model: str
    model_digest: str

    def fits(self, other: "Manifest") -> Why | None:
        """Why an index with the other manifest cannot be used; None where it can."""
        if self.format != other.format:
            return Why.FORMAT
        return None if self == other else Why.MODEL


class Kept(NamedTuple):
    """What was noted of a file when it was read; `letter` is None where it gave none."""

    size: int
    changed: int  # nanoseconds
    digest: str
    letter: str | None


def kept(rows: Iterable[Sequence[Any]]) -> dict[str, Kept]:
    """What was noted of each file, by its name in the folder."""
    return {row[0]: Kept(*row[1:]) for row in rows}


@dataclass(frozen=True)
class Changes:
    """How the folder differs from the index; `touched` files are other files with the same content."""

    read: tuple[Document, ...]
    gone: tuple[str, ...]
    touched: tuple[Document, ...]

    def __bool__(self) -> bool:
        return bool(self.read or self.gone or self.touched)


def manifest(encoder: "Encoder") -> Manifest:
    """What an index of this code and this encoder belongs to."""
    written = blake2b(f"{_FORMAT} {code_digest()}".encode(), digest_size=16).hexdigest()
    return Manifest(written, encoder.name, encoder.digest)


def changes(noted: Mapping[str, Kept], found: Sequence[Document]) -> Changes:
    """How the documents found differ from the files noted, both by their names in the folder."""
    fresh, touched = [], []
    for document in found:
        known = noted.get(document.name)
        if known and known.letter in (document.id, None):
            if (known.size, known.changed) == (document.size, document.changed):
                continue
            if known.digest and known.digest == _digest(document):
                touched.append(document)
                continue
        fresh.append(document)
    gone = noted.keys() - {document.name for document in found}
    return Changes(tuple(fresh), tuple(sorted(gone)), tuple(touched))


def _digest(document: Document) -> str:
    from corpus.source import digest

    try:
        return digest(document.path)
    except UnreadableSource:
        return ""
