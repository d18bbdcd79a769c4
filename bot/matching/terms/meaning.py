"""Words for words by meaning: what a question calls 乡下 the letters call 农村."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answering.library import Library
from bot.matching.terms.cover import excluded
from bot.understanding.lexicon import Lexicon
from corpus.compiled import compiled
from corpus.texts.text import pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Measured on pairs of words with the shipped model: of one meaning 0.68 to 0.96 (养老院 养老机构, 乡下 农村, 补助 补贴),
# neighbours of one kind at most 0.66 (春茶 茶园; 出口 进口 0.47).
_LEAST = 0.67
_MOST = 3
_CHINESE = compiled("[一-鿿]{2,3}")


@dataclass(frozen=True)
class Meaning:
    """The words of the figures' names with their vectors, made when the first word has no letter to stand in."""

    library: Library
    names: frozenset[str]
    lexicon: Lexicon

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the names, two characters or more, each once; of 农村居民 also 农村 and 居民."""
        whole = {word for name in self.names for word in self.library.words(name) if len(word) > 1}
        halves = {half for word in whole if len(word) == 4 for half in (word[:2], word[2:])}
        return tuple(sorted(whole | halves | {name for name in self.names if 1 < len(name) <= 6}))

    @cached_property
    def _vectors(self) -> "NDArray[np.float32]":
        return self.library.vectors(list(self.words))

    def alternatives(self, word: str) -> list[str]:
        """At most three words of the names that mean the same as this one, the nearest first.

        None for a word that the names have themselves, all or some of it: what such a word asks for is known, and
        where a letter does not have it another word would be another thing.
        """
        # The words come last: to cut the names takes the model.
        if not _CHINESE.fullmatch(word) or any(pair in self._pairs for pair in pairs(word)) or not self.words:
            return []
        likeness = self._vectors @ self.library.vectors([word])[0]
        ranked = sorted(range(len(self.words)), key=lambda place: -likeness[place])[:_MOST]
        near = [self.words[place] for place in ranked if likeness[place] >= _LEAST]
        return [other for other in near if not excluded(word, other, self.lexicon.exclusive)]

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(pair for name in self.names for pair in pairs(name))
