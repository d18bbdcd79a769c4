"""Policies without a telling title: for whom they are, what is asked for, and awards in the forms that cities give them."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answer_from, assert_told
from tests.replies import rules_of

YARDS = """为支持船舶配套产业做强,结合我区实际,特制定本规定。

第 1 条 扶持对象

扶持对象是指在望海区注册并纳税的船舶配套企业。

第 2 条 对研发投入在300万元以上的攻关项目,按照研发费用支出给予最高25%补助,项目执行期内补助总额不超过90万元。

第 3 条 船企为协力厂减免场地租金的,对其租金减免部分,经区工信局认定,每年给予船企40%的补贴,每年最高12万元。

第 1 0 条 对规上企业年产值同比增长超过2000万元的,给予企业超出额0.4%的奖励,奖励最高不超过30万元。

第 1 1 条 对新入统的配套企业,给予企业6万元奖励(第一年奖励3万元,第二年奖励3万元)。

第 1 2 条 年营业收入首次超过5000万元、2亿元的,分别给予企业8万、25万奖励。

第 1 3 条 对牵头组建3—5星级维修基地的单位,分别给予4万元、9万元、20万元奖励。

第 1 4 条 到位资本2亿元人民币的,给予180万元人民币奖励。

第 1 5 条 利用商业贷款购置坞吊的,按照年贷款利息的30%给予补贴,补贴期限2年。

第 1 6 条 鼓励配套企业聘用船体检验人员,经区人社局认定,3年内每年给予个人1.5万元补贴。

第 1 7 条 申报材料。

(一)营业执照复印件。

(二)上年度审计报告。

第 1 8 条 有下列情形之一的企业,不予认定:

(一)有偷税行为的。

(二)发生重大安全事故的。

第 1 9 条 审核工作应在25个工作日内完成,公示6天,每年9月底前发放。

第 2 0 条 本规定由区工信局负责解释,自2025年4月1日起施行。
"""

CHILDREN = """云麓市家庭照护补贴发放细则

一、补贴对象

本市户籍家庭2025年7月1日以后出生的婴儿。

二、补贴标准

1.生育一孩一次性发放照护补贴4000元;

2.生育二孩发放照护补贴24000元,按照每年8000元发放,直至孩子3周岁;

三、老年照护

按照老年人身体自理、半失能、失能状况,资助标准分别为每人每月150元、350元、700元。
"""


HEADQUARTERS = """望海区扶持总部经济若干措施

一、落户支持

1.对新落户的物流总部,实缴注册资本800万(含)至3000万元、3000万(含)至2亿元、2亿元(含)以上的,经认定分别给予40万元、120万元、300万元奖励。

2.对外地集团在本区设立的结算中心,实缴注册资本500万元以上的,经认定给予25万元奖励。

二、人员支持

3.总部外籍高管可办理居留手续,有效期最长4年。

4.总部首次采购本区软件的,可给予不超过采购合同金额15%的风险补贴,补贴金额最高不超过60万元。

5.对主持制定国家标准的总部给予28万元奖励,对参与制定的总部给予7万元奖励。

6.总部应在每年5月20日前向区商务局提出申请,由区商务局审核。

7.同一年度符合多项奖励条件的,至多只能获得一项奖励。

本措施自印发之日起施行。
"""


SEAMEN = """望海区海员培训奖励办法

1.培训奖励

培训机构组织海员来区培训,且单班人数不少于15名的,全年累计达2000人次以上的每人次奖励20元,全年累计达6000人次以上的每人次奖励25元,全年累计达15000人次以上的每人次奖励32元。

