"""Whether something has the rank in a larger place that a question claims for it."""

from pathlib import Path

import pytest

from bot.answer import Kind
from tests.libraries import answer_from

COUNTY = (
    "云岭县2024年上半年工业运行分析\n\n1-6月,全县规上工业增加值52.3亿元,同比增长9.1%,增速排名全市第三。"
    "技改投资8.4亿元,同比增长12.6%,排名全市第一。外贸出口3.2亿元,同比增长2.1%。\n"
)


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("规上工业增加值增速是全市第一吗", ("第三", "与所说的不同"), id="not the first"),
        pytest.param("规上工业增加值增速全市第三,对不对", ("第三", "说得对"), id="as claimed"),
        pytest.param("规上工业增加值增速是不是全市前三名", ("第三", "说得对"), id="among the first three"),
        pytest.param("技改投资是全市头名吗", ("第一", "说得对"), id="the first, in other words"),
        pytest.param("技改投资是全市第二吗", ("第一", "与所说的不同"), id="better than claimed"),
    ],
)
def test_a_claimed_rank_is_checked(tmp_path: Path, question: str, said: tuple[str, ...]) -> None:
    headline = answer_from(tmp_path, COUNTY, question).headline
    assert [part for part in said if part not in headline] == []


def test_a_rank_that_no_letter_prints_is_not_checked(tmp_path: Path) -> None:
    told = answer_from(tmp_path, COUNTY, "外贸出口是全市第一吗")
    assert told.kind is Kind.NOT_FOUND or (
        "说得对" not in told.headline and "所说的不同" not in told.headline
    )
