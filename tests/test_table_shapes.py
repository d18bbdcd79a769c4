"""Tables in the shapes that statistics come in: each cell under its own head, with its own unit and time."""

import pytest

from corpus.grid import table_lines
from tests.replies import of_sentence

Cell = tuple[str, str, str, str]

YEARS_DOWN = [["", "粮食产量（万吨）", "造林（公顷）"], ["2021", "31.2", "804"], ["2022", "32.7", "911"]]
YEARS_ACROSS = [
    ["", "2019", "2020年"],
    ["财政收入（亿元）", "15.1", "16.2"],
    ["在校生（人）", "2040", "2155"],
]
UNIT_ROW = [["品种", "2019", "2020"], ["", "吨", "吨"], ["茶叶", "310.5", "322.6"], ["柑橘", "71.2", "70.8"]]
REMARKS = [["乡镇", "补助（含税）", "人口（60岁以上）"], ["云溪镇", "12.5", "310"], ["石桥镇", "9.8", "287"]]
QUARTERS = [["地区", "2023Q4", "2024年2季度"], ["青岚县", "178.8", "91.3"], ["云岭县", "160.1", "80.4"]]
PAIRS = [["项目", "内容"], ["项目名称", "茶博园"], ["总投资", "4.2亿元"], ["投资完成率", "68.3%"]]
BARRED = [["工程", "面积（亩）"], ["水厂|泵站", "45"], ["道路", "18600"]]
OFFICES = [
    ["单位", "产值（亿元）", "同比增长（%）"],
    ["云溪镇", "8.64", "-3.3"],
    ["县工业园", "68.9", "10.4"],
]
BLANKS = [["镇", "产量（吨）", "产值（万元）"], ["云溪镇", "", "860"], ["石桥镇", "74", ""]]


def read(rows: list[list[str]], before: str = "") -> list[Cell]:
    """Name, printed figure, unit and the year or half of each figure of a table."""
    text = "\n".join([before, *table_lines(rows)]).strip() + "\n"
    return [
        (
            figure.name,
            figure.quantity.raw,
            figure.quantity.unit,
            str(figure.period.last) if figure.period else "",
        )
        for figure in of_sentence(text)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            YEARS_DOWN,
            [
                ("粮食产量", "31.2", "吨", "2021-12-31"),
                ("造林", "804", "公顷", "2021-12-31"),
                ("粮食产量", "32.7", "吨", "2022-12-31"),
                ("造林", "911", "公顷", "2022-12-31"),
            ],
            id="years down, the corner empty",
        ),
        pytest.param(
            OFFICES,
            [
                ("产值", "8.64", "元", ""),
                ("产值", "-3.3", "%", ""),
                ("县工业园产值", "68.9", "元", ""),
                ("县工业园产值", "10.4", "%", ""),
            ],
            id="单位 above the bodies that the rows are of",
        ),
        pytest.param(
            YEARS_ACROSS,
            [
                ("财政收入", "15.1", "元", "2019-12-31"),
                ("财政收入", "16.2", "元", "2020-12-31"),
                ("在校生", "2040", "人", "2019-12-31"),
                ("在校生", "2155", "人", "2020-12-31"),
            ],
            id="years across, the corner empty",
        ),
        pytest.param(
            UNIT_ROW,
            [
                ("茶叶", "310.5", "吨", "2019-12-31"),
                ("茶叶", "322.6", "吨", "2020-12-31"),
                ("柑橘", "71.2", "吨", "2019-12-31"),
                ("柑橘", "70.8", "吨", "2020-12-31"),
            ],
            id="a row of units",
        ),
        pytest.param(
            REMARKS,
            [("补助(含税)", "12.5", "", ""), ("人口(60岁以上)", "310", "", ""), ("补助(含税)", "9.8", "", ""), ("人口(60岁以上)", "287", "", "")],
            id="remarks in brackets are no units",
        ),
        pytest.param(
            PAIRS,
            [("总投资", "4.2亿元", "元", ""), ("投资完成率", "68.3%", "%", "")],
            id="names and what is said of them",
        ),
        pytest.param(
            BARRED,
            [("水厂∣泵站面积", "45", "亩", ""), ("道路面积", "18600", "亩", "")],
            id="a bar inside a cell",
        ),
        pytest.param(BLANKS, [("产值", "860", "元", ""), ("产量", "74", "吨", "")], id="empty cells"),
    ],
)  # fmt: skip
def test_each_cell_stands_under_its_own_head(rows: list[list[str]], expected: list[Cell]) -> None:
    """An empty cell is a cell: no figure moves to another column."""
    found = read(rows)
    assert [
        (*one[:3], one[3] if cell[3] else "") for one, cell in zip(found, expected, strict=True)
    ] == expected


def test_quarters_as_heads() -> None:
    """2024Q2 and 2024年2季度 are quarters."""
    found = read(QUARTERS, "地区生产总值季度数据")
    assert [(one[1], one[3]) for one in found] == [
        ("178.8", "2023-12-31"),
        ("91.3", "2024-06-30"),
        ("160.1", "2023-12-31"),
        ("80.4", "2024-06-30"),
    ]


def test_columns_of_the_year_before() -> None:
    """去年同期 over 总量 and 增速 is the same half of the year before."""
    rows = [
        ["指标", "上半年", "上半年", "去年同期", "去年同期"],
        ["指标", "总量", "增速", "总量", "增速"],
        ["地区生产总值", "186.5", "7.2", "173.9", "6.8"],
        ["规上工业增加值", "61.2", "9.3", "56.0", "8.1"],
    ]
    found = read(rows, "青岚县2024年上半年主要指标\n单位：亿元、%")
    assert [one[3] for one in found] == ["2024-06-30", "2024-06-30", "2023-06-30", "2023-06-30"] * 2
    assert {one[0] for one in found} == {"地区生产总值", "规上工业增加值"}


def test_a_table_below_another_has_its_own_head() -> None:
    """The second head is no row of the first table."""
    first = [["乡镇", "工业总产值（万元）"], ["云溪镇", "45210"], ["石桥镇", "38760"]]
    second = [["乡镇", "茶叶产量（吨）"], ["云溪镇", "1260"], ["石桥镇", "2000"]]
    assert [(one[0], one[1], one[2]) for one in read([*first, *second])] == [
        ("工业总产值", "45210", "元"),
        ("工业总产值", "38760", "元"),
        ("茶叶产量", "1260", "吨"),
        ("茶叶产量", "2000", "吨"),
    ]
