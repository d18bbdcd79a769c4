"""The figures that meet a query, best first, and what of it the best one does not meet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial

from bot.matching.apart import in_sentence, only_before, other_first, other_measured
from bot.matching.card import Card, Catalogue
from bot.matching.cover import Cover, cover, excluded, layers_of, met, names
from bot.matching.measured import FIT, counts_all, is_apart, measure_fit, measures, on_terms, soft_share
from bot.matching.query import Query
from bot.matching.timefit import newness, period_fit
from bot.understanding.lexicon import Lexicon
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.place import contains, level
from corpus.text import plain
from index.recent import Recent

# So many figures are looked at for a query, of a long one fewer: so many characters are looked for in them together.
_CANDIDATES, _LEAST, _CHARACTERS = 80, 20, 2400
# Each way of answering has the same queries.
_KEPT = 32


class Lack(StrEnum):
    """What of a query a figure does not meet, besides words."""

    PLACE = "place"
    PERIOD = "period"
    STATUS = "status"
    MEASURE = "measure"
    KIND = "kind"


@dataclass(frozen=True)
class Match:
    """A figure for a query: how well it fits, the asked words it does not meet, and the slots."""

    card: Card
    score: float
    missing: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()

    @property
    def meets(self) -> bool:
        """Whether every narrowing word and slot of the query is met."""
        return not self.missing and not self.lacks

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.card.figure


@dataclass(frozen=True)
class _Met:
    """How well a figure meets the words of a query, and which of them it does not."""

    score: float
    missing: tuple[str, ...]


# What a slot takes that does not fit.
_UNMET = 2.5
# A clause that goes on behind its quantity narrows it: 四十五万亩竹林连续三年未采伐.
_TAIL = 0.7
# 首次突破千亿元 is said beside the exact figure.
_ROUND = 0.3
# Says which document is meant, and nothing of the figure: 5997号建议答复里.
_DOCUMENT = compiled(r"\d号|提案|建议|答复|公报|报告|通报")
_CROSSED = compiled("突破|跨|迈|站上|破")
_RECALL, _NAME, _SOFT = 3.0, 1.2, 0.5
# Of several things asked for at once each must be told by its own name; what they share helps a little.
_OWN, _SHARED = 2.0, 0.4
_HEAD = 2.5
# Of two names that mean the same elsewhere the one that is not said: 财政收入 beside 一般公共预算收入.
_OTHERWISE = 0.3
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
    # By the ids of the figures, for the words of a query: it is asked with one measure and another.
    _met: Recent[dict[str, _Met]] = field(default_factory=lambda: Recent(_KEPT), compare=False, repr=False)

    def matches(self, query: Query) -> tuple[Match, ...]:
        """The figures of the catalogue that have something of the query, the best first."""
        return self._found.get(query, partial(self._matches, query))

    def _matches(self, query: Query) -> tuple[Match, ...]:
        words = query.words
        most = max(_LEAST, min(_CANDIDATES, _CHARACTERS // max(1, len(words))))
        near = (
            self.catalogue.near(words, most, lambda card: self._in_place_and_time(query, card.figure))
            if words
            else self.catalogue.cards
        )
        found = [
            self.match(query, card) for card in near if not excluded(words, card.name, self.lexicon.exclusive)
        ]
        return tuple(
            sorted(
                found, key=lambda match: (-match.score, -newness(match.figure), match.figure.quantity.start)
            )
        )

    def match(self, query: Query, card: Card) -> Match:
        """How well a figure meets a query, and what of it not."""
        met_words = self._words_met(query, card)
        when = period_fit(query.period, card.figure.period)
        missing, lacks = met_words.missing, tuple(self._lacks(query, card, when))
        score = (
            met_words.score
            + _HEAD * ((query.head in card.name) - 0.5 if query.head else 0)
            + (_LEVELLED if self.catalogue.has_level(card) else 0)
            + _SOFT * soft_share(query, card)
            + when
            + self._place_fit(query, card)
            + (FIT if card.figure.status is Status.RESULT else 0)
            - _TAIL * card.tail_unsaid(query.words)
            - (_ROUND if card.figure.status is Status.RESULT and _CROSSED.search(card.figure.verb) else 0)
            + measure_fit(query, card.figure)
            + (FIT if query.terms and card.figure.terms == query.terms else 0)
            - (FIT if _CHAINED.search(card.figure.basis) and _CHAIN not in query.soft else 0)
            - _UNMET * (len(lacks) + len(missing))
        )
        return Match(card, score, missing, lacks)

    def _words_met(self, query: Query, card: Card) -> _Met:
        known = self._met.get(query.worded, dict)
        name = card.figure.id
        if name not in known:
            layers = layers_of(card)
            covers = [cover(run.words, layers, self.lexicon) for run in query.runs]
            letters = sum(len(one.words) for one in covers) or 1
            recall = sum(one.share * len(one.words) for one in covers) / letters if covers else 1.0
            score = (
                _RECALL * recall
                + _NAME * met(card.name, query.words, self.lexicon)
                + self._by_name(query, card)
                - (_OTHERWISE if self._is_called_otherwise(query, card) else 0)
            )
            known[name] = _Met(score, self._missing(query, card, covers))
        return known[name]

    def _missing(self, query: Query, card: Card, covers: Sequence[Cover]) -> tuple[str, ...]:
        """The words of the query that the card does not meet, or meets in a title alone."""
        pairs = zip(query.runs, covers, strict=True)
        missing = tuple(piece for run, one in pairs for piece in one.missing(self.lexicon, run.terms))
        missing += tuple(pair for one in covers for pair in one.cut_words if self.catalogue.has(pair))
        missing += tuple(filter(None, (other_first(one, card.name, self.lexicon) for one in covers)))
        missing += tuple(filter(None, (other_measured(one, card.figure, card.name) for one in covers)))
        if covers and not missing:
            missing += tuple(filter(None, [covers[-1].untold_head(self.lexicon)]))
        by_sentence = query.loose and bool(query.asked.kind) and all(map(in_sentence, covers))
        named = self.lexicon.with_implied(card.name)
        if covers and not by_sentence and not any(names(named, one.words) for one in covers):
            missing += (covers[0].words,)
        said = met(card.name, query.words, self.lexicon)
        if covers and not by_sentence and said < _HALF and all(map(only_before, covers)):
            missing += (covers[0].words,)
        if said < _SAID:
            told = (piece for one in covers for piece in one.told_by_titles)
            missing += tuple(piece for piece in told if not _DOCUMENT.search(piece))
        return missing + tuple(literal for literal in query.literals if not _has_literal(card, literal))

    def _is_called_otherwise(self, query: Query, card: Card) -> bool:
        """Whether a figure's whole name means what the question says, in other words."""
        return card.name == self.lexicon.canonical(query.said) and plain(card.figure.name) != query.said

    def _by_name(self, query: Query, card: Card) -> float:
        """How far the name itself says the query's own words, where others are beside them."""
        if not query.others:
            return 0.0
        name = ((card.name, 1.0),)
        words = "".join(run.words for run in query.runs)
        own = cover(words, name, self.lexicon).share
        # 制造业民间投资 beside 民间投资: who says the rest is the other.
        rest = query.others.replace(words, "")
        sign = 1 if rest == query.others else -1
        return _OWN * own + sign * _SHARED * cover(rest, name, self.lexicon).share

    def _in_place_and_time(self, query: Query, figure: Figure) -> bool:
        """Whether a figure is of the place and the time asked for, if any is."""
        if not (query.place or query.period):
            return False
        here = not query.place or same_place(query.place, figure.place, self.places)
        return here and (not query.period or period_fit(query.period, figure.period) > 0)

    def _lacks(self, query: Query, card: Card, when: float) -> Iterable[Lack]:
        figure = card.figure
        ranked = figure.measure in _AMONG_OTHERS and contains(
            query.place, self.places.get(figure.place, figure.place)
        )
        if query.place and not ranked and not same_place(query.place, figure.place, self.places):
            yield Lack.PLACE
        part = bool(query.home) and (is_apart(figure) or _OF_PART.match(figure.name))
        if query.home and (part or level(query.place) < _TOWNSHIP <= level(figure.place)):
            yield Lack.PLACE
        if query.period and when <= 0:
            yield Lack.PERIOD
        if query.status and figure.status is not query.status:
            yield Lack.STATUS
        chained = _CHAINED.search(figure.basis) is not None
        if (
            not measures(query, figure)
            or not on_terms(query.terms, figure)
            or (chained if _YEARLY in query.soft else _CHAIN in query.soft and not chained)
        ):
            yield Lack.MEASURE
        wrong = bool(query.asked.kind) and not self._kind_fits(query, figure)
        if wrong or self._counts_instead(query, figure) or counts_all(query, card):
            yield Lack.KIND

    def _counts_instead(self, query: Query, figure: Figure) -> bool:
        """Whether what is measured is asked for, and the figure counts who has it: 产值负增长32家 is no 产值."""
        if (
            query.asked.kind == "count"
            or not query.runs
            or self.lexicon.kind(figure.quantity.unit) != "count"
        ):
            return False
        head, name = query.runs[-1].words[-2:], self.lexicon.canonical(figure.name)
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

    def _kind_fits(self, query: Query, figure: Figure) -> bool:
        kind = self.lexicon.kind(figure.quantity.unit)
        if query.asked.kind == "count" and not figure.quantity.unit:
            return True
        if query.asked.kind == kind == "count" and query.measure is None:
            return self.lexicon.counts_alike(query.asked.word, figure.quantity.unit)
        if any(word in query.asked.word and unit != figure.quantity.unit for word, unit in _CURRENCIES):
            return False
        if query.asked.kind == "points":
            # A part that pulls by points is told by its rate too.
            exact = query.measure is Measure.CONTRIBUTION
            return kind == "points" or (not exact and kind in {"percent", "multiple"})
        if query.measure in {Measure.GROWTH, Measure.SHARE, Measure.RANK}:
            return True
        # 气温多少度 asks for no energy.
        return kind == query.asked.kind or (query.asked.word == "度" and kind == "temperature")

    def _place_fit(self, query: Query, card: Card) -> float:
        """Less for a part of the letter's place that the question does not name."""
        own = same_place(card.figure.place, card.letter.place, self.places)
        return FIT * ((1 if query.place or own else 0) + (1.5 if query.place and own else 0))


_CURRENCIES = (("美", "美元"), ("人民币", "元"))
# What one level of the administration has is not what all of the place has.
_OF_PART = compiled("(?:[省市州县区]|乡镇?|镇)?本级|[市县区乡镇]级(?!以上)")
# Against the month before: no growth against last year answers it.
_CHAIN, _YEARLY = "环比", "同比"
_CHAINED = compiled(r"环比|[比较]上(?:个?月|一?季度?)(?:相比)?$")
# A township is no 全县, whatever the letter is of.
_TOWNSHIP = 4
# A rank or a gap is among the places of a larger one: 在台州排第几.
_AMONG_OTHERS = frozenset({Measure.RANK, Measure.GAP, Measure.SHARE})


def same_place(one: str, other: str, places: Mapping[str, str]) -> bool:
    """Whether both names are of one place; `places` are the full names of places by alias."""
    return places.get(one, one) == places.get(other, other)


def _has_literal(card: Card, literal: str) -> bool:
    """Whether a number of the question is the figure's own or stands in its words: 60岁 of 60岁以上老年人."""
    texts = (plain(card.figure.quantity.raw), card.name, card.clause, card.scope, card.above)
    return any(literal in text for text in texts)
