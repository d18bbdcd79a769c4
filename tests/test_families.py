"""The first or last of a family of figures: budgets told apart by level, meats named for short, parts of one industry."""

from pathlib import Path

import pytest

from tests.libraries import answer_from, assert_told

BUDGETS = (
    "云泽市2024年财政决算情况\n\n一、全市收支情况\n2024年全市一般公共预算收入318.42亿元，加上转移收入；一般公共预算支出502.15亿元。\n"
    "2024年全市政府性基金预算收入140.27亿元；政府性基金预算支出611.38亿元。\n"
    "2024年全市国有资本经营预算收入6.15亿元；国有资本经营预算支出1.94亿元。\n"
    "2024年全市社会保险基金预算收入205.63亿元，社会保险基金预算支出188.21亿元。\n"
    "二、市本级收支情况\n2024年市本级一般公共预算收入92.31亿元；一般公共预算支出120.46亿元。\n"
    "2024年市本级政府性基金预算收入116.84亿元；政府性基金预算支出98.25亿元。\n"
    "2024年市本级国有资本经营预算收入2.07亿元；国有资本经营预算支出0.83亿元。\n"
    "2024年市本级社会保险基金预算收入110.52亿元，社会保险基金预算支出101.69亿元。\n"
)
ONE_PARAGRAPH = (
    "渡口县2023年预算执行情况\n\n2023年全县一般公共预算收入21.35亿元，增长3.1%；支出48.62亿元，增长1.7%。"
    "政府性基金预算收入13.28亿元，下降12.4%；支出17.94亿元，下降6.3%。国有资本经营预算收入0.31亿元，增长9.6%；支出0.12亿元，"
    "下降2.2%。社会保险基金预算收入26.47亿元，增长4.8%；支出22.16亿元，增长5.5%。\n"
)
THREE = (
    "白茅县2023年预算执行情况\n\n2023年全县一般公共预算收入9.35亿元。政府性基金预算收入4.28亿元。"
    "国有资本经营预算收入0.21亿元。\n"
)
MEAT = (
    "白茅县2023年统计公报\n\n全年猪牛羊禽肉产量3.42万吨，比上年增长4.1%。其中，猪肉产量2.15万吨，增长2.3%；"
    "牛肉产量0.38万吨，增长11.4%；羊肉产量0.27万吨，下降6.8%；禽肉产量0.62万吨，增长7.9%。禽蛋产量1.56万吨，增长18.2%。\n"
)
PARTS = (
    "青岚市2023年经济情况\n\n全年地区生产总值842.6亿元，增长5.3%。其中，第一产业增加值73.5亿元，增长3.4%；"
    "第二产业增加值401.8亿元，增长6.2%；第三产业增加值367.3亿元，增长5.0%。第三产业中，金融业增加值48.2亿元，增长7.5%；"
    "批发和零售业增加值66.9亿元，增长2.1%；住宿和餐饮业增加值21.4亿元，增长9.3%；房地产业增加值39.7亿元，下降1.8%。\n"
)
BEDS = (
    "渡口县概况\n\n2023年，医疗卫生机构床位数2360张，每千人拥有床位5.8张。其中：县人民医院620张，县中医院280张，"
    "妇幼保健院90张，基层卫生机构540张，民营医院830张。\n"
)
CROPS = (
    "石桥县上半年经济情况\n\n二、经济作物增势良好\n上半年，油菜产量增长2.6%，烤烟产量增长4.9%，茶叶产量增长8.3%，药材产量增长6.7%。"
    "\n其他产品方面，禽蛋产量下降3.1%，水产品产量增长12.5%。\n"
)


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(BUDGETS, "全市四本预算里收入最大的是哪一本", ["一般公共预算", "318.42亿元"], id="all"),
        pytest.param(BUDGETS, "市本级四本账收入最多的是哪本", ["政府性基金", "116.84亿元"], id="own level"),
        pytest.param(BUDGETS, "全市四大预算,哪本支出最多,花了多少", ["政府性基金", "611.38亿元"], id="spent"),
        pytest.param(BUDGETS, "市本级几本预算里支出最少的是哪本", ["国有资本", "0.83亿元"], id="least"),
        pytest.param(ONE_PARAGRAPH, "四本预算哪一本收入最高", ["社会保险基金", "26.47亿元"], id="together"),
        pytest.param(ONE_PARAGRAPH, "四本账里收入增长最快的是哪本", ["国有资本", "9.6%"], id="growth"),
        pytest.param(MEAT, "猪牛羊禽这四样肉,哪样产量涨得最凶", ["牛肉", "11.4%"], id="named for short"),
        pytest.param(MEAT, "猪牛羊禽四种肉里面2023年哪种产量最少", ["羊肉", "0.27万吨"], id="with a year"),
        pytest.param(MEAT, "猪肉、牛肉、羊肉、禽肉,白茅县哪个产量最高", ["猪肉", "2.15万吨"], id="a place"),
        pytest.param(PARTS, "第三产业列的这几个行业,哪个增加值最大", ["批发和零售业", "66.9亿元"], id="part"),
        pytest.param(PARTS, "第三产业里哪个行业增加值增长最快", ["住宿和餐饮业", "9.3%"], id="part's growth"),
        pytest.param(PARTS, "三次产业里哪个增加值最大", ["第二产业", "401.8亿元"], id="the whole"),
        pytest.param(BEDS, "哪类机构床位最多,多少张", ["民营医院", "830张"], id="no mean, no sum"),
        pytest.param(CROPS, "几种经济作物里产量增速最高的是哪种", ["茶叶", "8.3%"], id="a row before a pair"),
    ],
)
def test_the_first_or_last_is_told(tmp_path: Path, text: str, question: str, said: list[str]) -> None:
    assert_told(tmp_path, text, question, said)


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        pytest.param(THREE, "四本预算里收入最大的是哪一本", "9.35亿元", id="three of four"),
        pytest.param(BUDGETS, "县级四本预算里收入最大的是哪一本", "318.42亿元", id="another level"),
        pytest.param(BUDGETS, "全市四本预算2022年收入最大的是哪本", "318.42亿元", id="another year"),
        pytest.param(BUDGETS, "四本预算里收入最大的是哪本", "116.84亿元", id="two levels"),
        pytest.param(PARTS, "第三产业里哪个行业增加值最大", "401.8亿元", id="no other industry"),
        pytest.param(MEAT, "猪牛羊禽四样肉哪样产量涨得最凶", "18.2%", id="eggs are no meat"),
        pytest.param(CROPS, "几种经济作物里产量增速最高的是哪种", "12.5%", id="fish is no crop"),
    ],
)
def test_what_is_not_of_the_family_is_not(tmp_path: Path, text: str, question: str, never: str) -> None:
    assert never not in answer_from(tmp_path, text, question).headline
