"""The kinds of passages."""

from enum import StrEnum


class Kind(StrEnum):
    """What a passage is."""

    SENTENCE = "sentence"
    ROW = "row"  # one table row; cells are separated by "|" or gaps
    CAPTION = "caption"  # a table's title, unit line or head row
    META = "meta"  # letterhead, addressees, contact lines, date line, copies-to
    HEADING = "heading"  # never an answer by itself
