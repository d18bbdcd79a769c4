"""Words rewritten: as one pattern of all words would, whatever the text."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.expressions.rewrite import Rewrite

_WORDS = {
    "产": "生产",
    "产值": "总产值",
    "产值率": "率",
    "规上": "规模以上",
    "gdp": "生产总值",
    "ai": "",
    "上规": "规上",
}


def by_pattern(words: Mapping[str, str], text: str) -> str:
    """The same by a pattern that tries every word at each place, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest)) or "(?!)", re.IGNORECASE)
    return pattern.sub(lambda match: words[match.group().casefold()], text)


@settings(deadline=None)
@given(st.text("产值率规上GgDdPpAaIi亿 ", max_size=20), st.sets(st.sampled_from(sorted(_WORDS))))
def test_the_text_is_that_of_one_pattern(text: str, chosen: set[str]) -> None:
    """Of any of the words in any text; the text by itself is the one with its offsets."""
    words = {word: _WORDS[word] for word in chosen}
    rewrite = Rewrite(words)
    assert rewrite.text(text) == by_pattern(words, text)
    rewritten, origins = rewrite(text)
    assert rewritten == rewrite.text(text)
    assert len(origins) == len(rewritten)
    assert list(origins) == sorted(origins)


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("规上产值率", "规模以上率"),
        ("GDP和产值", "生产总值和总产值"),
        ("İAI产", "İ生产"),
        ("", ""),
        ("无", "无"),
    ],
)
def test_the_longest_word_wins(text: str, rewritten: str) -> None:
    """Wherever it stands, however it is written."""
    assert Rewrite(_WORDS).text(text) == rewritten
