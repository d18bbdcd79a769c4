"""Which things of a sort a sentence names, and how it goes with something that has no figure."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_REPORT = (
    "南屏县水利局\n"
    "关于南屏县水利建设情况的报告\n"
    "今年以来,全县水利建设总体平稳、稳中有进,各项任务有序推进。\n"
    "一、建设情况\n"
    "全年完成水利投资6.4亿元,同比增长12.3%,其中水库除险投资明显上升,灌区改造投资略有回落。\n"
    "农村供水投资1.2亿元,同比增长4.1%。\n"
    "水费收缴形势严峻,收缴率有所下滑。\n"
    "推进灌区信息平台建设,加快水文站网、监测设备等建设。\n"
    "推进清源水务、南屏水投集团等水务平台整合,争取列入省级试点。\n"
    "二、下步安排\n"
    "利用好中央预算资金、地方专项债券、社会资本参与等方式,多渠道筹集建设资金。\n"
    "会同财政、发改、自然资源等部门开展水权确权。\n"
    "盯紧龙潭水库、青石泵站、马家灌区等6个在建项目进度。\n"
    "做好施工单位用地、用电、砂石料等要素保障。\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from this document, with the shipped model."""
    with answering(tmp_path_factory.mktemp("made"), made=_REPORT) as answerer:
        yield answerer


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("哪些公司的水务平台要整合", "清源水务、南屏水投集团", id="companies"),
        pytest.param("筹集建设资金靠哪几手", "地方专项债券", id="means, as one says"),
        pytest.param("水权确权要会同哪些部门", "财政、发改、自然资源", id="departments"),
        pytest.param("点了名的在建工程有哪些", "青石泵站", id="projects"),
        pytest.param("给施工单位保哪几样要素", "砂石料", id="what is provided"),
        pytest.param("灌区改造投资有没有涨", "略有回落", id="whether it rose"),
        pytest.param("水库除险投资是涨是跌", "明显上升", id="which way"),
        pytest.param("收缴率有没有变差", "有所下滑", id="whether it got worse"),
        pytest.param("水利建设的总体光景咋样", "总体平稳", id="how all of it goes"),
    ],
)
def test_what_is_named_or_said_is_told(question: str, told: str, made: Answerer) -> None:
    """The sentence that says so, in the document's own words."""
    answer = made.answer(question)
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    ("question", "never"),
    [
        pytest.param("哪些银行参与水权确权", "财政、发改", id="none of that sort"),
        pytest.param("盯紧的是哪五个在建项目", "龙潭水库", id="another number"),
        pytest.param("水电站投资有没有涨", "水库除险", id="a thing that no letter has"),
        pytest.param("砂石料价格有没有涨", "上升", id="nothing said of it"),
    ],
)
def test_another_row_or_way_is_not_told(question: str, never: str, made: Answerer) -> None:
    """Things of another sort, or another thing's way, are no answer."""
    answer = made.answer(question)
    assert answer.kind is Kind.NOT_FOUND or never not in answer.headline
