"""Words typed by their sound."""

import pytest

from bot.understanding.expressions.segment import segments, sorter
from bot.understanding.expressions.typos import Correction, corrected, correction
from bot.understanding.lexicon import lexicon
from bot.understanding.vocabulary import Sounds, Vocabulary, syllables


def read(text: str, words: Vocabulary) -> str:
    """The text with its first correction made."""
    change = correction(text, segments(text, sorter(lexicon(), words)), lambda: (words.sounds,))
    return corrected(text, change) if change else text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("电字信息", "电子信息", id="one character"),
        pytest.param("衣化", "医化", id="two characters"),
        pytest.param("逢制设备", "缝制设备", id="at the start"),
        pytest.param("智能家具", "智能家居", id="at the end"),
        pytest.param("出口交获值", "出口交货值", id="in the middle"),
        pytest.param("工业用店量", "工业用电量", id="no common word"),
    ],
)
def test_what_sounds_like_a_name_is_that_name(typed: str, meant: str, words: Vocabulary) -> None:
    """Tones do not count."""
    assert read(typed, words) == meant


@pytest.mark.parametrize("text", ["电子信息", "龘龘", "缝制设备", "出口文货值", "abc", ""])
def test_what_needs_no_correction_gets_none(text: str, words: Vocabulary) -> None:
    """Known words stay, and so does what sounds like nothing."""
    assert read(text, words) == text


def test_the_pinyin_table_is_not_loaded_for_known_words(words: Vocabulary) -> None:
    """Loading it takes half a second."""

    def never() -> tuple[Sounds, ...]:
        raise AssertionError

    known = "电子信息总产值"
    assert correction(known, segments(known, sorter(lexicon(), words)), never) is None


def test_sounds_are_found_inside_words() -> None:
    """A piece of a name as long as what was typed, and never the same characters."""
    sounds = Sounds.of(["电子信息产业", "店子"])
    assert list(sounds.alike("店字")) == ["店子", "电子"] or list(sounds.alike("店字")) == ["电子", "店子"]
    assert list(sounds.alike("电子")) == ["店子"]
    assert list(sounds.alike("产夜")) == ["产业"]
    assert syllables("产值5") == ("chan", "zhi", "5")


def test_a_correction_replaces_its_span() -> None:
    """Nothing else."""
    assert corrected("店子产值", Correction(0, 2, "电子")) == "电子产值"


def test_a_word_of_the_language_is_not_cut() -> None:
    """邮政 is no correction of 游挣 in 旅游挣了多少."""
    known = Vocabulary(frozenset({"邮政"}), frozenset({"邮政"}), frozenset(), {}, {}, frozenset())
    text = "旅游挣了"
    parts = segments(text, sorter(lexicon(), known))
    assert correction(text, parts, lambda: (known.sounds,), ("旅游", "挣", "了")) is None
