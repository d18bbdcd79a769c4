"""Columns fitted to the rows of their table."""

from collections.abc import Sequence
from decimal import Decimal

from corpus.amounts.implied import is_year
from corpus.amounts.quantity import quantities
from corpus.compiled import compiled
from corpus.extraction.tables.head import Column
from corpus.figure import Measure
from corpus.runtime.replace import replace
from corpus.texts.text import Folded, fold

_BELOW_ZERO = compiled(r"[-−–－]\d")
_WORDS = compiled("[\u4e00-\u9fff]{2}")
_INDEX = (80, 130)  # an index of prices in per cent of the year before
_WORD = compiled("[\u4e00-\u9fff]")
_LATIN = compiled("[A-Za-z]{2}")
_MOST = 0.9  # of a column's cells
_NUMBER = compiled(r"-?\d+(?:\.\d+)?")
_FINE = 3  # places behind the point that a per cent has not
_SEVERAL = 3  # numbers of a column, from which it shows what they are
_NAMED = 2  # rows that a column of words names, at least


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
    return tuple(Column("order") if _is_foreign(own, like, place) else one for place, one in enumerate(own))


def _is_foreign(own: Sequence[Column], rows: Sequence[Sequence[Folded]], at: int) -> bool:
    """Whether a column only says the names before it once more in another language: 北京市 | Beijing."""
    said = [row[at].text for row in rows if row[at].text.strip()]
    latin = sum(bool(_LATIN.search(words)) and not _WORD.search(words) for words in said)
    foreign = len(said) >= _NAMED and latin > _MOST * len(said)
    return foreign and at > 0 and own[at].role == own[0].role == "label"


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


def is_index(column: Column, title: str, value: Decimal) -> bool:
    """Whether an amount under a change is an index as its caption says, counted from a hundred."""
    return column.measure is Measure.GROWTH and title.endswith("指数") and _INDEX[0] < value < _INDEX[1]


def with_counts(found: Sequence[Column], rows: Sequence[Sequence[Folded]]) -> tuple[Column, ...]:
    """The columns; 2003 is an amount beside others that are no years, and 0.0823 of a share no per cent."""
    own = list(found)
    for place, column in enumerate(own):
        if column.role != "value":
            continue
        cells = (row[place].text.strip().replace(",", "") for row in rows if len(row) == len(own))
        said = [Decimal(cell) for cell in cells if _NUMBER.fullmatch(cell)]
        counted = any(not is_year(value) or value != int(value) for value in said)
        unit = "" if column.assumed and _are_fractions(said, column.measure) else column.unit
        own[place] = replace(column, counted=counted, unit=unit)
    return tuple(own)


def _are_fractions(said: Sequence[Decimal], measure: Measure) -> bool:
    """Whether numbers are parts of one: shares below 1, changes with so many places that none is a per cent."""
    fine = sum(-int(value.as_tuple().exponent) >= _FINE for value in said)
    below = len(said) >= _SEVERAL and all(abs(value) <= 1 for value in said)
    return below and (measure is Measure.SHARE or 2 * fine >= len(said))


def goes_on(row: Sequence[Folded], own: Sequence[Column], index: int) -> bool:
    """Whether a cell is the one before once more: a cell of a Word table that goes over several columns under one head."""
    return index > 0 and row[index].text == row[index - 1].text and own[index] == own[index - 1]


def starts(own: Sequence[Column], rows: Sequence[Sequence[Folded]]) -> tuple[int, ...]:
    """Where tables begin that are printed side by side: with each column of words behind one of figures."""
    like = [row for row in rows if len(row) == len(own)]
    behind = (at for at in range(1, len(own)) if own[at - 1].role == "value")
    return (0, *(at for at in behind if own[at].role == "label" or _is_words(like, at)))


def _is_words(rows: Sequence[Sequence[Folded]], at: int) -> bool:
    said = [row[at].text.strip() for row in rows if row[at].text.strip()]
    return len(said) >= _NAMED and all(_WORDS.search(words) and not quantities(fold(words)) for words in said)
