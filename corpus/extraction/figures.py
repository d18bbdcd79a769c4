"""Figures of a letter: every quantity with what it is of, from prose and from tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from corpus.extraction import mood, timing
from corpus.extraction.clause import Setting
from corpus.extraction.draft import Draft, figure
from corpus.extraction.marked import mark
from corpus.extraction.prose import drafts
from corpus.extraction.rows import table
from corpus.extraction.tablenote import noted
from corpus.extraction.timing import Frame
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.period import Period, periods
from corpus.quantity import quantities
from corpus.rank import ranks
from corpus.text import fold

_NOTES = 6  # sentences below a table that may be notes to it
_BAR = re.compile(r"[|｜]")
_STOP = re.compile(r"[。；！？]")
_SENTENCE = 12  # characters of the shortest cell that is a sentence
# The number of an item is no part of a name: 2. 15个项目, 3、茶叶, (4)茶叶.
_NUMBER = re.compile(r"\s*(?:\d{1,2}(?:[.．]\s+|[、.．](?=\D))|[(（]\d{1,2}[)）])\s*")


def figures(letter: Letter, passages: Sequence[Passage]) -> tuple[Figure, ...]:
    """The figures of a letter in the order of its text; `passages` are all of its passages."""
    found: list[Draft] = []
    blocks = [(kind, list(block)) for kind, block in groupby(passages, _block)]
    behind: list[list[Passage]] = [*(block for _, block in blocks[1:]), []]
    for (kind, block), below in zip(blocks, behind, strict=False):
        if kind is Kind.SENTENCE:
            _read(letter, block, found)
        elif kind is Kind.ROW:
            units = noted(passage.text for passage in below[:_NOTES])
            for rows in _tables(block):
                found += table(rows, _frame(letter, rows[0]), units)
                for cell in _prose(rows):
                    _read(letter, [cell], found)
    return tuple(figure(draft, letter) for draft in found)


def _prose(rows: Iterable[Passage]) -> Iterator[Passage]:
    """The cells of rows that are sentences, each as a passage of its own."""
    for passage in rows:
        bounds = [-1, *(bar.start() for bar in _BAR.finditer(passage.text)), len(passage.text)]
        for before, after in pairwise(bounds):
            words = passage.text[before + 1 : after]
            if len(words) >= _SENTENCE and _STOP.search(words):
                start = passage.start + before + 1
                yield replace(passage, start=start, end=start + len(words), text=words)


def _block(passage: Passage) -> Kind:
    """What is read together: a table's captions and rows, and runs of sentences."""
    return Kind.ROW if passage.kind is Kind.CAPTION else passage.kind


def _tables(block: Iterable[Passage]) -> Iterator[list[Passage]]:
    """The tables of a block: a caption behind a row begins the next one."""
    rows: list[Passage] = []
    for passage in block:
        if passage.kind is Kind.CAPTION and rows and rows[-1].kind is Kind.ROW:
            yield rows
            rows = []
        rows.append(passage)
    yield rows


def _read(letter: Letter, sentences: Iterable[Passage], found: list[Draft]) -> None:
    """Adds the drafts of a run of sentences, each read in the light of those before."""
    running: Draft | None = None
    paragraph = -1
    for passage in sentences:
        if passage.paragraph != paragraph:
            running, paragraph = None, passage.paragraph
        frame = _frame(letter, passage)
        if running:
            frame = replace(frame, running=running.period, running_status=running.status)
        number = _NUMBER.match(passage.text)
        skipped = number.end() if number else 0
        folded = fold(passage.text[skipped:], passage.start + skipped)
        year = _year(frame.default, letter)
        dated = periods(folded, letter.dated, year, frame.default)
        marked = mark(passage, folded, quantities(folded), ranks(folded), dated)
        planned = mood.plans(passage.section, frame.section, letter.dated)
        reviewed = mood.reviews(passage.section)
        setting = Setting(letter.place, passage.section, planned, frame, tuple(found), reviewed)
        new = drafts(marked, setting)
        running = _running(new, letter) or running
        found += new


def _year(about: Period | None, letter: Letter) -> int | None:
    """The year that 前三季度 is of: the one spoken of, where several are the letter's own."""
    if about and about.first.year < about.last.year and letter.dated:
        return letter.dated.year
    return about.year if about else None


def _frame(letter: Letter, passage: Passage) -> Frame:
    return Frame(letter.dated, _section_period(letter, passage), letter.period)


def _running(new: Sequence[Draft], letter: Letter) -> Draft | None:
    """What states the period that a sentence hands on: the only one it has, unless it goes back to one before."""
    alone = [draft for draft in new if not (draft.predicate.moves or draft.group or draft.local)]
    stated = [(draft.period, draft) for draft in alone if draft.stated and draft.period]
    if len({(period.first, period.last) for period, _ in stated}) != 1:
        return None
    period, draft = stated[0]
    goes_on = not letter.period or period.last >= letter.period.first
    return draft if goes_on and not timing.is_start(period) else None


def _section_period(letter: Letter, passage: Passage) -> Period | None:
    """The period that the nearest title states."""
    year = letter.period.year if letter.period else None
    for title in reversed(passage.section):
        # 今年以来的情况 says no more than the letter's own period.
        dated = [one.period for one in periods(fold(title), letter.dated, year) if "来" not in one.period.raw]
        own = [period for period in dated if letter.period and period.same_days(letter.period)]
        if dated:
            return (own or dated)[-1]
    return None
