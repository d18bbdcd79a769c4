"""Figures as a table, as files and as bars: what a row says, what a spreadsheet reads, what is drawn where."""

import csv
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.chart import Bar, Chart, Sort
from bot.service.views.csvfile import as_csv
from bot.web.views.bars import ROW, drawing
from bot.web.views.download import as_workbook
from bot.web.views.figuretable import COLUMNS, FigureRow, Wanted, chosen, figure_rows, heads
from corpus.checking.remark import Remark
from tests.botapi.sample import FIGURES, LETTER, SHELF, Shelf

ROWS = figure_rows(SHELF, LETTER)


class Doubted(Shelf):
    """The same with a remark about two figures."""

    def remarks(self, letter_id: str) -> tuple[Remark, ...]:
        """About the first and the third."""
        return (Remark(letter_id, "两处不一致", (FIGURES[0].id, FIGURES[2].id)),)


def odd(text: str) -> FigureRow:
    """A row with a text of a document's own in it."""
    return replace(ROWS[0], figure=replace(ROWS[0].figure, subject=text, place=text), remarks=(text,))


def test_remark_stands_at_all_its_figures() -> None:
    """And at no other."""
    rows = figure_rows(Doubted({LETTER.id: LETTER}), LETTER)
    assert [place for place, row in enumerate(rows) if row.remarks] == [0, 2]


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_sorts_both_ways(column: str) -> None:
    """No row is lost; downwards is no other choice than upwards."""
    for order in ({}, {"order": "desc"}):
        wanted = Wanted.of({"sort": column, **order})
        assert wanted.query == {"sort": column, **order}
        assert sorted(row.start for row in chosen(ROWS, wanted)) == [row.start for row in ROWS]


@given(st.text(max_size=20))
def test_any_filter_chooses_some_or_none(find: str) -> None:
    """Never fails; nothing chooses all."""
    found = chosen(ROWS, Wanted.of({"find": find}))
    assert set(found) <= set(ROWS)
    assert find.strip() or len(found) == len(ROWS)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "@SUM(A1)", "+1", "-1", '=HYPERLINK("http://evil.example")', "a\x00b\x0b", "换\n行", '"', "😀"],
)
def test_no_text_is_a_formula(text: str) -> None:
    """In CSV it stands behind a stroke, in a workbook it is text."""
    (row,) = csv.DictReader(StringIO(as_csv(heads(), [odd(text).fields]).decode("utf-8-sig"), newline=""))
    assert row["subject"].lstrip("'") == text
    assert row["subject"][0] not in "=+-@"
    sheet = openpyxl.load_workbook(BytesIO(as_workbook("t", heads(), [odd(text)]))).active
    cell = sheet.cell(2, heads().index("subject") + 1)
    assert cell.data_type == "s"
    assert cell.value == text.replace("\x00", "").replace("\x0b", "")


def test_no_figures_are_an_empty_table() -> None:
    """With its head."""
    assert as_csv(heads(), []).decode("utf-8-sig").strip() == ",".join(heads())
    assert openpyxl.load_workbook(BytesIO(as_workbook("t", heads(), []))).active.max_row == 1


_BARS = st.builds(Bar, st.just("甲"), st.decimals(-1000, 1000, places=2), st.just("1"), falling=st.booleans())


@given(st.sampled_from(Sort), st.lists(_BARS, min_size=1, max_size=12))
def test_bars_stay_inside(sort: Sort, bars: list[Bar]) -> None:
    """From left to right, one below the other."""
    drawn = drawing(Chart(sort, "t", "s", tuple(bars)))
    assert drawn.height == pytest.approx(ROW * len(bars))
    for place, bar in enumerate(drawn.bars):
        assert bar.top == pytest.approx(ROW * place)
        assert bar.left >= 0
        assert bar.length >= 0
        assert bar.left + bar.length <= 100.02


def test_no_words_of_a_bar_are_cut_off() -> None:
    """The drawing is as wide as the longest of them, however narrow the screen is."""
    bars = (Bar("甲", Decimal(1), "1亿元"), Bar("高技术制造业投资项目", Decimal(2), "2亿元"))
    assert drawing(Chart(Sort.PEERS, "t", "s", bars)).width == 10


def test_longest_bar_is_the_largest_amount() -> None:
    """The others in proportion; one that falls begins where nothing is, to the left."""
    bars = tuple(
        Bar(name, Decimal(value), value) for name, value in (("甲", "50"), ("乙", "25"), ("丙", "-50"))
    )
    drawn = drawing(Chart(Sort.GROWTHS, "t", "s", bars)).bars
    assert [(bar.left, bar.length) for bar in drawn] == [(50, 50), (50, 25), (0, 50)]


def test_target_that_is_reached_has_a_colour_of_its_own() -> None:
    """And a track that shows the whole."""
    bars = (Bar("甲", Decimal("1.5"), "1"), Bar("乙", Decimal("0.5"), "1"))
    drawn = drawing(Chart(Sort.TARGETS, "t", "s", bars))
    assert drawn.chart.tracked
    assert [bar.colour for bar in drawn.bars] == ["reached", "rising"]
