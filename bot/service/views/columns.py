"""Text in columns of a phone's width, as a font of one width shows it."""

import unicodedata
from collections.abc import Iterator

WIDE = 24  # half-width columns of a table on a phone


def wide(text: str) -> int:
    """Half-width columns: a Chinese character takes two.

    >>> wide("2024年")
    6
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def folded(text: str) -> Iterator[str]:
    """A text in lines of the table's width."""
    line = ""
    for character in text:
        if wide(line + character) > WIDE:
            yield line
            line = ""
        line += character
    yield line


def apart(left: str, right: str) -> str:
    """Two texts on one line, the second at the right edge where there is room."""
    return left + " " * max(1, WIDE - wide(left) - wide(right)) + right
