"""The answer to a question over two things: the figure of each, and what comes of both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product

from bot.answering.knowledge import Knowledge
from bot.answering.readings import Readings
from bot.matching.query import queries
from bot.matching.retriever import Retriever, merged
from bot.operations.arithmetic.means import mean_of, quotient
from bot.operations.arithmetic.pair import Pair, Side, are_told_apart, is_own, rivals, together
from bot.operations.arithmetic.reckon import difference, share, times
from bot.operations.arithmetic.shares import printed_share
from bot.operations.arithmetic.worked import worked
from bot.operations.figures.lookup import answered
from bot.operations.ranking.compare import compared
from bot.phrasing.headline import headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.understanding.several.composed import Claim, claim_of, composed
from bot.understanding.several.pairing import Pairing, Relation, pairings
from bot.wording import say
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

# A figure that meets its side so much less well than the best is none of a pair.
_CLOSE = 1.2
# What of a side may be asked for by name; of what is counted nothing but the count.
_USUAL = frozenset({Measure.GROWTH, Measure.SHARE})
_MEASURES: Mapping[Relation, frozenset[Measure]] = {
    Relation.COMPARE: _USUAL | {Measure.CHANGE},
    Relation.UNLIKE: frozenset(),
    Relation.MEAN: frozenset(),
}
# So many readings of a side are tried, and so many sides of one question: of 6,900 questions 24 had more, and one of these is
# told otherwise for it, by the sentence that says both.
_READINGS, _SIDES = 3, 12
# Of a question longer than usual, which may be taken apart in dozens of ways.
_FEW = 6


@dataclass(frozen=True)
class Paired:
    """Answers questions over two things from what is known of a corpus. `long` says that a message is longer than usual."""

    known: Knowledge
    read: Readings
    long: bool = False
    _sides: dict[tuple[object, ...], Sequence[Side]] = field(default_factory=dict, compare=False, repr=False)

    def reply(self, text: str, history: Sequence[str]) -> Reply | None:
        """What comes of the two figures that a question is over; None where it is over no two, or not both are there."""
        found: list[Pair] = []
        words = self.known.library.words
        for pairing in chain(composed(text, words), pairings(text, words)):
            printed = self._printed(pairing, history)
            if printed:
                return replace(answered(told([printed]), [printed]), way="paired.printed", checked=True)
            found += self._pairs(pairing, history)
        asked = self.read.question(text, history)
        found = [one for one in found if self._is_of_kind(one, asked)]
        best = max(found, key=lambda one: one.fit, default=None)
        if best is None or any(rivals(one, best) for one in found):
            return None
        reply = _reply(best, claim_of(text), self.known.whole)
        return replace(reply, way=f"paired.{best.pairing.relation}", checked=True) if reply else None

    def _is_of_kind(self, pair: Pair, question: Question) -> bool:
        """Whether both figures count what is asked for: 多几所 is of no 在园幼儿. Of a mean the one is an amount, and the
        other the number that is said (六个产业平均每个多少)."""
        asked = question.asked
        if pair.pairing.relation is Relation.MEAN:
            return question.count in {0, pair.second.figure.quantity.value}
        if asked.kind != "count":
            return True
        lexicon = self.known.lexicon
        units = [side.figure.quantity.unit for side in (pair.first, pair.second)]
        return all(lexicon.kind(unit) == "count" and lexicon.counts_alike(asked.word, unit) for unit in units)

    def _printed(self, pairing: Pairing, history: Sequence[str]) -> Statement | None:
        """The part with its share of the whole as a letter prints it, None where none does."""
        if pairing.relation is not Relation.SHARE:
            return None
        retriever = self.known.whole
        side = retriever.lexicon.canonical(pairing.sides[1])
        for part, _ in self._found(pairing.first, pairing, history):
            for one in retriever.beside(part.card):
                whole = retriever.lexicon.canonical(one.whole)
                if one.measure is Measure.SHARE and whole and (whole in side or side in whole):
                    return retriever.stated(part.figure, one)
        return None

    def _pairs(self, pairing: Pairing, history: Sequence[str]) -> Iterator[Pair]:
        """The pairs of figures that may be meant."""
        sides: list[Sequence[Side]] = []
        for side in (pairing.first, pairing.second):
            sides.append(self._found(side, pairing, history))
            if not sides[-1]:
                return
        for first, second in product(*sides):
            pair = together(first, second, pairing, self.known.whole)
            if pair and is_own(pair.first, pair.second, sides) and are_told_apart(pair, sides):
                yield pair

    def _found(self, text: str, pairing: Pairing, history: Sequence[str]) -> Sequence[Side]:
        """The figures that meet a side, of its first reading that any meets; none of a side beyond the most. Several ways to
        take a question apart share a side."""
        said = (text, pairing.paced, pairing.relation, *history)
        if said not in self._sides:
            if len(self._sides) == (_FEW if self.long else _SIDES):
                return ()
            self._sides[said] = tuple(self._matches(text, pairing, history))
        return self._sides[said]

    def _matches(self, text: str, pairing: Pairing, history: Sequence[str]) -> Iterator[Side]:
        measure = Measure.GROWTH if pairing.paced else Measure.LEVEL
        for reading in [text, *self.read.others(text)][:_READINGS]:
            question = self.read.question(reading, history)
            wanted_of = question.measures & _MEASURES.get(pairing.relation, _USUAL) or frozenset({measure})
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


def _reply(pair: Pair, claim: Claim | None, retriever: Retriever) -> Reply | None:
    pairing = pair.pairing
    first, second = pair.first.figure, pair.second.figure
    statements = [retriever.stated(one) for one in (first, second)]
    if pairing.relation is Relation.COMPARE:
        return compared(statements, retriever)
    if pairing.relation is Relation.EACH:
        return answered(told(merged(statements)), statements)
    reply = _reckoned(pair, retriever)
    return _checked(reply, claim) if reply and claim and pairing.relation is Relation.TIMES else reply


def _checked(reply: Reply, claim: Claim) -> Reply:
    """A multiple with whether it is the claimed one."""
    right = claim.holds(reply.workings[0].value)
    word = say("check.right" if right else "check.wrong")
    return replace(reply, headline=headline(word, body=reply.headline))


def _reckoned(pair: Pair, retriever: Retriever) -> Reply | None:
    """What is worked out of a pair: its difference, what is left, the one in per cent or times the other."""
    relation, first, second = pair.pairing.relation, pair.first.figure, pair.second.figure
    if relation is Relation.SHARE:
        # A part is no more than its whole.
        part = 0 < first.quantity.value < second.quantity.value
        return _share(first, second, retriever) if part else None
    if relation is Relation.EACH_ONE:
        return (
            worked("reckon.each_one", quotient(first, second), retriever) if second.quantity.value else None
        )
    if relation is Relation.MEAN:
        return worked("reckon.each_one", mean_of(first, second), retriever) if second.quantity.value else None
    if relation is Relation.TIMES:
        return worked("reckon.times", times(first, second), retriever) if second.quantity.value else None
    larger, smaller = sorted((first, second), key=lambda one: -one.signed)
    if relation in {Relation.REST, Relation.UNLIKE}:
        return worked("reckon.rest", difference(first, second), retriever) if larger is first else None
    return worked("reckon.difference", difference(larger, smaller), retriever)


def _share(part: Figure, whole: Figure, retriever: Retriever) -> Reply:
    """The share as a letter prints it, else as it is worked out."""
    printed = printed_share(part, whole, retriever)
    if printed is None:
        return worked("reckon.portion", share(part, whole), retriever)
    statement = retriever.stated(printed)
    return answered(told([statement]), [statement])
