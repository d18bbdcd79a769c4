"""The store: opened, updated, rebuilt, never trusted when damaged."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from corpus.reading import read
from index.fault import UnusableIndex
from index.folder import UnreadableCorpus, documents
from index.opened import Index
from index.progress import Why
from index.sqlite.database import NAME, connect, seal
from index.store import open_index
from tests.libraries import PUMPS, TEA, Hashed, Unasked, Watched, write


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "letters", tea=TEA, pumps=PUMPS)


def opened(corpus: Path, encoder: Hashed | None = None, report: Watched | None = None) -> Index:
    return open_index(corpus, corpus.parent / "index", encoder or Hashed(), report)


def known(index: Index) -> dict[str, object]:
    """All that an index knows, to be compared."""
    return {
        name: (letter, index.passages(name), index.figures([name]), index.remarks(name))
        for name, letter in index.letters.items()
    }


def found(index: Index, question: str) -> list[str]:
    return [hit.passage.text for hit in index.search(question, k=3)]


def test_an_index_knows_what_was_read(corpus: Path) -> None:
    """Letters, passages, figures and remarks come back as they were."""
    index = opened(corpus)
    for name in ("tea", "pumps"):
        reading = read(corpus / f"{name}.txt")
        assert known(index)[name] == (reading.letter, reading.passages, reading.figures, reading.remarks)
    assert index.passage(index.passages("tea")[3].id) == index.passages("tea")[3]
    with pytest.raises(KeyError):
        index.passage("tea:9999")
    with pytest.raises(KeyError):
        index.letters["none"]


def test_an_unchanged_corpus_is_not_read_again(corpus: Path) -> None:
    """Nor is the encoder asked."""
    before = known(opened(corpus))
    report = Watched()
    index = opened(corpus, Unasked(), report)
    assert (report.why, report.letters) == ([], [])
    assert known(index) == before


def test_only_what_changed_is_read(corpus: Path) -> None:
    """A new letter, a changed one, one removed; the result is that of a fresh index."""
    opened(corpus)
    write(corpus, tea=TEA.replace("6420", "6500"), rice="松川县统计局\n全县水稻产量9.8万吨。\n")
    (corpus / "pumps.txt").unlink()
    report = Watched()
    index = opened(corpus, report=report)
    assert (report.why, sorted(report.letters)) == ([], ["rice", "tea"])
    fresh = open_index(corpus, corpus.parent / "fresh", Hashed())
    assert known(index) == known(fresh)
    for question in ("干茶产量", "泵阀产业产值", "水稻", "118.42亿元"):
        assert found(index, question) == found(fresh, question)


def test_a_removed_letter_leaves_nothing(corpus: Path) -> None:
    """In no part of the index."""
    opened(corpus)
    (corpus / "pumps.txt").unlink()
    index = opened(corpus)
    assert list(index.letters) == ["tea"]
    assert index.containing("泵阀") == []
    assert index.letters_about(["泵阀"]) == []
    with closing(sqlite3.connect(corpus.parent / "index" / NAME)) as connection:
        assert connection.execute("SELECT doc FROM terms WHERE term = '泵阀'").fetchall() == []
        assert connection.execute("SELECT count(*) FROM figures WHERE letter = 'pumps'").fetchone() == (0,)
        connection.execute("INSERT INTO words(words) VALUES('integrity-check')")


def test_a_touched_file_is_the_same_document(corpus: Path) -> None:
    """The content counts, not the time of writing."""
    opened(corpus)
    write(corpus, tea=TEA)
    assert opened(corpus, Unasked()).letters.keys() == {"tea", "pumps"}


@pytest.mark.parametrize(
    ("encoder", "why"),
    [
        pytest.param(Hashed(name="other"), Why.MODEL, id="another model"),
        pytest.param(Hashed(digest="2"), Why.MODEL, id="the same model trained anew"),
        pytest.param(Hashed(), None, id="the same"),
    ],
)
def test_another_model_makes_another_index(corpus: Path, encoder: Hashed, why: Why | None) -> None:
    """And says so."""
    opened(corpus)
    report = Watched()
    opened(corpus, encoder, report)
    assert report.why == ([why] if why else [])


def test_another_version_of_the_code_makes_another_index(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What read the documents is part of what the index is."""
    opened(corpus)
    monkeypatch.setattr("index.changes.code_digest", lambda: "another")
    report = Watched()
    opened(corpus, report=report)
    assert report.why == [Why.FORMAT]


def damage(path: Path, place: float, by: int = 64) -> None:
    """Some bytes of a file turned over."""
    content = bytearray(path.read_bytes())
    start = int(place * (len(content) - by))
    content[start : start + by] = bytes(byte ^ 0xFF for byte in content[start : start + by])
    path.write_bytes(content)


@pytest.mark.parametrize("place", [0.0, 0.13, 0.37, 0.5, 0.71, 0.9, 1.0])
@pytest.mark.parametrize("by", [1, 64])
def test_a_damaged_index_is_built_anew(corpus: Path, place: float, by: int) -> None:
    """Wherever the damage is, were it one byte."""
    before = known(opened(corpus))
    damage(corpus.parent / "index" / NAME, place, by)
    report = Watched()
    index = opened(corpus, report=report)
    assert report.why == [Why.DAMAGED]
    assert known(index) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"no database at all"])
