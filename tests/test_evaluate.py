"""The scoring rules of the shared examples: whole figures, refusals, brevity, citations."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Answer, Cited, Kind
from bot.evaluate import Item, Outcome, UnreadableItems, folded, has, items, score, tallies
from corpus.letter import Letter
from tests.printed import passage

ITEM = Item("D1", "lookup", "医化产值多少", (), ("55.26亿元",), (), (), "", abstain=False)
SAID = Answer(Kind.ANSWER, "医化产业产值55.26亿元,同比下降15.4%")
REFUSED = Answer(Kind.NOT_FOUND, "没有找到直接的回答")
TALK = Answer(Kind.CHAT, "您好!")


@pytest.mark.parametrize(
    ("headline", "text", "there"),
    [
        pytest.param("产值55.26亿元", "55.26亿元", True, id="as it is"),
        pytest.param("产值155.26亿元", "55.26亿元", False, id="a digit before"),
        pytest.param("增长230.7%", "0.7%", False, id="the end of another"),
        pytest.param("1.0.7%", "0.7%", False, id="a digit and a point before"),
        pytest.param("1,055.26", "055.26", False, id="a digit and a comma before"),
        pytest.param("37.258", "37.25", False, id="a digit behind"),
        pytest.param("37.25", "37", False, id="a point and a digit behind"),
        pytest.param("共37,其中", "37", True, id="a comma without a digit behind"),
        pytest.param("37.", "37", True, id="a full stop"),
        pytest.param("-15.4%", "15.4%", True, id="a sign before does not matter"),
        pytest.param("５５．２６亿元", "55.26亿元", True, id="full width"),
        pytest.param("55.26 亿 元", "55.26亿元", True, id="spaces"),
        pytest.param("增长45.1％", "45.1%", True, id="full-width per cent"),
        pytest.param("联 系 人:张航", "联系人:张航", True, id="gaps of print"),
        pytest.param("水晶光电", "水晶", True, id="words may go on"),
        pytest.param("A(B)C", "(B)", True, id="brackets are no pattern"),
        pytest.param("产值", "55.26亿元", False, id="not there"),
    ],
)
def test_figures_are_compared_as_whole_numbers(headline: str, text: str, *, there: bool) -> None:
    """Folded, without white space."""
    assert has(folded(headline), text) is there


@pytest.mark.parametrize(
    ("item", "answer", "outcome"),
    [
        pytest.param(ITEM, SAID, Outcome.OK, id="said"),
        pytest.param(ITEM, replace(SAID, headline="产值5.26亿元"), Outcome.WRONG, id="another figure"),
        pytest.param(ITEM, REFUSED, Outcome.REFUSED, id="refused"),
        pytest.param(
            ITEM,
            replace(REFUSED, headline="没有。信中有的是55.26亿元"),
            Outcome.REFUSED,
            id="refused with the figure in it",
        ),
        pytest.param(replace(ITEM, expect=("55.26亿元", "7.2%")), SAID, Outcome.WRONG, id="one of two"),
        pytest.param(replace(ITEM, any=(("下降", "减少"),)), SAID, Outcome.OK, id="one of a group"),
        pytest.param(replace(ITEM, any=(("增长", "上升"),)), SAID, Outcome.WRONG, id="none of a group"),
        pytest.param(replace(ITEM, any=(("下降",), ("约",))), SAID, Outcome.WRONG, id="every group counts"),
        pytest.param(replace(ITEM, forbid=("15.4%",)), SAID, Outcome.WRONG, id="what must not be there"),
        pytest.param(replace(ITEM, forbid=("5.4%",)), SAID, Outcome.OK, id="forbidden as a whole number"),
        pytest.param(replace(ITEM, abstain=True), SAID, Outcome.WRONG, id="answered without ground"),
        pytest.param(replace(ITEM, abstain=True), REFUSED, Outcome.OK, id="rightly refused"),
        pytest.param(replace(ITEM, abstain=True), TALK, Outcome.WRONG, id="small talk is no refusal"),
        pytest.param(replace(ITEM, kind="chitchat", expect=()), TALK, Outcome.OK, id="small talk"),
        pytest.param(replace(ITEM, kind="chitchat", expect=()), REFUSED, Outcome.WRONG, id="refused talk"),
        pytest.param(replace(ITEM, kind="chitchat", expect=()), SAID, Outcome.WRONG, id="figure for talk"),
    ],
)
def test_an_answer_is_right_wrong_or_refused(item: Item, answer: Answer, outcome: Outcome) -> None:
    """The headline alone is judged."""
    assert score(item, answer).outcome is outcome


@pytest.mark.parametrize(
    ("kind", "length", "outcome"),
    [
        ("lookup", 200, Outcome.OK),
        ("lookup", 201, Outcome.WRONG),
        ("reason", 201, Outcome.WRONG),
        ("list", 201, Outcome.OK),
        ("multi", 400, Outcome.OK),
        ("rank", 400, Outcome.OK),
        ("compare", 400, Outcome.OK),
        ("list", 401, Outcome.WRONG),
    ],
)
def test_a_headline_has_a_limit(kind: str, length: int, outcome: Outcome) -> None:
    """Two hundred characters, four hundred where a list is asked for."""
    headline = "55.26亿元".ljust(length, "。")
    assert score(replace(ITEM, kind=kind), replace(SAID, headline=headline)).outcome is outcome


@pytest.mark.parametrize(
    ("wanted", "text", "cited"),
    [
        pytest.param("医化产业实现产值", "医化产业实现产值55.26亿元。", True, id="contained"),
        pytest.param("医化产业实现产值", "时尚产业实现产值。", False, id="another sentence"),
        pytest.param("", "时尚产业实现产值。", None, id="not checked"),
        pytest.param("医化 55.26", "| 医化 | 55.26 |", True, id="a row without its marks"),
        pytest.param("2 10万亩", "2\n10万亩", True, id="gaps"),
    ],
)
def test_the_passage_is_looked_for_among_those_cited(wanted: str, text: str, *, cited: bool | None) -> None:
    """In one of them; an empty one is not checked."""
    answer = replace(SAID, cited=(Cited(passage(text), Letter("a", text, "")),))
    assert score(replace(ITEM, passage=wanted), answer).cited is cited


def test_the_citation_of_a_wrong_answer_is_not_counted() -> None:
    """Only among the right ones."""
    assert score(replace(ITEM, passage="医化"), REFUSED).cited is None


def test_outcomes_are_counted_apart() -> None:
    """By kind in order, then all; wrong and refused never together."""
    growth = replace(ITEM, kind="growth", passage="医化")
    scores = [score(growth, SAID), score(ITEM, REFUSED), score(ITEM, SAID), score(ITEM, TALK)]
    rows = [
        (one.name, one.total, one.ok, one.wrong, one.refused, one.cited, one.checked)
        for one in tallies(scores)
    ]
    assert rows == [("growth", 1, 1, 0, 0, 0, 1), ("lookup", 3, 1, 1, 1, 0, 0), ("all", 4, 2, 1, 1, 0, 1)]


def test_a_file_of_items(tmp_path: Path) -> None:
    """A line each; what is left out is empty, blank lines do not count."""
    file = tmp_path / "items.jsonl"
    file.write_text(
        '{"id": "D1", "question": "产值"}\n\n{"question": "呢", "history": ["产值"]}\n', encoding="utf-8"
    )
    first, second = items(file)
    assert first == Item("D1", "", "产值", (), (), (), (), "", abstain=False)
    assert second.history == ("产值",)


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[1]",
        "3",
        '{"id": "D1"}',
        "null",
        '{"question": "a", "any": 3}',
        '{"question": "a", "history": 3}',
    ],
)
def test_a_line_that_is_no_item_is_named(line: str, tmp_path: Path) -> None:
    """One line with the file and the line's number."""
    file = tmp_path / "items.jsonl"
    file.write_text('{"question": "a"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(UnreadableItems) as error:
        list(items(file))
    assert "items.jsonl" in str(error.value)
    assert "第2行" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Not a traceback."""
    with pytest.raises(UnreadableItems, match=r"nowhere\.jsonl"):
        list(items(tmp_path / "nowhere.jsonl"))


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    """A file saved by an old editor is bad input like any other."""
    file = tmp_path / "items.jsonl"
    file.write_bytes('{"question": "产值"}'.encode("gb18030"))
    with pytest.raises(UnreadableItems, match=r"items\.jsonl"):
        list(items(file))


def test_a_mark_of_byte_order_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    """As some editors write it."""
    file = tmp_path / "items.jsonl"
    file.write_text('{"question": "产值"}', encoding="utf-8-sig")
    assert [item.question for item in items(file)] == ["产值"]
