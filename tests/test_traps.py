"""Questions that a careless reading answers wrongly. What still goes wrong is marked, and is the next thing to mend."""

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.test_answers import failing


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("台州市规上工业增加值多少", id="the city above the district"),
        pytest.param("全市规上工业产值多少", id="the city, unnamed"),
        pytest.param("大椒江产值多少", id="a place by its look"),
        pytest.param("浙江省规上工业增加值多少", id="the province"),
        pytest.param("玉环市工业增加值多少", id="another city"),
        pytest.param("缝制设备企业有几家", id="firms of a trade"),
        pytest.param("农业产值多少", id="another trade"),
        pytest.param("亿元上企业产值多少亿", id="output of counted firms"),
        pytest.param("亿元上企业产值多少", id="the same without a unit"),
        pytest.param("居民用电量多少", id="another user of power"),
        pytest.param("25个项目总投资多少", id="investment of counted projects"),
        pytest.param("规上工业增加值环比增长多少", id="against the month before"),
        pytest.param("出口交货值目标多少", id="target of a result"),
        pytest.param("制造业投资目标是多少", id="another target"),
        pytest.param("规上工业增加值全省排第几", id="rank in the province"),
        pytest.param("医化产值全市排第几", id="rank that is another's"),
        pytest.param("水晶光电产值多少", id="a company named beside its trade"),
        pytest.param("下半年规上工业产值多少", id="the other half"),
        pytest.param("5月份出口交货值", id="a month within"),
        pytest.param("数字化改造覆盖率现在是多少", id="now, where there is a target"),
        pytest.param("减免负担已经完成多少", id="done, where there is a target"),
        pytest.param("有几个行动", id="a count that is not printed"),
        pytest.param("规上企业中增长的有多少家", id="the other firms"),
    ],
)  # fmt: skip
def test_no_other_figure_is_given(question: str, answerer: Answerer) -> None:
    """Refused, or worked out as such; never a figure of something else as the answer."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.NOT_FOUND or answer.working


@pytest.mark.parametrize(
    ("question", "result"),
    [
        pytest.param("六大产业产值加起来是多少", "180.84亿元", id="all six"),
        pytest.param("五个正增长产业产值合计多少", "125.58亿元", id="those that grew"),
        pytest.param("出口交货值去年同期是多少", "93.90亿元", id="last year's, no period named", marks=failing("this year's")),
        pytest.param("制造业投资去年上半年多少", "12.19亿元", id="last year's half"),
        pytest.param("小椒江产值占比", "53.9%", id="share of a part"),
        pytest.param("没有负增长的规上企业有几家", "194家", id="the others"),
        pytest.param("规上企业负增长面去年底是多少", "43.5%", id="before it narrowed"),
        pytest.param("规上工业增加值比规下快几个点", "4.2个百分点", id="points between growths"),
        pytest.param("数字化改造覆盖率半年和全年目标差几个点", "10个百分点", id="points between targets"),
        pytest.param("医化占规上工业产值的比重", "11.3%", id="share of another whole"),
    ],
)  # fmt: skip
def test_what_the_figures_settle(question: str, result: str, answerer: Answerer) -> None:
    """Worked out, with the working."""
    answer = answerer.answer(question)
    assert result in answer.headline
    assert answer.working


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("产值第二高的产业", "汽车零配件产业", id="second"),
        pytest.param("产值排第三的产业是谁", "电子信息产业", id="third"),
        pytest.param("增速最慢的产业是哪个", "医化产业", id="slowest"),
        pytest.param("哪些产业增速超过10%", "电子信息产业", id="growths over a limit"),
        pytest.param("产值不到20亿的产业有哪些", "智能家居产业", id="under a limit"),
        pytest.param("45.1%是哪个产业", "汽车零配件产业", id="both that have it", marks=failing("one of two")),
    ],
)  # fmt: skip
def test_which_it_is(question: str, named: str, answerer: Answerer) -> None:
    """The name stands in the headline."""
    assert named in answerer.answer(question).headline
