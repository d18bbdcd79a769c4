"""The answer to a question over two things: the figure of each, and what comes of both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bot.answering.knowledge import Knowledge
from bot.answering.readings import Readings
from bot.matching.cover import NAME, SCOPE, cover, met
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
from corpus.figure import Measure

# A figure that meets its side so much less well than the best is none of a pair.
_CLOSE = 1.2
# What the two say besides what is asked counts against them, that they stand together for them.
_UNLIKE, _TOGETHER, _NEAR = 0.6, 0.6, 0.3
# What counts that a figure's own name says its side.
_OWN = 2.0
# Pairs no farther apart are as good.
_EQUAL = 0.05
# Two whose names say so many characters more that differ are no pair.
_MOST = 3
# Of these each side is a thing of its own, and none the whole of the other.
_APART = frozenset({Relation.COMPARE, Relation.DIFFERENCE, Relation.TIMES, Relation.EACH})
# So many readings of a side are tried.
_READINGS = 3
# What one level of the government has is called so, and what all have is not.
_LEVELS = ("本级", "预算", "各项", "全市", "全县", "全区", "全省", "全国", "全州")


@dataclass(frozen=True)
class _Pair:
    """The figures of both sides, and how well they go together."""

    pairing: Pairing
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
        found: list[_Pair] = []
        for pairing in pairings(text, self.known.library.words):
            printed = self._printed(pairing, history)
            if printed:
                return replace(answered(told([printed]), [printed]), way="paired.printed", checked=True)
            found += self._pairs(pairing, history)
        best = max(found, key=lambda one: one.fit, default=None)
        if best is None or any(_rivals(one, best) for one in found):
            return None
        reply = _reply(best, self.known.whole)
        return replace(reply, way=f"paired.{best.pairing.relation}", checked=True) if reply else None

    def _printed(self, pairing: Pairing, history: Sequence[str]) -> Statement | None:
        """The part with its share of the whole as a letter prints it, None where none does."""
        if pairing.relation is not Relation.SHARE:
            return None
        retriever = self.known.whole
        side = retriever.lexicon.canonical(pairing.sides[1])
        for part, _ in self._matches(pairing.first, pairing, history):
            for one in retriever.beside(part.card):
                whole = retriever.lexicon.canonical(one.whole)
                if one.measure is Measure.SHARE and whole and (whole in side or side in whole):
                    return Statement((part.figure, one), retriever.passage_of(one))
        return None

    def _pairs(self, pairing: Pairing, history: Sequence[str]) -> Iterator[_Pair]:
        """The pairs of figures that may be meant."""
        sides = [list(self._matches(side, pairing, history)) for side in (pairing.first, pairing.second)]
        for first, second in product(*sides):
            pair = _together(first, second, pairing, self.known.whole)
            if pair and _is_own(pair.first, pair.second, sides) and _are_told_apart(pair, sides):
                yield pair

    def _matches(
        self, text: str, pairing: Pairing, history: Sequence[str]
    ) -> Iterator[tuple[Match, Question]]:
        """The figures that meet a side, of its first reading that any meets."""
        measure = Measure.GROWTH if pairing.paced else Measure.LEVEL
        for reading in [text, *self.read.others(text)][:_READINGS]:
            question = self.read.question(reading, history)
            wanted_of = question.measures & {Measure.GROWTH, Measure.SHARE} or frozenset({measure})
            narrowed = wanted_of - {Measure.LEVEL}
            question = replace(question, measures=narrowed, operations=frozenset())
            wanted = queries(question)
            if len(wanted) != 1 or not question.runs or question.strange:
                continue
            found = self.known.retriever(question).finding(wanted[0])
            alike = [one for one in found.matches if one.meets and one.figure.measure in wanted_of]
            if alike:
                yield from ((one, question) for one in alike if alike[0].score - one.score < _CLOSE)
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
    planned = asked.status is not other_asked.status or asked.periods != other_asked.periods
    same_status = mine.status is its.status or planned
    if mine.id == its.id or not (same_time and same_place and same_kind and same_status):
        return None
    sides, read = pairing.sides, (asked, other_asked)
    if pairing.relation in _APART and not (
        _has_own(read, sides, first, retriever) and _has_own(read[::-1], sides[::-1], second, retriever)
    ):
        return None
    if not (_says(first, asked, other_asked, retriever) and _says(second, other_asked, asked, retriever)):
        return None
    if pairing.relation in {Relation.SHARE, Relation.REST} and mine.letter != its.letter:
        return None
    unlike = len(_unsaid(first, pairing.first, retriever) ^ _unsaid(second, pairing.second, retriever))
    if unlike > _MOST and pairing.relation is not Relation.SHARE:
        return None
    near = _TOGETHER * (mine.passage == its.passage) or _NEAR * (
        retriever.passage_of(mine).paragraph == retriever.passage_of(its).paragraph
    )
    own = sum(
        met(retriever.lexicon.canonical(side), match.card.name, retriever.lexicon)
        for side, match in zip(pairing.sides, (first, second), strict=True)
    )
    fit = first.score + second.score - _UNLIKE * unlike + near + _OWN * own
    return _Pair(pairing, first, second, fit)


def _rivals(one: _Pair, best: _Pair) -> bool:
    """Whether another pair of other values is as good as the best."""
    values = [(pair.first.figure.signed, pair.second.figure.signed) for pair in (one, best)]
    return values[0] != values[1] and best.fit - one.fit < _EQUAL


def _is_own(first: Match, second: Match, sides: Sequence[Sequence[tuple[Match, Question]]]) -> bool:
    """Whether each figure is its own side's rather than the other's: all revenue is no revenue of the places."""
    scores = [{match.figure.id: match.score for match, _ in side} for side in sides]
    mine, its = first.figure.id, second.figure.id
    return scores[0][mine] >= scores[0].get(its, 0.0) and scores[1][its] >= scores[1].get(mine, 0.0)


def _are_told_apart(pair: _Pair, sides: Sequence[Sequence[tuple[Match, Question]]]) -> bool:
    """Whether no other figure of a side's is called just so beside it: of two teams of one name neither is meant."""
    return not any(
        _alike(match, one)
        for match, side in zip((pair.first, pair.second), sides, strict=True)
        for one, _ in side
    )


