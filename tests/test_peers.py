"""Figures that stand beside each other: no total, no whole among its parts."""

from decimal import Decimal

import pytest

from bot.answering.answerer import Answerer
from bot.matching.query import Query
from bot.matching.retriever import Retriever
from bot.operations.ranking.peers import peers
from bot.understanding.question import Run
from corpus.figure import Measure

SIX = {
    "医化产业产值",
    "缝制设备产业产值",
    "电子信息产业产值",
    "汽车零配件产业产值",
    "智能家居产业产值",
    "时尚产业产值",
}


def query(*words: str) -> Query:
    return Query(tuple(Run(word, word) for word in words))


def test_the_six_industries_are_a_group(retriever: Retriever) -> None:
    """Without the total of the section above them."""
    group = peers(query("总产值"), Measure.LEVEL, retriever)
    assert group is not None
    assert {card.figure.name for card in group.cards} == SIX
    assert group.missing == ()


def test_the_parts_of_a_whole(retriever: Retriever) -> None:
    """主导产业 names the section that the six stand in."""
    group = peers(query("主导产业"), Measure.LEVEL, retriever, of_whole=True)
    assert group is not None
    assert {card.figure.name for card in group.cards} == SIX


def test_by_value_is_from_the_highest(retriever: Retriever) -> None:
    """A fall is below every rise."""
    group = peers(query("产业"), Measure.GROWTH, retriever)
    assert group is not None
    values = [card.figure.signed for card in group.by_value]
    assert values == sorted(values, reverse=True)
    assert values[0] == Decimal("45.1")
    assert values[-1] == Decimal("-15.4")


@pytest.mark.parametrize("words", ["利润", "房地产"])
def test_words_that_no_member_has_are_missing(words: str, retriever: Retriever) -> None:
    """So that no other group is taken for what is asked."""
    group = peers(query(words), Measure.LEVEL, retriever)
    assert group is None or group.missing


def test_parts_of_a_place_are_told_by_name(counties: Answerer) -> None:
    """三次产业 of a bulletin: the total is no member."""
    group = peers(query("产业增加值"), Measure.LEVEL, counties.retriever)
    assert group is not None
    assert [card.figure.quantity.raw for card in group.cards] == ["22.18亿元", "88.40亿元", "104.32亿元"]
