"""Some of those that are counted, and all of them; a whole called by its number; measures listed; amounts since the year before."""

import pytest

from bot.understanding.several.enumerated import measures_apart
from tests.reckoned import INDUSTRY, SOCIETY, Reckoned


@pytest.mark.parametrize(
    ("paper", "question", "said", "never"),
    [
        (INDUSTRY, "年产值过亿的企业有多少家", "54家", "21家"),
        (INDUSTRY, "产值超亿元的厂子几家", "54家", "21家"),
        (INDUSTRY, "过亿的厂有多少家", "54家", "21家"),
        (INDUSTRY, "产值过亿的企业里负增长的几家", "21家", "54家"),
        (INDUSTRY, "億元以上企業 負增長嘅有幾多間", "21家", "54家"),
        (SOCIETY, "养老机构消防达标的有多少家", "77家", "没有找到"),
        (SOCIETY, "消防达标的养老机构有几家", "77家", "没有找到"),
        (SOCIETY, "养老机构消防没达标的有几家", "未达标9家", "77家"),
        (SOCIETY, "小型水库有几座", "152座", "118座"),
    ],
)
def test_those_that_are_asked_for_are_counted(
    reckoned: Reckoned, paper: str, question: str, said: str, never: str
) -> None:
    headline = reckoned.answer(paper, question).headline
    assert said in headline
    assert never not in headline


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        (INDUSTRY, "217家里头负增长几家", ["93家"]),
        (INDUSTRY, "217家里头负增长的几家 面多大", ["93家", "42.9%"]),
        (INDUSTRY, "54家里没掉的几家", ["33家"]),
        (SOCIETY, "86家里头公办几家", ["28家"]),
        (SOCIETY, "152座里头加固了几座", ["118座"]),
        (SOCIETY, "4860人里头高级职称几个 占多大比例", ["972人", "20%"]),
    ],
)
def test_a_whole_is_called_by_its_number(
    reckoned: Reckoned, paper: str, question: str, said: list[str]
) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        (INDUSTRY, "工业投资的名次、金额和增速都报一下", ["9.32亿元", "12.4%", "第四"]),
        (INDUSTRY, "工业投资名次,金额,增速三个都要", ["9.32亿元", "12.4%", "第四"]),
        (INDUSTRY, "装备制造产值的总量、增幅", ["64.1亿元", "12.5%"]),
        (INDUSTRY, "规上工业增加值的排名和增速", ["第三", "7.3%"]),
        (SOCIETY, "旅游收入的数额和增速都说下", ["96.8亿元", "18.5%"]),
        (SOCIETY, "夜间游客的总量跟涨幅", ["310万人次", "22.4%"]),
    ],
)
def test_each_measure_listed_is_told(reckoned: Reckoned, paper: str, question: str, said: list[str]) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize("text", ["工业投资的增速", "投资增速排名第几和谁差不多", "甲和乙的增速", ""])
def test_one_measure_is_no_list(text: str) -> None:
    assert measures_apart(text) == ""


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        (INDUSTRY, "纺织产业比去年同期少了多少亿", ["6.5亿元", "推算"]),
        (INDUSTRY, "出口比上年同期少卖了多少", ["1.6亿元"]),
        (INDUSTRY, "工业投资同比多投了多少钱", ["1.03亿元"]),
        (SOCIETY, "油菜籽比上年少收了多少", ["0.2万吨"]),
        (SOCIETY, "旅游收入比上年多了多少亿", ["15.1亿元"]),
        (SOCIETY, "游客比上年多来了多少人次", ["154万人次"]),
        (INDUSTRY, "去年年底规上企业负增长面是多少", ["47.1%"]),
        (SOCIETY, "上年底高级职称教师占比多少", ["18.5%"]),
    ],
)
def test_what_was_gained_since_is_told(
    reckoned: Reckoned, paper: str, question: str, said: list[str]
) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    ("paper", "question"),
    [
        (INDUSTRY, "规上工业增加值比去年多了多少亿"),
        (INDUSTRY, "出口环比少了多少亿"),
        (SOCIETY, "养老机构比上年多了几家"),
    ],
)
def test_what_cannot_be_had_is_not_reckoned(reckoned: Reckoned, paper: str, question: str) -> None:
    assert "推算" not in reckoned.answer(paper, question).headline


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        (SOCIETY, "养老机构消防未达标的占几成", "10.5%"),
        (SOCIETY, "养老机构消防未达标的比例", "10.5%"),
        (SOCIETY, "小型水库加固了的占比多少", "77.6%"),
        (SOCIETY, "小型水库除险加固的比例是多少", "77.6%"),
        (INDUSTRY, "亿元以上企业里产值下降的占多大比例", "38.9%"),
    ],
)
def test_what_part_some_are_of_all_is_told(reckoned: Reckoned, paper: str, question: str, said: str) -> None:
    reckoned.assert_told(paper, question, [said])
