"""A page of a PDF read to its lines and tables, in the order in which they are read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from corpus.compiled import compiled
from corpus.formats.pages.columns import columns
from corpus.formats.pages.glyph import Glyph, glyphs, is_private, lines, printed, written
from corpus.formats.pages.notemark import without_marks
from corpus.formats.pages.tables.openrow import parted
from corpus.formats.pages.tables.row import Band, Row, Table
from corpus.formats.pages.tables.ruled import Rule, Ruled, tables
from corpus.formats.pages.tables.unruled import divided
from corpus.formats.pdf.rule import is_picture, rules
from corpus.runtime.replace import replace

if TYPE_CHECKING:
    from pypdfium2 import PdfPage  # type: ignore[import-untyped]

_FEWEST = 8  # letters, below which a page with a picture is a picture of text
_PUNCTUATION = frozenset(map(ord, "·×÷°±§"))  # of Chinese text, among the codes of Latin letters
_LOST = 3  # letters of codes that only their font knows, from which the page is said to have gaps
_SYMBOLS = 0xF0  # the upper half of their codes
_USUAL = 0.7  # of the letters of a page; with fewer its fonts do not say what they show
_KEY = compiled(r"[\u4e00-\u9fff /、]{2,14}[:：]")
_UNIT = compiled(r"[（(]?\s*(?:计量|金额)?单\s*位\s*[:：]")


@dataclass(frozen=True)
class Page:
    """What a page says; whether it is a picture of text, has letters that are none, or some among others."""

    rows: tuple[Row, ...] = ()
    is_picture: bool = False
    is_garbled: bool = False
    has_gaps: bool = False


def read_page(page: "PdfPage") -> Page:
    """A page's rows from top to bottom, newspaper columns one after the other."""
    seen = glyphs(page)
    if len(seen.letters) < _FEWEST and is_picture(page):
        return Page(is_picture=True)
    return written_page(seen.letters, rules(page, seen.turn, seen.width, seen.height), seen.across)


def written_page(letters: Sequence[Glyph], drawn: Sequence[Rule], width: float) -> Page:
    """The page that letters in the order in which they were written make, note marks left out, and ruled lines."""
    unmarked = without_marks(letters)
    if not _is_text(unmarked):
        return Page(is_garbled=True)
    known = [letter for letter in unmarked if not is_private(letter.letter)]
    # Bullets of the fonts for symbols are no letters.
    lost = sum(is_private(letter.letter) and ord(letter.letter) >> 8 != _SYMBOLS for letter in unmarked)
    return replace(page_of(known, drawn, width), has_gaps=lost >= _LOST)


def page_of(letters: Sequence[Glyph], drawn: Sequence[Rule], width: float) -> Page:
    """The page that letters and ruled lines make; `width` is that of the paper in points."""
    whole = tables(drawn)
    found = [
        part
        for one, said in zip(whole, _sorted_in(letters, whole)[0], strict=True)
        for part in parted(one, said)
    ]
    inside, outside = _sorted_in(letters, found)
    for table, cells in zip(found, inside, strict=True):
        outside += _lines_above(table, cells)
    ruled = [_table(table, cells) for table, cells in zip(found, inside, strict=True)]
    rows = _in_order(list(_blocks(outside)), [row for row in ruled if row is not None])
    return Page(tuple(replace(row, width=width) for row in rows))


def _is_text(letters: Sequence[Glyph]) -> bool:
    usual = sum(_is_usual(letter.letter) for letter in letters)
    return usual >= _USUAL * len(letters)


def _is_usual(letter: str) -> bool:
    """Whether it is no letter of those that a font without a table of its letters gives: ÖÐ, private ones, signs."""
    code = ord(letter)
    return code < 0x80 or code in _PUNCTUATION or not (code < 0x250 or is_private(letter) or code == 0xFFFD)


