"""Homes: the place that a document's figures are of, where it says one."""

from pathlib import Path

import pytest

from corpus.document.fact import zones
from corpus.document.home import home
from corpus.document.metadata import letter
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
            "银沙县东邻棠梨县，南接云泽市，面积1470平方公里，辖12个乡镇。\n全县98%以上的面积是山地。\n",
            "银沙县", id="an introduction that begins with the neighbours",
        ),
        pytest.param(
            "1-5月岷江省外贸稳中有升\n银沙区人民政府\n2023-06-20 10:00\n全省进出口98亿元。全省出口61亿元。\n",
            "岷江省", id="news of a province that a district passes on",
        ),
        pytest.param(
            "云泽市民营经济加快发展\n来源：棠梨县工信局\n全市民营企业2.1万户。全市个体户8万户。\n",
            "云泽市", id="news of a city that a county passes on",
        ),
        pytest.param(
            "岷江省首批试点落户\n银沙区人民政府\n全省仅三家。全省补助2亿元。全区企业40家。\n",
            "银沙区", id="news of a district that names its province",
        ),
        pytest.param(
            "关于岷江省人大第12号建议的答复\n银沙区教育局\n全省统一要求。全省推行。学校40所。\n",
            "银沙区", id="a reply to the congress of a province",
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
        pytest.param(
            "2023年一季度禾丰县经济运行情况\n一季度,全县生产总值40亿元。\n", "禾丰县", id="a quarter before the place",
        ),
        pytest.param("2024年1-6月禾丰县工业运行分析\n全县产值40亿元。\n", "禾丰县", id="months before the place"),
        pytest.param("运城市概况与全市经济\n全市生产总值1600亿元。\n", "运城市", id="a city that ends as 城市 does"),
        pytest.param(
            "双江拉祜族佤族布朗族傣族自治县\n常住人口18万人。\n", "双江拉祜族佤族布朗族傣族自治县", id="four peoples",
        ),
        pytest.param("凉山州2025年经济运行情况分析\n全州生产总值2000亿元。\n", "凉山州", id="an autonomous prefecture in short"),
        pytest.param(
            "溪教复字〔2022〕25号——云溪县教育局关于县第十八届人大一次会议第46号建议的答复\n李代表:\n全县学校40所。\n",
            "云溪县", id="关于 behind who answers",
        ),
        pytest.param(
            "关于区政协二届四次会议第8号提案的答复\n发文机关:住建局\n云泽区主城区积水点12处。云泽区主城区管网30公里。\n",
            "云泽区", id="the middle of a town is no district",
        ),
        pytest.param(
            "残疾人联合会\n【综述】云溪县残疾人联合会是县政府的办事机构。县残联将云溪县的需求上报。\n全年培训三期。\n发放轮椅20辆。\n借助省级平台,岷江市补助20万元,岷江市培训50人。\n",
            "云溪县", id="an organ of the county named before the city above it",
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
        pytest.param(
            "关于市政协十四届二次会议第15号提案的答复\n按照湖北省的部署,茶园120万亩,列湖北省第一。\n", id="a province above a city",
        ),
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


@pytest.mark.parametrize(
    "title",
    [
        "2023 年 一 季度 禾丰县经济运行情况",
        "2023年  一季度 禾丰县 经济运行情况",
        "２０２３年 一季度禾丰县经济运行情况",
    ],
)
def test_a_title_with_gaps_in_its_time(title: str) -> None:
    """As the one that is given beside a text may have."""
    assert home("", (), zones(()), "", title) == "禾丰县"
