"""Ruled tables: lines on a page as the cells between them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.formats.pages.sets import Sets
from corpus.runtime.replace import replace

_NEAR = 3.0  # points within which two ends are one, and two lines
_STRAIGHT = 1.0  # points by which a line may slant
_SHORTEST = 6.0  # points of an open table's side beyond its last line
_AROUND = -1  # the number of what is no cell
_LONGEST = 2000  # lines of one page: more are a drawing

Cells = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Rule:
    """A line across (`place` is how far down) or down (how far across), from `start` to `end`."""

    across: bool
    place: float
    start: float
    end: float


@dataclass(frozen=True)
class Ruled:
    """A ruled table: the places of its lines across and down the page, and which cell each place belongs to.

    `cells` has a row for each gap between two lines and a number for each place in it; places of one number are one
    merged cell, those of a frame round the table are none. A table cut by the page's end is open there.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: Cells
    open_top: bool = False
    open_bottom: bool = False

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and the column in which a point lies, None outside."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        inside = 0 <= row < len(self.rows) - 1 and 0 <= column < len(self.columns) - 1
        return (row, column) if inside and self.cells[row][column] != _AROUND else None


def ruled(one: tuple[float, float], other: tuple[float, float]) -> list[Rule]:
    """The line between two points, none where it slants."""
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    if down <= _STRAIGHT < across:
        return [Rule(True, one[1], *sorted((one[0], other[0])))]
    if across <= _STRAIGHT < down:
        return [Rule(False, one[0], *sorted((one[1], other[1])))]
    return []


def tables(rules: Sequence[Rule]) -> list[Ruled]:
    """The tables that lines draw, from top to bottom; what has only one cell is a frame, and no table."""
    joined = [*_joined([rule for rule in rules if rule.across]), *_joined([r for r in rules if not r.across])]
    if len(joined) > _LONGEST:
        return []
    found = [table for group in _touching(joined) if (table := _table(group))]
    return sorted(found, key=lambda table: table.rows[0])


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Lines with those that go on from them."""
    places = _distinct(rule.place for rule in rules)
    by_place: dict[float, list[Rule]] = {place: [] for place in places}
    for rule in rules:
        by_place[_nearest(places, rule.place)].append(rule)
    found = []
    for place, group in by_place.items():
        start = end = None
        for rule in sorted(group, key=lambda rule: rule.start):
            if start is None or end is None or rule.start > end + _NEAR:
                if start is not None and end is not None:
                    found.append(Rule(rule.across, place, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        if start is not None and end is not None:
            found.append(Rule(group[0].across, place, start, end))
    return [rule for rule in found if rule.end - rule.start > _NEAR]


def _distinct(places: Iterable[float]) -> list[float]:
    """Places in order, those near each other once."""
    found: list[float] = []
    last = float("-inf")
    for place in sorted(places):
        if place - last > _NEAR:
            found.append(place)
        last = place
    return found


def _nearest(places: Sequence[float], place: float) -> float:
    after = bisect_right(places, place)
    return min(places[max(0, after - 1) : after + 1], key=lambda other: abs(other - place))


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The lines in groups that touch each other."""
    sets = Sets(len(rules))
    down = sorted(
        (place for place, rule in enumerate(rules) if not rule.across), key=lambda p: rules[p].place
    )
    places = [rules[place].place for place in down]
    for number, rule in enumerate(rules):
        if not rule.across:
            continue
        first, last = bisect_right(places, rule.start - _NEAR), bisect_right(places, rule.end + _NEAR)
        for other in down[first:last]:
            if rules[other].start - _NEAR <= rule.place <= rules[other].end + _NEAR:
                sets.join(number, other)
    return [[rules[place] for place in group] for group in sets.groups()]


