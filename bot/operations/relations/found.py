"""The relations between figures of a sentence that its words tell, whatever is asked: found once for each letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.phrasing.clause import text_before
from corpus.amounts.unit import same_family
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.kind import Kind


class Relation(StrEnum):
    """What two figures are to each other."""

    PART = "part"  # the whole, and one of what 其中 names
    STEP = "step"  # what it went from and to
    CHANGE = "change"  # what it is and by how much it changed
    GAP = "gap"  # what it is and how far it is from another's
    BESIDE = "beside"  # of two units, one after the other
    ALIKE = "alike"  # of one unit, one after the other


@dataclass(frozen=True)
class Related:
    """Two figures of a letter with what they are to each other, in the order that their relation names."""

    relation: Relation
    first: Card
    second: Card


# So many characters at most stand between the two.
_NEAR = 45
_VALUES = frozenset({Measure.LEVEL, Measure.SHARE})
_AMONG = compiled("其中")
_BRACKETS = (("（", "）"), ("(", ")"))
_COLONS = frozenset(":：")
_ENDS = compiled("[;；。]")
_FROM = compiled("[由从自][^,，;；。、]{0,16}$")
_RATES = frozenset({"%", "‰", "个百分点"})
# 台（套）: counted in either.
_EITHER = compiled("[（(].*")
_MOVED = compiled("(?:[前后]移|上升|下降|提升|前进|进位|后退)(?:了)?$")
_TO = compiled("^[^,，;；。、]{0,8}?(?:到|至|为)")


def related(relation: Relation, retriever: Retriever) -> Iterator[tuple[Card, Card]]:
    """All pairs of figures that are this to each other, in the order of the text."""
    return ((one.first, one.second) for one in retriever.once_each(related_of) if one.relation is relation)


def between(one: Card, other: Card, retriever: Retriever) -> str:
    """The text between two figures of one sentence, the first of them first."""
    passage = retriever.passage_of(one.figure)
    return passage.text[one.figure.quantity.end - passage.start : other.figure.quantity.start - passage.start]


def related_of(letter: str, retriever: Retriever) -> Sequence[Related]:
    """All pairs of a letter's figures that are something to each other, in the order of the text."""
    found: list[Related] = []
    last: list[Card] = []
    for _, group in groupby(retriever.cards.of_letter(letter).cards, key=lambda card: card.figure.passage):
        cards = sorted(group, key=lambda card: card.figure.quantity.start)
        if retriever.passage_of(cards[0].figure).kind is not Kind.SENTENCE:
            last = []
            continue
        named = frozenset(card.name for card in cards if card.figure.measure in _VALUES)
        for number, one in enumerate(cards):
            found += _with_next(one, cards[number + 1 :], named, retriever)
        found += _parts(cards, last, retriever)
        last = cards
    return found


def _with_next(
    one: Card, others: Sequence[Card], named: frozenset[str], retriever: Retriever
) -> Iterator[Related]:
    """What a figure is to those behind it."""
    for place, other in enumerate(others):
        text = between(one, other, retriever)
        if len(text) > _NEAR:
            return
        if place == 0 and _is_step(one, other, text, retriever):
            yield Related(Relation.STEP, one, other)
        if _ENDS.search(text):
            continue
        if one.figure.measure is Measure.RANK and place == 0 and _MOVED.search(text):
            yield Related(Relation.CHANGE, one, other)
        relation = _relation(one, other, _is_told_of(other, one, others[:place], named))
        if relation:
            yield Related(relation, one, other)


def _relation(one: Card, other: Card, of_it: bool) -> Relation | None:
    """What the second of two figures is to the first; `of_it` says that a change or gap would be told of that."""
    first, second = one.figure.measure, other.figure.measure
    if (first, second) == (Measure.LEVEL, Measure.LEVEL):
        return Relation.ALIKE if _are_alike(one, other) else Relation.BESIDE
    if first in _VALUES and second is Measure.CHANGE and of_it and _changes(one, other):
        return Relation.CHANGE
    return Relation.GAP if second is Measure.GAP and of_it and _goes_with(one, other) else None


