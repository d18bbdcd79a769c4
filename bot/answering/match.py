"""The figures that meet a wish, best first, and what of it the best one does not meet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial

from bot.answering.apart import in_sentence, only_before, other_first
from bot.answering.card import Card, Catalogue
from bot.answering.cover import Cover, cover, excluded, layers_of, met, names
from bot.answering.measured import measures, on_terms
from bot.answering.timefit import period_fit
from bot.answering.wish import Wish
from bot.understanding.lexicon import Lexicon
from corpus.figure import Figure, Measure, Status
from corpus.place import contains, level
from corpus.text import plain
from index.recent import Recent

_CANDIDATES = 80
# Each way of answering has the same wishes.
_KEPT = 32


class Lack(StrEnum):
    """What of a wish a figure does not meet, besides words."""

    PLACE = "place"
    PERIOD = "period"
    STATUS = "status"
    MEASURE = "measure"
    KIND = "kind"


@dataclass(frozen=True)
class Match:
    """A figure for a wish: how well it fits, the asked words it does not meet, and the slots."""

    card: Card
    score: float
    missing: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()

    @property
    def meets(self) -> bool:
        """Whether every narrowing word and slot of the wish is met."""
        return not self.missing and not self.lacks

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.card.figure


# What a slot adds that fits, and takes that does not; a word of the question counts as much as all of them.
_FIT = 0.5
_UNMET = 2.5
# A clause that goes on behind its quantity narrows it: 四十五万亩竹林连续三年未采伐.
_TAIL = 0.7
# 首次突破千亿元 is said beside the exact figure.
_ROUND = 0.3
# Says which document is meant, and nothing of the figure: 5997号建议答复里.
_DOCUMENT = re.compile(r"\d号|提案|建议|答复|公报|报告|通报")
_CROSSED = re.compile("突破|跨|迈|站上|破")
_RECALL, _NAME, _SOFT = 3.0, 1.2, 0.5
# Of several things asked for at once each must be told by its own name; what they share helps a little.
_OWN, _SHARED = 2.0, 0.4
_HEAD = 2.5
# A name that says more than the question does is another thing than what the question says and only a title has.
_SAID = 0.65
# Of what is said before in a sentence (低保标准 of 低保标准提高25元,医保补助标准700元) a name of its own is another thing.
_HALF = 0.5
# Of two equal growths the one told with its level.
_LEVELLED = 0.1


@dataclass(frozen=True)
class Matcher:
    """Finds figures of a catalogue. `places` are the full names of places by alias."""

    catalogue: Catalogue
    lexicon: Lexicon
    places: Mapping[str, str]
    _found: Recent[tuple[Match, ...]] = field(
        default_factory=lambda: Recent(_KEPT), compare=False, repr=False
    )

    def matches(self, wish: Wish) -> tuple[Match, ...]:
        """The figures of the catalogue that have something of the wish, the best first."""
        return self._found.get(wish, partial(self._matches, wish))

    def _matches(self, wish: Wish) -> tuple[Match, ...]:
        words = wish.words
        near = (
            self.catalogue.near(words, _CANDIDATES, lambda card: self._in_place_and_time(wish, card.figure))
            if words
            else self.catalogue.cards
        )
        found = [
            self.match(wish, card) for card in near if not excluded(words, card.name, self.lexicon.exclusive)
        ]
        return tuple(
            sorted(
                found, key=lambda match: (-match.score, -_newness(match.figure), match.figure.quantity.start)
            )
        )

    def match(self, wish: Wish, card: Card) -> Match:
        """How well a figure meets a wish, and what of it not."""
        covers = [cover(run.words, layers_of(card), self.lexicon) for run in wish.runs]
        missing = self._missing(wish, card, covers)
        letters = sum(len(one.words) for one in covers) or 1
        recall = sum(one.share * len(one.words) for one in covers) / letters if covers else 1.0
        lacks = tuple(self._lacks(wish, card.figure))
        score = (
            _RECALL * recall
            + _NAME * met(card.name, wish.words, self.lexicon)
            + self._by_name(wish, card)
            + _HEAD * ((wish.head in card.name) - 0.5 if wish.head else 0)
            + (_LEVELLED if self._has_level(card) else 0)
            + _SOFT * _soft(wish, card)
            + period_fit(wish.period, card.figure.period)
            + self._place_fit(wish, card)
            + (_FIT if card.figure.status is Status.RESULT else 0)
            - _TAIL * card.tail_unsaid(wish.words)
            - (_ROUND if card.figure.status is Status.RESULT and _CROSSED.search(card.figure.verb) else 0)
            + _measure_fit(wish, card.figure)
            + (_FIT if wish.terms and card.figure.terms == wish.terms else 0)
            - (_FIT if _CHAIN in card.figure.basis and _CHAIN not in wish.soft else 0)
            - _UNMET * (len(lacks) + len(missing))
        )
        return Match(card, score, missing, lacks)

    def _missing(self, wish: Wish, card: Card, covers: Sequence[Cover]) -> tuple[str, ...]:
        """The words of the wish that the card does not meet, or meets in a title alone."""
        pairs = zip(wish.runs, covers, strict=True)
        missing = tuple(piece for run, one in pairs for piece in one.missing(self.lexicon, run.terms))
        missing += tuple(pair for one in covers for pair in one.cut_words if self.catalogue.has(pair))
        missing += tuple(filter(None, (other_first(one, card.name, self.lexicon) for one in covers)))
        if covers and not missing:
            missing += tuple(filter(None, [covers[-1].untold_head(self.lexicon)]))
        by_sentence = wish.loose and bool(wish.asked.kind) and all(map(in_sentence, covers))
        if covers and not by_sentence and not any(names(self._said_by(card), one.words) for one in covers):
            missing += (covers[0].words,)
        said = met(card.name, wish.words, self.lexicon)
        if covers and not by_sentence and said < _HALF and all(map(only_before, covers)):
            missing += (covers[0].words,)
        if said < _SAID:
            told = (piece for one in covers for piece in one.told_by_titles)
            missing += tuple(piece for piece in told if not _DOCUMENT.search(piece))
        return missing + tuple(literal for literal in wish.literals if not _has_literal(card, literal))

    def _said_by(self, card: Card) -> str:
        """A card's name with what its words imply."""
        return "\n".join([card.name, *(meant for word, meant in self.lexicon.implied if word in card.name)])

    def _by_name(self, wish: Wish, card: Card) -> float:
        """How far the name itself says the wish's own words, where others are beside them."""
        if not wish.others:
            return 0.0
        name = ((card.name, 1.0),)
        words = "".join(run.words for run in wish.runs)
        own = cover(words, name, self.lexicon).share
        # 制造业民间投资 beside 民间投资: who says the rest is the other.
        rest = wish.others.replace(words, "")
        sign = 1 if rest == wish.others else -1
        return _OWN * own + sign * _SHARED * cover(rest, name, self.lexicon).share

    def _has_level(self, card: Card) -> bool:
        family = self.catalogue.family(card.family)
        return any(
            one.figure.measure is Measure.LEVEL and one.figure.passage == card.figure.passage
            for one in family
        )

    def _in_place_and_time(self, wish: Wish, figure: Figure) -> bool:
        """Whether a figure is of the place and the time wished for, if any is."""
        if not (wish.place or wish.period):
            return False
        here = not wish.place or self.same_place(wish.place, figure.place)
        return here and (not wish.period or period_fit(wish.period, figure.period) > 0)

    def _lacks(self, wish: Wish, figure: Figure) -> Iterable[Lack]:
        ranked = figure.measure in _AMONG_OTHERS and contains(
            wish.place, self.places.get(figure.place, figure.place)
        )
        if wish.place and not ranked and not self.same_place(wish.place, figure.place):
            yield Lack.PLACE
        part = bool(wish.home) and (_is_apart(figure) or _OF_PART.match(figure.name))
        if wish.home and (part or level(figure.place) >= _TOWNSHIP):
            yield Lack.PLACE
        if wish.period and period_fit(wish.period, figure.period) <= 0:
            yield Lack.PERIOD
        if wish.status and figure.status is not wish.status:
            yield Lack.STATUS
        chained = _CHAIN in figure.basis
        if (
            not measures(wish, figure)
            or not on_terms(wish.terms, figure)
            or (chained if _YEARLY in wish.soft else _CHAIN in wish.soft and not chained)
        ):
            yield Lack.MEASURE
        if (wish.asked.kind and not self._kind_fits(wish, figure)) or self._counts_instead(wish, figure):
            yield Lack.KIND

    def _counts_instead(self, wish: Wish, figure: Figure) -> bool:
        """Whether what is measured is asked for, and the figure counts who has it: 产值负增长32家 is no 产值."""
        if wish.asked.kind == "count" or not wish.runs or self.lexicon.kind(figure.quantity.unit) != "count":
            return False
        head, name = wish.runs[-1].words[-2:], self.lexicon.canonical(figure.name)
        return head in self._amounts and head in name and not name.endswith(head)

    @cached_property
    def _amounts(self) -> frozenset[str]:
        """Last words of what is measured and not counted: 产值, 投资; not 初中 of 初中在校生."""
        heads: dict[str, list[bool]] = {}
        for card in self.catalogue.cards:
            counted = self.lexicon.kind(card.figure.quantity.unit) == "count"
            heads.setdefault(card.name[-2:], []).append(counted)
        return frozenset(
            head
            for head, seen in heads.items()
            if len(head) > 1 and seen.count(False) > max(1, len(seen) / 2)
        )

    def _kind_fits(self, wish: Wish, figure: Figure) -> bool:
        kind = self.lexicon.kind(figure.quantity.unit)
        if wish.asked.kind == "count" and not figure.quantity.unit:
            return True
        if wish.asked.kind == kind == "count" and wish.measure is None:
            return self.lexicon.counts_alike(wish.asked.word, figure.quantity.unit)
        if any(word in wish.asked.word and unit != figure.quantity.unit for word, unit in _CURRENCIES):
            return False
        if wish.asked.kind == "points":
            # A part that pulls by points is told by its rate too.
            exact = wish.measure is Measure.CONTRIBUTION
            return kind == "points" or (not exact and kind in {"percent", "multiple"})
        if wish.measure in {Measure.GROWTH, Measure.SHARE, Measure.RANK}:
            return True
        # 气温多少度 asks for no energy.
        return kind == wish.asked.kind or (wish.asked.word == "度" and kind == "temperature")

    def same_place(self, one: str, other: str) -> bool:
        """Whether both names are of one place."""
        return self.places.get(one, one) == self.places.get(other, other)

    def _place_fit(self, wish: Wish, card: Card) -> float:
        """Less for a part of the letter's place that the question does not name."""
        own = self.same_place(card.figure.place, card.letter.place)
        return _FIT * ((1 if wish.place or own else 0) + (1.5 if wish.place and own else 0))


