"""The figures beside one: what tells the same of another thing, and what tells something else of the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import NAME, cover
from bot.operations.figures.counted import counts_some
from bot.phrasing.clause import text_before
from bot.understanding.question import RATES, Question
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.passage import Passage
from corpus.texts.text import tidy

_ITEM = compiled("[;；。]")
_CLAUSE = compiled(r"(?<!\d)[,，、:：(（]|[,，;；。、:：(（](?!\d)")
# What a share is asked of: 年初预算 of 占年初预算多少.
_WHOLE = compiled(r"(?:占|完成|达到|相当于)了?(?P<whole>[^多几百成\d]{2,12}?)的?(?:多少|几|百分之|比重|比例)")
_FELL = compiled("下降|下滑|下跌|减少")
# By how much something moved against another time.
_MOVED = compiled(
    r"[比较跟](?P<against>(?:去年|上年|头年|上一年|前一年|年初|\d+月|[一二三]季度|上个?月|上半年)[^,，]{0,3}?)(?:相?比)?(?:又|还|是|要)?"
    "(?:高|低|多|少|快|慢|增|减|升|降|回落|提高|提升|下降|上升|增加|减少|扩大|收窄|涨|跌)了?出?(?:多少|几|好多)"
)


@dataclass(frozen=True)
class Beside:
    """A figure that was told, with the figures of its letter."""

    told: Card
    retriever: Retriever

    @cached_property
    def passage(self) -> Passage:
        """The passage that it stands in."""
        return self.retriever.passage_of(self.told.figure)

    @cached_property
    def label(self) -> str:
        """The canonical words before the figure, back to the one before it that tells the same or the part's beginning."""
        return next(words for card, words in self.labelled([self.told]) if card is self.told)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The figures of its letter, in the order of the text."""
        return self.retriever.cards.of_letter(self.told.figure.letter).cards

    def same_kind(self) -> Iterator[Card]:
        """The others of its measure and kind of unit."""
        kind = self.retriever.lexicon.kind
        first = self.told.figure
        for one in self.cards:
            figure = one.figure
            alike = kind(figure.quantity.unit) == kind(first.quantity.unit) or not first.quantity.unit
            if figure.measure is first.measure and alike and figure.id != first.id:
                yield one

    def same(self) -> Iterator[Card]:
        """Those of them that measure the same in the same unit."""
        first = self.told.figure
        for one in self.same_kind():
            other = one.figure
            alike = bool(other.indicator) and _state(other.indicator) == _state(first.indicator)
            if (alike or other.name == first.name) and other.quantity.unit == first.quantity.unit:
                yield one

    def of_another(self, now: Question) -> Card | None:
        """The figure that tells the same of another thing or place; None where several may be meant."""
        first = self.told.figure
        same = [
            one for one in self.same() if one.figure.status is first.status and one.figure.days == first.days
        ]
        here = [one for one in same if one.figure.passage == first.passage]
        if now.places:
            found = [one for one in same if self.retriever.same_place(now.places[0], one.figure.place)]
            found = [one for one in found if not now.runs or says(now, one.name, self.retriever)]
            near = [one for one in found if one.figure.passage == first.passage]
            alike = [one for one in near or found if one.name == self.told.name]
            found = alike or near or found
        elif here:
            found = [one for one, label in self.labelled(here) if says(now, label, self.retriever)]
        else:
            found = [
                one
                for one in same
                if (one.figure.scope == first.scope or (counts_some(one.figure) and counts_some(first)))
                and says(now, one.name, self.retriever)
            ]
        return found[0] if len(found) == 1 and (now.runs or now.places) else None

    def labelled(self, cards: Sequence[Card]) -> Iterator[tuple[Card, str]]:
        """Each figure of the passage with the words between it and the one before it that tells the same."""
        passage = self.passage
        others = [one for one in self.same() if one.figure.passage == passage.id]
        places = sorted(one.figure.quantity.end - passage.start for one in (*others, self.told))
        for one in cards:
            end = one.figure.quantity.start - passage.start
            last = max((place for place in places if place <= end), default=0)
            yield one, self.retriever.lexicon.canonical(tidy(passage.text[last:end]))

    def of_the_same(self, now: Question) -> Card | None:
        """The figure that tells something else of the same thing; None where several may be meant."""
        if not (now.runs or now.asked.kind or now.measures):
            return None
        passage = self.passage
        part = _part(self.told.figure, passage)
        for start, stop in (part, (0, len(passage.text))) if now.runs else (part,):
            found = [one for one in self._within(start, stop) if self._is_asked(now, one.figure, one.name)]
            family = [one for one in found if one.name == self.told.name]
            found = family if now.measures and family else found
            exact = [one for one in found if one.figure.quantity.unit == _unit(now)]
            levels = [one for one in exact or found if one.figure.measure is Measure.LEVEL]
            found = levels or exact or found
            if len(found) == 1:
                return found[0]
            if found:
                return None
        return None

    def moved(self, now: Question, against: str) -> Card | None:
        """The change against the time asked for that stands behind the figure, before another of its kind."""
        first, points = self.told.figure, "点" in now.text
        kind = self.retriever.lexicon.kind
        for one in self.cards:
            figure = one.figure
            if figure.passage != first.passage or figure.quantity.start <= first.quantity.start:
                continue
            if figure.measure is first.measure and kind(figure.quantity.unit) == kind(first.quantity.unit):
                return None
            fits = (
                kind(figure.quantity.unit) == "points" if points else kind(figure.quantity.unit) != "points"
            )
            if figure.measure is Measure.CHANGE and fits and _alike(against, figure.basis):
                return one
        return None

    def _within(self, start: int, stop: int) -> Iterator[Card]:
        """The figures between two places of the passage, none behind or before another that tells the same."""
        passage, first = self.passage, self.told.figure.quantity.start
        same = [one.figure.quantity.start for one in self.same() if one.figure.passage == passage.id]
        low = max((one for one in same if one < first), default=-1)
        high = min((one for one in same if one > first), default=passage.end)
        for one in self.cards:
            place = one.figure.quantity.start
            inside = passage.start + start <= place < passage.start + stop
            if one is not self.told and one.figure.passage == passage.id and inside and low < place < high:
                yield one

    def _is_asked(self, now: Question, one: Figure, name: str) -> bool:
        whole = _WHOLE.search(now.text)
        if not measures_asked(now, one, self.retriever) or (now.status and one.status is not now.status):
            return False
        clause = _CLAUSE.split(tidy(text_before(one, self.passage)))[-1]
        label = self.retriever.lexicon.canonical(f"{name}\n{clause}\n{one.verb}")
        if whole:
            return self.retriever.lexicon.canonical(whole["whole"]) in label
        return says(now, label, self.retriever)


def _state(indicator: str) -> str:
    """What is counted or measured, of what fell in one word: 产值负增长 of 产值下降."""
    return _FELL.sub("负增长", indicator)


def _part(figure: Figure, passage: Passage) -> tuple[int, int]:
    """Where the part of a sentence begins and ends that a figure stands in."""
    place, text = figure.quantity.start - passage.start, passage.text
    start = max((mark.end() for mark in _ITEM.finditer(text, 0, place)), default=0)
    return start, next((mark.start() for mark in _ITEM.finditer(text, place)), len(text))


def moved_against(text: str) -> str:
    """The time that a question asks a change against, "" where it asks for none: 去年同期 of 比去年同期低了几个点."""
    match = _MOVED.search(text)
    return match["against"] if match else ""


def _alike(asked: str, basis: str) -> bool:
    """Whether a change is against the time asked for: 上年 is 去年, 5月 is no 4月."""
    one, other = (re.sub("去年|头年|上一年|前一年", "上年", text) for text in (asked, basis))
    return any(mark in one and mark in other for mark in ("上年", "年初")) or any(
        part in other for part in re.findall(r"\d+月|[一二三]季度|上个?月|上半年", one)
    )


def measures_asked(now: Question, one: Figure, retriever: Retriever) -> bool:
    """Whether a figure is of the kind and measure that is asked for; a plain amount is no growth."""
    asked, kind = now.asked.kind, retriever.lexicon.kind(one.quantity.unit)
    if now.measures:
        return one.measure in now.measures and (not asked or kind in {asked, "percent"})
    if one.measure is Measure.SHARE:
        return bool(_WHOLE.search(now.text)) and not asked
    if not asked:
        return one.measure is Measure.LEVEL
    if one.measure is Measure.LEVEL and asked == "points":
        return kind in RATES
    return (
        one.measure in {Measure.LEVEL, Measure.CHANGE}
        and asked != "points"
        and _is_counted(now, one, retriever)
    )


def _is_counted(now: Question, one: Figure, retriever: Retriever) -> bool:
    """Whether a figure is an amount in what is asked for."""
    if now.asked.kind == "count":
        return bool(one.quantity.unit) and retriever.lexicon.counts_alike(_unit(now), one.quantity.unit)
    return retriever.lexicon.kind(one.quantity.unit) == now.asked.kind


def _unit(now: Question) -> str:
    """The measure word that is asked with: 人 of 几个人."""
    return now.asked.word.removeprefix("个") or now.asked.word


def says(now: Question, words: str, retriever: Retriever) -> bool:
    """Whether words have all that the question names."""
    return all(
        run.words in words
        if len(run.words) == 1
        else not cover(run.words, ((words, NAME),), retriever.lexicon).missing(retriever.lexicon)
        for run in now.runs
    )
