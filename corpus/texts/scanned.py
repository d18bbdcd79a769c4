"""What was recognised in a picture: where it stands in a letter's text, and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.runtime.replace import replace

# A digit that the recogniser was not sure of, while a text is put together: the digit's code above this one.
_UNSURE = 0xF0000


@dataclass(frozen=True)
class Scanned:
    """A span of a letter's text that was recognised in a picture.

    `page` counts from 1, `confidence` is 0 to 1, `unsure` are the spans of figures with a digit that may be another.
    `box` is its place on the page in dots: left, top, right, bottom; the page was turned by so many quarters against the
    clock and then by an angle in radians, and has then a `size`: width and height.
    """

    start: int
    end: int
    page: int
    confidence: float
    unsure: tuple[tuple[int, int], ...] = ()
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    turn: int = 0
    angle: float = 0.0
    size: tuple[int, int] = (0, 0)


def unsure(letter: str) -> str:
    """A letter marked as unsure until the text is whole.

    >>> settled("3" + unsure("8") + "60吨")
    '3860吨'
    """
    return chr(_UNSURE + ord(letter))


def is_unsure(letter: str) -> bool:
    """Whether a letter is so marked."""
    return ord(letter) >= _UNSURE


def settled(text: str) -> str:
    """A text without the marks; every letter stays in its place."""
    return "".join(chr(ord(letter) - _UNSURE) if is_unsure(letter) else letter for letter in text)


def overlapping(found: Sequence[Scanned], start: int, end: int) -> tuple[Scanned, ...]:
    """Those of the spans that have something of text[start:end]."""
    return tuple(one for one in found if one.start < end and start < one.end)


def doubted(found: Sequence[Scanned], spans: Sequence[tuple[int, int]]) -> tuple[Scanned, ...]:
    """The same with the figures in these spans of the text unsure as well."""
    return tuple(
        replace(one, unsure=tuple(sorted({*one.unsure, *inside})))
        if (inside := [span for span in spans if one.start <= span[0] < one.end])
        else one
        for one in found
    )


def is_doubtful(found: Sequence[Scanned], start: int, end: int) -> bool:
    """Whether a figure in text[start:end] may be another one."""
    return any(
        first < end and start < last for one in overlapping(found, start, end) for first, last in one.unsure
    )
