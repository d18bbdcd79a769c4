"""The figures read by people: what the file holds, and how it is scored."""

import json
from pathlib import Path

import pytest

from corpus.gold import SLOTS, UnreadableGold, Verdict, golds, judged, scores
from corpus.source import read

FILE = Path(__file__).parent / "data" / "eval" / "figures.jsonl"
TEXT = "霞溪县2024年工业情况\n\n规上工业产值98亿元，增长4.1%。\n"


def row(raw: str, **said: object) -> dict[str, object]:
    slots = {
        "name": "规上工业产值", "place": "霞溪县", "period": "2024年", "status": "实绩", "measure": "level",
        "value": "9800000000", "unit": "元", "basis": "", "whole": "",
    }  # fmt: skip
    return {"document": "made.txt", "start": TEXT.index(raw), "raw": raw, **slots, **said}


def test_every_row_is_of_its_document() -> None:
    """What it calls printed is printed there; forty documents and more."""
    rows = golds(FILE)
    assert len({one.document for one in rows}) >= 40
    texts = {one.document: read(FILE.parent / one.document).text for one in rows}
    tidy = str.maketrans("", "", " \n\u3000")
    for one in rows:
        printed = texts[one.document][one.start : one.start + len(one.raw) + 6].translate(tidy)
        assert printed.startswith(one.raw.translate(tidy)), one
        assert set(one.slots) in (set(SLOTS), set())


def test_most_of_them_are_read_right() -> None:
    """No fewer than were when the set was last tuned on."""
    whole, *slots = scores(judged(golds(FILE), FILE.parent))
    assert whole.precision >= 0.9
    assert whole.recall >= 0.88
    assert {one.name: one.precision for one in slots if one.precision < 0.95} == {}


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        pytest.param({}, Verdict.RIGHT, id="right"),
        pytest.param({"name": ["工业产值", "规上工业产值"]}, Verdict.RIGHT, id="one of several"),
        pytest.param({"basis": "同比"}, Verdict.EMPTY, id="nothing said"),
        pytest.param({"period": "2023年"}, Verdict.FALSE, id="another year"),
    ],
)
def test_a_row_is_right_empty_or_false(tmp_path: Path, said: dict[str, object], verdict: Verdict) -> None:
    """A figure is right where every slot is right or empty."""
    (tmp_path / "made.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(row("98亿元", **said)), encoding="utf-8")
    (one,) = judged(golds(tmp_path / "gold.jsonl"), tmp_path)
    assert verdict in one.verdicts.values()
    assert one.is_false is (verdict is Verdict.FALSE)
    whole = scores([one])[0]
    assert whole.precision == whole.recall == float(verdict is not Verdict.FALSE)


def test_a_number_that_is_no_amount_has_no_figure(tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text(TEXT, encoding="utf-8")
    none = {"document": "made.txt", "start": TEXT.index("4.1"), "raw": "4.1", "none": True}
    (tmp_path / "gold.jsonl").write_text(json.dumps(none), encoding="utf-8")
    (one,) = judged(golds(tmp_path / "gold.jsonl"), tmp_path)
    assert one.is_false


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"document": "x"}\n', encoding="utf-8")
    with pytest.raises(UnreadableGold, match="第1行"):
        golds(tmp_path / "gold.jsonl")
