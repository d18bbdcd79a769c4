"""What a message tells of its asker narrows nothing and is denied by no refusal; nor is a word that the paper says otherwise."""

import re

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.understanding.expressions.asker import asker
from index.later import Later
from index.store import open_index
from tests.libraries import write

PAPER = """临湖市2024年民生和财政情况

全市60周岁以上老年人占常住人口的23.6%。农村低保标准每人每月645元。全年卫生健康支出3.62亿元,下降2.4%。
改造供热管网118公里,2025年计划改造供热管网96公里。全市专任教师8640人,在岗村医512人。
商品房销售面积24.8万平方米,增长3.1%。外出务工人员18.42万人。公共供水普及率98.7%,污水处理率96.1%。
"""
DENIED = re.compile("信中没有提到“(.*?)”")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("asker")
    return Answerer(open_index(write(folder / "corpus", made=PAPER), folder / "index", Later(None)))


@pytest.mark.parametrize(
    ("question", "background"),
    [
        pytest.param("我妈腿脚不好,坐公交免不免费", "妈腿脚 腿脚", id="an ailing mother"),
        pytest.param("我屋老爹刚走,现在办后事给多少钱", "爹刚 老爹 刚走", id="a death in the family"),
        pytest.param("隔壁阿婆讲河边要建公园,是真的不", "隔壁 阿婆 隔壁阿婆", id="a neighbour's word"),
        pytest.param("我屋里五口人,明年要交多少钱", "屋里 五口", id="the household"),
        pytest.param("我老家就是那里的,那个村通不通地铁", "老家", id="where one is from"),
        pytest.param("我们队长挨家收钱,这样要得不", "队长挨 们队长", id="who collects"),
    ],
)
def test_the_background_is_not_denied(answerer: Answerer, question: str, background: str) -> None:
    denied = DENIED.findall(answerer.answer(question).headline)
    assert not set(denied) & set(background.split()), denied


@pytest.mark.parametrize(
    ("question", "pieces"),
    [
        pytest.param("独个头一人过日子的有多少户", "个头 独个", id="cut behind its beginning"),
        pytest.param("租公租房的有多少户", "租公", id="cut out of two words"),
        pytest.param("从镇上去县城有好远", "镇上去县 上去县", id="a way taken for a name"),
        pytest.param("那些死厂子区里准备咋整", "死厂子区", id="talk taken for a name"),
        pytest.param("停咗工几耐", "咗工 停咗", id="another dialect's verb"),
        pytest.param("我开美容美发店的,奖多少", "开美容美 美容美 容美", id="half of a longer name"),
    ],
)
def test_no_piece_of_a_word_is_shown(answerer: Answerer, question: str, pieces: str) -> None:
    said = answerer.answer(question).headline
    assert not any(f"“{piece}”" in said for piece in pieces.split()), said


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("全市老师有多少", "老师", id="教师"),
        pytest.param("出去打工的有多少人", "打工", id="外出务工"),
        pytest.param("脏水处理得怎么样", "脏水", id="污水"),
        pytest.param("房子一年卖了多少平", "房子", id="商品房"),
    ],
)
def test_what_the_paper_says_otherwise_is_not_denied(answerer: Answerer, question: str, word: str) -> None:
    assert word not in DENIED.findall(answerer.answer(question).headline)


@pytest.mark.parametrize("thing", ["地铁", "水蜜桃", "宠物", "机场"])
def test_what_it_does_not_say_is_denied(answerer: Answerer, thing: str) -> None:
    """By its whole name."""
    answer = answerer.answer(f"{thing}有多少")
    assert answer.kind is Kind.NOT_FOUND
    assert DENIED.findall(answer.headline) == [thing], answer.headline


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("今年还打算换多少公里啊我家楼去年没轮上", "今年还打算换多少公里啊"),
        ("六十岁往上的占百分之几啊我老家就是那里的", "六十岁往上的占百分之几啊"),
        ("我妈腿脚不好,这里有几个护士", "这里有几个护士"),
        ("产值多少", ""),
        ("我家有几口人", ""),
    ],
)
def test_asides(message: str, rest: str) -> None:
    """Clauses that ask nothing; of a message that is nothing else there is none left."""
    assert asker().asides(message)[0] == rest


@pytest.mark.parametrize(
    ("message", "plainly"),
    [
        ("老板我想问下,我厂头一回进规上,县里奖多少", "厂首次进规上,奖多少"),
        ("我奶奶今年八十六,一个月领多少", "86岁,一个月领多少"),
        ("俺公司去年8亿今年12亿,奖多少", "公司8亿,12亿,奖多少"),
        ("我花了两百万,能补多少", "花了200万元,能补多少"),
        ("奶牛养殖一头补多少", ""),
        ("国家级示范社奖多少", ""),
        ("光伏一瓦补多少", ""),
    ],
)
def test_plainly(message: str, plainly: str) -> None:
    """Money and ages in digits, without whose they are; a message that tells of no one stays as it is."""
    assert asker().plainly(message) == plainly
