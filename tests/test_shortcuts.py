"""What is left out for speed changes nothing: numbers not looked for, rows not searched for, cards found by their texts."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.matching.card import LetterCards
from bot.matching.retriever import Retriever
from bot.scoring.model import shipped
from bot.understanding.vocabulary import Pairs, pairs_of
from corpus.amounts.quantity import quantities
from corpus.texts.text import fold
from index.later import Later
from index.opened import Index
from index.rows.seen import Found
from index.store import open_index
from tests.libraries import PUMPS, TEA, Watched, write

_PIECES = [
    "翻番", "翻了一番", "过半", "超半数", "减半", "负担减半,", "大体持平", "持平", "基本", "保", "“", "”", "《", "》", "几家", "数百", "百家",
    "约", "一半", "12", "3.5", "万", "亿元", "%", "五", "两成", "年", "第", "N+X", "产值", "。", ",", "稳", "1:2", "二分之一",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=8))
def test_a_text_without_a_numeral_has_the_same_numbers(pieces: list[str]) -> None:
    """As if it had been looked through for all that may be one."""
    folded = fold("".join(pieces))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("corpus.amounts.quantity.counts", lambda: re.compile(""))
        thorough = quantities(folded)
    assert quantities(folded) == thorough


@pytest.mark.parametrize("question", ["茶叶产量多少", "泵阀产业产值增长多少", "船舶配套产业产值有多少"])
def test_letters_without_tables_of_words_are_not_searched_for_cells(
    question: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure whose reply is sure is looked up without a single search."""
    monkeypatch.setattr("bot.answering.candidate.shipped", lambda: replace(shipped(), sure=0.0))
    corpus = write(tmp_path / "letters", tea=TEA, pumps=PUMPS)
    index = open_index(corpus, tmp_path / "index", Later(None))

    def search(self: Index, text: str, letters: object = None, k: int = 5) -> list[Found]:
        raise AssertionError(text)

    monkeypatch.setattr(Index, "search", search)
    assert Answerer(index).answer(question).figures


def test_cards_are_found_by_every_pair(retriever: Retriever) -> None:
    """By those that stand in any of their texts, and by no other."""
    of_letter = LetterCards.of("letter", retriever.matcher.catalogue.cards)
    texts = [(one.name, one.clause, one.before, one.scope, one.above) for one in of_letter.cards]
    pairs = pairs_of(text for all_of in texts for text in all_of)
    assert pairs
    for pair in {*sorted(pairs)[::7], "无有"}:
        assert of_letter.having(pair) == tuple(
            place for place, all_of in enumerate(texts) if any(pair in text for text in all_of)
        )


def test_a_pair_is_asked_for_once() -> None:
    """And one that is known, never."""
    asked: list[str] = []

    def have(pair: str) -> bool:
        asked.append(pair)
        return pair == "茶叶"

    pairs = Pairs(frozenset({"产值"}), have)
    assert [pair in pairs for pair in ("产值", "茶叶", "叶茶", "茶叶", "叶茶")] == [
        True,
        True,
        False,
        True,
        False,
    ]
    assert 5 not in pairs
    assert asked == ["茶叶", "叶茶"]


def test_an_index_that_is_as_it_was_left_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor after a letter was added; a copy is, and is taken as it is."""
    corpus, folder = write(tmp_path / "letters", tea=TEA), tmp_path / "index"
    read: list[Path] = []
    open_index(corpus, folder, Later(None)).close()

    def checksum(path: Path) -> int:
        read.append(path)
        return 0

    monkeypatch.setattr("index.sqlite.database._checksum", checksum)
    open_index(corpus, folder, Later(None)).close()
    write(corpus, pumps=PUMPS)
    for _ in range(2):
        open_index(corpus, folder, Later(None)).close()
    assert read == []
    report = Watched()
    name = folder / "dafu.sqlite"
    name.write_bytes(name.read_bytes())
    open_index(corpus, folder, Later(None), report).close()
    assert report.why == []
