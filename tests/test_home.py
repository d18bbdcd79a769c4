"""Homes: the place that a document's figures are of, where it says one."""

from pathlib import Path

import pytest

from corpus.metadata import letter
from corpus.source import Source

FOOT = "\n来源：岷江省统计局 | 网站地图 | 岷江省统计局主办\n"


def place(text: str) -> str:
    return letter(Source("x", Path("x.txt"), text, "")).place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "云泽市2024年国民经济和社会发展统计公报\n岷江省统计局\n一、综合\n全年地区生产总值98亿元。\n",
            "云泽市", id="a report of a city on the site of its province",
        ),
        pytest.param(
            "关于棠梨县2024年预算执行情况的报告\n来源：岷江省财政厅\n一、收入\n全县收入3亿元。\n",
            "棠梨县", id="关于 before the place of a report",
        ),
        pytest.param(
            "2024年栾溪县经济运行分析\n" + "一、工业\n全县工业增加值12亿元。\n" + FOOT,
            "栾溪县", id="a year before the place of a report",
        ),
        pytest.param(
            "银沙区民政局关于区政协第64号提案的答复\n一、床位\n全区床位2100张。\n",
            "银沙区", id="a reply is of who answers",
        ),
        pytest.param(
            "2024年工作情况\n现向大会提交云泽市2024年工作情况,请审议。\n全市收入3亿元。\n",
            "云泽市", id="named in the opening",
        ),
        pytest.param("中共柳泉县委\n关于发展茶产业的意见\n一、目标\n茶园3万亩。\n", "柳泉县", id="a party organ"),
        pytest.param(
            "霞溪今年投资三千万元修路\n据介绍,霞溪市的工程已开工,邻近的云泽市也在准备。\n总投资3468万元。\n",
            "霞溪市", id="called by its short name in the title",
        ),
    ],
)  # fmt: skip
def test_the_place_is_the_one_that_is_said(text: str, expected: str) -> None:
    """The title of a report, who answers, the opening."""
    assert place(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("经济情况\n根据市委要求,全市坚持稳中求进。\n产值3亿元。\n", id="市委 after a preposition"),
        pytest.param("经济情况\n按照省政府和市政府部署,产值3亿元。\n", id="two governments"),
        pytest.param("经济情况\n如有疑问,可以拨打市长热线。\n产值3亿元。\n", id="a mayor's line"),
        pytest.param("经济情况\n支持市场主体发展,拉动全市经济。\n产值3亿元。\n", id="a verb before 全市, a market"),
        pytest.param("经济情况\n工业增加值占地区生产总值比重达28%左右。\n产值3亿元。\n", id="gross regional product"),
        pytest.param("文旅情况\n休闲农业和乡村旅游接待游客903万人次。\n产值3亿元。\n", id="villages"),
        pytest.param(
            "经济情况\n全面推进各项工作。\n各项任务完成。\n形势向好。\n云泽市产值3亿元。\n霞溪县产值2亿元。\n云泽市利润1亿元。\n霞溪县利润1亿元。\n",
            id="as much of one as of another",
        ),
    ],
)  # fmt: skip
def test_no_place_is_made_up(text: str) -> None:
    """A text that does not name its place has none."""
    assert place(text) == ""
