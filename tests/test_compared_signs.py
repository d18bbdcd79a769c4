"""An amount behind a sign of comparison is no exact one, and the sign is no part of its name."""

from pathlib import Path

import pytest

from corpus.amounts.quantity import Bound
from corpus.source import read
from tests.replies import of_sentence


@pytest.mark.parametrize(
    ("text", "name", "raw", "bound"),
    [
        ("优良天数比例>95%。", "优良天数比例", ">95%", Bound.AT_LEAST),
        ("PM2.5浓度＜25微克/立方米。", "PM2.5浓度", "＜25微克/立方米", Bound.BELOW),
        ("亩均税收≥20万元。", "亩均税收", "≥20万元", Bound.AT_LEAST),
        ("用水总量≤2.4亿立方米。", "用水总量", "≤2.4亿立方米", Bound.AT_MOST),
    ],
)
def test_a_sign_says_what_a_word_does(text: str, name: str, raw: str, bound: Bound) -> None:
    figure = of_sentence(text)[0]
    assert (figure.name, figure.quantity.raw, figure.quantity.bound) == (name, raw, bound)


def test_a_threshold_is_read_with_its_sign() -> None:
    """增速>10%的企业 is a class of enterprises, as 增速超过10%的企业 is."""
    signs = [figure.quantity for figure in of_sentence("增速>10%的企业有3家。")]
    words = [figure.quantity for figure in of_sentence("增速超过10%的企业有3家。")]
    assert [(one.value, one.bound) for one in signs] == [(one.value, one.bound) for one in words]


@pytest.mark.parametrize("text", ["产值:3亿元->5亿元。", "产值:3亿元=>5亿元。"])
def test_an_arrow_compares_nothing(text: str) -> None:
    assert [figure.quantity.bound for figure in of_sentence(text)] == [Bound.EXACT] * 2


def test_a_quotation_in_markdown_compares_nothing(tmp_path: Path) -> None:
    """>30家企业 at the beginning of a line is a quotation that has 30家企业."""
    file = tmp_path / "made.md"
    file.write_text(
        "# 云溪县2024年工作报告\n\n>30家企业搬迁。\n> > 12家企业上市，占比>5%。\n", encoding="utf-8"
    )
    assert read(file).text.split() == [
        "#",
        "云溪县2024年工作报告",
        "30家企业搬迁。",
        "12家企业上市，占比>5%。",
    ]
