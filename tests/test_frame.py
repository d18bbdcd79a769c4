"""Messages that say that they ask: what is asked is answered as if it stood alone."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.understanding.expressions.frame import unframed
from bot.understanding.lexicon import lexicon

FRAMES = [
    "劳驾贵局告知,{}",
    "讲讲看{}",
    "点个名,{}",
    "麻烦问一下{}谢谢",
    "我想打听一下{}",
    "请教各位{}",
    "领导问我{}",
    "{}啊,急",
    "帮我瞅瞅{}",
    "俺想晓得{}",
    "烦请贵单位答复{}",
    "你给我说说{}呗",
    "上次开会提过{}",
    "老百姓都来打听{}",
    "我们支部想弄清楚{}",
]
QUESTIONS = [
    ("电子信息产业产值多少", "24.69亿元"),
    ("规上工业增加值增速", "10.0%"),
    ("制造业投资完成多少", "14.64亿元"),
    ("产值最高的主导产业是哪个", "医化"),
    ("电子信息和汽车零配件产值加起来", "63.14亿元"),
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("question", "says"), QUESTIONS)
def test_who_asks_whom_is_no_part_of_the_question(
    frame: str, question: str, says: str, answerer: Answerer
) -> None:
    """Polite, spoken, or told of another."""
    answer = answerer.answer(frame.format(question))
    assert answer.kind is Kind.ANSWER
    assert says in answer.headline


@pytest.mark.parametrize(
    "text",
    ["电子信息产业产值多少", "企业多少家", "2024年请教", "问", "知道", "", "举报电话是多少", "产值,告诉"],
)
def test_a_message_without_a_frame_has_none(text: str) -> None:
    """Nor is one seen behind a mark or a number, or before nothing."""
    assert unframed(text, lexicon()) == ""


@pytest.mark.parametrize(
    "question", ["领导问我旅游产业产值多少", "劳驾贵局告知,财政收入多少", "帮我瞅瞅黄岩区产值"]
)
def test_a_frame_makes_nothing_answerable(question: str, answerer: Answerer) -> None:
    """What no letter has stays refused, and the frame is not what it lacks."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.NOT_FOUND
    assert not any(word in answer.headline for word in ("领导", "贵局", "瞅瞅"))
