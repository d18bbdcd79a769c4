"""Yearbook tables in the layouts that bureaus print: each cell with its name, unit and year, and what they answer."""

import csv
from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from index.store import open_index
from tests.libraries import Hashed
from tests.replies import of_document

Table = list[list[str]]

YEARS = [str(year) for year in range(2011, 2017)]
EXPORTS = ["12.31", "13.08", "15.62", "17.45", "16.90", "14.77"]
IMPORTS = ["4.05", "4.31", "5.12", "5.88", "5.43", "4.96"]
GRAIN = ["31.2", "32.7", "33.1", "32.4", "34.8", "33.9"]
TITLE = ["青岚县主要年份经济指标"]
HEAD = ["年份", "出口总额（亿美元）", "进口总额（亿美元）", "粮食产量（万吨）"]
BARE = ["年份", "出口总额", "进口总额", "粮食产量"]
LABELS = ["出口总额（亿美元）", "进口总额（亿美元）", "粮食产量（万吨）"]


def down(*above: list[str], below: tuple[str, ...] = (), years: list[str] = YEARS, columns: int = 3) -> Table:
    """Years down, indicators across."""
    values = (EXPORTS, IMPORTS, GRAIN)[:columns]
    rows = [list(row) for row in zip(years, *values, strict=True)]
    return [TITLE, *above, *rows, *[[line] for line in below]]


def across(
    *above: list[str], labels: list[str], units: tuple[str, ...] = (), years: list[str] = YEARS
) -> Table:
    """Indicators down, years across."""
    beside = [[unit] for unit in units] or [[] for _ in labels]
    corner = ["指标", "单位"] if units else ["指标"]
    rows = [
        [label, *unit, *row]
        for label, unit, row in zip(labels, beside, (EXPORTS, IMPORTS, GRAIN), strict=True)
    ]
    return [TITLE, *above, [*corner, *years], *rows]


LAYOUTS: dict[str, Table] = {
    "units in brackets": down(HEAD),
    "no word in the corner": down(["", "出口总额(亿美元)", "进口总额(亿美元)", "粮食产量(万吨)"]),
    "years across": across(labels=LABELS, years=[f"{year}年" for year in YEARS]),
    "bare years across": across(labels=LABELS),
    "a gap before 年": across(labels=LABELS, years=[f"{year} 年" for year in YEARS]),
    "a column of units": across(labels=["出口总额", "进口总额", "粮食产量"], units=("亿美元", "亿美元", "万吨")),
    "a row of units": down(BARE, ["", "亿美元", "亿美元", "万吨"]),
    "a row of units in brackets": down(BARE, ["", "（亿美元）", "（亿美元）", "（万吨）"]),
    "a line of the unit": down(["单位：亿美元"], BARE[:3], columns=2),
    "a line of the unit at the right": down(["", "", "计量单位：亿美元"], BARE[:3], columns=2),
    "the unit in the title": [["青岚县进出口情况（单位：亿美元）"], *down(BARE[:3], columns=2)[1:]],
    "the unit in the corner": down(["年份 单位：亿美元", "出口总额", "进口总额"], columns=2),
    "units behind strokes": down(["年份", "出口总额/亿美元", "进口总额/亿美元", "粮食产量/万吨"]),
    "units in a note below": down(BARE, below=("注：出口总额、进口总额单位为亿美元，粮食产量单位为万吨。",)),
    "the unit in a note below": down(BARE[:3], below=("注：本表计量单位为亿美元。",), columns=2),
    "numbered notes below": down(
        BARE, below=("说明：1.出口总额、进口总额的计量单位为亿美元；2.粮食产量的单位是万吨。",)
    ),
    "a title and heads in English": down(
        ["Main Indicators of Major Years"],
        BARE,
        ["Year", "Total Exports", "Total Imports", "Output of Grain"],
        ["", "(亿美元)", "(亿美元)", "(万吨)"],
    ),
    "English behind each head": down(
        ["年份 Year", "出口总额 Total Exports（亿美元）", "进口总额 Total Imports（亿美元）", "粮食产量 Output of Grain（万吨）"]
    ),
    "the unit on the upper level": down(
        ["年份", "对外贸易（亿美元）", "对外贸易（亿美元）", "粮食产量（万吨）"],
        ["年份", "出口总额", "进口总额", "粮食产量（万吨）"],
    ),
    "the newest year first": [TITLE, HEAD, *down(HEAD)[:1:-1]],
    "a remark at the last year": down(HEAD, years=[*YEARS[:-1], "2016（快报数）"]),
    "a gap every two years": [row for at, row in enumerate(down(HEAD)) for row in ([row] if at % 2 else [row, [""] * 4])],
    "growth beside each": [
        TITLE,
        ["年份", "出口总额（亿美元）", "比上年增长（%）", "进口总额（亿美元）", "比上年增长（%）"],
        *[[year, one, "3.4", other, "-2.1"] for year, one, other in zip(YEARS, EXPORTS, IMPORTS, strict=True)],
    ],
    "parts below the whole": [
        TITLE,
        ["指标", "单位", *YEARS],
        ["出口总额", "亿美元", *EXPORTS],
        ["#一般贸易", "亿美元", *IMPORTS],
        ["粮食产量", "万吨", *GRAIN],
    ],
    "places down": [["各县出口总额"], ["单位：亿美元"], ["地区", *YEARS], ["青岚县", *EXPORTS], ["云岭县", *IMPORTS]],
    "numbered rows": across(labels=["一、出口总额（亿美元）", "二、进口总额（亿美元）", "三、粮食产量（万吨）"]),
}  # fmt: skip


