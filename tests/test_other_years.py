"""What is told of one year says nothing of another, and lists are told where they name just as many as are asked for."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_REPORT = (
    "白汀市信息中心\n"
    "关于全市政务网站情况的通报\n"
    "一、基本情况\n"
    "目前各区县政务网站中有14个开通了英文版。\n"
    "海纳生物股份有限公司和蓝湾微电子股份有限公司2家企业已在科创板上市。\n"
    "各基金入股企业,为企业增资、增信,降低了企业的资产负债率。\n"
    "全市经济平稳运行,2023年地区生产总值增长4.6%。\n"
    "2023年社会消费品零售总额312.4亿元,下降1.1%;其中乡村消费品零售额48.2亿元,增长0.7%。\n"
    "土地出让86亩,商品房销售面积21.4万平方米。\n"
    "2024年5月8日\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this paper, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_REPORT) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("在科创板上市的是哪两家企业", ["海纳生物", "蓝湾微电子"], id="two of a sentence"),
        pytest.param("企业的资产负债率为什么降下来了", ["增资、增信"], id="what was done to it"),
        pytest.param("2023年全市经济增长了多少", ["地区生产总值", "4.6%"], id="how fast an economy grows"),
        pytest.param("2023年经济涨了几多", ["4.6%"], id="the same as it is spoken"),
        pytest.param(
            "社会消费品零售总额2023年是增长的,对不对", ["下降1.1%", "与所说的不同"], id="a year in a claim"
        ),
        pytest.param("土地一共卖出去几亩", ["86亩"], id="land that is let"),
    ],
)
def test_what_is_told(made: Answerer, question: str, said: list[str]) -> None:
    """Every piece stands in the answer."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert [piece for piece in said if piece not in answer.headline] == [], answer.headline


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("2031年区县网站有多少个开通了英文版", id="a year to come"),
        pytest.param("1998年区县网站有多少个开通了英文版", id="a year long before"),
        pytest.param("民营经济增长了多少", id="a part of an economy"),
        pytest.param("哪三家企业在科创板上市", id="more than there are"),
    ],
)
def test_what_is_not_told(made: Answerer, question: str) -> None:
    """Nothing near it is told for it."""
    answer = made.answer(question)
    assert answer.kind is Kind.NOT_FOUND, answer.headline
