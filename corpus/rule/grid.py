"""Rules of a table: rows with what has to be reached or who it is for, columns with what is given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.passage import Kind, Passage
from corpus.quantity import Quantity
from corpus.rule.condition import conditions
from corpus.rule.marked import MARK, marked
from corpus.rule.role import Placed, Role, is_money
from corpus.rule.rule import Condition, Rule, Sort
from corpus.rule.words import grades_in, words
from corpus.table import cells
from corpus.text import fold, plain, tidy

_UNIT = re.compile(r"\((?:单位:)?(?P<unit>[^()\d]{1,4})\)")
_BARE = re.compile(rf"^(?:奖励|补助|补贴|给予|最高)?{MARK}(?:元)?(?:奖励|补助|补贴)?$")


@dataclass(frozen=True)
class _Cell:
    """A cell of a row: its text and where it begins in the document."""

    text: str
    start: int


def rules_of_table(head: Passage | None, rows: Sequence[Passage], blank: Rule) -> Iterator[Rule]:
    """The rules of rows under a head; none where no column holds awards. `blank` has what all share."""
    titles = [plain(cell) for cell in cells(head.text)] if head else []
    grid = [_cells(row) for row in rows]
    if not titles or any(len(row) != len(titles) for row in grid) or not grid:
        return
    units = [match["unit"] if (match := _UNIT.search(title)) else "" for title in titles]
    given = _awarded(titles, units, grid)
    reached = [place for place in range(len(titles)) if place not in given and _is_condition(place, grid)]
    labels = [place for place in range(len(titles)) if place not in given and place not in reached]
    for passage, row in zip(rows, grid, strict=True):
        told = tuple(one for place in reached for one in _condition(row[place], titles[place], units[place]))
        name = " ".join(tidy(row[place].text) for place in labels)
        for place in given:
            amounts = _amounts(row[place], units[place])
            if not amounts:
                continue
            several = f"{name} {titles[place]}".strip() if len(given) > 1 or not name else name
            yield replace(
                blank,
                passage=passage.id,
                sort=Sort.RATE if amounts[0].unit == "%" else Sort.FIXED,
                amount=amounts[0],
                whom=_UNIT.sub("", several),
                beside="".join(titles[place] for place in labels),
                grades=grades_in(plain(several)),
                conditions=told,
            )


def _awarded(titles: Sequence[str], units: Sequence[str], grid: Sequence[Sequence[_Cell]]) -> list[int]:
    """The columns of awards: all of one amount of money, those that say so by their head where any does."""
    fit = [
        place
        for place in range(1, len(titles))
        if all(_is_award(row[place], units[place]) for row in grid)
    ]
    named = [place for place in fit if words().column.search(titles[place])]
    return named or fit


def _is_award(cell: _Cell, unit: str) -> bool:
    sentence = marked(cell.text, cell.start, unit)
    return not sentence.amounts or bool(
        _BARE.match(sentence.text) and (is_money(sentence.amounts[0].unit) or sentence.amounts[0].unit == "%")
    )


def _is_condition(place: int, grid: Sequence[Sequence[_Cell]]) -> bool:
    return all(MARK in marked(row[place].text, 0).text for row in grid)


def _amounts(cell: _Cell, unit: str) -> tuple[Quantity, ...]:
    return marked(cell.text, cell.start, unit).amounts


def _condition(cell: _Cell, title: str, unit: str) -> tuple[Condition, ...]:
    sentence = marked(cell.text, cell.start, unit)
    places = [place for place, letter in enumerate(sentence.text) if letter == MARK]
    ends = [
        Placed(place, 0, len(sentence.text), sentence.amount(place), Role.END) for place in places
    ]
    name = _UNIT.sub("", title)
    return tuple(replace(one, of=one.of or name) for one in conditions(ends, sentence))


def _cells(row: Passage) -> list[_Cell]:
    found: list[_Cell] = []
    place = 0
    for cell in cells(row.text):
        place = row.text.find(cell, place)
        found.append(_Cell(cell, row.start + place))
        place += len(cell)
    return found


def tables(passages: Sequence[Passage]) -> Iterator[tuple[Passage | None, list[Passage]]]:
    """Each table's last head row with its rows."""
    head: Passage | None = None
    rows: list[Passage] = []
    for passage in passages:
        if passage.kind is Kind.ROW:
            rows.append(passage)
            continue
        if rows:
            yield head, rows
            head, rows = None, []
        if passage.kind is Kind.CAPTION:
            head = passage if len(cells(fold(passage.text).text)) > 1 else head
    if rows:
        yield head, rows
