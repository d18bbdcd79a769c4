"""How far the words of a question are met by a figure's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bot.matching.card import Card
from bot.understanding.lexicon import Lexicon
from bot.understanding.numbered import Numbered, numbers, tells
from corpus.compiled import compiled
from corpus.texts.text import pairs

# What a character counts that is met in the name, in the clause, in what it stands under, before it in the sentence,
# or in the section's and the letter's titles.
NAME, CLAUSE, SCOPE, BEFORE, ABOVE, SHORT = 1.0, 0.8, 0.75, 0.65, 0.6, 0.9
# A character met alone: chance, unless its neighbours are met too.
SINGLE = 0.5
# Of a run of four characters or more, two that chance to stand together are no meeting.
_LONG = 4
_TOLD = 0.6
# 死亡人数, 火灾起数: that it is counted is no part of what is.
_COUNTED = compiled("(?<=..)[人起件例次户家个张台辆所场笔宗]数$")
_CLASSES = tuple("类级档型组区座栋款股")
# A character before these says which trade: 竹产业 is no 医化产业, 盐业 none either, 锂电产业 no 光电产业.
_TRADE = compiled(".{0,2}?(?:规上工|产|行|工)?业")
# A short form skips no more than this: 技改 of 技术改造, 高企 of 高新技术企业.
_STRETCH = 3
# Each way of answering looks at the same cards with the same words.
_KEPT = 8192


@dataclass(frozen=True)
class Cover:
    """The weight that each character of a question's run is met with, 0 where it is not."""

    words: str
    weights: tuple[float, ...]
    # The same words meet the same texts of many cards.
    _missing: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def share(self) -> float:
        """The mean weight, 0 to 1."""
        return sum(self.weights) / len(self.weights) if self.weights else 1.0

    def untold_head(self, lexicon: Lexicon) -> str:
        """The run's last two characters, which say what is measured, where nothing nearer than a title has them."""
        head = self.words[-2:]
        told = len(head) <= 1 or max(self.weights[-2:]) > ABOVE
        return "" if told or not lexicon.plain.sub("", head) else head

    @cached_property
    def cut_words(self) -> tuple[str, ...]:
        """Single characters that are not met, each with the one behind it that is: 毛竹 of 毛竹林 where there is 竹林."""
        pairs = zip(self.words, self.words[1:], self.weights, self.weights[1:], strict=False)
        return tuple([one + two for one, two, first, second in pairs if first == 0 and second >= CLAUSE])

    @cached_property
    def told_by_titles(self) -> tuple[str, ...]:
        """The pieces of two characters or more that nothing nearer than a title has."""
        if ABOVE not in self.weights:
            return ()
        letters = zip(self.words, self.weights, strict=True)
        marked = "".join([letter if weight == ABOVE else "\x00" for letter, weight in letters])
        return tuple([piece for piece in marked.split("\x00") if len(piece) > 1])

    def _broken(self, terms: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
        """The words that are met in part alone: 农业 is not met by 工业."""
        found = []
        for term in terms:
            place = self.words.find(term)
            if place < 0 or lexicon.is_light(term):
                continue
            if not all(self.weights[place : place + len(term)]):
                found.append(term)
        return tuple(found)

    def missing(self, lexicon: Lexicon, terms: Iterable[str] = ()) -> tuple[str, ...]:
        """The pieces of two characters or more that are not met and are not light words, the broken terms and numbers."""
        asked = tuple(terms)
        if asked not in self._missing:
            self._missing[asked] = self._found_missing(lexicon, asked)
        return self._missing[asked]

    def _found_missing(self, lexicon: Lexicon, terms: Sequence[str]) -> tuple[str, ...]:
        pieces = self._unmet(lexicon)
        broken = (*self._broken(terms, lexicon), *self._other_numbers())
        if not pieces or not broken:
            return (*pieces, *broken)
        return (*pieces, *(term for term in broken if not any(term in one or one in term for one in pieces)))

    def _other_numbers(self) -> tuple[str, ...]:
        """The numbers that are not met: 第11村 is not met by 第1村."""
        return tuple([one.words for one in numbers(self.words) if not self.weights[one.start]])

    def _unmet(self, lexicon: Lexicon) -> tuple[str, ...]:
        counted = _COUNTED.search(self.words)
        end = counted.start() if counted else len(self.words)
        told = len([weight for weight in self.weights[:end] if weight > SINGLE])
        if len(self.words) >= _LONG and told < _TOLD * end:
            return (self.words,)
        pieces: list[str] = []
        piece = ""
        for place, (letter, weight) in enumerate(zip(self.words + "\x00", (*self.weights, 1.0), strict=True)):
            if weight <= SINGLE:
                piece += letter
                continue
            # A letter tells one class from another: D类 is no A类.
            lettered = piece.isascii() and piece.isalpha() and self.words[place : place + 1] in _CLASSES
            trade = _TRADE.match(self.words, place) if len(piece) == 1 else None
            if (len(piece) > 1 or lettered or trade) and not lexicon.is_light(piece):
                pieces.append(piece + trade.group() if trade else piece)
            piece = ""
        return tuple(pieces)


Layers = Sequence[tuple[str, float]]


def layers_of(card: Card) -> Layers:
    """A card's texts with what a character met in each counts."""
    return (
        (card.name, NAME),
        (card.clause, CLAUSE),
        (card.scope, SCOPE),
        (card.before, BEFORE),
        (card.above, ABOVE),
    )


def cover(words: str, layers: Layers, lexicon: Lexicon) -> Cover:
    """How a run of canonical words is met by texts, the chief one first; longer common pieces before shorter.

    A term of the lexicon (生产总值) and a number (第11村) are met as a whole or not at all.
    """
    return _cover(words, tuple(layers), lexicon.terms)


def covered(asked: Iterable[str], layers: Layers, lexicon: Lexicon) -> float | None:
    """How far texts say all that is asked, the shares of the runs added up; None where some of one is missing."""
    covers = [cover(words, layers, lexicon) for words in asked]
    return None if any(one.missing(lexicon) for one in covers) else sum((one.share for one in covers), 0.0)


@lru_cache(maxsize=_KEPT)
def _cover(words: str, layers: tuple[tuple[str, float], ...], terms: re.Pattern[str]) -> Cover:
    name = layers[0][0]
    weights: list[float] = []
    numbered = {one.start: one for one in numbers(words)}
    starts = [*sorted(numbered), len(words)]
    together = "\x00".join([text for text, _ in layers])
    place, end = 0, len(words)
    while place < end:
        number = numbered.get(place)
        if number:
            weights += [_number_met(number, layers)] * len(number.words)
            place += len(number.words)
            continue
        while starts[0] <= place:
            starts.pop(0)
        term = terms.match(words, place)
        if term:
            weight = max([weight for text, weight in layers if term.group() in text], default=0.0)
            weights += [weight] * len(term.group())
            place += len(term.group())
            continue
        rest = words[place : starts[0]]
        pair, size, weight = rest[:2], 0, 0.0
        if pair in together:
            found = [(_common(rest, text), weight) for text, weight in layers if pair in text]
            size, weight = max(found, default=(0, 0.0))
        if size < 2:
            short = _short_form(rest, name) if rest[0] in name else 0
            # 锂电产业 is no short form of 电子信息产业: what stands before it would be left over.
            if short and weights and not weights[-1] and rest[:short].endswith("业"):
                short = 0
            size, weight = (short, SHORT) if short else (1, SINGLE if rest[0] in name else 0.0)
        weights += [weight] * size
        place += size
    return Cover(words, tuple(weights))


def _number_met(number: Numbered, layers: Layers) -> float:
    """The weight of the nearest text that has a number; where the name has another of its kind, the name's alone counts."""
    said = [(numbers(text), weight) for text, weight in layers]
    near = said[:1] if any(one.kind == number.kind != "" for one in said[0][0]) else said
    return max((weight for others, weight in near if tells(number, others)), default=0.0)


def met(name: str, words: str, lexicon: Lexicon) -> float:
    """The share of a figure's name that the question says, light words aside: 1 for an exact name."""
    return _met(name, words, lexicon.plain)


@lru_cache(maxsize=_KEPT)
def _met(name: str, words: str, light: re.Pattern[str]) -> float:
    core = light.sub("", name) or name
    if not core:
        return 0.0
    place = said = 0
    while place < len(core):
        size = _common(core[place:], words)
        if size > 1 or (size == 1 and len(core) == 1):
            said += size
        place += max(size, 1)
    if said == 0 and is_short_form(words, core):
        return SHORT
    return said / len(core)


def names(name: str, words: str) -> bool:
    """Whether the name has two characters of the words together, or they are a short form of some of it."""
    if len(words) == 1:
        return True
    # Asked of each card with each run: a loop takes half of what any() takes.
    for pair in pairs(words):
        if pair in name:
            return True
    return _short_form(words, name) > 0


def excluded(question: str, name: str, groups: Sequence[tuple[str, ...]]) -> bool:
    """Whether the question says a word that the name's word of the same group excludes (规上, but 规下)."""
    said = sides(question, tuple(groups))
    return any((offered := _members(name, group)) and asked.isdisjoint(offered) for group, asked in said)


# Each figure is held against the same question.
@lru_cache(maxsize=64)
def sides(question: str, groups: tuple[tuple[str, ...], ...]) -> list[tuple[tuple[str, ...], set[str]]]:
    """The groups of words that exclude each other of which a question has some, with these."""
    return [(group, asked) for group in groups if (asked := _members(question, group))]


def _members(text: str, group: tuple[str, ...]) -> set[str]:
    """The group's words in the text, a longer one hiding the shorter ones inside it."""
    found: set[str] = set()
    for word in group:
        if word in text:
            found.add(word)
            text = text.replace(word, "\x00")
    return found


def _common(words: str, text: str) -> int:
    """How many of the first characters of `words` stand together somewhere in `text`."""
    size = 0
    while size < len(words) and words[: size + 1] in text:
        size += 1
    return size


def _short_form(words: str, name: str) -> int:
    """How many of the first characters are a short form of some of the name: 技改 of 技术改造; 0 if under two."""
    if not (words[:1] in name and words[1:2] in name):
        return 0
    for size in range(min(4, len(words)), 1, -1):
        if is_short_form(words[:size], name):
            return size
    return 0


def is_short_form(word: str, name: str) -> bool:
    """Whether two to four characters stand in a name in their order, near each other: 技改 of 技术改造."""
    if not 2 <= len(word) <= 4 or word[0] not in name:
        return False
    starts = [place for place, letter in enumerate(name) if letter == word[0]]
    return any(_in_order(word, name[start : start + _STRETCH * len(word)]) for start in starts)


def _in_order(word: str, window: str) -> bool:
    letters = iter(window)
    return all(letter in letters for letter in word)
