"""A letter as a tree that its page is drawn from: headings, paragraphs of sentences, tables of rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from bot.service.archive import Service
from bot.tree import Piece, marked
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.text import plain

_GAPS = re.compile(r"\t|[ \u3000]{2,}")
_FEWEST = 3  # cells that wide gaps part; else any gap parts them


@dataclass(frozen=True)
class Sentence:
    """A passage as it is read: its place in the letter's text, and its pieces. `gap` stands before it."""

    start: int
    pieces: tuple[Piece, ...]
    gap: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    start: int
    cells: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Heading:
    """A heading; `level` is 2 for the highest under the letter's title."""

    level: int
    sentence: Sentence


@dataclass(frozen=True)
class Title:
    """The letter's title where the text has it."""

    sentence: Sentence


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Lines:
    """Lines of a letterhead or a foot, each parted into what stands beside each other."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """A table: the lines above it, its head, its rows."""

    captions: tuple[Row, ...]
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]


Block = Heading | Title | Paragraph | Lines | Table


@dataclass(frozen=True)
class LetterTree:
    """A letter's blocks in order, and its headings for the outline."""

    letter: Letter
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The outline."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def titled(self) -> bool:
        """Whether the text has the title itself."""
        return any(isinstance(block, Title) for block in self.blocks)


def letter_tree(service: Service, letter_id: str) -> LetterTree:
    """The tree of a letter as it is now. KeyError for one that is not there."""
    with service.archive.state() as state:
        return _letter_tree(service, state, letter_id)


@lru_cache(maxsize=64)
def _letter_tree(service: Service, state: str, letter_id: str) -> LetterTree:
    archive = service.archive
    letter = archive.letters[letter_id]
    return LetterTree(
        letter, tuple(_blocks(letter, archive.passages(letter_id), archive.figures([letter_id])))
    )


def _blocks(letter: Letter, passages: Sequence[Passage], figures: Sequence[Figure]) -> Iterator[Block]:
    by_passage: dict[str, list[Figure]] = {}
    for figure in figures:
        by_passage.setdefault(figure.passage, []).append(figure)
    levels = {section.start: section.level for section in letter.sections}
    title = _title(letter, passages)
    for (kind, _), group in groupby(passages, key=lambda one: _together(one, title)):
        found = list(group)
        if kind is Kind.ROW:
            yield _table(found, by_passage)
        elif kind is Kind.META:
            yield Lines(tuple(_row(passage, by_passage) for passage in found))
        elif kind is Kind.HEADING:
            yield Heading(1 + levels.get(found[0].start, 1), _sentence(found[0], by_passage))
        elif found[0] is title:
            yield Title(_sentence(found[0], by_passage))
        else:
            yield Paragraph(tuple(_running(letter, found, by_passage)))


def _together(passage: Passage, title: Passage | None) -> tuple[Kind, object]:
    """What neighbouring passages of one block have in common."""
    if passage is title:
        return Kind.SENTENCE, "title"
    if passage.kind in (Kind.ROW, Kind.CAPTION):
        return Kind.ROW, passage.section
    return passage.kind, passage.section if passage.kind is Kind.META else passage.paragraph


def _title(letter: Letter, passages: Sequence[Passage]) -> Passage | None:
    """The passage that is the letter's title, in its head."""
    wanted = plain(letter.title)
    heads = (one for one in passages if one.kind is not Kind.SENTENCE)
    return next((one for one in heads if wanted and plain(one.text) == wanted), None)


def _running(
    letter: Letter, found: Sequence[Passage], figures: dict[str, list[Figure]]
) -> Iterator[Sentence]:
    before: Passage | None = None
    for passage in found:
        parted = before is not None and passage.start > before.end and passage.text[:1].isascii()
        yield _sentence(passage, figures, " " if parted else "")
        before = passage


def _sentence(passage: Passage, figures: dict[str, list[Figure]], gap: str = "") -> Sentence:
    pieces = marked(passage.text, passage.start, figures.get(passage.id, ()))
    return Sentence(passage.start, pieces, gap)


def _table(found: Sequence[Passage], figures: dict[str, list[Figure]]) -> Table:
    """Head rows that are parted like the rows below them are rows too; single lines stand above the table."""
    rows = [_row(passage, figures) for passage in found]
    above = 0
    while above < len(rows) - 1 and len(rows[above].cells) == 1:
        above += 1
    first = above
    while first < len(rows) - 1 and found[first].kind is Kind.CAPTION:
        first += 1
    return Table(tuple(rows[:above]), tuple(rows[above:first]), tuple(rows[first:]))


def _row(passage: Passage, figures: dict[str, list[Figure]]) -> Row:
    own = figures.get(passage.id, ())
    if passage.kind is Kind.META:  # its gaps part what it says
        return Row(
            passage.start, tuple((Piece(passage.text[start:end].strip()),) for start, end in spans(passage))
        )
    cells = (marked(passage.text[start:end], passage.start + start, own) for start, end in spans(passage))
    return Row(passage.start, tuple(cells))


def spans(passage: Passage) -> list[tuple[int, int]]:
    """Where the cells of a row stand in its text, or the parts of a line of the letterhead."""
    text = passage.text
    if "|" in text or "｜" in text:
        start = 1 if text[0] in "|｜" else 0
        end = len(text) - 1 if text[-1] in "|｜" and len(text) > 1 else len(text)
        return _parted(text, start, end, re.compile(r"[|｜]"))
    if passage.kind is Kind.META or passage.kind is Kind.CAPTION:
        return [(0, len(text))]
    wide = _parted(text, 0, len(text), _GAPS)
    return wide if len(wide) >= _FEWEST else _parted(text, 0, len(text), re.compile(r"\s+"))


def _parted(text: str, start: int, end: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in border.finditer(text, start, end):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, end)]
