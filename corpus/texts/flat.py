"""Tables flattened to one cell a line, as some pages are copied: their rows put together again."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.compiled import compiled
from corpus.texts.heading import head
from corpus.texts.line import Line
from corpus.texts.table import is_caption, is_empty, is_number

_PROSE = compiled(r"[。；;！？：:，\s|｜]")
_LONGEST = 20
# Of a row: its name and perhaps a unit, its figures; how many rows.
_LABELS, _VALUES, _ROWS = (1, 2), range(1, 8), 3
_WIDEST = max(_LABELS) + max(_VALUES)
_ASKED = 1024  # lines that are remembered


def regrouped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of a flattened table's row or head as one."""
    return tuple(_regrouped(lines))


def _regrouped(lines: Sequence[Line]) -> Iterator[Line]:
    place = 0
    while place < len(lines):
        width, rows = _table(lines, place)
        if not rows:
            yield lines[place]
            place += 1
            continue
        for _ in range(rows):
            yield _joined(lines[place : place + width])
            place += width


def _table(lines: Sequence[Line], place: int) -> tuple[int, int]:
    """How wide the flattened table that begins here is and how many rows it has, its head among them."""
    # A head is of labels, a row begins with one: most lines are neither.
    named = next(
        (n for n, line in enumerate(lines[place : place + _WIDEST]) if not _is_label(line.text)), _WIDEST
    )
    for labels in _LABELS if named else ():
        for values in _VALUES:
            width = labels + values
            start = place + width if named >= width and place + width <= len(lines) else place
            rows = 0
            while _is_row(lines[start + rows * width : start + (rows + 1) * width], labels, values):
                rows += 1
            end = start + rows * width
            if rows >= _ROWS and not (end < len(lines) and _is_value(lines[end].text)):
                return width, rows + (start > place)
    return 0, 0


def _is_row(lines: Sequence[Line], labels: int, values: int) -> bool:
    if len(lines) != labels + values:
        return False
    return all(_is_label(line.text) for line in lines[:labels]) and all(
        _is_value(line.text) for line in lines[labels:]
    )


# Every line is asked about as a part of many tables that might begin before it.
@lru_cache(_ASKED)
def _is_label(text: str) -> bool:
    if len(text) > _LONGEST or _PROSE.search(text) or is_caption(text) or _is_value(text):
        return False
    return head(text) is None


@lru_cache(_ASKED)
def _is_value(text: str) -> bool:
    return is_number(text) or is_empty(text)


def _joined(lines: Sequence[Line]) -> Line:
    text = "\n".join(line.text for line in lines)
    return Line(lines[0].start, lines[-1].end, text, lines[0].indent, lines[0].gap)
