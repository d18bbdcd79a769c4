"""Figures that stand beside each other: no total, no whole among its parts."""

from decimal import Decimal

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.answering.peers import peers
from bot.answering.wish import Wish
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


def wish(*words: str) -> Wish:
    return Wish(tuple(Run(word, word) for word in words))


def test_the_six_industries_are_a_group(desk: Desk) -> None:
    """Without the total of the section above them."""
    group = peers(wish("总产值"), Measure.LEVEL, desk)
    assert group is not None
    assert {card.figure.name for card in group.cards} == SIX
    assert group.missing == ()


def test_the_parts_of_a_whole(desk: Desk) -> None:
    """主导产业 names the section that the six stand in."""
    group = peers(wish("主导产业"), Measure.LEVEL, desk, of_whole=True)
    assert group is not None
    assert {card.figure.name for card in group.cards} == SIX


def test_by_value_is_from_the_highest(desk: Desk) -> None:
    """A fall is below every rise."""
    group = peers(wish("产业"), Measure.GROWTH, desk)
    assert group is not None
    values = [card.figure.signed for card in group.by_value]
    assert values == sorted(values, reverse=True)
    assert values[0] == Decimal("45.1")
    assert values[-1] == Decimal("-15.4")


@pytest.mark.parametrize("words", ["利润", "房地产"])
def test_words_that_no_member_has_are_missing(words: str, desk: Desk) -> None:
    """So that no other group is taken for what is asked."""
    group = peers(wish(words), Measure.LEVEL, desk)
    assert group is None or group.missing


def test_parts_of_a_place_are_told_by_name(counties: Answerer) -> None:
    """三次产业 of a bulletin: the total is no member."""
    group = peers(wish("产业增加值"), Measure.LEVEL, counties.desk)
    assert group is not None
    assert [card.figure.quantity.raw for card in group.cards] == ["22.18亿元", "88.40亿元", "104.32亿元"]
