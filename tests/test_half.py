"""A reply that tells one amount with its growth is half an answer to a question for two amounts."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.candidate import Candidate
from bot.phrasing.headline import headline
from bot.phrasing.reply import Reply
from bot.wording import say
from tests.libraries import answer_from
from tests.replies import of_sentence


@pytest.mark.parametrize(
    ("question", "half"),
    [
        ("基金收了多少 支了多少", True),
        ("基金收入多少,支出多少", True),
        ("基金收入多少,涨了多少", False),
        ("基金收入多少", False),
    ],
)
def test_an_amount_with_its_growth(question: str, half: bool) -> None:
    """The growth counts where one is asked for."""
    figures = of_sentence("社会保险基金收入48.2亿元,增长6.5%。")
    assert [figure.quantity.raw for figure in figures] == ["48.2亿元", "6.5%"]
    reply = Reply(Kind.ANSWER, headline(say("refuse.nothing")), figures=figures)
    assert Candidate(question, reply).is_half(question) is half


FUNDS = """云岭县2025年决算报告

2025年，投入资金4.6亿元，支持高标准农田建设，发展现代化农业；投入资金1.4亿元，持续巩固拓展脱贫攻坚成果。
教育支出12.3亿元，增长3.1%。卫生健康支出8.8亿元，下降2.0%。住房保障支出3.9亿元。
"""


def test_an_amount_without_a_name_is_told_in_its_sentence(tmp_path: Path) -> None:
    """By itself it would say nothing of what it is."""
    assert "支持高标准农田建设" in answer_from(tmp_path, FUNDS, "高标准农田那块投了多少钱").headline
