"""An amount behind a sign of comparison is no exact one, and the sign is no part of its name."""

import pytest

from corpus.quantity import Bound
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
