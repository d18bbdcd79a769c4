"""The ledger: figures by letter and by name."""

from pathlib import Path

import pytest

from index.opened import Index
from index.store import open_index
from tests.libraries import PUMPS, TEA, Hashed, write


@pytest.fixture
def index(tmp_path: Path) -> Index:
    corpus = write(
        tmp_path / "letters",
        tea=TEA,
        pumps=PUMPS,
        again=PUMPS.replace("临江", "海屿").replace("118.42", "99.5"),
    )
    return open_index(corpus, tmp_path / "index", Hashed())


def test_figures_of_some_letters(index: Index) -> None:
    """In the order of their letters and of their text."""
    found = index.figures(["tea", "pumps"])
    assert [figure.letter for figure in found] == sorted((figure.letter for figure in found), reverse=True)
    assert [figure.quantity.raw for figure in index.figures(["pumps"])] == ["118.42亿元", "9.6%", "41.27亿元"]
    assert len(index.figures()) == sum(len(index.figures([letter])) for letter in index.letters)


def test_figures_about_words(index: Index) -> None:
    """The name tells most, the place counts too."""
    assert index.letters_about(["泵阀产业", "产值", "海屿区"])[0] == "again"
    assert index.letters_about(["泵阀"], letters=["pumps"]) == ["pumps"]
    assert index.letters_about(["干茶产量"], limit=1) == ["tea"]
    assert index.letters_about([]) == []
