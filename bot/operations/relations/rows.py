"""What may be a row that a question asks for a place in: parts of a whole, taxes, and the groups of the letters."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.groups.group import Group, groups
from bot.operations.groups.member import Member, members
from bot.operations.relations.found import Relation, related
from corpus.compiled import compiled
from corpus.figure import Measure

_FEW = 3
_TOTAL = compiled("全[国省市县区部]|总|合计|本年|规上(?:总产值|增加值)?$")


@dataclass(frozen=True)
class Candidate:
    """A group, and the whole that its members are parts of, if one is told."""

    group: Group
    whole: Card | None


def rows_of(retriever: Retriever) -> Iterator[Candidate]:
    """The rows of the letters, those of a whole's parts first."""
    parts: defaultdict[str, list[Card]] = defaultdict(list)
    wholes: dict[str, Card] = {}
    for whole, part in related(Relation.PART, retriever):
        parts[whole.figure.id].append(part)
        wholes[whole.figure.id] = whole
    for key, cards in parts.items():
        named = members(cards, retriever)
        # What has no name of its own is not told apart.
        if len(cards) >= _FEW and len({one.label for one in named} - {""}) == len(named):
            yield Candidate(Group(named), wholes[key])
    yield from _taxes(retriever)
    for group in groups(retriever):
        kept = tuple(one for one in group.members if not _TOTAL.match(one.label))
        if kept:
            yield Candidate(group.only(kept), None)


def _taxes(retriever: Retriever) -> Iterator[Candidate]:
    """The taxes of a letter, whatever it tells beside them."""
    found: defaultdict[tuple[object, ...], list[Card]] = defaultdict(list)
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        if card.name.endswith("税") and figure.measure in {Measure.LEVEL, Measure.GROWTH}:
            found[figure.letter, figure.measure, figure.quantity.unit, figure.days, figure.status].append(
                card
            )
    for cards in found.values():
        once = {card.name: card for card in reversed(cards)}
        if len(once) >= _FEW:
            yield Candidate(Group(tuple(Member(card, name) for name, card in once.items())), None)
