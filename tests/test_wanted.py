"""What a question word asks for: a place, a body, a time, a way of doing. A sentence without it is no answer."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.understanding.expressions.wanted import has_wanted
from tests.libraries import answering

_REPORT = (
    "云岭县农业农村局\n"
    "关于云岭县茶产业发展情况的报告\n"
    "一、基本情况\n"
    "全县茶叶加工企业86家,其中停产半停产企业19家,占22.1%,比去年底减少3家。\n"
    "低产茶园2.4万亩,占茶园总面积的18.7%,比上年下降1.2个百分点。\n"
    "农机总动力38.6万千瓦,同比增长2.9%。\n"
    "二、下一步工作\n"
    "对停产半停产茶叶加工企业逐户走访,查找症结,制定一户一策解困办法。\n"
    "推进低产茶园改种换植,推广良种茶苗,聘请农技专家驻点指导。\n"
    "扩大加工企业队伍。一手抓作坊转型,会同税务、供销部门摸清底数;一手抓招大引强,动员外出茶商回乡办厂。\n"
    "加快青坪茶叶交易市场、云雾茶业研发楼等重点工程建设。\n"
    "跟踪石门冷链物流园等12个农业项目建设进度,帮助协调解决用地问题。\n"
    "白石茶厂已搬迁至东湖工业园区。\n"
    "南屏育苗基地由省第二建筑公司承建,预计2025年6月完工。\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this document, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_REPORT) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "words", "told"),
    [
        pytest.param("茶叶市场搬到哪里去了", "加快茶叶市场建设。", False, id="no place"),
        pytest.param("茶叶市场搬到哪里去了", "茶叶市场迁至东湖路。", True, id="where it went"),
        pytest.param("新校区选址在哪儿", "新校区总投资2.1亿元。", False, id="an amount for a place"),
        pytest.param("新校区选址在哪儿", "新校区位于城北新区。", True, id="its place"),
        pytest.param("桥是哪家公司中标的", "大桥项目进展顺利。", False, id="no body"),
        pytest.param("桥是哪家公司中标的", "大桥由中交二局承建。", True, id="who builds"),
        pytest.param("泵站啥时候能建好", "泵站等5个项目正在建设。", False, id="no time"),
        pytest.param("泵站啥时候能建好", "泵站年底前完工。", True, id="by the end of the year"),
        pytest.param("亏损的厂打算咋帮", "亏损企业41家,占12.5%。", False, id="figures for a way"),
        pytest.param("亏损的厂打算咋帮", "对亏损企业逐户制定方案。", True, id="a way"),
        pytest.param("办证要多久", "办证窗口设在一楼。", False, id="no span"),
        pytest.param("办证要多久", "办证3个工作日办结。", True, id="a span"),
        pytest.param("粮食产量怎么样", "粮食产量8万吨。", True, id="how it is asks for no way"),
        pytest.param("产量怎么降了", "产量下降3%。", True, id="why asks for no way"),
    ],
)
def test_a_sentence_has_what_the_question_word_asks_for(question: str, words: str, told: bool) -> None:
    """A place, a body, a time, a span, a way; any sentence where none of them is asked for."""
    assert has_wanted(question, words) is told


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("停产的企业政府打算咋帮", "一户一策", id="how firms are helped"),
        pytest.param("低产茶园怎么改", "改种换植", id="how a garden is changed"),
        pytest.param("怎么把加工企业的队伍做大", "外出茶商回乡办厂", id="how they grow in number"),
        pytest.param("白石茶厂搬到哪里去了", "东湖工业园区", id="where it went"),
        pytest.param("南屏育苗基地哪家公司承建", "省第二建筑公司", id="who builds it"),
        pytest.param("南屏育苗基地啥时候建好", "2025年6月", id="when it is done"),
    ],
)
def test_a_sentence_that_has_it_is_told(question: str, told: str, made: Answerer) -> None:
    """And none of mere figures about the thing."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("云雾茶业研发楼搬到哪里去了", id="where, of what is built"),
        pytest.param("青坪茶叶交易市场哪家公司中标", id="who won, of what is built"),
        pytest.param("石门冷链物流园啥时候能建好", id="when, of what is under way"),
        pytest.param("青坪茶叶交易市场设在什么地方", id="where it stands"),
        pytest.param("云雾茶业研发楼是谁承建的", id="who builds it"),
        pytest.param("云雾茶业研发楼工期多久", id="how long"),
    ],
)
def test_a_sentence_about_the_thing_alone_is_no_answer(question: str, made: Answerer) -> None:
    """It may be shown as the closest there is."""
    assert made.answer(question).kind is Kind.NOT_FOUND
