"""Questions that two or three figures of one sentence answer together."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answer_from

REPORT = (
    "云岭县2024年国民经济和社会发展统计公报\n\n"
    "2024年末，全县常住人口42.6万人，比上年末减少0.3万人，其中城镇人口25.1万人。"
    "金融机构各项存款余额318.4亿元，其中住户存款240.9亿元；各项贷款余额205.6亿元。"
    "城镇居民人均可支配收入41230元，农村居民人均可支配收入22150元。"
    "全年生产摩托车8.6万辆，其中电动摩托车2.15万辆。"
    "民宿床位平均入住率47.2%，低于全市平均水平3.1个百分点。"
    "生态环境质量居全省第5位，比上年前移3位。"
)
WORKS = (
    "云岭县2024年农村人居环境整治总结\n\n"
    "2024年，全县新建垃圾中转站16座，总投资2400万元。"
    "发放沼气改造补贴320万元，带动投资1120万元。"
    "全县现有护林员540名，比上年增加38名。"
    "山区教学点一份午餐成本11.2元，比城区高1.8元。"
    "村级保洁补助由每月300元提高到360元。"
    "投入管护资金900万元，其中道路410万元、河道280万元、绿化210万元。"
)
AIMS = (
    "云岭县政府工作报告\n\n"
    "一、2024年工作\n2024年，接待游客380万人次，新增公办幼儿园学位1200个。规模以上工业增加值增长7.4%。\n"
    "二、2025年工作\n2025年，接待游客420万人次，新增公办幼儿园学位900个。力争规模以上工业增加值增长8%。\n"
)
COUNTIES = (
    "澄州市2024年国民经济和社会发展统计公报\n\n各县区主要指标\n\n"
    "| 县区 | 生产总值（亿元） | 增速（%） |\n|---|---|---|\n"
    "| 全市 | 1020.5 | 5.6 |\n| 云岭县 | 215.3 | 6.1 |\n| 石桥县 | 168.9 | 4.2 |\n| 高新区 | 402.7 | 8.3 |\n| 渡口区 | 233.6 | 5.0 |\n"
)
NAMELESS = "云岭县2024年预算执行情况\n\n全县调入资金9000万元（其中4000万元、3000万元、2000万元）。"
FARMS = (
    "云岭县2024年上半年经济运行情况\n\n"
    "全县农林牧渔业总产值18.6亿元，增长5.1%。其中：农业产值9.2亿元，占49.5%；林业产值2.1亿元，占11.3%；牧业产值5.9亿元，占31.7%；渔业产值1.4亿元，占7.5%。"
)
TAXES = (
    "云岭县2024年预算执行情况\n\n"
    "2024年，主要税种中，增值税48620万元，下降1.4%；企业所得税21345万元，增长5.9%；契税9854万元，下降12.7%；房产税7208万元，增长3.5%。"
)


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        # The rest of a whole.
        pytest.param(REPORT, "除了住户 存款还有多少", "77.5亿元", id="without a part"),
        pytest.param(REPORT, "不是电动的摩托车生产了多少辆", "6.45万辆", id="not of a kind"),
        pytest.param(REPORT, "住在农村的有多少人", "17.5万人", id="the other of two"),
        # A part of a whole.
        pytest.param(REPORT, "电动摩托车占摩托车产量几成", "25%", id="a part of its whole"),
        # The time before.
        pytest.param(REPORT, "上年末常住人口有多少", "42.9万人", id="before a fall"),
        pytest.param(WORKS, "前一年护林员有几名", "502名", id="before a rise"),
        pytest.param(REPORT, "生态环境质量上年排第几", "第8位", id="the place before"),
        # The other side of a gap.
        pytest.param(REPORT, "全市民宿入住率多少", "50.3%", id="the larger place"),
        pytest.param(WORKS, "城里教学点一份午餐多少钱", "9.4元", id="another's price"),
        # Means and yields.
        pytest.param(WORKS, "垃圾中转站平均一座多少钱", "150万元", id="a mean"),
        pytest.param(WORKS, "一块钱沼气补贴带动几块钱投资", "3.5倍", id="what one brings"),
        # Differences.
        pytest.param(REPORT, "城里人比乡下人收入多多少", "19080元", id="two named"),
        pytest.param(REPORT, "城乡居民收入相差多少", "19080元", id="town and country"),
        pytest.param(WORKS, "保洁补助一个月涨了多少", "60元", id="from what to what"),
        pytest.param(AIMS, "今年打算比去年多接待多少游客", "40万人次", id="planned and done"),
        pytest.param(AIMS, "今年计划新增的公办幼儿园学位比去年少多少", "少300个", id="fewer planned"),
        pytest.param(AIMS, "规上工业增速目标今年比去年实际高还是低", "高0.6个百分点", id="a rate planned"),
        # Sums and parts.
        pytest.param(TAXES, "契税加房产税一共多少", "17062万元", id="a sum of named things"),
        pytest.param(WORKS, "管护资金花在哪几块", "绿化资金210万元", id="all parts"),
        pytest.param(FARMS, "农林牧渔业总产值分哪几块", "牧业产值5.9亿元", id="parts of a list"),
        # The n-th of a row.
        pytest.param(WORKS, "管护资金三块里哪块最少", "绿化资金210万元", id="the least part"),
        pytest.param(COUNTIES, "哪个县区生产总值增速最高", "高新区", id="a place by its row alone"),
        pytest.param(COUNTIES, "生产总值倒数第二的县区", "云岭县", id="last but one"),
        pytest.param(COUNTIES, "生产总值前两名", "渡口区", id="the first two"),
        pytest.param(
            TAXES, "增值税、企业所得税和契税哪个收得最少", "契税9854万元", id="the least of three named"
        ),
        pytest.param(TAXES, "税里头哪种收得最多", "增值税48620万元", id="the largest tax"),
        pytest.param(TAXES, "哪个税种跌得最狠", "契税", id="the deepest fall"),
    ],
)
def test_it_is_worked_out(tmp_path: Path, text: str, question: str, said: str) -> None:
    """Both figures are of one thing, place and time, and the working is told."""
    answer = answer_from(tmp_path, text, question)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(REPORT, "除了企业 存款还有多少", "推算", id="a part that is not told"),
        pytest.param(NAMELESS, "调入资金三笔里哪个行业最多", "推算", id="parts without a name"),
        pytest.param(FARMS, "除了林业 工业总产值还有多少", "推算", id="another whole"),
        pytest.param(REPORT, "年末常住人口有多少", "42.9", id="the time itself"),
        pytest.param(REPORT, "2020年末常住人口有多少", "42.9", id="another year"),
        pytest.param(REPORT, "全省民宿入住率多少", "50.3", id="another larger place"),
        pytest.param(WORKS, "护林员比上年多了几名", "502", id="the printed step"),
        pytest.param(WORKS, "公厕平均一座多少钱", "150万元", id="another thing's mean"),
        pytest.param(AIMS, "去年接待游客比前年多多少", "40万人次", id="no plan asked"),
        pytest.param(AIMS, "今年新增民办幼儿园学位比去年少多少", "300个", id="another plan"),
        pytest.param(TAXES, "契税加车船税一共多少", "推算", id="one of two is not told"),
        pytest.param(COUNTIES, "哪个县区人口最多", "高新区", id="another column"),
        pytest.param(WORKS, "管护资金五块里哪块最少", "绿化", id="more than are told"),
    ],
)
def test_what_is_not_sure_is_not_worked_out(tmp_path: Path, text: str, question: str, never: str) -> None:
    """A wrong reckoning is worse than none."""
    answer = answer_from(tmp_path, text, question)
    assert not (answer.kind is Kind.ANSWER and answer.figures and never in answer.headline)
