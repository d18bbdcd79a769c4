"""The figures that meet a query, best first, and what of it the best one does not meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from bot.matching.card import Card, Catalogue
from bot.matching.lacking import CHAIN, CHAINED, Lack, Slots, same_place
from bot.matching.measured import FIT, measure_fit, soft_share
from bot.matching.query import Query
from bot.matching.terms.apart import RunMet, in_sentence, run_met
from bot.matching.terms.cover import cover, excluded, layers_of, met, sides
from bot.matching.timefit import newness, period_fit
from bot.understanding.lexicon import Lexicon
from bot.understanding.question import Run
from corpus.compiled import compiled
from corpus.figure import Figure, Status
from corpus.texts.text import plain
from index.rows.recent import Recent

# So many figures are looked at for a query, of a long one fewer: so many characters are looked for in them together.
_CANDIDATES, _LEAST, _CHARACTERS = 80, 20, 2400
# Each way of answering has the same queries, of the same runs.
_KEPT, _RUNS = 32, 64


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


@dataclass(frozen=True)
class _Own:
    """What a figure adds to its score whatever is asked: for a level told with it, for being a result; what it takes for
    being crossed and no more; whether it is against the month before, and of all of its letter's place."""

    levelled: float
    result: float
    crossed: float
    chained: bool
    whole: bool


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
    # By the same, for one run of a query.
    _runs: Recent[dict[str, RunMet]] = field(default_factory=lambda: Recent(_RUNS), compare=False, repr=False)
    _own: dict[str, _Own] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _slots(self) -> Slots:
        return Slots(self.catalogue, self.lexicon, self.places)

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
        exclusive = self.lexicon.exclusive
        apart = bool(sides(words, exclusive))
        known = self._met.get(query.worded, dict)
        found = [
            self._match(query, card, known)
            for card in near
            if not (apart and excluded(words, card.name, exclusive))
        ]
        return tuple(
            sorted(
                found, key=lambda match: (-match.score, -newness(match.figure), match.figure.quantity.start)
            )
        )

    def match(self, query: Query, card: Card) -> Match:
        """How well a figure meets a query, and what of it not."""
        return self._match(query, card, self._met.get(query.worded, dict))

    def _match(self, query: Query, card: Card, known: dict[str, _Met]) -> Match:
        figure = card.figure
        met_words = known.get(figure.id) or self._words_met(query, card, known)
        own = self._own.get(figure.id) or self._kept_own(card)
        when = period_fit(query.period, figure.period) if query.period else 0.0
        missing, lacks = met_words.missing, self._slots.of(query, card, when, chained=own.chained)
        score = (
            met_words.score
            + _HEAD * ((query.head in card.name) - 0.5 if query.head else 0)
            + own.levelled
            + _SOFT * (soft_share(query, card) if query.soft else 0.0)
            + when
            + FIT * ((1 if query.place or own.whole else 0) + (1.5 if query.place and own.whole else 0))
            + own.result
            - _TAIL * (card.tail_unsaid(query.words) if card.tail else 0.0)
            - own.crossed
            + measure_fit(query, figure)
            + (FIT if query.terms and figure.terms == query.terms else 0)
            - (FIT if own.chained and CHAIN not in query.soft else 0)
            - _UNMET * (len(lacks) + len(missing))
        )
        return Match(card, score, missing, lacks)

    def _kept_own(self, card: Card) -> _Own:
        figure = card.figure
        result = figure.status is Status.RESULT
        self._own[figure.id] = own = _Own(
            _LEVELLED if self.catalogue.has_level(card) else 0,
            FIT if result else 0,
            _ROUND if result and _CROSSED.search(figure.verb) else 0,
            CHAINED.search(figure.basis) is not None,
            # Less for a part of the letter's place that the question does not name.
            same_place(figure.place, card.letter.place, self.places),
        )
        return own

    def _words_met(self, query: Query, card: Card, known: dict[str, _Met]) -> _Met:
        runs = [self._run_met(run, card) for run in query.runs]
        letters = sum([len(one.cover.words) for one in runs]) or 1
        recall = sum([one.weight for one in runs]) / letters if runs else 1.0
        said = met(card.name, query.words, self.lexicon)
        score = (
            _RECALL * recall
            + _NAME * said
            + (self._by_name(query, card) if query.others else 0.0)
            - (_OTHERWISE if self._is_called_otherwise(query, card) else 0)
        )
        known[card.figure.id] = found = _Met(score, self._missing(query, card, runs, said))
        return found

    def _run_met(self, run: Run, card: Card) -> RunMet:
        known = self._runs.get((run.words, run.terms), dict)
        name = card.figure.id
        if name not in known:
            met_by = cover(run.words, layers_of(card), self.lexicon)
            known[name] = run_met(met_by, run.terms, card, self.lexicon)
        return known[name]

    def _missing(self, query: Query, card: Card, runs: Sequence[RunMet], said: float) -> tuple[str, ...]:
        """The words of the query that the card does not meet, or meets in a title alone."""
        missing = [piece for one in runs for piece in one.missing]
        missing += [pair for one in runs for pair in one.cut_words if self.catalogue.has(pair)]
        missing += [one.another for one in runs if one.another]
        missing += [one.measured for one in runs if one.measured]
        if runs and not missing and (untold := runs[-1].cover.untold_head(self.lexicon)):
            missing.append(untold)
        if runs and not (query.by_sentence and all(in_sentence(one.cover) for one in runs)):
            if True not in [one.is_named for one in runs]:
                missing.append(runs[0].cover.words)
            if said < _HALF and False not in [one.only_before for one in runs]:
                missing.append(runs[0].cover.words)
        if said < _SAID:
            told = [piece for one in runs for piece in one.cover.told_by_titles]
            missing += [piece for piece in told if not _DOCUMENT.search(piece)]
        missing += [literal for literal in query.literals if not _has_literal(card, literal)]
        return tuple(missing)

    def _is_called_otherwise(self, query: Query, card: Card) -> bool:
        """Whether a figure's whole name means what the question says, in other words."""
        return card.name == self.lexicon.canonical(query.said) and plain(card.figure.name) != query.said

    def _by_name(self, query: Query, card: Card) -> float:
        """How far the name itself says the query's own words, where others are beside them."""
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


def _has_literal(card: Card, literal: str) -> bool:
    """Whether a number of the question is the figure's own or stands in its words: 60岁 of 60岁以上老年人."""
    texts = (plain(card.figure.quantity.raw), card.name, card.clause, card.scope, card.above)
    return any(literal in text for text in texts)