def _table(rules: Sequence[Rule]) -> Ruled | None:
    across, down = [r for r in rules if r.across], [r for r in rules if not r.across]
    down += _sides(across, [rule.place for rule in down])
    if len(across) + len(down) < 3 or not across or not down:
        return None
    rows, columns = _distinct(r.place for r in across), _distinct(r.place for r in down)
    left, right = _open(across, columns)
    top, bottom = _open(down, rows)
    columns = [*left, *columns, *right]
    rows = [*top, *rows, *bottom]
    if len(rows) < 2 or len(columns) < 2:
        return None
    found = _without_frame(columns, rows, _cells(across, down, rows, columns))
    if len({number for row in found.cells for number in row}) < 2:
        return None
    return replace(found, open_top=bool(top), open_bottom=bool(bottom))


def _sides(across: Sequence[Rule], places: Sequence[float]) -> list[Rule]:
    """The sides that are not drawn, where several lines across end between two lines down."""
    ends = [(end, rule.place) for rule in across for end in (rule.start, rule.end)]
    found = []
    for side in _distinct(end for end, _ in ends):
        ended = [place for end, place in ends if abs(end - side) <= _NEAR]
        drawn = any(abs(place - side) <= _NEAR for place in places)
        if not drawn and places and min(places) < side < max(places) and len(ended) > 1:
            found.append(Rule(False, side, min(ended), max(ended)))
    return found


def _without_frame(columns: Sequence[float], rows: Sequence[float], cells: Cells) -> Ruled:
    """A table without the frame round it: what lies along three of its sides at least and is no rectangle."""
    sides = (cells[0], cells[-1], [row[0] for row in cells], [row[-1] for row in cells])
    along = Counter(number for side in sides for number in set(side))
    around = {number for number, count in along.items() if count > 2 and not _is_rectangle(cells, number)}
    left = [tuple(_AROUND if number in around else number for number in row) for row in cells]
    across = [place for place, column in enumerate(zip(*left, strict=True)) if set(column) != {_AROUND}]
    down = [place for place, row in enumerate(left) if set(row) != {_AROUND}]
    if not down:
        return Ruled(tuple(columns), tuple(rows), cells)
    top, bottom, first, last = down[0], down[-1] + 1, across[0], across[-1] + 1
    inside = tuple(row[first:last] for row in left[top:bottom])
    return Ruled(tuple(columns[first : last + 1]), tuple(rows[top : bottom + 1]), inside)


def _is_rectangle(cells: Cells, number: int) -> bool:
    places = [(y, x) for y, row in enumerate(cells) for x, other in enumerate(row) if other == number]
    heights, widths = {y for y, _ in places}, {x for _, x in places}
    return len(places) == (max(heights) - min(heights) + 1) * (max(widths) - min(widths) + 1)


def _open(sides: Sequence[Rule], edges: Sequence[float]) -> tuple[list[float], list[float]]:
    """Where several sides end beyond the first and the last line that crosses them."""
    first, last = min(side.start for side in sides), max(side.end for side in sides)
    before = (
        [first] if first < edges[0] - _SHORTEST and _several(side.start - first for side in sides) else []
    )
    after = [last] if last > edges[-1] + _SHORTEST and _several(side.end - last for side in sides) else []
    return before, after


def _several(gaps: Iterable[float]) -> bool:
    return sum(abs(gap) <= _NEAR for gap in gaps) > 1


def _cells(
    across: Sequence[Rule], down: Sequence[Rule], rows: Sequence[float], columns: Sequence[float]
) -> Cells:
    """The number of the cell that each place belongs to: places without a line between them are one."""
    width, height = len(columns) - 1, len(rows) - 1
    walls = {(_nearest(columns, r.place), y) for r in down for y in range(height) if _covers(r, rows, y)}
    floors = {(_nearest(rows, r.place), x) for r in across for x in range(width) if _covers(r, columns, x)}
    sets = Sets(width * height)
    for y in range(height):
        for x in range(width):
            if x and (columns[x], y) not in walls:
                sets.join(y * width + x, y * width + x - 1)
            if y and (rows[y], x) not in floors:
                sets.join(y * width + x, (y - 1) * width + x)
    return tuple(tuple(sets.root(y * width + x) for x in range(width)) for y in range(height))


def _covers(rule: Rule, places: Sequence[float], gap: int) -> bool:
    """Whether a line passes the middle between two others."""
    return rule.start <= (places[gap] + places[gap + 1]) / 2 <= rule.end
