"""Sixty-four invented papers of eight formats, read whole: every letter, in order, each row under its head."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.formats.structure.document import Part
from corpus.source import READERS
from corpus.texts.text import plain
from tests.papers import PAPERS, WRITERS, paper


def bare(text: str) -> str:
    return plain(text).replace(" ", "").replace("|", "").replace("#", "")  # a heading is marked


@pytest.mark.parametrize("number", range(PAPERS))
@pytest.mark.parametrize("kind", WRITERS)
def test_a_paper_is_read_whole(kind: str, number: int) -> None:
    """No letter missing, none added; one table, its head known."""
    known = paper(number)
    document = READERS[f".{kind}"](WRITERS[kind](known), Path(f"paper.{kind}"))
    found, wanted = bare(document.text.replace("\n", "")), bare("".join(known.lines))
    assert Counter(wanted) - Counter(found) == Counter()
    assert Counter(found) - Counter(wanted) == Counter()
    assert found == wanted
    (table,) = (block for block in document.blocks if block.part is Part.TABLE)
    grid = document.grid(table)
    assert grid.rows == known.table
    assert grid.heads == 1
