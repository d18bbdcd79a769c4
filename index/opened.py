"""An open index: the letters and what is known of them, as one reader sees them."""

import json
import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.checking.remark import Remark
from corpus.compiled import compiled
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.texts.text import plain
from index.reader import Reader, Store
from index.rows.letters import Letters, there
from index.rows.outline import Head, Size
from index.rows.record import load
from index.rows.seen import Found, Seen
from index.searching.ranking import Tuning

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.rule.rule import Rule
    from index.encoder import Encoder, Nearest
    from index.searching.search import Hit, Search

# What words are made of, in lower case: figures, letters, characters.
_PAIR = compiled(r"(?:[^\W_A-Z]|[.%&]){2}")
_START = attrgetter("start")
# So many passages may have the words that letters are chosen by.
_LOOKED_AT = 10_000


class Index:
    """The index of a corpus. Any thread may ask; what others write is seen at the next question."""

    def __init__(
        self, store: Store, encoder: "Encoder", tuning: Tuning | None = None, corpus: Path | None = None
    ) -> None:
        self._store = store
        self._corpus = corpus
        self._encoder = encoder
        self._tuning = tuning or Tuning()
        self._lock = threading.RLock()
        self._reader: Reader | None = None
        self._read_by = 0  # the thread that has the reader
        self._seen = Seen()

    @property
    def place(self) -> str:
        """Where it is kept, for people."""
        return self._store.place

    @property
    def letters(self) -> Mapping[str, Letter]:
        """The letters by id."""
        return Letters(self.reading, lambda: self._seen.letters)

    @property
    def refused(self) -> tuple[str, ...]:
        """The files of the corpus that give no letter: a line each."""
        with self.reading() as reader:
            return tuple(reader.refused())

    def unread(self) -> Mapping[str, tuple[str, ...]]:
        """What of each letter's file is not in its text, a line each, by id; letters read whole are left out."""
        with self.reading() as reader:
            return {letter: tuple(lines.split("\n")) for letter, lines in reader.unread()}

    def file(self, letter_id: str) -> Path | None:
        """The file that a letter was read from, None without its folder. KeyError for a letter that is not there."""
        with self.reading() as reader:
            name = there(reader.file, letter_id)
        return self._corpus / name if self._corpus else None

    def sizes(self) -> Mapping[str, Size]:
        """How much is known of each letter, by id."""
        with self.reading() as reader:
            return reader.sizes()

    def size(self, letter_id: str) -> Size:
        """How much is known of one letter. KeyError for a letter that is not there."""
        with self.reading() as reader:
            # Counted, not made: a yearbook has tens of thousands.
            listed = (json.loads(there(read, letter_id)) for read in (reader.passages, reader.remarks))
            passages, remarks = map(len, listed)
            return Size(passages, len(reader.figures(letter_id)), remarks)

    def passages(self, letter_id: str) -> tuple[Passage, ...]:
        """The passages of a letter in order. KeyError for a letter that is not there."""
        with self.reading() as reader:
            return self._seen.passages.get(
                letter_id, lambda: load(tuple[Passage, ...], there(reader.passages, letter_id))
            )

    def passage(self, passage_id: str) -> Passage:
        """The passage with that id. KeyError where there is none."""
        letter, _, start = passage_id.rpartition(":")
        passages = self.passages(letter)
        place = bisect_left(passages, int(start), key=_START) if start.isdecimal() else 0
        for passage in passages[place : place + 1]:
            if passage.id == passage_id:
                return passage
        raise KeyError(passage_id)

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """The remarks on a letter's figures."""
        with self.reading() as reader:
            return load(tuple[Remark, ...], there(reader.remarks, letter_id))

    def rules(self, letter_ids: Collection[str] | None = None) -> "tuple[Rule, ...]":
        """What the policies among these letters, among all for None, give for what, in order."""
        with self.reading() as reader:
            if self._seen.rules is None:
                rows = reader.rules()
                self._seen.rules = _rules(rows) if rows else {}
            known = self._seen.rules
            chosen = known if letter_ids is None else [name for name in letter_ids if name in known]
            return tuple(chain.from_iterable(known[name] for name in chosen))

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures of these letters, of all for None, in order."""
        with self.reading() as reader:
            chosen = tuple(self.letters if letter_ids is None else letter_ids)
            found = (self._seen.figures.get(letter, partial(_figures, reader, letter)) for letter in chosen)
            return tuple(chain.from_iterable(found))

    def letters_about(
        self, words: Sequence[str], letters: Collection[str] | None = None, limit: int = 200
    ) -> list[str]:
        """The letters of the figures whose name, scope, place or subject has most of the words, best figure first."""
        with self.reading() as reader:
            telling = self._telling(reader, words)
            if not telling:
                return []
            asked = telling, None if letters is None else frozenset(letters), limit
            found = partial(reader.letters_of_figures, telling, letters, limit)
            return self._seen.about.get(asked, lambda: list(dict.fromkeys(found())))

    def _telling(self, reader: Reader, words: Sequence[str]) -> tuple[str, ...]:
        """What says which letters the words are about: of a large corpus the rarest, the others are in nearly all of them."""
        # Imported here: many a question is answered without a search.
        from index.searching.search import few
        from index.searching.words import tokens

        asked = list(dict.fromkeys(token for word in words for token in tokens(word)))
        return tuple(few(self._search(reader), asked, _LOOKED_AT)) if asked else ()

    @contextmanager
    def state(self) -> Iterator[str]:
        """One state of the index for all that is asked inside: what it is called. Another thread waits."""
        with self.reading() as reader:
            yield reader.state

    def heads(self) -> tuple[Head, ...]:
        """The letters without their texts, by id."""
        with self.reading() as reader:
            return tuple(reader.heads())

    def names(self) -> frozenset[str]:
        """What the figures are called, each name once."""
        with self.reading() as reader:
            return frozenset(reader.names())

    def figure_places(self) -> Mapping[str, tuple[str, ...]]:
        """The letters that have figures of each place, by the place."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        with self.reading() as reader:
            for place, letter in reader.figure_places():
                found[place].append(letter)
        return {place: tuple(letters) for place, letters in found.items()}

    def has_pair(self, pair: str) -> bool:
        """Whether two characters stand together in a searched passage or around it."""
        if not _PAIR.fullmatch(pair):
            return False
        with self.reading() as reader:
            return reader.has_word(pair)

    def count(self) -> int:
        """How many figures there are."""
        with self.reading() as reader:
            return reader.count()

    def search(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> list[Found]:
        """The passages that answer a text best, best first."""
        with self.reading() as reader:
            asked = text, None if letters is None else frozenset(letters), k
            # Several ways of answering search for one question.
            return self._seen.found.get(asked, lambda: self._searched(reader, text, letters, k))

    def letters_saying(self, text: str, letters: Collection[str] | None = None, k: int = 5) -> list[str]:
        """The letters of the passages that answer a text best, that of the best first."""
        with self.reading() as reader:
            asked = text, None if letters is None else frozenset(letters), k
            return self._seen.saying.get(asked, lambda: self._saying(reader, text, letters, k))

    def _saying(self, reader: Reader, text: str, letters: Collection[str] | None, k: int) -> list[str]:
        numbers = [hit.number for hit in self._hits(reader, text, letters, k)]
        places = reader.places(numbers)
        return list(dict.fromkeys(places[number][0] for number in numbers))

    def _hits(self, reader: Reader, text: str, letters: Collection[str] | None, k: int) -> "list[Hit]":
        from index.searching.search import search

        return search(self._search(reader), text, letters, k)

    def _searched(self, reader: Reader, text: str, letters: Collection[str] | None, k: int) -> list[Found]:
        hits = self._hits(reader, text, letters, k)
        found = self._at(reader, [hit.number for hit in hits])
        return [Found(passage, hit.score, hit.coverage) for passage, hit in zip(found, hits, strict=True)]

    def containing(self, literal: str, letters: Collection[str] | None = None) -> list[Passage]:
        """The passages in which a literal stands, gaps and full-width forms aside."""
        with self.reading() as reader:
            words, among = plain(literal), None if letters is None else frozenset(letters)
            numbers = self._seen.literals.get((words, among), lambda: reader.containing(words, letters))
            return self._at(reader, numbers)

    def has(self, literal: str, letters: Collection[str] | None = None) -> bool:
        """Whether a literal stands in some passage, gaps and full-width forms aside."""
        with self.reading() as reader:
            words, among = plain(literal), None if letters is None else frozenset(letters)
            return self._seen.said.get((words, among), lambda: reader.has(words, letters))

    def doubted(self) -> frozenset[str]:
        """The letters with figures of pictures that may be others, by id."""
        with self.reading() as reader:
            return frozenset(reader.doubted())

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """A unit vector a text by the model of the index, (len(texts), dim)."""
        return self._encoder.questions(texts)

    def nearest(self, question: str, texts: Sequence[str]) -> "Nearest | None":
        """How near the texts come to each word of a question; None for a model that has no words by themselves."""
        return self._encoder.nearest(question, texts)

    def words(self, text: str) -> list[str]:
        """The words that the model cuts a text into; the text itself for a model without words."""
        return self._encoder.words(text)

    def reading(self) -> AbstractContextManager[Reader]:
        """One state of the index for all that is asked inside."""
        reader = self._reader
        # Whoever reads already has the lock and goes on with the same state.
        return nullcontext(reader) if reader and self._read_by == threading.get_ident() else self._begun()

    @contextmanager
    def _begun(self) -> Iterator[Reader]:
        with self._lock, self._store.reading() as reader:
            self._reader, self._read_by = reader, threading.get_ident()
            # What was read of an earlier state is forgotten.
            if reader.state != self._seen.state:
                self._seen = Seen(reader.state)
            try:
                yield reader
            finally:
                self._reader, self._read_by = None, 0

    def close(self) -> None:
        """Let go of the store."""
        with self._lock:
            self._store.close()

    def _search(self, reader: Reader) -> "Search":
        from index.searching.search import Search

        if self._seen.statistics is None:
            self._seen.statistics = reader.statistics()
        seen = self._seen
        return Search(
            reader, self._encoder, self._seen.statistics, seen.compared, self._tuning, seen.proposed
        )

    def _at(self, reader: Reader, numbers: Sequence[int]) -> list[Passage]:
        return list(self._seen.numbered.each(numbers, partial(self._numbered, reader)).values())

    def _numbered(self, reader: Reader, numbers: Sequence[int]) -> dict[int, Passage]:
        return {one: self.passages(name)[at] for one, (name, at) in reader.places(numbers).items()}


def _figures(reader: Reader, letter: str) -> tuple[Figure, ...]:
    return tuple(load(Figure, row) for row in reader.figures(letter))


def _rules(rows: Iterable[tuple[str, str]]) -> "dict[str, tuple[Rule, ...]]":
    # Imported here: most letters are no policies.
    from corpus.rule.rule import Rule

    return {name: load(tuple[Rule, ...], row) for name, row in rows}
