"""Tables in the shapes that statistics come in: each cell under its own head, with its own unit and time."""

import pytest

from corpus.formats.structure.grid import table_lines
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


def test_a_row_is_of_the_year_that_its_name_begins_with() -> None:
    """Not of the year that the title names; the year of prices and of a base is none."""
    rows = [
        ["项目", "预算数", "执行数"],
        ["一、2022年末政府债务余额", "", "15.2"],
        ["二、2023年政府债务限额", "18.4", ""],
        ["三、2024年新增限额", "2.5", ""],
        ["四、2020年不变价投资", "", "7.1"],
    ]
    assert [(one[0], one[3]) for one in read(rows, "青岚县2023年政府债务情况表\n单位：亿元")] == [
        ("政府债务余额执行数", "2022-12-31"),
        ("政府债务限额预算数", "2023-12-31"),
        ("新增限额预算数", "2024-12-31"),
        ("2020年不变价投资执行数", "2023-12-31"),
    ]


def test_what_a_database_says_above_its_table() -> None:
    """The indicator and its unit, or the place, are those of all cells."""
    rows = [["地区", "2022年", "2021年"], ["贵州省", "412.3", "402.8"], ["云岭市", "38.1", "37.6"]]
    above = ["数据库：分省年度数据", "指标：茶叶产量(万吨)", "时间：最近5年"]
    found = of_sentence("\n".join([*above, *table_lines(rows)]) + "\n")
    said = [(one.place, one.name, one.quantity.printed_unit, one.period.year) for one in found if one.period]
    assert said[::2] == [("贵州省", "茶叶产量", "万吨", 2022), ("云岭市", "茶叶产量", "万吨", 2022)]
    rows = [["指标", "2022年", "2021年"], ["茶叶产量(吨)", "412", "402"], ["年末人口(万人)", "38.1", "37.6"]]
    above = ["数据库：主要城市年度数据", "地区：云岭市", "时间：最近5年"]
    found = of_sentence("\n".join([*above, *table_lines(rows)]) + "\n")
    assert {(one.place, one.name) for one in found} == {("云岭市", "茶叶产量"), ("云岭市", "年末人口")}


def test_rows_of_a_head_that_a_database_exports() -> None:
    """Units are no part of the names, how often is said of nothing; 2010-05 is a month, 期末 its end."""
    rows = [
        ["指标", "茶叶产量_当期", "流动资产_期末"],
        ["地区", "全国", "全国"],
        ["频度", "月", "月"],
        ["单位", "万吨", "亿元"],
        ["2010-05", "17.3", "913.4"],
        ["2010-06", "", "926.1"],
    ]
    assert read(rows) == [
        ("茶叶产量_当期", "17.3", "吨", "2010-05-31"),
        ("流动资产_", "913.4", "元", "2010-05-31"),
        ("流动资产_", "926.1", "元", "2010-06-30"),
    ]


def test_amounts_that_may_be_years_and_shares_of_one() -> None:
    """Beside other amounts 1986.03 and 2003 are amounts; 0.0823 is no per cent, which nothing says."""
    rows = [
        ["年份", "工业", "人口", "工业占比", "人口增长率"],
        ["2021", "1986.03", "2003", "0.0823", "0.0124"],
        ["2022", "2011.4", "2214", "0.0790", "-0.0051"],
        ["2023", "2101.22", "2350", "0.0742", "0.0093"],
    ]
    found = read(rows)
    assert [one[1] for one in found if one[3] == "2021-12-31"] == ["1986.03", "2003", "0.0823", "0.0124"]
    assert {one[2] for one in found} == {""}
    rows[0][3:] = ["工业占比(%)", "人口增长率(%)"]
    assert [one[2] for one in read(rows)][:4] == ["", "", "%", "%"]


