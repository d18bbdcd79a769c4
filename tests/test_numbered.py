"""Numbers that tell one of a kind from another: each is answered with its own figure, and one that is not there is refused."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.understanding.numbered import numbers, ordinals
from tests.libraries import answering

# A name with the place of its number, and the unit.
NAMED = [
    ("第{}产业增加值", "亿元"),
    ("{}期工程投资", "亿元"),
    ("第{}小学在校学生", "人"),
    ("第{}实验小学学生", "人"),
    ("实验{}小学生", "人"),
    ("{}中在校学生", "人"),
    ("第{}中学教师", "人"),
    ("第{}幼儿园在园幼儿", "人"),
    ("{}标段投资", "亿元"),
    ("第{}人民医院床位", "张"),
    ("{}院区床位", "张"),
    ("{}级医院床位", "张"),
    ("{}号泵站投资", "万元"),
    ("{}号楼面积", "平方米"),
    ("地铁{}号线客流量", "万人次"),
    ("{}号地块面积", "亩"),
    ("第{}批资金", "万元"),
    ("{}批次项目投资", "亿元"),
    ("第{}轮补助资金", "万元"),
    ("{}级公路里程", "公里"),
    ("{}等奖奖金", "万元"),
    ("{}类水体面积", "亩"),
    ("{}车间产值", "万元"),
    ("{}分厂产值", "亿元"),
    ("{}水厂供水量", "万吨"),
    ("{}环路车流量", "万辆"),
    ("{}线产值", "万元"),
    ("第{}污水处理厂处理能力", "吨"),
]
NUMERALS = ("一", "二", "三")
# Which two there are and which one is not.
THERE = [(0, 2, 1), (0, 1, 2), (1, 2, 0)]


def said(answerer: Answerer, question: str) -> tuple[Kind, str]:
    answer = answerer.answer(question)
    return answer.kind, answer.headline


@pytest.mark.parametrize(("name", "unit"), NAMED)
def test_each_has_its_own_figure(tmp_path: Path, name: str, unit: str) -> None:
    """One, two and three of a kind, in words and in digits; the one that no letter has is refused."""
    for first, second, absent in THERE:
        folder = tmp_path / str(absent)
        there = {first: f"1260{unit}", second: f"2480{unit}"}
        text = "，".join(f"{name.format(NUMERALS[one])}{value}" for one, value in there.items())
        folder.mkdir()
        with answering(folder, made=f"平川县2024年有关情况\n\n{text}。") as answerer:
            for one, numeral in enumerate(NUMERALS):
                for written in (numeral, str(one + 1)):
                    kind, headline = said(answerer, f"{name.format(written)}多少")
                    assert (kind is Kind.ANSWER) is (one != absent), headline
                    assert kind is not Kind.ANSWER or there[one] in headline


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("第一产业增加值32.5亿元，第三产业增加值210.4亿元。", "二产增加值多少", ""),
        ("第一产业增加值32.5亿元，第三产业增加值210.4亿元。", "一产增加值多少", "32.5亿元"),
        ("第一人民医院床位820张，第三人民医院床位350张。", "二院床位多少张", ""),
        ("第一人民医院床位820张，第三人民医院床位350张。", "三院床位多少张", "350张"),
        ("第一小学学生1260人，第三小学学生980人。", "二小多少学生", ""),
        ("一标段投资3.2亿元，三标段投资5.6亿元，十二标段投资1.1亿元。", "二十二标段投资", ""),
        ("一标段投资3.2亿元，三标段投资5.6亿元，十二标段投资1.1亿元。", "12标段投资", "1.1亿元"),
    ],
)
def test_short_names(tmp_path: Path, text: str, question: str, value: str) -> None:
    """二产, 二院 and 二小 are what they are short for, and no other."""
    with answering(tmp_path, made=f"平川县2024年有关情况\n\n{text}") as answerer:
        kind, headline = said(answerer, question)
    assert (kind is Kind.ANSWER) is bool(value)
    assert value in headline


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("一年下来GDP多少", "312.5亿元"),
        ("全县一共新增就业多少人", "1.2万人"),
        ("说一说财政收入多少", "26.3亿元"),
        ("给我看一下GDP", "312.5亿元"),
        ("这一期材料里GDP多少", "312.5亿元"),
        ("县一级财政收入多少", "26.3亿元"),
        ("这一类情况里新增就业多少人", "1.2万人"),
    ],
)
def test_everyday_one(tmp_path: Path, question: str, value: str) -> None:
    """一共, 一下, 这一期: talk, and nothing to be met."""
    text = "全年地区生产总值312.5亿元，增长6.1%。新增就业1.2万人。财政收入26.3亿元，增长4%。"
    with answering(tmp_path, made=f"平川县2024年经济运行情况\n\n{text}") as answerer:
        kind, headline = said(answerer, question)
    assert kind is Kind.ANSWER
    assert value in headline


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("第二产业增加值", ["第二产业"]),
        ("修了一座桥", []),
        ("三类企业各多少", []),
        ("二类水体", ["二类"]),
        ("五一期间旅游收入", []),
        ("三组织", []),
        ("全市第一是谁", []),
        ("第一名是谁", []),
        ("60岁以上老人", []),
        ("百强企业", []),
        ("哪一个月", []),
        ("上一期", []),
    ],
)
def test_what_says_which_one(words: str, asked: list[str]) -> None:
    """A number with 第, or of what is counted through; amounts and orders are none."""
    assert [one.words for one in ordinals(words, frozenset())] == asked


def test_what_the_letters_count_through() -> None:
    """三座 is the third where the letters have 一座 and 二座 in names."""
    assert [one.words for one in ordinals("三座改造", frozenset("座"))] == ["三座"]


def test_numbers_of_short_names() -> None:
    """The same kind as in the whole name."""
    for short, whole in (
        ("二产", "第二产业"),
        ("二院", "第二人民医院"),
        ("二小", "第二小学"),
        ("二中", "第二中学"),
    ):
        one, other = numbers(short)[0], numbers(whole)[0]
        assert (one.kind, one.value) == (other.kind, other.value)
