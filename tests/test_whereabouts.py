"""A question without a place: asked back where several places have what it asks for."""

import pytest

from bot.answering.answerer import Answerer


@pytest.mark.parametrize("question", ["地区生产总值多少", "2024年接待游客多少人次"])
def test_the_place_is_asked_back(question: str, counties: Answerer) -> None:
    """Each choice is a question of its own, with the answer of its own place."""
    answer = counties.answer(question)
    assert answer.headline == "您问的是哪个地方?"
    assert set(answer.choices) == {f"云溪{question}", f"南浦{question}"}
    told = {counties.answer(choice).figures[0].place for choice in answer.choices}
    assert told == {"云溪县", "南浦区"}


@pytest.mark.parametrize(
    "message",
    [
        "一般公共预算收入多少?地区生产总值多少?",
        "地区生产总值多少,一般公共预算收入多少",
        "地区生产总值多少?接待游客多少?",
    ],
)
def test_what_is_asked_back_stands_alone(message: str, counties: Answerer) -> None:
    """Of several questions at once one that may be of several places is asked back, and not told beside an answer."""
    answer = counties.answer(message)
    assert answer.headline == "您问的是哪个地方?"
    assert len(answer.choices) == 2


@pytest.mark.parametrize(
    ("question", "place"),
    [
        pytest.param("2023年地区生产总值多少", "云溪县", id="one place has that year"),
        pytest.param("南浦地区生产总值多少", "南浦区", id="named"),
        pytest.param("一般公共预算收入多少", "云溪县", id="one place has it"),
    ],
)
def test_a_plain_place_is_not_asked(question: str, place: str, counties: Answerer) -> None:
    """Where one place alone can be meant."""
    answer = counties.answer(question)
    assert answer.choices == ()
    assert answer.figures[0].place == place


def test_the_choice_is_remembered(counties: Answerer) -> None:
    """What follows in the dialogue is of the place chosen."""
    question = "地区生产总值多少"
    chosen = next(choice for choice in counties.answer(question).choices if "南浦" in choice)
    assert {figure.place for figure in counties.answer("增速呢", [question, chosen]).figures} == {"南浦区"}
