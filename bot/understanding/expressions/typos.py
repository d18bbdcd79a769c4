"""Words typed by sound: a run that no letter has, and sounds like one that a letter or a question has."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.understanding.expressions.segment import BREAK, Segment, Sort, standing
from bot.understanding.vocabulary import Sounds

_LONGEST = 6
_PAIR = 2


@dataclass(frozen=True)
class Correction:
    """text[start:end] of the question is read as `word`."""

    start: int
    end: int
    word: str


def correction(
    text: str,
    segments: Sequence[Segment],
    sounds: Callable[[], Sequence[Sounds]],
    language: Sequence[str] = (),
) -> Correction | None:
    """The longest window over an unknown character that sounds like a known word, or None.

    What only looks like one stays as it is: 晚稻 is no 早稻.

    `sounds` gives the letters' words and the question words; it is called where there is an unknown character:
    loading a pinyin table takes half a second. `language` are the words that the text consists of, as the language
    has them: none is cut.
    The window has two characters at least; one of three or more counts before a shorter one.
    """
    words = [segment for segment in segments if segment.sort is Sort.WORD]
    # A word of the language may be typed for another that sounds alike, if enough beside it is right: 高薪技术企业.
    unknown = [segment.start for segment in segments if segment.sort is Sort.UNKNOWN]
    # Two characters that nobody knows are taken apart for the beginning of a name alone: 模具产业 is no 家居产业.
    strange = {place for place in unknown if place - 1 in unknown}
    unknown += [place for word in words for place in range(word.start, word.end)]
    cued = {place for one in segments if one.cue for place in range(one.start, one.end)}
    cuts = {place for word in words for place in range(word.start + 1, word.end)} | _inside(
        text, language, cued
    )
    windows = {
        (start, start + size)
        for place in unknown
        for size in range(2, _LONGEST + 1)
        for start in range(max(0, place - size + 1), place + 1)
        if start + size <= len(text) and _is_chinese(text[start : start + size])
    }
    windows = {
        (start, end)
        for start, end in windows
        if cuts.isdisjoint((start, end)) and _is_anchored(start, end, words, segments)
    }
    ordered = sorted(windows, key=lambda window: (window[0] - window[1], window[0]))
    books = sounds() if ordered else ()
    fillers = (one for one in segments if one.cue and one.cue.slot == "filler")
    talk = {place for one in fillers for place in range(one.start, one.end)}
    edges = {edge for one in segments for edge in (one.start, one.end)}
    for start, end in ordered:
        # Two characters, one of them a word of the question by itself (条增), are mistyped for another such at most;
        # with talk they are what they are: 出了 is no 除了.
        inside = set(range(start, end))
        known = books[1:] if end - start == _PAIR and cued & inside else books
        known = () if end - start == _PAIR and talk & inside else known
        # Nor is a word of the question made of the half of a known one: 价总 of 油价总产值 is no 加总.
        known = known if {start, end} <= edges or end - start > _PAIR else known[:1]
        offered = (
            word
            for book in known
            for word in book.alike(text[start:end])
            if start not in strange or book.begins(word)
        )
        word = next(offered, "")
        if word:
            return Correction(start, end, word)
    return None


def _inside(text: str, language: Sequence[str], cued: Collection[int]) -> set[int]:
    """The places inside the language's words of two characters; of three or more a part may be mistyped: 旅游 | 挣.

    A word that has some of a question word (增多 of 增多少) is none here.
    """
    pairs = [start for start, end in standing(language, text) if end - start == _PAIR]
    return {start + 1 for start in pairs if not {start, start + 1} & set(cued)}


def _is_anchored(start: int, end: int, words: Sequence[Segment], segments: Sequence[Segment]) -> bool:
    """Whether a window has no word of the language in it, or as many characters that figures are called by beside it."""
    inside = sum(len(word.text) for word in words if start <= word.start < end)
    whole = [one for one in segments if start <= one.start and one.end <= end]
    named = sum(len(one.text) for one in whole if one.sort in (Sort.NAME, Sort.TEXT))
    return not inside or named >= inside


def corrected(text: str, change: Correction) -> str:
    """The text with the correction made."""
    return text[: change.start] + change.word + text[change.end :]


def _is_chinese(word: str) -> bool:
    return BREAK not in word and all("\u4e00" <= letter <= "\u9fff" for letter in word)
