"""What stands behind a word and a colon, or in one sentence on the document itself, asked in everyday words."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_REPLY = (
    "关于第32号建议的答复（B类）\n"
    "林青禾代表:\n"
    "您3月6日写给县长信箱的来信收悉。为进一步规范养犬管理,现答复如下。\n"
    "全县登记犬只4120只。如对答复有意见,可拨打监督电话12345反映。\n"
    "本办法自印发之日起施行,《云岭县养犬管理办法》(云政发〔2016〕9号)同时废止。\n"
    "常务副县长秦牧野担任链长。\n"
    "受理编号：YL20240306-17\n"
    "承办科室：综合执法科　　联系人：柳明远　　是否公开：是\n"
    "（撰稿：宋知秋　审核：方如海）\n"
    "责任编辑：温如故\n"
    "云岭县综合行政执法局\n"
    "2024年4月9日\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this document, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_REPLY) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("审核的是谁", "方如海", id="who checked it"),
        pytest.param("谁撰的稿,谁审的稿", "宋知秋", id="who wrote and who checked it"),
        pytest.param("编辑是谁呀", "温如故", id="who edits it"),
        pytest.param("信件的编号发我一下", "YL20240306-17", id="its number"),
        pytest.param("承办的科室是哪个", "综合执法科", id="which office"),
        pytest.param("这个答复公开吗", "是否公开：是", id="whether it is open"),
        pytest.param("哪个文件被废止了", "云政发〔2016〕9号", id="what it takes the place of"),
        pytest.param("链长是哪一位", "秦牧野", id="who holds an office"),
        pytest.param("不满意要打什么电话", "12345", id="where one complains"),
        pytest.param("来信是几号写的", "3月6日", id="the day of the letter answered"),
        pytest.param("建议答复算A类还是B类", "B类", id="its class"),
    ],
)
def test_what_a_document_says_of_itself_is_told(question: str, told: str, made: Answerer) -> None:
    """As it is printed, the label with it."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("总经济师是谁", id="an office that nobody holds"),
        pytest.param("副局长都有谁", id="a list that is not there"),
        pytest.param("年鉴哪年出版", id="no yearbook"),
    ],
)
def test_what_no_label_says_is_not_told(question: str, made: Answerer) -> None:
    """No name of another office stands in for it."""
    answer = made.answer(question)
    assert answer.kind is Kind.NOT_FOUND or not {"柳明远", "秦牧野", "方如海"}.intersection(answer.headline)


def test_two_that_issue_a_document_together_are_both_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    """With a mark between them, which their line has a gap for."""
    text = "云岭县2024年统计公报\n2024年,全县粮食产量12.6万吨。\n云岭县统计局　国家统计局云岭调查队\n2025年3月12日\n"
    with answering(tmp_path_factory.mktemp("issued"), made=text) as answerer:
        answer = answerer.answer("公报是哪两家发布的")
    assert answer.kind is Kind.ANSWER
    assert "云岭县统计局、国家统计局云岭调查队" in answer.headline
