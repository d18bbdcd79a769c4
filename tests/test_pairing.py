"""Questions over two things: taken apart, each found, and reckoned with or compared."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.understanding.several.pairing import Relation, pairings
from tests.libraries import answer_from, assert_told

BUDGET = """霞溪县2024年财政收支情况

一、一般公共预算收支情况
(一)收入情况。2024年,全县一般公共预算收入36.42亿元,比上年增长3.1%。其中,税收收入21.85亿元,增长1.2%;非税收入14.57亿元,增长6.3%,占调整预算的108.2%。
(二)支出情况。2024年,全县一般公共预算支出71.06亿元,比上年增长4.8%。
二、政府债务情况
2024年末,全县政府债务限额52.6亿元,余额48.3亿元。分级次看,县本级余额31.2亿元,乡镇余额17.1亿元。
"""
PEOPLE = """霞溪县2024年社会事业情况

2024年末,各项存款余额298.64亿元,各项贷款余额156.23亿元。全年外贸出口71.25亿元,增长10.4%,外贸进口23.48亿元,下降0.1%。
全年出生2310人,死亡3125人。城镇居民人均可支配收入45210元,增长4.6%;农村居民人均可支配收入22605元,增长6.9%。
持证残疾人中,男性5120人,女性3870人。全年民间投资增长8.4%,国有投资下降5.2%。全县建成充电车棚171个,设充电插口1060个。商品房销售面积2023年为82.75万平方米,2024年为70.43万平方米。
"""


@pytest.mark.parametrize(
    ("question", "relation", "first", "second"),
    [
        ("出口比进口多多少", Relation.DIFFERENCE, "出口多少", "进口多少"),
        ("一般公共预算支出比收入多出多少亿", Relation.DIFFERENCE, "一般公共预算支出多少亿", "一般公共预算收入多少亿"),
        ("男的残疾人比女的多多少个", Relation.DIFFERENCE, "男性残疾人多少个", "女性残疾人多少个"),
        ("城里人的收入是农村人的几倍", Relation.TIMES, "城里人的收入多少", "农村人收入多少"),
        ("税收占一般公共预算收入的几成", Relation.SHARE, "税收多少", "一般公共预算收入多少"),
        ("一般公共预算收入里税收占几成", Relation.SHARE, "税收多少", "一般公共预算收入多少"),
        ("存款和贷款哪个余额大,差多少亿", Relation.COMPARE, "存款余额多少", "贷款余额多少"),
        ("今年是收的多还是花的多", Relation.COMPARE, "今年收入多少", "今年支出多少"),
        ("24年卖的房子比23年少多少", Relation.DIFFERENCE, "24年卖的房子多少", "23年卖的房子多少"),
    ],
)  # fmt: skip
def test_it_is_taken_apart(question: str, relation: Relation, first: str, second: str) -> None:
    found = [(one.relation, one.first, one.second) for one in pairings(question, list)]
    assert (relation, first, second) in found


@pytest.mark.parametrize(
    "question", ["产值比上年多多少", "占比多少", "比重比上年末高了多少", "增速比全市平均低多少", "研发投入占GDP比上年高了多少", ""]
)  # fmt: skip
def test_one_thing_is_no_two(question: str) -> None:
    assert list(pairings(question, list)) == []


def test_it_is_taken_apart_in_few_ways() -> None:
    """However many words and joints it has: each way has its sides looked up."""
    question = "主题分类业化4亿元、增速20.14是多少、出口和增长跟进口与投资和消费哪个最多"
    assert 2 < len(list(pairings(question, list))) <= 32


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(BUDGET, "2024年一般公共预算支出比收入多出多少亿元?", ["34.64亿元", "推算"], id="over paragraphs"),
        pytest.param(BUDGET, "全县财政是收的多还是花的多", ["36.42亿元", "71.06亿元", "支出更高"], id="in talk"),
        pytest.param(BUDGET, "税收在一般公共预算收入里占几成", ["60%", "推算"], id="a share that is not printed"),
        pytest.param(
            "霞溪县2024年车辆情况\n\n2024年末,全县新能源汽车保有量23.4万辆,汽车总保有量约500万辆,新能源汽车占比4.69%。",
            "新能源汽车占全县汽车总量的比重是多少",
            ["4.69%"],
            id="a share that is printed",
        ),
        pytest.param(BUDGET, "一般公共预算收入里非税占多少比例", ["40%", "推算"], id="another share is printed"),
        pytest.param(BUDGET, "全县政府债务限额减去余额,还剩多少空间", ["4.3亿元"], id="less"),
        pytest.param(BUDGET, "县本级的债比乡镇的多多少亿", ["14.1亿元"], id="for short"),
        pytest.param(PEOPLE, "年末存款和贷款哪个余额大,差多少亿", ["298.64亿元", "156.23亿元", "142.41亿元"], id="which"),
        pytest.param(PEOPLE, "出口比进口多出来多少", ["47.77亿元"], id="difference"),
        pytest.param(PEOPLE, "城里人的收入是农村人的几倍", ["2倍"], id="times"),
        pytest.param(PEOPLE, "男的残疾人比女的多多少个", ["1250人"], id="opposites"),
        pytest.param(PEOPLE, "死亡人数比出生人数多出多少人", ["815人"], id="one counts and one does not"),
        pytest.param(PEOPLE, "平均一个车棚配几个插口", ["6.2个", "推算"], id="for each one"),
        pytest.param(PEOPLE, "民间投资和国有投资,哪个在涨哪个在跌", ["8.4%", "5.2%"], id="up and down"),
    ],
)  # fmt: skip
def test_both_are_told(text: str, question: str, said: list[str], tmp_path: Path) -> None:
    assert_told(tmp_path, text, question, said)


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(BUDGET, "税收占支出的几成", "60%", id="another whole"),
        pytest.param(BUDGET, "县本级和市本级的债务余额哪个大", "更高", id="one is not there"),
        pytest.param(PEOPLE, "出口比内销多多少", "47.77亿元", id="the other is not there"),
        pytest.param(PEOPLE, "存款比上年多多少", "142.41亿元", id="another time"),
    ],
)  # fmt: skip
def test_what_is_no_pair_is_not_reckoned_with(text: str, question: str, never: str, tmp_path: Path) -> None:
    assert never not in answer_from(tmp_path, text, question).headline


@pytest.mark.parametrize("question", ["城里人跟乡下人花钱哪边多", "城里人一年比农村人多花多少钱"])
def test_what_is_spent_is_told_by_no_income(question: str, tmp_path: Path) -> None:
    assert answer_from(tmp_path, PEOPLE, question).kind is Kind.NOT_FOUND
