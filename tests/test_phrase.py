"""Figures put into words: level, growth, share, change, target; place and period once where they are shared."""

from dataclasses import replace

import pytest

from bot.phrasing.phrase import Statement, changed, direction, stated, told
from corpus.figure import Figure, Measure, Status
from tests.printed import YEAR, figure, growth, passage

SENTENCE = passage("医化产业实现产值55.26亿元,同比下降15.4%,增速居全市第三位。")


def change(verb: str, sign: int) -> Figure:
    return figure("5个百分点", measure=Measure.CHANGE, direction=sign, verb=verb, basis="较去年年底")


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(growth("45.1%"), "同比增长45.1%", id="rise"),
        pytest.param(growth("15.4%", direction=-1), "同比下降15.4%", id="fall"),
        pytest.param(growth("-2.7%", direction=-1), "同比下降2.7%", id="增长-2.7%"),
        pytest.param(replace(growth("0%"), direction=0), "同比持平", id="flat"),
        pytest.param(growth("1.2倍"), "同比增长1.2倍", id="multiple"),
        pytest.param(change("收窄", -1), "较去年年底收窄5个百分点", id="the letter's own word"),
        pytest.param(change("扩大到", 1), "较去年年底扩大5个百分点", id="the word without what follows"),
        pytest.param(change("", 1), "较去年年底增加5个百分点", id="more"),
        pytest.param(change("", -1), "较去年年底减少5个百分点", id="less"),
        pytest.param(
            replace(figure("34.0%", measure=Measure.SHARE), whole="规上工业总产值"),
            "占规上工业总产值的34.0%",
            id="share of a whole",
        ),
        pytest.param(figure("34.0%", measure=Measure.SHARE), "占比34.0%", id="share of nothing named"),
    ],
)
def test_a_change_says_its_direction(one: Figure, text: str) -> None:
    """A fall is never said as a rise, nor the reverse."""
    assert changed(one).text == text


def test_growth_is_up_or_down_whatever_the_verb() -> None:
    """下滑 and 跌 of a letter are 下降 in an answer."""
    assert direction(replace(growth("3%", direction=-1), verb="下滑")) == "下降"


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        pytest.param(
            (figure("55.26亿元", "医化产业产值"), growth("15.4%", "医化产业产值", direction=-1)),
            "医化产业产值55.26亿元,同比下降15.4%",
            id="level with growth",
        ),
        pytest.param((figure("39微克", "PM2.5"),), "PM2.5为39微克", id="a name that ends with a digit"),
        pytest.param((growth("5.8%", "规下工业增加值"),), "规下工业增加值同比增长5.8%", id="growth alone"),
        pytest.param(
            (figure("500亩以上", "出让工业用地", status=Status.TARGET),),
            "出让工业用地500亩以上(目标)",
            id="target",
        ),
    ],
)
def test_a_statement_names_its_thing_once(figures: tuple[Figure, ...], text: str) -> None:
    """The name, then what is said of it."""
    assert stated(Statement(figures, SENTENCE)).text == text


def test_a_rank_is_told_in_its_own_clause() -> None:
    """The clause as printed, after the name where it does not say it."""
    place = SENTENCE.text.index("第三")
    rank = figure("3位", "医化产业产值", measure=Measure.RANK)
    rank = replace(rank, quantity=replace(rank.quantity, raw="第三位", start=place, end=place + 3))
    assert stated(Statement((rank,), SENTENCE)).text == "医化产业产值:增速居全市第三位"


def test_place_and_period_are_said_once_where_all_share_them() -> None:
    """Else behind each."""
    one, other = figure("22.67亿元", "缝制设备产值"), figure("22.58亿元", "时尚产值")
    shared = told([Statement((one,), SENTENCE), Statement((other,), SENTENCE)])
    assert shared.text == "缝制设备产值22.67亿元;时尚产值22.58亿元(2024年1-6月,椒江区)"
    elsewhere = replace(other, place="小椒江")
    apart = told([Statement((one,), SENTENCE), Statement((elsewhere,), SENTENCE)])
    assert apart.text == "缝制设备产值22.67亿元(2024年1-6月,椒江区);时尚产值22.58亿元(2024年1-6月,小椒江)"


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(replace(figure("1家"), period=YEAR), "产值1家(2024年,椒江区)", id="year"),
        pytest.param(replace(figure("1家"), place=""), "产值1家(2024年1-6月)", id="no place"),
        pytest.param(replace(figure("1家"), period=None), "产值1家(椒江区)", id="no period"),
        pytest.param(replace(figure("1家"), period=None, place=""), "产值1家", id="neither"),
    ],
)
def test_what_is_not_known_is_not_said(one: Figure, text: str) -> None:
    """No empty brackets."""
    assert told([Statement((one,), SENTENCE)]).text == text
