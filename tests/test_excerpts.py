"""Sentences that may be quoted: which are found, how a long one is cut, and what is told of the likeliest."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.phrasing.excerpts import Excerpt, excerpts
from bot.phrasing.text import LIMIT
from bot.scoring.model import shipped
from bot.scoring.quoting import Quote, quoting
from index.store import open_index
from tests.libraries import Hashed, write

CLAUSES = [f"第{number}个街道清理沟渠{number * 3}公里" for number in range(1, 41)]
PAPER = f"""岩前区2024年城市管理工作总结

一、环境整治
{"，".join(CLAUSES)}。
环卫收运车辆每天早上6:40从车场出发，沿滨江大道收运。
二、投诉办理
市民如再遇到渣土车撒漏，可拨打城管热线反映，区城管局将在24小时内到场处理。
"""


@pytest.fixture
def answerer(tmp_path: Path) -> Answerer:
    return Answerer(open_index(write(tmp_path / "corpus", made=PAPER), tmp_path / "index", Hashed()))


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


RIVALS = """岩前区2024年城市管理工作总结

全年清运生活垃圾8.6万吨，其中厨余垃圾2.1万吨。
新建公厕12座，改建公厕9座。
清淤河道31公里，疏通管网46公里。
拆除违法建筑3.4万平方米。
受理市民投诉2860件。
"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        pytest.param("新建公厕几座", "12座", id="resting on the likeliest sentence"),
        pytest.param("清淤河道和受理市民投诉各多少", "2860件", id="out of several sentences"),
    ],
)
def test_a_reply_is_dropped_only_for_another_sentence(
    question: str, figure: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though no reply were sure by itself and every sentence spoke against the others."""
    monkeypatch.setattr("bot.answering.decision.shipped", lambda: replace(shipped(), sure=2.0))
    monkeypatch.setattr("bot.answering.decision.quoting", lambda: replace(quoting(), rival=0.0))
    asked = Answerer(open_index(write(tmp_path / "corpus", made=RIVALS), tmp_path / "index", Hashed()))
    answer = asked.answer(question)
    assert (answer.kind, figure in answer.headline) == (Kind.ANSWER, True), answer.headline
    assert answer.figures


def test_a_reply_of_another_sentence_than_the_likeliest_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no more than the closest there is."""
    monkeypatch.setattr("bot.answering.decision.shipped", lambda: replace(shipped(), sure=2.0))
    monkeypatch.setattr("bot.answering.decision.quoting", lambda: replace(quoting(), rival=0.0))
    asked = Answerer(open_index(write(tmp_path / "corpus", made=RIVALS), tmp_path / "index", Hashed()))
    monkeypatch.setattr(
        "bot.answering.candidates.likeliest", lambda *_: Quote(_of_rubbish(asked), {}, probability=0.55)
    )
    assert asked.answer("新建公厕几座").kind is Kind.NOT_FOUND


def _of_rubbish(answerer: Answerer) -> Excerpt:
    return next(one for one in excerpts(["清运生活垃圾"], answerer.retriever) if "8.6万吨" in one.words)