def _sorted_in(
    letters: Sequence[Glyph], found: Sequence[Ruled]
) -> tuple[list[dict[tuple[int, int], list[Glyph]]], list[Glyph]]:
    """The letters inside each table by their place in it, and those outside."""
    inside: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in found]
    outside = []
    for letter in letters:
        x, y = (letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2
        for table, cells in zip(found, inside, strict=True):
            place = table.place(x, y)
            if place is not None:
                cells.setdefault(place, []).append(letter)
                break
        else:
            outside.append(letter)
    return inside, outside


def _lines_above(ruled: Ruled, letters: dict[tuple[int, int], list[Glyph]]) -> list[Glyph]:
    """The letters taken out of a table's first row that are no head: a title in the frame, the unit above the heads."""
    inside = [letter for place, some in letters.items() if not place[0] for letter in some]
    said = list(_said(inside))
    first = set(ruled.cells[0])
    framed = len(first) == 1 and not first & {number for row in ruled.cells[1:] for number in row}
    if len(said) < 2 or not (framed or _UNIT.match(written(said[0]))):
        return []
    above = {id(letter) for line in (said if framed else said[:1]) for letter in line}
    for place in [place for place in letters if not place[0]]:
        letters[place] = [letter for letter in letters[place] if id(letter) not in above]
        if not letters[place]:
            del letters[place]
    return [letter for letter in inside if id(letter) in above]


def _table(ruled: Ruled, letters: dict[tuple[int, int], list[Glyph]]) -> Row | None:
    """A table with every merged cell in each of its places; None for one without letters."""
    by_cell: dict[int, list[Glyph]] = {}
    for (row, column), some in letters.items():
        by_cell.setdefault(ruled.cells[row][column], []).extend(some)
    if not by_cell:
        return None
    said = {number: list(_said(some)) for number, some in by_cell.items()}
    rows: list[tuple[str, ...]] = []
    bands: list[Band] = []
    for numbers, edges in zip(ruled.cells, pairwise(ruled.rows), strict=True):
        for cells, band in _rows(numbers, said, ruled.cells, Band(*edges)):
            if any(cells):
                rows.append(cells)
                bands.append(band)
    table = Table(tuple(rows), ruled.columns, tuple(bands), ruled.open_top, ruled.open_bottom)
    top = min(letter.top for some in letters.values() for letter in some)
    return Row("", ruled.columns[0], ruled.columns[-1], top, 0, table, is_table=True)


def _said(letters: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    return (line for line in map(printed, lines(letters)) if line)


def _rows(
    numbers: Sequence[int], said: dict[int, list[list[Glyph]]], cells: Sequence[Sequence[int]], band: Band
) -> Iterator[tuple[tuple[str, ...], Band]]:
    """A row of the table with its place, or the several that stand in it without lines between them."""
    texts = {number: _text(map(written, said.get(number, []))) for number in numbers}
    alone = sum(set(numbers) == set(row) for row in cells) == 1
    merged = any(number in row for row in cells if row is not numbers for number in numbers)
    rows = divided([said.get(number, []) for number in numbers]) if alone and not merged else []
    for row in rows:
        inked = [letter for line in row for letter in line]
        own = Band(min(letter.top for letter in inked), max(letter.bottom for letter in inked))
        yield tuple(map(written, row)), own
    if rows:
        return
    yield tuple(texts[number] for number in numbers), band


def _text(lines: Iterable[str]) -> str:
    """The lines of a cell run on; two figures stay on lines of their own, and what begins with its key."""
    text = ""
    for line in lines:
        apart = (text[-1:].isdecimal() and line[:1].isdecimal()) or _KEY.match(line)
        text += ("\n" if text and apart else "") + line
    return text


def _blocks(letters: Sequence[Glyph]) -> Iterator[list[Row]]:
    """The lines outside tables, those of one newspaper column together."""
    inked = [line for line in map(printed, lines(letters)) if line]
    found = list(columns(inked))
    for block in found:
        edges = (min(line[0].left for line in block), max(line[-1].right for line in block))
        yield [_row(line, edges if len(found) > 1 and len(block) > 1 else None) for line in block]


def _row(line: list[Glyph], column: tuple[float, float] | None) -> Row:
    size = median(letter.size for letter in line)
    return Row(written(line), line[0].left, line[-1].right, line[0].top, size, column=column)


def _in_order(blocks: Sequence[Sequence[Row]], ruled: Sequence[Row]) -> Iterator[Row]:
    """The lines and the tables; a table comes before the first line below it that stands beside or under it."""
    waiting = list(ruled)
    for block in blocks:
        for row in block:
            while waiting and waiting[0].top <= row.top and _shares(waiting[0], row):
                yield waiting.pop(0)
            yield row
    yield from waiting


def _shares(table: Row, row: Row) -> bool:
    """Whether a line stands in the same column as a table."""
    left, right = row.column or (row.left, row.right)
    return row.column is None or (table.left < right and left < table.right)
