"""One thing over the years: a figure a year, or the year in which it was highest."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answer_from

PLACES = ("工业园", "临港园", "高新园", "生态园", "物流园", "软件园", "化工园", "纺织园")


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "云溪县这几年地区生产总值怎么变",
            "地区生产总值201.36亿元(2023年,云溪县);地区生产总值214.90亿元(2024年,云溪县)",
        ),
        (
            "云溪历年财政收入",
            "一般公共预算收入18.05亿元(2023年,云溪县);一般公共预算收入18.77亿元(2024年,云溪县)",
        ),
        ("云溪县哪年地区生产总值最高", "地区生产总值214.90亿元(2024年,云溪县)"),
        ("云溪县常住人口最多的是哪一年", "常住人口31.8万人(2023年末,云溪县)"),
        ("云溪县哪一年常住人口最少", "常住人口31.5万人(2024年末,云溪县)"),
        (
            "云溪县近三年GDP的变化",
            "地区生产总值201.36亿元(2023年,云溪县);地区生产总值214.90亿元(2024年,云溪县)",
        ),
        (
            "云溪近几年GDP增速",
            "地区生产总值201.36亿元,比上年增长5.2%(2023年,云溪县);地区生产总值214.90亿元,比上年增长6.1%(2024年,云溪县)",
        ),
    ],
)
def test_years(question: str, headline: str, counties: Answerer) -> None:
    """The oldest first, or the one asked for."""
    assert counties.answer(question).headline == headline


def test_each_year_has_its_own_source(counties: Answerer) -> None:
    """A passage of each year's letter is cited."""
    answer = counties.answer("云溪县历年地区生产总值")
    assert [cited.letter.id for cited in answer.cited] == ["yunxi-2023", "yunxi-2024"]


def test_more_figures_than_a_search_finds_hide_no_year(tmp_path: Path) -> None:
    """Of a table of two hundred amounts of a like name the highest one is that of all years."""
    names = ["生产总值", *(f"第{n}产业生产总值" for n in "一二三"), *(f"{place}生产总值" for place in PLACES)]
    years = range(2008, 2024)
    head = "|".join(["年份", *(f"{name}（亿元）" for name in names)])
    rows = (
        "|".join([str(year), *(f"{100 + 7 * (year - 2008) + 3 * at}.5" for at in range(len(names)))])
        for year in years
    )
    text = "\n".join(["云溪县历年统计资料", "", head, *rows, ""])
    assert "205.5亿元" in answer_from(tmp_path, text, "生产总值哪年最高").headline


def test_a_part_of_a_year_is_no_year(answerer: Answerer) -> None:
    """One letter of one half year has no years to tell of."""
    answer = answerer.answer("规上工业总产值哪年最高")
    assert answer.kind is not Kind.ANSWER or len(answer.cited) <= 1
