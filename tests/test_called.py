"""Names that mean the same elsewhere are two things in a paper that has both: the one that is said is told."""

from pathlib import Path

import pytest

from tests.libraries import answer_from

BUDGET = (
    "松坪县2024年统计公报\n"
    "一、财政\n全年地方财政收入64.92亿元,比上年增长18.0%。其中,一般公共预算收入完成33.20亿元,增长10.5%。\n"
)


@pytest.mark.parametrize(
    ("question", "said"), [("2024年一般公共预算收入", "33.20亿元"), ("2024年地方财政收入是多少", "64.92亿元")]
)
def test_the_name_that_is_said(question: str, said: str, tmp_path: Path) -> None:
    """Its figure stands in the headline."""
    assert said in answer_from(tmp_path, BUDGET, question).headline