def _alike(one: Match, other: Match) -> bool:
    mine, its = one.figure, other.figure
    same = (mine.passage, mine.place, mine.days, mine.status, one.card.name, one.card.scope)
    return (
        same == (its.passage, its.place, its.days, its.status, other.card.name, other.card.scope)
        and mine.quantity.unit == its.quantity.unit
        and mine.signed != its.signed
    )


def _has_own(
    read: tuple[Question, Question], sides: tuple[str, str], match: Match, retriever: Retriever
) -> bool:
    """Whether a figure is told from the other by what is read of its side, else by the side's own characters.

    Of 县区的债务 beside 市级的债务 only debt may have been read.
    """
    question, other = read
    places = question.places and question.places != other.places
    times = question.periods and question.periods != other.periods
    if places or times or set(question.content) - set(other.content):
        return True
    mine, its = (set(retriever.lexicon.canonical(side)) for side in sides)
    own = mine - its - {"的"}
    said = set(match.card.name + match.card.scope)
    return bool(own) and 2 * len(own & said) >= len(own)


def _says(match: Match, question: Question, other: Question, retriever: Retriever) -> bool:
    """Whether a figure is itself called what tells its side from the other, and does not only stand near such words."""
    told = {run.words for run in other.runs}
    layers = (match.card.name, NAME), (match.card.scope, SCOPE), (match.card.figure.place, SCOPE)
    return all(
        not cover(run.words, layers, retriever.lexicon).missing(retriever.lexicon)
        for run in question.runs
        if run.words not in told
    )


def _unsaid(match: Match, text: str, retriever: Retriever) -> frozenset[str]:
    """The characters of a figure's name that the question does not say."""
    name = match.card.name
    for word in _LEVELS:
        name = name.replace(word, "")
    said = retriever.lexicon.canonical(text)
    return frozenset(retriever.lexicon.plain.sub("", name)) - frozenset(said)


def _reply(pair: _Pair, retriever: Retriever) -> Reply | None:
    pairing = pair.pairing
    first, second = pair.first.figure, pair.second.figure
    statements = [Statement((one,), retriever.passage_of(one)) for one in (first, second)]
    if pairing.relation is Relation.COMPARE:
        return compared(statements, retriever)
    if pairing.relation is Relation.EACH:
        return answered(told(merged(statements)), statements)
    return _reckoned(pair, retriever)


def _reckoned(pair: _Pair, retriever: Retriever) -> Reply | None:
    """What is worked out of a pair: its difference, what is left, the one in per cent or times the other."""
    relation, first, second = pair.pairing.relation, pair.first.figure, pair.second.figure
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
