"""Remarks on tables, and on growth that two levels contradict."""

from pathlib import Path

import pytest

from corpus.reading import read_letter
from corpus.source import Source

HEAD = "松溪县2024年国民经济和社会发展统计公报\n松溪县统计局\n2025年3月20日\n一、综合\n"


def texts(body: str) -> list[str]:
    letter = read_letter(Source("x", Path("x.txt"), HEAD + body + "\n", ""))
    return [remark.text for remark in letter.remarks]


TABLE = """表1 2024年规上工业分行业产值
| 行业 | 产值(亿元) | 同比增长(%) | 占比(%) |
|---|---|---|---|
| 水产品加工 | 58.36 | -6.2 | 16.2 |
| 船舶修造 | 94.71 | 18.5 | 26.3 |
| 石化新材料 | 121.08 | 3.4 | {share} |
| 其他行业 | 86.15 | -1.7 | 23.9 |
| 合计 | {total} | 4.1 | 100.0 |
"""


def test_table_total_that_fits() -> None:
    assert texts(TABLE.format(share="33.6", total="360.30")) == []


def test_table_total_that_misses() -> None:
    (text,) = texts(TABLE.format(share="33.6", total="363.30"))
    assert "合计360.3亿元，文中为363.30亿元" in text


def test_table_share_that_misses() -> None:
    (text,) = texts(TABLE.format(share="36.6", total="360.30"))
    assert "按121.08亿元÷360.30亿元计算应为33.6%，文中为36.6%" in text


COUNTIES = """表2 2024年各县外贸情况(单位:亿美元)
| 地区 | 进出口 |
|---|---|
| 全市 | {total} |
| 临江区 | 18.37 |
| 海屿市 | 21.45 |
| {last} | 49.82 |
"""


def test_rows_that_need_not_be_all() -> None:
    assert texts(COUNTIES.format(total="95.64", last="云岭县")) == []
    assert texts(COUNTIES.format(total="89.64", last="其他县区")) == []


def test_rows_that_are_all_by_their_rest() -> None:
    (text,) = texts(COUNTIES.format(total="95.64", last="其他县区"))
    assert "合计89.64亿美元，文中为95.64" in text


def test_rows_within_rows_are_not_added_up() -> None:
    body = "表2 2024年财政收支情况(单位:万元)\n| 指标 | 绝对数 |\n|---|---|\n| 税收收入 | 279106 |\n| #增值税 | 112385 |\n| 合计 | 300000 |\n"
    assert texts(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "| 指标 | 2023年(亿元) | 2024年(亿元) | 比上年增长(%) |\n|---|---|---|---|\n"
            "| 一般公共预算收入 | 30.00 | 33.00 | 12.5 |\n| 出口额 | 20.00 | 22.00 | 10.0 |",
            "按33.00亿元和30.00亿元计算应为10.0%，文中为12.5%",
            id="two years of a table",
        ),
        pytest.param(
            "全年粮食产量4.82万吨,比上年增长3.6%。2023年粮食产量4.79万吨。",
            "按4.82万吨和4.79万吨计算应为0.6%，文中为3.6%",
            id="two years of prose",
        ),
        pytest.param(
            "高新技术企业从86家增加到214家,增长158.8%。",
            "按214家和86家计算应为148.8%，文中为158.8%",
            id="from to",
        ),
    ],
)
def test_growth_against_two_levels(body: str, expected: str) -> None:
    (text,) = texts(body)
    assert expected in text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("全年粮食产量4.82万吨,比上年增长0.6%。2023年粮食产量4.79万吨。", id="fits"),
        pytest.param("全年粮食产量4.82万吨,环比增长3.6%。2023年粮食产量4.79万吨。", id="other basis"),
        pytest.param(
            "全年服务业增加值40.2亿元,增长5.1%。2023年服务业增加值39.6亿元。", id="comparable prices"
        ),
        pytest.param("全年出口22.00亿元,增长13.0%。2023年出口调整为20.50亿元。", id="restated base"),
        pytest.param(
            "全年人均可支配收入52140元,实际增长4.9%。2023年人均可支配收入49300元。", id="real growth"
        ),
    ],
)
def test_growth_that_other_levels_do_not_settle(body: str) -> None:
    assert texts(body) == []


def test_share_of_a_part_that_only_the_table_has() -> None:
    body = "表1 规上工业主要行业产值(单位:万元)\n| 行业 | 产值 |\n|---|---|\n| 农产品加工 | 143760 |\n| 全部规上工业 | 612350 |\n"
    wrong, right = "农产品加工业占规上工业总产值的27.1%。", "农产品加工业占规上工业总产值的23.5%。"
    (text,) = texts(body + wrong)
    assert "按143760万元÷612350万元计算应为23.5%，文中为27.1%" in text
    assert texts(body + right) == []
