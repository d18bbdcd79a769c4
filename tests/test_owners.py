"""Whose the figures of prose are: what is counted, and the institution spoken of."""

from pathlib import Path

import pytest

from bot.answer import Kind
from corpus.figure import Figure
from corpus.times.period import label
from tests.libraries import answer_from
from tests.replies import of_document


def timed(figure: Figure) -> tuple[str, str, str]:
    """Name, printed value and period."""
    return figure.name, figure.quantity.raw, label(figure.period) if figure.period else ""


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
