"""Plain text files."""

from pathlib import Path

from corpus.formats.structure.document import Document
from corpus.formats.structure.encoding import decode
from corpus.formats.structure.written import marked_up


def plain_text(content: bytes, path: Path) -> Document:
    """The text of a file as it stands; each line is a block, a run of rows is one. Raises UnreadableSource."""
    text = decode(content, path)
    return Document(text, marked_up(text))
