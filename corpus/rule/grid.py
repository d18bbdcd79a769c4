"""Rules of a table: rows with what has to be reached or who it is for, columns with what is given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.rule.marked import MARK, Marked, marked
from corpus.rule.placed import Placed, Role, is_money
from corpus.rule.rule import Cap, Condition, Rule, Sort
from corpus.rule.slots.condition import conditions
from corpus.rule.words import grades_in, words
from corpus.runtime.replace import replace
from corpus.texts.table import cells
from corpus.texts.text import fold, plain, tidy

_UNIT = compiled(r"\((?:单位:)?(?P<unit>[^()\d]{1,4})\)")
_NUMBER = compiled(r"\d[\d.]*(?!\s*[\d.%％‰万亿元])")
_OFTEN = compiled("[每按](?P<unit>[月年])")
# A column of what is given at most.
_CAPS = compiled("上限|限额|最高|封顶|不超过")
_BARE = compiled(rf"^(?:奖励|补助|补贴|给予|最高)?{MARK}(?:元)?(?:奖励|补助|补贴)?$")


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
    given, caps = _columns(titles, units, grid)
    reached = [
        place
        for place in range(len(titles))
        if place not in (*given, *caps) and _is_condition(place, units, grid)
    ]
    labels = [place for place in range(len(titles)) if place not in (*given, *caps, *reached)]
    for passage, row in zip(rows, grid, strict=True):
        told = tuple(one for place in reached for one in _condition(row[place], titles[place], units[place]))
        name = " ".join(tidy(row[place].text) for place in (*labels, *reached))
        cap = next((_cap(row[place], units[place], passage) for place in caps), None)
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
                cap=cap,
                rhythm=_rhythm(amounts[0].unit, titles[place]),
            )


def _rhythm(unit: str, title: str) -> str:
    """月 or 年 where a column's unit or head says that its awards are given each month or year."""
    per, said = unit.partition("/")[2], _OFTEN.search(title)
    return per if per in {"月", "年"} else said["unit"] if said else ""


def _columns(
    titles: Sequence[str], units: Sequence[str], grid: Sequence[Sequence[_Cell]]
) -> tuple[list[int], list[int]]:
    """The columns of awards and of caps. Awards are all of one amount; where heads tell of some, they are those."""
    fit = [
        place for place in range(1, len(titles)) if all(_is_award(row[place], units[place]) for row in grid)
    ]
    named = [place for place in fit if words().column.search(titles[place])] or fit
    caps = [place for place in named if _CAPS.search(titles[place])]
    given = [place for place in named if place not in caps]
    return (given, caps) if given and len(caps) < 2 else (named, [])


def _is_award(cell: _Cell, unit: str) -> bool:
    sentence = _read(cell, unit)
    return not sentence.amounts or bool(
        _BARE.match(sentence.text) and (is_money(sentence.amounts[0].unit) or sentence.amounts[0].unit == "%")
    )


def _is_condition(place: int, units: Sequence[str], grid: Sequence[Sequence[_Cell]]) -> bool:
    return all(MARK in _read(row[place], units[place]).text for row in grid)


def _cap(cell: _Cell, unit: str, passage: Passage) -> Cap | None:
    amounts = _amounts(cell, unit)
    return Cap(amounts[0], passage.id, tidy(cell.text)) if amounts else None


def _read(cell: _Cell, unit: str) -> Marked:
    """A cell marked; its bare numbers are in the unit of its head: 1(含)—5 under 亿元."""
    bare = list(_NUMBER.finditer(cell.text)) if unit else []
    if not bare:
        return marked(cell.text, cell.start)
    text, moved = "", []
    end = 0
    for number in bare:
        piece = cell.text[end : number.end()] + unit
        moved += [*range(end, number.end()), *[number.end() - 1] * len(unit)]
        text, end = text + piece, number.end()
    text, moved = text + cell.text[end:], [*moved, *range(end, len(cell.text))]
    read = marked(text, 0)
    amounts = tuple(_moved(one, moved, cell) for one in read.amounts)
    return replace(read, amounts=amounts)


def _moved(one: Quantity, moved: Sequence[int], cell: _Cell) -> Quantity:
    """An amount of a cell with a unit written into it, as the cell prints it."""
    start, end = moved[one.start], moved[one.end - 1] + 1
    return replace(one, raw=tidy(cell.text[start:end]), start=cell.start + start, end=cell.start + end)


def _amounts(cell: _Cell, unit: str) -> tuple[Quantity, ...]:
    return _read(cell, unit).amounts


def _condition(cell: _Cell, title: str, unit: str) -> tuple[Condition, ...]:
    sentence = _read(cell, unit)
    places = [place for place, letter in enumerate(sentence.text) if letter == MARK]
    ends = [Placed(place, 0, len(sentence.text), sentence.amount(place), Role.END) for place in places]
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