def test_what_is_no_index_is_built_anew(corpus: Path, content: bytes) -> None:
    """Cut off or something else."""
    opened(corpus)
    (corpus.parent / "index" / NAME).write_bytes(content)
    report = Watched()
    assert opened(corpus, report=report).letters.keys() == {"tea", "pumps"}
    assert report.why == [Why.DAMAGED]


def test_an_unreadable_file_is_named_and_the_rest_loads(corpus: Path) -> None:
    """Once when it is read, and for whoever asks."""
    (corpus / "scan.txt").write_bytes(b"\x89PNG\0\0")
    report = Watched()
    index = opened(corpus, report=report)
    assert [line.startswith("scan.txt") for line in report.refused] == [True]
    assert index.refused == tuple(report.refused)
    assert index.letters.keys() == {"tea", "pumps"}
    (corpus / "scan.txt").write_text(TEA.replace("茶", "桑"), encoding="utf-8")
    assert opened(corpus).letters.keys() == {"tea", "pumps", "scan"}


def test_a_reader_picks_up_what_others_write(corpus: Path) -> None:
    """An update and a rebuild, without opening again."""
    reader = opened(corpus)
    assert found(reader, "干茶产量")
    write(corpus, rice="松川县统计局\n全县水稻产量9.8万吨。\n")
    opened(corpus)
    assert found(reader, "水稻产量")[0] == "全县水稻产量9.8万吨。"
    (corpus / "rice.txt").unlink()
    opened(corpus, Hashed(digest="2"))
    assert reader.letters.keys() == {"tea", "pumps"}
    assert reader.containing("水稻") == []


def test_one_answer_sees_one_state(corpus: Path) -> None:
    """A writer waits until what is being read has been read."""
    reader = opened(corpus)
    with reader.reading():
        (corpus / "pumps.txt").unlink()
        writer = threading.Thread(target=opened, args=(corpus,))
        writer.start()
        writer.join(0.3)
        assert reader.letters["pumps"].place == "临江区"
        assert writer.is_alive()
    writer.join()
    assert reader.letters.keys() == {"tea"}


def test_a_reader_goes_on_while_a_letter_is_written(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the commit it reads what was there before; then what is new."""
    reader, written, go_on = opened(corpus), threading.Event(), threading.Event()

    def held(path: Path, **how: bool) -> None:
        if how.get("writing"):
            written.set()
            assert go_on.wait(20)
        seal(path, **how)

    monkeypatch.setattr("index.sqlite.writing.seal", held)
    write(corpus, rice="松川县统计局\n全县水稻产量9.8万吨。\n")
    writer = threading.Thread(target=opened, args=(corpus,))
    writer.start()
    assert written.wait(20)
    assert reader.letters.keys() == {"tea", "pumps"}
    assert found(reader, "干茶产量")
    go_on.set()
    writer.join()
    assert found(reader, "水稻产量")[0] == "全县水稻产量9.8万吨。"


def test_a_reader_waits_for_a_commit(corpus: Path) -> None:
    """While the file itself changes nobody can read it; the answer comes when that is over, and is no error."""
    reader = opened(corpus)
    expected, answers = found(reader, "干茶产量"), []
    asking = threading.Thread(target=lambda: answers.append(found(reader, "干茶产量")))
    with closing(connect(corpus.parent / "index" / NAME)) as writer:
        writer.execute("BEGIN EXCLUSIVE")  # what a commit holds
        asking.start()
        asking.join(0.3)
        assert asking.is_alive()
        writer.execute("COMMIT")
    asking.join()
    assert answers == [expected]


def test_readers_in_many_threads(corpus: Path) -> None:
    """All get the same."""
    index = opened(corpus)
    answers: list[list[str]] = []
    threads = [threading.Thread(target=lambda: answers.append(found(index, "泵阀产值"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [found(index, "泵阀产值")] * 8


def test_letters_of_one_name_keep_their_suffix(tmp_path: Path) -> None:
    """And hidden files, sidecars and leftovers are none."""
    for name in ("a.txt", "a.md", "b/a.txt", ".hidden.txt", "a.txt.toml", "~$a.docx", ".git/config.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("产值。")
    assert [document.id for document in documents(tmp_path)] == ["a.md", "a.txt", "b/a"]
    with pytest.raises(UnreadableCorpus):
        documents(tmp_path / "none")


def test_an_empty_corpus_is_an_index_of_nothing(tmp_path: Path) -> None:
    """It answers nothing."""
    index = open_index(write(tmp_path / "letters"), tmp_path / "index", Hashed())
    assert (len(index.letters), index.search("产值多少"), index.figures()) == (0, [], ())


def test_an_index_folder_that_cannot_be_written_is_named(corpus: Path) -> None:
    """A file stands in its place."""
    (corpus.parent / "index").write_text("no folder")
    with pytest.raises(UnusableIndex, match="index："):
        opened(corpus)


@pytest.mark.parametrize("name", ["file/index", "round/index", "x" * 300], ids=["file", "loop", "long"])
def test_an_index_folder_that_cannot_be_made_is_named(name: str, corpus: Path) -> None:
    """Whatever the system says of it."""
    (corpus.parent / "file").write_text("no folder")
    (corpus.parent / "round").symlink_to(corpus.parent / "round")
    with pytest.raises(UnusableIndex, match=f"{name}："):
        open_index(corpus, corpus.parent / name, Hashed())
