"""Sentences that may be quoted: which are found, how a long one is cut, and what is told of the likeliest."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.phrasing.excerpts import excerpts
from bot.phrasing.text import LIMIT
from tests.libraries import Hashed, answering

CLAUSES = [f"第{number}个街道清理沟渠{number * 3}公里" for number in range(1, 41)]
PAPER = f"""岩前区2024年城市管理工作总结

一、环境整治
{"，".join(CLAUSES)}。
环卫收运车辆每天早上6:40从车场出发，沿滨江大道收运。
二、投诉办理
市民如再遇到渣土车撒漏，可拨打城管热线反映，区城管局将在24小时内到场处理。
"""


@pytest.fixture
def answerer(tmp_path: Path) -> Iterator[Answerer]:
    with answering(tmp_path, Hashed(), made=PAPER) as opened:
        yield opened


def test_a_long_sentence_is_quoted_in_pieces_of_whole_clauses(answerer: Answerer) -> None:
    pieces = [one.words for one in excerpts(["第1个街道清理沟渠"], answerer.retriever) if "街道" in one.words]
    assert len(pieces) > 2
    assert all(len(piece) <= LIMIT and piece.strip("。").split("，")[0] in CLAUSES for piece in pieces)
    # What stands side by side stands in one of them.
    pairs = ["，".join(pair) for pair in itertools.pairwise(CLAUSES)]
    assert all(any(pair in piece for piece in pieces) for pair in pairs)


def test_what_another_wording_finds_has_no_score_as_asked(answerer: Answerer) -> None:
    found = excerpts(["完全无关", "渣土车撒漏"], answerer.retriever)
    best = max(found, key=lambda one: one.score)
    assert ("渣土车" in best.words, best.rank) == (True, 1)


def test_headings_are_not_quoted(answerer: Answerer) -> None:
    assert all("环境整治" not in one.words for one in excerpts(["环境整治"], answerer.retriever))
