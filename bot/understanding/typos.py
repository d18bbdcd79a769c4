"""Words typed by sound: a run that no letter has, and sounds like one that a letter or a question has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.understanding.segment import BREAK, Segment, Sort
from bot.understanding.vocabulary import Sounds

_LONGEST = 6


@dataclass(frozen=True)
class Correction:
    """text[start:end] of the question is read as `word`."""

    start: int
    end: int
    word: str


def correction(
    text: str, segments: Iterable[Segment], sounds: Callable[[], Iterable[Sounds]]
) -> Correction | None:
    """The longest window over an unknown character that sounds like a known word, or None.

    `sounds` is called where there is an unknown character: loading a pinyin table takes half a second.
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
    for start, end in sorted(windows, key=lambda window: (window[0] - window[1], window[0])):
        for book in sounds():
            word = next(book.alike(text[start:end]), "")
            if word:
                return Correction(start, end, word)
    return None


def corrected(text: str, change: Correction) -> str:
    """The text with the correction made."""
    return text[: change.start] + change.word + text[change.end :]


def _is_chinese(word: str) -> bool:
    return BREAK not in word and all("\u4e00" <= letter <= "\u9fff" for letter in word)
