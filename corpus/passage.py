"""Passages: a letter cut into sentences, table rows and lines, each with its place."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a passage is."""

    SENTENCE = "sentence"
    ROW = "row"  # one table row; cells are separated by "|" or gaps
    CAPTION = "caption"  # a table's title, unit line or head row
    META = "meta"  # letterhead, addressees, contact lines, date line, copies-to
    HEADING = "heading"  # never an answer by itself


@dataclass(frozen=True)
class Passage:
    """A piece of a letter: letter.text[start:end] == text.

    `id` is "<letter id>:<start>". `section` is the path of headings above it, as printed. `paragraph` counts
    paragraphs from 0, so that the sentences of one paragraph can be put together again.
    """

    id: str
    letter: str
    section: tuple[str, ...]
    paragraph: int
    start: int
    end: int
    text: str
    kind: Kind = Kind.SENTENCE
