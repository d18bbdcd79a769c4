"""Zones: pieces of a text that may say something of a figure, and where they say it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.compiled import compiled
from corpus.evidence.stated import Stated, Where
from corpus.extraction.lexicon import both
from corpus.runtime.frozen import dataclass
from corpus.texts.text import Folded

_NEAR = 8  # rows that are looked into one by one
_LEAST = 2  # characters of a piece of a name that stands apart from its sentence
# What words are made of, and not the numbers of a table's cells.
_WORD = compiled(r"[^\x00-\x7f]+|[A-Za-z]+")
_OWN = (Where.SENTENCE, Where.TABLE)


@dataclass(frozen=True)
class Zone:
    """A piece of the text that may say something of a figure."""

    where: Where
    folded: Folded

    def first(self, names: Sequence[str]) -> "tuple[Zone, str] | None":
        """The zone itself with the first of the names that it has."""
        text = self.folded.text
        for name in names:
            if name in text:
                return self, name
        return None

    def span(self, slot: str, names: Sequence[str]) -> Stated | None:
        """Where it has the first of the names that it has."""
        found = self.first(names)
        return span_of(slot, *found) if found else None

    def told(self, test: Callable[["Zone"], str]) -> "tuple[Zone, str] | None":
        """The zone itself with the word that a test finds in it."""
        word = test(self)
        return (self, word) if word else None


class Table:
    """The rows of a table from the first on, with the pairs of characters that are in each, one of them a letter of a word.

    A name that a row far above has is found without going through those between.
    """

    def __init__(self) -> None:
        self._zones: list[Zone] = []
        self._pairs: dict[str, list[int]] = {}
        # Of some words, the last row that has them among so many: the next row that asks looks into the rows since.
        self._last: dict[str, tuple[int, int]] = {}
        # Of each row and test, the last row before it in which the test finds a word, and the word.
        self._told: dict[Callable[[Zone], str], list[tuple[int, str]]] = {}
        # Where a row has the words of a slot: the figures of many rows are called by what stands in one above them.
        self._spans: dict[tuple[str, str, int], Stated] = {}

    def __len__(self) -> int:
        return len(self._zones)

    def __getitem__(self, place: int) -> Zone:
        return self._zones[place]

    def add(self, zone: Zone) -> None:
        """One row more."""
        place, text = len(self._zones), zone.folded.text
        for pair in {piece for run in _WORD.finditer(text) for piece in _around(text, *run.span())}:
            known = self._pairs.get(pair)
            if known is None:
                self._pairs[pair] = [place]
            else:
                known.append(place)
        self._zones.append(zone)

    def last(self, words: str, before: int) -> int:
        """The last row with some words before another, -1 where there is none."""
        place, known = self._last.get(words, (-1, 0))
        if known <= before < known + _NEAR:
            for at in range(before - 1, known - 1, -1):
                if words in self._zones[at].folded.text:
                    place = at
                    break
        else:
            place = self._searched(words, before)
        self._last[words] = place, before
        return place

    def span_of(self, slot: str, words: str, place: int) -> Stated:
        """Where a row that has some words has them last."""
        key = slot, words, place
        found = self._spans.get(key)
        if found is None:
            found = self._spans[key] = span_of(slot, self._zones[place], words)
        return found

    def _searched(self, words: str, before: int) -> int:
        places: Sequence[int] = range(before)
        # From the end: what is put together of a row and a column most often ends as no row does.
        for at in range(max(0, len(words) - 2), -1, -1):
            pair = words[at : at + 2]
            if pair.isascii() and not any(map(str.isalpha, pair)):
                continue
            found = self._pairs.get(pair)
            if not found:
                return -1
            places = found if len(found) < len(places) else places
        near = (places[at] for at in range(bisect_left(places, before) - 1, -1, -1))
        return next((place for place in near if words in self._zones[place].folded.text), -1)

    def last_told(self, test: Callable[[Zone], str], before: int) -> tuple[int, str]:
        """The last row before another in which a test finds a word, and the word; -1 where it finds none."""
        told = self._told.setdefault(test, [(-1, "")])
        for place in range(len(told) - 1, before):
            word = test(self._zones[place])
            told.append((place, word) if word else told[-1])
        return told[before]


def _around(text: str, start: int, end: int) -> Iterator[str]:
    """The letters of a word and every two neighbours of which one is of it."""
    yield from text[start:end]
    for place in range(max(0, start - 1), min(end, len(text) - 1)):
        yield text[place : place + 2]


@dataclass(frozen=True)
class Above:
    """The rows above one of a table, the nearest first, asked as one zone is."""

    table: Table
    count: int

    def first(self, names: Sequence[str]) -> tuple[Zone, str] | None:
        """The nearest row that has one of the names, with the first that it has."""
        place, name = self._nearest(names)
        return (self.table[place], name) if place >= 0 else None

    def span(self, slot: str, names: Sequence[str]) -> Stated | None:
        """Where the nearest row that has one of the names has it."""
        place, name = self._nearest(names)
        return self.table.span_of(slot, name, place) if place >= 0 else None

    def _nearest(self, names: Sequence[str]) -> tuple[int, str]:
        if not self.count or not names:
            return -1, ""
        if len(names) == 1:
            return self.table.last(names[0], self.count), names[0]
        found = [(self.table.last(name, self.count), name) for name in names]
        return max(found, key=lambda one: one[0])

    def told(self, test: Callable[[Zone], str]) -> tuple[Zone, str] | None:
        """The nearest row in which a test finds a word, with the word."""
        place, word = self.table.last_told(test, self.count)
        return (self.table[place], word) if place >= 0 else None


Around = Sequence[Zone | Above]


def nearest(slot: str, names: Sequence[str], zones: Iterable[Zone | Above]) -> Stated | None:
    """Where the first of the zones that has one of the names has it, None where none does."""
    for zone in zones:
        found = zone.span(slot, names)
        if found:
            return found
    return None


def span_of(slot: str, zone: Zone, words: str) -> Stated:
    """Where a zone that has some words has them last, before inside a longer word: I类 beside III类."""
    text = zone.folded.text
    whole = start = text.rindex(words)
    latin = _is_latin(words[0])
    while latin and whole > 0 and _is_latin(text[whole - 1]):
        whole = text.rfind(words, 0, whole + len(words) - 1)
    start = whole if whole >= 0 else start
    return Stated(slot, zone.where, *zone.folded.printed(start, start + len(words)))


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def spans_of(slot: str, words: str, near: Around) -> Iterable[Stated]:
    """Where the words of a name stand: together, or the pieces that it is put together of."""
    whole = nearest(slot, (words,), near)
    return (whole,) if whole else _apart(slot, words, near)


def _apart(slot: str, words: str, near: Around) -> Iterator[Stated]:
    """Where the pieces stand that a name is put together of, which stands nowhere whole."""
    pieces = _pieces(slot, words, near)
    if pieces:
        yield from pieces
        return
    for printed in _together(words):
        double = nearest(slot, (printed,), near)
        if double:
            yield double
            return


def _pieces(slot: str, words: str, near: Around) -> list[Stated]:
    """The pieces that make up all of some words, none where a character is said nowhere."""
    made: list[Stated] = []
    place = 0
    while place < len(words):
        piece, zone = _piece(words[place:], near)
        if zone is None:
            return []
        made.append(span_of(slot, zone, piece))
        place += len(piece)
    return made


def _together(words: str) -> Iterator[str]:
    """What names two at once, one of them in the words: 城乡居民 for 城镇居民."""
    for double, members in both().items():
        for member in members:
            if member in words:
                yield words.replace(member, double)
                yield double


def _piece(words: str, near: Around) -> tuple[str, Zone | None]:
    """The longest beginning of some words that a zone has; single characters count in the own sentence or table."""
    for size in range(len(words), 0, -1):
        beginning = (words[:size],)
        for one in near:
            found = one.first(beginning)
            if found and (size >= _LEAST or found[0].where in _OWN):
                return beginning[0], found[0]
    return "", None
