"""Follow-ups: what a question leaves open is taken from the ones before it."""

import pytest

from bot.answering.answerer import Answerer
from tests.test_parse import Slots, canonical, slots


@pytest.mark.parametrize(
    ("history", "question", "filled"),
    [
        pytest.param(
            ["电子信息产值多少"], "那增速呢", Slots("电子信息总产值", "growth"), id="another measure"
        ),
        pytest.param(["医化产值增速多少"], "汽配呢", Slots("汽车零配件", "growth"), id="another thing"),
        pytest.param(
            ["规上工业产值多少"], "小椒江呢", Slots("规上工业总产值", places="小椒江"), id="another place"
        ),
        pytest.param(
            ["规上工业产值多少"], "去年呢", Slots("规上工业总产值", periods="2023年"), id="another time"
        ),
        pytest.param(["医化产值多少"], "为什么下降", Slots("医化总产值", "growth"), id="why"),
        pytest.param(
            ["规上工业增加值多少"],
            "增加值为啥增长",
            Slots("规上工业增加值", "growth"),
            id="by its last words",
        ),
        pytest.param(["规上工业产值多少"], "产值最高的是哪个产业", Slots("总产值"), id="among others"),
        pytest.param(["医化产值多少"], "换成万元呢", Slots("医化总产值", unit="万元"), id="another unit"),
        pytest.param(
            ["今年出让工业用地多少亩"],
            "全年目标呢",
            Slots("土地出让", periods="2024年", status="目标", asked="亩"),
            id="the target",
        ),
        pytest.param(
            ["医化产值多少", "那增速呢"], "时尚呢", Slots("时尚", "growth"), id="over two questions"
        ),
        pytest.param(["医化产值多少"], "制造业投资多少", Slots("制造业投资"), id="a question of its own"),
        pytest.param(["医化产值多少"], "你好", Slots(), id="small talk"),
        pytest.param(["你好"], "医化产值多少", Slots("医化总产值"), id="after small talk"),
    ],
)
def test_what_is_left_open_is_taken_over(
    history: list[str], question: str, filled: Slots, answerer: Answerer
) -> None:
    """The new words replace those of their slot, the others stay."""
    assert slots(answerer.question(question, history)) == canonical(filled)


def test_what_is_taken_over_helps_to_choose(answerer: Answerer) -> None:
    """The words before are context of a new thing; nothing is inherited without need."""
    assert "总产值" in answerer.question("汽配呢", ["医化产值多少"]).context
    assert answerer.question("汽配呢", ["医化产值多少"]).inherited
    assert not answerer.question("制造业投资完成多少亿元", ["医化产值多少"]).inherited


@pytest.mark.parametrize(
    ("history", "question"),
    [
        pytest.param(["电子信息增速多少"], "跟汽配比呢", id="with another"),
        pytest.param(["电子信息产值多少"], "和汽配比哪个高", id="which is higher"),
    ],
)
def test_compared_with_what_was_asked(history: list[str], question: str, answerer: Answerer) -> None:
    """Both are asked for now."""
    read = answerer.question(question, history)
    assert read.wants("compare")
    assert len(read.pieces) == 2


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("哪个行业跌得最狠", id="which fell most"),
        pytest.param(
            "主导产业哪个产值最高",
            id="which has the highest output",
            marks=pytest.mark.xfail(
                strict=True, raises=AssertionError, reason="only a question without content words is resolved"
            ),
        ),
    ],
)
def test_what_was_answered_is_what_the_next_is_about(question: str, answerer: Answerer) -> None:
    """It was 医化; 为什么下降 is about that."""
    assert "医化" in answerer.question("为什么下降", [question]).content


def test_no_history_inherits_nothing(answerer: Answerer) -> None:
    """A follow-up without a question before it stands as it is."""
    assert slots(answerer.question("那增速呢")) == Slots("", "growth")
