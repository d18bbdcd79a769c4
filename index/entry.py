"""Entries: a letter's reading as the rows that the index keeps of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from corpus.fact import called
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.period import label
from corpus.text import plain
from index.record import dump
from index.words import tokens

if TYPE_CHECKING:
    from corpus.reading import Reading
    from index.encoder import Encoder

_CONTEXT = 60  # characters of the sentence before


@dataclass(frozen=True)
class Entry:
    """What is stored of one letter; `vectors` are the passages' in half precision, one after the other."""

    id: str
    letter: str
    passages: str
    remarks: str
    rules: str
    figures: tuple[str, ...]
    vectors: bytes

    @property
    def digest(self) -> str:
        """What changes when any of it does."""
        rows = (self.id, self.letter, self.passages, self.remarks, self.rules, *self.figures)
        return blake2b("\0".join(rows).encode() + self.vectors, digest_size=16).hexdigest()


@dataclass(frozen=True)
class Words:
    """A passage's words as the full-text index takes them: its own, those around it, the document's.

    `around` is the folded text that the context's words are of.
    """

    text: str
    context: str
    document: str
    around: str

    @property
    def sizes(self) -> tuple[int, int, int]:
        """How many words each of the three has."""
        own, context, document = (len(words.split()) for words in (self.text, self.context, self.document))
        return own, context, document


def entry(reading: "Reading", encoder: "Encoder") -> Entry:
    """The rows of a reading."""
    letter = reading.letter
    return Entry(
        letter.id,
        dump(letter),
        dump(reading.passages),
        dump(reading.remarks),
        dump(reading.rules),
        tuple(dump(figure) for figure in reading.figures),
        encoder.passages([_embedded(passage) for passage in reading.passages]).astype("float16").tobytes(),
    )


def words(letter: Letter, passages: Sequence[Passage]) -> Iterator[Words]:
    """The words of each passage of a letter; around it are its section, what is before it and what it tells of."""
    document = _joined(named(letter))
    for position, passage in enumerate(passages):
        around = " ".join([*passage.section, *_before(passages, position), *_told(letter, passage)])
        yield Words(_joined(passage.text), _joined(around), document, plain(around))


def named(letter: Letter) -> str:
    """What a letter's passages are of: its title, its place, the days it covers; folded."""
    covered = label(letter.period) if letter.period else ""
    return plain(f"{letter.title} {letter.place} {covered}")


def names(figure: Figure) -> tuple[str, str]:
    """The words of a figure: its name's, and those of what stands above it."""
    own = dict.fromkeys([figure.name, figure.subject, figure.indicator])
    return _joined(" ".join(own)), _joined(" ".join([figure.place, figure.whole, *figure.scope]))


def _told(letter: Letter, passage: Passage) -> Iterator[str]:
    """What is told there of the letter itself, by every name that has: 文号 and 发文字号 for 椒经科提函〔2024〕45号."""
    for fact in letter.facts:
        if passage.start <= fact.start < passage.end:
            yield from called(fact.name)


def _before(passages: Sequence[Passage], position: int) -> Iterator[str]:
    """The end of the sentence before, or the head of the table."""
    passage = passages[position]
    if passage.kind is Kind.ROW:
        head = position
        while head and passages[head - 1].kind is Kind.ROW:
            head -= 1
        while head and passages[head - 1].kind is Kind.CAPTION:
            head -= 1
            yield passages[head].text
    elif position and passages[position - 1].kind is Kind.SENTENCE:
        yield passages[position - 1].text[-_CONTEXT:]


def _embedded(passage: Passage) -> str:
    return plain(passage.text)


def _joined(text: str) -> str:
    return " ".join(tokens(text))
