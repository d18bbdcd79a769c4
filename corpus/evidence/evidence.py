"""Evidence: where each label of a figure is said; what is said nowhere is taken off."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.evidence.stated import Stated, Where
from corpus.evidence.zone import Above, Around, Table, Zone, nearest, span_of, spans_of
from corpus.extraction.terms.mood import tells_plan
from corpus.figure import Figure, Status
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.place import NATION, bare, forms, national
from corpus.runtime.replace import replace
from corpus.texts.text import Folded, fold
from corpus.times.period import Period

_BEGINNING = 8  # characters by which a title's line is known
_OPENING = 3  # sentences that tell what a document is about
_MAKES_KNOWN = "现将"
_DATES = ("落款日期", "成文日期", "报告日期", "发布日期", "印发日期")
_YEAR = compiled(r"(?:19|20)\d\d")
_INDEX = "=100"
_NUMBER = compiled(r"[-+\d.,，\s]+")
_TABLE = (Kind.ROW, Kind.CAPTION)
L = TypeVar("L", bound=Hashable)


class _Around:
    """What may say something of a passage's figures, and what was looked up there: they share most of their labels."""

    def __init__(self, passage: str, place: int, zones: Around) -> None:
        self.passage = passage
        self.place = place
        self.zones = zones
        # What names it is not said by who wrote and signed.
        self.near = [zone for zone in zones if isinstance(zone, Above) or zone.where is not Where.LETTERHEAD]
        self._known: dict[tuple[str, Hashable], tuple[Stated, ...]] = {}

    def once(
        self, slot: str, label: L, look_up: "Callable[[str, L, _Around], Iterable[Stated]]"
    ) -> tuple[Stated, ...]:
        """Where a label of a slot is said, looked up once."""
        key = slot, label
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(look_up(slot, label, self))
        return found


