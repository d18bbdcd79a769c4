"""Everyday wordings of plain questions: of a township, how many fell, what was added, which of those that grew."""

from pathlib import Path

import pytest

from tests.libraries import answer_from, assert_told

TOWNSHIP = (
    "石鼓镇简介\n\n石鼓镇位于云岭县北部。2024年末,全镇常住人口2.36万人,森林覆盖率68.4%,比全县平均水平高3.2个百分点。\n"
    "全镇共有普惠性幼儿园4所,普惠性幼儿园覆盖率92.5%,低于全县平均水平1.1个百分点。"
    "平均每个家庭户的人口为2.87人。镇政府距县城31公里。"
)
FIRMS = (
    "云岭县2024年上半年工业运行分析\n\n1-6月,全县规上工业产值98.4亿元,同比增长5.2%。全县规上工业企业86家。86家规上工业企业中,产值负增长的有29家。\n"
    "42家亿元以上企业中,产值负增长的有11家。"
)
ROWS = (
    "关于第21号提案的答复\n\n一、五大主导产业四升一降\n1-6月,“2+3”主导产业共实现产值141.2亿元,同比增长6.4%,其中四个产业正增长,具体如下:\n"
    "1.农机装备产业。农机装备产业实现产值48.6亿元,同比增长12.3%。\n2.茶饮产业。茶饮产业实现产值21.7亿元,同比增长4.1%。\n3.竹木产业。竹木产业实现产值17.9亿元,同比增长9.8%。\n"
    "4.制药产业。制药产业实现产值36.2亿元,同比下降7.5%。\n5.建材产业。建材产业实现产值16.8亿元,同比增长2.6%。\n"
)
SCHOOLS = (
    "云岭县关于学前教育建议的答复\n\n2024年,第一期行动新建幼儿园12所,新增学位2860个。猪肉产量3.15万吨,增长6.2%。"
    "全年争取超长期特别国债4.8亿元。\n"
)
CROPS = (
    "云岭县2024年国民经济和社会发展统计公报\n\n一、农业\n表1 主要农产品产量\n"
    "| 产品 | 产量（万吨） | 比上年增长（%） |\n|---|---|---|\n| 甘蔗 | 61.2 | 3.4 |\n"
    "| 茶叶 | 1.38 | 7.9 |\n| 咖啡豆 | 0.42 | 15.6 |\n| 坚果 | 1.21 | 9.3 |\n"
)
VILLAGES = "石鼓镇简介\n\n2024年末,全镇户籍人口11860人,其中上坪村2140人、下坪村1985人、枫树村2630人、白沙村1720人、水口村3385人。\n"


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        pytest.param(TOWNSHIP, "全镇森林覆盖率是多少", "68.4%", id="all of a township"),
        pytest.param(TOWNSHIP, "目前全镇普惠性幼儿园覆盖率", "92.5%", id="a rate of a kind of kindergarten"),
        pytest.param(TOWNSHIP, "平均每个家庭户几口人", "2.87人", id="people by the mouth"),
        pytest.param(FIRMS, "规上企业有几家在往下掉", "29家", id="how many fell, in everyday words"),
        pytest.param(FIRMS, "规上工业企业里产值下降的有几家", "29家", id="how many fell, by the growth's word"),
        pytest.param(FIRMS, "亿元以上的企业里头有几家下滑", "11家", id="how many fell, of a part"),
        pytest.param(FIRMS, "规上工业企业有几家", "86家", id="how many there are"),
        pytest.param(ROWS, "2+3主导产业哪个产值最大", "48.6亿元", id="a group by the name that its lead gives it"),
        pytest.param(ROWS, "2+3产业里头啥个产值顶大", "48.6亿元", id="the largest in dialect"),
        pytest.param(ROWS, "茶饮产业产值、增速各多少", "茶饮产业产值21.7亿元,同比增长4.1%", id="two measures of one"),
        pytest.param(ROWS, "涨的那四个产业里哪个涨幅最小", "建材产业产值16.8亿元,同比增长2.6%", id="of those that grew"),
        pytest.param(SCHOOLS, "第一期增加了多少学位", "2860个", id="what was added, told as new"),
        pytest.param(SCHOOLS, "猪肉产量比前一年增了好多", "6.2%", id="meat is no pig, the year before no time"),
        pytest.param(SCHOOLS, "超长期国债争取到多少", "4.8亿元", id="what was striven for and got"),
        pytest.param(CROPS, "主要农产品中产量增速最高的品种", "咖啡豆产量0.42万吨,比上年增长15.6%", id="members called in a longer word"),
        pytest.param(CROPS, "表1所列主要农产品中产量最大的是哪一种", "甘蔗产量61.2万吨", id="a table by its number"),
        pytest.param(VILLAGES, "咱们镇哪个村人口最多", "水口村户籍人口3385人", id="which of the villages"),
    ],
)  # fmt: skip
def test_answered(tmp_path: Path, text: str, question: str, said: str) -> None:
    assert_told(tmp_path, text, question, [said])


