"""Tables in columns of blanks whose heads take two lines: which head stands over which column is where it is printed."""

import pytest

from corpus.figure import Figure
from corpus.times.period import label
from tests.replies import of_document

GROUPS = """屏山市2024年主要指标

表1  各县区经济指标完成情况
县区      一般公共预算收入          规上工业增加值
          完成数（亿元）  增速（%）    增速（%）
云岭县    12.5           4.2        6.1
河口县    8.3            -1.5       3.4
"""
WIDE = """屏山市2024年主要指标

县区　　财政收入　　　　固定资产投资
　　　　（亿元）　　　　增长（%）
云岭县　　12.5　　　　6.1
河口县　　8.3　　　　3.4
"""
BROKEN = """屏山市2024年主要产品产量

产品名称      产量        比上年
              （万吨）    增长（%）
水泥          485.6       -3.1
钢材          1090.6      2.4
"""
YEARS = """屏山市主要指标

          2023年               2024年
县区      产值(亿元)  增速(%)  产值(亿元)  增速(%)
云岭县    12.5        4.2      13.6        8.1
河口县    8.3         -1.5     8.9         7.2
"""
MIDDLE = """屏山市2024年主要指标

                     财政收入              外贸
县区      总量(亿元)  增速(%)  占比(%)  总量(亿元)  增速(%)
云岭县    12.5        4.2      13.6     8.1         1.2
河口县    8.3         -1.5     8.9      7.2         0.4
"""
# Over which of the columns 收入 stands is not to be seen.
UNSEEN = """屏山市2024年主要指标

县区              收入        支出
          决算(亿元)  预算(亿元)  差额(亿元)
云岭县    12.5        14.2        13.6
河口县    8.3         11.5        8.9
"""


def said(figure: Figure) -> tuple[str, str, str, str, str]:
    """Name, measure, printed value, unit and period."""
    return (
        figure.name,
        figure.measure.value,
        figure.quantity.raw,
        figure.quantity.printed_unit,
        label(figure.period) if figure.period else "",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            GROUPS,
            [
                ("一般公共预算收入完成数", "level", "12.5", "亿元", "2024年"),
                ("一般公共预算收入", "growth", "4.2", "%", "2024年"),
                ("规上工业增加值", "growth", "6.1", "%", "2024年"),
            ],
            id="one head over two columns, one over one",
        ),
        pytest.param(
            WIDE,
            [
                ("财政收入", "level", "12.5", "亿元", "2024年"),
                ("固定资产投资", "growth", "6.1", "%", "2024年"),
            ],
            id="full-width blanks",
        ),
        pytest.param(
            BROKEN,
            [("水泥产量", "level", "485.6", "万吨", "2024年"), ("水泥产量", "growth", "-3.1", "%", "2024年")],
            id="a head broken over two lines",
        ),
        pytest.param(
            YEARS,
            [
                ("产值", "level", "12.5", "亿元", "2023年"),
                ("产值", "growth", "4.2", "%", "2023年"),
                ("产值", "level", "13.6", "亿元", "2024年"),
                ("产值", "growth", "8.1", "%", "2024年"),
            ],
            id="years over twice the same",
        ),
        pytest.param(
            MIDDLE,
            [
                ("财政收入总量", "level", "12.5", "亿元", "2024年"),
                ("财政收入", "growth", "4.2", "%", "2024年"),
                ("财政收入", "share", "13.6", "%", "2024年"),
                ("外贸总量", "level", "8.1", "亿元", "2024年"),
                ("外贸", "growth", "1.2", "%", "2024年"),
            ],
            id="heads over the middle of their columns",
        ),
        pytest.param(UNSEEN, [], id="what cannot be told is no figure"),
    ],
)
def test_a_head_is_over_the_columns_that_it_is_printed_over(
    text: str, expected: list[tuple[str, str, str, str, str]]
) -> None:
    """The first row's figures, each with all its heads; none where two ways to read them are as likely."""
    figures = of_document(text)
    first = [one for one in figures if one.place == "云岭县" or one.name.startswith("水泥")]
    assert [said(one) for one in first] == expected
