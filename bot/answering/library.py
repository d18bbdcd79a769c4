"""What answering needs of an index."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.remark import Remark

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Hit(Protocol):
    """A passage found by words and meaning, with its score between 0 and 1."""

    @property
    def passage(self) -> Passage:
        """The passage."""

    @property
    def score(self) -> float:
        """How well it fits, 1 at best."""


class Library(Protocol):
    """The letters with their passages and figures. An index is one."""

    @property
    def letters(self) -> Mapping[str, Letter]:
        """All letters by id."""

    def passages(self, letter_id: str) -> tuple[Passage, ...]:
        """A letter's passages in order."""

    def passage(self, passage_id: str) -> Passage:
        """One passage."""

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures of these letters, or of all."""

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """What does not agree in a letter."""

    def search(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> Sequence[Hit]:
        """The passages nearest to a text, the best first."""

    def containing(self, literal: str, letters: Collection[str] | None = None) -> Sequence[Passage]:
        """The passages that have exactly these words, gaps aside."""

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """A unit vector a text, (len(texts), dim)."""

    def words(self, text: str) -> list[str]:
        """The words that the model cuts a text into."""
