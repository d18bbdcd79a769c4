"""Everyday words and what papers print for them, any one of which stands for the word where a paper has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from bot.tables import table
from bot.understanding.expressions.rewrite import Rewrite
from bot.understanding.expressions.thesaurus import thesaurus


@dataclass(frozen=True)
class Lay:
    """The words of lay.toml, each with what papers print for it."""

    words: Mapping[str, tuple[str, ...]]

    def terms(self, word: str) -> tuple[str, ...]:
        """What papers print for a word, () for one that they print themselves."""
        return (*self.words.get(word, ()), *thesaurus().terms(word))

    def parted(self, text: str) -> Iterator[tuple[str, bool]]:
        """A text cut at its everyday words, each with whether it is one.

        >>> list(lay().parted("开超市的"))
        [('开', False), ('超市', True), ('的', False)]
        """
        end = 0
        for start, stop in self._found.spans(text):
            if start > end:
                yield text[end:start], False
            yield text[start:stop], True
            end = stop
        if end < len(text):
            yield text[end:], False

    def in_terms(self, text: str) -> str:
        """A text with behind it what papers print for its everyday words."""
        return text + "".join("".join(self.words[text[start:stop]]) for start, stop in self.spans(text))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where everyday words stand in a text."""
        return self._found.spans(text)

    @cached_property
    def _found(self) -> Rewrite:
        return Rewrite({word: word for word in self.words})


@cache
def lay() -> Lay:
    """The shipped words. Read once: they are data that never change while the program runs."""
    return Lay({word: tuple(terms) for word, terms in table("lay")["words"].items()})
