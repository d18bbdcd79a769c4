"""What every way of answering works with: the library, the matcher, and single queries met."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from bot.answering.library import Library
from bot.matching.card import Card, Catalogue
from bot.matching.cards import Cards
from bot.matching.lacking import same_place
from bot.matching.match import Match, Matcher
from bot.matching.query import Query, queries
from bot.matching.terms.meaning import Meaning
from bot.matching.timefit import period_fit
from bot.phrasing.phrase import Statement
from bot.understanding.lexicon import Lexicon
from bot.understanding.question import Question
from corpus.figure import Figure, Measure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.times.period import Period

T = TypeVar("T")

# The best figures' missing words are looked up by meaning.
_NEAR = 5
# So much less well a figure may meet a query to be taken for standing beside the others.
_CLOSE = 1.2
# A figure of a part of the year that is asked about, or of no time, is none of just that year.
_SAME_TIME = 0.5


@dataclass(frozen=True)
class Finding:
    """A query with the figures for it, the best first."""

    query: Query
    matches: tuple[Match, ...]

    @property
    def best(self) -> Match | None:
        """The best figure, None where nothing has anything of the query."""
        return self.matches[0] if self.matches else None

    @property
    def met(self) -> bool:
        """Whether the best figure meets all of the query."""
        return bool(self.matches) and self.matches[0].meets


@dataclass(frozen=True)
class Retriever:
    """Letters with what finds figures in them. `places` are full names of places by alias."""

    library: Library
    lexicon: Lexicon
    places: Mapping[str, str]
    cards: Cards
    meaning: Meaning

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher over all figures of the letters."""
        by_letter = tuple(self.cards.of_letter(letter) for letter in self.library.letters)
        return Matcher(Catalogue(by_letter), self.lexicon, self.places)

    def findings(self, question: Question) -> list[Finding]:
        """The figures for each single query of the question; of several things, figures of one kind where there are."""
        found = [self.finding(query) for query in queries(question)]
        if len(question.pieces) < 2 or not all(one.met for one in found):
            return found
        found = _side_by_side(found)
        if question.asked.kind:
            return found
        kinds = [self.kind(one.matches[0]) for one in found]
        alike = [_of_kind(one, kinds[-1], self) for one in found]
        return [one for one in alike if one] if len(set(kinds)) > 1 and all(alike) else found

    def prints(self, question: Question) -> bool:
        """Whether each figure that a question asks for is printed for just the time that it names."""
        return bool(question.periods) and all(
            one.met and period_fit(one.query.period, one.matches[0].figure.period) > _SAME_TIME
            for one in self.findings(question)
        )

    def kind(self, match: Match) -> str:
        """The kind of a figure's quantity: money, count …"""
        return self.lexicon.kind(match.figure.quantity.unit)

    def finding(self, query: Query) -> Finding:
        """The figures for a query; where words of it are in no letter, for what they mean."""
        found = Finding(query, self.matcher.matches(query))
        if found.met or not query.runs:
            return found
        return next((other for other in self._by_meaning(found) if other.met), found)

    def _by_meaning(self, found: Finding) -> Iterator[Finding]:
        """The findings with each missing word replaced by one that means the same."""
        query = found.query
        for run in query.runs:
            for piece in self._foreign(run.words, found):
                for other in self.meaning.alternatives(piece):
                    changed = replace(run, words=self.lexicon.canonical(run.words.replace(piece, other)))
                    runs = tuple(changed if one is run else one for one in query.runs)
                    yield Finding(query, self.matcher.matches(replace(query, runs=runs)))

    def _foreign(self, words: str, found: Finding) -> list[str]:
        """The pieces of a run that the best figures do not meet; all of it where none has anything of it."""
        missing = [piece for match in found.matches[:_NEAR] for piece in match.missing if piece in words]
        return list(dict.fromkeys(missing or [words]))

    def statement(self, match: Match, query: Query) -> Statement:
        """What is said of a found figure: itself, a level with its growth, a growth with its level."""
        chief = match.figure
        beside = {Measure.LEVEL: self._after, Measure.GROWTH: self._level}.get(chief.measure)
        companions = beside(match.card) if beside and query.measure is not Measure.LEVEL else ()
        figures = sorted((chief, *companions), key=lambda figure: figure.measure is not Measure.LEVEL)
        return Statement(tuple(figures), self.passage_of(chief), chief)

    def stated(self, *figures: Figure) -> Statement:
        """Figures of one sentence as they are said together, with nothing else beside them."""
        return Statement(figures, self.passage_of(figures[0]))

    def is_of(self, letter: Letter, place: str) -> bool:
        """Whether a letter is of a place."""
        return self.same_place(letter.place, place)

    def same_place(self, one: str, other: str) -> bool:
        """Whether both names are of one place."""
        return same_place(one, other, self.places)

    def is_about(self, letter: Letter, period: Period) -> bool:
        """Whether a letter's own period or date lies in the year or years of a period."""
        years = [day.year for day in (letter.period, letter.dated) if day and day.year]
        return any(period.first.year <= year <= period.last.year for year in years)

    def canonical(self, passage: Passage) -> str:
        """A passage's text in canonical words."""
        if passage.id not in self._canonical:
            self._canonical[passage.id] = self.lexicon.canonical(passage.text)
        return self._canonical[passage.id]

    @cached_property
    def _canonical(self) -> dict[str, str]:
        """What `canonical` has made so far."""
        return {}

    def once_each(self, make: Callable[[str, "Retriever"], Sequence[T]]) -> Sequence[T]:
        """What `make` makes of each letter, whatever is asked, in order: made when it is first wanted, and kept."""
        if make not in self._made:
            each = (self.cards.kept(letter, make, self) for letter in self.library.letters)
            self._made[make] = tuple(chain.from_iterable(each))
        made: Sequence[T] = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[..., Any], Any]:
        """What `once_each` has made so far."""
        return {}

    def passage_of(self, figure: Figure) -> Passage:
        """The passage that a figure stands in."""
        return self.library.passage(figure.passage)

    def family(self, one: Card) -> Sequence[Card]:
        """The figures of the same thing, in the order of the text: all of one letter, whichever others there are."""
        return self.cards.of_letter(one.figure.letter).by_family[one.family]

    def beside(self, one: Card) -> list[Figure]:
        """The figures of the same thing in the same passage."""
        return [other.figure for other in self.family(one) if other.figure.passage == one.figure.passage]

    def _after(self, one: Card) -> tuple[Figure, ...]:
        """The first growth of a level in its own passage."""
        start = one.figure.quantity.start
        later = [figure for figure in self.beside(one) if figure.quantity.start > start]
        return tuple(figure for figure in later if figure.measure is Measure.GROWTH)[:1]

    def _level(self, one: Card) -> tuple[Figure, ...]:
        """The level that a growth is of, in its own passage."""
        return tuple(figure for figure in self.beside(one) if figure.measure is Measure.LEVEL)[:1]


