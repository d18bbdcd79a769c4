"""A question over more letters than are looked into: it is answered from a few of them, however many there are."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from typing import Any

import pytest

from bot.answering.answerer import Answerer
from bot.matching.selection import MOST
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.passage import Passage
from index.later import Later
from index.opened import Index
from index.store import open_index
from tests.invented import places, write

_LETTERS = 90


class Read:
    """An index that notes which letters are read through, and lets nobody read all of them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.noted: set[str] = set()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the index has
        return getattr(self.index, name)

    @property
    def letters(self) -> Mapping[str, Letter]:
        """As the index has them, but for going through them."""
        return Closed(self.index.letters)

    def passages(self, letter: str) -> tuple[Passage, ...]:
        """As the index has them; noted."""
        self.noted.add(letter)
        return self.index.passages(letter)

    def figures(self, letters: Collection[str] | None = None) -> tuple[Figure, ...]:
        """As the index has them, of chosen letters; noted."""
        assert letters is not None
        self.noted.update(letters)
        return self.index.figures(letters)

    def containing(self, literal: str, letters: Collection[str] | None = None) -> list[Passage]:
        """As the index has them, of chosen letters."""
        assert letters is not None
        return self.index.containing(literal, letters)


class Closed(Mapping[str, Letter]):
    """Letters by id, which nobody goes through."""

    def __init__(self, letters: Mapping[str, Letter]) -> None:
        self._letters = letters

    def __getitem__(self, name: str) -> Letter:
        return self._letters[name]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError

    def __len__(self) -> int:
        return len(self._letters)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """Ninety letters of thirty places."""
    folder = tmp_path_factory.mktemp("many")
    write(folder / "corpus", _LETTERS)
    with closing(open_index(folder / "corpus", folder / "index", Later())) as index:
        yield Read(index)


@pytest.mark.parametrize(
    "question",
    [
        "{place}2024年地区生产总值多少",
        "{place}2024年粮食产量占茶叶产量多少",
        "{place}2024年茶叶产量占全部农产品产量多少",
        "{place}和{other}2024年地区生产总值哪个高",
        "规上工业增加值最高的是哪里",
        "规上工业总产值和制造业投资各是多少",
        "房价多少",
        "今年厂里订单不好，隔壁县到底涨了还是跌了",
        "为什么{place}的规上工业增加值下降",
        "老百姓反映油烟的电话和举报总共接了几件",
    ],
)
def test_a_question_is_answered_from_few_letters(library: Read, question: str) -> None:
    """Whatever it asks; none is answered by going through all."""
    library.noted.clear()
    place, other = places()[:2]
    assert Answerer(library).answer(question.format(place=place, other=other)).headline
    assert len(library.noted) <= 2 * MOST