def test_a_yearbook_in_two_languages() -> None:
    """Numbers of tables, English names and letters of a formula are no part of a name; the corner says the year."""
    rows = [
        ["2019年各市数据", "2019年各市数据", "2-1 人口数", "2-1 人口数", "2-2 货运情况", "2-2 货运情况"],
        ["城市", "City",
         "户籍人口（万人） Population", "户籍人口（万人） Population", "货运量(公路+水路)(万吨) Freight (Sea + Air)(t)", "法人单位商品销售额"],
        ["城市", "City", "全市", "Urban Area", "Freight", "(1)批发业"],
        ["公 式", "", "A", "B", "C", "D"],
        ["云岭市", "Yunling", "93", "37", "356", "40"],
        ["青岚市", "Qinglan", "83", "27", "218", "45"],
    ]  # fmt: skip
    assert read(rows)[:4] == [
        ("人口数户籍人口全市", "93", "人", "2019-12-31"),
        ("人口数户籍人口", "37", "人", "2019-12-31"),
        ("货运情况货运量(公路+水路)", "356", "吨", "2019-12-31"),
        ("货运情况法人单位商品销售额批发业", "40", "", "2019-12-31"),
    ]


def test_a_long_title_says_the_year() -> None:
    """One of up to 60 characters that ends with 表."""
    rows = [["地区", "限额", "余额"], ["云岭县", "36.2", "31.5"], ["石桥县", "11.4", "10.9"]]
    title = "2021年度全市政府债务限额、余额（含一般债务限额、余额和专项债务限额、余额）情况表"
    assert {one[3] for one in read(rows, f"{title}\n单位：亿元")} == {"2021-12-31"}


def test_years_without_figures_are_rows() -> None:
    """The head above them stays that of the rows below."""
    rows = [
        ["", "水库数（座）", "堤防长度（公里）"],
        ["1978年", "", ""],
        ["1979年", "", ""],
        ["1980年", "697", "27.5"],
    ]
    assert read(rows) == [
        ("水库数", "697", "座", "1980-12-31"),
        ("堤防长度", "27.5", "公里", "1980-12-31"),
    ]


def test_rows_between_tabs_under_heads_that_span() -> None:
    """Empty cells at the ends of a row are cells; a head over three columns is all of the first where nothing stands below."""
    text = (
        "云岭州2024年政府债务情况表\n单位：亿元\n地区\t2024年债务限额\t\t\t2024年债务余额\t\t\n\t\t一般债务\t专项债务\t\t一般债务\t专项债务\n"
        "公式\tA=B+C\tB\tC\tD=E+F\tE\tF\n青岚县\t27.62\t11.94\t15.68\t27.29\t11.80\t15.49\n白河县\t11.42\t7.10\t4.32\t11.22\t6.92\t4.30\n"
    )
    found = {one.quantity.raw: (one.name, one.quantity.printed_unit) for one in of_sentence(text)}
    assert found == {
        raw: (name, "亿元")
        for row in (
            ("27.62", "11.94", "15.68", "27.29", "11.80", "15.49"),
            ("11.42", "7.10", "4.32", "11.22", "6.92", "4.30"),
        )
        for raw, name in zip(
            row,
            (
                "债务限额",
                "债务限额一般债务",
                "债务限额专项债务",
                "债务余额",
                "债务余额一般债务",
                "债务余额专项债务",
            ),
            strict=True,
        )
    }


def test_what_is_measured_over_what_it_is_of() -> None:
    """The upper heads, written once over several columns, only say what is measured."""
    text = (
        "2025年各市生产总值\n地区\t总量（亿元）\t\t增长（%）\t\n\t生产总值\t第一产业\t生产总值\t第一产业\n"
        "青岚市\t1205.1\t59.2\t3.6\t-5.4\n云泽市\t1438.6\t80.3\t2.9\t4.7\n"
    )
    found = [(one.name, one.quantity.raw, one.measure.value) for one in of_sentence(text)]
    assert found[:4] == [
        ("生产总值", "1205.1", "level"),
        ("第一产业", "59.2", "level"),
        ("生产总值", "3.6", "growth"),
        ("第一产业", "-5.4", "growth"),
    ]
