"""Questions that continue another: the figure beside the one told before, of another thing, measure or time."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_MARKET = (
    "云岭县农贸市场提升情况\n"
    "2024年,全县改造农贸市场18个,涉及摊位2460个,总投资5620万元,完成年度计划的112.5%。\n"
    "东山市场总投资1260万元,占地24亩,设摊位310个;西河市场总投资880万元,占地15亩,设摊位206个。\n"
    "茶叶产值5.2亿元,增长6.1%;杨梅产值2.4亿元,增长9.8%;香菇产值1.1亿元,下降3.3%。\n"
    "青岗、白石、柳溪三个乡镇的闲置地分别为420亩、260亩和190亩。\n"
    "抽检食品3850批次,合格率98.6%;查处案件74件,罚没款53.2万元。\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this document, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_MARKET) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        pytest.param("茶叶产值增长多少", "杨梅呢", "9.8%", id="another thing"),
        pytest.param("茶叶产值多少", "那香菇的呢", "1.1亿元", id="another thing with 那"),
        pytest.param("东山市场占地多少亩", "西河的呢", "15亩", id="another thing of the next part"),
        pytest.param("青岗镇闲置地有多少", "柳溪的呢", "190亩", id="aligned in one row"),
        pytest.param("东山市场总投资多少", "占地几亩", "24亩", id="another unit of the same"),
        pytest.param("抽检食品多少批次", "合格率呢", "98.6%", id="its rate"),
        pytest.param("查处案件几件", "罚了多少钱", "53.2万元", id="what came of it"),
        pytest.param("改造农贸市场几个", "涉及多少个摊位", "2460个", id="how many of another"),
        pytest.param("改造农贸市场几个", "完成年度计划的多少", "112.5%", id="the share of the plan"),
    ],
)
def test_a_follow_up_takes_the_figure_beside_the_one_told(
    history: str, question: str, told: str, made: Answerer
) -> None:
    """Of another thing in the same row, or of another measure of the same thing."""
    answer = made.answer(question, [history])
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    ("history", "question", "never"),
    [
        pytest.param("茶叶产值多少", "枇杷呢", ("2.4亿元", "1.1亿元"), id="a thing that no letter has"),
        pytest.param("东山市场总投资多少", "停车位几个", ("310个", "206个"), id="a measure that it has not"),
        pytest.param("茶叶产值多少", "那2019年呢", ("5.2亿元", "2.4亿元"), id="a time that no letter has"),
        pytest.param("青岗镇闲置地有多少", "黄坛的呢", ("260亩", "190亩"), id="a place that is in no row"),
    ],
)
def test_a_follow_up_for_what_stands_nowhere_is_refused(
    history: str, question: str, never: tuple[str, ...], made: Answerer
) -> None:
    """A neighbour's figure is no answer."""
    answer = made.answer(question, [history])
    told = answer.headline if answer.kind is Kind.ANSWER else ""
    assert not any(value in told for value in never)


def test_a_thing_keeps_its_own_growth_where_several_have_one_name(made: Answerer) -> None:
    """The level of the first is not told with the growth of the second."""
    answer = made.answer("杨梅呢", ["茶叶产值增长多少"])
    assert "5.2亿元" not in answer.headline


_PACE = (
    "白石县2024年经济运行情况\n"
    "2024年,全县社会消费品零售总额46.3亿元,增长5.2%,增速比上年回落1.4个百分点,比前三季度提高0.3个百分点。\n"
    "年末户籍人口38.6万人,比上年末减少2140人。\n"
    "一产、二产、三产对增长的贡献率分别为8.2%、51.3%和40.5%。\n"
)


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        pytest.param(
            "社会消费品零售总额增长多少", "比上年低了几个点", "1.4个百分点", id="points against last year"
        ),
        pytest.param("年末户籍人口多少", "比上一年少了几多人", "2140人", id="people against last year"),
    ],
)
def test_a_follow_up_for_a_change_takes_the_one_behind_the_figure(
    history: str, question: str, told: str, paced: Answerer
) -> None:
    """Against the time that is asked for."""
    answer = paced.answer(question, [history])
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


def test_a_change_against_another_time_is_not_told(paced: Answerer) -> None:
    """比2月 is no 比上年."""
    answer = paced.answer("比2月低了几个点", ["社会消费品零售总额增长多少"])
    assert answer.kind is Kind.NOT_FOUND or "1.4个百分点" not in answer.headline


@pytest.fixture(scope="module")
def paced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from the document on growth."""
    with answering(tmp_path_factory.mktemp("paced"), made=_PACE) as answerer:
        yield answerer
