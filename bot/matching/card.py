"""A figure as a question sees it: its name, its clause, what stands above it, all in canonical words."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice

from bot.understanding.lexicon import Lexicon
from corpus.compiled import compiled
from corpus.extraction.lexicon import head
from corpus.figure import Figure, Measure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.texts.text import Folded, fold, pairs

_TOPICS = ("提案名称", "联系单位", "发布机构")
# Fewer characters behind a quantity are its noun (家企业), not a predicate.
_TAIL_LEAST = 4
# A comma between digits belongs to the number.
_CLAUSE_END = compiled(r"(?<!\d)[,;:。!?(]|[,;:。!?](?!\d)")


@dataclass(frozen=True)
class Card:
    """A figure with the words that may meet a question's.

    `name` is the figure's own, `clause` the clause it stands in, `before` the sentence up to that clause,
    `scope` what it stands under, `above` the section's and the letter's titles, `tail` the clause behind the figure.
    """

    figure: Figure
    letter: Letter
    name: str
    clause: str
    before: str
    scope: str
    above: str
    tail: str = ""

    def tail_unsaid(self, words: str) -> float:
        """How much of what the clause says behind its quantity the words do not say, 0 to 1."""
        rest = self._tail_pairs
        return sum(pair not in words for pair in rest) / len(rest) if rest else 0.0

    @cached_property
    def _tail_pairs(self) -> list[str]:
        rest = self.tail.replace(self.name, "")
        return pairs(rest) if len(rest) >= _TAIL_LEAST else []

    @cached_property
    def family(self) -> tuple[object, ...]:
        """What figures of one thing share: a level and its growth are of one family."""
        figure = self.figure
        return figure.letter, self.name, figure.place, figure.status, figure.days


@dataclass(frozen=True)
class LetterCards:
    """The cards of one letter, found by pairs of characters.

    `texts` holds each text of the cards once, with the places in `cards` of those that have it.
    """

    letter: str
    cards: tuple[Card, ...]
    texts: Mapping[str, tuple[int, ...]]
    _having: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, letter: str, cards: Iterable[Card]) -> "LetterCards":
        """The same of these cards."""
        kept = tuple(cards)
        texts: defaultdict[str, list[int]] = defaultdict(list)
        for number, card in enumerate(kept):
            for text in (card.name, card.clause, card.before, card.scope, card.above):
                texts[text].append(number)
        return cls(letter, kept, {text: tuple(numbers) for text, numbers in texts.items()})

    def having(self, pair: str) -> tuple[int, ...]:
        """The places in `cards` of those that have two neighbouring characters anywhere, in order."""
        if pair not in self._having:
            found = {number for text, numbers in self.texts.items() if pair in text for number in numbers}
            self._having[pair] = tuple(sorted(found))
        return self._having[pair]

    @cached_property
    def levelled(self) -> frozenset[str]:
        """The ids of the figures that stand in one passage with a level of the same thing, or are one."""
        levels = {
            (one.family, one.figure.passage) for one in self.cards if one.figure.measure is Measure.LEVEL
        }
        return frozenset(one.figure.id for one in self.cards if (one.family, one.figure.passage) in levels)

    @cached_property
    def by_figure(self) -> Mapping[str, Card]:
        """The cards by the ids of their figures."""
        return {card.figure.id: card for card in self.cards}

    @cached_property
    def by_family(self) -> Mapping[tuple[object, ...], tuple[Card, ...]]:
        """The cards of each family, in the order of the text."""
        families: defaultdict[tuple[object, ...], list[Card]] = defaultdict(list)
        for card in self.cards:
            families[card.family].append(card)
        return {family: tuple(cards) for family, cards in families.items()}


@dataclass(frozen=True)
class Catalogue:
    """The cards of several letters."""

    by_letter: tuple[LetterCards, ...]
    _had: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All cards in order."""
        return tuple(card for one in self.by_letter for card in one.cards)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The number of each letter's first card."""
        sizes = (len(one.cards) for one in self.by_letter)
        return tuple(accumulate(sizes, initial=0))[:-1]

    @cached_property
    def _by_letter(self) -> Mapping[str, LetterCards]:
        return {one.letter: one for one in self.by_letter}

    def has_level(self, card: Card) -> bool:
        """Whether a level of the same thing stands in a card's passage, or it is one."""
        return card.figure.id in self._by_letter[card.figure.letter].levelled

    def near(self, words: str, limit: int, fits: Callable[[Card], bool]) -> list[Card]:
        """At most `limit` cards that have most of the words' pairs, rarer pairs counting more, and `limit` that fit."""
        scores: defaultdict[int, float] = defaultdict(float)
        for pair in pairs(words):
            numbers = self._having(pair)
            for number in numbers:
                scores[number] += 1 / (1 + len(numbers) / len(self.cards))
        ranked = [self.cards[number] for number in sorted(scores, key=lambda one: (-scores[one], one))]
        return [*ranked[:limit], *islice(filter(fits, ranked[limit:]), limit)]

    def has(self, pair: str) -> bool:
        """Whether some card has two neighbouring characters."""
        if pair not in self._had:
            self._had[pair] = any(one.having(pair) for one in self.by_letter)
        return self._had[pair]

    def _having(self, pair: str) -> list[int]:
        """The numbers of the cards that have two neighbouring characters."""
        return [
            start + number
            for start, one in zip(self._starts, self.by_letter, strict=True)
            for number in one.having(pair)
        ]


