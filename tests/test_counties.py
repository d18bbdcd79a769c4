"""Several letters asked at once: place, year and document are told apart."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.test_answers import failing


@pytest.mark.parametrize(
    ("question", "says", "letters"),
    [
        pytest.param("云溪县2023年GDP多少", ("201.36亿元", "5.2%"), {"yunxi-2023"}, id="place and year"),
        pytest.param("云溪2024年GDP", ("214.90亿元", "6.1%"), {"yunxi-2024"}, id="the year after"),
        pytest.param("南浦GDP多少", ("530.12亿元", "4.8%"), {"nanpu-2024"}, id="the other place"),
        pytest.param("云溪县财政收入", ("18.77亿元",), {"yunxi-2024"}, id="the newest without a year"),
        pytest.param("云溪2023年末常住人口", ("31.8万人",), {"yunxi-2023"}, id="end of a year"),
        pytest.param(
            "2024年云溪和南浦GDP谁高",
            ("214.90亿元", "530.12亿元", "南浦区更高"),
            {"yunxi-2024", "nanpu-2024"},
            id="two places",
        ),
        pytest.param(
            "2024年云溪和南浦谁的GDP高",
            ("214.90亿元", "530.12亿元", "南浦区更高"),
            {"yunxi-2024", "nanpu-2024"},
            id="two places, the thing between who and higher",
        ),
        pytest.param(
            "南浦区2024年GDP比云溪县多多少", ("315.22亿元",), {"yunxi-2024", "nanpu-2024"}, id="by how much"
        ),
        pytest.param(
            "云溪县2024年GDP比2023年多多少", ("13.54亿元",), {"yunxi-2023", "yunxi-2024"}, id="two years"
        ),
        pytest.param("云溪2024年二产占GDP多少", ("41.1%",), {"yunxi-2024"}, id="share"),
        pytest.param("南浦接待游客为什么下降", ("受台风影响",), {"nanpu-2024"}, id="reason"),
        pytest.param("南浦2025年接待游客目标", ("1300万人次以上",), {"nanpu-2024"}, id="target"),
    ],
)
def test_the_letter_meant_is_cited(
    question: str, says: tuple[str, ...], letters: set[str], counties: Answerer
) -> None:
    """The figures of the places and years asked for, and no other letter."""
    answer = counties.answer(question)
    assert answer.kind is Kind.ANSWER
    assert [part for part in says if part not in answer.headline] == []
    assert {one.letter.id for one in answer.cited} == letters


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("南浦区2023年GDP多少", id="a year that only the other has"),
        pytest.param("南浦区财政收入多少", id="an indicator that only the other has"),
        pytest.param("云溪县2022年GDP多少", id="a year before all"),
        pytest.param("云溪县2025年接待游客目标", id="a target that only the other has"),
    ],
)
def test_the_neighbours_figure_is_no_answer(question: str, counties: Answerer) -> None:
    """Another place or year is refused."""
    assert counties.answer(question).kind is Kind.NOT_FOUND


def test_the_dialogue_goes_over_letters(counties: Answerer) -> None:
    """The place is replaced, the rest stays; then the year."""
    asked = ["云溪县2024年GDP多少"]
    assert "530.12亿元" in counties.answer("南浦呢", asked).headline
    assert "201.36亿元" in counties.answer("2023年呢", asked).headline


@pytest.mark.parametrize(
    ("question", "result"),
    [
        pytest.param(
            "云溪2024年GDP比上年增加多少亿",
            "13.54亿元",
            id="more than the year before",
        ),
        pytest.param(
            "南浦和云溪2024年GDP一共多少",
            "745.02亿元",
            id="two places together",
            marks=failing("both are given, and no sum"),
        ),
        pytest.param(
            "2024年两地GDP合计多少",
            "745.02亿元",
            id="all places together",
            marks=failing("one of the two is given"),
        ),
        pytest.param("云溪县财政收入2023年和2024年差多少", "0.72亿元", id="two years apart"),
        pytest.param("云溪县2024年第三产业占GDP比重", "48.5%", id="share of a sector"),
    ],
)
def test_arithmetic_over_letters(question: str, result: str, counties: Answerer) -> None:
    """Places and years are terms like any other."""
    answer = counties.answer(question)
    assert result in answer.headline
    assert answer.working
