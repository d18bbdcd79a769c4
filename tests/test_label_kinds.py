"""Kinds of labels that papers once had read wrongly: three or more invented texts of each, with the slots that are right."""

import json
from pathlib import Path

import pytest

from corpus.figure import Figure
from corpus.reading import read_letter
from corpus.source import Source
from corpus.times.period import label

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "label_kinds.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def said(figure: Figure, slot: str) -> str:
    """A slot as it is printed."""
    if slot == "period":
        return label(figure.period) if figure.period else ""
    return figure.quantity.unit if slot == "unit" else str(getattr(figure, slot))


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['kind']}: {row['raw']}") for row in ROWS])
def test_a_label_is_what_the_text_says(row: dict[str, object]) -> None:
    read = read_letter(Source("made", Path("made.txt"), str(row["text"]), ""))
    figure = next(one for one in read.figures if one.quantity.raw == row["raw"])
    wanted = row["slots"]
    assert isinstance(wanted, dict)
    assert {slot: said(figure, slot) for slot in wanted} == wanted
