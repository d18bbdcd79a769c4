"""Letters added and removed by an administrator, on a real corpus folder and index: the answers follow."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.cli.open import SHIPPED, opened
from bot.telegram.folder import Folder
from bot.telegram.keeping import Unchanged

QUESTION = "电子信息产业产值多少"
SHIPPED_ID = "2024-jiaojiang-133"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """A copy of the shipped corpus."""
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    shutil.copytree(SHIPPED, corpus)
    with closing(opened(corpus, index, None)) as library:
        yield Folder(corpus, library, lambda: opened(corpus, index, None).close())


def test_removed_letter_answers_nothing_and_added_again_it_does(folder: Folder, tmp_path: Path) -> None:
    """Without the process being started again."""
    assert "24.69亿元" in folder.reload().answer(QUESTION, ()).headline
    without = folder.remove(SHIPPED_ID)
    assert list(without.archive.letters) == []
    assert without.answer(QUESTION, ()).kind is Kind.NOT_FOUND
    sent = tmp_path / "again.txt"
    shutil.copyfile(SHIPPED / f"{SHIPPED_ID}.txt", sent)
    service = folder.add(sent)
    assert list(service.archive.letters) == ["again"]
    assert "24.69亿元" in service.answer(QUESTION, ()).headline


def test_file_that_is_no_letter_changes_nothing(folder: Folder, tmp_path: Path) -> None:
    """One line says why."""
    sent = tmp_path / "empty.txt"
    sent.write_bytes(b"\n")
    with pytest.raises(Unchanged, match=r"empty\.txt"):
        folder.add(sent)
    assert list(folder.reload().archive.letters) == [SHIPPED_ID]
