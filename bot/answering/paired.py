"""The answer to a question over two things: the figure of each, and what comes of both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bot.answering.knowledge import Knowledge
from bot.answering.readings import Readings
from bot.matching.match import Match
from bot.matching.query import queries
from bot.matching.retriever import Retriever, merged
from bot.operations.arithmetic.reckon import comparable, difference, share, times
from bot.operations.arithmetic.worked import worked
from bot.operations.figures.lookup import answered
from bot.operations.ranking.compare import compared
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.pairing import Pairing, Relation, pairings
from bot.understanding.question import Question
from corpus.figure import Figure, Measure

# A figure that meets its side so much less well than the best is none of a pair.
_CLOSE = 1.2
# What the two say besides what is asked counts against them, that they stand together for them.
_UNLIKE, _TOGETHER, _NEAR = 0.6, 0.6, 0.3
# Two whose names say so many characters more that differ are no pair.
_MOST = 3
# So many readings of a side are tried.
_READINGS = 3
# What one level of the government has is called so, and what all have is not.
_LEVELS = ("本级", "预算", "各项", "全市", "全县", "全区", "全省", "全国", "全州")


@dataclass(frozen=True)
class _Pair:
    """The figures of both sides, and how well they go together."""

    first: Match
    second: Match
    fit: float


@dataclass(frozen=True)
class Paired:
    """Answers questions over two things from what is known of a corpus."""

    known: Knowledge
    read: Readings

    def reply(self, text: str, history: Sequence[str]) -> Reply | None:
        """What comes of the two figures that a question is over; None where it is over no two, or not both are there."""
        for pairing in pairings(text, self.known.library.words):
            pair = self._pair(pairing, history)
            reply = _reply(pairing, pair, self.known.whole) if pair else None
            if reply:
                return replace(reply, way=f"paired.{pairing.relation}", checked=True)
        return None

    def _pair(self, pairing: Pairing, history: Sequence[str]) -> _Pair | None:
        """The two figures that go together best, None where a side has none."""
        sides = [list(self._matches(side, pairing, history)) for side in (pairing.first, pairing.second)]
        found = [
            one
            for first, second in product(*sides)
            if (one := _together(first, second, pairing, self.known.whole))
        ]
        return max(found, key=lambda one: one.fit, default=None)

    def _matches(self, text: str, pairing: Pairing, history: Sequence[str]) -> Iterator[tuple[Match, Question]]:
        """The figures that meet a side, of its first reading that any meets."""
        measure = Measure.GROWTH if pairing.paced else Measure.LEVEL
        for reading in [text, *self.read.others(text)][:_READINGS]:
            question = self.read.question(reading, history)
            measures = question.measures & {Measure.GROWTH, Measure.SHARE} or {measure}
            question = replace(question, measures=frozenset(measures), operations=frozenset())
            wanted = queries(question)
            if len(wanted) != 1 or not question.runs or question.strange:
                continue
            found = self.known.retriever(question).finding(wanted[0])
            met = [match for match in found.matches if match.meets]
            if met:
                yield from ((one, question) for one in met if met[0].score - one.score < _CLOSE)
                return


def _together(
    one: tuple[Match, Question], other: tuple[Match, Question], pairing: Pairing, retriever: Retriever
) -> _Pair | None:
    """Two figures as a pair, None where they differ in more than the question says."""
    (first, asked), (second, other_asked) = one, other
    mine, its = first.figure, second.figure
    same_time = mine.days == its.days or asked.periods != other_asked.periods
    same_place = (
        not (mine.place and its.place)
        or retriever.matcher.same_place(mine.place, its.place)
        or asked.places != other_asked.places
    )
    same_kind = comparable((mine, its)) and mine.measure is its.measure
    same_status = mine.status is its.status or asked.status is not other_asked.status
    if mine.id == its.id or not (same_time and same_place and same_kind and same_status):
        return None
    if pairing.relation in {Relation.SHARE, Relation.REST} and mine.letter != its.letter:
        return None
    unlike = len(_unsaid(first, pairing.first, retriever) ^ _unsaid(second, pairing.second, retriever))
    if unlike > _MOST and pairing.relation is not Relation.SHARE:
        return None
    near = _TOGETHER * (mine.passage == its.passage) or _NEAR * (
        retriever.passage_of(mine).paragraph == retriever.passage_of(its).paragraph
    )
    return _Pair(first, second, first.score + second.score - _UNLIKE * unlike + near)


def _unsaid(match: Match, text: str, retriever: Retriever) -> frozenset[str]:
    """The characters of a figure's name that the question does not say."""
    name = match.card.name
    for word in _LEVELS:
        name = name.replace(word, "")
    said = retriever.lexicon.canonical(text)
    return frozenset(retriever.lexicon.plain.sub("", name)) - frozenset(said)


def _reply(pairing: Pairing, pair: _Pair, retriever: Retriever) -> Reply | None:
    first, second = pair.first.figure, pair.second.figure
    statements = [Statement((one,), retriever.passage_of(one)) for one in (first, second)]
    if pairing.relation is Relation.COMPARE:
        return compared(statements, retriever)
    if pairing.relation is Relation.EACH:
        return answered(told(merged(statements)), statements)
    return _reckoned(pairing.relation, first, second, retriever)


def _reckoned(relation: Relation, first: Figure, second: Figure, retriever: Retriever) -> Reply | None:
    if relation is Relation.SHARE:
        # A part is no more than its whole.
        part = 0 < first.quantity.value < second.quantity.value
        return worked("reckon.portion", share(first, second), retriever) if part else None
    if relation is Relation.TIMES:
        return worked("reckon.times", times(first, second), retriever) if second.quantity.value else None
    larger, smaller = sorted((first, second), key=lambda one: -one.signed)
    if relation is Relation.REST:
        return worked("reckon.rest", difference(first, second), retriever) if larger is first else None
    return worked("reckon.difference", difference(larger, smaller), retriever)
