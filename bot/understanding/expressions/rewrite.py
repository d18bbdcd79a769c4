"""Words replaced by others, the longest word at a place first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Rewrite:
    """Words, in lower case, and what each becomes; Latin letters are compared without regard to their case.

    >>> Rewrite({"汽配": "汽车零配件"})("汽配产值")
    ('汽车零配件产值', (0, 0, 0, 0, 1, 2, 3))
    """

    words: Mapping[str, str]

    def text(self, text: str) -> str:
        """The rewritten text alone."""
        out: list[str] = []
        end = 0
        for start, stop, word in self._found(text):
            out += text[end:start], word
            end = stop
        return "".join([*out, text[end:]]) if out else text

    def __call__(self, text: str) -> tuple[str, tuple[int, ...]]:
        """The rewritten text, and for each of its characters the offset in `text` it comes from."""
        out: list[str] = []
        origins: list[int] = []
        end = 0
        for start, stop, word in self._found(text):
            out += text[end:start], word
            origins += range(end, start)
            origins += _spread(start, stop, len(word))
            end = stop
        origins += range(end, len(text))
        return "".join([*out, text[end:]]), tuple(origins)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """From left to right where a word stands."""
        return ((start, stop) for start, stop, _ in self._found(text))

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """From left to right where a word stands, and what it becomes."""
        folded = text.casefold()
        if len(folded) != len(text):  # İ becomes two characters: it stays as it is
            folded = "".join(low if len(low := letter.casefold()) == 1 else letter for letter in text)
        end = 0
        # Looked up by its first character: a pattern of so many words tries each of them at each place.
        for place, letter in enumerate(folded):
            if letter in self._by_start and place >= end:
                word = next((one for one in self._by_start[letter] if folded.startswith(one, place)), "")
                if word:
                    end = place + len(word)
                    yield place, end, self.words[word]

    @cached_property
    def _by_start(self) -> Mapping[str, tuple[str, ...]]:
        """The words by their first character, the longest first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words, key=len, reverse=True):
            found[word[0]].append(word)
        return {start: tuple(words) for start, words in found.items()}


def _spread(start: int, end: int, size: int) -> list[int]:
    """`size` offsets from start to end - 1, rising: where each character of a rewritten word comes from."""
    return [start + index * (end - start - 1) // max(size - 1, 1) for index in range(size)]