def _side_by_side(found: Sequence[Finding]) -> list[Finding]:
    """The findings with the figures of one passage first, where one has all that is asked for nearly as well.

    小学43所、初中18所 are told together; a single 初中1所 elsewhere is of a quarter of the town.
    """
    if len({(one.query.place, one.query.period) for one in found}) > 1:
        return list(found)
    near = [
        {
            m.figure.passage: m
            for m in reversed(one.matches)
            if m.meets and one.matches[0].score - m.score < _CLOSE
        }
        for one in found
    ]
    shared = set(near[0]).intersection(*near[1:])
    if not shared:
        return list(found)
    best = max(sorted(shared), key=lambda passage: sum(one[passage].score for one in near))
    return [
        replace(one, matches=(kept[best], *(match for match in one.matches if match is not kept[best])))
        for one, kept in zip(found, near, strict=True)
    ]


def _of_kind(found: Finding, kind: str, retriever: Retriever) -> Finding | None:
    """The finding with only figures of a kind that meet the query, None where there is none."""
    kept = tuple(match for match in found.matches if match.meets and retriever.kind(match) == kind)
    return Finding(found.query, kept) if kept else None


def merged(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those of one thing in one passage put together, no figure said twice."""
    things: dict[tuple[object, ...], Statement] = {}
    for one in statements:
        chief = one.chief
        key = (chief.passage, chief.name, chief.place, chief.status, chief.days)
        before = things.get(key)
        figures = (*before.figures, *one.figures) if before else one.figures
        levels_first = sorted(dict.fromkeys(figures), key=lambda figure: figure.measure is not Measure.LEVEL)
        things[key] = Statement(tuple(levels_first), one.passage, before.chief if before else chief)
    return list(things.values())
