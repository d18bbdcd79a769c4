"""Every cell of yearbook tables: name, unit, year and value, against a list that knows no table."""

from pathlib import Path

import pytest

from corpus.source import read
from tests.replies import of_document
from tests.test_yearbooks import EXPORTS, GRAIN, IMPORTS, LAYOUTS, YEARS, Table, lines, written

Cell = tuple[str, str, int, str]
EXPORTED, IMPORTED = ("出口总额", "亿美元", EXPORTS), ("进口总额", "亿美元", IMPORTS)
ALL = [EXPORTED, IMPORTED, ("粮食产量", "万吨", GRAIN)]
# What a layout says beside or instead of the three.
OTHER = {
    "a line of the unit": ALL[:2],
    "a line of the unit at the right": ALL[:2],
    "the unit in the title": ALL[:2],
    "the unit in the corner": ALL[:2],
    "the unit in a note below": ALL[:2],
    "growth beside each": [*ALL[:2], ("出口总额", "%", ["3.4"] * 6), ("进口总额", "%", ["-2.1"] * 6)],
    "parts below the whole": [EXPORTED, ("一般贸易", "亿美元", IMPORTS), ALL[2]],
    "places down": [EXPORTED, ("出口总额", "亿美元", IMPORTS)],
}
WORDS, KINDS = (
    ("钢材", "水泥", "化肥", "啤酒", "布匹", "纸张"),
    ("产量", "销量", "库存量", "出口量", "进口量"),
)
INDICATORS = [f"{word}{kind}" for word in WORDS for kind in KINDS]


def cells_of(text: str) -> list[Cell]:
    """The figures of a document, sorted."""
    return sorted(
        (one.name, one.quantity.printed_unit, one.period.last.year if one.period else 0, one.quantity.raw)
        for one in of_document(text)
    )


@pytest.mark.parametrize(("name", "table"), LAYOUTS.items(), ids=LAYOUTS)
def test_every_cell(name: str, table: Table) -> None:
    """None is missing, none is there twice, none has another's year, name or unit."""
    expected = sorted(
        (indicator, unit, int(year), value)
        for indicator, unit, values in OTHER.get(name, ALL)
        for year, value in zip(YEARS, values, strict=True)
    )
    found = cells_of(lines(table))
    names = {indicator for indicator, _, _ in OTHER.get(name, ALL)}
    # Words of the level above may stand before a name: 对外贸易出口总额.
    told = sorted((next((n for n in names if cell[0].endswith(n)), cell[0]), *cell[1:]) for cell in found)
    assert told == expected


def test_every_cell_of_months(tmp_path: Path) -> None:
    """A sheet of 330 cells, from January to each month, out of a file."""
    months = [f"1-{month}月" for month in range(2, 13)]
    table = [
        ["青岚县2016年主要产品产销情况"],
        ["单位：万吨"],
        ["月份", *INDICATORS],
        *[
            [month, *(f"{row + 1}{column:02}.{row}5" for column in range(30))]
            for row, month in enumerate(months)
        ],
    ]
    source = read(written(tmp_path, "月报", table) / "月报.csv")
    found = [
        (
            one.name,
            one.quantity.printed_unit,
            one.period and (str(one.period.first), one.period.last.month),
            one.quantity.raw,
        )
        for one in of_document(source.text)
    ]
    expected = [
        (indicator, "万吨", ("2016-01-01", row + 2), f"{row + 1}{column:02}.{row}5")
        for row in range(11)
        for column, indicator in enumerate(INDICATORS)
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert len(found) == 330
