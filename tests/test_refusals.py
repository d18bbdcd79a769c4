"""What the letter does not say: refused by name, the nearest figure offered as what it is; and small talk."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("2023年工业增加值多少", ("没有找到2023年", "信中有的是:工业增加值127.24亿元"), id="year"),
        pytest.param("一季度规上工业增加值多少", ("没有找到2024年一季度",), id="quarter"),
        pytest.param("前三季度规上工业增加值多少", ("没有找到2024年1-9月",), id="more months"),
        pytest.param("7月份用电量多少", ("没有找到2024年7月",), id="month"),
        pytest.param("黄岩区规上工业产值多少", ("黄岩区",), id="district"),
        pytest.param("临海市规上工业产值多少", ("临海市",), id="city"),
        pytest.param("小椒江工业增加值多少", ("没有找到小椒江",), id="part of the district"),
        pytest.param("房地产投资多少", ("房地产",), id="another investment"),
        pytest.param("医化产业利润多少", ("利润",), id="indicator"),
        pytest.param("电子信息产业出口多少", ("出口",), id="split that is not made"),
        pytest.param("缝制设备用电量多少", (), id="another split"),
        pytest.param("GDP多少", (), id="national accounts"),
        pytest.param("财政收入增长多少", (), id="budget"),
        pytest.param("小升规实际完成几家", ("有的是目标", "30家(目标)"), id="result of a target"),
        pytest.param("时尚产业目标产值多少", ("有的是实绩", "22.58亿元"), id="target of a result"),
        pytest.param("规上工业企业有多少人", (), id="another counter"),
        pytest.param("5G基站建了多少个", (), id="a rate is no number"),
        pytest.param("博弈科技利润多少", ("最接近的是",), id="indicator of a company"),
        pytest.param("水晶光电今年利润多少", ("利润",), id="indicator of a company and a year"),
        pytest.param("椒江常住人口多少", (), id="population"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused(question: str, says: tuple[str, ...], answerer: Answerer) -> None:
    """By the part that is not met."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.NOT_FOUND
    assert [part for part in says if part not in answer.headline] == []


@pytest.mark.parametrize("question", ["2023年工业增加值多少", "小升规实际完成几家", "小椒江工业增加值多少"])
def test_the_nearest_figure_is_cited(question: str, answerer: Answerer) -> None:
    """What is offered instead stands in a cited passage."""
    answer = answerer.answer(question)
    assert answer.figures
    assert {figure.passage for figure in answer.figures} == {one.passage.id for one in answer.cited}
    assert answer.working == ""
    assert answer.remarks == ()


@pytest.mark.parametrize("question", ["你好", "在吗", "谢谢", "你能做什么", "你是谁", "好的", "👍"])
def test_small_talk_quotes_nothing(question: str, answerer: Answerer) -> None:
    """Brief, without a figure, and without saying that something is not there."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.CHAT
    assert len(answer.headline) <= 80
    assert "信中没有" not in answer.headline
    assert not any(letter.isdigit() for letter in answer.headline)
    assert (answer.figures, answer.cited, answer.working) == ((), (), "")


def test_suggestions_are_questions_that_are_answered(answerer: Answerer) -> None:
    """At most three, each about another figure of the same kind."""
    offered = answerer.answer("电子信息产值多少").suggestions
    assert 0 < len(offered) <= 3
    assert all(answerer.answer(question).kind is Kind.ANSWER for question in offered)


@pytest.mark.parametrize(
    ("history", "question"),
    [
        pytest.param(["规上工业产值多少"], "规下工业产值呢", id="below for above"),
        pytest.param(["出口交货值多少"], "进口交货值呢", id="imports for exports"),
        pytest.param([], "规下工业产值是多少亿元", id="asked at once"),
    ],
)
def test_what_excludes_what_is_asked_is_not_quoted(
    history: list[str], question: str, answerer: Answerer
) -> None:
    assert answerer.answer(question, history).kind is Kind.NOT_FOUND
