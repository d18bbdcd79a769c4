"""A question being read: what was found so far is masked, the rest is still to be understood."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.understanding.expressions.segment import BREAK, Segment
from bot.understanding.expressions.typos import Correction
from bot.understanding.question import Question
from corpus.figure import Status
from corpus.times.period import Period

# What a cue or a pattern of these names says.
STATUSES = {"target": Status.TARGET, "result": Status.RESULT}


@dataclass(frozen=True)
class Draft:
    """`text` has what was found masked; `canonical` is it in the letters' words, `origins` its offsets in `text`.

    `words` are words of the language in it, where some of it is in no figure's name.
    `anchor` is the day of 今年, `current` the period spoken of in the dialogue. `found` holds the slots filled.
    """

    anchor: date | None
    current: Period | None = None
    text: str = ""
    canonical: str = ""
    origins: tuple[int, ...] = ()
    segments: tuple[Segment, ...] = ()
    words: frozenset[str] = frozenset()
    found: Question = field(default_factory=lambda: Question(""))

    def in_text(self, change: Correction) -> Correction:
        """A correction of the canonical text as one of the text before."""
        return Correction(self.origins[change.start], self.origins[change.end - 1] + 1, change.word)


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these spans masked, as long as before."""
    for start, end in spans:
        text = text[:start] + BREAK * (end - start) + text[end:]
    return text
