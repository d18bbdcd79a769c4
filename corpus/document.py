"""Documents: the text of a file and what the file says of itself beside it."""

from dataclasses import dataclass

from corpus.given import NOTHING, Given


@dataclass(frozen=True)
class Document:
    """What a format's reader gives."""

    text: str
    given: Given = NOTHING
