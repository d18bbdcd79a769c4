"""What a database is asked: one interface, whichever keeps the index."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from index.rows.outline import Head, Size
from index.searching.ranking import Candidate, Statistics, Tuning

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

# What a word in a figure's own name tells, and one that stands above it.
NAME, SCOPE = 4.0, 1.0
# BM25's constants where passages and figures are proposed; those of the ranking are in Tuning.
SATURATION, EVENING = 1.2, 0.75
# Scores are told apart to so many places: what sums in another order may differ in the last of them.
PLACES = 9


class Reader(Protocol):
    """One state of an index. `letters` narrows to these, None to none; numbers are those of passages."""

    @property
    def state(self) -> str:
        """What this state is called: another one after every change."""

    def letters(self) -> list[str]:
        """The ids of the letters, in order."""

    def letter_count(self) -> int:
        """How many there are."""

    def letter(self, name: str) -> str | None:
        """A letter's record."""

    def passages(self, name: str) -> str | None:
        """The record of a letter's passages."""

    def remarks(self, name: str) -> str | None:
        """The record of a letter's remarks."""

    def rules(self) -> list[tuple[str, str]]:
        """The letters that have rules, each with the record of its rules, in order."""

    def figures(self, name: str) -> list[str]:
        """The records of a letter's figures, in order."""

    def refused(self) -> list[str]:
        """The files that give no letter: a line each."""

    def unread(self) -> list[tuple[str, str]]:
        """The letters whose files were not read whole, each with what was left out, a line each."""

    def file(self, name: str) -> str | None:
        """The name of the file that a letter was read from, in the corpus folder."""

    def sizes(self) -> dict[str, Size]:
        """How much is known of each letter, by id, in order."""

    def heads(self) -> list[Head]:
        """Every letter's head, by id."""

    def names(self) -> list[str]:
        """What the figures are called, each name once."""

    def figure_places(self) -> list[tuple[str, str]]:
        """The places that figures are of, each with each letter that has one, in the order of the letters."""

    def has_word(self, word: str) -> bool:
        """Whether a word stands in a searched passage or around it."""

    def count(self) -> int:
        """How many figures there are."""

    def statistics(self) -> Statistics:
        """What the passages say of words, no word counted yet."""

    def counts(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many passages each of the words stands that stands in any."""

    def matched(self, words: Sequence[str], letters: Collection[str] | None, tuning: Tuning) -> list[int]:
        """The passages that BM25 finds best, best first."""

    def letters_of_figures(
        self, words: Sequence[str], letters: Collection[str] | None, limit: int
    ) -> list[str]:
        """The letter of each of the figures that BM25 finds best, best first."""

    def has(self, literal: str, letters: Collection[str] | None) -> bool:
        """Whether a literal stands in the folded text of some passage."""

    def doubted(self) -> list[str]:
        """The letters with figures of pictures that may be others, in order."""

    def containing(self, literal: str, letters: Collection[str] | None) -> list[int]:
        """The passages in whose folded text a literal stands, in order."""

    def literally(self, literal: str, pairs: Sequence[str], letters: Collection[str] | None) -> list[int]:
        """The same among the searched passages, narrowed down by the literal's pairs of characters."""

    def candidates(self, numbers: Sequence[int]) -> dict[int, Candidate]:
        """The passages with these numbers, in this order."""

    def places(self, numbers: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Where each of these passages is: its letter and its position there."""

    def nearest(self, vector: "Vector", count: int, letters: Collection[str] | None) -> list[int]:
        """The searched passages nearest to a unit vector, best first."""

    def cosines(self, vector: "Vector", numbers: Sequence[int]) -> dict[int, float]:
        """How near each of these passages is to a unit vector."""


class Store(Protocol):
    """Where an index is kept."""

    @property
    def place(self) -> str:
        """For people: a path, or an address without its password."""

    def reading(self) -> AbstractContextManager[Reader]:
        """One state for all that is asked inside. One thread at a time."""

    def close(self) -> None:
        """Let go of it."""
