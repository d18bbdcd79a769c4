"""Papers of one place over several years: what one prints for a year is told, not what a later one's change comes to."""

from collections.abc import Iterator

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answering

_EARLIER = (
    "玉城市2023年国民经济和社会发展统计公报\n"
    "玉城市统计局\n(2024年3月18日)\n"
    "一、人口\n年末常住人口61.4万人,比上年末增加0.9万人。年末共有公立医院21家,比上年增加2家。\n"
    "二、就业\n年末城镇登记失业率2.61%,比上年末下降0.12个百分点。\n"
)
_LATER = (
    "玉城市2024年国民经济和社会发展统计公报\n"
    "玉城市统计局\n(2025年3月20日)\n"
    "一、人口\n年末常住人口62.5万人,比上年末增加1.0万人。年末共有公立医院26家,比上年增加4家。\n"
    "二、就业\n年末城镇登记失业率2.44%,比上年末下降0.15个百分点。\n"
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from the papers of two years, whose figures were revised in between."""
    with answering(tmp_path_factory.mktemp("both"), earlier=_EARLIER, later=_LATER) as answerer:
        yield answerer


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from the later paper alone."""
    with answering(tmp_path_factory.mktemp("alone"), later=_LATER) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "printed", "worked_back"),
    [
        pytest.param("玉城市2023年末常住人口有多少", "61.4万人", "61.5万人", id="people"),
        pytest.param("玉城市2023年末有多少家公立医院", "21家", "22家", id="things counted"),
        pytest.param("玉城市2023年末城镇登记失业率是多少", "2.61%", "2.59%", id="a rate"),
    ],
)
def test_what_is_printed_is_told(
    both: Answerer, alone: Answerer, question: str, printed: str, worked_back: str
) -> None:
    """Where a paper of that year prints it; where none does, it is worked back out of the later one's change."""
    told, worked = both.answer(question), alone.answer(question)
    assert told.kind is worked.kind is Kind.ANSWER
    assert printed in told.headline
    assert "推算" not in told.headline
    assert worked_back in worked.headline
