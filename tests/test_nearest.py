"""What is worked out in the sentence that most likely answers, where people's words find no figure by its name."""

from pathlib import Path

import pytest

from tests.libraries import worked_out

PAPER = (
    "栗原县2024年民生和环境情况\n\n栗原县人民政府办公室\n2025年2月18日\n\n"
    "一、帮扶和保障\n"
    "全县累计识别监测对象964户3120人,已消除风险731户2388人,未消除风险的均落实了帮扶措施。\n"
    "城乡居民基础养老金最低标准由每人每月128元提高到143元,自2024年7月1日起执行。\n"
    "全年收集处置医疗废物1876吨,比上年减少94吨,集中处置率100%。\n"
    "二、工程建设\n"
    "双溪引水工程概算总投资2.36亿元,截至2024年末累计完成投资1.48亿元。\n"
    "城区路灯节能改造完成,年节电32万千瓦时。\n"
    "三、自然条件\n"
    "境内最高峰望云岭海拔1326.4米,最低处沙湾口海拔208米。\n"
    "森林覆盖率68.2%,湿地保护面积1.9万亩。\n"
)
OTHER = (
    "栗原县2024年居民生活情况\n\n栗原县统计局\n2025年3月6日\n\n"
    "据抽样调查,全年城镇居民人均可支配收入31260元,增长6.1%;人均消费支出20870元,增长4.4%。\n"
    "年末金融机构各项存款余额305.2亿元;各项贷款余额187.6亿元。\n"
    "全年农民人均纯收入13940元,增长8.2%。\n"
    "全年居民消费价格上涨0.6%。\n"
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(
            PAPER, "返贫监测的那些人家还剩几户没有消除风险", "还差233户", id="what is left, called otherwise"
        ),
        pytest.param(
            PAPER, "防返贫盯着的监测户,还没消除风险的剩几户", "还差233户", id="what is left, in talk"
        ),
        pytest.param(
            PAPER, "双溪引水照总投资算,去年底还剩多少没投", "还差0.88亿元", id="what is not invested yet"
        ),
        pytest.param(
            PAPER,
            "双溪那个引水的工程还差多少钱没完成",
            "还差0.88亿元",
            id="what is not invested yet, in talk",
        ),
        pytest.param(PAPER, "种地的老人每月那份基础养老钱这回涨了几块钱", "多15元", id="from what to what"),
        pytest.param(
            PAPER, "老人家的基础养老金一个月提高了多少元", "多15元", id="from what to what, plainly"
        ),
        pytest.param(
            PAPER, "医院扔的那些医疗废物2023年收了多少吨", "1970吨", id="a year before, called otherwise"
        ),
        pytest.param(PAPER, "前年收的医疗垃圾有多少吨", "1970吨", id="a year before"),
        pytest.param(
            OTHER, "城里人一年比农民多收入多少钱", "17320元", id="incomes called otherwise, in two sentences"
        ),
        pytest.param(OTHER, "农民比城里人一年少挣多少块", "17320元", id="the same, the other way round"),
    ],
)
def testworked_out(text: str, question: str, said: str, tmp_path: Path) -> None:
    assert said in worked_out(tmp_path, text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(PAPER, "2021年医疗废物收了多少吨", id="no year before"),
        pytest.param(PAPER, "医疗废物一共收了多少吨", id="nothing to work out"),
        pytest.param(PAPER, "基础养老金涨了几成", id="a rate, and no step"),
        pytest.param(PAPER, "路灯还剩几盏没改", id="no figure of that kind"),
        pytest.param(OTHER, "存款比前年少了百分之几", id="against another year, not another thing"),
    ],
)
def test_nothing(text: str, question: str, tmp_path: Path) -> None:
    assert worked_out(tmp_path, text, question) == ""
