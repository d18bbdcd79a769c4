"""A question as typed, put into simplified half-width Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.expressions.normalise import normalised, simplified
from bot.understanding.lexicon import lexicon
from bot.understanding.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("电子信息产值多少", "电子信息产值多少", id="as it is"),
        pytest.param("２０２４年１－６月", "2024年1-6月", id="full width"),
        pytest.param("規上工業增加值", "规上工业增加值", id="traditional"),
        pytest.param("醫化產值跌咗幾多", "医化产值跌咗几多", id="traditional, spoken"),
        pytest.param("出囗交货值", "出口交货值", id="a character by its shape"),
        pytest.param("査一下联系人", "查一下联系人", id="another"),
        pytest.param("5G基站", "5g基站", id="lower case"),
        pytest.param("制造业 investment 多少", "制造业投资多少", id="English"),
        pytest.param("electronics output value", "电子信息产值", id="English alone"),
        pytest.param("上班年产值", "上半年产值", id="a common slip"),
        pytest.param("yongdianliang多少", "用电量多少", id="pinyin"),
        pytest.param("13w亩", "13万亩", id="w for ten thousand"),
        pytest.param("那个产值高", "那个产值高", id="那个 stays before a noun"),
        pytest.param("医化行当", "医化行业", id="another word for trade"),
        pytest.param("abcdefg", "abcdefg", id="Latin that spells nothing"),
    ],
)
def test_typed_and_read(typed: str, read: str, words: Vocabulary) -> None:
    """Gaps beside Chinese closed, letters in lower case."""
    assert normalised(typed, lexicon(), words).replace(" ", "") == read


@given(st.text(alphabet="规上工业增加值电子5G24%.-亿元 ,", max_size=20))
def test_simplified_text_stays(text: str) -> None:
    """Nothing is changed that needs no change."""
    assert simplified(text) == text
