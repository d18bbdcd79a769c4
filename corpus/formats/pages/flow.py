"""The pages of a PDF as one text: running heads away, tables over pages joined, lines joined to paragraphs."""

from collections.abc import Iterator, Sequence
from statistics import median

from corpus.compiled import compiled
from corpus.day import days
from corpus.formats.grid import barred, table_lines
from corpus.formats.pages.row import Row, Table
from corpus.heading import ends_as_title
from corpus.replace import replace

_PAGE_NUMBER = compiled(
    r"^[—–－\-\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[/,，\s]*(?:共\s*)?\d{1,4}\s*页?)?[—–－\-\s·]*$"
)
_WORD_SLACK, _SLACK = 6.0, 1.6  # characters by which a full line may be short
# What is not broken at the end of a line, with the signs that must not begin one.
_UNBROKEN = compiled(r"(?:[A-Za-z0-9.,:/%+-]+|.)[，。、；：！？）》”’％]*")
_SEVERAL = 4  # lines that end in one place: the margin
_MARGIN = 4  # characters by which the margins of a page may differ
_NUMBERS = 2  # of one page at one of its ends: its own, and the volume's
_RUNNING_LINES = 3  # lines of a running head, at most
_FEW = 2  # pages, of which the small type in one place says nothing of a running head
_NUMBERED = compiled(r"附?[表图件]\s*[\d一二三四五六七八九十]")
_SMALL = 0.95  # how much smaller than the text's a running head's letters are
RISE = 1.15  # how much larger than the text's a title's letters are
_TITLE = 0.5  # of a full line, that the first line of a broken title is long
_OVER = 3  # rows of a page, the unit over a table and the table itself among them
_NEAR = 4.0  # points by which a table's columns may differ from page to page
_CONTINUED = compiled(
    r"[（(]?\s*(?:续\s*表|续上表|表\s*\d*\s*[（(]?续[）)]?)\s*[\d一二三四五六七八九十.-]*\s*[）)]?"
)
_DATE = compiled(r"\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*")
_FIGURE = compiled(r"[-+−－]?[\d.,，]+%?")
_ENDED = compiled(r"[。；！？]$")
_LEADER = compiled(r"[·.…．・‥⋯]{3,}\s*[—–－-]?\s*\d{1,4}\s*[—–－-]?$")  # of a line of the contents


def text_lines(pages: Sequence[Sequence[Row]], *, joins: bool = True) -> Iterator[list[Row]]:
    """The lines of text of all pages, each as the printed rows that it is made of.

    Unless `joins`, only what was recognised is joined to paragraphs.
    """
    rows = [row for page in _with_joined_tables(list(_without_running(pages))) for row in _with_tables(page)]
    written = list(_written_out(rows))
    if joins or any(row.scan for row in written):
        return _paragraphs(written)
    return ([row] for row in written)


def _without_running(pages: Sequence[Sequence[Row]]) -> Iterator[list[Row]]:
    """The pages without page numbers and running heads and feet."""
    left = [without_page_number(rows) for rows in pages]
    common = common_size([row for rows in left for row in rows])
    whole = left
    for line in range(_RUNNING_LINES):
        for edge in (0, -1):
            edges = [rows[edge] for rows in left if rows and not rows[edge].is_table]
            running = {id(row) for row in edges if _is_small(row, edges, len(pages), common)}
            if not line:
                running |= {id(row) for row in edges if _is_repeated(row, edges, len(pages))}
            left = [[row for row in rows if id(row) not in running] for rows in left]
    yield from left if any(left) else whole  # the same few lines on each page are what it says


def without_page_number(rows: Sequence[Row]) -> list[Row]:
    """A page's rows without its number above or below all others; a number among them, or one of several, is a figure."""
    numbers = [row for row in rows if not row.is_table and _PAGE_NUMBER.match(row.text)]
    said = [row for row in rows if row not in numbers]
    above = [one for one in numbers if not any(row.top < one.top - one.size for row in said)]
    below = [one for one in numbers if not any(row.top > one.top + one.size for row in said)]
    gone = {id(one) for group in (above, below) if len(group) <= _NUMBERS for one in group}
    return [row for row in rows if id(row) not in gone]


