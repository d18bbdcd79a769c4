"""What a document says of itself, asked in everyday words."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer


@pytest.mark.parametrize(
    ("question", "headline", "cited"),
    [
        pytest.param("联系人是谁", "联系人:张航", "联 系 人:张航", id="contact"),
        pytest.param("这事找谁对接", "联系人:张航", "联 系 人:张航", id="whom to ask"),
        pytest.param("联系电话多少", "联系电话:0576-88830501", "联系电话:0576-88830501", id="telephone"),
        pytest.param("邮编", "邮编:318020", "邮 编:318020", id="postcode"),
        pytest.param("文号是多少", "文号:椒经科提函〔2024〕45号", "椒经科提函〔2024〕45号", id="number"),
        pytest.param("几号文", "文号:椒经科提函〔2024〕45号", "椒经科提函〔2024〕45号", id="which number"),
        pytest.param(
            "索引号发我",
            "信息索引号:11331002002668741Q/2024-159030",
            "11331002002668741Q/2024-159030",
            id="index",
        ),
        pytest.param("公开方式是什么", "公开方式:主动公开", "主动公开", id="openness"),
        pytest.param("成文日期是哪天", "成文日期:2024-11-18", "2024-11-18", id="the page's date"),
        pytest.param("落款是哪天", "落款日期:2024年7月25日", "2024年7月25日", id="the letter's date"),
        pytest.param("什么时候印发的", "印发日期:2024年7月25日", "2024年7月25日印发", id="printed"),
        pytest.param("抄送给谁了", "抄送:区政府办公室,区政协提案委", "抄送:区政府办公室", id="copies"),
        pytest.param(
            "电话和邮编", "联系电话:0576-88830501;邮编:318020", "联系电话:0576-88830501", id="two at once"
        ),
    ],
)
def test_a_fact_is_given_with_the_line_it_stands_in(
    question: str, headline: str, cited: str, answerer: Answerer
) -> None:
    """Its standard name and its value as printed."""
    answer = answerer.answer(question)
    assert (answer.kind, answer.headline) == (Kind.ANSWER, headline)
    assert any(cited in one.passage.text for one in answer.cited)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param("提案是谁提的", ("郑仁娇", "朱玲", "王昌云"), id="members"),
        pytest.param("提案编号多少", ("133",), id="number of the proposal"),
        pytest.param("这是第几号提案", ("133",), id="which proposal"),
        pytest.param("提案题目叫什么", ("加快推进新型工业化",), id="title of the proposal"),
        pytest.param("哪个单位答复的", ("区经信和科技局",), id="who answers"),
    ],
)
def test_a_longer_fact(question: str, parts: tuple[str, ...], answerer: Answerer) -> None:
    """All of it."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.ANSWER
    assert all(part in answer.headline for part in parts)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("黄岩区经信局的联系电话", id="another office"),
        pytest.param("2023年那份函的联系人", id="another year"),
    ],
)
def test_a_fact_of_another_document_is_not_given(question: str, answerer: Answerer) -> None:
    """This letter's telephone is no answer to that."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.NOT_FOUND
    assert "0576" not in answer.headline
    assert "张航" not in answer.headline


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        pytest.param("南浦区答复的联系人", "联系人:钱小雨", id="by place"),
        pytest.param("第27号建议联系电话", "联系电话:0571-88001234", id="by its number"),
    ],
)
def test_the_document_meant_among_several(question: str, headline: str, counties: Answerer) -> None:
    """By place, by number, by what it is about."""
    assert counties.answer(question).headline == headline
