"""Grids: the cells of a table with spans, as lines of text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.compiled import compiled

# The end of a line, a tab and a wide gap between digits part two numbers; one blank may be inside one: 1 234.
_GAP = compiled(r"(?P<parts>(?<=\d)(?:\s{2,}|[^\S \xa0\u2009\u202f])(?=\d))|\s+")
_PARTED = compiled(r"[\s|｜]")
_TIME = compiled(r"(?:19|20)\d\d(?:年(?:\d{1,2}月)?|[-/.]\d{1,2})?")


@dataclass(frozen=True)
class Cell:
    """A cell with how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def grid(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The rows with every covered place filled, so that each figure stands under all its heads.

    >>> grid([[Cell("地区", rows=2), Cell("出口", columns=2)], [Cell("总额"), Cell("增长")]])
    [['地区', '出口', '出口'], ['地区', '总额', '增长']]
    """
    filled: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}
    for row in rows:
        line: list[str] = []
        waiting = list(row)
        while waiting or len(line) in hanging:
            place = len(line)
            if place in hanging:
                text, left = hanging.pop(place)
                if left > 1:
                    hanging[place] = text, left - 1
                line.append(text)
                continue
            cell = waiting.pop(0)
            for column in range(place, place + cell.columns):
                if cell.rows > 1:
                    hanging[column] = cell.text, cell.rows - 1
                line.append(cell.text)
        filled.append(line)
    return filled


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as `a | b | c`; empty ones are left out, and a row that is one cell all over is a plain line.

    A year without figures is a row: a table goes on behind it.

    >>> list(table_lines([["单位：亿元", "单位：亿元"], ["出口", "76.38"], ["", ""]]))
    ['单位：亿元', '出口 | 76.38']
    """
    for row in rows:
        bare = [_bare(cell) for cell in row]
        said = {cell for cell in bare if cell}
        alone = len(row) > 2 and sum(map(bool, bare)) == 1 and not _TIME.fullmatch(bare[0])
        if len(said) == 1 and (len(row) == 1 or all(bare) or alone):
            yield said.pop()
        elif said:
            # A row that begins with an empty cell stands between bars, so that it stays a cell.
            line = " | ".join(bare)
            yield line.strip(" ") if bare[0] else f"| {line} |"


def barred(lines: Sequence[str]) -> list[str]:
    """Printed lines; where lines with columns follow each other, all with as many (three or more), rows of a table.

    >>> barred(["指标  上半年  增速", "产值  24.69  -1.4", "农业局  5月"])
    ['指标 | 上半年 | 增速', '产值 | 24.69 | -1.4', '农业局  5月']
    """
    found: list[str] = []
    for columns, group in groupby(lines, key=_columns):
        run = list(group)
        found += [" | ".join(_cells(line)) for line in run] if columns > 2 and len(run) > 1 else run
    return found


def _columns(line: str) -> int:
    return 1 if "|" in line else len(_cells(line))


def _cells(line: str) -> list[str]:
    return re.split(r"\s{2,}", line.strip())


def _bare(cell: str) -> str:
    if not _PARTED.search(cell):  # most cells
        return cell
    # A bar of the cell's own is no end of it.
    return _GAP.sub(_blank, re.sub("[|｜]", "∣", cell)).strip()


def _blank(gap: re.Match[str]) -> str:
    return "  " if gap["parts"] else " "
