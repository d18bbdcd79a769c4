"""A letter read: its passages, figures, remarks and rules."""

from dataclasses import dataclass
from pathlib import Path

from corpus.check import remarks
from corpus.extraction.figures import figures
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.metadata import letter
from corpus.passage import Passage, passages
from corpus.remark import Remark
from corpus.rule.rule import Rule
from corpus.rule.rules import ruled, rules
from corpus.scanned import is_doubtful
from corpus.source import Source
from corpus.source import read as read_source


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
    """The reading of a source."""
    found = letter(source)
    cut = passages(found)
    # What may be another figure is none.
    doubted = {one.id for one in cut if is_doubtful(found.scanned, one.start, one.end)}
    given = tuple(rule for rule in rules(found, cut) if rule.passage not in doubted)
    sure = tuple(one for one in figures(found, cut) if not _is_doubtful(found, one))
    made = ruled(sure, given)
    return Reading(found, cut, made, remarks(found, cut, made), given, source.unread)


def _is_doubtful(found: Letter, one: Figure) -> bool:
    return is_doubtful(found.scanned, one.quantity.start, one.quantity.end)
