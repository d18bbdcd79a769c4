"""Whether what a question says is so: of one thing, of all of a group, of a target, of a rank, of two places."""

import pytest

from bot.answer import Kind
from tests.reckoned import INDUSTRY, SOCIETY, Reckoned

WRONG, RIGHT = "与所说的不同", "说得对"


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(INDUSTRY, "四大主导产业是不是都在增长", ["不是:", "纺织", "8.2%"], id="one fell"),
        pytest.param(INDUSTRY, "四个产业都跌了吗", ["不是:", "12.5%", "9.7%", "15.3%"], id="three grew"),
        pytest.param(INDUSTRY, "四个主导产业产值全都过30亿吗", [RIGHT, "32.4亿元"], id="all over an amount"),
        pytest.param(INDUSTRY, "四大产业增速都在10%以上吗", ["不是:", "9.7%"], id="not all over a rate"),
        pytest.param(SOCIETY, "几种农作物是不是都增产了", ["不是:", "油菜籽"], id="crops"),
        pytest.param(SOCIETY, "四种作物都没减产吧", ["不是:", "油菜籽"], id="denied of all"),
        pytest.param(SOCIETY, "四种作物产量都超过1万吨吧", [RIGHT], id="crops over an amount"),
    ],
)  # fmt: skip
def test_it_is_said_of_which_it_is_not_so(
    reckoned: Reckoned, paper: str, question: str, said: list[str]
) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        (INDUSTRY, "新材料产业今年也在往下掉吧", ["15.3%", WRONG]),
        (INDUSTRY, "我没记错的话纺织产业是增长的,对吗", ["8.2%", WRONG]),
        (INDUSTRY, "出口是不是跌了", ["3.1%", RIGHT]),
        (INDUSTRY, "纺织没跌吧", ["8.2%", WRONG]),
        (INDUSTRY, "经开区的产值也涨了吗", ["3.6%", RIGHT]),
        (SOCIETY, "茶叶也减产了对吗", ["6.8%", WRONG]),
        (SOCIETY, "农村居民收入没降吧", ["6.7%", RIGHT]),
        (SOCIETY, "旅游收入是不是掉下来了", ["18.5%", WRONG]),
    ],
)
def test_how_one_thing_moved_is_checked(
    reckoned: Reckoned, paper: str, question: str, said: list[str]
) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        (INDUSTRY, "盘活1200亩低效用地是不是已经完成了", ["460亩", "未达到目标"]),
        (INDUSTRY, "1200亩低效用地都盘活完了吗", ["460亩", "未达到目标"]),
        (INDUSTRY, "一千二百亩低效用地盘活完成了没有", ["460亩", "未达到目标"]),
        (SOCIETY, "改造60个老旧小区是不是已经完成了", ["45个", "未达到目标"]),
        (SOCIETY, "3000个停车位建好了没有", ["3260个", "已达到目标"]),
        (SOCIETY, "60个老旧小区改完了吗", ["45个", "未达到目标"]),
    ],
)
def test_whether_a_target_is_done_is_told(
    reckoned: Reckoned, paper: str, question: str, said: list[str]
) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize("question", ["经开区跑赢全县没有", "经开区比全县快吗", "经开区跟全县比增得快不快"])
def test_a_part_is_compared_with_the_whole_by_what_both_have(reckoned: Reckoned, question: str) -> None:
    reckoned.assert_told(INDUSTRY, question, ["5.2%", "3.6%", "1.6个百分点"])


@pytest.mark.parametrize(
    ("paper", "question"),
    [
        (INDUSTRY, "纺织产业是全市第一吗"),
        (INDUSTRY, "新材料是不是全省头名"),
        (INDUSTRY, "出口是不是全市前三名"),
        (SOCIETY, "水稻产量是全市第一吗"),
        (SOCIETY, "旅游收入是全省第二吗"),
        (SOCIETY, "养老床位全市第一对不对"),
    ],
)
def test_where_no_rank_is_printed_that_is_said(reckoned: Reckoned, paper: str, question: str) -> None:
    answer = reckoned.answer(paper, question)
    assert answer.kind is Kind.NOT_FOUND
    assert "排名" in answer.headline
    assert answer.figures == ()


@pytest.mark.parametrize(
    ("paper", "question"),
    [
        (INDUSTRY, "五个产业都涨了吗"),
        (INDUSTRY, "五个产业是不是全涨了"),
        (INDUSTRY, "旅游产业也在下降吧"),
        (INDUSTRY, "新材料比纺织涨得快吧"),
        (SOCIETY, "500个停车位建好了吗"),
        (SOCIETY, "养老机构都盈利了吗"),
    ],
)
def test_what_is_not_told_is_not_checked(reckoned: Reckoned, paper: str, question: str) -> None:
    headline = reckoned.answer(paper, question).headline
    assert not any(word in headline for word in (WRONG, RIGHT, "不是:", "达到目标")), headline
