"""The index in PostgreSQL: what the one in SQLite knows and answers, item by item."""

import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answering.answerer import Answerer
from bot.cli.open import SHIPPED
from bot.evaluate import items
from corpus.formats.structure.unread import Unread
from index.fault import UnusableIndex
from index.later import Later
from index.opened import Index
from index.postgres import writing
from index.progress import Why
from index.store import open_index
from tests.corpora import Asked, Corpora
from tests.databases import is_counted_right, opened_at, schemas, sizes
from tests.drawn import Sheet, drawn
from tests.libraries import PUMPS, TEA, Hashed, Unasked, Watched, write

EVAL = Path(__file__).parent / "data" / "eval"
SHARED = Path(__file__).parents[2] / "shared" / "eval"
SETS = [
    (SHIPPED, EVAL / "letter_tune.jsonl"),
    (EVAL / "docs", EVAL / "docs_tune.jsonl"),
    (EVAL / "docs_held2", EVAL / "docs_held2.jsonl"),
    (SHIPPED, EVAL / "letter_tune3.jsonl"),
    (SHIPPED, SHARED / "letter_dev.jsonl"),
    (EVAL / "docs3", EVAL / "docs3_tune.jsonl"),
    (SHARED / "docs", SHARED / "docs_dev.jsonl"),
]
LITERALS = ("增长", "48", "41.27亿元", "产业", "亩茶", "一、生", "\0", "'")
QUESTIONS = [
    "干茶产量",
    "泵阀产业产值多少",
    "118.42亿元是什么",
    "采茶缺多少人",
    "联系人是谁",
    "临江区经信局",
    "今儿天气",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "letters", tea=TEA, pumps=PUMPS)


@pytest.mark.parametrize(("corpus", "asked"), SETS, ids=[asked.stem for _, asked in SETS])
def test_the_answers_are_the_same(corpus: Path, asked: Path, corpora: Corpora, database: str) -> None:
    """Every answer with all that belongs to it."""
    if not asked.is_file():
        pytest.skip("the shared examples are not beside this checkout")
    with closing(opened_at(corpus, database, Later())) as there:
        assert answers(there, asked) == corpora.asked(corpus, asked).answers


