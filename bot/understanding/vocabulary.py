"""The corpus's own words: what figures are called, what stands in the texts, which places there are."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product

from bot.understanding.lexicon import Lexicon, second_readings
from bot.understanding.numbered import numbers
from corpus.compiled import compiled
from corpus.texts.text import pairs

_LONGEST_NAME = 8
# Nor does one begin with the last character of another (制造业, 增长率).
_NO_START = frozenset("业率额量值者们化")
# What asks for a growth is no part of what grows, whatever a name has it for.
_PACE = compiled("增速|增幅|涨幅|降幅")
# No word of a question begins or ends with one of these; a long name may have them inside.
_NO_EDGE = frozenset("的占比和与及、为是在有达共其各较对了,;:()")

_RATIO = "比"


@dataclass(frozen=True)
class Vocabulary:
    """Canonical words of figures' names, pairs of characters of the texts, and places by every short form.

    `names` are the distinct canonical names, `parts` every run of 2 to 8 characters of them,
    `pairs` every two neighbouring characters of the texts, `places` full names by alias (临江 → 临江区),
    `own` the places that letters are of, `homes` the place of the letter by that of a figure which is a part of it (小椒江 → 椒江区).
    """

    names: frozenset[str]
    parts: frozenset[str]
    pairs: Container[str]
    places: Mapping[str, str]
    homes: Mapping[str, str]
    own: frozenset[str]

    def names_have(self, word: str) -> bool:
        """Whether the word is part of some figure's name."""
        return word in self.parts

    def texts_have(self, word: str) -> bool:
        """Whether every two neighbouring characters of the word stand together in some letter."""
        if word[0] in _NO_EDGE or word[-1] in _NO_EDGE:
            return False
        return all(pair in self.pairs for pair in pairs(word))

    @cached_property
    def ratios(self) -> re.Pattern[str]:
        """Every name that ends as a comparison would begin: 存贷比."""
        named = [name for name in self.names if name.endswith(_RATIO)]
        return re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))) or "(?!)")

    @cached_property
    def counted(self) -> frozenset[str]:
        """The kinds of things that figures' names count through: 期 of 一期工程."""
        return frozenset(one.kind for name in self.names for one in numbers(name))

    @cached_property
    def place_words(self) -> re.Pattern[str]:
        """Every form of a place's name, the longest first."""
        return re.compile("|".join(map(re.escape, sorted(self.places, key=len, reverse=True))) or "(?!)")

    @cached_property
    def sounds(self) -> "Sounds":
        """The same words by their pinyin. Made when the first unknown word comes."""
        return Sounds.of([*self.names, *self.places])


@dataclass(frozen=True)
class Pairs:
    """Pairs of characters: `known` ones, and those that texts too many to be gone through `have`, asked as they come."""

    known: frozenset[str]
    have: Callable[[str], bool]
    _asked: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def __contains__(self, pair: object) -> bool:
        if pair in self.known or not isinstance(pair, str):
            return isinstance(pair, str)
        if pair not in self._asked:
            self._asked[pair] = self.have(pair)
        return self._asked[pair]


class Grown:
    """The pairs of characters of texts of which there are more each time: those that were there are not gone through again."""

    def __init__(self) -> None:
        self._texts: frozenset[str] = frozenset()
        self._pairs: frozenset[str] = frozenset()

    def of(self, texts: frozenset[str], canonical: Callable[[str], str]) -> frozenset[str]:
        """The pairs of these texts as they are compared. Where one has gone, all are gone through."""
        known = self._pairs if self._texts <= texts else frozenset()
        fresh = texts - self._texts if self._texts <= texts else texts
        self._pairs = known | pairs_of(map(canonical, fresh))
        self._texts = texts
        return self._pairs


