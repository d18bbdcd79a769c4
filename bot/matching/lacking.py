"""What of a query a figure does not meet, besides words: its place, its time, what it measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bot.matching.card import Card, Catalogue
from bot.matching.measured import counts_all, is_apart, measures, on_terms
from bot.matching.query import Query
from bot.understanding.lexicon import Lexicon
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.place import contains, level

_CURRENCIES = (("美", "美元"), ("人民币", "元"))
# What one level of the administration has is not what all of the place has.
_OF_PART = compiled("(?:[省市州县区]|乡镇?|镇)?本级|[市县区乡镇]级(?!以上)")
# Against the month before: no growth against last year answers it.
CHAIN, _YEARLY = "环比", "同比"
CHAINED = compiled(r"环比|[比较]上(?:个?月|一?季度?)(?:相比)?$")
# A township is no 全县, whatever the letter is of.
_TOWNSHIP = 4
# A rank or a gap is among the places of a larger one: 在台州排第几.
_AMONG_OTHERS = frozenset({Measure.RANK, Measure.GAP, Measure.SHARE})


class Lack(StrEnum):
    """What of a query a figure does not meet, besides words."""

    PLACE = "place"
    PERIOD = "period"
    STATUS = "status"
    MEASURE = "measure"
    KIND = "kind"


@dataclass(frozen=True)
class Slots:
    """Looks at the slots of a catalogue's figures. `places` are the full names of places by alias."""

    catalogue: Catalogue
    lexicon: Lexicon
    places: Mapping[str, str]

    def of(self, query: Query, card: Card, when: float, *, chained: bool) -> tuple[Lack, ...]:
        """What of a query a figure does not meet. `when` is how well its time fits, `chained` whether it is against the month
        before."""
        figure, found = card.figure, []
        if query.place and not same_place(query.place, figure.place, self.places):
            full = self.places.get(figure.place, figure.place)
            if not (figure.measure in _AMONG_OTHERS and contains(query.place, full)):
                found.append(Lack.PLACE)
        if query.home:
            part = is_apart(figure) or _OF_PART.match(figure.name)
            if part or level(query.place) < _TOWNSHIP <= level(figure.place):
                found.append(Lack.PLACE)
        if query.period and when <= 0:
            found.append(Lack.PERIOD)
        if query.status and figure.status is not query.status:
            found.append(Lack.STATUS)
        if (
            not measures(query, figure)
            or not on_terms(query.terms, figure)
            or (chained if _YEARLY in query.soft else CHAIN in query.soft and not chained)
        ):
            found.append(Lack.MEASURE)
        wrong = bool(query.asked.kind) and not self._kind_fits(query, figure)
        if wrong or self._counts_instead(query, figure) or counts_all(query, card):
            found.append(Lack.KIND)
        return tuple(found)

    def _counts_instead(self, query: Query, figure: Figure) -> bool:
        """Whether what is measured is asked for, and the figure counts who has it: 产值负增长32家 is no 产值."""
        if (
            query.asked.kind == "count"
            or not query.runs
            or self.lexicon.kind(figure.quantity.unit) != "count"
        ):
            return False
        head, name = query.runs[-1].words[-2:], self.lexicon.canonical(figure.name)
        return head in self._amounts and head in name and not name.endswith(head)

    @cached_property
    def _amounts(self) -> frozenset[str]:
        """Last words of what is measured and not counted: 产值, 投资; not 初中 of 初中在校生."""
        heads: dict[str, list[bool]] = {}
        for card in self.catalogue.cards:
            counted = self.lexicon.kind(card.figure.quantity.unit) == "count"
            heads.setdefault(card.name[-2:], []).append(counted)
        return frozenset(
            head
            for head, seen in heads.items()
            if len(head) > 1 and seen.count(False) > max(1, len(seen) / 2)
        )

    def _kind_fits(self, query: Query, figure: Figure) -> bool:
        kind = self.lexicon.kind(figure.quantity.unit)
        if query.asked.kind == "count" and not figure.quantity.unit:
            return True
        if query.asked.kind == kind == "count" and query.measure is None:
            return self.lexicon.counts_alike(query.asked.word, figure.quantity.unit)
        if any(word in query.asked.word and unit != figure.quantity.unit for word, unit in _CURRENCIES):
            return False
        if query.asked.kind == "points":
            # A part that pulls by points is told by its rate too.
            exact = query.measure is Measure.CONTRIBUTION
            return kind == "points" or (not exact and kind in {"percent", "multiple"})
        if query.measure in {Measure.GROWTH, Measure.SHARE, Measure.RANK}:
            return True
        # 气温多少度 asks for no energy.
        return kind == query.asked.kind or (query.asked.word == "度" and kind == "temperature")


def same_place(one: str, other: str, places: Mapping[str, str]) -> bool:
    """Whether both names are of one place; `places` are the full names of places by alias."""
    return places.get(one, one) == places.get(other, other)
