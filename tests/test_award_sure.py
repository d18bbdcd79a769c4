"""An award is told only where it is the one asked for: its benefit, its class, the year's part of it, and all that is counted."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answer_from, assert_alone

TITLE = "松坪县产业扶持若干政策\n\n"
BENEFITS = (
    "第一条 对入选省“英才计划”的高层次人才,一次性给予45万元。\n"
    "第二条 支持高层次人才来县创业。经评审认定的创业项目,给予创业启动补助,并给予三年内合计不超过300万元的全额贴息。\n"
)
HOMES = (
    "第一条 新引进的硕士研究生,每月补贴900元。\n"
    "第二条 新引进的硕士研究生在县内购房的,购房补贴一次性给予7万元。\n"
)
STALLS = "第一条 企业参加境外展会的,每次补助2万元。\n第二条 企业参加境外展会的,展位费按60%补助,最高5万元。\n"
STOREYS = "第一条 新建四层厂房的,每平方米奖励60元。\n"
TEAMS = "第一条 对经评审的一类、二类、三类创业团队,分别给予900万元、400万元、100万元资助。\n"
HOTELS = "第一条 新评定的三星饭店奖励20万元。\n第二条 新评定的四星饭店奖励50万元。\n"


@pytest.mark.parametrize(
    ("rules", "question", "said", "never"),
    [
        (BENEFITS, "高层次人才来创业,三年贴息合计最多多少钱", "300万元", "45万元"),
        (HOMES, "硕士研究生购房能补多少", "7万元", "900元"),
        (STALLS, "企业参加境外展会,展位费最高补多少", "5万元", "2万元"),
    ],
)
def test_the_benefit_asked_for(rules: str, question: str, said: str, never: str, tmp_path: Path) -> None:
    """A rule that lacks the benefit that another rule of the letter names is not what is meant."""
    assert_alone(tmp_path, TITLE + rules, question, [said], [never])


@pytest.mark.parametrize(
    ("rules", "question", "said", "never"),
    [
        (STOREYS, "新建四层厂房每平方米奖多少", "60元", ""),
        (TEAMS, "二类创业团队资助多少", "400万元", "900万元"),
        (HOTELS, "评上四星饭店奖多少", "50万元", "20万元"),
    ],
)
def test_the_class_asked_for(rules: str, question: str, said: str, never: str, tmp_path: Path) -> None:
    """Of several classes the one that is named, alone."""
    answer = answer_from(tmp_path, TITLE + rules, question)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline, answer.headline
    assert not never or never not in answer.headline, answer.headline


@pytest.mark.parametrize(
    ("rules", "question"),
    [
        (STOREYS, "新建五层厂房每平方米奖多少"),
        (TEAMS, "四类创业团队资助多少"),
        (HOTELS, "评上五星饭店奖多少"),
    ],
)
def test_another_class(rules: str, question: str, tmp_path: Path) -> None:
    """A class that no rule is for has no award."""
    assert answer_from(tmp_path, TITLE + rules, question).kind is Kind.NOT_FOUND


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        (
            "第一条 固定资产投资10亿元以上、5亿元以上到10亿元的工业项目,对其前期中介服务费用(累计不超过80万元),分别给予50%、30%的奖励。\n",
            "投资7亿元的工业项目奖多少",
        ),
        ("第一条 年产值5000万元以上的企业,对其产品检测费用,给予40%的补助。\n", "年产值8000万元的企业补助多少"),
        ("第一条 年出口额1000万美元以上的企业,对企业出口信用保险费,按60%给予补贴。\n", "年出口额2000万美元能补多少"),
    ],
)  # fmt: skip
def test_a_rate_of_costs(rule: str, question: str, tmp_path: Path) -> None:
    """A rate of what a clause before names is never reckoned of the amount that the condition measures."""
    answer = answer_from(tmp_path, TITLE + rule, question)
    assert "推算" not in answer.headline, answer.headline
    assert not answer.working


SPLIT = "第一条 对新认定的工业设计中心,给予90万元奖励,分三年按50%、30%、20%的比例拨付。\n"
YEARLY = "第一条 对新引进的A类、B类人才,分别给予400万元、150万元安家补贴,分5年按每年20%发放。\n"
EVENLY = "第一条 对新设立的院士工作站,给予80万元资助,分4年等额发放。\n"
OPEN = "第一条 对新引进的领军项目,给予200万元资助,分三年发放。\n"


@pytest.mark.parametrize(
    ("rules", "question", "said", "working"),
    [
        (
            SPLIT,
            "新认定工业设计中心,奖励分三年拨,第一年能拿到多少",
            "45万元(推算)",
            "90万元 × 50% = 45(万元)",
        ),
        (SPLIT, "新认定工业设计中心奖励第三年能拿多少", "18万元(推算)", "90万元 × 20% = 18(万元)"),
        (YEARLY, "B类人才安家补贴一年能领多少", "30万元(推算)", "150万元 × 20% = 30(万元)"),
        (EVENLY, "新设立院士工作站每年能拿多少资助", "20万元(推算)", "80万元 × 25% = 20(万元)"),
    ],
)
def test_a_year_of_an_award(rules: str, question: str, said: str, working: str, tmp_path: Path) -> None:
    """The part that one year has is reckoned."""
    answer = answer_from(tmp_path, TITLE + rules, question)
    assert said in answer.headline, answer.headline
    assert answer.working == working


@pytest.mark.parametrize(
    ("rules", "question"),
    [
        (OPEN, "新引进领军项目的资助第一年能拿到多少"),
        (SPLIT, "新认定工业设计中心奖励第四年能拿多少"),
        (OPEN.replace("三年发放", "期拨付"), "新引进领军项目的资助首期能拿多少"),
    ],
)
def test_an_unsettled_year(rules: str, question: str, tmp_path: Path) -> None:
    """Where the policy does not say what a year has, the whole award is no answer."""
    assert answer_from(tmp_path, TITLE + rules, question).kind is Kind.NOT_FOUND


@pytest.mark.parametrize(
    ("rule", "question", "working"),
    [
        (
            "第一条 年快递发货量超过100万件的,对超出部分每件补助0.1元。",
            "一年快递发货量260万件补助多少",
            "(2600000 − 1000000) × 0.1元 = 16(万元)",
        ),
        (
            "第一条 粮食种植面积超过50亩的,对超过部分每亩补贴80元。",
            "粮食种植面积120亩补贴多少",
            "(120 − 50) × 80元 = 5600(元)",
        ),
        (
            "第一条 民宿客房超过10间的,对超出的部分每间补助2000元。",
            "民宿客房18间补助多少",
            "(18 − 10) × 2000元 = 1.6(万元)",
        ),
    ],
)
def test_what_is_above_is_counted(rule: str, question: str, working: str, tmp_path: Path) -> None:
    """Of an award for each above a threshold only those above are counted."""
    assert answer_from(tmp_path, TITLE + rule, question).working == working


@pytest.mark.parametrize(
    ("rule", "question", "never"),
    [
        (
            "第一条 新购新能源重卡的,前10辆每辆补助2万元,第11辆起每辆补助3万元。",
            "新购15辆新能源重卡补助多少",
            "45万元",
        ),
        (
            "第一条 新建标准大棚的,前20亩每亩补助800元,第21亩起每亩补助500元。",
            "新建标准大棚30亩补助多少",
            "1.5万元",
        ),
        (
            "第一条 企业招用残疾人的,前5人每人补贴3000元,第6人起每人补贴4000元。",
            "企业招用8名残疾人补贴多少",
            "3.2万元",
        ),
    ],
)
def test_some_of_what_is_counted(rule: str, question: str, never: str, tmp_path: Path) -> None:
    """An award for each from the eleventh on is not had for all."""
    answer = answer_from(tmp_path, TITLE + rule, question)
    assert answer.working == ""
    assert never not in answer.headline


@pytest.mark.parametrize(
    ("rule", "question", "said", "never"),
    [
        (
            "第一条 在县城首次购房的,硕士研究生补贴9万元、本科生5万元、技师3万元。",
            "技师首次购房补贴多少",
            "3万元",
            "5万元",
        ),
        (
            "第一条 新取得证书的职工,高级技师补贴4000元、技师3000元、高级工2000元。",
            "高级工新取得证书补贴多少",
            "2000元",
            "3000元",
        ),
        (
            "第一条 新建民宿的,五星级补助30万元、四星级20万元、三星级10万元。",
            "新建三星级民宿补助多少",
            "10万元",
            "20万元",
        ),
    ],
)
def test_the_last_of_a_list(rule: str, question: str, said: str, never: str, tmp_path: Path) -> None:
    """The last member of a list is told without those in front of it."""
    assert_alone(tmp_path, TITLE + rule, question, [said], [never])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("实到外资2500万美元的项目,奖励第一年能拿多少", "120万元(推算)"),
        ("实到外资1500万美元的项目,奖励第一年40%能拿到多少", "80万元(推算)"),
        ("实到外资6000万美元的项目,奖励第三年能拿多少", "150万元(推算)"),
    ],
)
def test_a_year_of_ones_own_tier(question: str, said: str, tmp_path: Path) -> None:
    """The year's part is of the award of the person's own tier."""
    rule = (
        "第一条 实到外资1000万-2000万(不含)美元、2000万-5000万(不含)美元、5000万美元以上的项目,"
        "分别奖励200万元、300万元、500万元,分三年按40%、30%、30%的比例拨付。"
    )
    assert said in answer_from(tmp_path, TITLE + rule, question).headline


@pytest.mark.parametrize(
    ("rule", "question", "said", "never"),
    [
        (
            "第一条 新认定的国家制造业单项冠军企业、省级专精特新中小企业,分别奖励80万元、15万元。",
            "单项冠军企业奖多少",
            "80万元",
            "15万元",
        ),
        (
            "第一条 新认定的国家级生态示范村庄、省级美丽宜居乡村,分别奖励60万元、25万元。",
            "生态示范村庄奖多少",
            "60万元",
            "25万元",
        ),
        (
            "第一条 新认定的国家级、省级企业技术中心,分别奖励90万元、30万元。",
            "企业技术中心奖多少",
            "30万元",
            "没有找到",
        ),
    ],
)
def test_one_named_by_its_own_thing(rule: str, question: str, said: str, never: str, tmp_path: Path) -> None:
    """Of a list of other things the one that is named; of grades of one thing all."""
    assert_alone(tmp_path, TITLE + rule, question, [said], [never])