@dataclass(frozen=True)
class Sounds:
    """Where in the vocabulary two neighbouring syllables stand: word and offset by the pair of syllables.

    Of `whole` words no piece is offered.
    """

    at: Mapping[tuple[str, str], tuple[tuple[str, int], ...]]
    names: frozenset[str]
    whole: bool = False

    @classmethod
    def of(cls, words: Iterable[str], *, whole: bool = False) -> "Sounds":
        """The places of every two neighbouring syllables in these words."""
        names = frozenset(words)
        at: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for word in sorted(names):
            sounds = readings(word)
            for place in range(len(sounds) - 1):
                for pair in product(sounds[place], sounds[place + 1]):
                    at[pair].append((word, place))
        return cls({pair: tuple(places) for pair, places in at.items()}, names, whole)

    def alike(self, word: str) -> Iterator[str]:
        """The words of the vocabulary, or pieces of them, that sound like this one of two or more characters.

        >>> list(Sounds.of(["电子信息产业"]).alike("电字信息"))
        ['电子信息']
        """
        wanted = readings(word)
        offered = [self.at.get(pair, ()) for pair in product(wanted[0], wanted[1])]
        for name, place in sorted({one for found in offered for one in found}):
            piece = name[place : place + len(wanted)]
            if self.whole and piece != name:
                continue
            if piece != word and len(piece) == len(wanted) and _sound_alike(readings(piece), wanted):
                yield piece

    def begins(self, piece: str) -> bool:
        """Whether some word of the vocabulary begins with this."""
        return any(name.startswith(piece) for name in self.names)


def readings(word: str) -> tuple[tuple[str, ...], ...]:
    """The toneless pinyin that each character may have; other characters as they are.

    >>> readings("还款")
    (('hai', 'huan'), ('kuan',))
    """
    return tuple(map(_sounds_of, word))


# Of the characters in use, each in every window over it.
@lru_cache(8192)
def _sounds_of(letter: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*syllables(letter), *second_readings().get(letter, ()))))


def syllables(word: str) -> tuple[str, ...]:
    """The first toneless pinyin of each character; other characters as they are."""
    # Loading pypinyin's tables takes a tenth of a second; most questions have no unknown word.
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(list(word), style=Style.NORMAL))


def _sound_alike(one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> bool:
    return all(not set(first).isdisjoint(second) for first, second in zip(one, other, strict=True))


def vocabulary(
    names: Iterable[str],
    pairs: Container[str],
    places: Mapping[str, str],
    homes: Mapping[str, str],
    own: frozenset[str],
    lexicon: Lexicon,
) -> Vocabulary:
    """The vocabulary of figures' names, of texts with these pairs of characters, and of places."""
    canonical = frozenset(_bare(lexicon.canonical(name), lexicon) for name in names)
    parts = frozenset(part for name in canonical for part in _parts(name, lexicon))
    return Vocabulary(canonical, parts, pairs, places, homes, own)


def pairs_of(texts: Iterable[str]) -> frozenset[str]:
    """Every two neighbouring characters of the texts that are no mark or gap."""
    return frozenset(filter(_is_word, {pair for text in texts for pair in pairs(text)}))


def _is_word(pair: str) -> bool:
    """Whether neither of two characters is a mark or a gap."""
    return all(letter.isalnum() or letter in "+%." for letter in pair)


def _bare(name: str, lexicon: Lexicon) -> str:
    """The name without a word of growth at its end: 增速 asks for a growth, whatever stands before it."""
    cue = next((name[start:] for start in range(len(name)) if name[start:] in lexicon.cues), "")
    is_measure = cue and lexicon.cues[cue].slot == "measure" and len(cue) < len(name)
    return name.removesuffix(cue) if is_measure else name


def _parts(name: str, lexicon: Lexicon) -> Iterator[str]:
    """The runs of a name that may be words of a question: none cuts a term (总产值) in two."""
    inside = {place for term in lexicon.terms.finditer(name) for place in range(term.start() + 1, term.end())}
    for start in range(len(name)):
        for end in range(start + 2, min(len(name), start + _LONGEST_NAME) + 1):
            cuts = start in inside or end in inside or _PACE.search(name[start:end])
            # 存贷比 is all of a name to its end.
            ends = name[end - 1] not in _NO_EDGE or (end == len(name) and name.endswith(_RATIO))
            if not cuts and name[start] not in _NO_EDGE | _NO_START and ends:
                yield name[start:end]
