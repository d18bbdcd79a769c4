"""Questions for what is not so, a part in per cent, a mean, a multiple: taken apart, both found, and reckoned with."""

from decimal import Decimal

import pytest

from bot.understanding.several.composed import Claim, claim_of, composed
from bot.understanding.several.pairing import Relation
from tests.reckoned import INDUSTRY, SOCIETY, Reckoned


@pytest.mark.parametrize(
    ("question", "relation", "first", "second"),
    [
        ("亏损企业里没停产的有几家", Relation.UNLIKE, "亏损企业有多少家", "亏损企业停产的有多少家"),
        ("没竣工的学校还有几所", Relation.UNLIKE, "学校有多少所", "学校竣工的有多少所"),
        ("外贸企业里没下滑的还有多少家", Relation.UNLIKE, "外贸企业有多少家", "外贸企业负增长的有多少家"),
        ("茶企平均每家产值多少万元", Relation.MEAN, "茶企产值多少", "茶企有多少家"),
        ("平均每家规上企业利润多少", Relation.MEAN, "规上企业利润多少", "规上企业有多少家"),
        ("规下产值按总数减规上算是多少", Relation.REST, "产值多少", "规上产值多少"),
        ("泵业产值是铸造的三倍多吗", Relation.TIMES, "泵业产值多少", "铸造产值多少"),
    ],
)  # fmt: skip
def test_it_is_taken_apart(question: str, relation: Relation, first: str, second: str) -> None:
    words = lambda text: [text[place : place + 2] for place in range(0, len(text), 2)]  # noqa: E731
    found = [(one.relation, one.first, one.second) for one in composed(question, words)]
    assert (relation, first, second) in found


@pytest.mark.parametrize(
    "question", ["企业有没有下降的", "有几家企业没有", "平均工资多少", "产值是上年的几倍", "没有多少企业", ""]
)  # fmt: skip
def test_other_questions_are_left_whole(question: str) -> None:
    assert list(composed(question, list)) == []


