"""What a question is answered with."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.texts.scanned import Scanned


class Kind(StrEnum):
    """The three kinds of reply."""

    ANSWER = "answer"
    NOT_FOUND = "not_found"
    CHAT = "chat"


@dataclass(frozen=True)
class Cited:
    """A passage with the letter it stands in."""

    passage: Passage
    letter: Letter


@dataclass(frozen=True)
class Cutout:
    """Words of a letter that were recognised in the picture of a page, counted from 1.

    `start` is where their passage begins in the letter's text, `lines` are where they stand on the page; the
    recogniser's confidence is 0 to 1, and `doubtful` says that a figure in them may be another.
    """

    letter: str
    page: int
    start: int
    words: str
    confidence: float
    doubtful: bool
    lines: tuple[Scanned, ...]

    @property
    def sureness(self) -> str:
        """The confidence as it is told: 97%; never 100%, for nothing that was recognised is certain."""
        return f"{min(int(100 * self.confidence), 99)}%"


@dataclass(frozen=True)
class Answer:
    """A reply to one question. `choices` are complete questions to choose from when it asks back.

    `results` are what `working` comes to, with their units; `cutouts` are where in pictures of pages it stands.
    """

    kind: Kind
    headline: str
    figures: tuple[Figure, ...] = ()
    working: str = ""
    cited: tuple[Cited, ...] = ()
    remarks: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    cutouts: tuple[Cutout, ...] = ()