@dataclass(frozen=True)
class Ground:
    """What the cards of the figures of one passage have in common: the folded passage, where its clauses end, the titles
    that it stands under, what stands above it."""

    passage: Passage
    letter: Letter
    folded: Folded
    ends: tuple[int, ...]
    titles: frozenset[str]
    above: str


def ground(passage: Passage, letter: Letter, lexicon: Lexicon) -> Ground:
    """The same of a passage of a letter."""
    folded = fold(passage.text, passage.start)
    return Ground(
        passage,
        letter,
        folded,
        tuple(match.end() for match in _CLAUSE_END.finditer(folded.text)),
        frozenset(map(lexicon.canonical, passage.section)),
        _lines((*passage.section, *topics(letter)), lexicon),
    )


def card(figure: Figure, on: Ground, lexicon: Lexicon) -> Card:
    """The card of a figure that stands in this passage."""
    before, clause, tail = _clause(figure, on)
    # A section's title is no nearer for standing in the scope too.
    own = (text for text in figure.scope if lexicon.canonical(text) not in on.titles)
    name = lexicon.canonical(figure.name)
    implied = (meant for word, meant in lexicon.implied if word in name)
    scope = (*own, *implied, figure.whole, figure.basis, figure.place)
    return Card(
        figure,
        on.letter,
        name,
        lexicon.canonical(clause),
        lexicon.canonical(before),
        _lines(scope, lexicon),
        on.above,
        lexicon.canonical(tail),
    )


def _lines(texts: Iterable[str], lexicon: Lexicon) -> str:
    return "\n".join(lexicon.canonical(text) for text in texts if text)


def topics(letter: Letter) -> tuple[str, ...]:
    """What a letter as a whole is about and who wrote it: its title, the title of what it answers, its issuer."""
    return letter.title, letter.issuer, *(fact.value for fact in letter.facts if fact.name in _TOPICS)


def _clause(figure: Figure, on: Ground) -> tuple[str, str, str]:
    """The folded sentence up to the figure's clause, the clause, and the clause behind the figure.

    Of a table row all is the clause, and nothing is behind.
    """
    folded, ends = on.folded, on.ends
    if on.passage.kind is not Kind.SENTENCE:
        return "", folded.text, ""
    place = folded.place(figure.quantity.start, 0)
    behind = folded.place(figure.quantity.end, len(folded.text))
    clause = bisect_right(ends, place)
    start = ends[clause - 1] if clause else 0
    end = ends[clause] if clause < len(ends) else len(folded.text)
    tail, *next_amount = re.split(r"\d", folded.text[behind:end], maxsplit=1)
    if next_amount and head(tail):
        tail = ""  # 3.1万脱贫人口人均纯收入16802元: what is behind the first amount names the second
    return folded.text[:start], folded.text[start:end], tail.rstrip(",;:。、和")