def _is_repeated(row: Row, edges: Sequence[Row], pages: int) -> bool:
    """Whether most pages begin or end with these words, or every second one does in the same place; no sentence does."""
    if row.text.endswith("。"):
        return False
    alike = [other for other in edges if other.text == row.text]
    same = sum(_is_beside(other, row) for other in alike)
    return len(alike) > max(1, pages / 2) or same >= max(2, pages // 2)


def _is_small(row: Row, edges: Sequence[Row], pages: int, common: float) -> bool:
    """Whether most pages have small type in this place, whatever it says but the number of a table."""
    small = [other for other in edges if other.size < _SMALL * common and _is_beside(other, row)]
    is_named = any(_NUMBERED.match(other.text) for other in small)
    return row.size < _SMALL * common and not is_named and len(small) > max(_FEW, pages / 2)


def _is_beside(one: Row, other: Row) -> bool:
    return abs(one.top - other.top) < 1


def common_size(rows: Sequence[Row]) -> float:
    """How large most letters outside tables are."""
    return median([row.size for row in rows if not row.is_table for _ in row.text] or [0.0])


def _with_joined_tables(pages: list[list[Row]]) -> list[list[Row]]:
    """The pages, a table that goes on over several on the first of them."""
    home: tuple[int, Row] | None = None
    for number, page in enumerate(pages):
        begins = [row for row in page if not _CONTINUED.fullmatch(row.text.replace(" ", ""))]
        over = next((place for place, row in enumerate(begins[:_OVER]) if row.table), 0)
        if home and begins and _is_other_half(home[1].table, begins[over].table):
            joined = replace(home[1], table=_side_by_side(home[1].table, begins[over].table))
            pages[home[0]][-1:] = [*begins[:over], joined]
            pages[number] = begins[over + 1 :]
            home = None if pages[number] else (home[0], joined)
            continue
        if home and begins and begins[0].table and _continues(home[1].table, begins[0].table):
            joined = replace(home[1], table=_joined(home[1].table, begins[0].table))
            pages[home[0]][-1] = joined
            pages[number] = page = begins[1:]
            home = (home[0], joined)
        if page:
            home = (number, page[-1]) if page[-1].table else None
    return pages


def _is_other_half(before: Table | None, after: Table | None) -> bool:
    """Whether a table is the right half of the one that ended the page before: its rows at the same heights, no names."""
    if before is None or after is None or len(before.cells) != len(after.cells):
        return False
    level = all(
        abs(one.top - other.top) < _NEAR for one, other in zip(before.bands, after.bands, strict=True)
    )
    body = [row for row in after.cells if any(map(_FIGURE.fullmatch, row))]
    nameless = all(_FIGURE.fullmatch(cell) or not cell for row in body for cell in row)
    named = any(row[0] and not _FIGURE.fullmatch(row[0]) for row in before.cells[-len(body) :])
    return level and bool(body) and nameless and named


def _side_by_side(before: Table | None, after: Table | None) -> Table:
    """Two halves of a table as one."""
    assert before is not None
    assert after is not None
    cells = tuple((*one, *other) for one, other in zip(before.cells, after.cells, strict=True))
    shift = before.columns[-1] - after.columns[0]
    columns = (*before.columns, *(place + shift for place in after.columns[1:]))
    return Table(cells, columns, before.bands, before.open_top, before.open_bottom)


def _continues(before: Table | None, after: Table) -> bool:
    """Whether a table has the columns of the one that ended the page before."""
    return (
        before is not None
        and len(before.columns) == len(after.columns)
        and all(abs(one - other) < _NEAR for one, other in zip(before.columns, after.columns, strict=True))
    )


def _joined(before: Table | None, after: Table) -> Table:
    """Two pieces of a table: a repeated head is left out, a row cut in two is one again."""
    assert before is not None
    rows, more = list(before.cells), list(after.cells)
    while more and more[0] in rows[: len(after.cells) - len(more) + 1]:
        more.pop(0)
    kept = len(after.cells) - len(more)
    cut = before.open_bottom and after.open_top
    if more and rows and len(more) == len(after.cells) and (cut or _is_rest(rows[-1], more[0])):
        rows[-1] = tuple(one + other for one, other in zip(rows[-1], more.pop(0), strict=True))
        kept += 1
    bands = (*before.bands, *after.bands[kept:])
    return Table((*rows, *more), before.columns, bands, before.open_top, after.open_bottom)


def _is_rest(row: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether a row is the rest of the one before: no name, no figure, only words that go on."""
    said = [(one, other) for one, other in zip(row, rest, strict=True) if other]
    return (
        bool(said)
        and not rest[0]
        and all(one and not _ENDED.search(one) and not _FIGURE.fullmatch(other) for one, other in said)
    )


def _with_tables(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a page, those of tables without lines as a table's."""
    for row, text in zip(rows, barred([row.text for row in rows]), strict=True):
        yield row if text == row.text else replace(row, text=text, is_table=True)


def _written_out(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, a ruled table as one for each of its lines."""
    for row in rows:
        if row.table is None:
            yield row
            continue
        for cells, band in zip(row.table.cells, row.table.bands, strict=True):
            for line in table_lines([cells]):
                size = band.bottom - band.top
                yield replace(
                    row, text=line, table=None, top=band.top, size=size, scan=band.scan, page=band.page
                )


def _paragraphs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows, those that go on from the one before together with it."""
    prose = [row for row in rows if not row.is_table]
    common = common_size(rows)
    left = min((row.left for row in prose), default=0.0)
    right = _right(prose, left, common)
    paragraph: list[Row] = []
    for row in rows:
        if paragraph and not _goes_on(paragraph[-1], row, common, left, right):
            yield paragraph
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph


def _right(prose: Sequence[Row], left: float, common: float) -> float:
    """Where full lines end: where several do, else as far from the paper's edge as they begin."""
    right = max((row.right for row in prose), default=0.0)
    several = sum(right - row.right < _SLACK * row.size for row in prose) >= _SEVERAL
    mirrored = max((row.width for row in prose), default=0.0) - left
    return right if several or mirrored - right < _MARGIN * common else mirrored


def _goes_on(before: Row, row: Row, common: float, left: float, right: float) -> bool:
    if before.is_table or row.is_table or not 1 / RISE < row.size / before.size < RISE:
        return False
    if row.size > RISE * common:
        # The lines of a title: only a long one is broken.
        long = before.right - before.left > _TITLE * (right - left)
        return long and not ends_as_title(before.text) and not days(row.text)
    if ("  " in before.text and "  " in row.text) or _LEADER.search(before.text):
        return False  # rows of a table without lines; the number of a page and the next line's first figure
    if (before.column is None) != (row.column is None):
        return False
    if _DATE.fullmatch(row.text) and before.text.endswith("。"):
        return False  # the day under a letter
    # A full line, and the next begins at the margin: neither the end of a paragraph nor the start of one.
    left, right = (row.column or (left, right))[0], (before.column or (left, right))[1]
    return _is_full(before, row, right) and row.left < left + 0.8 * row.size


def _is_full(before: Row, row: Row, right: float) -> bool:
    """Whether a line ends where it has to: the next one's first figure or word has no room in it."""
    room = (right - before.right) / row.size
    if room < _SLACK:
        return True
    first = _UNBROKEN.match(row.text)
    width = sum(0.5 if letter.isascii() else 1.0 for letter in first[0]) if first else 0.0
    return not before.text.endswith(("。", "：", ":")) and room < min(_WORD_SLACK, width + _SLACK / 2)
