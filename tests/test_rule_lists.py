"""Lists of which each member has its own amount behind it, and tiers of a second measure: read as so many rules."""

from pathlib import Path

import pytest

from corpus.rule.rule import Rule
from tests.replies import rules_of

TITLE = "清水县人才和商贸奖补办法\n\n"


def told(rule: Rule) -> tuple[str, ...]:
    """The amount, for whom it is, and the ends of its conditions."""
    ends = [end.raw for one in rule.conditions for end in (one.low, one.high) if end]
    return (rule.amount.raw, "/".join(rule.grades) or rule.whom, *dict.fromkeys(ends))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "按博士每人每月2600元、硕士每人每月1300元、本科每人每月700元、大专每人每月300元的标准给予安居补贴。",
            [("2600元", "博士"), ("1300元", "硕士"), ("700元", "本科"), ("300元", "大专")],
            id="a verb behind the last",
        ),
        pytest.param(
            "给予分期兑付的购房补贴:博士18万元、硕士9万元、本科4万元。",
            [("18万元", "博士"), ("9万元", "硕士"), ("4万元", "本科")],
            id="a lead with a colon",
        ),
        pytest.param(
            "正高职称按每月1100元、副高职称每月900元、技师每月600元给予租房补贴。",
            [("1100元", "正高"), ("900元", "副高"), ("600元", "技师")],
            id="the verb of all behind the last",
        ),
        pytest.param(
            "A类人才最高给予200万元安家补助。B类70万元,C类40万元,D类20万元。",
            [("200万元", "A类"), ("70万元", "B类"), ("40万元", "C类"), ("20万元", "D类")],
            id="a sentence of nothing but classes",
        ),
        pytest.param(
            "中介机构每引进1名A类人才奖15万元、B类奖8万元、C类奖3万元。",
            [("15万元", "A类"), ("8万元", "B类"), ("3万元", "C类")],
            id="each class counted",
        ),
        pytest.param(
            "一级残疾每人每月150元,二级残疾每人每月100元。",
            [("150元", "一级残疾每人每月"), ("100元", "二级残疾每人每月")],
            id="no verb at all",
        ),
        pytest.param(
            "高龄津贴标准为80至89周岁每人每月50元,90至99周岁每人每月120元,100周岁以上每人每月400元。",
            [
                ("50元", "高龄津贴标准为80至89周岁每人每月", "80至89周岁"),
                ("120元", "90至99周岁每人每月", "90至99周岁"),
                ("400元", "100周岁以上每人每月", "100周岁以上"),
            ],
            id="ages",
        ),
        pytest.param(
            "零售企业年零售额6000万元以上,增速达到8%不足12%的奖励2万元,12%不足18%的奖励4万元,18%以上的奖励7万元。",
            [
                (
                    "2万元",
                    "零售企业年零售额6000万元以上,增速达到8%不足12%的奖励",
                    "6000万元以上",
                    "8%",
                    "不足12%",
                ),
                ("4万元", "12%不足18%的奖励", "6000万元以上", "12%", "不足18%"),
                ("7万元", "18%以上的奖励", "6000万元以上", "18%以上"),
            ],
            id="the first measure is asked of all tiers of the second",
        ),
        pytest.param(
            "给予一次性奖励:新开业入统的,批发业7万元、零售业5万元;由限下转为限上的,批发业4万元、零售业2万元。",
            [
                ("7万元", "批发业"),
                ("5万元", "零售业"),
                ("4万元", "批发业"),
                ("2万元", "零售业"),
            ],
            id="two parts of one list",
        ),
    ],
)
def test_each_member_has_its_own(text: str, expected: list[tuple[str, ...]], tmp_path: Path) -> None:
    assert [told(rule) for rule in rules_of(TITLE + text + "\n", tmp_path)] == expected


def test_a_part_shares_its_own_case(tmp_path: Path) -> None:
    """What the second part says is no case of the first, and the other way round."""
    text = "给予一次性奖励:新开业入统的,批发业7万元、零售业5万元;由限下转为限上的,批发业4万元、零售业2万元。"
    beside = [rule.beside for rule in rules_of(TITLE + text + "\n", tmp_path)]
    assert ["新开业" in one for one in beside] == [True, True, False, False]
    assert ["限下" in one for one in beside] == [False, False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("参保居民个人缴费每人每年400元,学生每人每年350元。", id="what is paid in"),
        pytest.param("A类企业纳税80万元,B类企业纳税50万元。", id="what was paid"),
    ],
)
def test_no_awards(text: str, tmp_path: Path) -> None:
    assert rules_of(TITLE + text + "\n", tmp_path) == ()
