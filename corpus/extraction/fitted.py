"""Columns fitted to the rows of their table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extraction.head import Column
from corpus.figure import Measure
from corpus.quantity import quantities
from corpus.text import Folded, fold

_BELOW_ZERO = re.compile(r"[-−–－]\d")
_NAMED = 2  # rows that a column of words names, at least


def beside(heads: Sequence[str]) -> int:
    """How wide each of several tables is that are printed side by side under the same heads; 0 for one table.

    >>> beside(["产品", "产量", "产品", "产量"]), beside(["地区", "收入", "支出"])
    (2, 0)
    """
    for width in range(2, len(heads) // 2 + 1):
        first = heads[:width]
        again = range(width, len(heads), width)
        if (
            len(heads) % width == 0
            and len(set(first)) == width
            and all(heads[at : at + width] == first for at in again)
        ):
            return width
    return 0


def aligned(found: Sequence[Column], width: int) -> list[Column]:
    """As many columns as cells: a head that leaves out the label's column gets one, missing ones are plain values."""
    own = list(found)
    if len(own) == width - 1 and own and own[0].role == "value":
        own = [Column("label"), *own]
    if not own:
        own = [Column("label")]
    return [*own, *(Column("value") for _ in range(width - len(own)))]


def with_names(found: Sequence[Column], rows: Sequence[Sequence[Folded]]) -> tuple[Column, ...]:
    """The columns; those of words before the first one of figures name the rows: 乡镇 | 指标 | 数值."""
    like = [row for row in rows if len(row) == len(found)]
    own = list(found)
    for place, column in enumerate(own):
        if column.role == "value":
            said = [row[place].text.strip() for row in like if row[place].text.strip()]
            if len(said) < _NAMED or any(quantities(fold(words)) for words in said):
                break
            own[place] = Column("label")
    return tuple(own)


def with_changes(found: Sequence[Column], rows: Sequence[Sequence[Folded]]) -> tuple[Column, ...]:
    """The columns; an index that falls below zero is a change in per cent."""
    own = list(found)
    for place, column in enumerate(own):
        index = column.role == "value" and column.measure is Measure.LEVEL and column.name.endswith("指数")
        said = (row[place].text.strip() for row in rows if len(row) == len(own))
        if index and not column.unit and any(map(_BELOW_ZERO.match, said)):
            own[place] = replace(
                column, measure=Measure.GROWTH, unit="%", name=column.name.removesuffix("指数")
            )
    return tuple(own)


def goes_on(row: Sequence[Folded], own: Sequence[Column], index: int) -> bool:
    """Whether a cell is the one before once more: a cell of a Word table that goes over several columns under one head."""
    return index > 0 and row[index].text == row[index - 1].text and own[index] == own[index - 1]
