"""Groups: figures of one kind that stand beside each other in a sentence, a paragraph or a column of a table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.groups.lists import items
from bot.operations.groups.member import Member, members, row_label
from bot.operations.ranking.peers import YEARLY
from bot.phrasing.clause import text_before
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.passage import Kind, Passage
from corpus.place import level
from corpus.texts.table import cells as cells_of

_LEAST, _FEW = 2, 4
# What is left over is no member; 其他用品和服务 is one.
_OTHERS = ("其他", "其余", "其它")
_PLACES = ("区", "县", "市", "镇", "乡", "街道")
_MEAN = compiled("每[一百千万]|人均|户均|平均")
_AGAINST_YEAR = compiled("[比较与同和](?:上年|去年)(?:同期)?")
_MEASURES = (Measure.LEVEL, Measure.GROWTH, Measure.SHARE, Measure.CHANGE, Measure.RANK)


@dataclass(frozen=True)
class Group:
    """Two or more members in the order of the text; no total is among them. `by_place` says that places tell them apart.

    `others` stand beside them and are not asked about.
    """

    members: tuple[Member, ...]
    by_place: bool = False
    others: tuple[Member, ...] = ()

    def only(self, members: tuple[Member, ...]) -> "Group":
        """The group of these of its members."""
        return Group(members, self.by_place, tuple(one for one in self.members if one not in members))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the members' figures."""
        return frozenset(one.card.figure.id for one in self.members)

    @property
    def chief(self) -> Card:
        """The first member's card, which tells what all are of."""
        return self.members[0].card

    @property
    def measure(self) -> Measure:
        """What is said of every member."""
        return self.chief.figure.measure


def groups(retriever: Retriever) -> Sequence[Group]:
    """Every group of the letters, those of a sentence or a column before those of a paragraph, none twice."""
    return retriever.once_each(_groups)


def _groups(letter: str, retriever: Retriever) -> Sequence[Group]:
    found: dict[tuple[str, ...], Group] = {}
    for cards, by_place in _pools(letter, retriever):
        kept = _without_totals(cards, retriever)
        if len(kept) >= _LEAST:
            ids = tuple(card.figure.id for card in kept)
            group = Group(members(kept, retriever), by_place or _are_places(kept, retriever))
            labels = {member.label for member in group.members}
            # What has no name of its own is not told apart.
            if len(labels) == len(kept) and "" not in labels:
                found.setdefault(ids, group)
    return tuple(found.values())


def _are_places(kept: Sequence[Card], retriever: Retriever) -> bool:
    """Whether the rows of a table are one place each, once the row of them all is left out."""
    rows = all(retriever.passage_of(card.figure).kind is Kind.ROW for card in kept)
    return rows and len({card.figure.place for card in kept}) == len(kept)


def _pools(letter: str, retriever: Retriever) -> Iterator[tuple[list[Card], bool]]:
    """Cards that differ in one thing alone, and whether that is the place."""
    pools: defaultdict[tuple[object, ...], dict[object, Card]] = defaultdict(dict)
    tables = dict(_tables(letter, retriever))
    lists = {item.passage.id: item.first.id for item in items(letter, retriever)}
    for card in retriever.cards.of_letter(letter).cards:
        if card.figure.measure not in _MEASURES:
            continue
        passage = retriever.passage_of(card.figure)
        if passage.kind is Kind.ROW:
            pools["column", *column(card, passage), tables[passage.id]].setdefault(passage.id, card)
            continue
        if passage.id in lists:
            # An item is what its first figure is of.
            pools["list", lists[passage.id], *_alike(card)].setdefault(passage.paragraph, card)
        if len(passage.section) > 1 and card.figure.indicator:
            # 1.茶饮产业。产值…, 2.竹木产业。产值…: sections beside each other that say the same of each.
            beside = passage.section[:-1], card.figure.indicator, *_alike(card)
            pools["section", *beside].setdefault(passage.section, card)
        for where in (passage.id, (passage.letter, passage.paragraph)):
            alike = (where, *_alike(card))
            pools["place", *alike, card.name].setdefault(card.figure.place, card)
            # 从行业看: what stands under it is one row, whatever is measured.
            # Ranks of whatever is measured are one row too.
            of = card.figure.division or (
                "" if card.figure.measure is Measure.RANK else card.figure.indicator
            )
            pools["thing", *alike, of, card.figure.place].setdefault(card.name, card)
    for key, pool in pools.items():
        cards = list(pool.values())
        places = {card.figure.place for card in cards}
        yield cards, key[0] == "place" or (key[0] == "column" and len(places) == len(cards) > 1)


