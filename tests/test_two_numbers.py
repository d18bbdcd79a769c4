"""Two numbers beside each other are never one: in prose, in a cell, in the lines of a cell."""

from decimal import Decimal
from pathlib import Path

import pytest

from corpus.amounts.quantity import quantities
from corpus.formats.structure.grid import table_lines
from corpus.source import read
from corpus.texts.text import fold, plain
from tests.replies import of_sentence
from tests.test_word import p, r, table, tc, tr, word

HEAD = "<table><tr><th>指标</th><th>本年（万元）</th></tr><tr><td>税收</td><td>860</td></tr>"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("工业产值1234 5678万元", [], id="four and four"),
        pytest.param("投资12 34万元", [], id="two and two"),
        pytest.param("茶叶产量305 41吨", [], id="three and two"),
        pytest.param("出口8.4 29.6亿元", [], id="decimals"),
        pytest.param("进口1,234 567万元", [], id="commas and a blank"),
        pytest.param("存款1234\u3000\u30005678万元", [], id="wide blanks"),
        pytest.param("贷款1234\xa05678万元", [], id="a blank that does not break"),
        pytest.param("收入12  345万元", [], id="a wide gap"),
        pytest.param("用工1 234 56人", [], id="the last group is short"),
        pytest.param("入库5户 税收860万元", [5, 8600000], id="words between"),
        pytest.param("投资1 234 567万元", [12345670000], id="groups of three"),
        pytest.param("产值12\u2009345.6万元", [123456000], id="a thin blank"),
        pytest.param("占全市的2\n7.0%", [27], id="a line broken in a number"),
    ],
)
def test_prose(text: str, values: list[int]) -> None:
    assert [found.value for found in quantities(fold(text))] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        pytest.param("2 0 2 4 年 1 2 月 5 日", "2024年12月5日", id="a spaced date"),
        pytest.param("1\t6月产值12亿元", "1\t6月产值12亿元", id="a tab"),
        pytest.param("2024-11-18 10:30", "2024-11-18 10:30", id="a day and an hour"),
        pytest.param("联系电话：0 579-12345678", "联系电话:0579-12345678", id="a telephone"),
    ],
)
def test_gaps_between_digits(printed: str, folded: str) -> None:
    assert plain(printed) == folded


@pytest.mark.parametrize(
    "cell",
    ["1234\n5678", "120\n350", "12\r\n345", "7\t800", "31.5\n\n42", "120   350", "95\n-3", "1234 5678"],
)
def test_a_cell_of_two_numbers_gives_no_figure(cell: str) -> None:
    """Not one of both, and neither of them: nobody can tell which is meant."""
    rows = [["指标", "本年（万元）", "上年（万元）"], ["税收", "860", "790"], ["产值", cell, "610"]]
    text = "\n".join(table_lines(rows)) + "\n"
    assert [figure.quantity.raw for figure in of_sentence(text)] == ["860", "790", "610"]


@pytest.mark.parametrize("cell", ["1234<br>5678", "<p>120</p><p>350</p>", "<div>12</div>\n<div>345</div>"])
def test_a_cell_of_two_lines_on_a_page(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<body>{HEAD}<tr><td>工业<b>产值</b></td><td>{cell}</td></tr></table></body>", "utf-8")
    assert [figure.quantity.raw for figure in of_sentence(read(path).text)] == ["860"]


@pytest.mark.parametrize("paragraphs", [("1234", "5678"), ("120", "350"), ("12", "", "345")])
def test_a_cell_of_two_paragraphs_in_a_document(tmp_path: Path, paragraphs: tuple[str, ...]) -> None:
    said = "".join(p(r(text)) for text in paragraphs)
    rows = [
        tr(tc(p(r(name))), tc(p(r(value)))) for name, value in (("指标", "本年（万元）"), ("税收", "860"))
    ]
    path = word(tmp_path, table(*rows, tr(tc(p(r("产值"))), tc(said))))
    assert [figure.quantity.raw for figure in of_sentence(read(path).text)] == ["860"]