_CURRENCIES = (("美", "美元"), ("人民币", "元"))
# What one level of the administration has is not what all of the place has.
_OF_PART = re.compile("(?:[省市州县区]|乡镇?|镇)?本级|[市县区乡镇]级(?!以上)")
# Against the month before: no growth against last year answers it.
_CHAIN, _YEARLY = "环比", "同比"
# A township is no 全县, whatever the letter is of.
_TOWNSHIP = 4
# A rank or a gap is among the places of a larger one: 在台州排第几.
_AMONG_OTHERS = frozenset({Measure.RANK, Measure.GAP, Measure.SHARE})


def _is_apart(figure: Figure) -> bool:
    """Whether a figure's name says that it is of a part of the place."""
    from corpus.extraction.holder import apart  # large, and few questions ask

    return bool(apart(figure.name)[0])


def _measure_fit(wish: Wish, figure: Figure) -> float:
    if wish.measure:
        return _FIT if figure.measure is wish.measure else 0.0
    return {Measure.LEVEL: _FIT, Measure.GROWTH: _FIT / 2, Measure.SHARE: _FIT / 3}.get(figure.measure, 0.0)


def _soft(wish: Wish, card: Card) -> float:
    """The share of the soft words that the figure's name or clause has."""
    text = card.name + card.clause + card.figure.verb + card.figure.basis
    return sum(word in text for word in wish.soft) / max(1, len(wish.soft))


def _has_literal(card: Card, literal: str) -> bool:
    """Whether a number of the question is the figure's own or stands in its words: 60岁 of 60岁以上老年人."""
    texts = (plain(card.figure.quantity.raw), card.name, card.clause, card.scope, card.above)
    return any(literal in text for text in texts)


def _newness(figure: Figure) -> int:
    return figure.period.last.toordinal() if figure.period else 0
