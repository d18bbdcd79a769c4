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
            letter.place, passage.section, mood.plans(passage.section), frame, "", tuple(found)
        )
        new = drafts(marked, setting)
        stated = [draft.period for draft in new if draft.stated and draft.predicate.moves != "from"]
        if stated and stated[0] and (not letter.period or stated[0].last >= letter.period.first):
            running = stated[0]
        found += new
    return tuple(figure(draft, letter) for draft in found)


def _year(frame: Frame) -> int | None:
    period = frame.default
    return period.last.year if period else None


def _section_period(letter: Letter, passage: Passage) -> Period | None:
    """The period that the nearest title states."""
    for title in reversed(passage.section):
        dated = periods(fold(title), letter.dated, letter.period.last.year if letter.period else None)
        if dated:
            return dated[-1].period
    return None
