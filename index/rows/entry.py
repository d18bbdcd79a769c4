"""Entries: a letter's reading as the rows that the index keeps of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

from corpus.document.fact import called
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.texts.text import plain
from corpus.times.period import label
from index.rows.outline import Head
from index.rows.record import dump, dump_without
from index.searching.words import SEAM, bigrams, folded_tokens, tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.reading import Reading
    from index.encoder import Encoder

_CONTEXT = 60  # characters of the sentence before
# A heading is never an answer by itself.
SEARCHED = frozenset(Kind) - {Kind.HEADING}


@dataclass(frozen=True)
class PassageRow:
    """What a passage is found by: its kind, its folded text, its words.

    `seams` are the pairs of characters that its words lack: all of a heading's, and of others, each behind a +, those between
    a number's unit and what follows.
    """

    kind: Kind
    plain: str
    words: "Words"
    seams: str

    @property
    def searched(self) -> bool:
        """Whether it can be an answer by itself."""
        return self.kind in SEARCHED


@dataclass(frozen=True)
class FigureRow:
    """A figure's record, the slots that it is looked up by, the words of its name and of what stands above it."""

    record: str
    name: str
    place: str
    words: str
    scope: str


@dataclass(frozen=True, eq=False)
class FigureRows:
    """The rows of figures, each made when it is asked for: those of a long table are more than all else of it.

    What another process gets of it are the rows, which are equal to it.
    """

    figures: tuple[Figure, ...]

    def __iter__(self) -> Iterator[FigureRow]:
        for one in self.figures:
            yield FigureRow(dump_without(one, "stated"), one.name, one.place, *names(one))

    def __len__(self) -> int:
        return len(self.figures)

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Collection) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[type[tuple[FigureRow, ...]], tuple[list[FigureRow]]]:
        return tuple, ([*self],)


@dataclass(frozen=True)
class Entry:
    """What is stored of one letter, whichever database it goes to; the records are JSON."""

    head: Head
    named: str
    letter: str
    passages: str
    remarks: str
    rules: str
    remark_count: int
    unsure: int  # figures of pictures that may be others
    passage_rows: tuple[PassageRow, ...]
    figure_rows: Collection[FigureRow]

    @property
    def id(self) -> str:
        """The letter's id."""
        return self.head.id

    @property
    def texts(self) -> list[str]:
        """What of each passage is embedded."""
        return [row.plain for row in self.passage_rows]

    @property
    def records(self) -> tuple[str, ...]:
        """The records of all but its figures."""
        return self.letter, self.passages, self.remarks, self.rules


@dataclass(frozen=True)
class Words:
    """A passage's words as the full-text index takes them: its own, those around it, the document's.

    `plain` is the folded text of the passage, `around` the one that the context's words are of.
    """

    text: str
    context: str
    document: str
    plain: str
    around: str

    @property
    def sizes(self) -> tuple[int, int, int]:
        """How many words each of the three has."""
        own, context, document = map(_count, (self.text, self.context, self.document))
        return own, context, document


def entry(reading: "Reading") -> Entry:
    """The rows of a reading."""
    letter = reading.letter
    said = words(letter, reading.passages)
    return Entry(
        Head(letter.id, letter.title, letter.place, letter.dated, letter.period),
        named(letter),
        dump(letter),
        dump(reading.passages),
        dump(reading.remarks),
        dump(reading.rules),
        len(reading.remarks),
        sum(len(one.unsure) for one in letter.scanned),
        tuple(
            PassageRow(passage.kind, found.plain, found, seams(passage, found))
            for passage, found in zip(reading.passages, said, strict=True)
        ),
        FigureRows(reading.figures),
    )


def embedded(encoder: "Encoder", found: Entry) -> "NDArray[np.float16]":
    """The vectors of the passages in half precision, (passages, dim): how they are stored."""
    return encoder.passages(found.texts).astype("float16")


def digest(name: str, records: Iterable[str], figures: Iterable[str], vectors: bytes) -> str:
    """What changes with anything that is stored of a letter; each of its figures is asked for once."""
    found = blake2b(name.encode(), digest_size=16)
    for row in chain(records, figures):  # one by one: together they are as much as the letter once more
        found.update(b"\0")
        found.update(row.encode())
    found.update(vectors)
    return found.hexdigest()


def words(letter: Letter, passages: Sequence[Passage]) -> Iterator[Words]:
    """The words of each passage of a letter; around it are its section, what is before it and what it tells of."""
    document = _joined(named(letter))
    around = context = folded = ""
    for passage, before in zip(passages, _before(passages), strict=True):
        own, said = plain(passage.text), " ".join([*passage.section, *before, *_told(letter, passage)])
        if said != around:  # the rows of a table have the same around them
            around, folded = said, plain(said)
            context = _joined(folded)
        yield Words(_joined(own), context, document, own, folded)


def seams(passage: Passage, found: Words) -> str:
    """The pairs of characters that a passage's words lack: what it is looked up by for a text that stands in it."""
    every = bigrams(found.plain)
    if passage.kind not in SEARCHED:
        return " ".join(every)
    known = set(found.text.split(" "))
    return " ".join(f"{SEAM}{pair}" for pair in every if pair not in known)


def named(letter: Letter) -> str:
    """What a letter's passages are of: its title, its place, the days it covers; folded."""
    covered = label(letter.period) if letter.period else ""
    return plain(f"{letter.title} {letter.place} {covered}")


def names(figure: Figure) -> tuple[str, str]:
    """The words of a figure: its name's, and those of what stands above it."""
    own = dict.fromkeys((figure.name, figure.subject, figure.indicator))
    return _named(" ".join(own)), _named(" ".join([figure.place, figure.whole, *figure.scope]))


def _told(letter: Letter, passage: Passage) -> Iterator[str]:
    """What is told there of the letter itself, by every name that has: 文号 and 发文字号 for 椒经科提函〔2024〕45号."""
    for fact in letter.facts:
        if passage.start <= fact.start < passage.end:
            yield from called(fact.name)


def _before(passages: Sequence[Passage]) -> Iterator[Sequence[str]]:
    """For each passage the end of the sentence before it, or for a row the head of its table."""
    head: list[str] = []
    for before, passage in zip([None, *passages], passages, strict=False):
        kind = before.kind if before else None
        if kind not in (Kind.CAPTION, Kind.ROW) or (passage.kind is Kind.CAPTION and kind is Kind.ROW):
            head = []
        if passage.kind is Kind.CAPTION:
            head = [passage.text, *head]
        if passage.kind is Kind.ROW:
            yield head
        else:
            yield [before.text[-_CONTEXT:]] if before and kind is Kind.SENTENCE else []


def _count(words: str) -> int:
    """How many words there are, one gap between each two."""
    return words.count(" ") + 1 if words else 0


# The names of a table's figures and its head are those of many.
@lru_cache(maxsize=4096)
def _named(text: str) -> str:
    return " ".join(tokens(text))


@lru_cache(maxsize=4096)
def _joined(folded: str) -> str:
    return " ".join(folded_tokens(folded))
