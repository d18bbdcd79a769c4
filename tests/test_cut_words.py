"""Words of a question are not cut: neither met from their middle on, nor denied in pieces."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answer_from, answering

PAPER = """稻川市2025年农业农村情况

全年玉米产量88.4亿斤，增长2.1%。水稻产量57.7亿斤，下降0.9%。牛肉产量3.2万吨，新粮源基地31个。
全市小学47所，大学生村官31名。水利局投入资金2600万元，新修渠道63公里。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering(tmp_path_factory.mktemp("cut"), made=PAPER) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("大米产量多少", "大米", id="大 is no filler of 玉米产量"),
        pytest.param("小米产了多少亿斤", "小米", id="小 is none either"),
        pytest.param("高粱产量多少", "高粱", id="高 asks for no height"),
    ],
)
def test_a_word_is_not_met_from_its_middle_on(answerer: Answerer, question: str, word: str) -> None:
    answer = answerer.answer(question)
    assert (answer.kind, answer.figures) == (Kind.NOT_FOUND, ()), (word, answer.headline)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        pytest.param("玉米产量多少", "88.4亿斤", id="the word itself"),
        pytest.param("大学生村官有几名", "31名", id="a longer word"),
    ],
)
def test_whole_words_are_met(answerer: Answerer, question: str, figure: str) -> None:
    assert figure in answerer.answer(question).headline


@pytest.mark.parametrize(
    "question", ["我们村为啥子老是没水", "炒股交的税有多少", "水利局说话算不算数", "这个是哪个司发的"]
)
def test_what_is_no_word_is_not_said_to_stand_nowhere(answerer: Answerer, question: str) -> None:
    """子老, 股交, 司发 are pieces of other words."""
    said = answerer.answer(question).headline
    assert not any(piece in said for piece in ("子老", "股交", "局说", "司发")), said


BUDGET = """禾川市2025年财政决算

2025年市本级一般公共预算收入232.9亿元，支出281.8亿元。全市政府性基金收入45.1亿元，支出61.7亿元。
电子产业产值24.6亿元，同比增长8.1%，出口下降。
"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        pytest.param("市本级一般公共预算花出去多少", "281.8亿元", id="spent"),
        pytest.param("政府性基金一共用掉多少", "61.7亿元", id="used up"),
        pytest.param("市本级一般公共预算收上来多少", "232.9亿元", id="taken in"),
    ],
)
def test_what_is_spent_is_no_revenue(question: str, figure: str, tmp_path: Path) -> None:
    assert figure in answer_from(tmp_path, BUDGET, question).headline.partition(";")[0]


@pytest.mark.parametrize("question", ["电子产业出口额多少", "电子产业利润多少", "政府性基金结余多少"])
def test_no_other_measure_answers(question: str, tmp_path: Path) -> None:
    assert answer_from(tmp_path, BUDGET, question).kind is Kind.NOT_FOUND
