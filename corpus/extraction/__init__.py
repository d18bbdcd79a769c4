"""Figures of a letter: every quantity with what it is of, from prose and from tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.extraction import mood
from corpus.extraction.draft import Draft, figure
from corpus.extraction.marked import mark
from corpus.extraction.phrase import phrase
from corpus.extraction.prose import Setting, drafts
from corpus.extraction.timing import Frame
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.period import Period, periods
from corpus.quantity import quantities
from corpus.rank import ranks
from corpus.text import fold

__all__ = ["figures"]


def figures(letter: Letter, passages: Sequence[Passage]) -> tuple[Figure, ...]:
    """The figures of a letter in the order of its text; `passages` are all of its passages."""
    found: list[Draft] = []
    running: Period | None = None
    paragraph = -1
    for passage in passages:
        if passage.kind is not Kind.SENTENCE:
            continue
        if passage.paragraph != paragraph:
            running, paragraph = None, passage.paragraph
        frame = Frame(letter.dated, _section_period(letter, passage), letter.period, running)
        folded = fold(passage.text, passage.start)
        dated = periods(folded, letter.dated, _year(frame), frame.default)
        marked = mark(passage, folded, quantities(folded), ranks(folded), dated)
        setting = Setting(
            letter.place, passage.section, mood.plans(passage.section), frame, tuple(found)
        )
        new = drafts(marked, setting)
        running = _running(new, letter) or running
        found += new
    return tuple(figure(draft, letter) for draft in found)


def _running(new: Sequence[Draft], letter: Letter) -> Period | None:
    """The period that a sentence hands on: the only one it states, unless it goes back to one before."""
    stated = [draft.period for draft in new if draft.stated and not draft.predicate.moves and not draft.group]
    days = {(period.first, period.last) for period in stated if period}
    if len(days) != 1 or not stated[0]:
        return None
    return stated[0] if not letter.period or stated[0].last >= letter.period.first else None


def _year(frame: Frame) -> int | None:
    period = frame.default
    return period.last.year if period else None


def _section_period(letter: Letter, passage: Passage) -> Period | None:
    """The period that the nearest title states."""
    for title in reversed(passage.section):
        dated = periods(fold(title), letter.dated, letter.period.last.year if letter.period else None)
        # 今年以来的情况 says no more than the letter's own period.
        whole = [one.period for one in dated if "来" not in one.period.raw]
        if whole:
            return whole[-1]
    return None
