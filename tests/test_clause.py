"""Clauses of printed sentences: what is quoted where a sentence is too long."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.phrasing.clause import clause_of, clauses
from corpus.texts.text import tidy


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        pytest.param("产值24.69亿元,同比增长45.1%。", ["产值24.69亿元", "同比增长45.1%"], id="comma"),
        pytest.param("产值24.69亿元，同比增长45.1%。", ["产值24.69亿元", "同比增长45.1%"], id="wide comma"),
        pytest.param("人均87,736元,增长5%", ["人均87,736元", "增长5%"], id="comma of a number"),
        pytest.param("一产3%;二产5%；三产7%。", ["一产3%", "二产5%", "三产7%"], id="semicolons"),
        pytest.param("腾、改、转三招", ["腾、改、转三招"], id="a list is one clause"),
        pytest.param("到了吗?到了!", ["到了吗", "到了"], id="question and call"),
        pytest.param("", [], id="nothing"),
        pytest.param("。。", [], id="marks alone"),
    ],
)
def test_a_sentence_falls_into_clauses(sentence: str, texts: list[str]) -> None:
    """Without the marks that end them."""
    assert [one.text for one in clauses(sentence)] == texts


@given(st.text(alphabet="产值增长,，;；。!?5.1%", max_size=30))
def test_every_clause_stands_where_it_says(sentence: str) -> None:
    """In order, without overlap, each its own piece of the sentence."""
    found = list(clauses(sentence))
    assert all(sentence[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_the_clause_of_a_figure_has_the_figure(answerer: Answerer) -> None:
    """For every figure of the shipped letter."""
    library = answerer.library
    for figure in library.figures():
        passage = library.passage(figure.passage)
        clause = clause_of(figure, passage)
        assert clause in tidy(passage.text)
        assert figure.quantity.raw in clause
