"""Rows: the figures of a table, one for every cell that holds an amount."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.amounts.quantity import Quantity, quantities
from corpus.compiled import compiled
from corpus.extraction.draft import Draft
from corpus.extraction.marked import Mention
from corpus.extraction.names.predicate import Predicate, signed
from corpus.extraction.tables import fitted
from corpus.extraction.tables.cellname import called, is_planned
from corpus.extraction.tables.cellword import fall, is_bracketed, is_loss
from corpus.extraction.tables.database import plain_heads, told
from corpus.extraction.tables.head import Column, Head, captioned, columns, is_change, period_of, units_of
from corpus.extraction.tables.headrow import is_foreign_line, merged
from corpus.extraction.tables.monthly import with_months
from corpus.extraction.tables.rowlabel import Row, parents_of, row_of
from corpus.extraction.tables.tablenote import Noted
from corpus.extraction.terms import indexed
from corpus.extraction.times.timing import Frame, by_default
from corpus.figure import Measure, Status
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace
from corpus.texts.table import is_caption
from corpus.texts.text import Folded, fold
from corpus.times.period import Period
from corpus.times.span import years_later

_WIDE = compiled(r"[ \u3000]{2,}")
_UNIT_LINE = compiled(r"[(]?(?:计量)?单位[:：][^()\s]{1,8}[)]?")
_SPANNED = 2  # columns that a title's cell goes over at least
_LONGEST = 80  # characters of a cell that an amount may fill
# 常住人口数及其构成: the shares are of the people.
_DIVIDED = compiled("(?:总?数|总量)?(?:及其?|和|与|、)?(?:主要)?构成(?:情况)?$")
_EXECUTED = compiled("决算|执行")
# What says of which year a head is.
_DATED = compiled(r"\d{4}年")
_YEAR = compiled(r"\d{2}年|[今去前上本]年|年度")
_BARE = compiled(r"-?[\d.,]+%?")  # a number that no word says anything of
_MOVING = (Measure.GROWTH, Measure.CHANGE, Measure.CONTRIBUTION)


@dataclass(frozen=True)
class Over:
    """What is said of all rows: the caption, what indices are counted from, the letter's times, units noted below."""

    head: Head
    counted_from: str
    frame: Frame
    noted: Noted
    executed: bool  # whether it says beside a budget what became of it, so that both are of one year
    default: Mapping[Status, Period | None]  # the time of a cell whose heads say none


