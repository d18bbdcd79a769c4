"""A reply that tells one amount with its growth is half an answer to a question for two amounts."""

import pytest

from bot.answer import Kind
from bot.answering.candidate import Candidate
from bot.phrasing.headline import headline
from bot.phrasing.reply import Reply
from bot.wording import say
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