class Evidence:
    """Where the labels of a letter's figures are said. Each passage is folded once, and only if it is looked into."""

    def __init__(self, letter: Letter, passages: Sequence[Passage]) -> None:
        self._letter = letter
        self._passages = passages
        self._places = {passage.id: index for index, passage in enumerate(passages)}
        self._folded: dict[int, Folded] = {}
        self._around = _Around("", 0, ())
        self._named: dict[str, Stated | None] = {}
        self._told: dict[tuple[tuple[str, ...], str], list[int]] = {}
        self._tables: dict[int, Table] = {}

    def of(self, figure: Figure) -> Figure:
        """The figure with where each of its labels is said, and without those that nothing says."""
        around = self._zones(figure.passage)
        subject = around.once("subject", figure.subject, _name) if figure.subject else ()
        indicator = around.once("indicator", figure.indicator, _name) if figure.indicator else ()
        whole = around.once("whole", figure.whole, _name) if figure.whole else ()
        basis = around.once("basis", figure.basis, self._basis) if figure.basis else ()
        place = around.once("place", figure.place, self._place) if figure.place else ()
        period = around.once("period", figure.period, self._period) if figure.period else ()
        unit = self._unit(figure.quantity, around)
        planned = figure.status is Status.TARGET
        status = around.once("status", planned, _status) if planned else ()
        if planned and not status and self._is_ahead(figure.period):
            status = tuple(replace(one, slot="status") for one in period)
        known = not figure.subject or bool(subject)
        stated = (*subject, *indicator, *whole, *basis, *place, *period, *status, *unit)
        named = known and (indicator or not figure.indicator) and (whole or not figure.whole)
        told = (basis or not figure.basis) and (place or not figure.place) and (period or not figure.period)
        if named and told and (status or not planned):  # most figures
            return replace(figure, stated=stated)
        return replace(
            figure,
            name=figure.name if known else "",
            place=figure.place if place else "",
            period=figure.period if period else None,
            basis=figure.basis if basis else "",
            whole=figure.whole if whole else "",
            status=figure.status if status or not planned else Status.RESULT,
            subject=figure.subject if subject else "",
            indicator=figure.indicator if indicator and known else "",
            stated=stated,
        )

    def _unit(self, quantity: Quantity, around: "_Around") -> tuple[Stated, ...]:
        unit, own = quantity.printed_unit or quantity.unit, quantity.raw
        # 第一, 半数以上: a word that is number and unit in one.
        if unit and (unit in own or not _NUMBER.fullmatch(own)):
            return (Stated("unit", Where.SENTENCE, quantity.start, quantity.end),)
        return around.once("unit", unit, _nearest) if unit else ()

    def _basis(self, slot: str, basis: str, around: "_Around") -> Iterable[Stated]:
        base = basis.removesuffix(_INDEX)
        # 以上年为100 is said once for all indices that follow.
        return spans_of(slot, base, around.near if base == basis else (*around.near, *self._all))

    def _place(self, slot: str, place: str, around: "_Around") -> Iterator[Stated]:
        names = _called(place)
        near = nearest(slot, names, around.zones)
        if near is None and place not in self._named:
            self._named[place] = nearest(slot, names, self._opening())
        said = near or self._named[place]
        if said:
            yield said
        elif place == self._letter.place and "place" in self._letter.given:
            yield Stated(slot, Where.SIDECAR, 0, 0)

    def _period(self, slot: str, period: Period, around: "_Around") -> Iterator[Stated]:
        said = self._literal(period, around) if period.raw else None
        # 2024Q2 as the head of a column, the years that a 从…到 goes over.
        said = said or nearest(slot, _YEAR.findall(period.raw), around.zones)
        if said:
            yield said
            return
        yield from self._dated(period)

    def _literal(self, period: Period, around: "_Around") -> Stated | None:
        """Where a period is said in its own words: around a passage, else where the letter's own or the section's is."""
        near, own = nearest("period", (period.raw,), around.zones), self._letter.period
        if near:
            return near
        if own and period.same_days(own):
            return nearest("period", (period.raw,), self._first)
        return self._before_in_section(around.place, period.raw)

    def _dated(self, period: Period) -> Iterator[Stated]:
        """The day of the letter, which 今年 goes by, or what its file says."""
        letter = self._letter
        if letter.dated and period.year in (None, letter.dated.year):
            for fact in letter.facts:
                if fact.name in _DATES:
                    yield Stated("period", Where.LETTERHEAD, fact.start, fact.end)
                    return
        if {"period", "signed", "published"} & set(letter.given):
            yield Stated("period", Where.SIDECAR, 0, 0)

    def _is_ahead(self, period: Period | None) -> bool:
        """Whether a time is to come, seen from the letter: what is told of it is a plan."""
        letter = self._letter
        since = letter.dated or (letter.period.last if letter.period else None)
        return bool(period and since and period.last > since)

    def _zones(self, passage: str) -> "_Around":
        if self._around.passage != passage:
            place = self._places[passage]
            self._around = _Around(passage, place, self._near(place))
        return self._around

    def _near(self, index: int) -> Around:
        """What may say something of the figures of a passage, the nearest first."""
        own = self._zone(Where.SENTENCE, index)
        return (own, self._above(index), *self._before(index), *self._titles(index), *self._letterhead)

    @cached_property
    def _letterhead(self) -> tuple[Zone, ...]:
        title = self._letter.title[:_BEGINNING]
        lines = [(place, said.text) for place, said in enumerate(self._passages) if said.kind is Kind.META]
        return tuple(
            self._zone(Where.TITLE if title in line else Where.LETTERHEAD, place) for place, line in lines
        )

    def _above(self, index: int) -> Above:
        """The rows and captions above a row."""
        first = self._begins[index]
        table = self._tables.setdefault(first, Table())
        for place in range(first + len(table), index):
            table.add(self._zone(Where.TABLE, place))
        return Above(table, index - first)

    @cached_property
    def _begins(self) -> list[int]:
        """Where the table of each passage begins: the passage itself if it goes on none."""
        begins: list[int] = []
        for place, said in enumerate(self._passages):
            goes_on = place > 0 and said.kind in _TABLE and self._passages[place - 1].kind in _TABLE
            begins.append(begins[-1] if goes_on else place)
        return begins

    def _before(self, index: int) -> Iterator[Zone]:
        place = index - 1
        while place >= 0 and self._passages[place].paragraph == self._passages[index].paragraph:
            if self._passages[place].kind is Kind.SENTENCE:
                yield self._zone(Where.BEFORE, place)
            place -= 1

    def _titles(self, index: int) -> Iterator[Zone]:
        titles = set(self._passages[index].section)
        for place in reversed(self._headings[: bisect_left(self._headings, index)]):
            found = {title for title in titles if title in self._passages[place].text}
            if found:
                titles -= found
                yield self._zone(Where.HEADING, place)
            if not titles:
                break

    @cached_property
    def _headings(self) -> list[int]:
        return [place for place, said in enumerate(self._passages) if said.kind is Kind.HEADING]

    def _before_in_section(self, index: int, period: str) -> Stated | None:
        """Where the section says a period last before a passage: a 从…到 has the beginning of the one before."""
        section = self._passages[index].section
        if (section, period) not in self._told:
            inside = (place for place, said in enumerate(self._passages) if said.section == section)
            self._told[section, period] = [
                place for place in inside if period in self._zone(Where.BEFORE, place).folded.text
            ]
        told = self._told[section, period]
        before = bisect_left(told, index)
        return span_of("period", self._zone(Where.BEFORE, told[before - 1]), period) if before else None

    @cached_property
    def _first(self) -> tuple[Zone, ...]:
        """The sentences that tell what a document is about."""
        told = {
            said.paragraph: place
            for place, said in reversed(list(enumerate(self._passages)))
            if said.kind is Kind.SENTENCE
        }
        headed = [place for place, said in enumerate(self._passages) if said.kind is not Kind.META][:1]
        opening = sorted(told.values())[:_OPENING]
        # What a circular makes known stands behind why it does: 现将…情况通报如下.
        circular = [
            place for place in self._sentences_of(opening) if _MAKES_KNOWN in self._passages[place].text
        ]
        places = (*headed, *opening, *circular[:1])
        return tuple(self._zone(Where.OPENING, place) for place in places)

    def _sentences_of(self, begins: Sequence[int]) -> Iterator[int]:
        """The sentences of the paragraphs that begin there."""
        paragraphs = {self._passages[place].paragraph for place in begins}
        for place, said in enumerate(self._passages):
            if said.kind is Kind.SENTENCE and said.paragraph in paragraphs:
                yield place

    def _opening(self) -> Iterator[Zone]:
        """The first sentences, then all others: a document's place is where it first names it."""
        for place, said in enumerate(self._passages):
            if said.kind is not Kind.META:
                yield self._zone(Where.OPENING, place)

    @cached_property
    def _all(self) -> tuple[Zone, ...]:
        return tuple(self._opening())

    def _zone(self, where: Where, place: int) -> Zone:
        if place not in self._folded:
            passage = self._passages[place]
            self._folded[place] = fold(passage.text, passage.start)
        return Zone(where, self._folded[place])


@lru_cache(64)
def _called(place: str) -> tuple[str, ...]:
    """What a place may be called in a text."""
    if place == NATION:
        return (*national(), "中国")
    return (*forms(place), *(bare(place) + end for end in "市县区"))


def _name(slot: str, words: str, around: _Around) -> Iterable[Stated]:
    return spans_of(slot, words, around.near)


def _nearest(slot: str, words: str, around: _Around) -> Iterator[Stated]:
    said = nearest(slot, (words,), around.zones)
    return iter((said,) if said else ())


def _status(slot: str, _planned: bool, around: _Around) -> Iterator[Stated]:
    """What says that an amount is planned; a result needs no word."""
    found = next(filter(None, (zone.told(_plan) for zone in around.zones)), None)
    if found:
        yield span_of(slot, *found)


def _plan(zone: Zone) -> str:
    """The word of a zone that tells a plan."""
    return tells_plan(zone.folded.text, title=zone.where in (Where.HEADING, Where.TITLE, Where.TABLE))
