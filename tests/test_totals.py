"""Sums and means over the members of a group that a question picks."""

import pytest

from tests.reckoned import INDUSTRY, SOCIETY, Reckoned


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(INDUSTRY, "三个正增长产业产值加起来多少", ["141.7亿元", "推算"], id="those that grew"),
        pytest.param(INDUSTRY, "增长的那几个产业产值合计多少", ["141.7亿元"], id="some that grew"),
        pytest.param(SOCIETY, "增产的几种作物产量加起来多少", ["25.8万吨"], id="crops that grew"),
        pytest.param(SOCIETY, "增产的三种农作物一共产了多少", ["25.8万吨"], id="so many crops"),
        pytest.param(INDUSTRY, "除了纺织其他三个产业一共多少产值", ["141.7亿元"], id="all but one"),
        pytest.param(INDUSTRY, "不算新材料,其余产业产值一共多少", ["181.9亿元"], id="without one"),
        pytest.param(SOCIETY, "除了水稻其他几种农作物产量一共多少", ["10.6万吨"], id="all but one crop"),
        pytest.param(INDUSTRY, "纺织装备食品仨合计多少", ["181.9亿元"], id="beginnings in a row"),
        pytest.param(INDUSTRY, "纺织、新材料加一块多少亿", ["105亿元"], id="two in talk"),
        pytest.param(SOCIETY, "水稻茶叶柑橘仨加一块多少万吨", ["25.8万吨"], id="crops in a row"),
        pytest.param(INDUSTRY, "四个主导产业平均每个多少亿", ["53.58亿元", "推算"], id="mean of each"),
        pytest.param(INDUSTRY, "四大产业平均下来每个产业产值多少", ["53.58亿元"], id="mean of each, longer"),
        pytest.param(SOCIETY, "四种作物平均每种产多少", ["7.25万吨"], id="mean of crops"),
    ],
)  # fmt: skip
def test_the_chosen_are_reckoned_with(reckoned: Reckoned, paper: str, question: str, said: list[str]) -> None:
    reckoned.assert_told(paper, question, said)


@pytest.mark.parametrize(
    ("paper", "question", "never"),
    [
        pytest.param(INDUSTRY, "两个正增长产业产值加起来多少", "合计", id="not so many grew"),
        pytest.param(INDUSTRY, "五个主导产业平均每个多少亿", "平均约", id="not so many"),
        pytest.param(INDUSTRY, "纺织产业平均每家企业产值多少", "53.58", id="of one of them alone"),
        pytest.param(INDUSTRY, "除了旅游其他产业产值一共多少", "推算", id="none of them is left out"),
        pytest.param(INDUSTRY, "三个正增长产业去年产值加起来多少", "141.7", id="another time"),
    ],
)
def test_others_are_not(reckoned: Reckoned, paper: str, question: str, never: str) -> None:
    assert never not in reckoned.answer(paper, question).headline
