"""Headlines: no number gets into one but through a figure, a working, a quotation or a fact."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from bot.operations.arithmetic.reckon import difference
from bot.phrasing.headline import (
    Against,
    Known,
    Named,
    NumberInWords,
    Part,
    Printed,
    Quoted,
    Result,
    Said,
    When,
    Where,
    Whole,
    headline,
    joined,
)
from bot.understanding.question import Question
from bot.wording import wording
from corpus.figure import Figure, Measure, Status
from corpus.letter import Fact, Letter
from tests.printed import HALF, figure, growth, passage

_SLOT = re.compile(r"\{(\w+)\}")
SENTENCE = passage("全县竹林面积2\n10万亩,同比增长8.1%。")


@pytest.mark.parametrize(
    "template",
    ["产值25亿元", "共3个", "增长百分之八,三家", "两个产业", "{name}约1倍", "五亩", "２家"],
)
def test_our_own_words_hold_no_number(template: str) -> None:
    """Digits of any width and Chinese numerals before a unit are refused."""
    with pytest.raises(NumberInWords):
        headline(template, name=Named(figure("1亿元")))


@pytest.mark.parametrize("mark", ["3", "两家"])
def test_nor_do_the_marks_between_parts(mark: str) -> None:
    """What joins headlines is our own words too."""
    with pytest.raises(NumberInWords):
        joined(mark, [headline("甲"), headline("乙")])


@pytest.mark.parametrize("words", ["一下", "第一", "千方百计", "统一", "万一"])
def test_numerals_that_count_nothing_are_words(words: str) -> None:
    """一 of 一下 is no number."""
    assert headline(words).text == words


def test_no_template_of_the_bot_has_a_number() -> None:
    """All of bot/data/wording.toml that fills headlines, whatever fills its slots."""
    tables = tomllib.loads((files("bot") / "data" / "wording.toml").read_text(encoding="utf-8"))
    for table in ("figure", "compare", "rank", "reckon", "check", "refuse", "chat", "fact", "text"):
        for template in tables[table].values():
            parts: dict[str, Part] = dict.fromkeys(_SLOT.findall(template), headline("甲"))
            assert "甲" in headline(template, **parts).text or not parts


def test_a_name_that_is_not_there_is_an_error() -> None:
    """The wording is looked up by its full name."""
    assert wording()["figure.up"] == "增长"
    with pytest.raises(KeyError):
        wording()["figure.sideways"]


@pytest.mark.parametrize("words", ["竹林面积210万亩", "同比增长8.1%", "全县竹林面积210万亩,同比增长8.1%。"])
def test_a_quotation_stands_in_its_passage(words: str) -> None:
    """As it is read: a gap inside a figure is closed."""
    assert Quoted(SENTENCE, words).text == words


@pytest.mark.parametrize("words", ["竹林面积211万亩", "增长8.2%", "2 10万亩", "面积，同比"])
def test_words_that_a_passage_does_not_have_are_no_quotation(words: str) -> None:
    """One digit off is enough."""
    with pytest.raises(ValueError, match="does not say"):
        Quoted(SENTENCE, words)


def test_said_stands_in_the_question() -> None:
    """A refusal repeats the question's own words and no others."""
    question = Question("2023年的产值")
    assert Said(question, "2023年").text == "2023年"
    with pytest.raises(ValueError, match="does not say"):
        Said(question, "2022年")


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(figure("24.69亿元"), "24.69亿元", id="as printed"),
        pytest.param(growth("-3.6%", direction=-1), "3.6%", id="the sign is left to 下降"),
        pytest.param(figure("-3.6%"), "-3.6%", id="the sign of a level stays"),
        pytest.param(figure("500亩以上", status=Status.TARGET), "500亩以上", id="hedge behind"),
        pytest.param(
            figure("50亿元", status=Status.TARGET, verb="突破"), "50亿元", id="no hedge, so no verb before it"
        ),
        pytest.param(figure("近百家"), "近百家", id="chinese with a hedge"),
    ],
)
def test_a_figure_is_said_as_printed(one: Figure, text: str) -> None:
    """Number, unit and hedge are the letter's."""
    assert Printed(one).text == text


def test_a_cell_gets_the_unit_of_its_head() -> None:
    """The bare cell with the unit that the table gives it."""
    cell = figure("37.25亿元")
    bare = replace(cell, quantity=replace(cell.quantity, raw="37.25"))
    assert Printed(bare).text == "37.25亿元"


def test_parts_and_what_they_say() -> None:
    """Each part reads what it is made from."""
    one = figure("38.45亿元", "汽车零配件产业产值", measure=Measure.LEVEL)
    letter = Letter("a", "", "关于提案的答复", signed=date(2024, 7, 25))
    gap = difference(one, figure("24.69亿元"))
    parts: list[Part] = [Named(one), When(HALF), Where(one), Whole(one), Against(growth("1%")), Result(gap)]
    assert [headline("{part}", part=part).text for part in parts] == [
        "汽车零配件产业产值",
        "2024年1-6月",
        "椒江区",
        "",
        "同比",
        "13.76亿元",
    ]
    assert Known(letter).text == "关于提案的答复"
    assert Known(Fact("联系人", "张航", 0, 2)).text == "张航"


def test_slots_are_filled_in_place() -> None:
    """Words and parts in the order of the template; a headline is a part itself."""
    inner = headline("{name}{value}", name=Named(figure("1亿元")), value=Printed(figure("1亿元")))
    assert headline("有:{body}。", body=inner).text == "有:产值1亿元。"
    assert joined(";", [inner, inner]).text == "产值1亿元;产值1亿元"
