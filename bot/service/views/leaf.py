"""A letter leafed through: pages of whole paragraphs, and the page that a passage stands on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby

from bot.service.archive import Archive
from corpus.letter import Letter
from corpus.passage import Kind, Passage

LINK = "L"
_ROOM = 900  # characters of a page: a screen of a phone or two


@dataclass(frozen=True)
class Leaf:
    """Neighbouring paragraphs of one section, short enough for a message."""

    letter: Letter
    passages: tuple[Passage, ...]

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above it."""
        return self.passages[0].section

    @property
    def paragraphs(self) -> list[list[Passage]]:
        """Its passages by paragraph."""
        return [list(group) for _, group in groupby(self.passages, key=lambda passage: passage.paragraph)]


def letter_number(letter_id: str) -> int:
    """A number for a letter that buttons and links can carry; the same after a restart.

    >>> letter_number("2024-jiaojiang-133")
    36511719811724
    """
    return int.from_bytes(blake2b(letter_id.encode(), digest_size=6).digest())


def letter_link(letter_id: str) -> str:
    """What a link to the bot has behind start= to open a letter: only a few characters are allowed there."""
    return f"{LINK}{letter_number(letter_id)}"


def letter_of(archive: Archive, named: str) -> Letter | None:
    """The letter with that id or number."""
    letters = archive.letters
    numbered = {str(letter_number(letter_id)): letter_id for letter_id in letters}
    return letters.get(numbered.get(named, named))


def leaves(letter: Letter, passages: Sequence[Passage]) -> tuple[Leaf, ...]:
    """The letter in pages, in order; headings stand above their pages and are none themselves."""
    body = [passage for passage in passages if passage.kind is not Kind.HEADING]
    return tuple(Leaf(letter, tuple(part)) for part in _parts(body))


def leaf_with(found: Sequence[Leaf], passage_id: str) -> int | None:
    """The place of the page that a passage stands on."""
    for place, leaf in enumerate(found):
        if any(passage.id == passage_id for passage in leaf.passages):
            return place
    return None


def _parts(body: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages of one section together, a new part where the paragraphs or the room end."""
    part: list[Passage] = []
    for passage in body:
        if part and _ends(part, passage):
            yield part
            part = []
        part.append(passage)
    if part:
        yield part


def _ends(part: Sequence[Passage], following: Passage) -> bool:
    if part[-1].section != following.section:
        return True
    length = following.end - part[0].start
    # Rows of a table and lines of a letterhead stay together; paragraphs of prose are pages of their own.
    prose = following.kind is Kind.SENTENCE and part[-1].paragraph != following.paragraph
    return length > _ROOM or prose
