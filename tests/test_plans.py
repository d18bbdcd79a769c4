"""Plans, budgets and what was done of them, in prose."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Figure
from tests.libraries import answer_from
from tests.replies import of_document


def planned(figure: Figure) -> tuple[str, str, str, str]:
    """Place, name, printed value and status."""
    return figure.place, figure.name, figure.quantity.raw, figure.status.value


BUDGET = (
    "平川县2023年预算执行情况报告\n\n2023年，一般公共预算收入年初预算为76100万元，经县人大常委会批准调整为89200万元，"
    "实际完成88500万元，为调整预算的99.2%，增长19.6%。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "平川县停车情况(2024年)\n\n2024年计划新建公共停车场12处，可提供泊位3400个。其中，城东片区5处，城西片区7处。"
            "目前已建成2处，泊位410个。",
            [
                ("平川县", "新建公共停车场", "12处", "目标"),
                ("平川县", "提供泊位", "3400个", "目标"),
                ("平川县", "城东片区", "5处", "目标"),
                ("平川县", "城西片区", "7处", "目标"),
                ("平川县", "新建公共停车场", "2处", "实绩"),
                ("平川县", "泊位", "410个", "实绩"),
            ],
            id="a plan divided in the next sentence",
        ),
        pytest.param(
            "平川县2023年改造情况\n\n全年计划改造老旧小区40个，其中县城30个、石门镇10个，截至10月底已完成31个。",
            [
                ("平川县", "改造老旧小区", "40个", "目标"),
                ("平川县", "县城", "30个", "目标"),
                ("石门镇", "改造老旧小区", "10个", "目标"),
                ("平川县", "改造老旧小区", "31个", "实绩"),
            ],
            id="what was done is of all, not of the last part",
        ),
        pytest.param(
            "平川县2024年企业情况\n\n力争全年新增企业28家。其中：规上工业10家、服务业18家。实际新增31家。",
            [
                ("平川县", "新增企业", "28家", "目标"),
                ("平川县", "规上工业", "10家", "目标"),
                ("平川县", "服务业", "18家", "目标"),
                ("平川县", "新增企业", "31家", "实绩"),
            ],
            id="an aim divided, then met",
        ),
        pytest.param(
            "平川县关于第21号提案的答复\n\n截至2022年底，全县建成充电桩1241个。按照规划，到2025年底累计建成充电桩2000个，"
            "其中公共充电桩350个。\n平川县发展和改革局\n2023年6月12日",
            [
                ("平川县", "充电桩", "1241个", "实绩"),
                ("平川县", "充电桩", "2000个", "目标"),
                ("平川县", "公共充电桩", "350个", "目标"),
            ],
            id="what will be done by the end of a year to come",
        ),
        pytest.param(
            BUDGET,
            [
                ("平川县", "一般公共预算收入年初预算", "76100万元", "目标"),
                ("平川县", "一般公共预算收入调整预算", "89200万元", "目标"),
                ("平川县", "一般公共预算收入", "88500万元", "实绩"),
                ("平川县", "一般公共预算收入", "99.2%", "实绩"),
                ("平川县", "一般公共预算收入", "19.6%", "实绩"),
            ],
            id="a budget, adjusted, carried out",
        ),
        pytest.param(
            "平川县2023年决算报告\n\n2023年政府性基金预算支出预算数为12.5亿元，调整预算数13.1亿元，执行数12.8亿元。",
            [
                ("平川县", "政府性基金预算支出预算数", "12.5亿元", "目标"),
                ("平川县", "政府性基金预算支出调整预算数", "13.1亿元", "目标"),
                ("平川县", "政府性基金预算支出", "12.8亿元", "实绩"),
            ],
            id="the same in columns' words",
        ),
        pytest.param(
            "平川县2024年预算报告\n\n2024年一般公共预算收入安排9.2亿元，增长5%，其中税收收入5.1亿元。上年完成8.8亿元。",
            [
                ("平川县", "一般公共预算收入", "9.2亿元", "目标"),
                ("平川县", "一般公共预算收入", "5%", "目标"),
                ("平川县", "税收收入", "5.1亿元", "目标"),
                ("平川县", "一般公共预算收入", "8.8亿元", "实绩"),
            ],
            id="what is allotted",
        ),
        pytest.param(
            "平川县2023年外资情况\n\n2023年实际利用外资3200万美元，完成年度计划的98%。",
            [
                ("平川县", "实际利用外资", "3200万美元", "实绩"),
                ("平川县", "实际利用外资", "98%", "实绩"),
            ],
            id="a name with 实际 in it",
        ),
    ],
)
def test_plans_and_what_was_done_of_them(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    """A plan's parts are planned, a budget is a plan by its name; 已, 实际 and 执行 say what was done."""
    assert [planned(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("一般公共预算收入完成多少", "一般公共预算收入88500万元,增长19.6%(2023年,平川县)"),
        ("年初预算多少", "一般公共预算收入年初预算76100万元(目标)(2023年,平川县)"),
        ("一般公共预算收入预算调增了多少", "多13100万元(推算)"),
        ("预算调整了多少", "多13100万元(推算)"),
    ],
)
def test_budgets_are_told_apart(tmp_path: Path, question: str, said: str) -> None:
    assert answer_from(tmp_path, BUDGET, question).headline.startswith(said)


