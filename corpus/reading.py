"""A letter read: its passages, figures and remarks."""

from dataclasses import dataclass

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.remark import Remark


@dataclass(frozen=True)
class Reading:
    """All that is known of one letter. Plain data: it can be stored and compared."""

    letter: Letter
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    remarks: tuple[Remark, ...]
