"""A question's text cut into question words, words of the letters, and the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.lexicon import Cue, Lexicon
from bot.understanding.vocabulary import Vocabulary

_LONGEST = 12
# A longer run of a text's characters may be two words of the question.
_LONGEST_TEXT = 4


class Sort(StrEnum):
    """Where a segment's word is known from."""

    CUE = "cue"
    NAME = "name"  # stands in a figure's name
    TEXT = "text"  # stands in a letter
    UNKNOWN = "unknown"
    BREAK = "break"  # taken out before: a period, a place, an asked unit


@dataclass(frozen=True)
class Segment:
    """text[start:end] of the canonical question and what it is."""

    text: str
    start: int
    end: int
    sort: Sort
    cue: Cue | None = None


# Weights of the squared length: a cue wins over the same word in a letter, a figure's name over two cues; what
# no one knows is left over only where nothing else goes (规上 增速, not 规上增 速).
_WEIGHTS = {Sort.CUE: 1.0, Sort.NAME: 0.95, Sort.TEXT: 0.4, Sort.UNKNOWN: -1.0, Sort.BREAK: 1.0}
BREAK = "\x00"


def segments(text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> tuple[Segment, ...]:
    """The text cut so that the squared lengths of known words add up highest (longest words win)."""
    sort_of = _sorter(lexicon, vocabulary)
    best: list[tuple[float, Segment | None]] = [(0.0, None)]
    for end in range(1, len(text) + 1):
        best.append(max(_ways(text, end, best, sort_of), key=lambda way: way[0]))
    return _path(best)


def _ways(
    text: str,
    end: int,
    best: list[tuple[float, Segment | None]],
    sort_of: Callable[[str], tuple[Sort, Cue | None] | None],
) -> list[tuple[float, Segment | None]]:
    ways: list[tuple[float, Segment | None]] = []
    for start in range(max(0, end - _LONGEST), end):
        word = text[start:end]
        known = sort_of(word)
        if known is None:
            continue
        sort, cue = known
        score = best[start][0] + _WEIGHTS[sort] * len(word) ** 2
        ways.append((score, Segment(word, start, end, sort, cue)))
    return ways


def _sorter(lexicon: Lexicon, vocabulary: Vocabulary) -> Callable[[str], tuple[Sort, Cue | None] | None]:
    def sort_of(word: str) -> tuple[Sort, Cue | None] | None:
        if word == BREAK:
            return Sort.BREAK, None
        if word in lexicon.cues:
            return Sort.CUE, lexicon.cues[word]
        if len(word) > 1 and (vocabulary.names_have(word) or lexicon.terms.fullmatch(word)):
            return Sort.NAME, None
        if 1 < len(word) <= _LONGEST_TEXT and vocabulary.texts_have(word):
            return Sort.TEXT, None
        return (Sort.UNKNOWN, None) if len(word) == 1 else None

    return sort_of


def _path(best: list[tuple[float, Segment | None]]) -> tuple[Segment, ...]:
    path: list[Segment] = []
    segment = best[-1][1]
    while segment is not None:
        path.append(segment)
        segment = best[segment.start][1]
    return tuple(reversed(path))
