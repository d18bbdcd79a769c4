"""What things are called that a text counts: their names are told, never their number alone."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.operations.words.lists.enumeration import enumerations
from tests.libraries import answer_from, assert_told

COUNTY = """云岭县概况
全县总面积1862平方公里，下辖3个街道、11个镇、2个林场。
2024年末常住人口31.6万人。
云岭县行政区划
3个街道：松台街道、柳浪街道、城北街道；2个林场：石屏林场、大源林场。
境内有岚江、白沙河、青溪3条河流，总长214公里。
"""
RESERVES = """白岩市2024年国民经济和社会发展统计公报
七、资源与环境
年末全市共有省级湿地公园2个，分别是月湖省级湿地公园，面积420公顷；苇塘省级湿地公园，面积310公顷。
全市建成特色小镇4个（茶香小镇、陶艺小镇、泵阀小镇和云海小镇）。
全年降水量1320毫米。
八大类价格“五升三降”。食品类、居住类、医疗类、交通类、服务类有所上涨，衣着类、通信类、教育类有所下降。
"""
QUALITY = """梅坞区市场监督管理局工作总结
开展第三届区长质量奖评选，恒川阀门、南浦药业两家企业获奖，各奖励40万元。
高岭、石门两个检测点因客观原因予以保留。
全年抽检食品1260批次，合格率98.6%。
"""
FARMS = """云坪县概况
云坪县特产有云坪贡米、山核桃、麻鸭等。
工业上重点发展轴承、家纺、光电三大产业。
县城距省会210公里。
"""
UNNAMED = """青石县2024年工作情况
全县现有国家级森林公园3个，面积2800公顷。
新建农贸市场4个，改造农贸市场6个。
新增省级非遗项目2个。
全年接待游客126万人次。
"""


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(COUNTY, "云岭县的3个街道叫什么", ["松台街道", "柳浪街道", "城北街道"], id="behind a colon"),
        pytest.param(COUNTY, "那两个林场叫啥名字?", ["石屏", "大源"], id="the second list of a line"),
        pytest.param(COUNTY, "境内是哪三条河流", ["岚江", "白沙河", "青溪"], id="before the count"),
        pytest.param(RESERVES, "请列出白岩的省级湿地公园名称", ["月湖", "苇塘"], id="with a figure each"),
        pytest.param(RESERVES, "建成的四个特色小镇叫什么名字", ["茶香", "陶艺", "泵阀", "云海"], id="in brackets"),
        pytest.param(RESERVES, "八大类价格里下降的是哪三类", ["衣着", "通信", "教育"], id="those that fell"),
        pytest.param(QUALITY, "第三届区长质量奖评选是哪两家企业获奖", ["恒川阀门", "南浦药业"], id="by the measure word"),
        pytest.param(FARMS, "重点发展的是哪三大产业", ["轴承", "家纺", "光电"], id="with 大"),
        pytest.param(FARMS, "云坪县的特产有哪些", ["贡米", "山核桃", "麻鸭"], id="产 of 产业 is no 特产"),
        pytest.param(QUALITY, "哪两个检测点保留下来了", ["高岭", "石门"], id="in a clause"),
    ],
)  # fmt: skip
def test_the_names_are_told(text: str, question: str, said: list[str], tmp_path: Path) -> None:
    assert_told(tmp_path, text, question, said)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(UNNAMED, "国家级森林公园叫什么名字", id="only their number"),
        pytest.param(UNNAMED, "那4个新建的农贸市场叫什么", id="so many of them"),
        pytest.param(UNNAMED, "是哪两个省级非遗项目", id="so many are new"),
        pytest.param(COUNTY, "11个镇的名称是什么", id="those of others stand there"),
    ],
)
def test_a_number_is_no_name(text: str, question: str, tmp_path: Path) -> None:
    answer = answer_from(tmp_path, text, question)
    assert answer.kind is Kind.NOT_FOUND, answer.headline


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("其中6个街道、30个镇、4个乡。", [], id="counts are no names"),
        pytest.param("新建东湖、西湖、南湖三座水厂", ["新建东湖", "西湖", "南湖"], id="in front"),
        pytest.param(
            "设立工作组3个，即综合组、宣传组、保障组。", ["综合组", "宣传组", "保障组"], id="behind"
        ),
        pytest.param("培育龙头企业2家：恒昌、永兴、泰安。", [], id="more than it says"),
        pytest.param("获奖学校2所（一中和实验小学）。", ["一中", "实验小学"], id="joined by 和"),
        pytest.param("新建二三个公园：东湖公园、西湖公园。", [], id="a guess is no count"),
        pytest.param("东湖、西湖两三座水厂", [], id="a guess behind the names"),
    ],
)
def test_as_many_names_as_are_counted(text: str, names: list[str]) -> None:
    assert [list(one.names) for one in enumerations(text)] == ([names] if names else [])


@pytest.mark.parametrize(
    "question",
    ["那二三个省级非遗项目叫什么", "是哪三四个农贸市场", "五六个农贸市场里哪个最大", "哪两三家企业获奖了"],
)
def test_a_guess_how_many_is_no_count(question: str, tmp_path: Path) -> None:
    """And no error: as many names, or a figure, may not be told for it."""
    text = UNNAMED + "改造公园四五个：东湖公园、西湖公园。\n"
    assert answer_from(tmp_path, text, question).figures == ()
