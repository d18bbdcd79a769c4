"""Two figures that a question sets beside each other, and whether they may be."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.match import Match
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import NAME, SCOPE, cover, met
from bot.operations.arithmetic.reckon import comparable
from bot.operations.figures.counted import counts_some
from bot.understanding.question import Question
from bot.understanding.several.pairing import Pairing, Relation
from corpus.compiled import compiled
from corpus.figure import Figure, Measure

# A figure with the question that it meets.
Side = tuple[Match, Question]
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
# What one level of the government has is called so, and what all have is not.
_LEVELS = ("本级", "预算", "各项", "全市", "全县", "全区", "全省", "全国", "全州")


# Of these each of the two is called as it is.
_OF_TWO_NAMES = frozenset({Relation.SHARE, Relation.EACH_ONE, Relation.MEAN, Relation.UNLIKE})
# Of these the two are of two kinds of quantity.
_OF_TWO_KINDS = frozenset({Relation.EACH_ONE, Relation.MEAN})
_WHOLE = compiled("全[国省市县区州镇]$")
_RATES = frozenset({"percent", "points", "rank", "multiple"})
# One growth is no part of another.
_AMOUNTS = frozenset({Measure.LEVEL, Measure.SHARE})
# What is itself printed as not so.
_NOT_SO = compiled("没|未|不|无")


@dataclass(frozen=True)
class Pair:
    """The figures of both sides, and how well they go together."""

    pairing: Pairing
    first: Match
    second: Match
    fit: float


def together(one: Side, other: Side, pairing: Pairing, retriever: Retriever) -> Pair | None:
    """Two figures as a pair, None where they differ in more than the question says."""
    (first, asked), (second, other_asked) = one, other
    if not _are_comparable(one, other, pairing, retriever) or not _are_meant(one, other, pairing, retriever):
        return None
    if not (_says(first, asked, other_asked, retriever) and _says(second, other_asked, asked, retriever)):
        return None
    unlike = len(_unsaid(first, pairing.first, retriever) ^ _unsaid(second, pairing.second, retriever))
    if unlike > _MOST and pairing.relation not in _OF_TWO_NAMES:
        return None
    mine, its = first.figure, second.figure
    near = _TOGETHER * (mine.passage == its.passage) or _NEAR * (
        retriever.passage_of(mine).paragraph == retriever.passage_of(its).paragraph
    )
    own = sum(
        met(retriever.lexicon.canonical(side), match.card.name, retriever.lexicon)
        for side, match in zip(pairing.sides, (first, second), strict=True)
    )
    fit = first.score + second.score - _UNLIKE * unlike + near + _OWN * own
    return Pair(pairing, first, second, fit)


def _are_comparable(one: Side, other: Side, pairing: Pairing, retriever: Retriever) -> bool:
    """Whether time, place, kind and status are one, but for what the question itself says of them."""
    (first, asked), (second, other_asked) = one, other
    mine, its = first.figure, second.figure
    same_time = mine.days == its.days or asked.periods != other_asked.periods
    same_place = (
        not (mine.place and its.place)
        or retriever.same_place(mine.place, its.place)
        or asked.places != other_asked.places
    )
    two_kinds = pairing.relation in _OF_TWO_KINDS
    same_kind = (two_kinds or comparable((mine, its))) and mine.measure is its.measure
    planned = asked.status is not other_asked.status or asked.periods != other_asked.periods
    return (
        mine.id != its.id
        and same_time
        and same_place
        and same_kind
        and (mine.status is its.status or planned)
    )


def _are_meant(one: Side, other: Side, pairing: Pairing, retriever: Retriever) -> bool:
    """Whether what is asked of the two may be asked of these: a part is of one letter, a mean printed nowhere."""
    (first, asked), (second, other_asked) = one, other
    mine, its = first.figure, second.figure
    if pairing.relation is Relation.EACH_ONE:
        return mine.passage == its.passage and "均" not in retriever.passage_of(mine).text
    if pairing.relation is Relation.MEAN:
        return _is_mean(mine, its, retriever)
    if pairing.relation is Relation.UNLIKE:
        # What is asked to be not so and printed as not so is what is asked for itself.
        return mine.passage == its.passage and not _NOT_SO.search(second.card.name + second.card.clause)
    if pairing.relation in _APART:
        sides, read = pairing.sides, (asked, other_asked)
        return _has_own(read, sides, first, retriever) and _has_own(
            read[::-1], sides[::-1], second, retriever
        )
    if pairing.relation is Relation.SHARE and mine.measure not in _AMOUNTS:
        return False
    # 全国 of a county's paper is no whole of the county.
    abroad = _WHOLE.match(pairing.sides[1]) is not None and not other_asked.home
    return mine.letter == its.letter and not abroad


def _is_mean(amount: Figure, count: Figure, retriever: Retriever) -> bool:
    """Whether one may be divided by the other: no rate, by no count of some of them, and no mean is printed."""
    printed = any("均" in retriever.passage_of(one).text for one in (amount, count))
    some = bool(count.indicator) and counts_some(count)
    kind = retriever.lexicon.kind
    rate = kind(amount.quantity.unit) in _RATES
    return (
        amount.letter == count.letter
        and kind(count.quantity.unit) == "count"
        and not (printed or some or rate)
    )


def rivals(one: Pair, best: Pair) -> bool:
    """Whether another pair of other values is as good as the best."""
    values = [(pair.first.figure.signed, pair.second.figure.signed) for pair in (one, best)]
    return values[0] != values[1] and best.fit - one.fit < _EQUAL


def is_own(first: Match, second: Match, sides: Sequence[Sequence[Side]]) -> bool:
    """Whether each figure is its own side's rather than the other's: all revenue is no revenue of the places."""
    scores = [{match.figure.id: match.score for match, _ in side} for side in sides]
    mine, its = first.figure.id, second.figure.id
    return scores[0][mine] >= scores[0].get(its, 0.0) and scores[1][its] >= scores[1].get(mine, 0.0)


def are_told_apart(pair: Pair, sides: Sequence[Sequence[Side]]) -> bool:
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
