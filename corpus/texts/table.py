"""Tables in plain text: which lines are rows, which are the head and the caption over them."""

import re
from collections.abc import Iterator, Sequence

from corpus.amounts.unit import parse_unit
from corpus.compiled import compiled
from corpus.texts.line import Line

_CAPTION = compiled(
    r"^(?:附?表|续表)\s*[\d一二三四五六七八九十]*(?:\s|[:：、.—-]|$)|^[（(]?\s*(?:计量)?单位\s*[:：]|[（(]单位[:：]"
)
_SEPARATOR = compiled(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_VALUE = compiled(r"^[-+−–－]?\d[\d,，]*(?:\.\d+)?\s*\S{0,6}$|^(?:持平|[—－–-]+|…+|\.{3}|/|[xX×]+)$")
_NUMBER = compiled(r"^[-+−–－]?\d[\d,，]*(?:\.\d+)?\s*(?:%|％|‰|倍)?$|^持平$")
_AMOUNT = compiled(r"^[-+−–－]?\d[\d,，]*(?:\.\d+)?\s*(?P<unit>[^\d\s-]{1,6})$")
_EMPTY = compiled(r"^(?:[—－–-]+|…+|/)$")
_YEAR = compiled(r"^(?:19|20)\d\d(?:\s*年?(?:第?\d季度|[\d-]{1,5}月)?|[ -]?[Qq][1-4])$")
_PROSE = compiled(r"[。；;！？：:]|，(?!\d{3})")
# Between tabs 其中：轻工业 is a row.
_ENDED = compiled(r"[。；;！？]")
# 其中:税收收入 is what a row is called.
_PART = compiled(r"^[#*\s]*(?:在?总计中)?其中\s*[:：]")
_TABLE = compiled(r"[\u4e00-\u9fff]表(?:[(（][^()（）]*[)）])?$")
# What a statistics database says above a table.
_DATABASE = compiled(r"^(?P<key>数据库|指标|地区|时间|频度)\s*[:：]\s*(?P<words>\S.{0,40})$")
_LEAST_LINES = 2  # such lines above a table that is one's, if the indicator is not among them
_LONGEST_CELL = 40
_LONGEST_TITLE = 60  # characters of one that ends with 表
_PAIR = 2
# No table has more rows of heads.
_MOST_HEADS = 4
# No title of a table: a sentence, a heading.
_UNTITLED = compiled(r"[。；;：:！？，]|^#|^[（(]?[一二三四五六七八九十]+[)）、]")


def is_separator(line: str) -> bool:
    """Whether it is the line of dashes under a Markdown table's head."""
    return "-" in line and bool(_SEPARATOR.match(line)) and ("|" in line or line.startswith("---"))


def is_walled(row: str) -> bool:
    """Whether a row stands between bars, as in Markdown; one that only begins with a bar has an empty first cell."""
    return len(row) > 1 and row.startswith("|") and row.endswith("|")


def cells(row: str) -> tuple[str, ...]:
    """The cells of a row: between bars, or else between gaps.

    >>> cells("| 粮食 | 万吨 | 4.82 |"), cells("粮食 万吨 4.82")
    (('粮食', '万吨', '4.82'), ('粮食', '万吨', '4.82'))
    """
    if "|" in row or "｜" in row:
        bare = row.replace("｜", "|").strip()
        if is_walled(bare):
            bare = bare[1:-1]
        return tuple(cell.strip() for cell in bare.split("|"))
    if "\t" in row.strip():
        # 指 标⇥价格指数: a tab is a wall, whatever blanks a cell has.
        return tuple(cell.strip() for cell in row.strip(" ").split("\t"))
    wide = re.split(r"[ \u3000]{2,}", row.strip())
    return tuple(wide if len(wide) > 2 else row.split())


def is_number(cell: str) -> bool:
    """Whether a cell holds a figure; a year heads a column."""
    return bool(_NUMBER.match(cell)) and not _YEAR.match(cell)


def _is_amount(cell: str) -> bool:
    """Whether a cell holds a figure, its unit beside it or not."""
    match = _AMOUNT.match(cell)
    with_unit = match is not None and parse_unit(match["unit"]) is not None
    return is_number(cell) or (with_unit and not _YEAR.match(cell))


def is_empty(cell: str) -> bool:
    """Whether a cell says that there is no figure."""
    return bool(_EMPTY.match(cell))


def rows(lines: Sequence[Line]) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the lines that are table rows, and of those that are heads, unit lines and captions."""
    found: set[int] = set()
    heads: set[int] = set()
    for first, last in _runs(lines):
        body = [index for index in range(first, last) if not is_separator(lines[index].text)]
        head = _head(lines, first, last)
        heads.update(head)
        found.update(index for index in body if index not in head)
        heads.update(_captions(lines, first))
    alone = {index for index, line in enumerate(lines) if is_caption(line.text)}
    return frozenset(found - alone), frozenset(heads | alone)


def is_caption(line: str) -> bool:
    """Whether a line names a table or its unit by its own words: 表2 财政收支(单位:万元), 单位：亿元."""
    return len(line) <= 60 and not line.endswith("。") and bool(_CAPTION.search(line))


def database_line(line: str) -> tuple[str, str]:
    """What a line of a statistics database is of and what it says, "" where it is none.

    >>> database_line("指标：粮食产量(万吨)"), database_line("粮食产量")
    (('指标', '粮食产量(万吨)'), ('', ''))
    """
    match = _DATABASE.match(line)
    return (match["key"], match["words"]) if match else ("", "")


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and one past the last line of each table, its head included."""
    index = 0
    while index < len(lines):
        piped = _run(lines, index, piped=True)
        gapped = _run(lines, index, piped=False)
        if piped - index >= 2:
            yield from _tables(lines, index, piped)
        elif gapped - index >= 2 or (gapped > index and index and _is_head(lines[index - 1], lines[index])):
            yield _first_head(lines, index), gapped
        index = max(index + 1, piped, gapped)


def _tables(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The tables of a run of rows: a row of words between rows of figures, behind a gap or with the first cell of the
    head, is the head of the next one."""
    start = first
    for index in range(first + 2, last - 1):
        row = cells(lines[index].text)
        if _names_table(row):
            yield start, index
            start = index
            continue
        begins = lines[index].gap or row[0] == cells(lines[start].text)[0] != ""
        if (
            begins
            and not _has_amount(lines[index])
            and all(_has_amount(lines[index + step]) for step in (-1, 1))
        ):
            yield start, index
            start = index
    yield start, last


def _names_table(row: Sequence[str]) -> bool:
    """Whether one cell over all columns names a table: 政府性基金收入情况表."""
    said = [cell for cell in row if cell]
    return len(said) > 1 and len(row) > _PAIR and len(set(said)) == 1 and bool(_TABLE.search(row[0]))


def _has_amount(line: Line) -> bool:
    return any(_is_amount(cell) for cell in cells(line.text))


def _run(lines: Sequence[Line], start: int, *, piped: bool) -> int:
    end = start
    while end < len(lines) and (_is_piped(lines[end].text) if piped else _is_gapped(lines[end].text)):
        end += 1
    return end


def _is_piped(text: str) -> bool:
    return "|" in text or "｜" in text


def _is_gapped(text: str) -> bool:
    """A name and figures with gaps between: 泵阀装备 241.36 8.8."""
    if len(text.split(maxsplit=1)) < 2:  # most lines: nothing stands between
        return False
    if _is_piped(text) or (_ENDED if "\t" in text else _PROSE).search(_PART.sub("", text)):
        return False
    parts = cells(text)
    if len(parts) < 2 or max(map(len, parts)) > _LONGEST_CELL:
        return False
    is_blank = len(parts) > 2 and is_empty(parts[-1])
    return bool(_VALUE.match(parts[-1])) and (is_blank or any(is_number(part) for part in parts[1:]))


def _is_head(above: Line, row: Line) -> bool:
    parts = cells(above.text)
    if _is_piped(above.text) or _PROSE.search(above.text) or any(is_number(part) for part in parts):
        return False
    return (
        not is_caption(above.text)
        and len(parts) in {len(cells(row.text)), len(cells(row.text)) - 1}
        and len(parts) > 1
    )


def _first_head(lines: Sequence[Line], first: int) -> int:
    """The first of the head rows above a row of figures: one, or between tabs all that have its cells."""
    index = first
    while index and _is_head(lines[index - 1], lines[first]):
        index -= 1
        if "\t" not in lines[index].text or first - index == _MOST_HEADS:
            break
    return index


def _head(lines: Sequence[Line], first: int, last: int) -> set[int]:
    return {first + place for place in heads([line.text for line in lines[first:last]])}


def heads(printed: Sequence[str]) -> set[int]:
    """Which of a table's rows are heads; the rule under those of a Markdown table is a row.

    >>> heads(["地区 | 产值 | 增速", "云岭县 | 24.69亿元 | 3.1", "石桥县 | 8.2亿元 | -1.4"])
    {0}
    """
    ruled = [place for place, row in enumerate(printed) if is_separator(row)]
    if ruled:
        return {*range(ruled[0]), *_heads_below(printed, ruled[0] + 1)}
    plain = 0
    while plain < len(printed) and not any(_is_amount(cell) for cell in cells(printed[plain])):
        plain += 1
    # A name and what is said of it, row by row, have one head row at most: 项目 | 内容.
    if all(len(cells(row)) == _PAIR for row in printed):
        plain = min(plain, 1)
    # A table of words alone has one head row.
    return set(range(plain if plain < len(printed) else 1))


def _heads_below(printed: Sequence[str], first: int) -> Iterator[int]:
    """The second level of heads of a Markdown table, which has room for one above its rule: nothing stands before it."""
    for place in range(first, len(printed) - 1):
        row = cells(printed[place])
        if row[0] or not any(row) or any(is_number(cell) or is_empty(cell) for cell in row):
            return
        yield place


def _captions(lines: Sequence[Line], first: int) -> Iterator[int]:
    """The unit line right above a table and the title above that, or the title alone; what a database says of it."""
    said = _database(lines, first)
    if said:
        yield from said
        return
    for index in range(first - 1, max(-1, first - 3), -1):
        text = lines[index].text
        titled = len(text) <= _LONGEST_CELL and not _UNTITLED.search(text)
        titled = not _is_piped(text) and (
            titled or (len(text) <= _LONGEST_TITLE and bool(_TABLE.search(text)))
        )
        if not is_caption(text) and not titled:
            return
        yield index
        if not is_caption(text):
            return


def _database(lines: Sequence[Line], first: int) -> list[int]:
    """The lines of a statistics database right above a table."""
    start = first
    while start and _DATABASE.match(lines[start - 1].text):
        start -= 1
    keys = {database_line(lines[index].text)[0] for index in range(start, first)}
    return list(range(start, first)) if len(keys) >= _LEAST_LINES or "指标" in keys else []