本办法自2025年4月1日起施行。
"""


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("policy", "question", "said"),
    [
        pytest.param(
            SEAMEN,
            "我们全年累计培训了8000人次,能奖多少",
            ["20万元(推算)"],
            id="the first tier has a condition more",
        ),
        pytest.param(SEAMEN, "全年累计培训15000人次奖多少", ["48万元(推算)"], id="the highest of them"),
        pytest.param(
            HEADQUARTERS, "物流总部实缴注册资本1500万元奖多少", ["40万元"], id="an end without its unit"
        ),
        pytest.param(HEADQUARTERS, "物流总部实缴注册资本8000万元奖多少", ["120万元"], id="the next tier"),
        pytest.param(HEADQUARTERS, "结算中心奖多少", ["25万元"], id="an item of its own"),
        pytest.param(
            HEADQUARTERS, "采购软件合同200万,风险补贴多少", ["最高30万元(推算)"], id="not more than"
        ),
        pytest.param(HEADQUARTERS, "什么时候提出申请", ["5月20日前"], id="by when"),
        pytest.param(
            HEADQUARTERS, "同一年符合好几项奖励,能都拿吗", ["至多只能获得一项"], id="one of several"
        ),
        pytest.param(YARDS, "攻关项目研发投入200万能补吗", ["没有达到起点300万元"], id="below"),
        pytest.param(YARDS, "攻关项目研发投入320万,补多少", ["最高80万元(推算)"], id="a rate at most"),
        pytest.param(YARDS, "攻关项目研发投了600万,最多补多少", ["不超过90万元"], id="its cap"),
        pytest.param(
            YARDS, "给协力厂减免了20万租金,补多少", ["8万元(推算)"], id="a base in the clause before"
        ),
        pytest.param(YARDS, "我们今年产值比去年多了4500万,奖多少", ["10万元(推算)"], id="above a threshold"),
        pytest.param(
            YARDS, "新入统的配套企业奖多少", ["第一年奖励3万元,第二年奖励3万元"], id="a comma in brackets"
        ),
        pytest.param(YARDS, "营业收入首次超过2亿,奖多少", ["25万"], id="an award without 元"),
        pytest.param(YARDS, "4星维修基地奖多少钱", ["9万元"], id="a range of grades"),
        pytest.param(YARDS, "到位资本2亿元奖多少", ["180万元人民币"], id="the currency after an amount"),
        pytest.param(YARDS, "贷款买了坞吊,一年利息40万,补多少", ["12万元(推算)"], id="what a rate is of"),
        pytest.param(YARDS, "船体检验人员的补贴能拿几年", ["3年内"], id="within years"),
        pytest.param(YARDS, "我们打算聘用船体检验人员,每年补多少", ["1.5万元"], id="a person's plan"),
        pytest.param(YARDS, "哪些企业可以申请扶持", ["注册并纳税的船舶配套企业"], id="for whom"),
        pytest.param(YARDS, "要交什么材料", ["营业执照复印件", "审计报告"], id="papers"),
        pytest.param(YARDS, "哪些情况不予认定", ["偷税", "重大安全事故"], id="shut out"),
        pytest.param(YARDS, "审核要多久", ["25个工作日"], id="how long it takes"),
        pytest.param(YARDS, "奖励什么时候发放", ["9月底前"], id="when it is paid"),
        pytest.param(CHILDREN, "生二胎能领多少", ["24000元", "每年8000元"], id="paid by the year"),
        pytest.param(CHILDREN, "二孩补贴发到几岁", ["直至孩子3周岁"], id="until"),
        pytest.param(CHILDREN, "头胎给多少", ["4000元"], id="a grade alone"),
        pytest.param(CHILDREN, "什么样的家庭能领", ["本市户籍家庭"], id="under a heading"),
        pytest.param(CHILDREN, "失能老年人每月资助多少", ["700元"], id="the member that is named"),
        pytest.param(CHILDREN, "半失能的老年人每月资助多少", ["350元"], id="the longer member"),
    ],
)
def test_told(policy: str, question: str, said: list[str], tmp_path: Path) -> None:
    """What the policy gives, and what it says of itself."""
    assert_told(tmp_path, policy, question, said)


@pytest.mark.parametrize(
    ("policy", "question", "unsaid"),
    [
        pytest.param(YARDS, "我们年产值4500万,奖多少", ["10万元"], id="a level is no growth"),
        pytest.param(YARDS, "贷款买了500万的坞吊,补多少", ["150万元"], id="a price is no interest"),
        pytest.param(YARDS, "营业收入首次超过2亿,奖多少", ["8万"], id="the other tier"),
        pytest.param(CHILDREN, "失能老年人每月资助多少", ["150元", "350元"], id="the other members"),
        pytest.param(HEADQUARTERS, "外籍高管的租房补贴多少", ["4年"], id="a time is no money"),
        pytest.param(HEADQUARTERS, "物流总部实缴注册资本8000万元奖多少", ["40万元"], id="the tier below"),
        pytest.param(CHILDREN, "殡葬补贴多少", ["4000元", "24000元", "700元"], id="nothing of it"),
    ],
)
def test_not_told(policy: str, question: str, unsaid: list[str], tmp_path: Path) -> None:
    """An amount that holds for something else is no answer."""
    answer = answer_from(tmp_path, policy, question)
    assert answer.kind is not Kind.ANSWER or not [one for one in unsaid if one in answer.headline]


def test_another_part_in_the_same_is_of_its_grade(tmp_path: Path) -> None:
    """参与制定 goes on what was said of 国家标准."""
    found = [rule for rule in rules_of(HEADQUARTERS, tmp_path) if "制定" in rule.whom]
    assert [(rule.amount.raw, rule.grades) for rule in found] == [
        ("28万元", ("国家级",)),
        ("7万元", ("国家级",)),
    ]
