"""A message taken apart: small talk, and several questions in one."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.understanding.lexicon import lexicon
from bot.understanding.several.message import asking, is_foreign, several, small_talk


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("你好", "greeting"),
        ("在吗?", "greeting"),
        ("Hello!", "greeting"),
        ("早上好呀", "greeting"),
        ("谢谢啦", "thanks"),
        ("好的,知道了", "thanks"),
        ("OK 👌", "thanks"),
        ("你是谁", "about"),
        ("这个机器人怎么用", "about"),
        ("你能查哪些材料", "about"),
        ("医化产值多少", ""),
        ("你好,医化产值多少", ""),
        ("谢谢,再问下出口交货值", ""),
        ("好的企业有几家", ""),
        ("产业怎么样", ""),
    ],
)
def test_small_talk_is_told_from_questions(text: str, sort: str) -> None:
    """A greeting before a question does not make it one."""
    assert small_talk(text, lexicon()) == sort


@pytest.mark.parametrize("text", ["", "???", "。", "👍"])
def test_marks_alone_are_small_talk(text: str) -> None:
    """There is nothing to look up."""
    assert small_talk(text, lexicon()) != ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("医化产值多少", ["医化产值多少"], id="one"),
        pytest.param(
            "规上工业增加值多少,出口交货值多少",
            ["规上工业增加值多少", "出口交货值多少"],
            id="two, by a comma",
        ),
        pytest.param(
            "用电量多少？联系电话多少？", ["用电量多少", "联系电话多少"], id="two, by question marks"
        ),
        pytest.param(
            "制造业投资多少钱 增速几多 全市老几",
            ["制造业投资多少钱", "增速几多", "全市老几"],
            id="three, by gaps",
        ),
        pytest.param("医化、电子信息产值多少", ["医化 电子信息产值多少"], id="a list is one question"),
        pytest.param(
            "医化产值多少,帮我看看", ["医化产值多少 帮我看看"], id="a piece that asks nothing stays with it"
        ),
        pytest.param("今年上半年,医化产值多少", ["今年上半年 医化产值多少"], id="so does what stands before"),
        pytest.param("缝制设备、时尚、医化哪个高", ["缝制设备、时尚、医化哪个高"], id="which of three"),
    ],
)
def test_a_message_of_several_questions(text: str, parts: list[str]) -> None:
    """In the order they are asked."""
    assert several(text, lexicon()) == parts


@pytest.mark.parametrize(
    ("text", "core", "aside"),
    [
        pytest.param("财政花了多少钱，我要填表", "财政花了多少钱", "我要填表", id="of oneself"),
        pytest.param("产值几个亿,涨几个点,一次讲完", "产值几个亿，涨几个点", "一次讲完", id="of the answer"),
        pytest.param("除开并列头名 谁增速高多少", "", "", id="what stands before narrows it"),
        pytest.param(
            "写稿核实一下,投资多少,标题里要用", "投资多少", "写稿核实一下，标题里要用", id="what it is for"
        ),
        pytest.param(
            "我是退休教师,工业增加值多少,给老同事讲课用",
            "工业增加值多少",
            "我是退休教师，给老同事讲课用",
            id="who one is",
        ),
        pytest.param("我做旅游的,产值多少", "", "", id="what one does for a living is asked about"),
        pytest.param("写材料要写几份", "", "", id="asked about itself"),
        pytest.param("产值多少 结果", "", "", id="what is behind it may narrow it"),
    ],
)
def test_what_is_said_behind_a_question_is_told_from_it(text: str, core: str, aside: str) -> None:
    """Only what begins as talk of oneself does is none of it."""
    assert asking(text, lexicon()) == (core, aside)


@pytest.mark.parametrize(
    "question",
    ["电子信息产业产值多少，我要填表", "电子信息产业产值多少 急用", "电子信息产业产值多少,领导开会要用"],
)
def test_talk_behind_a_question_is_not_asked_for(question: str, answerer: Answerer) -> None:
    """The answer is that of the question alone."""
    assert "24.69亿元" in answerer.answer(question).headline


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("what is the output of electronics", True),
        ("How many hectares were sold?", True),
        ("сколько стоит дом в городе", True),
        ("어느 산업이 가장 많이 성장했나요", True),
        ("GDP", False),
        ("GDP 2024", False),
        ("5G R&D", False),
        ("what is 产值", False),
        ("24.69 / 38.45", False),
        ("<b>x</b><script>alert(1)</script><script>", False),
    ],
)
def test_another_language_is_told(text: str, foreign: bool, answerer: Answerer) -> None:
    """It is asked for in Chinese, and no word of it is said to stand nowhere."""
    assert is_foreign(text) is foreign
    told = answerer.answer(text)
    assert ("请用中文" in told.headline) is foreign
    assert told.kind is Kind.NOT_FOUND or not foreign


@pytest.mark.parametrize("text", ["为什么", "为什么呢?", "什么原因", "为啥", "是什么原因造成的"])
def test_a_reason_of_nothing_is_not_given(text: str, answerer: Answerer) -> None:
    """With no question before."""
    assert answerer.answer(text).kind is Kind.NOT_FOUND
