"""Remarks: a fault in a document's own figures is found, and nothing else is."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.amounts.quantity import quantities
from corpus.checking.interval import Interval, is_count, rounded, total
from corpus.reading import read, read_letter
from corpus.source import Source
from corpus.texts.text import fold

SHARED = Path(__file__).resolve().parents[2] / "shared"
HEAD = "松溪县2024年国民经济和社会发展统计公报\n松溪县统计局\n2025年3月20日\n一、综合\n"


def texts(body: str, head: str = HEAD) -> list[str]:
    letter = read_letter(Source("x", Path("x.txt"), head + body + "\n", ""))
    return [remark.text for remark in letter.remarks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "全年规上工业增加值52.38亿元,增长9.8%。高新技术产业增加值34.17亿元,增长12.6%,占规上工业增加值的68.3%。",
            "按34.17亿元÷52.38亿元计算应为65.2%，文中为68.3%",
            id="share of a named whole",
        ),
        pytest.param(
            "322家规上工业企业中,全年产值负增长的有128家,负增长面38.5%。",
            "按128家÷322家计算应为39.8%，文中为38.5%",
            id="counts within a count",
        ),
        pytest.param(
            "年末规上工业企业301家,其中亏损企业58家,亏损面21.3%。",
            "按58家÷301家计算应为19.3%，文中为21.3%",
            id="counts by 其中",
        ),
        pytest.param(
            "212家规上工业企业中,产值下降的有95家,占48.4%。",
            "按95家÷212家计算应为44.8%，文中为48.4%",
            id="占 without a whole",
        ),
        pytest.param(
            "全年一般公共预算收入31.52亿元,增长7.9%,其中税收收入27.06亿元,占一般公共预算收入的88.9%。",
            "按27.06亿元÷31.52亿元计算应为85.9%，文中为88.9%",
            id="taxes",
        ),
        pytest.param(
            "93家规上工业企业中亏损23家,亏损面29.0%。", "应为24.7%，文中为29.0%", id="中 without a comma"
        ),
        pytest.param(
            "总床位5216张,护理型床位3364张,占68.8%。", "应为64.5%，文中为68.8%", id="part of 总床位"
        ),
        pytest.param(
            "迁建工程总投资1.36亿元,到5月底完成投资5420万元,占总投资的44.2%。",
            "按5420万元÷1.36亿元计算应为39.9%，文中为44.2%",
            id="two units",
        ),
        pytest.param(
            "全年出口76.38亿美元,增长7.8%。对共建国家出口36.15亿美元,增长12.4%,占出口总额的42.3%。",
            "应为47.3%，文中为42.3%",
            id="总额 left out",
        ),
        pytest.param(
            "全县干茶产量6420吨,增长5.4%。名优茶产量2180吨,占干茶产量的43.0%。",
            "按2180吨÷6420吨计算应为34.0%，文中为43.0%",
            id="tea",
        ),
        pytest.param(
            "全县现有义务教育学校66所,其中小学43所、初中18所、九年一贯制学校7所。",
            "各部分43所、18所、7所合计68所，文中为66所",
            id="parts exceed their total",
        ),
        pytest.param(
            "全年地区生产总值98.64亿元,增长5.2%。其中,第一产业增加值16.21亿元,增长4.1%;第二产业增加值31.48亿元,"
            "增长4.9%;第三产业增加值53.95亿元,增长5.8%。",
            "合计101.64亿元，文中为98.64亿元",
            id="three industries",
        ),
        pytest.param(
            "货物进出口总额121.46亿元,增长4.8%。其中,出口108.27亿元,增长6.1%;进口15.19亿元,下降4.9%。",
            "合计123.46亿元，文中为121.46亿元",
            id="exports and imports",
        ),
        pytest.param(
            "智能装备、集成电路、生物医药三大产业合计产值152.86亿元,增长9.1%。其中智能装备产业产值68.24亿元,增长11.3%;"
            "集成电路产业产值45.70亿元,增长26.4%;生物医药产业产值35.92亿元,增长15.4%。",
            "合计149.86亿元，文中为152.86亿元",
            id="industries that the total names",
        ),
        pytest.param(
            "全县共有各级各类学校121所,其中幼儿园58所、小学37所、初中13所、九年一贯制学校4所、普通高中3所、"
            "中等职业学校1所、特殊教育学校1所。",
            "合计117所，文中为121所",
            id="a list down to single ones",
        ),
        pytest.param("三次产业结构为16.4:31.9:57.1。", "合计105.4，不是100", id="ratio"),
        pytest.param(
            "年末各项存款余额213.6亿元,比年初增加14.9亿元,增长9.5%。",
            "应为7.5%，文中为9.5%",
            id="increment and growth",
        ),
        pytest.param(
            "机采茶园比重由18.5%提高到41.2%,提高24.7个百分点。",
            "应为22.7个百分点，文中为24.7个百分点",
            id="points",
        ),
        pytest.param("工业用电量19.41亿千万时,增长7.1%。", "单位有误，疑为“亿千瓦时”", id="unit"),
    ],
)
def test_fault_is_found(body: str, expected: str) -> None:
    (text,) = texts(body)
    assert expected in text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("322家规上工业企业中,产值负增长的有128家,负增长面39.8%。", id="share that fits"),
        pytest.param("158家规上工业企业中,产值增长的有104家,增长面65.8%。", id="rounded share"),
        pytest.param("年末规上工业企业158家,其中亏损企业41家,亏损面25.9%。", id="25.949 printed as 25.9"),
        pytest.param("212家规上工业企业中,产值下降的有95家,停产的有13家,前者占44.8%。", id="which of two"),
        pytest.param("286家规上工业企业中,产值正增长的189家,负增长的97家,负增长面33.9%。", id="second part"),
        pytest.param(
            "现有专卖店217家,其中北京、上海、广州分别有31家、46家和18家。", id="some parts of a 其中"
        ),
        pytest.param(
            "现有企业143家,其中省级龙头企业5家、市级龙头企业21家、取得许可的62家。", id="partial list"
        ),
        pytest.param("规上企业88家,其中高新技术企业60家、专精特新企业45家。", id="two parts that overlap"),
        pytest.param("全体职工50名,其中女职工30名、党员25名、研究生20名。", id="three that overlap"),
        pytest.param(
            "全年地区生产总值412.36亿元,增长6.1%。其中,第一产业增加值12.62亿元,增长3.2%;第二产业增加值206.47亿元,"
            "增长5.7%;第三产业增加值193.28亿元,增长6.8%。三次产业结构为3.1:50.1:46.9。",
            id="within rounding, 100.1",
        ),
        pytest.param(
            "全年地区生产总值436.90亿元,增长5.8%。2023年地区生产总值修订为409.18亿元。",
            id="comparable prices",
        ),
        pytest.param("地区生产总值由876.5亿元增加到1362.8亿元,年均增长7.4%(可比价)。", id="yearly mean"),
        pytest.param("出口由58.6亿元增加到63.4亿元,按美元计价增长5.1%。", id="other currency"),
        pytest.param("全年空气质量优良天数357天(全年366天),优良率97.5%。", id="days"),
        pytest.param("全县新能源公交车156辆,占公交车总数的82.1%。", id="whole that is not printed"),
        pytest.param("年末生猪存栏9.7万头,全年出栏15.2万头,比上年分别增长-6.7%和1.3%。", id="分别 growth"),
        pytest.param(
            "泵阀、家纺产业分别实现产值126.83亿元和70.52亿元,合计占规上工业总产值的74.7%。规上工业总产值431.20亿元。",
            id="share of a sum",
        ),
        pytest.param("企业近百家,其中超三成是小微企业,约占38.5%。", id="hedges"),
        pytest.param("确保全年投资100亿元,其中工业投资60亿元,占50%。", id="targets"),
        pytest.param("年末各项存款余额213.6亿元,比年初增加14.9亿元,增长7.5%。", id="increment that fits"),
        pytest.param(
            "城乡居民收入比由2.06缩小到1.83。比重由18.5%提高到41.2%,提高22.7个百分点。", id="points that fit"
        ),
        pytest.param("利润总额19.27亿元,下降6.3%,降幅比一季度收窄4.5个百分点。", id="narrowed fall"),
        pytest.param(
            "学校103所,其中幼儿园52所、小学24所、初中15所、高中7所、中职4所、特教1所。", id="sum that fits"
        ),
    ],
)
def test_silent(body: str) -> None:
    assert texts(body) == []


def test_remark_names_the_figures_it_is_about() -> None:
    body = "322家规上工业企业中,产值负增长的有128家,负增长面38.5%。"
    reading = read_letter(Source("x", Path("x.txt"), HEAD + body, ""))
    (remark,) = reading.remarks
    raws = {figure.id: figure.quantity.raw for figure in reading.figures}
    assert [raws[figure] for figure in remark.figures] == ["38.5%", "128家", "322家"]


@pytest.mark.skipif(not SHARED.exists(), reason="the folder ../shared is not here")
def test_shipped_letter_has_two_faults() -> None:
    (path,) = (SHARED / "corpus").glob("*.txt")
    found = [remark.text for remark in read(path).remarks]
    assert len(found) == 2
    assert "按128家÷322家计算应为39.8%，文中为38.5%" in found[0]
    assert "亿千瓦时" in found[1]


PLANTED = {
    "08_qingxi_industry_2024h1.txt": "按34.17亿元÷52.38亿元计算应为65.2%，文中为68.3%",
    "13_haiyu_civil_letter_2024.txt": "合计68所，文中为66所",
}


@pytest.mark.skipif(not SHARED.exists(), reason="the folder ../shared is not here")
def test_example_documents_have_the_planted_faults_alone() -> None:
    found = {path.name: read(path).remarks for path in sorted((SHARED / "eval" / "docs").iterdir())}
    assert {name for name, remarks in found.items() if remarks} == set(PLANTED)
    for name, words in PLANTED.items():
        (remark,) = found[name]
        assert words in remark.text


@given(st.integers(1, 400), st.integers(1, 400))
@settings(deadline=None, max_examples=60)
def test_true_share_is_never_remarked_on(one: int, other: int) -> None:
    part, whole = sorted((one, other + 400))
    share = (Decimal(part) / whole * 100).quantize(Decimal("0.1"))
    assert texts(f"{whole}家规上工业企业中,产值负增长的有{part}家,负增长面{share}%。") == []


@given(st.lists(st.decimals(1, 500, places=4), min_size=2, max_size=6))
def test_rounded_parts_always_meet_their_rounded_total(parts: list[Decimal]) -> None:
    cent = Decimal("0.01")
    printed = [rounded(quantities(fold(f"{part.quantize(cent)}亿元"))[0]) for part in parts]
    whole = rounded(quantities(fold(f"{sum(parts, Decimal(0)).quantize(cent)}亿元"))[0])
    assert total(printed).meets(whole)


def test_counts_are_not_rounded() -> None:
    count, scaled = quantities(fold("128家,12.8万人"))
    assert is_count(count)
    assert not is_count(scaled)
    assert rounded(count) == Interval(Decimal(128), Decimal(128))


OWN = Path(__file__).parent / "data" / "eval" / "docs"
OWN_PLANTED = {
    "03_baixi_halfyear_2024": "应为23.5%，文中为27.1%",
    "07_baixi_education_2025": "合计117所，文中为121所",
    "08_shiding_q1_2025": "应为86.0%，文中为82.3%",
}


def test_own_documents_have_their_planted_faults_alone() -> None:
    found = {
        path.stem: read(path).remarks
        for path in sorted(OWN.iterdir())
        if path.suffix in (".txt", ".md", ".html")
    }
    assert {name for name, remarks in found.items() if remarks} == set(OWN_PLANTED)
    for name, words in OWN_PLANTED.items():
        (remark,) = found[name]
        assert words in remark.text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "全县中小学66所,其中小学43所、初中38所。", "合计81所，文中为66所", id="schools, far more"
        ),
        pytest.param(
            "全县中小学66所,其中小学43、初中18、高中9所。",
            "合计70所，文中为66所",
            id="units left to the last part",
        ),
        pytest.param(
            "公路总里程1200公里,其中国道300公里、省道400公里、县道800公里。",
            "合计1500公里，文中为1200公里",
            id="roads",
        ),
        pytest.param(
            "一般公共预算收入31.52亿元。税收收入27.06亿元,增长3%;非税收入8.46亿元,下降2%。",
            "合计35.52亿元，文中为31.52亿元",
            id="taxes and other revenue",
        ),
        pytest.param(
            "全县改造老旧小区40个,其中石门镇22个、青溪镇31个。", "合计53个，文中为40个", id="two towns"
        ),
    ],
)
def test_parts_that_never_overlap_exceed_no_total(body: str, expected: str) -> None:
    """However far they do."""
    (text,) = texts(body)
    assert expected in text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("全县企业66家,其中上市公司43家、高新技术企业38家。", id="firms of two kinds"),
        pytest.param(
            "一般公共预算收入31.52亿元,其中税收收入27.06亿元、非税收入4.46亿元。", id="revenue that adds up"
        ),
        pytest.param("全县中小学66所,其中小学43、初中14、高中9所。", id="schools that add up"),
        pytest.param("全市改造小区40个,其中霞溪县31个、霞溪县石门镇22个。", id="a county and its town"),
        pytest.param("全县人口40万人,其中城镇22万人、60岁以上21万人。", id="two ways of dividing"),
    ],
)
def test_groups_that_may_overlap_are_left_alone(body: str) -> None:
    """No remark."""
    assert texts(body) == []
