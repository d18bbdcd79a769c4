"""What must not stop the product: odd names, odd texts, an index that goes away, files of one name."""

import os
import shutil
import sys
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

import corpus.reading
from bot.answering.answerer import Answerer
from corpus.fault import Fault, refusal
from corpus.source import Source
from index.folder import documents
from index.shelf import take
from index.store import open_index
from tests.libraries import PUMPS, TEA, Hashed, Watched, write
from tests.test_shelf import names, run

# As archives of Chinese systems unpack to, and as no encoding has it.
_NAMES = {"茶产业".encode("gb18030"): "茶产业", b"tea\xff\xfe": "tea\\xff\\xfe"}
posix = pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")


@posix
@pytest.mark.parametrize(("stored", "shown"), _NAMES.items(), ids=_NAMES.values())
def test_names_of_any_bytes(tmp_path: Path, stored: bytes, shown: str) -> None:
    """In the corpus folder they are read under a name that can be shown; put in they get it."""
    offered = write(tmp_path / "offered", pumps=PUMPS)
    odd = offered / os.fsdecode(stored + b".txt")
    odd.write_text(TEA, encoding="utf-8")
    assert {document.id for document in documents(offered)} == {"pumps", shown}
    with closing(open_index(offered, tmp_path / "direct", Hashed())) as index:
        assert Answerer(index).answer("干茶产量多少").cited[0].letter.id == shown
    assert run(tmp_path, "add", odd).stdout.startswith(f"{shown}:")
    assert run(tmp_path, "letters").exit_code == 0
    assert names(tmp_path / "corpus") == [f"{shown}.txt"]


@posix
def test_a_refused_file_of_any_name_is_said(tmp_path: Path) -> None:
    """A line cannot hold bytes that are no text."""
    path = tmp_path / os.fsdecode("空".encode("gb18030") + b".pdf")
    path.write_bytes(b"")
    ended = run(tmp_path, "add", path)
    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (2, f"空.pdf：{Fault.EMPTY.words}")


def test_names_and_disks_are_told_from_rights() -> None:
    """Each has a line of its own."""
    assert [refusal(OSError(number, "")) for number in (36, 28, 13)] == [
        *(Fault.NAME, Fault.FULL, Fault.DENIED)
    ]


def test_a_letter_that_cannot_be_worked_out_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The rest of the folder is indexed, and the log says where it failed."""
    whole = corpus.reading.read_letter

    def stumble(source: Source) -> corpus.reading.Reading:
        if source.id == "odd":
            raise RecursionError
        return whole(source)

    monkeypatch.setattr(corpus.reading, "read_letter", stumble)
    report = Watched()
    folder = write(tmp_path / "corpus", odd=PUMPS, tea=TEA)
    with closing(open_index(folder, tmp_path / "index", Hashed(), report)) as index:
        assert (list(index.letters), index.refused) == (["tea"], (f"odd.txt：{Fault.FAILED.words}",))
    assert ["in stumble" in line for line in caplog.messages] == [True]


def test_an_index_that_is_deleted_answers_on(tmp_path: Path) -> None:
    """Somebody empties the cache while somebody else asks; the next one to open it builds it again."""
    folder = write(tmp_path / "corpus", tea=TEA)
    with closing(open_index(folder, tmp_path / "index", Hashed())) as index:
        answerer = Answerer(index)
        before = answerer.answer("干茶产量多少").headline
        shutil.rmtree(tmp_path / "index")
        assert answerer.answer("干茶产量多少").headline == before
        write(folder, tea=TEA.replace("6420", "7420"))
        open_index(folder, tmp_path / "index", Hashed()).close()
        assert "7420" in answerer.answer("干茶产量多少").headline


def test_a_file_of_the_same_name_is_put_aside(tmp_path: Path) -> None:
    """It may be a newer version or another letter: the older one can be fetched back, and the line says where."""
    for number, text in enumerate((TEA, PUMPS, TEA.replace("6420", "7420"))):
        added = run(tmp_path, "add", write(tmp_path / f"from{number}", 通知=text) / "通知.txt")
        assert ("通知.txt: 同名的旧文件已换下" in added.stdout) == (number > 0)
    found = tmp_path / "corpus"
    assert names(found) == [".removed/通知 (2).txt", ".removed/通知.txt", "通知.txt"]
    assert (found / ".removed" / "通知.txt").read_text(encoding="utf-8") == TEA


def test_files_of_one_name_added_together_are_both_kept(tmp_path: Path) -> None:
    """The second lies in a folder called as its own."""
    offered = [write(tmp_path / name, 通知=text) / "通知.txt" for name, text in (("一", TEA), ("二", PUMPS))]
    taken = take([*offered, offered[0]], tmp_path / "corpus")
    assert names(tmp_path / "corpus") == ["二/通知.txt", "通知.txt"]
    assert (len(taken.put), len(taken.same), taken.replaced) == (2, 1, ())


def test_a_full_disk_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not a lack of rights."""

    def full(*_: object) -> NoReturn:
        raise OSError(28, "")

    monkeypatch.setattr(os, "replace", full)
    ended = run(tmp_path, "add", write(tmp_path / "offered", tea=TEA) / "tea.txt")
    assert (ended.exit_code, ended.stderr.startswith("磁盘已满")) == (2, True)
    assert not list((tmp_path / "corpus").iterdir())
