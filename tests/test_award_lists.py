"""Lists of tiers, classes and caps: each award with its own of the list, in the layouts that policies use."""

from pathlib import Path

import pytest

from corpus.rule.rule import Condition, Rule
from tests.libraries import assert_alone
from tests.replies import rules_of

TITLE = "平川县扶持产业发展若干政策\n\n"


def _told(rule: Rule) -> tuple[str, ...]:
    return (rule.amount.raw, *(_interval(one) for one in rule.conditions))


def _interval(condition: Condition) -> str:
    """From where to where in the units themselves; what has no end is left out."""
    ends = (condition.low, condition.high)
    return "..".join(f"{end.value.normalize():f}{end.unit}" if end else "" for end in ends)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "对年出口额50万美元、400万美元、900万美元以上,且增长6%以上的企业,分别奖励1万元、4万元、9万元。",
            [
                ("1万元", "500000美元..", "6%.."),
                ("4万元", "4000000美元..", "6%.."),
                ("9万元", "9000000美元..", "6%.."),
            ],
            id="what has to be reached besides stands behind the list",
        ),
        pytest.param(
            "对纳税增长8%以上,年销售额达到3000万元、7000万元的门店,分别奖励2万元、6万元。",
            [("2万元", "30000000元..", "8%.."), ("6万元", "70000000元..", "8%..")],
            id="what has to be reached besides stands before the list",
        ),
        pytest.param(
            "对到账外资300万-600万(不含)美元、600万-900万(不含)美元的项目,分别奖励7万元、12万元。",
            [("7万元", "3000000美元..6000000美元"), ("12万元", "6000000美元..9000000美元")],
            id="a note inside the amount",
        ),
        pytest.param(
            "首年流转面积20-50(不含)亩、50亩以上的,分别奖励3万元、8万元;次年流转面积达到上述标准的,分别奖励1万元、2万元。",
            [
                ("3万元", "20亩..50亩"),
                ("8万元", "50亩.."),
                ("1万元", "20亩..50亩"),
                ("2万元", "50亩.."),
            ],
            id="the ends are those said before",
        ),
        pytest.param(
            "对外派工程按当年营业额80万-200万(不含)美元奖励6万元,200万-500万(不含)美元奖励15万元。",
            [("6万元", "800000美元..2000000美元"), ("15万元", "2000000美元..5000000美元")],
            id="an interval behind 按 is no award",
        ),
    ],
)
def test_ends_and_awards_of_lists(sentence: str, expected: list[tuple[str, ...]], tmp_path: Path) -> None:
    """Each award has the amount of its own place in the list, and what all share."""
    assert [_told(rule) for rule in rules_of(TITLE + sentence + "\n", tmp_path)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "对入选顶级专家(A类,按县目录确定,下同)、领军专家(B类)、骨干专家(C类)的,分别给予专项奖励最高90万元、50万元、20万元。",
            [("最高90万元", ("A类",)), ("50万元", ("B类",)), ("20万元", ("C类",))],
            id="commas inside brackets",
        ),
        pytest.param(
            "对新引进的A、B、C类创业人才,根据项目进展情况,分别给予每年最高30万元、16万元、9万元奖励。",
            [("最高30万元", ("A类",)), ("16万元", ("B类",)), ("9万元", ("C类",))],
            id="类 said once",
        ),
        pytest.param(
            "向在县工作的人才发放租房补贴,其中正高级职称人才、博士研究生每月1800元,副高级职称人才、硕士研究生每月900元,本科生每月500元。",
            [("1800元", ("正高", "博士")), ("900元", ("副高", "硕士")), ("500元", ("本科",))],
            id="the verb stands before the list alone",
        ),
        pytest.param(
            "对获得省级、市级首席技师的,分别奖励8万元、3万元。",
            [("8万元", ("省级", "首席技师")), ("3万元", ("市级", "首席技师"))],
            id="what all of the list are",
        ),
        pytest.param(
            "向首次购房的正高级职称人才和博士研究生、副高级职称人才和硕士研究生分别发放25万元、11万元一次性购房补贴。",
            [("25万元", ("正高", "博士")), ("11万元", ("副高", "硕士"))],
            id="two kinds of people at each place",
        ),
    ],
)
def test_grades_of_lists(sentence: str, expected: list[tuple[str, tuple[str, ...]]], tmp_path: Path) -> None:
    """Each award is for the class or grade of its own place in the list."""
    assert [
        (rule.amount.raw, rule.grades) for rule in rules_of(TITLE + sentence + "\n", tmp_path)
    ] == expected


POLICY = """平川县开放型经济扶持政策

第一条 外商投资项目第一年到账外资200万-500万(不含)美元、500万-900万(不含)美元、900万美元以上的,分别按人民币20万元、40万元、到账外资额的7‰给予奖励;\
第二年到账外资达到上述标准的,分别按人民币9万元、18万元、到账外资额的3‰给予奖励。
第二条 对年自营出口额100万美元、500万美元、2000万美元以上,\
且增长10%以上的企业,分别奖励2万元、6万元、14万元。
第三条 向在县企业工作的人才发放租房补贴,其中博士研究生每月1600元,硕士研究生每月800元,本科生每月400元,补贴时间累计不超过5年。
第四条 评选产业之星20名左右、服务之星30名左右,每年度考核合格的,分别给予每人1.5万元、0.7万元考核奖励。
第五条 房地产、贸易型企业不享受本政策。本政策由平川县商务局负责解释。
"""


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        ("外商项目第一年到账1500万美元按什么比例奖", ("7‰",), ("20万元", "3‰")),
        ("外商投资项目第二年到账600万美元奖多少", ("18万元",), ("40万元",)),
        ("老板问:我厂自营出口800万美元,增长12%,奖几万", ("6万元", "且增长10%以上"), ("14万元",)),
        ("硕士每月租房补贴多少", ("800元",), ("1600元",)),
        ("这个政策由哪个部门负责解释", ("平川县商务局",), ()),
        ("哪两类企业不能享受政策", ("房地产、贸易型",), ()),
    ],
)
def test_ones_own_tier_alone(
    question: str, said: tuple[str, ...], never: tuple[str, ...], tmp_path: Path
) -> None:
    """The tier of the person's own amount or class, and no other."""
    assert_alone(tmp_path, POLICY, question, said, never)
