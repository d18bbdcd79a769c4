"""Questions for several figures divided into questions for one."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.understanding.several.division import asks, divisions
from tests.libraries import answer_from

PAPER = """霞溪县2024年社会事业情况

2024年末，全县普通中学28所、在校生1.98万人，小学47所、在校生4.26万人。养老机构26家，其中公办9家、民办17家。
全年外贸出口71.25亿元，增长10.4%，外贸进口23.48亿元，下降0.1%。各项存款余额298.64亿元，各项贷款余额156.23亿元。
民宿327家，床位5214张。增值税10.33亿元，契税2.29亿元，非税收入10.42亿元。
"""

CUTS = {
    "养老机构里公办几家": ("养老", "机构", "里", "公办", "几家"),
    "养老机构里公办": ("养老", "机构", "里", "公办"),
    "省内省外境外客人": ("省内", "省外", "境外", "客人"),
}


def words(text: str) -> tuple[str, ...]:
    """A text cut as the table says, else into its characters' pairs."""
    return CUTS.get(text, tuple(text[place : place + 2] for place in range(0, len(text), 2)))


@pytest.mark.parametrize(
    ("question", "division"),
    [
        pytest.param("存款和贷款余额各多少", ("存款余额多少", "贷款余额多少"), id="one tail"),
        pytest.param("旅游人次、收入分别是多少", ("旅游人次是多少", "旅游收入是多少"), id="one head"),
        pytest.param(
            "养老机构里公办几家民办几家", ("养老机构里公办几家", "养老机构民办几家"), id="asked twice"
        ),
        pytest.param(
            "省内省外境外客人各占多少", ("省内客人占多少", "省外客人占多少", "境外客人占多少"), id="in a row"
        ),
        pytest.param(
            "查处多少隐患 重大的几处", ("查处多少隐患", "重大的几处"), id="a noun behind the amount"
        ),
    ],
)
def test_it_is_divided(question: str, division: tuple[str, ...]) -> None:
    assert division in list(divisions(question, words))


@pytest.mark.parametrize("question", ["电子信息产业产值多少", "哪些行业下降了", "全县有几所小学", ""])
def test_a_question_for_one_is_not(question: str) -> None:
    assert list(divisions(question, words)) == []


@pytest.mark.parametrize(
    ("question", "count"),
    [("中学几所小学几所", 2), ("产值多少", 1), ("为什么下降", 0), ("用了十几年要补哪些", 0)],
)
def test_amounts_asked_for_are_counted(question: str, count: int) -> None:
    assert asks(question) == count


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("中学几所小学几所", ("28所", "47所")),
        ("养老机构里公办几家民办几家", ("9家", "17家")),
        ("出口和进口各多少", ("71.25亿元", "23.48亿元")),
        ("存款和贷款余额各多少", ("298.64亿元", "156.23亿元")),
    ],
)
def test_each_is_told(question: str, figures: tuple[str, ...], tmp_path: Path) -> None:
    answer = answer_from(tmp_path, PAPER, question)
    assert answer.kind is Kind.ANSWER
    assert [figure for figure in figures if figure not in answer.headline] == []


def test_a_tax_is_not_met_by_part_of_another_word(tmp_path: Path) -> None:
    answer = answer_from(tmp_path, PAPER, "增值税 契税分别收了多少")
    assert [figure.name for figure in answer.figures if figure.name == "非税收入"] == []
