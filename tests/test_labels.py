"""Labels of figures read in prose: what the text states, and nothing where it states nothing."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Figure
from corpus.period import label
from tests.libraries import answer_from
from tests.replies import of_document

YEARLESS = (
    "青岩县上半年经济运行情况\n\n上半年，全县实现地区生产总值91.2亿元，同比增长4.1%。二季度当季增长4.8%。"
)


def timed(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and period."""
    return figure.name, figure.quantity.raw, label(figure.period) if figure.period else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            YEARLESS,
            [
                ("地区生产总值", "91.2亿元", "上半年"),
                ("地区生产总值", "4.1%", "上半年"),
                ("地区生产总值", "4.8%", "二季度"),
            ],
            id="half and quarter",
        ),
        pytest.param(
            "临江区前三季度工业运行情况\n\n规上工业企业利润总额6.3亿元，其中9月当月0.9亿元。",
            [
                ("规上工业企业利润总额", "6.3亿元", "前三季度"),
                ("规上工业企业利润总额", "0.9亿元", "9月当月"),
            ],
            id="three quarters and a month",
        ),
        pytest.param(
            "南浦镇粮食生产情况\n\n全年粮食产量2.6万吨，年末生猪存栏1.1万头。",
            [("粮食产量", "2.6万吨", "全年"), ("生猪存栏", "1.1万头", "年末")],
            id="all of a year and its end",
        ),
        pytest.param(
            "云岭县上半年外贸情况\n\n2024年上半年，出口12.5亿元。二季度出口7.1亿元。",
            [("出口", "12.5亿元", "2024年1-6月"), ("出口", "7.1亿元", "2024年二季度")],
            id="the text says the year after all",
        ),
    ],
)
def test_no_year_is_made_up(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A part of a year in a text that says of no year is just that part."""
    assert [timed(figure) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上半年GDP多少", "地区生产总值91.2亿元,同比增长4.1%(上半年,青岩县)"),
        ("二季度增速多少", "地区生产总值增长4.8%(二季度,青岩县)"),
        ("2024年上半年GDP多少", "地区生产总值91.2亿元,同比增长4.1%(上半年,青岩县)"),
    ],
)
def test_an_answer_says_no_year_that_the_text_does_not(tmp_path: Path, question: str, said: str) -> None:
    assert answer_from(tmp_path, YEARLESS, question).headline == said


def test_a_year_asked_for_is_not_met_by_another_part_of_one(tmp_path: Path) -> None:
    assert answer_from(tmp_path, YEARLESS, "2024年三季度GDP多少").kind is Kind.NOT_FOUND


def placed(figure: Figure) -> tuple[str, str, str]:
    """Place, name and printed value."""
    return figure.place, figure.name, figure.quantity.raw


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "安平市郊区2024年上半年经济运行情况\n\n上半年，全区实现地区生产总值71.3亿元。全市增长5.2%。",
            [("安平市郊区", "地区生产总值", "71.3亿元"), ("全市", "地区生产总值", "5.2%")],
            id="a suburb's document",
        ),
        pytest.param(
            "平川县开发区2023年工作总结\n\n2023年，全区出口5.4亿元。开发区现有企业42家。",
            [("平川县开发区", "出口", "5.4亿元"), ("平川县开发区", "企业", "42家")],
            id="a zone's document",
        ),
        pytest.param(
            "安平市2024年工业情况\n\n2024年，安平市新区规上工业增加值12.4亿元，安平市经济开发区企业利润3亿元。",
            [("安平市新区", "规上工业增加值", "12.4亿元"), ("安平市经济开发区", "企业利润", "3亿元")],
            id="districts named in full",
        ),
        pytest.param(
            "安平市2024年经济运行情况\n\n2024年，郊区地区生产总值71.3亿元，市辖区出口12亿元，全市出口30亿元。",
            [
                ("郊区", "地区生产总值", "71.3亿元"),
                ("市辖区", "出口", "12亿元"),
                ("安平市", "出口", "30亿元"),
            ],
            id="districts named in short, then all of the city",
        ),
        pytest.param(
            "青溪新区2024年外贸情况\n\n2024年，新区出口5亿元，海屿市出口9亿元、增长3%，我区增长8%。",
            [
                ("青溪新区", "出口", "5亿元"),
                ("海屿市", "出口", "9亿元"),
                ("海屿市", "出口", "3%"),
                ("青溪新区", "出口", "8%"),
            ],
            id="the document's own place after another's",
        ),
        pytest.param(
            "平川县2024年城建情况\n\n2024年，建成省级开发区2个，平川县城区绿化覆盖率42%。",
            [("平川县", "省级开发区", "2个"), ("平川县城区", "绿化覆盖率", "42%")],
            id="zones that are counted",
        ),
    ],
)
def test_a_district_is_a_place_of_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A district called by its kind alone is not the city; words for the document's own place mean that."""
    assert [placed(figure) for figure in of_document(text)] == expected


COUNTED = "平川县2023年情况\n\n2023年，全县3.1万脱贫人口人均纯收入16802元，增长12.4%。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            COUNTED,
            [("脱贫人口", "3.1万"), ("脱贫人口人均纯收入", "16802元"), ("脱贫人口人均纯收入", "12.4%")],
            id="people and what each of them has",
        ),
        pytest.param(
            "平川县2023年情况\n\n322家规上工业企业营业收入241.9亿元。1.2万户农户户均增收3200元。",
            [
                ("规上工业企业", "322家"),
                ("规上工业企业营业收入", "241.9亿元"),
                ("农户", "1.2万户"),
                ("农户户均", "3200元"),
            ],
            id="firms and households",
        ),
        pytest.param(
            "平川县2023年情况\n\n全县56个行政村集体经济收入平均达到32万元。5.6万残疾人持证率98%。",
            [
                ("行政村", "56个"),
                ("行政村集体经济收入", "32万元"),
                ("残疾人", "5.6万"),
                ("残疾人持证率", "98%"),
            ],
            id="villages and a rate",
        ),
        pytest.param(
            "平川县2023年情况\n\n改造36个老旧小区完成投资2亿元。15家医院床位共3200张。",
            [
                ("改造老旧小区", "36个"),
                ("改造老旧小区投资", "2亿元"),
                ("医院", "15家"),
                ("医院床位", "3200张"),
            ],
            id="works and beds",
        ),
        pytest.param(
            "平川县2023年情况\n\n60周岁及以上老年人11.83万人。营收超10亿元的企业5家。",
            [
                ("老年人", "60周岁及以上"),
                ("60周岁及以上老年人", "11.83万人"),
                ("营收", "超10亿元"),
                ("营收超10亿元的企业", "5家"),
            ],
            id="an amount that is part of a name",
        ),
        pytest.param(
            "平川县2023年情况\n\n石化和船舶两个行业产值86亿元。完成全年新开工20个目标的45%。",
            [
                ("石化和船舶", "两个"),
                ("石化和船舶两个行业产值", "86亿元"),
                ("新开工目标", "20个"),
                ("新开工目标", "45%"),
            ],
            id="a number in words and one in a target",
        ),
    ],
)
def test_what_is_counted_is_not_what_is_measured(text: str, expected: list[tuple[str, str]]) -> None:
    """The number before a noun says how many there are; the amount behind it is another figure."""
    assert [(figure.name, figure.quantity.raw) for figure in of_document(text)] == expected


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("脱贫人口人均纯收入多少", "脱贫人口人均纯收入16802元,增长12.4%(2023年,平川县)"),
        ("脱贫人口有多少", "脱贫人口3.1万(2023年,平川县)"),
        ("脱贫人口多少人", "脱贫人口3.1万(2023年,平川县)"),
    ],
)
def test_the_counted_and_the_measured_answer_their_own_questions(
    tmp_path: Path, question: str, said: str
) -> None:
    assert answer_from(tmp_path, COUNTED, question).headline == said


