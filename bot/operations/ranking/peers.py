"""Figures that stand beside each other: one indicator and period, many industries, places or years."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.matching.card import Card
from bot.matching.query import Query
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import NAME, cover, excluded, layers_of
from bot.matching.timefit import newness, period_fit
from corpus.figure import Measure, Status

_LEAST = 2
# A growth that says nothing else is against the year before.
YEARLY = frozenset({"同比", "比上年", "比上年同期", "较上年", "较上年同期", "比去年同期"})
_FEW = 4


@dataclass(frozen=True)
class Peers:
    """Comparable figures of different subjects or places, in the order of the text; totals are not among them."""

    cards: tuple[Card, ...]
    missing: tuple[str, ...] = ()

    @property
    def by_value(self) -> list[Card]:
        """The cards from the highest to the lowest value."""
        return sorted(self.cards, key=lambda card: -card.figure.order)


def peers(
    query: Query, measure: Measure, retriever: Retriever, *, of_whole: bool = False, of_places: bool = False
) -> Peers | None:
    """The group of comparable figures that meets the query best, None where there is none of two or more.

    `of_whole` wants the parts of what the query names: figures whose own names do not say it.
    `of_places` wants one figure for each of several places, where there are such.
    """
    groups = [group for group in _groups(query, measure, retriever) if len(group) >= _LEAST]
    if of_places:
        groups = [group for group in groups if len({card.figure.place for card in group}) > 1] or groups
    if of_whole:
        groups = [parts for group in groups if len(parts := _parts(query, group, retriever)) >= _LEAST]
    if not groups:
        return None
    best = max(groups, key=lambda group: _fit(query, group, retriever))
    return Peers(tuple(best), _missing(query, best, retriever))


def _groups(query: Query, measure: Measure, retriever: Retriever) -> list[list[Card]]:
    groups: defaultdict[tuple[object, ...], dict[tuple[str, str], Card]] = defaultdict(dict)
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        if figure.measure is not measure or not _in_scope(query, card, retriever):
            continue
        section = retriever.passage_of(figure).section
        key = (
            figure.letter,
            section,
            figure.indicator,
            # Growths of 21.5% and of 1.2倍 stand in one row.
            figure.quantity.unit if measure is not Measure.GROWTH else "",
            figure.status,
            figure.days,
            figure.division,
            "" if figure.basis in YEARLY else figure.basis,
        )
        groups[key].setdefault((figure.name, figure.place), card)
    return [_without_whole(list(group.values()), retriever) for group in groups.values()]


def _without_whole(group: list[Card], retriever: Retriever) -> list[Card]:
    """The cards that are one thing each: no total, no remainder, no whole that others stand under."""
    values = [card.figure.quantity.value for card in group]
    above = {name for card in group for name in (*card.figure.scope, card.figure.whole)}
    # A row that the others add up to is their total, whatever it is called.
    single = [
        card
        for card in group
        if not _is_total(card, retriever)
        and (len(group) < _FEW or not _is_sum(card.figure.quantity.value, values))
        and card.figure.name not in above
    ]
    parts = [card for card in single if card.figure.place != card.letter.place]
    return parts if len({card.figure.place for card in parts}) >= _LEAST else single


def _is_sum(value: Decimal, values: Sequence[Decimal]) -> bool:
    rest = sum(values, Decimal(0)) - value
    return abs(value - rest) <= value / 100


def _parts(query: Query, group: Sequence[Card], retriever: Retriever) -> list[Card]:
    """The cards that stand under all of the query's words without being named by them."""
    content = "".join(run.words for run in query.runs)
    return [
        card
        for card in group
        if not any(
            cover(run.words, layers_of(card), retriever.lexicon).missing(retriever.lexicon, run.terms)
            for run in query.runs
        )
        and cover(content, ((card.name, NAME),), retriever.lexicon).missing(retriever.lexicon)
    ]


def _in_scope(query: Query, card: Card, retriever: Retriever) -> bool:
    figure = card.figure
    if query.status and figure.status is not query.status:
        return False
    if query.period and period_fit(query.period, figure.period) <= 0:
        return False
    return (
        not query.place
        or retriever.same_place(query.place, card.letter.place)
        or retriever.same_place(query.place, figure.place)
    )


def _is_total(card: Card, retriever: Retriever) -> bool:
    figure = card.figure
    totals = retriever.lexicon.markers["total"]
    return figure.subject.startswith(totals) or figure.place.startswith(totals)


def _fit(
    query: Query, group: Sequence[Card], retriever: Retriever
) -> tuple[float, bool, bool, bool, int, int]:
    """How well the words are met, then the division asked for and results before targets, as many as asked for, the newest, the most."""
    covers = [
        cover(run.words, layers_of(card), retriever.lexicon).share for run in query.runs for card in group
    ]
    figure = group[0].figure
    share = sum(covers) / len(covers) if covers else 1.0
    return (
        round(share - len(_missing(query, group, retriever)), 1),
        any(word in figure.division for word in query.soft),
        figure.status is Status.RESULT,
        query.count == len(group),
        newness(figure),
        len(group),
    )


def _missing(query: Query, group: Sequence[Card], retriever: Retriever) -> tuple[str, ...]:
    """The asked words that no member of the group meets, or that exclude what all of them are: 出口 of 进口."""
    asked = "".join(run.words for run in query.runs)
    if all(excluded(asked, card.name, retriever.lexicon.exclusive) for card in group):
        return (asked,)
    missing: list[str] = []
    for run in query.runs:
        lacks = [
            cover(run.words, layers_of(card), retriever.lexicon).missing(retriever.lexicon, run.terms)
            for card in group
        ]
        missing += sorted(lacks, key=len)[0]
    return tuple(missing)
