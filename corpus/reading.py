"""A letter read: its passages, figures, remarks and rules."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.checking.check import remarks
from corpus.checking.remark import Remark
from corpus.document.metadata import letter
from corpus.evidence.evidence import Evidence
from corpus.extraction.figures import figures
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage, passages
from corpus.rule.figures import ruled
from corpus.rule.rule import Rule
from corpus.rule.rules import rules
from corpus.runtime.replace import replace
from corpus.source import Source
from corpus.source import read as read_source
from corpus.texts.scanned import doubted, is_doubtful, overlapping

# What stands behind the number of a year, a month, a day or a quarter.
_OF_TIME = ("年", "月", "日", "季")


@dataclass(frozen=True)
class Reading:
    """All that is known of one letter, and what of its file was not read. Plain data: it can be stored and compared."""

    letter: Letter
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    remarks: tuple[Remark, ...]
    rules: tuple[Rule, ...] = ()
    unread: tuple[str, ...] = ()


def read(path: Path) -> Reading:
    """The reading of a document's file. Raises UnreadableSource."""
    return read_letter(read_source(path))


def read_letter(source: Source) -> Reading:
    """The reading of a source. What may be another figure in a picture is none, nor what the letter itself contradicts."""
    found = letter(source)
    cut = passages(found)
    doubted_in = {one.id for one in cut if is_doubtful(found.scanned, one.start, one.end)}
    given = tuple(rule for rule in rules(found, cut) if rule.passage not in doubted_in)
    made = ruled(_told(found, cut), given, found, cut)
    said = remarks(found, cut, made)
    if not found.scanned:
        return Reading(found, cut, made, said, given, source.unread)
    undated = {one.id for one in cut if _is_undated(found, one)}
    unsure = {one.id for one in made if one.passage in undated or _is_doubtful(found, one)}
    # A sum that does not hold because of what was not read surely says nothing of the letter.
    said = tuple(remark for remark in said if not unsure.intersection(remark.figures))
    against = {figure for remark in said for figure in remark.figures}
    spans = [(one.quantity.start, one.quantity.end) for one in made if one.id in against]
    found = replace(found, scanned=doubted(found.scanned, spans))
    sure = tuple(one for one in made if one.id not in unsure | against)
    return Reading(found, cut, sure, said, given, source.unread)


def _told(found: Letter, cut: Sequence[Passage]) -> list[Figure]:
    """The figures with where their labels are said; each goes as the one with them comes: there may be many."""
    evidence, drawn = Evidence(found, cut), deque(figures(found, cut))
    return [evidence.of(drawn.popleft()) for _ in range(len(drawn))]


def _is_doubtful(found: Letter, one: Figure) -> bool:
    return is_doubtful(found.scanned, one.quantity.start, one.quantity.end)


def _is_undated(found: Letter, passage: Passage) -> bool:
    """Whether the day or the year in a passage may be another: its figures may be of another time then."""
    return any(
        found.text[end : end + 1] in _OF_TIME
        for one in overlapping(found.scanned, passage.start, passage.end)
        for start, end in one.unsure
        if passage.start <= start < passage.end
    )
