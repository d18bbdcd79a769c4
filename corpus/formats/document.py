"""Documents: the text of a file, what the file says of itself beside it, and what of it was not read."""

from dataclasses import dataclass

from corpus.given import NOTHING, Given
from corpus.scanned import Scanned


@dataclass(frozen=True)
class Document:
    """What a format's reader gives. `unread` says in a line each what is not in the text though it is in the file;
    `scanned` is what was recognised in pictures.
    """

    text: str
    given: Given = NOTHING
    unread: tuple[str, ...] = ()
    scanned: tuple[Scanned, ...] = ()