def lines(table: Table) -> str:
    """The table as a file that is read to rows."""
    return "\n".join(" | ".join(row) if len(row) > 1 else row[0] for row in table) + "\n"


def written(folder: Path, name: str, table: Table) -> Path:
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    return folder


@pytest.mark.parametrize("table", LAYOUTS.values(), ids=LAYOUTS)
def test_a_yearbook_answers(table: Table, tmp_path: Path) -> None:
    """What one year has, which year has the most, and the last five years in their order."""
    corpus = written(tmp_path / "corpus", "年鉴", table)
    with closing(open_index(corpus, tmp_path / "index", Hashed())) as index:
        cells = {
            (one.quantity.raw, one.quantity.printed_unit, one.period.last.year if one.period else 0)
            for one in index.figures()
            if one.name.endswith("出口总额") and one.place in ("", "青岚县") and one.quantity.unit != "%"
        }
        assert cells == {(value, "亿美元", int(year)) for value, year in zip(EXPORTS, YEARS, strict=True)}
        answerer = Answerer(index)
        year, most, five = (
            answerer.answer(question)
            for question in ("青岚县2014年出口总额多少", "青岚县出口总额哪年最高", "青岚县近五年出口总额")
        )
    assert {year.kind, most.kind, five.kind} == {Kind.ANSWER}
    assert all("出口总额17.45亿美元" in one.headline and "2014年" in one.headline for one in (year, most))
    places = [five.headline.find(value) for value in EXPORTS[1:]]
    assert min(places) >= 0
    assert places == sorted(places)


MONTHS = ["1-2月", "1-3月", "1-4月"]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            [["青岚县2016年各月出口总额"], ["月份", "出口总额（亿美元）"], *[list(row) for row in zip(MONTHS, EXPORTS[:3], strict=True)]],
            id="months down",
        ),
        pytest.param(
            [["青岚县2016年出口总额进度"], ["指标", *MONTHS], ["出口总额（亿美元）", *EXPORTS[:3]]],
            id="months across",
        ),
    ],
)  # fmt: skip
def test_months(table: Table) -> None:
    """From January to the month, in the title's year."""
    found = [
        (one.name, one.quantity.raw, str(one.period.last)) for one in of_document(lines(table)) if one.period
    ]
    assert found == [
        ("出口总额", "12.31", "2016-02-29"),
        ("出口总额", "13.08", "2016-03-31"),
        ("出口总额", "15.62", "2016-04-30"),
    ]


@pytest.mark.parametrize(
    "below",
    ["注：本表不含园区。", "资料来源：县统计局。", "全县企业单位为86家。", "说明：单位为自愿申报。"],
)
def test_what_is_below_a_table_is_no_unit_of_it(below: str) -> None:
    """Only a note that names a unit does."""
    found = of_document(lines(down(BARE, below=(below,))))
    assert {one.quantity.printed_unit for one in found if one.name == "出口总额"} == {""}
