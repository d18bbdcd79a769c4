"""A cell that is a number alone is read at once, as the patterns for running text would read it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.amounts import quantity
from corpus.amounts.quantity import quantities
from corpus.texts.text import fold

NUMBERS = st.from_regex(
    r"-?(0|[1-9][0-9]{0,6}|19[0-9]{2}|20[0-9]{2}|[1-9][0-9]{0,2}(,[0-9]{3}){1,2})(\.[0-9]{1,4})?%?",
    fullmatch=True,
)


@settings(deadline=None)
@given(NUMBERS, st.sampled_from(("", "万元", "%", "位", "亿千瓦时", "元/人", "含税", "人")))
def test_a_number_alone(printed: str, unit: str) -> None:
    """In any unit of a head, in half or full width."""
    for text in (printed, printed.translate(str.maketrans("0123456789", "０１２３４５６７８９"))):
        at_once = quantities(fold(text, 7), unit)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(quantity, "_ALONE", re.compile("(?!)"))
            assert quantities(fold(text, 7), unit) == at_once


@pytest.mark.parametrize("text", ["00123", "13812345678901", "1.2.3", "3:1", "5G", "第3", "2024年", ""])
def test_what_may_be_no_amount_takes_the_long_way(text: str) -> None:
    """Codes, ratios, names, dates."""
    assert not quantity._ALONE.fullmatch(text)