SCHOOLS = (
    "柳岸县教育情况\n\n柳岸县第四中学始建于1958年，现有教师163人，在校生2210人。"
    "柳岸县实验小学有教师98人。截至2023年底，全县共有学校61所。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            SCHOOLS,
            [
                ("第四中学教师", "163人", ""),
                ("第四中学在校生", "2210人", ""),
                ("实验小学教师", "98人", ""),
                ("学校", "61所", "2023年末"),
            ],
            id="schools",
        ),
        pytest.param(
            "平川县2023年卫生情况\n\n县人民医院成立于1952年，编制床位800张，职工1023人。2023年全县门诊量52万人次。",
            [
                ("县人民医院编制床位", "800张", "2023年"),
                ("县人民医院职工", "1023人", "2023年"),
                ("门诊量", "52万人次", "2023年"),
            ],
            id="a hospital",
        ),
        pytest.param(
            "平川县2024年企业情况\n\n平川华丰机械有限公司创办于2003年，现有员工320人，2023年产值4.5亿元，增长12%。"
            "全县规上工业企业212家。",
            [
                ("平川华丰机械有限公司员工", "320人", "2024年"),
                ("平川华丰机械有限公司产值", "4.5亿元", "2023年"),
                ("平川华丰机械有限公司产值", "12%", "2023年"),
                ("规上工业企业", "212家", "2024年"),
            ],
            id="a firm",
        ),
        pytest.param(
            "平川县2024年教育情况\n\n全县小学43所；平川县第二幼儿园2015年成立，在园幼儿360人；全县教师1300人，在校生2.1万人。",
            [
                ("小学", "43所", "2024年"),
                ("第二幼儿园在园幼儿", "360人", "2024年"),
                ("教师", "1300人", "2024年"),
                ("在校生", "2.1万人", "2024年"),
            ],
            id="a nursery school, then all of the county",
        ),
        pytest.param(
            "平川县2024年教育情况\n\n民办学校教师1300人，在校生2.1万人。",
            [("民办学校教师", "1300人", "2024年"), ("在校生", "2.1万人", "2024年")],
            id="a kind of school is no school",
        ),
    ],
)
def test_an_institution_s_amounts_are_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Whose an amount is goes on from clause to clause; when it was founded is the time of nothing else."""
    assert [timed(figure) for figure in of_document(text)] == expected


def test_what_one_school_has_is_not_all_that_there_is(tmp_path: Path) -> None:
    assert answer_from(tmp_path, SCHOOLS, "全县有多少教师").kind is Kind.NOT_FOUND


def test_what_a_school_has_is_told_of_it(tmp_path: Path) -> None:
    assert answer_from(tmp_path, SCHOOLS, "四中有多少教师").headline == "第四中学教师163人(柳岸县)"
