"""Documents read by several processes: what one process reads, in the same order."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from corpus.formats.structure.unread import Unread
from index import gather
from index.folder import Document, documents
from index.gather import Gathered, Readers, gathered
from tests.libraries import PUMPS, TEA, write
from tests.test_word import p, r, word


@pytest.fixture
def offered(tmp_path: Path) -> Sequence[Document]:
    """Letters of two kinds, one with open revisions, and a file that gives none."""
    letters = {f"tea{number:02}": TEA.replace("6420", str(6400 + number)) for number in range(20)}
    write(tmp_path / "letters", pumps=PUMPS, **letters)
    (tmp_path / "letters" / "scan.txt").write_bytes(b"\x89PNG\0\0")
    revised = r("茶叶产量") + f'<w:ins w:id="1">{r("3260")}</w:ins>' + r("吨。")
    word(tmp_path / "letters", p(revised))
    return documents(tmp_path / "letters")


def test_many_processes_read_what_one_does(
    offered: Sequence[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order of the documents, with what is refused in its place."""
    alone = [gathered(document) for document in offered]
    monkeypatch.setattr(gather, "_MANY", 2)
    monkeypatch.setattr(gather, "_AT_ONCE", 3)
    assert list(gather.gather(offered)) == alone
    assert [one.document.id for one in alone if one.fault] == ["scan"]
    assert [one.unread for one in alone if one.unread] == [(Unread.REVISIONS.said(),)]


def test_what_a_dead_process_was_to_read_is_read_all_the_same(offered: Sequence[Document]) -> None:
    """The machine may have ended it for its memory."""
    with closing(Readers()) as readers:
        first: list[Gathered] = readers.read(offered[:2])
        for worker in readers._workers._all:
            worker._process.kill()
            worker._process.wait()
        assert readers.read(offered[2:4]) == [gathered(document) for document in offered[2:4]]
    assert first == [gathered(document) for document in offered[:2]]
