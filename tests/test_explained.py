"""Why something is so or not so, what is wrong, what a rule is for, and into which parts something goes."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_REPORT = (
    "云岭县2024年城乡建设情况报告\n"
    "为进一步改善人居环境,现将有关情况报告如下。\n"
    "您建议的“石桥村修建污水管网”,考虑到该村地势分散、铺设造价每户约2.6万元,县级财力难以承担,暂不安排。\n"
    "南门菜场至今未开业,消防验收手续尚未办结。\n"
    "东门大桥工期推迟,因上游持续降雨、围堰两次被冲毁。\n"
    "各位代表,我们也清醒看到,工作中还有不少困难和问题:停车位缺口大,老旧管网漏损率偏高,村级垃圾分类落实不够。\n"
    "全年安排建设资金8600万元,其中道路改造3900万元、管网更新2800万元、绿化提升1900万元。\n"
    "危房改造验收312户。\n"
    "北坡隧道停工的原因主要是:一是地质条件复杂,需要重新勘察。二是施工单位资金紧张。\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this document, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_REPORT) as answerer:
        yield answerer


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("石桥村的污水管网为啥不修", "财力难以承担", id="why it is not done"),
        pytest.param("南门菜场怎么还不开业", "消防验收", id="why not yet"),
        pytest.param("东门大桥的工期咋个拖了", "围堰", id="why it is late"),
        pytest.param("北坡隧道为什么停工", "二是施工单位资金紧张", id="all points of it"),
        pytest.param("报告里说还有哪些难处", "停车位缺口", id="what is wrong"),
        pytest.param("建设资金花在哪三块", "管网更新2800万元", id="three parts"),
        pytest.param("全年建设资金都分成哪几块", "绿化提升1900万元", id="parts uncounted"),
    ],
)
def test_words_are_told_for_why_and_what_parts(question: str, told: str, made: Answerer) -> None:
    """The sentence that says so, in the document's own words."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    ("question", "never"),
    [
        pytest.param("危房改造为啥这么慢", ("财力", "降雨", "消防"), id="no reason of another thing"),
        pytest.param("学校为什么还没搬迁", ("财力", "降雨", "消防"), id="a thing that no letter has"),
        pytest.param("危房改造的钱花在哪四块", ("道路改造",), id="no parts of another sum"),
    ],
)
def test_what_no_sentence_says_is_not_explained(
    question: str, never: tuple[str, ...], made: Answerer
) -> None:
    """A cause of something else is no answer."""
    answer = made.answer(question)
    told = answer.headline if answer.kind is Kind.ANSWER else ""
    assert not any(word in told for word in never)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("危房改造中途验收了多少户", id="midway"),
        pytest.param("危房改造大批验收是几户", id="in numbers"),
        pytest.param("听师傅讲危房改造现场验收几户", id="on the spot"),
    ],
)
def test_everyday_words_are_never_said_to_stand_nowhere(question: str, made: Answerer) -> None:
    """They are no thing that a paper deals with or not."""
    assert "没有提到" not in made.answer(question).headline


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("哪个菜场手续没有办结", "南门菜场", id="which of them"),
    ],
)
def test_which_of_a_sort_is_told_by_its_sentence(question: str, told: str, made: Answerer) -> None:
    """The sentence that says the rest of the question."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline
