"""Rules read out of policies: conditions, awards, caps, who they are for, and what is no rule."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document.metadata import letter
from corpus.figure import Status
from corpus.passage import passages
from corpus.reading import read
from corpus.rule.marked import MARK, marked
from corpus.rule.placed import Role
from corpus.rule.role import placed
from corpus.rule.rule import Condition, Rule, Sort
from corpus.rule.rules import rules
from corpus.rule.words import grades_in
from corpus.source import Source
from tests.replies import rules_of

EVAL = Path(__file__).parent / "data" / "eval" / "tiers"
DOCUMENTS = sorted(
    path for folder in ("docs", "docs2", "docs3", "docs4", "docs5") for path in (EVAL / folder).iterdir()
)
TITLE = "平川县扶持企业发展若干政策\n\n"


def interval(condition: Condition) -> str:
    """[100万元, 500万元): a square bracket where the end belongs to it."""
    low = condition.low.raw if condition.low else ""
    high = condition.high.raw if condition.high else ""
    return f"{'[' if condition.within else '('}{low}, {high}{']' if condition.to else ')'}"


def told(rule: Rule) -> tuple[str, ...]:
    """How it is reckoned, its amount, and its intervals."""
    return (rule.sort.value, rule.amount.raw, *(interval(one) for one in rule.conditions))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "第二条 对年销售收入首次达到2亿元、6亿元、20亿元的企业,分别给予20万元、60万元、200万元奖励。",
            [
                ("fixed", "20万元", "[2亿元, ]"),
                ("fixed", "60万元", "[6亿元, ]"),
                ("fixed", "200万元", "[20亿元, ]"),
            ],
            id="a list of amounts to be reached",
        ),
        pytest.param(
            "第三条 设备投资200万元(含)至800万元的,按投资额的5%给予补助;800万元(含)以上的,按7%给予补助,最高不超过90万元。",
            [
                ("rate", "5%", "[200万元, 800万元]"),
                ("rate", "7%", "[800万元(含)以上, ]"),
            ],
            id="intervals with rates",
        ),
        pytest.param(
            "对营收超过3000万元不足8000万元的门店,奖励4万元。",
            [("fixed", "4万元", "(超过3000万元, 不足8000万元)")],
            id="neither end belongs",
        ),
        pytest.param(
            "税收每新增100万元奖励3万元,单户最高60万元。", [("step", "3万元")], id="for each so much"
        ),
        pytest.param("种植油茶的,每亩补助300元。", [("each", "300元")], id="for each"),
        pytest.param("新建冷库按150元/立方米补助。", [("each", "150元/立方米")], id="compound unit"),
        pytest.param("个人创业可申请最高20万元的担保贷款。", [("limit", "最高20万元")], id="the most alone"),
        pytest.param(
            "国家级基地奖励40万元,省级15万元。",
            [("fixed", "40万元"), ("fixed", "15万元")],
            id="verb left out",
        ),
        pytest.param(
            "国家级、省级、市级示范园区,分别奖励40万元、15万元。", [], id="counts differ: nothing is paired"
        ),
        pytest.param(
            "组织研学团的,每团(不少于40人)奖励600元。", [("each", "600元")], id="an aside in brackets"
        ),
        pytest.param(
            "年营收超过6亿元（低于15亿元）的，奖励90万元。",
            [("fixed", "90万元", "(超过6亿元, 低于15亿元)")],
            id="the upper end in brackets",
        ),
        pytest.param(
            "投资900万元及以上至4000万元、4000万元以上至7000万元、7000万元以上的，按贡献的40%、60%和80%奖励。",
            [
                ("rate", "40%", "[900万元及以上, 4000万元]"),
                ("rate", "60%", "[4000万元以上, 7000万元]"),
                ("rate", "80%", "[7000万元以上, ]"),
            ],
            id="intervals paired with their rates",
        ),
        pytest.param(
            "获得风险投资的企业，按照到位资金的6%，给予不超过70万元的奖励。",
            [("rate", "6%")],
            id="what is given behind a comma",
        ),
        pytest.param(
            "入驻企业前两年租金全部补贴，第三年租金补贴30%。",
            [("rate", "全部"), ("rate", "30%")],
            id="all of a base",
        ),
        pytest.param(
            "45岁及以下的副高级人员、30岁及以下的硕士研究生，给予安家补助4万元。",
            [("fixed", "4万元", "[, 45岁及以下]"), ("fixed", "4万元", "[, 30岁及以下]")],
            id="people by their age",
        ),
        pytest.param(
            "对民办医院，分别给予三级医院、二级医院90万元、30万元一次性补助。",
            [("fixed", "90万元"), ("fixed", "30万元")],
            id="names behind the verb",
        ),
        pytest.param(
            "按等次给予70万元（优秀）、20万元（良好）扶持资金。",
            [("fixed", "70万元"), ("fixed", "20万元")],
            id="names in brackets",
        ),
        pytest.param(
            "对示范社奖补：县级以上6万元，镇级1万元。",
            [("fixed", "6万元"), ("fixed", "1万元")],
            id="a list behind a colon",
        ),
        pytest.param(
            "给予为期三年每人每年5万元的购房补贴，一次性安家补助8万元，每年发放1万元津贴。",
            [("fixed", "5万元"), ("fixed", "8万元"), ("fixed", "1万元")],
            id="several awards of one person",
        ),
        pytest.param(
            "对入库企业奖励9万元（第一年奖励5万元，第二年奖励4万元）。",
            [("fixed", "9万元")],
            id="parts of an award are none by themselves",
        ),
        pytest.param("扶持资金总规模5000万元,由县财政安排。", [], id="a fund is no award"),
        pytest.param("2023年已发放奖励资金320万元。", [], id="what was given"),
    ],
)
def test_sentences(sentence: str, expected: list[tuple[str, ...]], tmp_path: Path) -> None:
    """Each award with its condition, in the order of the sentence."""
    assert [told(rule) for rule in rules_of(TITLE + sentence + "\n", tmp_path)] == expected


def test_how_long_and_in_which_years(tmp_path: Path) -> None:
    """The years that an award names, for how long it is given, and how it is paid out, also in a later sentence."""
    text = TITLE + (
        "入驻企业前三年按留成的100%奖励，后两年按留成的50%奖励。\n"
        "对见习生每人每月给予800元补贴。补贴期限最长为8个月。\n"
        "设备投资按5%补助，分3年按照50%、30%、20%的比例兑现。\n"
    )
    found = [rule for rule in rules_of(text, tmp_path) if rule.sort is not Sort.LIMIT]
    assert [rule.years for rule in found] == [(1, 3), (4, 5), None, None]
    assert [rule.span.months if rule.span else 0 for rule in found] == [0, 0, 8, 0]
    assert [rule.rhythm for rule in found] == ["", "", "月", ""]
    assert [rule.payout.words if rule.payout else "" for rule in found][
        3
    ] == "分3年按照50%、30%、20%的比例兑现"


def test_a_second_list_is_of_the_same_people(tmp_path: Path) -> None:
    """每年分别发放 goes on with the people of the award before."""
    text = TITLE + (
        "对50岁及以下的正高级人员或35岁及以下的博士研究生，给予每人安家补助9万元，每年分别发放1.2万元、0.9万元津贴。\n"
    )
    found = rules_of(text, tmp_path)
    assert [(rule.grades, rule.amount.raw) for rule in found] == [
        (("正高",), "9万元"),
        (("博士",), "9万元"),
        (("正高",), "1.2万元"),
        (("博士",), "0.9万元"),
    ]


def test_a_cap_ends_its_part(tmp_path: Path) -> None:
    """A cap without a verb of its own is the award's before it, and not the next one's condition."""
    text = TITLE + (
        "对登记的技术合同按技术费用的15%补助,每家企业每年不超过20万元;对参加竞价会的,按技术费用的25%补助,最高40万元。\n"
    )
    found = rules_of(text, tmp_path)
    assert [
        (rule.amount.raw, rule.cap.amount.raw if rule.cap else "", rule.conditions) for rule in found
    ] == [
        ("15%", "不超过20万元", ()),
        ("25%", "最高40万元", ()),
    ]


def test_things_of_a_list_are_paired_with_their_awards(tmp_path: Path) -> None:
    """Each with its own grade, and the words that all share."""
    text = TITLE + "第五条 对新获批的国家级、省级和市级工业设计中心,分别奖励70万元、35万元和9万元。\n"
    found = rules_of(text, tmp_path)
    assert [(rule.grades, rule.amount.raw) for rule in found] == [
        (("国家级",), "70万元"),
        (("省级",), "35万元"),
        (("市级",), "9万元"),
    ]
    assert {rule.beside for rule in found} == {"第五条对新获批的国家级、省级和市级工业设计中心"}
    assert {rule.article for rule in found} == {"第五条"}


def test_a_cap_is_of_the_tiers_before_it(tmp_path: Path) -> None:
    """Of all tiers of the sentence; one of a loan is of none."""
    text = TITLE + (
        "年物流费50万元以上的,按3%补贴;200万元以上的,按5%补贴,单个企业不超过30万元。\n"
        "对新增贷款按利息的20%贴息,单户贷款额度不超过500万元。\n"
    )
    caps = [rule.cap.words if rule.cap else "" for rule in rules_of(text, tmp_path)]
    assert caps == ["单个企业不超过30万元", "单个企业不超过30万元", "", ""]


def test_a_table_gives_rules(tmp_path: Path) -> None:
    """Bare numbers are in the units of their heads, a column of caps is no award."""
    text = (
        "# 平川县技改奖补办法\n\n| 投资额（万元） | 补助比例 | 补助上限（万元） |\n|---|---|---|\n"
        "| 100（含）—400 | 6% | 20 |\n| 400及以上 | 9% | 75 |\n"
    )
    found = rules_of(text, tmp_path)
    assert [told(rule) for rule in found] == [
        ("rate", "6%", "[100, 400]"),
        ("rate", "9%", "[400及以上, ]"),
    ]
    assert [int(rule.cap.amount.value) for rule in found if rule.cap] == [200000, 750000]
    assert len({rule.series for rule in found}) == 1


def test_amounts_of_rules_are_no_results() -> None:
    """The status says so; what was paid out beside them is a result."""
    document = next(path for path in DOCUMENTS if path.name.startswith("05"))
    statuses = {figure.quantity.raw: figure.status for figure in read(document).figures}
    assert statuses["150元"] is Status.RULE
    assert statuses["1860万元"] is Status.RESULT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("上半年发放创业担保贷款2170万元、94笔。", id="lent"),
        pytest.param("新发放企业贷款平均利率3.6%。", id="a rate of interest"),
        pytest.param("泵阀、家纺两大配套产业完成产值97.7亿元。", id="a word that is a verb elsewhere"),
        pytest.param("乡村教师补贴由每月500元提高到700元。", id="a change"),
    ],
)
def test_reports_have_no_rules(text: str, tmp_path: Path) -> None:
    """What was done, lent or measured is none."""
    assert rules_of(f"平川县2024年经济运行情况\n\n{text}\n", tmp_path) == ()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_amount_is_printed_there(path: Path) -> None:
    """Each amount and each quoted clause of a rule stands in its own document."""
    reading = read(path)
    assert reading.rules
    for rule in reading.rules:
        for amount in rule.quantities:
            assert amount.raw[:2] in "".join(reading.letter.text[amount.start : amount.end].split())
    assert reading.rules == rules(reading.letter, reading.passages)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高级技师和技师", ("高级技师", "技师")),
        ("博士后、博士", ("博士后", "博士")),
        ("国家重点实验室", ("国家级",)),
        ("AAA级和AA级", ("3A", "2A")),
        ("CMMI5级认证", ("CMMI5",)),
        ("企业", ()),
    ],
)
def test_grades(text: str, expected: tuple[str, ...]) -> None:
    """A longer grade hides a shorter one inside it."""
    assert grades_in(text) == expected


AMOUNTS = st.sampled_from(
    ["30万元", "5亿元", "200万美元", "8%", "40亩", "最高90万元", "600万元以上", "1500元"]
)
WORDS = st.sampled_from("对企业 给予 奖励 的, , ; 按 每亩 达到 、 至 (含) 分别 。".split())  # noqa: SIM905 - a list of words reads as a line of words


@settings(deadline=None)
@given(st.lists(st.one_of(AMOUNTS, WORDS), max_size=14).map("".join))
def test_any_sentence_is_read(text: str) -> None:
    """Every amount has one role, whatever the words around it, and no rule has an amount that is not there."""
    sentence = marked(text)
    assert len(placed(sentence)) == len(sentence.amounts) == sentence.text.count(MARK)
    assert all(one.role in Role for one in placed(sentence))
    made = letter(Source("made", Path("made.txt"), f"平川县奖补办法\n\n{text}\n", ""))
    for rule in rules(made, passages(made)):
        assert all(made.text[one.start : one.end] for one in rule.quantities)
        assert rule.amount.start >= made.text.index("\n")
