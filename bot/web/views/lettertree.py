"""A letter as a tree that its page is drawn from: headings, paragraphs of sentences, tables of rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.messages.tree import Piece, marked
from bot.service.archive import Service, kept_in_state
from bot.web.views.scans import ScannedPage, scanned_pages
from corpus.amounts.broken import printed
from corpus.compiled import compiled
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.texts.text import plain

_BARS, _WIDE, _NARROW = compiled(r"[|｜]"), compiled(r"\t|[ \u3000]{2,}"), compiled(r"\s+")
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
    pages: tuple[ScannedPage, ...] = ()

    @property
    def parted(self) -> Iterator[tuple[tuple[ScannedPage, ...], Block]]:
        """The blocks, each with the scanned pages that begin with it."""
        waiting = list(self.pages)
        for block in self.blocks:
            begun = tuple(page for page in waiting if page.first <= max(starts(block)))
            waiting = waiting[len(begun) :]
            yield begun, block

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The outline."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def titled(self) -> bool:
        """Whether the text has the title itself."""
        return any(isinstance(block, Title) for block in self.blocks)


def starts(block: Block) -> tuple[int, ...]:
    """Where the passages of a block begin in the letter's text."""
    if isinstance(block, Heading | Title):
        return (block.sentence.start,)
    if isinstance(block, Paragraph):
        return tuple(sentence.start for sentence in block.sentences)
    rows = (*block.captions, *block.heads, *block.rows) if isinstance(block, Table) else block.rows
    return tuple(row.start for row in rows)


@kept_in_state(64)
def letter_tree(service: Service, letter_id: str) -> LetterTree:
    """The tree of a letter as it is now. KeyError for one that is not there."""
    archive = service.archive
    letter = archive.letters[letter_id]
    passages = archive.passages(letter_id)
    blocks = tuple(_blocks(letter, passages, archive.figures([letter_id])))
    return LetterTree(letter, blocks, scanned_pages(letter, passages))


def _blocks(letter: Letter, passages: Sequence[Passage], figures: Sequence[Figure]) -> Iterator[Block]:
    by_passage: dict[str, list[Figure]] = {}
    for figure in figures:
        by_passage.setdefault(figure.passage, []).append(figure)
    levels = {section.start: section.level for section in letter.sections}
    title = _title(letter, passages)
    for (kind, _), group in groupby(passages, key=lambda one: _together(one, title)):
        found = list(group)
        if kind is Kind.ROW:
            yield from (_table(table, by_passage) for table in _tables(found))
        elif kind is Kind.META:
            yield Lines(tuple(_row(passage, by_passage) for passage in found))
        elif kind is Kind.HEADING:
            yield Heading(1 + levels.get(found[0].start, 1), _sentence(found[0], by_passage))
        elif found[0] is title:
            yield Title(_sentence(found[0], by_passage))
        else:
            yield Paragraph(tuple(_running(found, by_passage)))


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


def _running(found: Sequence[Passage], figures: dict[str, list[Figure]]) -> Iterator[Sentence]:
    before: Passage | None = None
    for passage in found:
        parted = before is not None and passage.start > before.end and passage.text[:1].isascii()
        yield _sentence(passage, figures, " " if parted else "")
        before = passage


def _sentence(passage: Passage, figures: dict[str, list[Figure]], gap: str = "") -> Sentence:
    pieces = marked(passage.text, passage.start, figures.get(passage.id, ()))
    return Sentence(passage.start, pieces, gap)


def _tables(found: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The tables that stand one below the other: each begins with what stands above its rows."""
    table: list[Passage] = []
    for passage in found:
        if table and passage.kind is Kind.CAPTION and table[-1].kind is Kind.ROW:
            yield table
            table = []
        table.append(passage)
    yield table


def _table(found: Sequence[Passage], figures: dict[str, list[Figure]]) -> Table:
    """What stands above the rows is a head where it is parted like them, else a line above the table."""
    width = next((len(spans(passage)) for passage in found if passage.kind is Kind.ROW), 0)
    rows = [_row(passage, figures, width) for passage in found]
    above = [row for row, passage in zip(rows, found, strict=True) if passage.kind is Kind.CAPTION]
    return Table(
        tuple(row for row in above if len(row.cells) == 1),
        tuple(row for row in above if len(row.cells) > 1),
        tuple(rows[len(above) :]),
    )


def _row(passage: Passage, figures: dict[str, list[Figure]], width: int = 0) -> Row:
    own = figures.get(passage.id, ())
    text, parts = passage.text, spans(passage, width)
    if passage.kind is Kind.META:  # its gaps part what it says
        return Row(passage.start, tuple((Piece(printed(text[start:end]).strip()),) for start, end in parts))
    cells = (marked(text[start:end], passage.start + start, own) for start, end in parts)
    return Row(passage.start, tuple(cells))


def spans(passage: Passage, width: int = 0) -> list[tuple[int, int]]:
    """Where the cells of a row stand in its text, or the parts of a line of the letterhead.

    `width` is how many cells the rows have below a line that may be their head.
    """
    text = passage.text
    if "|" in text or "｜" in text:
        start = 1 if text[0] in "|｜" else 0
        end = len(text) - 1 if text[-1] in "|｜" and len(text) > 1 else len(text)
        return _parted(text, start, end, _BARS)
    if passage.kind is Kind.META:
        return [(0, len(text))]
    wide, narrow = (_parted(text, 0, len(text), border) for border in (_WIDE, _NARROW))
    if passage.kind is Kind.CAPTION:
        # 表2 分地区产值 is no head of two columns.
        parted = (parts for parts in (wide, narrow) if _FEWEST <= len(parts) == width)
        return next(parted, [(0, len(text))])
    return wide if len(wide) >= _FEWEST else narrow


def _parted(text: str, start: int, end: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in border.finditer(text, start, end):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, end)]
