"""Words typed by sound: a run that no letter has, and sounds like one that a letter or a question has."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Hamming

from bot.understanding.segment import BREAK, Segment, Sort
from bot.understanding.vocabulary import Sounds

_LONGEST = 6
_PAIR = 2
# Shorter words have too many neighbours to be told by all but one character.
_SHAPED = 4


@dataclass(frozen=True)
class Correction:
    """text[start:end] of the question is read as `word`."""

    start: int
    end: int
    word: str


def correction(
    text: str, segments: Sequence[Segment], sounds: Callable[[], Sequence[Sounds]], parts: Collection[str]
) -> Correction | None:
    """The longest window over an unknown character that sounds or looks like a known word, or None.

    `sounds` gives the letters' words and the question words; it is called where there is an unknown character:
    loading a pinyin table takes half a second.
    `parts` are the words of the letters: one of them, of four characters or more, may differ in a single one.
    The window has two characters at least; one of three or more counts before a shorter one.
    """
    unknown = [segment.start for segment in segments if segment.sort is Sort.UNKNOWN]
    windows = {
        (start, start + size)
        for place in unknown
        for size in range(2, _LONGEST + 1)
        for start in range(max(0, place - size + 1), place + 1)
        if start + size <= len(text) and _is_chinese(text[start : start + size])
    }
    ordered = sorted(windows, key=lambda window: (window[0] - window[1], window[0]))
    books = sounds() if ordered else ()
    cued = {place for one in segments if one.cue for place in range(one.start, one.end)}
    for start, end in ordered:
        # Two characters, one of them a word of the question by itself (及其), are mistyped for another such at most.
        known = books[1:] if end - start == _PAIR and cued & set(range(start, end)) else books
        word = next((word for book in known for word in book.alike(text[start:end])), "")
        if word:
            return Correction(start, end, word)
    edges = {edge for one in segments for edge in (one.start, one.end)}
    for start, end in ordered:
        whole = end - start >= _SHAPED and {start, end} <= edges
        word = _one_off(text[start:end], parts) if whole else ""
        # The character that is off is one that no letter has there.
        if word and all(
            text[place] == word[place - start] or place in unknown for place in range(start, end)
        ):
            return Correction(start, end, word)
    return None


def _one_off(word: str, parts: Collection[str]) -> str:
    """The word of the letters that differs in one character alone, "" if none or several do."""
    alike = [part for part in parts if len(part) == len(word)]
    found = process.extract(word, alike, scorer=Hamming.distance, score_cutoff=1, limit=2)
    return found[0][0] if len(found) == 1 else ""


def corrected(text: str, change: Correction) -> str:
    """The text with the correction made."""
    return text[: change.start] + change.word + text[change.end :]


def _is_chinese(word: str) -> bool:
    return BREAK not in word and all("\u4e00" <= letter <= "\u9fff" for letter in word)
