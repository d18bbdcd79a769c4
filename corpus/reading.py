"""A letter read: its passages, figures, remarks and rules."""

from dataclasses import dataclass
from pathlib import Path

from corpus.check import remarks
from corpus.extraction import figures
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.metadata import letter
from corpus.passage import Passage, passages
from corpus.remark import Remark
from corpus.rule import Rule, ruled, rules
from corpus.source import Source
from corpus.source import read as read_source


@dataclass(frozen=True)
class Reading:
    """All that is known of one letter. Plain data: it can be stored and compared."""

    letter: Letter
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    remarks: tuple[Remark, ...]
    rules: tuple[Rule, ...] = ()


def read(path: Path) -> Reading:
    """The reading of a document's file. Raises UnreadableSource."""
    return read_letter(read_source(path))


def read_letter(source: Source) -> Reading:
    """The reading of a source."""
    found = letter(source)
    cut = passages(found)
    given = rules(found, cut)
    made = ruled(figures(found, cut), given)
    return Reading(found, cut, made, remarks(found, cut, made), given)
