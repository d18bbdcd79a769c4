"""What an amount is called: what is measured, and nothing that only leads to its name."""

import pytest

from corpus.figure import Figure
from tests.replies import of_document


def done(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and status."""
    return figure.name, figure.quantity.raw, figure.status.value


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
        pytest.param("其他费用投资增长3%，其投资额2亿元。", ["其他费用投资", "其他费用投资额"], id="其他 is one word"),
        pytest.param("全国重点实验室8家。", ["全国重点实验室"], id="a title of honour"),
        pytest.param("十四是送戏下乡1万场。", ["送戏下乡"], id="the fourteenth"),
        pytest.param("——税收收入18319万元。", ["税收收入"], id="a dash before an item"),
        pytest.param("市七届人大三次会议批准的收入预算14万元。", ["收入预算"], id="who approved it"),
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