def _alike(card: Card) -> tuple[object, ...]:
    """What members of a sentence have in common."""
    figure = card.figure
    return (
        figure.measure,
        # Growths of 21.5% and of 1.2倍 stand in one row.
        figure.quantity.unit if figure.measure is not Measure.GROWTH else "",
        figure.status,
        figure.days,
        figure.aspect,
        figure.division,
        "" if figure.basis in YEARLY or _AGAINST_YEAR.fullmatch(figure.basis) else figure.basis,
    )


def _tables(letter: str, retriever: Retriever) -> Iterator[tuple[str, str]]:
    """Each row of a letter with the first line of its table, by their ids."""
    table, before = "", Kind.SENTENCE
    for passage in retriever.library.passages(letter):
        begins = passage.kind is Kind.CAPTION and before is not Kind.CAPTION
        if begins or (passage.kind is Kind.ROW and before not in {Kind.ROW, Kind.CAPTION}):
            table = passage.id
        before = passage.kind
        if passage.kind is Kind.ROW:
            yield passage.id, table


def column(card: Card, passage: Passage) -> tuple[object, ...]:
    """The column of a figure of a row, and what it measures."""
    before = text_before(card.figure, passage)
    place = len(cells_of(before)) if before.strip() else 0
    if "|" in before or "\t" in before:
        place = before.count("|") + before.count("\t")
    return place, card.figure.measure, card.figure.quantity.unit


def _without_totals(cards: Sequence[Card], retriever: Retriever) -> list[Card]:
    """The cards that are one thing each: no total, no part of a part, no whole that the others stand under."""
    single = [card for card in cards if not _is_total(card, retriever)] or list(cards)
    # 每千人床位 is no member beside the beds of hospitals.
    single = [card for card in single if not _MEAN.match(card.figure.name)] or single
    inner = [card for card in single if _is_inner(card, retriever)]
    home = level(single[0].letter.place)
    if len({card.figure.place for card in inner if level(card.figure.place) > home}) >= _LEAST:
        single = inner  # beside the places of a county its own is their whole
    values = [card.figure.quantity.value for card in single]
    if len(single) >= _FEW and all(card.figure.measure is not Measure.GROWTH for card in single):
        single = [card for card in single if not _is_sum(card.figure.quantity.value, values)]
    under = {card.figure.name: _below(card, single) for card in single}
    for name, below in under.items():
        # 其中 below one of them is a part of a part; what most stand under is their whole.
        whole = len(below) * 2 >= len(single) - 1
        single = [card for card in single if (card.figure.name != name if whole else card not in below)]
    return single


def _is_inner(card: Card, retriever: Retriever) -> bool:
    """Whether a figure is of a part of the letter's place, as a row may be whose name, 高新区, is known as no place."""
    home = card.letter.place
    if not retriever.same_place(card.figure.place, home):
        return True
    passage = retriever.passage_of(card.figure)
    if passage.kind is Kind.SENTENCE:
        # 桑岭市894.6万人次、塔日县78.2万人次: of a city that has counties the city itself is one in the row.
        return text_before(card.figure, passage).endswith((f"、{home}", f"，{home}", f",{home}"))
    label = row_label(card, retriever)
    return bool(label) and label.endswith(_PLACES) and not retriever.same_place(label, home)


def _below(whole: Card, cards: Sequence[Card]) -> list[Card]:
    """The cards that stand under another: its name, or what it is of where all are measured alike."""
    figure = whole.figure
    names = {figure.name, figure.subject} - {""}
    return [one for one in cards if names & set(one.figure.scope) and one.figure.name != figure.name]


def _is_total(card: Card, retriever: Retriever) -> bool:
    totals = tuple(word for word in retriever.lexicon.markers["total"] if word not in _OTHERS)
    figure = card.figure
    label = row_label(card, retriever)
    if label:
        titles = [retriever.lexicon.canonical(text) for text in figure.scope]
        return (
            label.startswith(totals)
            or label in _OTHERS
            or (not label[0].isdigit() and any(label in title for title in titles))
        )
    return figure.subject.startswith(totals) or figure.place.startswith(totals) or figure.subject in _OTHERS


def _is_sum(value: Decimal, values: Sequence[Decimal]) -> bool:
    rest = sum(values, Decimal(0)) - value
    return abs(value - rest) <= abs(value) / 100
