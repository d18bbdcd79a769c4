"""Tables: the figures of rows under their heads."""

from tests.replies import of_document, of_sentence

TABLE = """表2 2024年财政收支情况(单位:万元)
指标 绝对数 比上年增长(%)
一般公共预算收入 330712 4.9
#税收收入 279106 -3.1
一般公共预算支出 601480 持平
"""
DISTRICTS = """| 地区 | 进出口（亿美元） | 增长（%） | 出口（亿美元） | 增长（%） |
| --- | --- | --- | --- | --- |
| 全区 | 89.64 | 5.9 | 76.38 | 1.2倍 |
| 海屿市 | 21.45 | -4.1 | 16.28 | 持平 |
"""


def test_a_table_of_indicators() -> None:
    """Units of the caption, a part's whole in scope, falls and 持平 in cells."""
    found = of_sentence(TABLE)
    assert [(f.name, f.quantity.raw, f.quantity.unit, f.measure.value, f.direction) for f in found] == [
        ("一般公共预算收入", "330712", "元", "level", 1),
        ("一般公共预算收入", "4.9", "%", "growth", 1),
        ("税收收入", "279106", "元", "level", 1),
        ("税收收入", "-3.1", "%", "growth", -1),
        ("一般公共预算支出", "601480", "元", "level", 1),
        ("一般公共预算支出", "持平", "%", "growth", 0),
    ]
    assert found[2].scope[0] == "一般公共预算收入"
    assert {str(figure.period.first) for figure in found if figure.period} == {"2024-01-01"}


def test_a_table_of_places_with_repeated_heads() -> None:
    """A 增长 belongs to the column before it, and a row's place is its figures' place."""
    found = of_sentence(DISTRICTS)
    assert [(f.place, f.name, f.quantity.raw, f.measure.value) for f in found] == [
        ("临江区", "进出口", "89.64", "level"),
        ("临江区", "进出口", "5.9", "growth"),
        ("临江区", "出口", "76.38", "level"),
        ("临江区", "出口", "1.2倍", "growth"),
        ("海屿市", "进出口", "21.45", "level"),
        ("海屿市", "进出口", "-4.1", "growth"),
        ("海屿市", "出口", "16.28", "level"),
        ("海屿市", "出口", "持平", "growth"),
    ]


def test_cells_that_their_labels_do_not_tell_apart_are_no_figures() -> None:
    """Two amounts of a row under heads that say nothing are of no known time; the row itself is there to be quoted."""
    rows = "| 项目 | | |\n|---|---|---|\n| 增值税 | 121641 | 126922 |\n| 契税 | 29051 | 19700 |\n| 资源税 | 424 | 819 |\n"
    assert of_document(f"云岭县收入执行情况表\n\n{rows}") == ()
    dated = rows.replace("| 项目 | | |", "| 项目 | 2024年 | 2025年 |")
    assert len(of_document(f"云岭县收入执行情况表\n\n{dated}")) == 6
