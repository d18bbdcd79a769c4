"""Eras: the time around a sentence, where the title above speaks of a year and of several the one told of last."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.extraction.draft import Draft
from corpus.extraction.times import timing, titles
from corpus.extraction.times.timing import Frame
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.times.period import Period


@dataclass(frozen=True)
class Era:
    """What sentences of a section share: the times of the titles above, what they say, and that of them told last."""

    section: tuple[str, ...]
    above: tuple[Period, ...]
    frame: Frame
    told: Period | None = None


@dataclass(frozen=True)
class Months:
    """The months up to a document's own that a section tells of, None where it tells of no more than the one."""

    section: tuple[str, ...] = ()
    told: Period | None = None


def so_far(before: Months, new: Sequence[Draft], own: Period | None, passage: Passage) -> Months:
    """What is known behind a sentence with its drafts: in a paper on October what follows 1-10月,… is of all ten."""
    if own is None or timing.last_month(own) or not timing.is_month(own):
        return Months(passage.section)
    stated = [draft.period for draft in new if draft.stated and draft.period]
    ends = [one for one in stated if (one.last, one.first.day) == (own.last, 1)]
    if not ends:
        return before if before.section == passage.section else Months(passage.section)
    return Months(passage.section, ends[-1] if timing.last_month(ends[-1]) else None)


def entered(letter: Letter, passage: Passage) -> Era:
    """The era of a section before any of its sentences."""
    above = titles.titled(letter, passage)
    return Era(passage.section, above, _frame(letter, above))


def framed(letter: Letter, passage: Passage, before: Era | None) -> tuple[Frame, Era]:
    """The time around a sentence and the era that it is of; `before` is that of the sentence before."""
    era = before if before and before.section == passage.section else entered(letter, passage)
    frame = era.frame
    if not (frame.mixed or frame.ahead):
        return frame, era
    over = _over(letter, era.above)
    first = over[-1] if frame.ahead else None
    kept = before.told if before and before.above == era.above else first
    told = titles.spoken_of(passage.text, era.above if frame.ahead else over) or kept
    era = replace(era, told=told)
    if told is None:
        return frame, era
    span = told if timing.is_long(told) else None
    return replace(frame, section=told, span=span, mixed=False), era


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