def table(
    passages: Sequence[Passage], frame: Frame, noted: Noted, gapped: list[list[str]] | None = None
) -> Iterator[Draft]:
    """The drafts of one table, whose captions and rows `passages` are in the order of the text; `gapped` are its heads
    where they are told apart by where they are printed, and there is no draft where they cannot be.
    """
    if gapped == []:
        return
    year = frame.default.year if frame.default else None
    captions = [passage for passage in passages if passage.kind is Kind.CAPTION]
    titles = [_title_of(passage) for passage in captions if _is_title(passage)]
    heads = gapped or [[cell.text for cell in cells(one)] for one in captions if not _is_title(one)]
    said = told(titles)
    top = captioned([said.indicator, *said.captions] if said.indicator else said.captions, frame.anchor, year)
    year = top.period.last.year if top.period else year
    counted_from = indexed.told([*titles, *(cell for row in heads for cell in row)])
    # A corner may say the unit of all: 年份 单位：万元.
    units = (said.unit,) if said.unit else units_of([*titles, *(cell for row in heads for cell in row)])
    heads, place = plain_heads(heads)
    said_heads = merged([["" if _UNIT_LINE.fullmatch(cell) else cell for cell in row] for row in heads])
    top = top if top.period else replace(top, period=_of_corner(said_heads, frame, year))
    year = top.period.last.year if top.period else year
    said_heads = with_months(said_heads, top.period or frame.default)
    named_columns = columns(said_heads, units, frame.anchor, year)
    rows = [(passage, cells(passage)) for passage in passages if passage.kind is Kind.ROW]
    named_columns = fitted.with_names(named_columns, [row for _, row in rows])
    named_columns = fitted.with_changes(named_columns, [row for _, row in rows])
    named_columns = fitted.with_counts(named_columns, [row for _, row in rows])
    starts = fitted.starts(named_columns, [row for _, row in rows])
    named_columns = tuple(
        Column("label") if at in starts[1:] else column for at, column in enumerate(named_columns)
    )
    # 上年执行数 stands beside the budget of the year after.
    executed = any(_EXECUTED.search(one.name) and not (one.years_back or one.period) for one in named_columns)
    default = {status: by_default(frame, status) for status in (Status.RESULT, Status.TARGET)}
    over = Over(top, counted_from, frame, noted, executed, default)
    parents: dict[int, tuple[str, str]] = {}
    rows.reverse()
    while rows:  # each goes as it is read: there may be many
        passage, whole = rows.pop()
        columns_of = fitted.aligned(named_columns, len(whole))
        for start, end in zip(starts, (*starts[1:], len(whole)), strict=True):
            row, own = whole[start:end], columns_of[start:end]
            label = row_of(row, own, frame, year)
            label = replace(label, place=label.place or said.place or place)
            parents[start] = parents_of(parents.get(start, ("", "")), label)
            parent = parents[start][1] if label.part else ""
            scope = tuple(word for word in (parent, top.title, *reversed(passage.section)) if word)
            for index, (cell, column) in enumerate(zip(row, own, strict=False)):
                if column.role != "value" or not cell.text or fitted.goes_on(row, own, index):
                    continue
                draft = _draft(passage, cell, column, label, over, scope, inner=bool(parent))
                if draft:
                    yield draft


def _of_corner(heads: Sequence[str], frame: Frame, year: int | None) -> Period | None:
    """The year of all columns that the corner says: 2018年城市数据."""
    if not heads or not _DATED.search(heads[0]) or any(map(_DATED.search, heads[2:])):
        return None
    return period_of(heads[0], frame.anchor, year)


def cells(passage: Passage) -> tuple[Folded, ...]:
    """The cells of a row, each folded with its printed offsets."""
    text = passage.text
    if "|" in text or "｜" in text:
        bounds = [match.span() for match in re.finditer(r"[|｜]", text)]
    elif "\t" in text:
        bounds = [match.span() for match in re.finditer(r"\t", text)]
    else:
        bounds = [match.span() for match in _WIDE.finditer(text.strip())]
        if len(bounds) < 2:
            bounds = [match.span() for match in re.finditer(r"\s+", text.strip())]
    starts = [0, *(end for _, end in bounds)]
    ends = [*(start for start, _ in bounds), len(text)]
    found = [(start, end) for start, end in zip(starts, ends, strict=True)]
    # Outer bars are no part of a passage: one at its beginning stands behind an empty cell.
    if text.startswith("｜"):
        found = found[1:]
    return tuple(_cell(text[start:end], passage.start + start) for start, end in found)


def _cell(text: str, start: int) -> Folded:
    """A cell without the space around it."""
    bare = text.lstrip()
    return fold(bare.rstrip(), start + len(text) - len(bare))


def _title_of(passage: Passage) -> str:
    """A title once, though its cell goes over all columns."""
    said = dict.fromkeys(cell.text for cell in cells(passage) if cell.text)
    return next(iter(said)) if len(said) == 1 else passage.text


def _is_title(passage: Passage) -> bool:
    row = [cell.text for cell in cells(passage)]
    said = [text for text in row if text]
    if len(row) > _SPANNED and len(said) > 1 and row[0] and len(set(said)) == 1:
        # 比上年增长(%) in every cell names columns.
        return not is_change(row[0])
    return is_caption(passage.text) or len(cells(passage)) < 2 or is_foreign_line(passage.text)


