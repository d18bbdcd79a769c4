"""A question cut into question words, the letters' words and the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.expressions.segment import BREAK, Segment, Sort, segments, sorter
from bot.understanding.lexicon import lexicon
from bot.understanding.vocabulary import Vocabulary


def cut(text: str, words: Vocabulary) -> tuple[Segment, ...]:
    return segments(lexicon().canonical(text), sorter(lexicon(), words))


def of(sort: Sort, text: str, words: Vocabulary) -> list[str]:
    return [one.text for one in cut(text, words) if one.sort is sort]


@pytest.mark.parametrize(
    ("question", "cues"),
    [
        pytest.param("医化产值多少", ["多少"], id="how much"),
        pytest.param("帮我查一下出口交货值", ["帮我", "查一下"], id="please"),
        pytest.param("缝制设备为什么增长", ["为什么", "增长"], id="why"),
        pytest.param("联系人是谁", ["是谁"], id="who"),
        pytest.param("制造业投资排第几", ["排第几"], id="rank"),
    ],
)
def test_question_words_are_told_from_content(question: str, cues: list[str], words: Vocabulary) -> None:
    """The longest cue at a place wins."""
    assert of(Sort.CUE, question, words) == cues


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("电子信息增速", ["电子信息"], id="part of a name"),
        pytest.param("工业用电量", ["用电量"], id="a term"),
        pytest.param("负增长面多大", ["负增长面"], id="a name with a word of growth in it"),
        pytest.param("数字化改造覆盖率", ["数字化改造覆盖率"], id="a whole name"),
    ],
)
def test_a_figures_name_wins_over_question_words(question: str, names: list[str], words: Vocabulary) -> None:
    """负增长 in 负增长面 asks for nothing."""
    found = of(Sort.NAME, question, words)
    assert all(any(name in one for one in found) for name in names)


def test_what_no_letter_has_is_unknown(words: Vocabulary) -> None:
    """Character by character; what is masked is a break."""
    assert of(Sort.UNKNOWN, "饕餮产值", words) == ["饕", "餮"]
    assert of(Sort.BREAK, f"{BREAK}产值", words) == [BREAK]
    assert segments("", sorter(lexicon(), words)) == ()


@given(text=st.text(alphabet="规上工业增加值电子信息产多少为什么下降5G饕\x00", max_size=18))
def test_the_segments_are_the_text(text: str, words: Vocabulary) -> None:
    """In order, without gap or overlap."""
    found = segments(text, sorter(lexicon(), words))
    assert "".join(one.text for one in found) == text
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all((one.cue is not None) == (one.sort is Sort.CUE) for one in found)
