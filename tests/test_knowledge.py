"""What is known of a corpus: of a large one by its outline, and anew when it changed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Kind
from bot.answering.answerer import Answerer
from bot.matching.selection import MOST
from bot.understanding.vocabulary import Grown, pairs_of
from index.later import Later
from index.opened import Index
from index.rows.recent import Recent
from index.store import open_index
from tests import invented
from tests.counties import YUNXI_2024, write_counties
from tests.libraries import Hashed

_LETTERS = 90


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Ninety letters of thirty places."""
    folder = tmp_path_factory.mktemp("many")
    invented.write(folder / "corpus", _LETTERS)
    with closing(open_index(folder / "corpus", folder / "index", Hashed())) as opened:
        yield opened


def test_among_many_letters_the_one_asked_for_answers(many: Index) -> None:
    """Ninety letters say the same things of other places."""
    answerer = Answerer(many)
    asked = [letter.known[0] for letter in list(invented.letters(_LETTERS))[::9]]
    wrong = [known for known in asked if known.printed not in answerer.answer(known.question).headline]
    assert wrong == []


def test_few_letters_of_many_are_looked_into(many: Index) -> None:
    """Those of the place asked for, and at most two dozen of all."""
    answerer = Answerer(many)
    place = invented.places()[3]
    with answerer.known() as known:
        named = known.retriever(answerer.question(f"{place}2024年地区生产总值多少"))
        unnamed = known.retriever(answerer.question("地区生产总值多少"))
    assert {letter.place for letter in named.library.letters.values()} == {place}
    assert 0 < len(unnamed.library.letters) <= MOST < _LETTERS


def test_the_outline_is_what_the_letters_say(many: Index) -> None:
    """Read from the records without reading letters."""
    figures = many.figures()
    assert many.names() == {figure.name for figure in figures}
    assert many.count() == len(figures)
    places = {(figure.place, figure.letter) for figure in figures}
    assert {(place, one) for place, letters in many.figure_places().items() for one in letters} == places
    letters = many.letters.values()
    assert [(head.id, head.title, head.place, head.dated, head.period) for head in many.heads()] == [
        (letter.id, letter.title, letter.place, letter.dated, letter.period) for letter in letters
    ]
    assert all(map(many.has_pair, ("生产", "总值")))
    assert not any(map(many.has_pair, ("值生", "，产", "产", "生产总", '"产')))


def test_a_changed_index_is_noticed(tmp_path: Path) -> None:
    """A letter that came, and one that went, while the same answerer was kept."""
    corpus, index = write_counties(tmp_path / "corpus"), tmp_path / "index"
    question = "东屏县地区生产总值多少"
    with closing(open_index(corpus, index, Later(None))) as opened:
        answerer = Answerer(opened)
        assert answerer.answer(question).kind is Kind.NOT_FOUND
        (corpus / "dongping.txt").write_text(YUNXI_2024.replace("云溪", "东屏"), encoding="utf-8")
        open_index(corpus, index, Later(None)).close()
        assert answerer.answer(question).figures[0].place == "东屏县"
        (corpus / "dongping.txt").unlink()
        open_index(corpus, index, Later(None)).close()
        assert answerer.answer(question).kind is Kind.NOT_FOUND


def test_threads_ask_at_once(many: Index) -> None:
    """Each gets the answer to its own question."""
    answerer = Answerer(many)
    asked = [letter.known[0] for letter in list(invented.letters(_LETTERS))[:8]]
    said: dict[str, str] = {}

    def ask(question: str) -> None:
        said[question] = answerer.answer(question).headline

    threads = [Thread(target=ask, args=(known.question,)) for known in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [known for known in asked if known.printed not in said.get(known.question, "")] == []


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    """Of two kept, the one not asked for since."""
    recent: Recent[int] = Recent(2)
    made: list[str] = []

    def ask(name: str) -> int:
        def make() -> int:
            made.append(name)
            return len(made)

        return recent.get(name, make)

    assert [ask(name) for name in ("a", "b", "a", "c", "a", "b")] == [1, 2, 1, 3, 1, 4]
    assert made == ["a", "b", "c", "b"]
    assert len(recent) == 2


def test_what_goes_while_others_are_made_is_still_told() -> None:
    """Another thread may ask for as many as are kept while these are made."""
    recent: Recent[str] = Recent(2)

    def upper(names: list[str]) -> dict[str, str]:
        return {name: name.upper() for name in names}

    def disturbed(names: list[str]) -> dict[str, str]:
        recent.each(["x", "y"], upper)
        return upper(names)

    recent.each(["a", "b"], upper)
    assert recent.each(["c", "a", "c"], disturbed) == {"c": "C", "a": "A"}
    assert len(recent) == 2


@given(st.lists(st.frozensets(st.sampled_from(["工业", "工业产值", "农业Ⅱ", "人口", "财 政"])), max_size=6))
def test_pairs_of_titles_are_those_of_all_of_them(states: list[frozenset[str]]) -> None:
    """Whatever was there before; while titles only come, each is gone through once."""
    grown = Grown()
    for texts in states:
        assert grown.of(texts, str.upper) == pairs_of(map(str.upper, texts))


def test_a_title_that_was_there_is_not_gone_through_again() -> None:
    """Of a state after an addition only the new letter's is."""
    grown, read = Grown(), list[str]()

    def noted(text: str) -> str:
        read.append(text)
        return text

    grown.of(frozenset({"工业产值", "人口"}), noted)
    read.clear()
    assert grown.of(frozenset({"工业产值", "人口", "财政"}), noted) >= {"财政", "人口", "业产"}
    assert read == ["财政"]
