"""Answers from documents that were written when the bot was there: a northern city, its districts and counties."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.corpora import Corpora

DOCUMENTS = Path(__file__).parent / "data" / "eval" / "docs3"


@pytest.fixture
def north(corpora: Corpora) -> Answerer:
    return corpora.answerer(DOCUMENTS)


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param(
            "岚桥麦川乌岭前三季度规上增加值从大到小排",
            ("168.5亿元", "107.9亿元", "27.9亿元"),
            id="list of places",
        ),
        pytest.param("24年1-9月哪个县工业增速垫底", ("东峪县", "0.6%"), id="told as the slowest"),
        pytest.param("24年创业担保贷款哪个县区放得最多", ("岚桥区", "8260万元"), id="divided by county"),
        pytest.param("24年下半年岚桥发了多少创业担保贷款", ("4400万元",), id="year less half"),
        pytest.param("麦川25年小麦总产合多少亿斤", ("4.142亿斤",), id="scaled unit"),
        pytest.param("岚桥24年加装电梯够60部了吗", ("52部", "没有达到60部"), id="limit repeated"),
        pytest.param("岚桥存款24年底到一千亿了没", ("1009.58亿元",), id="exact before crossed"),
        pytest.param(
            "岚桥GDP增速24年比23年快了慢了",
            ("5.2%", "5.6%", "增速2024年比2023年低0.4个百分点"),
            id="over time",
        ),
        pytest.param("全市2025年城镇新增就业任务", ("4.6万人以上(目标)",), id="the only city"),
        pytest.param("25年初麦川作报告的县长叫什么", ("柏志远",), id="who reported"),
        pytest.param("就业通报有事找谁问", ("佟雁秋",), id="contact of the paper meant"),
        pytest.param("47号融资难提案是哪几个委员提的", ("郝东岩", "段北平"), id="who asked"),
        pytest.param("嵐橋區換熱站有幾座", ("318座",), id="traditional"),
        pytest.param(
            "岚桥24年医疗卫生机构比上年多几个", ("多5个(推算)", "241个", "236个"), id="since last year"
        ),
        pytest.param("岚桥23跟24年锂电池产量各多少", ("1540", "2310"), id="two years"),
    ],
)
def test_it_says(north: Answerer, question: str, said: tuple[str, ...]) -> None:
    answer = north.answer(question)
    assert answer.kind is Kind.ANSWER
    assert [word for word in said if word not in answer.headline] == []


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("岚桥和乌岭24年城镇居民收入哪个高", id="one place alone is told"),
        pytest.param("岚桥24年幼儿园比上年少了几所", id="one year alone is told"),
        pytest.param("24年麦川和东峪的粮食总产谁多", id="a place without the figure"),
    ],
)
def test_it_refuses(north: Answerer, question: str) -> None:
    assert north.answer(question).kind is Kind.NOT_FOUND


def test_an_issuer_in_the_name_of_town_and_country_is_no_place(north: Answerer) -> None:
    assert north.library.letters["02_lanqiao_heating_2024"].place == "岚桥区"
