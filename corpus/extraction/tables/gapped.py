"""Gapped heads: two lines of heads over columns of blanks, put over the columns by where they are printed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.texts.table import is_caption

_CELL = compiled(r"\S+(?:[ \u00a0](?=\S)\S+)*")
_WALL = compiled(r"[|｜\t]")
_WIDE = ("W", "F")
_LEAST = 2  # lines of heads, cells of a line, rows of figures
_SLACK = 4  # half characters that a head may stand off from its columns
_APART = 3  # by which one way to set the heads has to be better than all others


@dataclass(frozen=True)
class _Piece:
    """A piece of a line and where it is printed, in half characters from the line's beginning."""

    text: str
    start: int
    end: int


def heads(passages: Sequence[Passage], text: str) -> list[list[str]] | None:
    """The head rows of a table of blanks that has several, each as wide as the table; empty where they stand over no
    columns that can be told, None where the table has no such heads.
    """
    if any(_WALL.search(one.text) for one in passages):
        return None
    over = [_pieces(one, text) for one in passages if one.kind is Kind.CAPTION and not is_caption(one.text)]
    lines = [line for line in over if len(line) >= _LEAST or line is over[-1]]
    if len(lines) < _LEAST:
        return None
    rows = [_pieces(one, text) for one in passages if one.kind is Kind.ROW]
    if len(rows) < _LEAST:
        return None
    width, often = Counter(map(len, rows)).most_common(1)[0]
    if width < _LEAST:
        return None
    whole = [row for row in rows if len(row) == width]
    columns = [
        _Piece("", min(row[at].start for row in whole), max(row[at].end for row in whole))
        for at in range(width)
    ]
    *upper, last = lines
    found = [_single(last, columns)] if often >= _LEAST else [[]]
    for line in reversed(upper):
        found.append(_spread(line, _widened(columns, last), found[-1]) if found[-1] else [])
    told = all(found) and all(any(row[place] for row in found) for place in range(width))
    return found[::-1] if told else []


def _single(line: Iterable[_Piece], columns: Sequence[_Piece]) -> list[str]:
    """The lowest heads, each over one column; nothing where two stand over the same."""
    found = [""] * len(columns)
    for piece in line:
        place = _nearest(piece, columns)
        if found[place]:
            return []
        found[place] = piece.text
    return found


def _nearest(piece: _Piece, columns: Sequence[_Piece]) -> int:
    return min(range(len(columns)), key=lambda at: abs(columns[at].start - piece.start))


def _widened(columns: Sequence[_Piece], heads: Iterable[_Piece]) -> list[_Piece]:
    """The columns as wide as the heads right above them."""
    found = list(columns)
    for head in heads:
        place = _nearest(head, columns)
        ends = max(found[place].end, head.end)
        found[place] = _Piece("", min(found[place].start, head.start), ends)
    return found


def _spread(line: Sequence[_Piece], columns: Sequence[_Piece], below: Sequence[str]) -> list[str]:
    """Upper heads over the columns that each spans; nothing where two ways to set them are about as likely."""
    ways = sorted(
        (way for way in _ways(line, columns, below, 0) if _begin_alike(way[1], below)), key=lambda way: way[0]
    )
    if not ways or ways[0][0] > _SLACK * len(line):
        return []
    if len(ways) > 1 and ways[1][0] - ways[0][0] < _APART:
        return []
    found = [""] * len(columns)
    for piece, (first, last) in zip(line, ways[0][1], strict=True):
        found[first : last + 1] = [piece.text] * (last + 1 - first)
    return found


def _ways(
    line: Sequence[_Piece], columns: Sequence[_Piece], below: Sequence[str], begin: int
) -> Iterator[tuple[float, list[tuple[int, int]]]]:
    """Every way to set heads over neighbouring columns, with how far from them they are printed. Before the first head
    there may be columns without; one without a head below has a head of its own.
    """
    piece, *others = line
    opens = begin == 0
    for first in range(begin, len(columns)) if opens else [begin]:
        if not all(below[:first]) and opens:
            return
        for last in range(first, len(columns) - len(others)):
            # What the rows are called is under no head with anything else.
            if first < last and not (first and all(below[first : last + 1])):
                break
            rest = _ways(others, columns, below, last + 1) if others else iter([(0.0, [])])
            if others or last == len(columns) - 1:
                for cost, spans in rest:
                    yield cost + _off(piece, columns[first], columns[last]), [(first, last), *spans]


def _begin_alike(spans: Sequence[tuple[int, int]], below: Sequence[str]) -> bool:
    """Whether heads over what is said several times (总量|增速 twice) are over each once, and begin with the same."""
    starts = [first for first, _ in spans if below[first]]
    bare = below[: spans[0][0]]
    apart = all(len({*below[first : last + 1]}) == last + 1 - first for first, last in spans)
    if not apart or any(below.count(head) > 1 for head in bare) or not starts:
        return apart and not starts
    again = [at for at, head in enumerate(below) if head == below[starts[0]]]
    return len(again) == 1 or starts == again


def _off(piece: _Piece, first: _Piece, last: _Piece) -> float:
    """How far a head is printed from the beginning or the middle of the columns that it spans."""
    middle = abs((piece.start + piece.end) - (first.start + last.end)) / 2
    return min(abs(piece.start - first.start), middle)


def _pieces(passage: Passage, text: str) -> list[_Piece]:
    """What stands between wide gaps in the line of a passage."""
    begins = text.rfind("\n", 0, passage.start) + 1
    line = text[begins : passage.end]
    offsets = [0]
    for letter in line:
        offsets.append(offsets[-1] + (2 if unicodedata.east_asian_width(letter) in _WIDE else 1))
    return [_Piece(one[0], offsets[one.start()], offsets[one.end()]) for one in re.finditer(_CELL, line)]
