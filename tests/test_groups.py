"""Questions over figures that stand beside each other: in a sentence, a paragraph, a table of places or of goods."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.operations.groups.group import groups
from tests.libraries import Hashed, answer_from, answering, assert_told

TRADES = (
    "云岭县2023年工业情况\n\n"
    "全年规模以上工业增加值比上年增长6.2%。五大产业中，竹木产业增加值增长12.4%，茶叶产业增加值增长8.1%，"
    "陶瓷产业增加值下降3.5%，五金产业增加值增长21.7%，纺织产业增加值下降0.9%。\n"
)
TOWNS = (
    "云岭县2023年农业情况\n\n"
    "2023年，全县脐橙产量41.2万吨。其中青溪镇脐橙产量12.6万吨，石桥镇脐橙产量9.3万吨，白茅乡脐橙产量15.8万吨，"
    "高坪乡脐橙产量3.5万吨。\n"
)
PRICES = (
    "云岭县2023年统计公报\n\n一、价格\n2023年全县居民消费价格指数\n指 标\t价格指数\n居民消费价格指数\t0.3\n食品烟酒\t-1.2\n"
    "衣着\t1.9\n居住\t0.4\n其他用品和服务\t6.1\n"
)
CITIES = (
    "2023年各市地区生产总值核算结果\n发布日期：2024-02-01\n地区\t总量（亿元）\t增长（%）\n"
    "地区生产总值\t第一产业\t第二产业\t地区生产总值\t第一产业\t第二产业\n"
    "青岚市\t3120.5\t210.4\t1502.7\t5.2\t3.1\t6.0\n云泽市\t11280.3\t95.2\t5204.8\t4.4\t-2.0\t3.9\n"
    "白河市\t980.6\t160.3\t402.9\t6.3\t4.2\t-1.7\n"
)
DEPARTMENTS = "云岭县2023年医疗情况\n\n2023年，县人民医院、县中医院、县妇幼保健院分别接诊41.2万人次、19.8万人次和9.7万人次。次均门诊费用186.4元。\n"


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(TRADES, "五大产业里哪个涨得最猛", ["五金产业", "21.7%"], id="most among a class"),
        pytest.param(TRADES, "哪个产业跌得最狠", ["陶瓷产业", "3.5%"], id="the deepest fall"),
        pytest.param(TRADES, "下降的产业里哪个跌得最少", ["纺织产业", "0.9%"], id="the slightest fall"),
        pytest.param(TRADES, "哪个产业增加值降幅最小", ["纺织产业", "0.9%"], id="the least of falls"),
        pytest.param(PRICES, "哪一类价格降得最少", ["食品烟酒", "1.2%"], id="the one that fell"),
        pytest.param(TRADES, "上涨的产业里谁涨得最少", ["茶叶产业", "8.1%"], id="the least of rises"),
        pytest.param(
            TRADES, "正增长的三个产业里哪个最慢", ["茶叶产业", "8.1%"], id="the slowest of the risen"
        ),
        pytest.param(TRADES, "下降的产业里哪个跌得最多", ["陶瓷产业", "3.5%"], id="the deepest of falls"),
        pytest.param(CITIES, "经济总量最大的市和最小的市差多少", ["10299.7"], id="the ends of a column"),
        pytest.param(TRADES, "哪些产业是往下掉的", ["陶瓷产业", "纺织产业"], id="those that fell"),
        pytest.param(TRADES, "增加值增速超过10%的产业有哪些", ["竹木产业", "五金产业"], id="over a growth"),
        pytest.param(
            TRADES, "竹木和茶叶哪个产业增加值涨得快", ["竹木产业", "更高", "4.3个百分点"], id="two named"
        ),
        pytest.param(TOWNS, "哪个乡镇脐橙产量最多", ["15.8万吨", "白茅乡"], id="most among places"),
        pytest.param(TOWNS, "哪个镇脐橙产量最少", ["9.3万吨", "石桥镇"], id="towns alone, no 乡"),
        pytest.param(TOWNS, "青溪和石桥脐橙产量加起来多少", ["21.9万吨"], id="sum of two"),
        pytest.param(TOWNS, "青溪镇比石桥镇脐橙产量多多少", ["3.3万吨"], id="difference of two"),
        pytest.param(
            PRICES, "各类消费价格里哪一类涨得最多", ["其他用品和服务", "6.1%"], id="rows of two columns"
        ),
        pytest.param(PRICES, "哪些类别的价格是下降的", ["食品烟酒", "1.2%"], id="rows below zero"),
        pytest.param(CITIES, "哪个市经济总量排第一", ["11280.3", "云泽市"], id="a head that spans"),
        pytest.param(CITIES, "3个市里增速最快的是哪个", ["6.3%", "白河市"], id="what the title is about"),
        pytest.param(CITIES, "第二产业负增长的有哪些市", ["1.7%", "白河市"], id="a sign in a column"),
        pytest.param(CITIES, "GDP过万亿的城市有哪几个", ["云泽市", "11280.3"], id="an amount in words"),
        pytest.param(CITIES, "青岚第一产业增速", ["3.1%"], id="a cell under two heads"),
    ],
)
def test_a_group_is_asked_about(tmp_path: Path, text: str, question: str, said: list[str]) -> None:
    """Every piece is told, and the answer is one."""
    assert_told(tmp_path, text, question, said)


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(TRADES, "哪个县增加值增速最快", "21.7%", id="no places"),
        pytest.param(TRADES, "哪个产业利润增速最高", "21.7%", id="another measure"),
        pytest.param(TOWNS, "哪个乡镇柑橘产量最多", "15.8万吨", id="another fruit"),
        pytest.param(TOWNS, "哪个乡镇脐橙产量最多", "41.2万吨", id="the county is no town"),
        pytest.param(
            TOWNS, "青溪镇、石桥镇、黄泥镇脐橙产量各多少", "12.6万吨", id="one of three is not there"
        ),
        pytest.param(TRADES, "哪些产业持平", "0.9%", id="none is level"),
        pytest.param(DEPARTMENTS, "哪家医院门诊费用最高", "186.4元", id="one figure of all"),
    ],
)
def test_what_is_near_is_not_told(tmp_path: Path, text: str, question: str, never: str) -> None:
    """A wrong member is worse than none."""
    answer = answer_from(tmp_path, text, question)
    assert answer.kind is not Kind.ANSWER or never not in answer.headline


EXPENSES = (
    "霞溪县2024年财政收支情况\n\n一、一般公共预算支出情况\n2024年,全县一般公共预算支出71.06亿元,增长4.8%。\n主要支出科目情况如下:\n"
    "1.教育支出15.32亿元,增长3.2%。其中,学前教育2.1亿元。\n2.科学技术支出1.15亿元,增长12.7%。\n"
    "3.社会保障和就业支出16.28亿元,增长5.6%。\n4.农林水支出9.84亿元,下降2.4%。\n"
)
TRADES3 = (
    "霞溪县2024年经济运行情况\n\n全年地区生产总值312.4亿元,增长5.6%。其中,第一产业增加值42.5亿元,增长3.6%;第二产业增加值120.3亿元,下降1.3%;"
    "第三产业增加值149.6亿元,增长7.1%。固定资产投资中,第一产业增长29.2%,第二产业增长3.0%,第三产业下降5.4%。\n"
    "上半年,全县猪、牛、羊出栏分别下降0.8%、4.0%和10.3%。\n"
)
RANKS = (
    "霞溪县2024年主要指标\n\n2024年,全县地区生产总值完成27.65亿元,同比增长2.2%,增速在全市排第15位;规上工业增加值实现8.28亿元,同比增长8.1%,"
    "增速在全市排第9位;固定资产投资完成14.71亿元,同比增长4.1%,增速在全市排第14位。\n"
)


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(EXPENSES, "列出来的主要支出科目里,花钱最多的是哪一项", ["社会保障和就业", "16.28亿元"], id="a numbered list"),
        pytest.param(EXPENSES, "主要支出科目哪个增速最快", ["科学技术", "12.7%"], id="growths of its items"),
        pytest.param(EXPENSES, "几项主要支出里哪项最少", ["科学技术", "1.15亿元"], id="its items alone"),
        pytest.param(EXPENSES, "主要支出科目里金额最高的是哪两项", ["教育", "社会保障和就业"], id="the first two"),
        pytest.param(TRADES3, "三次产业增加值分别是多少", ["42.5亿元", "120.3亿元", "149.6亿元"], id="a set each"),
        pytest.param(TRADES3, "三次产业里哪个增长最快", ["第三产业", "7.1%"], id="the first of a set"),
        pytest.param(TRADES3, "三次产业各自增减多少", ["3.6%", "1.3%", "7.1%"], id="growths of a set"),
        pytest.param(RANKS, "几项指标的增速在全市排名最靠后的是哪项", ["生产总值", "第15位"], id="the last of ranks"),
        pytest.param(RANKS, "各项指标里全市排名最靠前的是哪个", ["规上工业", "第9位"], id="the first of ranks"),
    ],
)  # fmt: skip
def test_a_row_of_one_kind_is_asked_about(tmp_path: Path, text: str, question: str, said: list[str]) -> None:
    assert_told(tmp_path, text, question, said)


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(EXPENSES, "主要税收项目里哪个最多", "16.28亿元", id="another list"),
        pytest.param(EXPENSES, "主要支出科目里哪项最少", "2.1亿元", id="what an item holds is none"),
        pytest.param(TRADES3, "三次产业投资哪个增长最快", "7.1%", id="another measure"),
    ],
)  # fmt: skip
def test_another_row_is_not_told(tmp_path: Path, text: str, question: str, never: str) -> None:
    assert never not in answer_from(tmp_path, text, question).headline


SCHOOLS = (
    "霞溪县2024年教育投入情况\n\n全年学前教育阶段投入资金679.8万元,新建幼儿园6所;义务教育阶段投入资金1256万元;"
    "高中教育阶段投入资金1706.9万元;职业教育阶段投入资金252万元。\n"
)


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("学前、义务教育、高中、职教四段里哪段投得最多", "1706.9万元"),
        ("学前、义务和高中教育哪个投入最少", "679.8万元"),
        ("高中跟职业教育投入哪个多", "1706.9万元"),
    ],
)
def test_members_are_named_without_what_all_end_with(question: str, said: str, tmp_path: Path) -> None:
    assert_told(tmp_path, SCHOOLS, question, [said])


def test_every_member_of_a_group_has_a_name_of_its_own(tmp_path: Path) -> None:
    """Amounts in brackets behind what they are of may be read without it: nothing tells them apart."""
    paper = (
        "岩溪区2024年网络消费情况\n\n全年检测商品3120批次，不合格61批次，合格率98.0%。不合格的主要是色差明显（29批次）、"
        "尺码不符（16批次）、包装破损（10批次）和其他（6批次）。\n网购热点前三位是鞋靴箱包（21.4%）、零食饮料（16.8%）和家居日用（12.1%）。\n"
        "全区网店70家，其中青溪镇网店31家，石桥镇网店22家，白茅乡网店17家。\n"
    )
    with answering(tmp_path, Hashed(), made=paper) as answerer:
        found = groups(answerer.retriever)
    assert found
    assert all(member.label for one in found for member in one.members)
