"""Words: one analysis for texts and questions."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.texts.text import plain
from index.searching.words import counter, pairs, tokens

TEXTS = sorted(Path(__file__).parent.joinpath("data", "eval").rglob("*.txt"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("产值24.69亿元", "24.69亿元", id="amount"),
        pytest.param("增长４５．１％", "45.1%", id="full-width percentage"),
        pytest.param("1—6月", "1-6月", id="months"),
        pytest.param("5G基站", "5g", id="5G"),
        pytest.param("“3+3”产业", "3+3", id="3+3"),
        pytest.param("PM2.5浓度", "pm2.5", id="PM2.5"),
        pytest.param("3,200.5万元", "3200.5万元", id="thousands"),
        pytest.param("2.7个百分点", "2.7个百分点", id="points"),
        pytest.param("3.0∶49.9∶47.2", "3.0:49.9:47.2", id="ratio"),
        pytest.param("电话0 588-68856612", "0588-68856612", id="telephone with a gap"),
        pytest.param("第133号", "133号", id="number of a proposal"),
        pytest.param("占全市的2\n7.0%", "27.0%", id="broken line"),
    ],
)
def test_figures_stay_whole(text: str, whole: str) -> None:
    """As one token, whichever way it is printed."""
    assert whole in tokens(text)


def test_a_part_of_a_figure_is_another_figure() -> None:
    """4.69 is not in 24.69, 5.1% not in 45.1%."""
    assert not {"4.69", "4.69亿元", "5.1%", "5.1"} & set(tokens("产值24.69亿元,增长45.1%"))


def test_chinese_is_characters_and_pairs() -> None:
    """Pairs do not go over what is between."""
    assert tokens("医化,产业") == ["医", "化", "医化", "产", "业", "产业"]
    assert pairs("医化,产业A") == ["医化", "产业"]


@given(st.text(max_size=40))
def test_no_token_breaks_the_query_language(text: str) -> None:
    """Tokens are joined by blanks and quoted."""
    assert not any(set(token) & set(' "\n') or not token for token in tokens(text))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_words_are_counted_as_they_are_cut(path: Path) -> None:
    """Figures and Latin words just so; of a pair also what a unit makes with the next: 年的 in 2022年的."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cut = Counter(tokens(line))
        found = counter(cut)(plain(line))
        assert all(found[word] >= count for word, count in cut.items())
        assert all(found[word] == count for word, count in cut.items() if not _han(word))
        assert counter(["不在其中的词", *cut])(plain(line)) == found


def _han(word: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in word)
