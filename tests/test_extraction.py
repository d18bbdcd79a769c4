"""What holds for the figures of any text, and of every example document."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.amounts.quantity import quantities
from corpus.document.metadata import letter
from corpus.extraction.figures import figures
from corpus.figure import Status
from corpus.letter import Letter
from corpus.passage import Kind, passages
from corpus.source import read
from corpus.texts.text import fold, tidy
from tests.replies import OPENING, of_sentence

SHARED = Path(__file__).parents[2] / "shared"

NOUNS = [
    "规上工业增加值",
    "全区出口",
    "其中制造业投资",
    "茶叶产量",
    "新增企业",
    "常住人口",
    "占全市",
    "比重",
    "海屿市财政收入",
]
VERBS = ["", "为", "达到", "同比增长", "下降", "分别为", "比上年提高", "占出口的", "由", "力争突破"]
AMOUNTS = [
    "3.5亿元",
    "12.4%",
    "0.8个百分点",
    "5家",
    "持平",
    "1.2倍",
    "７６％",
    "3 .1万亩",
    "六成",
    "3:50:47",
    "第三位",
]
JOINTS = ["，", "、", "和", "；", "。", "（", "）", "，其中"]
clause = st.tuples(*map(st.sampled_from, (NOUNS, VERBS, AMOUNTS, JOINTS))).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(clause, min_size=1, max_size=8).map("".join))
def test_any_text_keeps_its_printed_amounts(text: str) -> None:
    """Figures are quantities of the text, printed as they stand, each once; names are clean."""
    body = OPENING + text + "。\n"
    made = Letter("made", body, "答复", place="临江区", signed=date(2024, 8, 2))
    found = figures(made, passages(made))
    assert len({figure.id for figure in found}) == len(found)
    for figure in found:
        quantity = figure.quantity
        assert tidy(body[quantity.start : quantity.end]) == quantity.raw
        assert figure.name == figure.name.strip("，。；：、（）的 ")
        assert not figure.name.startswith(("其中", "全区", "全市"))
        assert figure.direction in (-1, 0, 1)


@pytest.mark.parametrize(
    "path", sorted((SHARED / "eval" / "docs").glob("*")), ids=lambda path: path.stem[:24]
)
def test_every_amount_of_prose_becomes_a_figure(path: Path) -> None:
    """No quantity outside headings and letterheads is lost: a refused list would be seen here."""
    document = letter(read(path))
    found = passages(document)
    got = {figure.quantity.start for figure in figures(document, found)}
    wanted = {
        quantity.start: quantity.raw
        for passage in found
        if passage.kind is Kind.SENTENCE
        for quantity in quantities(fold(passage.text, passage.start))
    }
    assert {raw for start, raw in wanted.items() if start not in got} == set()


def test_the_shared_documents_are_there() -> None:
    """Says why the parametrized tests above are empty where they are."""
    if not SHARED.exists():
        pytest.skip("the shared example documents are not beside this checkout")
    assert Status.TARGET in {figure.status for figure in of_sentence("力争出口增长5%。")}