def _is_step(one: Card, other: Card, text: str, retriever: Retriever) -> bool:
    """Whether a sentence says that it went from the one to the other."""
    levels = one.figure.measure is other.figure.measure is Measure.LEVEL
    told = levels and _are_alike(one, other) and _TO.search(text) is not None
    return told and _FROM.search(text_before(one.figure, retriever.passage_of(one.figure))) is not None


def _are_alike(one: Card, other: Card) -> bool:
    return same_family(one.figure.quantity.unit, other.figure.quantity.unit)


def _is_told_of(step: Card, one: Card, inside: Sequence[Card], named: frozenset[str]) -> bool:
    """Whether a change or gap is of a figure: of its name, or where none is called so, the nearest one of its unit that is
    not called otherwise: 不良率下降0.3个百分点 is of no 贷款利率."""
    if step.name in named:
        return one.name == step.name
    if step.figure.measure is Measure.CHANGE and one.name not in step.name and step.name not in one.name:
        return False
    return not any(
        card.figure.measure is one.figure.measure and card.figure.quantity.unit == one.figure.quantity.unit
        for card in inside
    )


def _changes(level: Card, change: Card) -> bool:
    """Whether a change is one of a level: points of a rate, else of its own unit."""
    unit = change.figure.quantity.unit
    if "百分点" in unit:
        return level.figure.quantity.unit == "%"
    return unit == level.figure.quantity.unit


def _goes_with(one: Card, gap: Card) -> bool:
    if "百分点" in gap.figure.quantity.unit:
        return one.figure.quantity.unit == "%" and one.figure.measure in {
            Measure.LEVEL,
            Measure.GROWTH,
            Measure.SHARE,
        }
    return one.figure.measure is Measure.LEVEL and one.figure.quantity.unit == gap.figure.quantity.unit


def _parts(cards: Sequence[Card], last: Sequence[Card], retriever: Retriever) -> Iterator[Related]:
    """The parts of a whole: what 其中 names, up to the end of its clause or bracket."""
    passage = retriever.passage_of(cards[0].figure)
    for mark in _AMONG.finditer(passage.text):
        place = passage.start + mark.start()
        ahead = [card for card in cards if card.figure.quantity.end <= place]
        whole = _whole(ahead) if ahead else _only_level(last)
        if whole is None or (mark.start() and not ahead):
            continue
        for card in cards:
            start = card.figure.quantity.start
            if start < place:
                continue
            text = passage.text[mark.end() : start - passage.start]
            if (
                _over(text, listed=not mark.start() or text[:1] in _COLONS)
                or text.count("）") > text.count("（")
                or text.count(")") > text.count("(")
            ):
                break
            if _is_part(whole, card):
                yield Related(Relation.PART, whole, card)


def _over(text: str, *, listed: bool) -> bool:
    """Whether what 其中 names ends in a text; of a list, 其中:农业…;林业…, a semicolon parts its items."""
    closed = any(text.count(end) > text.count(begin) for begin, end in _BRACKETS)
    return closed or ("。" in text if listed else _ENDS.search(text) is not None)


def _whole(ahead: Sequence[Card]) -> Card | None:
    """The level that 其中 is of: the last one before it in its own part of the sentence."""
    levels = [card for card in ahead if card.figure.measure is Measure.LEVEL]
    return levels[-1] if levels else None


def _only_level(cards: Sequence[Card]) -> Card | None:
    levels = [card for card in cards if card.figure.measure is Measure.LEVEL]
    return levels[0] if len(levels) == 1 else None


def _is_part(whole: Card, part: Card) -> bool:
    one, other = whole.figure, part.figure
    return (
        other.measure is Measure.LEVEL
        and one.quantity.unit not in _RATES
        and _EITHER.sub("", one.quantity.unit) == _EITHER.sub("", other.quantity.unit)
        and one.quantity.value > other.quantity.value
        and one.status is other.status
    )
