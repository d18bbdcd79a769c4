"""The cards of the letters, made when a letter is first looked into and kept while it is asked about."""

import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answering.card import Drawer, card
from bot.answering.library import Library
from bot.understanding.lexicon import Lexicon
from corpus.figure import Figure, Status
from corpus.passage import Kind, Passage
from corpus.table import cells, is_number
from corpus.text import plain

_SHORTEST = 3  # characters of a name that tells a row


@dataclass(frozen=True)
class Cabinet:
    """A drawer of cards a letter; at most `limit` are kept, those opened last."""

    library: Library
    lexicon: Lexicon
    limit: int
    _drawers: OrderedDict[str, Drawer] = field(default_factory=OrderedDict)

    def drawer(self, letter: str) -> Drawer:
        """The cards of a letter in the order of its text. KeyError for a letter that is not there."""
        if letter not in self._drawers:
            self._drawers[letter] = self._made(letter)
        self._drawers.move_to_end(letter)
        while len(self._drawers) > self.limit:
            self._drawers.popitem(last=False)
        return self._drawers[letter]

    def _made(self, name: str) -> Drawer:
        letter = self.library.letters[name]
        passages = {passage.id: passage for passage in self.library.passages(name)}
        # What a policy promises is no result: rules are told by the ways that know their conditions.
        figures = [one for one in self.library.figures([name]) if one.status is not Status.RULE]
        named = _named(figures)
        kept = (one for one in figures if not _is_named(one, named[one.passage]))
        return Drawer.of(
            name,
            (card(figure, letter, passages[figure.passage], self.lexicon) for figure in kept),
            (plain(name) for passage in passages.values() for name in row_names(passage)),
        )


def row_names(passage: Passage) -> Iterator[str]:
    """The words of a table's row that may name it."""
    if passage.kind is Kind.ROW:
        yield from (name for name in cells(passage.text) if len(name) >= _SHORTEST and not is_number(name))


def _named(figures: Iterable[Figure]) -> Mapping[str, Sequence[str]]:
    """What the figures of each passage are called."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for figure in figures:
        names[figure.passage].append(plain(figure.name))
    return names


def _is_named(figure: Figure, names: Iterable[str]) -> bool:
    """Whether a quantity is part of what another one is of, and answers nothing: 60周岁及以上老年人13.37万人."""
    raw = plain(figure.quantity.raw)
    # Most stand in no name: no pattern is made for those.
    return any(raw in name and re.search(rf"(?<![\d.,]){re.escape(raw)}", name) for name in names)
