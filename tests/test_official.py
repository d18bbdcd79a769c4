"""What official statistical sentences mean, and what is worked out from them: rows of tests/data/official.jsonl.

A row without pieces asks what its text does not settle. `source` is where the meaning is laid down, for those of which that
is known: the bureau's explanation of the indicator, the standard; 算术 where the printed amounts and reckoning alone settle it.
The others follow from the language, or no source was found for them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answer import Answer, Kind
from tests.libraries import answering

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "official.jsonl").read_text(encoding="utf-8").splitlines()
]


def named(row: dict[str, Any]) -> str:
    return f"{row['of']}: {row['question']}"


def answered(folder: Path, row: dict[str, Any]) -> Answer:
    """The answer out of a corpus that is the row's text alone, with the shipped model."""
    with answering(folder, made=row["text"]) as answerer:
        return answerer.answer(row["question"])


@pytest.mark.parametrize("row", [row for row in ROWS if "pieces" in row], ids=named)
def test_is_told(tmp_path: Path, row: dict[str, Any]) -> None:
    """The headline has each of the pieces; what is worked out says so and shows its working."""
    answer = answered(tmp_path, row)
    assert answer.kind is Kind.ANSWER
    assert [piece for piece in row["pieces"] if piece not in answer.headline] == []
    assert ("推算" in answer.headline) <= bool(answer.working)


@pytest.mark.parametrize("row", [row for row in ROWS if "pieces" not in row], ids=named)
def test_is_not_told(tmp_path: Path, row: dict[str, Any]) -> None:
    """It is refused."""
    assert answered(tmp_path, row).kind is Kind.NOT_FOUND
