"""Markdown files: their text as it stands, the marks of quotations left out."""

import re
from dataclasses import replace
from pathlib import Path

from corpus.formats.document import Document
from corpus.formats.encoding import decode

_QUOTED = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)


def markdown(content: bytes, path: Path) -> Document:
    """The text of a Markdown file: what is quoted stands in lines of its own. Raises UnreadableSource."""
    document = decode(content, path)
    return replace(document, text=_QUOTED.sub("", document.text))
