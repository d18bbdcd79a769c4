"""Zones: pieces of a text that may say something of a figure, and where they say it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.extraction.lexicon import both
from corpus.stated import Stated, Where
from corpus.text import Folded

_LEAST = 2  # characters of a piece of a name that stands apart from its sentence


@dataclass(frozen=True)
class Zone:
    """A piece of the text that may say something of a figure."""

    where: Where
    folded: Folded


def nearest(slot: str, names: Sequence[str], zones: Iterable[Zone]) -> Stated | None:
    """Where the first of the zones that has one of the names has it, None where none does."""
    return next(
        (span_of(slot, zone, name) for zone in zones for name in names if name in zone.folded.text), None
    )


def span_of(slot: str, zone: Zone, words: str) -> Stated:
    """Where a zone that has some words has them last."""
    start = zone.folded.text.rindex(words)
    return Stated(slot, zone.where, *zone.folded.printed(start, start + len(words)))


def spans_of(slot: str, words: str, around: Sequence[Zone]) -> Iterator[Stated]:
    """Where the words of a name stand: together, or the pieces that it is put together of."""
    if not words:
        return
    near = [zone for zone in around if zone.where is not Where.LETTERHEAD]
    whole = nearest(slot, (words,), near)
    pieces = [whole] if whole else _pieces(slot, words, near)
    if pieces:
        yield from pieces
        return
    for printed in _together(words):
        double = nearest(slot, (printed,), near)
        if double:
            yield double
            return


def _pieces(slot: str, words: str, near: Sequence[Zone]) -> list[Stated]:
    """The pieces that make up all of some words, none where a character is said nowhere."""
    made: list[Stated] = []
    place = 0
    while place < len(words):
        piece, zone = _piece(words[place:], near)
        if zone is None:
            return []
        made.append(span_of(slot, zone, piece))
        place += len(piece)
    return made


def _together(words: str) -> Iterator[str]:
    """What names two at once, one of them in the words: 城乡居民 for 城镇居民."""
    for double, members in both().items():
        for member in members:
            if member in words:
                yield words.replace(member, double)
                yield double


def _piece(words: str, near: Sequence[Zone]) -> tuple[str, Zone | None]:
    """The longest beginning of some words that a zone has; single characters count in the own sentence or table."""
    for size in range(len(words), 0, -1):
        piece = words[:size]
        for zone in near:
            if piece in zone.folded.text and (size >= _LEAST or zone.where in (Where.SENTENCE, Where.TABLE)):
                return piece, zone
    return "", None
