"""What is known of a corpus before a question comes: its words, its places, its days."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from bot.answering.library import Corpus, Head
from bot.answering.subset import Subset
from bot.matching.cards import Cards
from bot.matching.retriever import Retriever
from bot.matching.selection import MOST, Selection
from bot.matching.terms.meaning import Meaning
from bot.understanding.lexicon import Lexicon, lexicon
from bot.understanding.parse import Parser
from bot.understanding.question import Question
from bot.understanding.vocabulary import Grown, Pairs, pairs_of, vocabulary
from corpus.place import forms, is_zone, level, parts
from corpus.times.period import Period
from index.rows.recent import Recent

# So many letters' cards are kept, a quarter of a megabyte each.
_KEPT = 256
# A question's readings are mostly answered from the same letters; what is found in so many sets of them is kept.
_SETS = 4
_QUESTIONS = 64


@dataclass(frozen=True)
class Knowledge:
    """What is known of one state of a corpus. Made as it is asked for, by one thread at a time.

    Of the `titles` what was known of the state before is taken over.
    """

    library: Corpus
    state: str
    titles: Grown = field(default_factory=Grown, compare=False, repr=False)
    _sets: Recent[Retriever] = field(default_factory=lambda: Recent(_SETS), compare=False, repr=False)
    _chosen: Recent[tuple[str, ...]] = field(
        default_factory=lambda: Recent(_QUESTIONS), compare=False, repr=False
    )

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of questions."""
        return lexicon()

    @cached_property
    def anchor(self) -> date | None:
        """The day that 今年 and 去年 are taken from: the newest document's, or what the newest is about."""
        heads = self._heads
        dated = [head.dated for head in heads if head.dated] or [
            head.period.last for head in heads if head.period
        ]
        return max(dated, default=None) or self._newest_figure

    @property
    def _newest_figure(self) -> date | None:
        """The last day of the newest figure of a small corpus, whose letters all lack a date."""
        figures = self.library.figures() if self._is_small else ()
        return max((figure.period.last for figure in figures if figure.period), default=None)

    @cached_property
    def current(self) -> Period | None:
        """What the newest document is about: 同期 goes back from it."""
        about = [head for head in self._heads if head.period]
        return max(about, key=lambda head: head.dated or date.min).period if about else None

    @cached_property
    def year_told(self) -> int | None:
        """The year that letters without a day tell of, which 去年 may mean; None where one has a day or the newest tells of
        a part of a year or of several."""
        if any(head.dated for head in self._heads):
            return None
        last = max(
            (head.period for head in self._heads if head.period), key=lambda one: one.last, default=None
        )
        return last.year if last and last.is_year else None

    @cached_property
    def parser(self) -> Parser:
        """What reads questions with the words of the corpus."""
        names = self._names
        return Parser(
            self.lexicon,
            vocabulary(names, self._pairs(), self._places, self._homes(), self._own, self.lexicon),
            self.library.words,
        )

    @cached_property
    def whole(self) -> Retriever:
        """All letters, to look for an answer in."""
        return self._retriever(None)

    def retriever(self, question: Question) -> Retriever:
        """The letters to look for the answer of a question in: all of a small corpus."""
        if self._is_small:
            return self.whole
        letters = self._chosen.get(question, partial(self._letters, question))
        return self._sets.get(letters, partial(self._retriever, letters))

    def _letters(self, question: Question) -> tuple[str, ...]:
        words = [
            word for run in question.runs for word in (run.asked, *self._meaning.alternatives(run.words))
        ]
        return tuple(self._selection.letters(question, words))

    def _retriever(self, letters: Sequence[str] | None) -> Retriever:
        part = self.library if letters is None else Subset(self.library, tuple(letters))
        return Retriever(part, self.lexicon, self._places, self._cards, self._meaning)

    @cached_property
    def _is_small(self) -> bool:
        return len(self.library.letters) <= MOST

    @cached_property
    def _names(self) -> frozenset[str]:
        return self.library.names()

    @cached_property
    def _selection(self) -> Selection:
        return Selection(self.library, self._heads, self._figure_places, self._places)

    @cached_property
    def _heads(self) -> Sequence[Head]:
        return tuple(self.library.heads())

    @cached_property
    def _figure_places(self) -> Mapping[str, Sequence[str]]:
        return self.library.figure_places()

    @cached_property
    def _cards(self) -> Cards:
        return Cards(self.library, self.lexicon, _KEPT)

    @cached_property
    def _meaning(self) -> Meaning:
        return Meaning(self.library, frozenset(map(self.lexicon.canonical, self._names)), self.lexicon)

    @cached_property
    def _places(self) -> dict[str, str]:
        """Full names of the corpus's places by every form they are spoken in."""
        own = self._own
        names = {*self._figure_places, *own}
        # 朔宁 is the city that letters are of, not 朔宁经开区; of one place the fuller name is taken.
        chief_last = sorted(
            filter(None, names), key=lambda name: (name in own, -level(name), len(name), name)
        )
        above = {"".join(parts(name)[:count]) for name in names for count in range(1, len(parts(name)))}
        # 兰州 is the city, though only 兰州新区 has figures.
        known = {
            form: name
            for name in chief_last
            for form in forms(name)
            if name in own or not is_zone(name) or is_zone(form)
        }
        # What a letter's place lies in is another place, though no figure is of it.
        return {form: name for name in sorted(above) for form in forms(name)} | known

    @cached_property
    def _own(self) -> frozenset[str]:
        """The places that letters are of, by their full names."""
        return frozenset(filter(None, (head.place for head in self._heads)))

    def _homes(self) -> Mapping[str, str]:
        """The places of the letters by those of figures that are parts of them and have no letters of their own."""
        of = {head.id: head.place for head in self._heads}
        figures = self._figure_places.items()
        return {
            place: of[letter]
            for place, letters in figures
            if place not in self._own
            for letter in letters
            if of[letter] != place
        }

    def _pairs(self) -> Container[str]:
        """The pairs of characters of the texts; of a large corpus those of the texts as they are printed."""
        canonical = self.lexicon.canonical
        titles = self.titles.of(frozenset(head.title for head in self._heads), canonical)
        if not self._is_small:
            return Pairs(titles | pairs_of(map(canonical, self._names)), self.library.has_pair)
        passages = (passage for letter in self.library.letters for passage in self.library.passages(letter))
        return titles | pairs_of(canonical(passage.text) for passage in passages)