@pytest.mark.usefixtures("plainly")
def test_a_follow_up_that_says_what_it_counts_asks_anew(tmp_path: Path) -> None:
    works = "云岭县2024年城市更新情况\n\n2024年计划实施老旧小区改造项目9个,改造建筑面积41万平方米。\n"
    assert "41万平方米" in answer_from(tmp_path, works, "那总共多大面积呀", "老旧小区改造项目有几个").headline


def test_this_year_of_a_paper_without_a_year_is_no_word_to_be_met(tmp_path: Path) -> None:
    tea = "关于茶产业提案的答复\n\n目前,全市茶园面积21.6万亩,与去年同期持平;新增有机茶园面积1450亩。茶企42家。合作社16家。\n"
    answer = answer_from(tmp_path, tea, "有机茶园今年新增了多少亩")
    assert "1450亩" in answer.headline
    assert "今年" not in answer.headline


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize("question", ["全市生产总值总量是多少亿元", "三公经费降了1.7%那上年是多少万"])
def test_nothing_is_told_in_a_unit_that_it_is_nothing_in(tmp_path: Path, question: str) -> None:
    """7.6万元 is about 0亿元, 1.7% about 0万%."""
    budget = "云岭市2026年预算报告\n\n2025年人均生产总值7.6万元。2026年安排“三公”经费预算1539万元，下降1.7%。年末共有职工812人。\n"
    assert "约合0" not in answer_from(tmp_path, budget, question).headline


@pytest.mark.usefixtures("plainly")
def test_a_city_is_not_answered_with_its_zone(tmp_path: Path) -> None:
    """Nor is a park that is a place of its own lost: its name without 区 is no city's."""
    report = "澄江省政府工作报告\n\n2025年,云岭新区生产总值突破500亿元。云岭工业园区营业收入820亿元。全省生产总值9.8万亿元。全省出口2100亿元。\n"
    city = answer_from(tmp_path, report, "云岭市生产总值多少")
    assert "500亿元" not in city.headline
    (tmp_path / "zone").mkdir()
    assert_told(tmp_path / "zone", report, "云岭新区生产总值多少", ["500亿元"])


@pytest.mark.usefixtures("plainly")
def test_a_gap_to_a_growth_says_nothing_of_what_a_share_is(tmp_path: Path) -> None:
    report = (
        "云岭市2025年国民经济和社会发展统计公报\n\n全市生产总值982.6亿元,比上年增长5.4%。"
        "民营经济增加值占GDP比重为71.0%,同比增长6.1%,高于GDP增速0.7个百分点。\n"
    )
    answer = answer_from(tmp_path, report, "2025年gdp总共多少")
    assert "982.6亿元" in answer.headline
    assert "推算" not in answer.headline
