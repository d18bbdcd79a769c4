"""Questions answered in the letter's own words: reasons, lists, what a number stands for, where, the original."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.operations.words.quotes import LIST_LIMIT
from corpus.texts.text import tidy


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("医化为什么下降", ("海外市场需求减弱", "出口大幅下降"), id="why it fell"),
        pytest.param("医药行业咋跌了", ("海外市场需求减弱",), id="why, spoken"),
        pytest.param("电子信息靠什么增长的", ("龙头企业水晶光电的带动作用",), id="what it rests on"),
        pytest.param("汽车零配件增量来自哪里", ("增量主要来自新能源汽车市场",), id="where it comes from"),
        pytest.param("缝制设备行业有啥困难", ("市场形势不佳", "缺乏增量市场"), id="troubles"),
        pytest.param("时尚产业为什么能增长", ("模塑板块整体上涨",), id="what its parts did"),
        pytest.param("8亿套是什么项目", ("水晶光电年产8亿套移动智能终端精密薄膜光学面板",), id="a number"),
        pytest.param("300万台是啥", ("信质300万台定转子",), id="another number"),
        pytest.param("“直通车”那句原文怎么写的", ("直通车”服务机制",), id="the original"),
        pytest.param("眼镜板块怎么样", ("眼镜板块略有上涨",), id="how it is"),
        pytest.param("抢抓开工重点盯哪些项目", ("水晶200亩",), id="a list in a sentence"),
        pytest.param("争取列入省级工业互联网的是哪些企业", ("海正药业", "九洲药业"), id="companies"),
    ],
)
def test_words_are_quoted(question: str, says: tuple[str, ...], answerer: Answerer) -> None:
    """What is quoted stands in a cited passage."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.ANSWER
    texts = [tidy(one.passage.text) for one in answer.cited]
    assert all(part in answer.headline for part in says)
    assert all(any(part in text for text in texts) for part in says)


def test_the_points_of_a_section_are_its_headings(answerer: Answerer) -> None:
    """下阶段的五个行动 are the five titles of the third section."""
    answer = answerer.answer("下阶段有哪五个行动")
    assert answer.headline == (
        "(一)实施“工业稳产增效”行动;(二)实施“空间拓展重塑”行动;(三)实施“蝶变数字经济”行动;"
        "(四)实施“扶强扶优企业”行动;(五)实施“扩大工业投资”行动"
    )


@pytest.mark.parametrize(
    "question",
    [
        "医化为什么下降",
        "缝制设备行业有啥困难",
        "数据碰撞会同哪些部门",
        "下阶段有哪五个行动",
        "推动“两新”工作怎么做",
    ],
)
def test_a_quotation_is_no_whole_page(question: str, answerer: Answerer) -> None:
    """A phone shows it without scrolling."""
    assert len(answerer.answer(question).headline) <= LIST_LIMIT


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("智能家居产业为什么增长", id="a figure without a reason"),
        pytest.param("用电量为什么增长", id="another"),
        pytest.param("房价为什么下跌", id="a thing that is not there"),
    ],
)
def test_a_reason_that_is_not_given_is_not_made_up(question: str, answerer: Answerer) -> None:
    """The neighbour's reason is no answer."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.NOT_FOUND
    assert "水晶光电" not in answer.headline
    assert "海外市场" not in answer.headline
