"""Markdown files: their text as it stands, the marks of quotations left out, tables of tags as rows."""

import re
from pathlib import Path

from corpus.formats.structure.document import Document
from corpus.formats.structure.encoding import decode
from corpus.formats.structure.written import marked_up

_QUOTED = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)


def markdown(content: bytes, path: Path) -> Document:
    """The text of a Markdown file: what is quoted stands in lines of its own. Raises UnreadableSource."""
    text = _QUOTED.sub("", decode(content, path))
    if "<table" in text.lower():
        # Imported here: most have no tags.
        from corpus.formats.web.tabled import with_plain_tables

        text = with_plain_tables(text)
    return Document(text, marked_up(text))
