"""Words of talk, or of another register than a paper's, are not denied; who is named, and what has no number, is told truly."""

import re
from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_REPLY = (
    "海屿市交通运输局\n"
    "关于市政协五届二次会议第27号提案的答复函\n"
    "林书远、郭彩云、万之航等3位委员:\n"
    "您们提出的《关于完善城乡公交网络的建议》收悉,现答复如下:\n"
    "一、运行情况\n"
    "上半年公交客运量1860万人次,同比增长6.2%。增量主要来自夜间线路。\n"
    "定制公交客运量92万人次,同比增长3.5%。其中通勤线路客流上升,旅游线路客流上升。\n"
    "农村客运量240万人次,同比下降2.4%。\n"
    "二、下步打算\n"
    "加快东岭枢纽、北站换乘中心等项目建设,争取列入省级重点。\n"
    "联系单位:海屿市交通运输局 联系人:沈怀瑾 联系电话:0588-6213345\n"
    "海屿市交通运输局\n"
    "2024年8月6日\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this document, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_REPLY) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("这个提案几个人联名的", "3位委员", id="how many signed"),
        pytest.param("有几位委员提的", "3位委员", id="how many, another way"),
        pytest.param("郭彩云在不在名单里", "郭彩云", id="who is in the list"),
        pytest.param("提案人里有没有万之航", "万之航", id="whether one is among them"),
        pytest.param("这事归哪个单位联系", "联系单位:海屿市交通运输局", id="the office"),
        pytest.param("给我个打得通的电话", "0588-6213345", id="telephone"),
    ],
)
def test_what_a_reply_says_of_itself_is_told(question: str, told: str, made: Answerer) -> None:
    """However it is asked for."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    ("question", "never"),
    [
        pytest.param("传真号码多少", "0588", id="no fax"),
        pytest.param("微信号是多少", "0588", id="no account"),
        pytest.param("赵启明在不在名单里", "林书远", id="one who is not"),
    ],
)
def test_what_it_does_not_say_is_not(question: str, never: str, made: Answerer) -> None:
    """A telephone is no fax, and a list no answer for who is not in it."""
    answer = made.answer(question)
    assert answer.kind is Kind.NOT_FOUND
    assert never not in answer.headline


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("公交多出来的生意打哪来的", "夜间线路", id="where more come from"),
        pytest.param("公交客运量新增的都是从哪儿冒出来的", "夜间线路", id="the same otherwise"),
        pytest.param("定制公交客运量为什么能增长", "通勤线路客流上升", id="what its parts did"),
        pytest.param("定制公交客运量增长靠撒子", "通勤线路客流上升", id="in dialect"),
    ],
)
def test_where_more_comes_from_is_a_reason(question: str, told: str, made: Answerer) -> None:
    """It is told as the paper says it."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("公交生意有起色没", "生意", id="trade"),
        pytest.param("公交客运量后劲足不足", "后劲", id="strength"),
        pytest.param("东岭北站那几个工程争取列入啥", "岭北站", id="cut out of names"),
        pytest.param("省里级别的重点有哪些工程", "工程", id="a project by another word"),
        pytest.param("农村客运量有没有倒退", "倒退", id="a fall by another word"),
        pytest.param("有没有国家级的东西", "东西", id="anything"),
    ],
)
def test_talk_is_not_denied(question: str, word: str, made: Answerer) -> None:
    """It is no thing that a paper deals with or not."""
    assert f"没有提到“{word}”" not in made.answer(question).headline


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("地铁客运量多少", "地铁", id="a thing"),
        pytest.param("轮渡票价有没有涨", "轮渡", id="another thing"),
    ],
)
def test_what_stands_nowhere_is_denied(question: str, word: str, made: Answerer) -> None:
    """A user is told that the paper does not deal with it."""
    assert f"没有提到“{word}" in made.answer(question).headline


# What is known of all letters: that a word stands in none, that none is of a time, that a line for a fact is not there.
_KNOWN = re.compile(r"信中没有(?:提到“|写明|\d{4}年)")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("公交票价收入多少", id="an amount that is not there"),
        pytest.param("农村客运量的增速目标是多少", id="a target"),
        pytest.param("下半年公交客运量多少", id="another time"),
        pytest.param("东岭枢纽什么时候能用上", id="when"),
        pytest.param("农村客运量为啥往下掉", id="why"),
        pytest.param("北站换乘中心要花多少钱", id="a cost"),
        pytest.param("公交客运量排全市第几", id="a rank"),
        pytest.param("定制公交的线路是怎么定下来的", id="how"),
    ],
)
def test_a_refusal_asserts_no_more_than_is_known(question: str, made: Answerer) -> None:
    """That nothing was found is no proof that a letter does not say it."""
    answer = made.answer(question)
    if answer.kind is Kind.NOT_FOUND:
        assert not answer.headline.startswith("信中没有") or _KNOWN.match(answer.headline)
    else:
        # What is answered is quoted, and has no figure of another thing.
        assert answer.cited


def test_at_least_some_of_these_are_refused(made: Answerer) -> None:
    """Else the test above looked at nothing."""
    refused = [
        made.answer(text) for text in ("公交票价收入多少", "下半年公交客运量多少", "公交客运量排全市第几")
    ]
    assert [one.kind for one in refused] == [Kind.NOT_FOUND] * 3
    assert any(one.headline.startswith("没有找到") for one in refused)
