"""Questions with words that narrow nothing are answered; those whose words do narrow are not."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.understanding.expressions.loose import loose
from tests.libraries import answering

PAPER = """苍川县2024年民生实事办理情况

2024年，全县更新住宅电梯86部，改造农村公厕140座。率先完成托育补贴发放，惠及1.3万名婴幼儿。
乡村剧场412家，从业人员2860人，营业收入7350万元。县财政安排文物保护专项资金920万元，用于修缮古戏台。
早稻播种面积4.2万亩，产量1.9万吨。县道养护里程318公里，比上年增加12公里。年末生猪存栏5.6万头，出栏9.8万头。
县本级还本付息2.4亿元。孤儿养育标准每月提高150元，居民医保补助标准670元。
"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """The paper with the shipped model, which knows the words of the language."""
    with answering(tmp_path_factory.mktemp("loose"), made=PAPER) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        pytest.param("住宅电梯换了几多部", "86部", id="what is done to it"),
        pytest.param("托育补贴发给了多少娃娃", "1.3万", id="whom it is given to"),
        pytest.param("托育补贴有多少婴幼儿受益", "1.3万", id="that they gain by it"),
        pytest.param("乡村剧场请了多少人干活", "2860人", id="what the sentence is about"),
        pytest.param("咱们县里农村公厕改造涉及多少座", "140座", id="talk and whose county"),
        pytest.param("财政拿出多少专项资金保护文物", "920万元", id="who gives it"),
    ],
)
def test_what_narrows_nothing_is_no_obstacle(question: str, figure: str, paper: Answerer) -> None:
    answer = paper.answer(question)
    assert (answer.kind, figure in answer.headline) == (Kind.ANSWER, True), answer.headline


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("商场电梯换了几多部", id="of another place"),
        pytest.param("托育补贴发了多少钱", id="money of what counts people"),
        pytest.param("晚稻产量是多少", id="another crop"),
        pytest.param("国道养护里程多少公里", id="another road"),
        pytest.param("乡村剧场来了多少观众", id="other people"),
        pytest.param("全县还债还了多少", id="of all the county where one level is told"),
        pytest.param("年底有多少头猪没打疫苗", id="what is not so"),
        pytest.param("城市公厕改造了多少座", id="of the town"),
    ],
)
def test_what_narrows_is_not_left_out(question: str, paper: Answerer) -> None:
    """No figure answers it; the nearest sentence may be quoted as what the paper says."""
    assert paper.answer(question).figures == () or paper.answer(question).kind is Kind.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param("义诊有多少村民受益", "义诊有多少人受益", id="people"),
        pytest.param("自来水通到多少农户", "自来水通到多少户", id="households"),
        pytest.param("路灯装了几盏", "路灯了几盏", id="what is done, and that it is done"),
    ],
)
def test_it_is_put_more_loosely(text: str, reading: str) -> None:
    assert reading in list(loose().readings(text, list))


def test_what_fills_a_slot_is_not_light() -> None:
    """目前 and 计划 say which figure is meant."""
    assert loose().light.isdisjoint({"目前", "计划", "累计", "同比", "占比", "最高"})