def test_a_multiple_that_is_claimed_is_read_with_its_bounds() -> None:
    more, half, least = (
        claim_of("甲是乙的两倍多吗"),
        claim_of("甲是乙的一倍半吗"),
        claim_of("甲有没有乙的3倍"),
    )
    assert more == Claim(Decimal(2), Decimal(3))
    assert least == Claim(Decimal(3), Decimal("Infinity"))
    assert half is not None
    assert [half.holds(Decimal(times)) for times in ("1.4", "1.48", "1.55", "1.6")] == [
        False,
        True,
        True,
        False,
    ]
    assert claim_of("甲是乙的几倍") is None


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(INDUSTRY, "亿元以上企业里没下降的有几家", ["33家", "推算"], id="not fallen"),
        pytest.param(INDUSTRY, "规上企业里没有负增长的还剩多少家", ["124家"], id="not negative"),
        pytest.param(INDUSTRY, "规上工业企业中产值没往下掉的有多少家", ["124家"], id="not going down"),
        pytest.param(SOCIETY, "小型水库里没加固完的有几座", ["34座"], id="not done"),
        pytest.param(SOCIETY, "没完成除险加固的水库还有几座", ["34座"], id="not done, said first"),
        pytest.param(SOCIETY, "没入住的床位有多少张", ["2580张"], id="not taken"),
        pytest.param(INDUSTRY, "规下工业增加值用总的减去规上的是多少", ["16.2亿元", "推算"], id="all without the other"),
        pytest.param(INDUSTRY, "规下工业增加值按总数减规上算是多少", ["16.2亿元"], id="all without the other, shorter"),
    ],
)  # fmt: skip
def test_the_rest_is_told(reckoned: Reckoned, paper: str, question: str, said: list[str]) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    "question",
    [
        "规上工业企业产值掉下来的几家",
        "规上企业里头产值同比下降的几家",
        "规上企业产值较上年同期下滑的一共多少家",
        "有多少家规上厂今年产值比去年少了",
        "几家规上企业产值比去年同期减少了",
        "规上企业产值往下滑的有几家",
    ],
)
def test_how_many_fell_is_counted(reckoned: Reckoned, question: str) -> None:
    """However it is said that they fell, and before or behind what is counted."""
    reckoned.assert_told(INDUSTRY, question, ["负增长"])


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(INDUSTRY, "出口交货值相当于规上工业产值的百分之多少", ["15%", "推算"], id="as good as"),
        pytest.param(INDUSTRY, "经开区的规上产值占到全县的几成", ["56%"], id="of all of the place"),
        pytest.param(INDUSTRY, "规模以上的厂在全县工业增加值里头占几成", ["81.3%"], id="inside all"),
        pytest.param(INDUSTRY, "纺织产业产值占四大主导产业产值的百分之几", ["33.9%"], id="one of four"),
        pytest.param(SOCIETY, "夜间游客相当于全部游客的百分之几", ["25%"], id="of all of them"),
        pytest.param(SOCIETY, "公办养老机构在养老机构里头占几成", ["32.6%"], id="inside, without a measure"),
    ],
)  # fmt: skip
def test_a_part_is_told_in_per_cent(reckoned: Reckoned, paper: str, question: str, said: list[str]) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(INDUSTRY, "规上企业平均每家产值多少", ["1.5亿元", "推算"], id="each firm"),
        pytest.param(INDUSTRY, "规上工业企业平均下来每家多少产值", ["1.5亿元"], id="what is measured behind"),
        pytest.param(INDUSTRY, "平均每家规上企业产值多少", ["1.5亿元"], id="mean first"),
        pytest.param(INDUSTRY, "装备制造产值有新材料的两倍吗", ["1.98倍", "与所说的不同"], id="not so many"),
        pytest.param(INDUSTRY, "装备制造产值是新材料的两倍吗", ["1.98倍", "说得对"], id="roughly"),
        pytest.param(INDUSTRY, "纺织产值是新材料的两倍多吗", ["2.24倍", "说得对"], id="more than"),
        pytest.param(SOCIETY, "水稻产量是柑橘的三倍多吗", ["3.17倍", "说得对"], id="crops"),
        pytest.param(SOCIETY, "城镇居民收入是农村的两倍吗", ["1.78倍", "与所说的不同"], id="incomes"),
        pytest.param(SOCIETY, "水稻产量有没有茶叶的12倍", ["11.5倍", "与所说的不同"], id="in digits"),
    ],
)  # fmt: skip
def test_means_and_multiples_are_told(reckoned: Reckoned, paper: str, question: str, said: list[str]) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("规上工业企业负增长面和亿元以上企业下降面哪个收窄得多", ["4.2个百分点", "6.5个百分点"]),
        ("规上工业企业负增长面跟亿元以上企业下降面谁收窄得更多", ["4.2个百分点", "6.5个百分点"]),
        ("规上工业的增加值增速和产值增速谁更高", ["7.3%", "5.2%", "2.1个百分点"]),
    ],
)
def test_what_was_asked_is_compared(reckoned: Reckoned, question: str, said: list[str]) -> None:
    reckoned.assert_told(INDUSTRY, question, said)


@pytest.mark.parametrize(
    ("paper", "question", "never"),
    [
        pytest.param(SOCIETY, "养老机构里消防未达标的有几家", "77家", id="printed as not so"),
        pytest.param(INDUSTRY, "规上企业里没上市的有几家", "推算", id="nothing is said of it"),
        pytest.param(INDUSTRY, "四个主导产业平均每个多少亿", "71.43", id="another number of them"),
        pytest.param(INDUSTRY, "全县产值占全国的百分之几", "推算", id="no such whole"),
    ],
)  # fmt: skip
def test_what_is_not_told_is_not_reckoned_with(
    reckoned: Reckoned, paper: str, question: str, never: str
) -> None:
    assert never not in reckoned.answer(paper, question).headline
