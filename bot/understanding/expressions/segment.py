"""A question's text cut into question words, words of the letters, and the rest."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from bot.understanding.lexicon import Cue, Lexicon
from bot.understanding.vocabulary import Vocabulary

_LONGEST = 12
_KEPT = 2**14  # pieces
# A longer run of a text's characters may be two words of the question.
_LONGEST_TEXT = 4


class Sort(StrEnum):
    """Where a segment's word is known from."""

    CUE = "cue"
    NAME = "name"  # stands in a figure's name
    TEXT = "text"  # stands in a letter
    WORD = "word"  # a word of the language that stands in no letter
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
_WEIGHTS = {
    Sort.CUE: 1.0,
    Sort.NAME: 0.95,
    Sort.TEXT: 0.4,
    Sort.WORD: 1.2,
    Sort.UNKNOWN: -1.0,
    Sort.BREAK: 1.0,
}
BREAK = "\x00"

# What a piece of a text is, and what it adds where it is one of its segments; None for one that is none.
Sorter = Callable[[str], tuple[float, Sort, Cue | None] | None]
# What cuts a text into words of the language.
Words = Callable[[str], Sequence[str]]
_Way = tuple[float, int, Sort, Cue | None]
_SCORE: Callable[[_Way], float] = itemgetter(0)


def segments(text: str, known: Sorter, words: frozenset[str] = frozenset()) -> tuple[Segment, ...]:
    """The text cut so that the squared lengths of known words add up highest (longest words win).

    `words` are words of the language that stand in no letter: none is cut.
    """
    whole = [match.span() for word in words for match in re.finditer(re.escape(word), text)]
    best: list[tuple[float, Segment | None]] = [(0.0, None)]
    for end in range(1, len(text) + 1):
        ways = _ways(text, end, best, known, words)
        uncut = [way for way in ways if not cuts(way[1], end, whole)] if whole else ways
        # Of the many ways that there are one is made a segment.
        score, start, sort, cue = max(uncut or ways, key=_SCORE)
        best.append((score, Segment(text[start:end], start, end, sort, cue)))
    return _path(best)


def cuts(start: int, end: int, words: Iterable[tuple[int, int]]) -> bool:
    """Whether a segment of two characters or more has one end inside a word and the other one outside: 米产量 of 大米产量."""
    return end - start > 1 and any(
        (first < start < last < end) or (start < first < end < last) for first, last in words
    )


def _ways(
    text: str,
    end: int,
    best: Sequence[tuple[float, Segment | None]],
    known: Sorter,
    words: frozenset[str],
) -> list[_Way]:
    """The segments that may end there: what all of the text up to there has at best, where it begins, what it is."""
    ways: list[_Way] = []
    for start in range(max(0, end - _LONGEST), end):
        piece = text[start:end]
        if piece in words:
            ways.append((best[start][0] + _added(Sort.WORD, piece), start, Sort.WORD, None))
        elif found := known(piece):
            ways.append((best[start][0] + found[0], start, found[1], found[2]))
    return ways


def _added(sort: Sort, word: str) -> float:
    return float(_WEIGHTS[sort] * len(word) ** 2)


def standing(words: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where each of a text's words begins and ends in it, one behind the other; none of a word that is not there."""
    end = 0
    for word in words:
        start = text.find(word, end)
        if start >= 0:
            end = start + len(word)
            yield start, end


# What is written with nothing else is no word to be met.
NUMERALS = frozenset("零一二三四五六七八九十百千万亿几两半多")
_ASKING = ("哪", "啥", "什么", "何", "谁")


def foreign_words(
    parts: Sequence[Segment], words: Sequence[str], single: frozenset[str], *, ordered: bool = True
) -> frozenset[str]:
    """Of the words of the segmented text those of two characters or more that have an unknown one.

    就业 is one where the letters have neither it nor 业 by itself, and 就 is talk. `ordered` words are all that
    the text consists of, one behind the other; of these numerals and words of a question are left out.
    """
    text = "".join(segment.text for segment in parts)
    unknown = {segment.start for segment in parts if segment.sort is Sort.UNKNOWN}
    # 业增速 of a letter's 产业增速 is no word of 就业增速: what a text has may begin inside a word of the question; and what a
    # name has, behind a word of a question: 米产 of 大米产量.
    texts = {segment.start: segment for segment in parts if segment.sort is Sort.TEXT}
    texts |= {after.start: after for before, after in pairwise(parts) if is_cut_off(before, after, single)}
    # 天开 of 哪天开的 cuts in two what asks, and is no word.
    asking = (one for one in parts if one.cue and one.text.startswith(_ASKING))
    cued = {place for one in asking for place in range(one.start + 1, one.end)}
    found: set[str] = set()
    places = standing(words, text) if ordered else (one for word in words for one in standing([word], text))
    for start, end in places:
        word = text[start:end]
        counts = ordered and not NUMERALS.isdisjoint(word)
        cut = any(start < place < end < texts[place].end for place in range(start + 1, end) if place in texts)
        astride = start in cued or end in cued
        if (
            len(word) > 1
            and not counts
            and not astride
            and (cut or not unknown.isdisjoint(range(start, end)))
        ):
            found.add(word)
    return frozenset(found)


def is_cut_off(before: Segment, after: Segment, single: frozenset[str]) -> bool:
    """Whether a single character that is a word of a question may be the beginning of what stands behind it: 大|米产量."""
    return before.sort is Sort.CUE and before.text in single and after.sort is Sort.NAME


def sorter(lexicon: Lexicon, vocabulary: Vocabulary) -> Sorter:
    """What tells the pieces of texts: words of a question, of names, of letters. A question is read in several ways, of
    the same pieces: what they are is kept."""

    def sort_of(word: str) -> tuple[Sort, Cue | None] | None:
        if word == BREAK:
            return Sort.BREAK, None
        if word in lexicon.cues:
            return Sort.CUE, lexicon.cues[word]
        if len(word) == 1:
            return Sort.UNKNOWN, None
        if vocabulary.names_have(word) or lexicon.is_term(word):
            return Sort.NAME, None
        return (Sort.TEXT, None) if len(word) <= _LONGEST_TEXT and vocabulary.texts_have(word) else None

    @lru_cache(_KEPT)
    def known(word: str) -> tuple[float, Sort, Cue | None] | None:
        found = sort_of(word)
        return (_added(found[0], word), *found) if found else None

    return known


def _path(best: list[tuple[float, Segment | None]]) -> tuple[Segment, ...]:
    path: list[Segment] = []
    segment = best[-1][1]
    while segment is not None:
        path.append(segment)
        segment = best[segment.start][1]
    return tuple(reversed(path))
