"""What is made of each letter when it is first looked into, and kept while it is asked about: cards, rows of words."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.answering.library import Library
from bot.matching.card import LetterCards, card, ground
from bot.understanding.lexicon import Lexicon
from corpus.figure import Figure, Status
from corpus.passage import Kind, Passage
from corpus.texts.table import cells, is_number
from corpus.texts.text import plain

T = TypeVar("T")


# Fewer characters of a cell tell no row.
SHORTEST = 3


@dataclass(frozen=True)
class NamedRow:
    """A row of a table, and which of its cells may name it: words, each folded."""

    passage: Passage
    names: tuple[str, ...]


@dataclass(frozen=True)
class Cards:
    """The cards of each letter; at most `limit` are kept, those opened last."""

    library: Library
    lexicon: Lexicon
    limit: int
    _letters: OrderedDict[str, LetterCards] = field(default_factory=OrderedDict)
    _rows: OrderedDict[str, tuple[NamedRow, ...]] = field(default_factory=OrderedDict)
    _others: dict[Callable[..., Any], OrderedDict[str, Any]] = field(default_factory=dict)

    def of_letter(self, letter: str) -> LetterCards:
        """The cards of a letter in the order of its text. KeyError for a letter that is not there."""
        return self._recent(self._letters, letter, self._made)

    def rows(self, letter: str) -> tuple[NamedRow, ...]:
        """The rows of a letter's tables that words name. KeyError for a letter that is not there."""
        return self._recent(self._rows, letter, self._named_rows)

    def kept(self, letter: str, make: Callable[..., T], *given: object) -> T:
        """What `make` makes of a letter and of what else is given, which is always the same: made once."""
        kept: OrderedDict[str, T] = self._others.setdefault(make, OrderedDict())
        return self._recent(kept, letter, lambda of: make(of, *given))

    def _recent(self, kept: OrderedDict[str, T], letter: str, make: Callable[[str], T]) -> T:
        if letter not in kept:
            kept[letter] = make(letter)
        kept.move_to_end(letter)
        while len(kept) > self.limit:
            kept.popitem(last=False)
        return kept[letter]

    def _named_rows(self, letter: str) -> tuple[NamedRow, ...]:
        rows = [one for one in self.library.passages(letter) if one.kind is Kind.ROW]
        return tuple(NamedRow(row, names) for row in rows if (names := tuple(_names(row))))

    def _made(self, name: str) -> LetterCards:
        letter = self.library.letters[name]
        passages = {passage.id: passage for passage in self.library.passages(name)}
        # What a policy promises is no result: rules are told by the ways that know their conditions.
        figures = [one for one in self.library.figures([name]) if one.status is not Status.RULE]
        named = _named(figures)
        grounds = {name: ground(passages[name], letter, self.lexicon) for name in named}
        kept = (one for one in figures if not _is_named(one, named[one.passage]))
        return LetterCards.of(name, (card(one, grounds[one.passage], self.lexicon) for one in kept))


def _names(row: Passage) -> Iterator[str]:
    return (plain(cell) for cell in cells(row.text) if len(cell) >= SHORTEST and not is_number(cell))


def _named(figures: Iterable[Figure]) -> Mapping[str, Sequence[str]]:
    """What the figures of each passage are called."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for figure in figures:
        names[figure.passage].append(plain(figure.name))
    return names


def _is_named(figure: Figure, names: Iterable[str]) -> bool:
    """Whether a quantity is part of what another one is of, and answers nothing: 60周岁及以上老年人13.37万人."""
    raw = plain(figure.quantity.raw)
    return any(_stands_whole(raw, name) for name in names)


def _stands_whole(raw: str, name: str) -> bool:
    """Whether an amount stands in a name, and not as the end of another."""
    place = name.find(raw)
    while place > 0 and (name[place - 1].isdecimal() or name[place - 1] in ".,"):
        place = name.find(raw, place + 1)
    return place >= 0
