"""What is worked out of two printed figures or more where no other way of answering has both."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answer_from, worked_out

YEARBOOK = (
    "栗原县2024年国民经济和社会发展统计公报\n\n栗原县统计局\n2025年3月20日\n\n"
    "全年出生人口1920人，死亡人口2755人。"
    "城镇居民人均可支配收入39860元，增长4.7%；农村居民人均可支配收入20140元，增长6.4%。"
    "一般公共预算支出42.6亿元，增长3.1%，教育支出占18.5%。"
    "全年快递业务量936万件，增长17.2%。年末金融机构存款余额288亿元。"
    "发放护林补助1386万元，惠及护林员2310人。\n\n"
    "主要农产品产量\n\n"
    "| 产品 | 单位 | 2024年 | 2023年 |\n|---|---|---|---|\n"
    "| 粮食 | 吨 | 186420 | 183905 |\n| 油菜籽 | 吨 | 9214 | 9560 |\n"
)
CENSUS = (
    "栗原县第七次全国人口普查公报\n\n栗原县统计局\n2021年6月20日\n\n"
    "居住在城镇的人口为150210人，占54.10%；居住在乡村的人口为127440人，占45.90%。\n\n"
    "各乡镇常住人口\n单位：人\n"
    "地区\t2020年常住人口\t2010年常住人口\n"
    "全县\t277650\t301240\n"
    "河口镇\t98760\t81335\n"
    "东山镇\t32115\t41220\n"
    "石湾乡\t11840\t17905\n"
    "月亮乡\t8215\t12640\n"
)
WORKS = (
    "关于栗原县农村工作的答复\n\n栗原县农业农村局\n2024年9月10日\n\n"
    "全县现有公办养老院6所、床位520张，入住老人338人，入住率65.0%。"
    "柳溪村因水库建设，分两批搬迁安置73户，第一批31户。"
    "全县排查农村旧井880口，完成整治704口。"
    "目前可供租房有翠屏苑120套、临江公寓260套、青年家园85套。"
    "建成公共充电桩640个（快充210个、慢充430个）。"
    "全年计划新增停车泊位2000个，1—8月已新增泊位860个，占计划的43.0%。"
    "到位资金5.2亿元，其中专项债券2.6亿元、省级补助0.9亿元。"
    "公务接待费8.4万元，比上年下降12.1%，主要是落实过紧日子要求；1—8月国内公务接待700人次。\n"
)
BRIDGES = (
    "栗原市2025年交通重点工作进展\n\n栗原市交通运输局\n2025年10月12日\n\n"
    "| 县区 | 危桥计划（座） | 完成（座） | 公路计划（公里） | 完成（公里） |\n|---|---|---|---|---|\n"
    "| 东岭县 | 12 | 9 | 80 | 71.5 |\n| 西桥县 | 8 | 8 | 60 | 44.2 |\n"
)
FISHERY = (
    "栗原市渔业规划解读\n\n栗原市海洋局\n2025年7月1日\n\n"
    "截至2024年底，全市深海养殖平台24座。"
    "《规划》提出，到2027年，深海养殖平台达到40座；到2030年，深海养殖平台达到65座。\n"
)
BUDGET = (
    "栗原市2025年上半年预算执行情况的报告\n\n栗原市财政局\n2025年7月28日\n\n"
    "1—6月，全市一般公共预算收入31.6亿元，增长4.2%；政府性基金支出8.9亿元。\n"
    "下半年，力争全年一般公共预算收入完成59.5亿元，增长5%。\n"
)
PASTURE = (
    "栗原县2024年畜牧业情况\n\n栗原县农业农村局\n2025年2月11日\n\n"
    "全年县财政安排奶业发展资金1260万元，比上年增加180万元。"
    "奶牛存栏3.2万头；生鲜乳产量9.9万吨，增长10%。"
    "畜牧业增加值8.8亿元，增长10%。\n"
)
PRICES = (
    "栗原市2025年招商和参保须知\n\n栗原市人民政府办公室\n2025年1月8日\n\n"
    "工业用地出让价：北岭片区8.4万元/亩、南湖片区11.5万元/亩。"
    "2025年度城乡居民医保个人缴费标准为每人每年380元。"
    "大棚蔬菜连片种植20亩以上的，每亩补助600元。"
    "新来一年，净增规模以上工业企业14家，总数达127家。\n"
)
DEBT = (
    "关于栗原县2024年预算执行情况的报告\n\n2025年1月15日\n\n"
    "2024年，省下达我县政府债务限额432000万元，其中一般债务限额180000万元、专项债务限额252000万元。"
    "年末政府债务余额425300万元，其中一般债务余额176800万元、专项债务余额248500万元。\n"
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        # One thing at two times.
        pytest.param(CENSUS, "河口镇这十年多了多少人", "多17425人", id="ten years on, more"),
        pytest.param(CENSUS, "东山镇十年间净减少多少人", "少9105人", id="ten years on, fewer"),
        pytest.param(YEARBOOK, "2024年粮食总产比2023年多多少吨", "多2515吨", id="two years named"),
        pytest.param(YEARBOOK, "油菜籽2024年的产量比2023年少了多少吨", "少346吨", id="two years named, less"),
        pytest.param(
            FISHERY, "从2024年底到2030年,深海养殖平台要加多少座", "多41座", id="what is planned to be added"
        ),
        # Two named.
        pytest.param(YEARBOOK, "城里人一年比乡下人多进账多少块", "19720元", id="what people earn"),
        pytest.param(YEARBOOK, "去年走的人比生的人多多少", "835人", id="births and deaths"),
        pytest.param(WORKS, "公家充电桩,慢的比快的多几个", "220个", id="two called by a single character"),
        pytest.param(CENSUS, "石湾和月亮两个乡加一块有多少人", "20055人", id="two places in a column"),
        pytest.param(CENSUS, "现在住镇上的多还是住乡下的多", "150210人", id="town or country"),
        pytest.param(YEARBOOK, "城里人和种田的到手的钱哪个涨得快", "相差1.7个百分点", id="who is faster"),
        # Parts, rests and what is listed.
        pytest.param(WORKS, "公办养老院还剩多少张床没人住", "182张", id="places against people"),
        pytest.param(WORKS, "柳溪村搬迁第二批有多少户", "42户", id="the other of two batches"),
        pytest.param(WORKS, "农村旧井整治完成率是多少", "80%", id="what part is done"),
        pytest.param(WORKS, "三处租房加起来一共多少套", "465套", id="all that is listed"),
        pytest.param(WORKS, "到账的钱里头专项债券占百分之几", "50%", id="a part of what is told before it"),
        pytest.param(BRIDGES, "东岭县危桥还差几座没改", "3座", id="two cells of a row"),
        # Means, and the amount of a share.
        pytest.param(YEARBOOK, "护林员人均领取护林补助多少元", "6000元", id="for each head"),
        pytest.param(WORKS, "公务接待平均每人次花费多少元", "120元", id="told in two clauses"),
        pytest.param(
            YEARBOOK, "财政花出去的钱里头用在教育上的大概有多少亿", "7.88亿元", id="the amount of a share"
        ),
        pytest.param(BUDGET, "全年收入目标还差多少没收到", "27.9亿元", id="what is left to a year's plan"),
        pytest.param(CENSUS, "河口和东山哪个镇的人多", "66645人", id="two places by their people"),
        pytest.param(YEARBOOK, "粮食油菜籽哪个产量大", "186420", id="no word between the two"),
        # What was a year before.
        pytest.param(PASTURE, "2023年奶业发展资金是多少", "1080万元", id="less what was added"),
        pytest.param(PASTURE, "2023年生鲜乳产量倒推是多少吨", "9万吨", id="out of a growth"),
        # So many at a price, and what there was before more came.
        pytest.param(PRICES, "在北岭片区拿30亩地要多少钱", "252万元", id="land at its price"),
        pytest.param(PRICES, "家里四口人医保一共要交多少", "1520元", id="a family's fee"),
        # Whether it is reached.
        pytest.param(CENSUS, "住在乡下的人过半了没有", "没有过半", id="less than half"),
        pytest.param(CENSUS, "住城镇的人过半了没有", "54.1", id="more than half"),
        pytest.param(WORKS, "新增泊位完成全年计划的四成了没有", "达到了", id="so much of a plan"),
        pytest.param(WORKS, "新增泊位有没有完成全年计划", "没有达到", id="all of a plan"),
    ],
)
def test_it_isworked_out(tmp_path: Path, text: str, question: str, said: str) -> None:
    """Both figures are called as the question calls them, and the working or the share is told."""
    assert said in worked_out(tmp_path, text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # Another thing.
        pytest.param(CENSUS, "河口镇这十年户籍老人多了多少", id="other people"),
        pytest.param(YEARBOOK, "2024年茶叶产量比2023年多多少吨", id="another product"),
        pytest.param(YEARBOOK, "城里人比乡下人多花多少钱", id="what is spent, where what is earned is told"),
        pytest.param(WORKS, "乡下公厕还有多少座没改", id="nothing of it is told"),
        pytest.param(WORKS, "消防车道整治完成率是多少", id="another thing's rate"),
        pytest.param(WORKS, "到账的钱里头银行贷款占百分之几", id="a part that is not told"),
        pytest.param(YEARBOOK, "护林员人均领取养老金多少元", id="another amount"),
        pytest.param(YEARBOOK, "财政花出去的钱里头用在医疗上的有多少亿", id="another share"),
        pytest.param(BRIDGES, "东岭县隧道还差几座没改", id="another column"),
        pytest.param(YEARBOOK, "护林员平均每人多少存款", id="an amount told in another sentence"),
        pytest.param(YEARBOOK, "粮食棉花哪个产量大", id="one of two without a word between"),
        pytest.param(PRICES, "在东岭片区拿30亩地要多少钱", id="land elsewhere"),
        pytest.param(PRICES, "家里四口人养老保险一共要交多少", id="another fee"),
        pytest.param(PRICES, "大棚蔬菜种了30亩一共补多少钱", id="a price that has terms"),
        pytest.param(BUDGET, "全年基金支出目标还差多少没花", id="no plan for it"),
        pytest.param(PASTURE, "2022年奶业发展资金是多少", id="two years before"),
        pytest.param(PASTURE, "2023年肉牛发展资金是多少", id="money for others"),
        pytest.param(PASTURE, "2023年畜牧业增加值倒推是多少", id="at comparable prices"),
        pytest.param(PASTURE, "2023年生鲜乳产量是多少吨", id="not asked to be worked back"),
        # Another unit.
        pytest.param(PRICES, "在北岭片区租30平方米要多少钱", id="no price for that unit"),
        pytest.param(YEARBOOK, "2024年粮食总产比2023年多多少亩", id="no area"),
        pytest.param(WORKS, "三处租房加起来一共多少平方米", id="no floor space"),
        # Another time or place.
        pytest.param(CENSUS, "河口镇这二十年多了多少人", id="other years"),
        pytest.param(YEARBOOK, "2024年粮食产量比2019年多多少吨", id="a year that is not told"),
        pytest.param(CENSUS, "全省这十年多了多少人", id="all of a larger place"),
        pytest.param(CENSUS, "南坪镇这十年多了多少人", id="a place that is not told"),
        pytest.param(CENSUS, "河口镇住的人过半了没有", id="a share of another place"),
        # One of two is missing.
        pytest.param(CENSUS, "石湾和金鸡两个乡加一块有多少人", id="one of two places"),
        pytest.param(WORKS, "两处租房加起来一共多少套", id="fewer than are told"),
        pytest.param(WORKS, "柳溪村搬迁第三批有多少户", id="no third batch"),
        pytest.param(BRIDGES, "西桥县危桥还差几座没改", id="nothing is left"),
        pytest.param(YEARBOOK, "去年结婚的比离婚的多多少对", id="neither is told"),
    ],
)
def test_what_is_not_sure_is_notworked_out(tmp_path: Path, text: str, question: str) -> None:
    """Another thing, unit, time or place, or one of the two missing: a wrong figure is worse than none."""
    assert worked_out(tmp_path, text, question) == ""


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(YEARBOOK, "快递平均一个月有多少件", "78万件", id="a month of a year"),
        pytest.param(DEBT, "政府欠的债离上限还有多少余地", "6700万元", id="what may still be owed"),
        pytest.param(WORKS, "农村旧井还有多少口没整治好", "176口", id="not done yet"),
    ],
)
def test_it_is_told(tmp_path: Path, text: str, question: str, said: str) -> None:
    """What is worked out goes before the figure that stands beside it."""
    answer = answer_from(tmp_path, text, question)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline
    assert "推算" in answer.headline


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(YEARBOOK, "存款余额平均一个月多少", "推算", id="a state has no months"),
        pytest.param(DEBT, "一般债务离上限还有多少余地", "6700", id="another debt's limit"),
        pytest.param(WORKS, "城里旧井还有多少口没整治好", "176", id="elsewhere"),
    ],
)
def test_it_is_not_told(tmp_path: Path, text: str, question: str, never: str) -> None:
    """A state is no flow, one kind of debt is no other, and the country is no town."""
    answer = answer_from(tmp_path, text, question)
    assert not (answer.kind is Kind.ANSWER and never in answer.headline)
