"""A head written once over several columns, the cells right of it left blank: in CSV and Markdown files."""

from pathlib import Path

import pytest

from tests.libraries import answering
from tests.replies import of_document

TITLE = "平川县2024年各乡镇经济情况"
AMOUNTS = """乡镇,生产总值,,财政收入,
,总量(亿元),增长(%),总量(亿元),增长(%)
云溪镇,12.4,5.1,3.2,4.4
石桥镇,22.4,6.1,4.2,5.4
"""
CROPS = """乡镇,粮食,,茶叶,
,面积(亩),产量(吨),面积(亩),产量(吨)
云溪镇,1200,520,300,40
石桥镇,2200,620,400,50
"""
YEARS = """年份,出口,,,进口,,
,总额(亿美元),增速(%),占比(%),总额(亿美元),增速(%),占比(%)
2023,1.4,5.1,33.2,1.1,4.4,22
2024,1.5,5.2,34.2,1.2,4.6,23
"""
ONE_OVER_TWO = """地区,产值,,税收,利润
,总量(亿元),增长(%),(万元),(万元)
云溪镇,12.4,5.1,220,110
石桥镇,13.4,6.1,240,120
"""


def markdown(table: str) -> str:
    """The same table in Markdown, whose rule stands below the first of its head rows."""
    first, *rest = [f"| {' | '.join(line.split(','))} |" for line in table.splitlines()]
    return (
        "\n".join([TITLE, "", first, "|" + "---|" * table.split("\n")[0].count(",") + "---|", *rest]) + "\n"
    )


@pytest.mark.parametrize("ending", ["csv", "md"])
@pytest.mark.parametrize(
    ("table", "question", "told"),
    [
        (AMOUNTS, "云溪镇生产总值增长多少", "5.1%"),
        (AMOUNTS, "石桥镇财政收入增速多少", "5.4%"),
        (AMOUNTS, "石桥镇财政收入多少", "4.2"),
        (CROPS, "云溪镇粮食产量多少", "520"),
        (CROPS, "石桥镇茶叶面积多少", "400"),
        (CROPS, "石桥镇茶叶产量多少", "50"),
        (YEARS, "2024年出口增速多少", "5.2%"),
        (YEARS, "2023年进口增速多少", "4.4%"),
        (ONE_OVER_TWO, "石桥镇产值增长多少", "6.1%"),
        (ONE_OVER_TWO, "云溪镇利润多少", "110"),
    ],
)
def test_it_stands_over_each(tmp_path: Path, table: str, ending: str, question: str, told: str) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / f"{TITLE}.{ending}").write_text(table if ending == "csv" else markdown(table), encoding="utf-8")
    with answering(tmp_path) as answerer:
        assert told in answerer.answer(question).headline


@pytest.mark.parametrize(
    "heads",
    [
        ["乡镇 | 产值 |  | 税收", "|  | 规上工业 | 户籍人口 |  |"],
        ["乡镇 | 产值 |  | 税收 |", "|  | 规上工业 | 户籍人口 | 增值税 | 企业数量 |"],
    ],
)
def test_a_blank_head_over_something_else_takes_none(heads: list[str]) -> None:
    """What stands below it neither repeats nor only measures."""
    rows = ["云溪镇 | 12.4 | 5100 | 3.2 | 14", "石桥镇 | 22.4 | 6100 | 4.2 | 15"]
    found = of_document("\n".join([TITLE, "", *heads, *rows]) + "\n")
    assert [
        one for one in found if one.quantity.raw == "5100" and "产值" in one.subject + one.indicator
    ] == []
