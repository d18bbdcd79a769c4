"""Which letters of a large corpus a question may be answered from."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bot.answering.library import Corpus, Head
from bot.understanding.question import Question

# So many letters are looked into for a question, so many of a corpus are its newest, and so many figures and
# passages are looked up to choose them by.
MOST = 24
_NEWEST = 240
_FIGURES = 300
_PASSAGES = 30


@dataclass(frozen=True)
class Selection:
    """The letters of a corpus by place and year. `places` are full names of places by alias."""

    library: Corpus
    heads: Sequence[Head]
    figure_places: Mapping[str, Sequence[str]]
    places: Mapping[str, str]

    def letters(self, question: Question, words: Sequence[str]) -> list[str]:
        """At most 24 letters by id: those of the question's places and years, of more the ones that say its words."""
        among = self._of(question)
        if among is not None and len(among) <= MOST:
            return sorted(among)
        ranked = dict.fromkeys(self._ranked(question, words, among))
        return sorted(list(ranked)[:MOST])

    def _of(self, question: Question) -> set[str] | None:
        """The letters of the places and of the years that are named, None where none is or nothing is of them."""
        found: set[str] | None = None
        if question.places:
            found = {
                letter for place in question.places for letter in self._by_place.get(self._full(place), ())
            }
        if not question.periods:
            return found or None
        years = {year for one in question.periods for year in range(one.first.year, one.last.year + 2)}
        both = set(chain(*(self._by_year.get(year, ()) for year in (*years, None))))
        if found is not None:
            both &= found
        return both or found or None

    def _ranked(
        self, question: Question, words: Sequence[str], among: Collection[str] | None
    ) -> Iterator[str]:
        """The letters in turn from each way of looking: by figures, by figures of the newest, by passages."""
        newest = self._newest if among is None else [name for name in self._newest if name in among]
        if question.periods:
            # A letter of 2024 looks back on 2023; those of 2023 itself come first.
            spans = [(one.first.year, one.last.year) for one in question.periods]
            about = {
                year
                for year in set(self._year.values())
                if any(first <= year <= last for first, last in spans)
            }
            newest = sorted(newest, key=lambda name: self._year[name] not in about)
        # Of so few letters both ways find the same.
        few = len(newest) <= _NEWEST
        by_figures = (
            [] if few else self.library.letters_about(words, newest[:_NEWEST], _FIGURES),
            self.library.letters_about(words, among, _FIGURES),
        )
        short = dict.fromkeys(chain.from_iterable(map(_first, by_figures)))
        # A search takes longest.
        if len(short) >= MOST:
            return iter(short)
        by_passages = self.library.letters_saying(question.text, among, _PASSAGES)
        return chain(short, _first(by_passages), *by_figures, by_passages, newest[:MOST])

    @cached_property
    def _year(self) -> Mapping[str, int]:
        """The year that each letter is about, or else is of; 0 for one without."""
        days = {head.id: head.period or head.dated for head in self.heads}
        return {name: (day.year or 0) if day else 0 for name, day in days.items()}

    @cached_property
    def _by_year(self) -> Mapping[int | None, Sequence[str]]:
        """The letters that may tell of each year, or of the one before, which they look back on; None has those of any."""
        found: dict[int | None, list[str]] = {}
        for head in self.heads:
            years = {day.year for day in (head.period, head.dated) if day and day.year}
            for year in years or (None,):
                found.setdefault(year, []).append(head.id)
        return found

    @cached_property
    def _newest(self) -> list[str]:
        days = {head.id: head.dated.toordinal() if head.dated else 0 for head in self.heads}
        return sorted(days, key=lambda name: -days[name])

    @cached_property
    def _by_place(self) -> Mapping[str, set[str]]:
        """The letters of each place and those with figures of it, by its full name."""
        found: dict[str, set[str]] = {}
        for head in self.heads:
            found.setdefault(self._full(head.place), set()).add(head.id)
        for place, letters in self.figure_places.items():
            found.setdefault(self._full(place), set()).update(letters)
        return found

    def _full(self, place: str) -> str:
        return self.places.get(place, place)


def _first(letters: Iterable[str]) -> list[str]:
    """The half of the most that one way of looking gives before another has its turn."""
    return list(dict.fromkeys(letters))[: MOST // 2]
