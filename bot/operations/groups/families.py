"""Families of figures that government papers always print together: the four budgets of one level of government."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.timefit import in_all
from bot.operations.groups.group import Group
from bot.operations.groups.member import Member
from bot.operations.groups.words import Family, words
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure, Status

# One level's own money, and no other's: 市本级, 县级, 市直.
_OWN = compiled("[省市县区州]?本级|[省市县区州][级直]")
_ALL = compiled("全[省市县区州国]")
_MEASURES = (Measure.LEVEL, Measure.GROWTH)


@dataclass(frozen=True)
class _Part:
    """What of a family: which side, revenue or spending, and whether of the level's own money."""

    family: Family
    side: str
    own: bool


@dataclass(frozen=True)
class _Whole:
    """All members of a family."""

    part: _Part
    group: Group


def family_of(text: str) -> Family | None:
    """The family that a text asks among, None where it names none."""
    return next((one for one in words().families if one.asked.search(text)), None)


def family_group(question: Question, measure: Measure, retriever: Retriever) -> Group | None:
    """The family that a question asks among; None where a member has no figure or more than one family is meant."""
    family = family_of(question.text)
    said = [side for side, pattern in family.sides.items() if pattern.search(question.text)] if family else []
    if family is None or len(said) != 1:
        return None
    found = [
        one
        for one in retriever.once_each(_wholes)
        if one.part.family is family
        and one.part.side == said[0]
        and one.group.measure is measure
        and _is_meant(one, question, retriever)
    ]
    found = _likeliest(found, question)
    return found[0].group if len(found) == 1 else None


def _is_meant(whole: _Whole, question: Question, retriever: Retriever) -> bool:
    figure = whole.group.chief.figure
    level = bool(_OWN.search(question.text)) or (False if _ALL.search(question.text) else None)
    return (
        level in {None, whole.part.own}
        and question.status in {None, figure.status}
        and in_all(question.periods, figure.period)
        and all(retriever.same_place(place, figure.place) for place in question.places)
    )


def _likeliest(found: Sequence[_Whole], question: Question) -> list[_Whole]:
    """What came about before what is planned where neither is said, the last of them where no time is said."""
    done = [one for one in found if one.group.chief.figure.status is Status.RESULT]
    kept = done or list(found)
    if question.periods:
        return kept
    days = [one.group.chief.figure.days for one in kept]
    known = [day for day in days if day]
    return [one for one in kept if one.group.chief.figure.days == max(known)] if known else kept


def _wholes(letter: str, retriever: Retriever) -> Sequence[_Whole]:
    """Every family of a letter that has a single figure for each of its members."""
    pools: defaultdict[tuple[_Part, object], dict[str, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for card in retriever.cards.of_letter(letter).cards:
        figure = card.figure
        alike = figure.measure, figure.quantity.unit, figure.place, figure.days, figure.status
        for part, member in _places(card):
            pools[part, alike][member].append(card)
    return tuple(_whole(part, pool) for (part, _), pool in pools.items() if _is_whole(part, pool))


def _places(card: Card) -> Iterator[tuple[_Part, str]]:
    """Where a figure stands in a family, and as which member."""
    figure = card.figure
    if figure.measure not in _MEASURES:
        return
    own = bool(_OWN.search(figure.name)) or bool(
        not _ALL.search(figure.name) and _OWN.search("".join(figure.scope))
    )
    name = _OWN.sub("", _ALL.sub("", figure.name))
    for family in words().families:
        for member, pattern in family.members.items():
            match = pattern.fullmatch(name)
            if match and match["side"] in family.sides:
                yield _Part(family, match["side"], own), member


def _is_whole(part: _Part, pool: Mapping[str, Sequence[Card]]) -> bool:
    return len(pool) == len(part.family.members) and all(
        len({card.figure.signed for card in cards}) == 1 for cards in pool.values()
    )


def _whole(part: _Part, pool: Mapping[str, Sequence[Card]]) -> _Whole:
    return _Whole(part, Group(tuple(Member(pool[name][0], name) for name in part.family.members)))