@pytest.mark.parametrize("layout", ["no pgvector", "partitions"])
@pytest.mark.parametrize(("corpus", "asked"), SETS[:2], ids=[asked.stem for _, asked in SETS[:2]])
def test_the_answers_are_the_same_on_any_layout(
    corpus: Path, asked: Path, layout: str, corpora: Corpora, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a server without pgvector, and spread over partitions by place."""
    if layout == "no pgvector":
        monkeypatch.setattr(writing, "has_pgvector", lambda _: False)
    partitions = 4 if layout == "partitions" else 0
    with closing(opened_at(corpus, database, Later(), partitions=partitions)) as there:
        assert answers(there, asked) == corpora.asked(corpus, asked).answers


def answers(index: Index, asked: Path) -> tuple[Answer, ...]:
    """The answers to a file of questions."""
    return Asked(Answerer(index), tuple(items(asked))).answers


def known(index: Index) -> dict[str, object]:
    """All that an index knows, to be compared."""
    letters = {
        name: (letter, index.passages(name), index.figures([name]), index.remarks(name))
        for name, letter in index.letters.items()
    }
    outline = (
        index.heads(),
        index.names(),
        index.figure_places(),
        [index.has_pair(pair) for pair in ("产值", "增长", "%增", "3%", "长产", '"产', "_a")],
        index.count(),
        index.sizes(),
    )
    found = [index.search(question, k=9) for question in QUESTIONS]
    some = [index.search(question, ["tea"], k=9) for question in QUESTIONS]
    figures = [index.letters_about([question]) for question in QUESTIONS]
    literal = [index.containing(question) for question in LITERALS]
    said = [(index.has(question), index.has(question, ["tea"])) for question in LITERALS]
    return {
        "letters": letters, "outline": outline, "found": found, "some": some, "figures": figures,
        "literal": literal, "said": said, "doubted": index.doubted(), "refused": index.refused, "unread": index.unread(),
        "files": [index.file(name) for name in index.letters],
    }  # fmt: skip


def test_what_is_known_is_the_same(corpus: Path, database: str) -> None:
    """Letters, outlines, passages with their scores, figures in their order, files, what of them is not read."""
    (corpus / "scan.txt").write_bytes(b"\x89PNG\0\0")
    (corpus / "page.pdf").write_bytes(drawn(Sheet().text(72, 80, "茶叶产量3260吨。"), Sheet().picture()))
    with closing(opened_at(corpus, database)) as there:
        assert known(there) == known(open_index(corpus, corpus.parent / "index", Hashed()))
        with pytest.raises(KeyError):
            there.letters["none"]
        with pytest.raises(KeyError):
            there.file("none")
        assert (there.file("page"), there.unread()) == (
            corpus / "page.pdf",
            {"page": (Unread.PAGES.said(2),)},
        )


def test_only_what_changed_is_read(corpus: Path, database: str) -> None:
    """A new letter, a changed one, one removed; the result is that of an index made at once."""
    opened_at(corpus, database).close()
    write(corpus, tea=TEA.replace("6420", "6500"), rice="松川县统计局\n全县水稻产量9.8万吨。\n")
    (corpus / "pumps.txt").unlink()
    report = Watched()
    with closing(opened_at(corpus, database, report=report)) as there:
        assert (report.why, sorted(report.letters)) == ([], ["rice", "tea"])
        assert known(there) == known(open_index(corpus, corpus.parent / "index", Hashed()))
    assert is_counted_right(database)
    with closing(opened_at(corpus, database, Unasked())) as there:
        assert there.letters.keys() == {"rice", "tea"}


def test_a_removed_letter_leaves_nothing(corpus: Path, database: str) -> None:
    """In no table."""
    opened_at(corpus, database).close()
    before = sizes(database)
    write(corpus, rice="松川县统计局\n全县水稻产量9.8万吨。\n")
    opened_at(corpus, database).close()
    assert sizes(database) != before
    (corpus / "rice.txt").unlink()
    opened_at(corpus, database).close()
    assert sizes(database) == before
    assert is_counted_right(database)


def test_a_letter_goes_with_its_name_from_file_to_file(corpus: Path, database: str) -> None:
    """tea.txt beside tea.md is tea.txt, and tea again without it."""
    opened_at(corpus, database).close()
    (corpus / "tea.md").write_text(TEA.replace("云岭", "海屿"), encoding="utf-8")
    with closing(opened_at(corpus, database)) as there:
        assert there.letters.keys() == {"tea.txt", "tea.md", "pumps"}
    (corpus / "tea.txt").unlink()
    with closing(opened_at(corpus, database)) as there:
        assert there.letters.keys() == {"tea", "pumps"}
        assert there.letters["tea"].place == "海屿县"
    assert is_counted_right(database)


def test_a_reader_sees_one_state_a_question(corpus: Path, database: str) -> None:
    """Whoever writes does not wait for it, and what is written is seen at the next question."""
    with closing(opened_at(corpus, database)) as reader:
        with reader.state() as before:
            (corpus / "pumps.txt").unlink()
            opened_at(corpus, database).close()
            assert reader.letters["pumps"].place == "临江区"
            assert reader.search("泵阀产业产值")[0].passage.letter == "pumps"
        with reader.state() as after:
            assert before != after
            assert reader.letters.keys() == {"tea"}


def test_without_a_folder_it_is_read_as_it_is(corpus: Path, database: str) -> None:
    """And there has to be something to read."""
    with pytest.raises(UnusableIndex, match="还没有"):
        opened_at(None, database)
    opened_at(corpus, database).close()
    (corpus / "pumps.txt").unlink()
    with closing(opened_at(None, database)) as there:
        assert there.letters.keys() == {"tea", "pumps"}
        assert there.file("tea") is None


def test_each_version_has_its_own_index(corpus: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One in use stays, and one more for going back; what is older goes."""
    with closing(opened_at(corpus, database)) as first:
        assert first.search("泵阀")
        for version in ("second", "third", "fourth"):
            monkeypatch.setattr("index.changes.code_digest", lambda version=version: version)
            report = Watched()
            opened_at(corpus, database, report=report).close()
            assert report.why == [Why.FORMAT]
        assert len(schemas(database)) == 3  # the first is in use, the third is one to go back to
        assert first.search("泵阀")
    opened_at(write(corpus, rice="松川县统计局\n全县水稻产量9.8万吨。\n"), database).close()
    assert len(schemas(database)) == 2


def test_no_server_program_or_driver_is_needed_for_a_file(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And an address without the driver says what to install."""
    for name in [name for name in sys.modules if name.startswith("index.postgres")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    open_index(corpus, corpus.parent / "index", Hashed()).close()
    with pytest.raises(UnusableIndex, match=r"dafu\[postgres\]"):
        open_index(corpus, "postgresql://dafu@/none", Hashed())