def test_no_budget_that_was_not_adjusted_is_said_to_be(tmp_path: Path) -> None:
    assert answer_from(tmp_path, BUDGET, "一般公共预算支出预算调增了多少").kind is Kind.NOT_FOUND


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        pytest.param(
            "2011年工作回顾", "初步预计，全市生产总值达418亿元，增长16%。", "实绩", id="an estimate"
        ),
        pytest.param("2011年工作回顾", "预计财政收入44.35亿元。", "实绩", id="of the year that is over"),
        pytest.param("2012年工作安排", "预计全年财政收入52亿元。", "目标", id="a plan"),
    ],
)
def test_what_a_review_expects_is_an_estimate_of_what_was_done(title: str, text: str, status: str) -> None:
    report = f"平川市政府工作报告\n\n——2012年1月14日在平川市第五届人民代表大会第二次会议上\n\n一、{title}\n\n{text}\n"
    found = of_document(report)
    assert {(figure.status.value, figure.place) for figure in found} == {(status, "平川市")}


@pytest.mark.parametrize(
    "title",
    [
        "上半年全市经济运行情况分析",
        "前三季度全市工业运行情况",
        "中共平川县委 平川县人民政府关于支持产业发展的意见",
    ],
)
def test_a_time_or_a_party_organ_is_no_place(title: str) -> None:
    found = of_document(f"{title}\n\n规上工业增加值增长5.2%，全县财政收入3.2亿元。\n")
    assert {figure.place for figure in found} <= {"", "平川县"}


COMING = (
    "云岭市2025年预算执行情况和2026年预算草案\n\n2025年，一般公共预算收入完成62.56亿元。"
    "全市争取上级资金89.8亿元。2026年，一般公共预算收入安排56.87亿元，支出安排301.2亿元。\n云岭市财政局\n2026年1月14日"
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("2026年一般公共预算收入安排了多少", "56.87亿元(目标)", id="set aside"),
        pytest.param("明年支出安排了多少", "301.2亿元(目标)", id="next year"),
        pytest.param("2025年一般公共预算收入完成了多少", "62.56亿元", id="done"),
        pytest.param("去年争取上级资金多少", "89.8亿元", id="striven for in a year that is over"),
    ],
)
def test_of_a_time_to_come_only_the_plan_can_be_asked(question: str, said: str, tmp_path: Path) -> None:
    answer = answer_from(tmp_path, COMING, question)
    assert (answer.kind, said in answer.headline) == (Kind.ANSWER, True), answer.headline
