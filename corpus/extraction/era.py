"""Eras: the time around a sentence, where the title above speaks of a year and of several the one told of last."""

from collections.abc import Sequence

from corpus.extraction import timing, titles
from corpus.extraction.timing import Frame
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.period import Period
from corpus.replace import replace

Era = tuple[tuple[Period, ...], Period | None]  # the times of a title, and that of them which was told last
NO_ERA: Era = (), None


def framed(letter: Letter, passage: Passage, before: Era) -> tuple[Frame, Era]:
    """The time around a sentence and the era that it is of; `before` is that of the sentence before."""
    above = titles.titled(letter, passage)
    frame = _frame(letter, above)
    if not (frame.mixed or frame.ahead):
        return frame, before
    over = _over(letter, above)
    told = titles.spoken_of(passage.text, above if frame.ahead else over)
    first = over[-1] if frame.ahead else None
    era = told or (before[1] if before[0] == above else first)
    if era is None:
        return frame, (above, None)
    span = era if timing.is_long(era) else None
    return replace(frame, section=era, span=span, mixed=False), (above, era)


def _frame(letter: Letter, above: tuple[Period, ...]) -> Frame:
    span = next((one for one in above if one.first.year < one.last.year), None)
    over = _over(letter, above)
    ahead = next((one for one in above if over and one not in over), None)
    named = bool(titles.stated(letter.title, letter.dated, None))
    section = titles.section_period(letter, over if ahead else above)
    several = len(over) > 1 and len({timing.is_long(one) for one in over}) > 1
    return Frame(letter.dated, section, letter.period, span=span, mixed=several, ahead=ahead, titled=named)


def _over(letter: Letter, told: Sequence[Period]) -> list[Period]:
    """The times of a title that are over."""
    return [one for one in told if letter.dated and one.last <= letter.dated]
