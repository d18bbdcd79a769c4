"""Labels by what words only look like: places, and budgets by the year of their titles."""

import pytest

from tests.replies import of_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "西塞山区出口12亿元，房川山区出口3亿元。", ["西塞山区", "房川山区"], id="districts of a hill"
        ),
        pytest.param("偏远山区学校9所。", ["黄川市"], id="hills that are no district"),
        pytest.param("城市规划区供水管网560公里，自贸试验区企业12家。", ["黄川市", "黄川市"], id="zones"),
        pytest.param("9个试点县整合资金28亿元。", ["黄川市", "黄川市"], id="counties that are not named"),
    ],
)
def test_what_only_ends_like_a_place_is_none(text: str, expected: list[str]) -> None:
    """And what ends so and is one keeps its name."""
    assert [figure.place for figure in of_document(f"黄川市2024年情况\n\n{text}")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "黄川市2018年预算执行情况和2019年预算的报告\n\n二、2019年收支预算\n\n1.市级一般公共预算情况\n\n增值税11.7亿元，增长10.9%。",
            ["目标", "目标"],
            id="a part of a budget",
        ),
        pytest.param(
            "黄川市2018年预算执行情况和2019年预算的报告\n\n一、2018年预算执行情况\n\n1.市级一般公共预算情况\n\n增值税11.7亿元，增长10.9%。",
            ["实绩", "实绩"],
            id="a part of what was carried out",
        ),
        pytest.param(
            "黄川市2025年预算执行情况\n\n2026年应还本付息13.9亿元，其中债务本金8亿元。\n\n黄川市财政局\n2026年1月15日\n",
            ["目标", "目标"],
            id="a year that has just begun",
        ),
    ],
)  # fmt: skip
def test_a_budget_is_a_plan_in_all_its_parts(text: str, expected: list[str]) -> None:
    """Its titles say of which year."""
    assert [figure.status.value for figure in of_document(text)] == expected
