"""Some letters of a library, as a library of their own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answering.library import Hit, Library
from corpus.checking.remark import Remark
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.rule.rule import Rule
    from index.encoder import Nearest


@dataclass(frozen=True)
class Subset:
    """The letters `ids` of a library: nothing else is found in it. Words and their meaning are the whole's."""

    whole: Library
    ids: tuple[str, ...]

    @cached_property
    def letters(self) -> Mapping[str, Letter]:
        """The letters by id."""
        return {name: self.whole.letters[name] for name in self.ids}

    def passages(self, letter_id: str) -> tuple[Passage, ...]:
        """A letter's passages in order."""
        return self.whole.passages(letter_id)

    def passage(self, passage_id: str) -> Passage:
        """One passage."""
        return self.whole.passage(passage_id)

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures of these letters, or of all of the part."""
        return self.whole.figures(self._among(letter_ids))

    def rules(self, letter_ids: Collection[str] | None = None) -> "tuple[Rule, ...]":
        """The rules of these letters, or of all of the part."""
        return self.whole.rules(self._among(letter_ids))

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """What does not agree in a letter."""
        return self.whole.remarks(letter_id)

    def search(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> Sequence[Hit]:
        """The passages nearest to a text, the best first."""
        return self.whole.search(text, self._among(letters), k)

    def containing(self, literal: str, letters: Collection[str] | None = None) -> Sequence[Passage]:
        """The passages that have exactly these words."""
        return self.whole.containing(literal, self._among(letters))

    def has(self, literal: str, letters: Collection[str] | None = None) -> bool:
        """Whether some passage has exactly these words."""
        return self.whole.has(literal, self._among(letters))

    def doubted(self) -> Collection[str]:
        """The letters with figures of pictures that may be others, by id."""
        return self.whole.doubted()

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """A unit vector a text."""
        return self.whole.vectors(texts)

    def nearest(self, question: str, texts: Sequence[str]) -> "Nearest | None":
        """How near the texts come to each word of a question."""
        return self.whole.nearest(question, texts)

    def words(self, text: str) -> list[str]:
        """The words that the model cuts a text into."""
        return self.whole.words(text)

    def _among(self, letters: Collection[str] | None) -> Collection[str]:
        return self.ids if letters is None else letters
