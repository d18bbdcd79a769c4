"""Where a text says what a figure is labelled with."""

from enum import StrEnum

from corpus.runtime.frozen import dataclass


class Where(StrEnum):
    """What says it, the nearest first."""

    SENTENCE = "sentence"  # its own, or its row
    TABLE = "table"  # the head, caption or unit line of its table
    BEFORE = "before"  # a sentence before it in its paragraph
    HEADING = "heading"  # a title above its section
    TITLE = "title"  # the title of the document
    LETTERHEAD = "letterhead"  # the lines above and below the text
    OPENING = "opening"  # the first sentence that names the document's place
    SIDECAR = "sidecar"  # said outside the text, by its file, or by who added it


@dataclass(frozen=True)
class Stated:
    """A slot of a figure and where it is said: letter.text[start:end], 0 and 0 for the sidecar.

    A slot whose words stand apart (城乡居民 for 城镇居民, a list's shared noun) has several.
    """

    slot: str
    where: Where
    start: int
    end: int
