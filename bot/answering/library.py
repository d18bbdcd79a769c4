"""What answering needs of an index."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.checking.remark import Remark
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.times.period import Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.rule.rule import Rule
    from index.encoder import Nearest


class Hit(Protocol):
    """A passage found by words and meaning, with its score between 0 and 1."""

    @property
    def passage(self) -> Passage:
        """The passage."""

    @property
    def score(self) -> float:
        """How well it fits, 1 at best."""


class Head(Protocol):
    """A letter without its text."""

    @property
    def id(self) -> str:
        """The letter's id."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def place(self) -> str:
        """The place it is of."""

    @property
    def dated(self) -> date | None:
        """The day it is of."""

    @property
    def period(self) -> Period | None:
        """What it is about as a whole."""


class Library(Protocol):
    """Letters with their passages and figures."""

    @property
    def letters(self) -> Mapping[str, Letter]:
        """All letters by id."""

    def passages(self, letter_id: str) -> tuple[Passage, ...]:
        """A letter's passages in order."""

    def passage(self, passage_id: str) -> Passage:
        """One passage."""

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures of these letters, or of all."""

    def rules(self, letter_ids: Collection[str] | None = None) -> "tuple[Rule, ...]":
        """What the policies among these letters, or among all, give for what."""

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """What does not agree in a letter."""

    def search(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> Sequence[Hit]:
        """The passages nearest to a text, the best first."""

    def containing(self, literal: str, letters: Collection[str] | None = None) -> Sequence[Passage]:
        """The passages that have exactly these words, gaps aside."""

    def has(self, literal: str, letters: Collection[str] | None = None) -> bool:
        """Whether some passage has exactly these words, gaps aside."""

    def doubted(self) -> Collection[str]:
        """The letters with figures of pictures that may be others, by id."""

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """A unit vector a text, (len(texts), dim)."""

    def nearest(self, question: str, texts: Sequence[str]) -> "Nearest | None":
        """How near the texts come to each word of a question; None for a model that has no words by themselves."""

    def words(self, text: str) -> list[str]:
        """The words that the model cuts a text into."""


class Corpus(Library, Protocol):
    """A whole library, with its outline: what is known of many letters before any is read. An index is one."""

    def state(self) -> AbstractContextManager[str]:
        """One state of the letters for all that is asked inside: what it is called. Another thread waits."""

    def heads(self) -> Sequence[Head]:
        """The letters without their texts, by id."""

    def names(self) -> frozenset[str]:
        """What the figures are called, each name once."""

    def figure_places(self) -> Mapping[str, Sequence[str]]:
        """The letters that have figures of each place, by the place."""

    def has_pair(self, pair: str) -> bool:
        """Whether two characters stand together in the texts."""

    def letters_about(
        self, words: Sequence[str], letters: Collection[str] | None = None, limit: int = 200
    ) -> Sequence[str]:
        """The letters of the figures whose name, scope, place or subject has most of the words, best figure first."""

    def letters_saying(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> Sequence[str]:
        """The letters of the passages nearest to a text, that of the best first."""

    def count(self) -> int:
        """How many figures there are."""

    def file(self, letter_id: str) -> Path | None:
        """The file that a letter was read from, None where it is not at hand. KeyError for an unknown letter."""
