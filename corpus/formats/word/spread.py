"""Tables in cells of tables, spread over the places of the cells that they stand in."""

from collections.abc import Iterator, Mapping, Sequence

Grid = list[list[str]]


def columns(content: Grid, span: int) -> list[Grid]:
    """A cell's content in the columns that it covers: its text in each, a table in it shared out."""
    width = max(len(row) for row in content)
    if width == 1:
        return [content] * span
    full = [row if len(row) > 1 else row * width for row in content]
    padded = [row + [""] * (max(width, span) - len(row)) for row in full]
    last = span - 1
    return [
        [row[column : column + 1] if column < last else row[last:] for row in padded]
        for column in range(span)
    ]


def spread(rows: Sequence[Sequence[Grid]]) -> Iterator[list[str]]:
    """The rows with every cell as wide as the widest table in its column, and as high as the highest in its row."""
    if all(len(content) == 1 == len(content[0]) for row in rows for content in row):  # no tables in it
        yield from ([content[0][0] for content in row] for row in rows if row)
        return
    widths: dict[int, int] = {}
    for row in rows:
        for place, content in enumerate(row):
            widths[place] = max(widths.get(place, 1), *(len(line) for line in content))
    heads: list[str] = []
    if len(rows) > 1 and _height(rows[0]) == 1 < _height(rows[1]) and _is_wordy(rows[1]):
        # What is over a column of tables is their title, for each has a head of its own.
        inside = [place for place, content in enumerate(rows[1]) if len(content) > 1 and place < len(rows[0])]
        yield [" ".join(dict.fromkeys(rows[0][place][0][0] for place in inside))]
    elif rows:
        yield from _stretched(rows[0], rows[0], widths)
    for row in rows[1:]:
        is_headed = _height(row) > 1 and _is_wordy(row)
        # Over a table in a row stands what is over the row's other cells.
        above = next(_stretched(row, [*rows[0], *row[len(rows[0]) :]], widths), [])
        lines = list(_stretched(row, row, widths))
        if is_headed:
            lines[:1] = [] if above == heads else [above]
            heads = above
        yield from lines


def _height(row: Sequence[Grid]) -> int:
    return max((len(content) for content in row), default=0)


def _stretched(row: Sequence[Grid], beside: Sequence[Grid], widths: Mapping[int, int]) -> Iterator[list[str]]:
    """The lines of a row, beside its tables these cells."""
    for index in range(_height(row)):
        yield [
            text
            for place, content in enumerate(row)
            for text in _line(beside[place] if len(content) == 1 else content, index, widths[place])
        ]


def _is_wordy(row: Sequence[Grid]) -> bool:
    """Whether the tables in a row begin with a head: no figure in it."""
    return not any(letter.isdigit() for content in row if len(content) > 1 for letter in "".join(content[0]))


def _line(content: Grid, index: int, width: int) -> list[str]:
    # A cell of one text stands beside each row of a table in its row.
    line = content[min(index, len(content) - 1)] if len(content) == 1 or index < len(content) else [""]
    return line * width if len(line) == 1 else line + [""] * (width - len(line))
