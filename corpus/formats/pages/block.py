"""The lines of pages as blocks, each with its place on its page."""

from collections.abc import Sequence

from corpus.formats.pages.flow import RISE, common_size
from corpus.formats.pages.tables.row import Row
from corpus.formats.structure.document import Block, Box, Part
from corpus.runtime.replace import replace


def blocks(
    lines: Sequence[Sequence[Row]], spans: Sequence[tuple[int, int]], pictures: Sequence[tuple[int, int]]
) -> tuple[Block, ...]:
    """The blocks that lines with these spans of the text are, and the pictures: the page of each, where it begins.

    Lines of a table below each other are one; what is set in larger type than the text is a heading.
    """
    common = common_size([row for line in lines for row in line])
    found: list[Block] = []
    for line, (start, end) in zip(lines, spans, strict=True):
        part = _part(line, common)
        block = Block(part, start, end, int(part is Part.HEADING), line[0].page, _box(line))
        if found and part is Part.TABLE is found[-1].part:
            found[-1] = _with_row(found[-1], block)
        else:
            found.append(block)
    unread = (Block(Part.PICTURE, start, start, page=page) for page, start in pictures)
    return tuple(sorted([*found, *unread], key=lambda one: (one.start, one.page)))


def _part(line: Sequence[Row], common: float) -> Part:
    if line[0].is_table and "|" in line[0].text:
        return Part.TABLE
    is_large = all(row.size > RISE * common for row in line) and not line[0].is_table
    return Part.HEADING if is_large else Part.PARAGRAPH


def _with_row(table: Block, row: Block) -> Block:
    """A table with one more row, which stands on its page or on the next."""
    box = _around([table.box, row.box]) if row.page == table.page else table.box
    return replace(table, end=row.end, box=box)


def _box(line: Sequence[Row]) -> Box:
    """The place of those rows of a line that stand on the page where it begins."""
    rows = [row for row in line if row.page == line[0].page]
    return _around([(row.left, row.top, row.right, row.top + row.size) for row in rows])


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return round(min(left), 1), round(min(top), 1), round(max(right), 1), round(max(bottom), 1)
