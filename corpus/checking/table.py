"""Tables whose total row is not the sum of the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.checking.ground import Ground, data, is_level
from corpus.checking.interval import rounded, total
from corpus.checking.remark import Remark
from corpus.checking.total import sum_remark
from corpus.compiled import compiled
from corpus.figure import Figure
from corpus.passage import Kind
from corpus.texts.text import plain

_FIGURE = compiled(r"[\d.%-]+$")
_CELL = compiled(r"\||\s{2,}|\t")
# A row that is part of the row above it, or begins a level of its own: the rows then do not add up.
_NESTED = compiled(r"^[#＃]|其中|^[一二三四五六七八九十(（]+[、)）]|小计|^\d+[.、]")
# Rows that miss their total by more than this are not all there.
_NEAR = Decimal("0.15")


@dataclass(frozen=True)
class _Row:
    label: str
    passage: str


def tables(ground: Ground) -> Iterator[Remark]:
    """A remark for every column whose total is not the sum of the rows, where the rows are all there is."""
    for rows in _tables(ground):
        row = _total_row(rows)
        others = [other for other in rows if other is not row]
        if row is None or any(_NESTED.search(other.label) for other in others):
            continue
        wholes, levels = _levels(ground, row), [_levels(ground, other) for other in others]
        if any(len(found) != len(wholes) for found in levels):
            continue
        for whole, *parts in zip(wholes, *levels, strict=True):
            if _misses(whole, parts):
                yield sum_remark(ground, whole, parts)


def _tables(ground: Ground) -> Iterator[list[_Row]]:
    """Rows that follow each other directly."""
    rows: list[_Row] = []
    for passage in ground.passages.values():
        if passage.kind is Kind.ROW:
            rows.append(_Row(_label(passage.text), passage.id))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _label(row: str) -> str:
    label = next(filter(None, map(plain, _CELL.split(row.strip()))), "").split(" ")[0]
    return _FIGURE.sub("", label)


def _levels(ground: Ground, row: _Row) -> list[Figure]:
    return [one for one in ground.standing_in(row.passage) if is_level(one) and one.quantity.unit != "%"]


def _total_row(rows: Sequence[_Row]) -> _Row | None:
    """The row that is the sum of all others, None where rows may be missing."""
    words = data()["table"]
    found = [row for row in rows if row.label in words["total"]]
    summed = [row for row in found if row.label in words["whole"]]
    has_rest = any(row.label.startswith(tuple(words["rest"])) for row in rows)
    return found[0] if len(found) == 1 and (summed or has_rest) else None


def _misses(whole: Figure, parts: Sequence[Figure]) -> bool:
    if len(parts) < 2 or any(part.quantity.unit != whole.quantity.unit for part in parts):
        return False
    sums = total(rounded(part.quantity) for part in parts)
    worked = sum((part.quantity.value for part in parts), Decimal(0))
    near = abs(worked - whole.quantity.value) <= _NEAR * abs(whole.quantity.value)
    return near and not sums.meets(rounded(whole.quantity))