def _draft(
    passage: Passage,
    cell: Folded,
    column: Column,
    row: Row,
    over: Over,
    scope: tuple[str, ...],
    *,
    inner: bool,
) -> Draft | None:
    if len(cell.text) > _LONGEST:
        return None
    unit = row.unit if column.measure is Measure.LEVEL and row.unit else column.unit
    unit = unit or (over.noted.unit(column.name, row.name) if column.measure is Measure.LEVEL else "")
    found = quantities(cell, "位" if column.measure is Measure.RANK else unit, counted=column.counted)
    if len(found) != 1 or not _fills(found[0], cell):
        return None
    quantity, top = found[0], over.head
    status = Status.TARGET if is_planned(column.name) else Status.RESULT
    timed_as = Status.RESULT if over.executed else status
    if fitted.is_index(column, top.title, quantity.value):
        return None  # 101.2 under 比上年涨跌(%): which of both it is, nobody says
    change = column.measure is Measure.GROWTH and "百分点" in quantity.unit
    measure = Measure.CHANGE if change else Measure.RATIO if quantity.parts else column.measure
    worded = not _BARE.fullmatch(cell.text)
    if worded and (is_bracketed(cell.text) or (measure is Measure.LEVEL and is_loss(cell.text))):
        return None  # a loss's amount is no level of the profit that the row names
    index = measure is Measure.LEVEL and not quantity.unit
    fallen = fall(cell.text) if worded and measure in _MOVING else ""
    said = _predicate(
        measure,
        fallen if fallen.isalpha() else "",
        _direction(quantity, measure, -1 if fallen else 1),
        over.counted_from if index and over.counted_from else column.basis,
        column.whole or _whole(measure, top),
    )
    return Draft(
        Mention(quantity, 0, 0),
        passage,
        called(column.name, row.name, row.place, top),
        said,
        measure,
        _years_back(_period(column, row, over, timed_as), column.years_back),
        status,
        scope,
        inner=inner,
    )


# The cells of a column are told alike: each of these is made once.
@lru_cache(maxsize=1024)
def _predicate(measure: Measure, verb: str, direction: int, basis: str, whole: str) -> Predicate:
    return Predicate(0, measure, verb, direction, basis, whole)


def _period(column: Column, row: Row, over: Over, status: Status) -> Period | None:
    """What the column, the row, the caption or the text say; a plan in a table of a day is for its year."""
    top = over.head
    own = _of_column(column.period, row.period, top.period) or row.period
    period = own or top.period or over.default[status]
    if period and period.is_point and status is Status.TARGET and not own:
        day = period.last
        return replace(period, first=day.replace(month=1, day=1), last=day.replace(month=12, day=31))
    return period


def _of_column(period: Period | None, row: Period | None, top: Period | None) -> Period | None:
    """What a column is of; 1-6月 of no year is of the row's year, 期末 the end of the row's month."""
    if period is None or _YEAR.search(period.raw):
        return period
    around = row or (top if period.year is None else None)
    if around is None:
        return period if period.year is not None else None
    if (
        around.first.replace(month=1, day=1) != around.first
        or around.last.replace(month=12, day=31) != around.last
    ):
        return around
    years = around.first.year - period.first.year
    return replace(period, first=years_later(period.first, years), last=years_later(period.last, years))


def _years_back(period: Period | None, years: int) -> Period | None:
    """The same days of so many years before."""
    if period is None or not years:
        return period
    first, last = (years_later(day, -years) for day in (period.first, period.last))
    return replace(period, first=first, last=last)


def _whole(measure: Measure, top: Head) -> str:
    return _DIVIDED.sub("", top.title) if measure is Measure.SHARE else ""


def _direction(quantity: Quantity, measure: Measure, said: int) -> int:
    if measure in _MOVING:
        return signed(quantity, said)
    return -1 if quantity.value.is_signed() and quantity.value else 1


def _fills(quantity: Quantity, cell: Folded) -> bool:
    """Whether the amount is the whole cell, so that a word with a number in it is none."""
    return quantity.end - quantity.start >= 0.6 * len(cell.text.strip())
