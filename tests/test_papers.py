"""Forty invented papers of five formats, read whole: every letter, in order, each row under its head."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.source import read
from corpus.text import plain
from tests.papers import WRITERS, paper

NUMBERS = range(8)


def bare(text: str) -> str:
    return plain(text).replace(" ", "").replace("|", "").replace("#", "")  # a heading is marked


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("kind", WRITERS)
def test_a_paper_is_read_whole(tmp_path: Path, kind: str, number: int) -> None:
    """No letter missing, none added."""
    known = paper(number)
    path = tmp_path / f"paper.{kind}"
    path.write_bytes(WRITERS[kind](known))
    lines = read(path).text.splitlines()
    found, wanted = bare("".join(lines)), bare("".join(known.lines))
    assert Counter(wanted) - Counter(found) == Counter()
    assert Counter(found) - Counter(wanted) == Counter()
    assert found == wanted
    assert [line for line in lines if "|" in line] == known.rows
