"""Labels that stand above or before an amount: titles of sections, opening sentences, verbs that lead to a place."""

import pytest

from corpus.figure import Figure
from corpus.times.period import label
from tests.replies import of_document


def placed(figure: Figure) -> tuple[str, str, str]:
    """Place, name and printed value."""
    return figure.place, figure.name, figure.quantity.raw


def timed(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and period."""
    return figure.name, figure.quantity.raw, label(figure.period) if figure.period else ""


def done(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and status."""
    return figure.name, figure.quantity.raw, figure.status.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "岚川市2024年预算执行情况的报告\n\n一、全市预算执行情况\n\n一般公共预算收入98亿元。\n\n二、大通湖区预算执行情况\n\n"
            "一般公共预算收入3.2亿元，增长4%。\n\n三、市本级预算执行情况\n\n一般公共预算收入22亿元。",
            [
                ("岚川市", "一般公共预算收入", "98亿元"), ("大通湖区", "一般公共预算收入", "3.2亿元"),
                ("大通湖区", "一般公共预算收入", "4%"), ("岚川市", "市本级一般公共预算收入", "22亿元"),
            ],
            id="a district's section in a city's budget",
        ),
        pytest.param(
            "云泽市2024年上半年经济运行情况\n\n（一）霞溪县经济运行情况\n\n出口5亿元。\n\n（二）栾溪县主要指标\n\n出口2亿元。",
            [("霞溪县", "出口", "5亿元"), ("栾溪县", "出口", "2亿元")],
            id="two counties",
        ),
        pytest.param(
            "云泽市2024年工作总结\n\n1. 霞溪县医院改造\n\n床位600张。",
            [("云泽市", "床位", "600张")],
            id="a hospital's title is of no place",
        ),
    ],
)  # fmt: skip
def test_a_section_may_have_a_place_of_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Its figures are of it, until a title says of all again."""
    assert [placed(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "岷江省2023年农业情况\n\n支持梓州市建设示范园12个。",
            [("梓州市", "支持建设示范园", "12个")],
            id="a city that is supported",
        ),
        pytest.param(
            "梓州市2023年农业情况\n\n支持全市101个村开展试点，惠及全省企业20家。",
            [("梓州市", "支持村", "101个"), ("全省", "惠及企业", "20家")],
            id="all of the city, all of the province",
        ),
        pytest.param(
            "梓州市2023年债券情况\n\n转贷霞溪区1.7亿元。休闲农业和乡村旅游接待游客90万人次。",
            [("梓州市", "转贷霞溪区", "1.7亿元"), ("梓州市", "休闲农业和乡村旅游接待游客", "90万人次")],
            id="no place begins with a verb or ends within a word",
        ),
    ],
)  # fmt: skip
def test_a_verb_before_a_place_is_no_part_of_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    """支持贵州省 names 贵州省."""
    assert [placed(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "霞溪县政府工作报告\n——2026年1月9日在霞溪县人民代表大会上\n\n一、2025年工作回顾\n\n这五年，发展质效持续提升。"
            "地区生产总值增长19.8%。",
            [("地区生产总值", "19.8%", "2021-2025年")],
            id="five years told without an amount",
        ),
        pytest.param(
            "霞溪县2024年上半年情况\n\n2023年，我们办成了几件大事。新建学校3所，改造道路12公里。",
            [("新建学校", "3所", "2023年"), ("改造道路", "12公里", "2023年")],
            id="the year of an opening sentence",
        ),
        pytest.param(
            "霞溪县2024年农业情况\n\n高标准农田占耕地的66%，近3年提升21个百分点。保护性耕作面积4179亩。",
            [("高标准农田", "66%", "2024年"), ("高标准农田", "21个百分点", "2022-2024年"), ("保护性耕作面积", "4179亩", "2024年")],
            id="years in the middle of a sentence are of what they stand before",
        ),
        pytest.param(
            "霞溪县2025年预算草案\n\n2025年，上年结转1.5亿元，收入总计12.2亿元。",
            [("结转", "1.5亿元", "2024年"), ("收入总计", "12.2亿元", "2025年")],
            id="what is left of the year before",
        ),
        pytest.param(
            "霞溪县2024年统计公报\n\n年末有普通高校4所，招生1.5万人。发放助学金6896万元。",
            [("普通高校", "4所", "2024年末"), ("普通高校招生", "1.5万人", "2024年"), ("助学金", "6896万元", "2024年")],
            id="what is done over a year is of no day of it",
        ),
    ],
)  # fmt: skip
def test_a_time_goes_as_far_as_it_is_said(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A time is handed on by what begins with it."""
    assert [timed(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "梓州市农业农村局关于提案的答复\n\n一、关于“引进龙头企业”的建议\n\n茶园面积36.7万亩，接待游客90万人次。",
            [("茶园面积", "36.7万亩", "实绩"), ("接待游客", "90万人次", "实绩")],
            id="a proposal's wish heads what has been done",
        ),
        pytest.param(
            "梓州市民政局关于提案的答复\n\n二、针对增加床位的意见\n\n养老床位2100张。",
            [("养老床位", "2100张", "实绩")],
            id="another wish",
        ),
        pytest.param(
            "梓州市2024年工作总结\n\n将8家公司整合为3家，将补助标准提高到530元。",
            [("公司", "8家", "实绩"), ("公司", "3家", "实绩"), ("补助标准", "530元", "实绩")],
            id="将 before a noun brings the object",
        ),
        pytest.param(
            "梓州市2024年工作总结\n\n将新建学校3所，将投入资金2亿元，明年企业将达到12家。",
            [("新建学校", "3所", "目标"), ("资金", "2亿元", "目标"), ("企业", "12家", "目标")],
            id="将 before a verb tells what is to come",
        ),
        pytest.param(
            "梓州市2025年财政情况\n\n2026年社会保险基金收入145亿元，安排支出137.8亿元，年末滚存结余94.6亿元。",
            [("社会保险基金收入", "145亿元", "目标"), ("社会保险基金支出", "137.8亿元", "目标"), ("社会保险基金滚存结余", "94.6亿元", "目标")],
            id="the year behind that of a text without a date",
        ),
        pytest.param(
            "梓州市政府工作报告\n\n二、2026年工作安排\n\n为10万名残疾人提供康复服务。",
            [("为残疾人提供康复服务", "10万名", "目标")],
            id="为 says for whom",
        ),
    ],
)  # fmt: skip
def test_done_or_planned_is_what_the_words_say(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Neither a wish in a title nor an object makes a plan."""
    assert [done(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "霞溪县2023年决算情况\n\n增值税798万元，同比减收194万元；房产税同比增收531万元，减收24万元。",
            ["增值税", "增值税", "房产税", "房产税"],
            id="a change goes on from the clause before",
        ),
        pytest.param(
            "霞溪县2025年预算\n\n地方一般公共预算收入加预计转移性收入9亿元，加上上级补助收入4亿元。",
            ["转移性收入", "上级补助收入"],
            id="what is added is named alone",
        ),
        pytest.param(
            "霞溪县2025年预算\n\n各级人代会批准的2025年全县政府性基金收入预算70亿元，实际完成38亿元。",
            ["政府性基金收入预算", "政府性基金收入"],
            id="who approved it is no part of a name",
        ),
        pytest.param(
            "霞溪县2024年产业情况\n\n建成8个以茶叶、中药材等为主导产业的现代农业产业园，推出茶乡之旅等8条精品线路以及6个美丽乡村。",
            ["现代农业产业园", "精品线路", "美丽乡村"],
            id="what is counted stands at the end",
        ),
        pytest.param(
            "霞溪县2024年情况\n\n下达1635万元，支持文化馆免费开放。咨询电话0576-88830501。企业12家。",
            ["支持文化馆免费开放", "企业"],
            id="下达 is one word, a telephone is no amount",
        ),
    ],
)  # fmt: skip
def test_a_name_is_what_is_measured(text: str, expected: list[str]) -> None:
    """Without what leads to it."""
    assert [figure.name for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "霞溪县2026年预算\n\n安排8.7亿元，用于社会保障；安排6.1亿元，用于教育补短板；投入4100万元，支持安居工程建设。",
            ["用于社会保障", "用于教育补短板", "支持安居工程建设"],
            id="each is for what stands behind it",
        ),
        pytest.param(
            "霞溪县2025年情况\n\n下达1635万元，支持文化馆免费开放。拨付300万元，保障村级运转。",
            ["支持文化馆免费开放", "保障村级运转"],
            id="two sentences",
        ),
    ],
)  # fmt: skip
def test_money_without_a_name_is_for_something(text: str, expected: list[str]) -> None:
    """The clause behind says what for, and not the clause before."""
    assert [figure.name for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "岷江省政府工作报告\n\n一、2025年和“十四五”时期工作回顾\n\n累计改造老旧小区68万户。进出口总额年均增长9.2%。粮食产量300万吨。",
            [("老旧小区", "68万户", "2021-2025年"), ("进出口总额", "9.2%", "2021-2025年"), ("粮食产量", "300万吨", "2025年")],
            id="sums and means of the years of a title",
        ),
        pytest.param(
            "岷江省2025年情况\n\n出口年均增长9.2%，出口98亿元。",
            [("出口", "9.2%", ""), ("出口", "98亿元", "2025年")],
            id="a mean of years that nobody says",
        ),
    ],
)  # fmt: skip
def test_sums_and_means_are_of_all_years(text: str, expected: list[tuple[str, str, str]]) -> None:
    """No yearly mean is of one year."""
    assert [
        (name.removeprefix("改造"), raw, when) for name, raw, when in map(timed, of_document(text))
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "周至县2023年预算执行情况\n\n县级一般公共预算收入31751万元，完成预算数31220万元的101.7%，较上年28899万元增长9.9%。",
            [
                ("县级一般公共预算收入", "31751万元", "2023年"),
                ("县级一般公共预算收入预算数", "31220万元", "2023年"),
                ("县级一般公共预算收入", "101.7%", "2023年"),
                ("县级一般公共预算收入", "28899万元", "2022年"),
                ("县级一般公共预算收入", "9.9%", "2023年"),
            ],
            id="the amount that a growth is against",
        ),
        pytest.param(
            "梓州市2025年12月预算执行情况\n\n12月止，全市总收入250亿元，增长5.1%。",
            [("总收入", "250亿元", "2025年末"), ("总收入", "5.1%", "2025年末")],
            id="until the end of a month",
        ),
        pytest.param(
            "梓州市2025年工作情况\n\n（三）“十四五”我市财政发展情况\n\n带动就业8.3万人。",
            [("带动就业", "8.3万人", "2021-2025年")],
            id="a plan's years in a title",
        ),
    ],
)  # fmt: skip
def test_each_amount_has_the_time_that_is_said_of_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Also where two times meet in a clause."""
    assert [timed(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("其他费用投资增长3%，其投资额2亿元。", ["其他费用投资", "其他费用投资额"], id="其他 is one word"),
        pytest.param("全国重点实验室8家。", ["全国重点实验室"], id="a title of honour"),
        pytest.param("十四是送戏下乡1万场。", ["送戏下乡"], id="the fourteenth"),
        pytest.param("——税收收入18319万元。", ["税收收入"], id="a dash before an item"),
        pytest.param("市七届人大三次会议批准的收入预算14万元。", [""], id="who approved it"),
        pytest.param("集团化办学覆盖率由目前的71%提高到90%。", ["集团化办学覆盖率", "集团化办学覆盖率"], id="from today's"),
        pytest.param("每餐补贴由5元提高到每人8元。", ["每餐补贴", "每餐补贴"], id="to so much a head"),
        pytest.param("开工35个、完工14个。", ["开工", "完工"], id="verbs alone"),
    ],
)  # fmt: skip
def test_what_leads_to_a_name_is_no_part_of_it(text: str, expected: list[str]) -> None:
    """Nor are dashes, ordinals and who approved."""
    assert [figure.name for figure in of_document(f"霞溪县2024年情况\n\n{text}")] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("演练模拟强降雨，出动无人机6架。", id="模拟 is no plan"),
        pytest.param("加力实施信贷增量扩面计划，助企融资368亿元。", id="a plan that is carried out"),
        pytest.param("争取新增专项债券1296亿元。", id="money that was got"),
        pytest.param("营养改善计划惠及学生1.2万名，每生每天补助5元。", id="a plan by its name"),
        pytest.param("设立专员的建议已采纳，聘任专员36名。", id="a wish that was met"),
        pytest.param("政府性基金收入年初预算26万元，调整预算18万元，执行16万元。", id="what was carried out"),
    ],
)
def test_such_words_make_no_plan(text: str) -> None:
    """The last figure is a result."""
    assert done(of_document(f"霞溪县2024年情况\n\n{text}")[-1])[-1] == "实绩"
