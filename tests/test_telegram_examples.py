"""Example questions: a bounded work however many letters there are, and a greeting without any."""

import shutil
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from bot.answer import Answer, Kind
from bot.answering.answerer import Answerer
from bot.cli.shelf import build
from bot.service.archive import Service
from bot.service.views.examples import examples
from corpus.figure import Figure
from index.later import Later
from index.store import open_index, read_index
from tests.botapi.people import Person, buttons
from tests.botapi.running import polling, settings
from tests.botapi.sample import FIGURES, LETTER, SHELF, Shelf, answer
from tests.botapi.server import Call, Server

MANY = {f"letter-{number:03}": replace(LETTER, id=f"letter-{number:03}") for number in range(200)}


@dataclass
class Busy:
    """Answers nothing, and counts what it is asked."""

    asked: list[str] = field(default_factory=list)

    def __call__(self, question: str, history: Sequence[str]) -> Answer:
        """A refusal."""
        self.asked.append(question)
        return Answer(Kind.NOT_FOUND, "")


@dataclass(frozen=True)
class Watched(Shelf):
    """A shelf that writes down whose figures were read."""

    read: list[str] = field(default_factory=list)

    def figures(self, letter_ids: Collection[str] | None = None) -> tuple[Figure, ...]:
        """The figures, each letter's own."""
        chosen = list(self.letters if letter_ids is None else letter_ids)
        self.read.extend(chosen)
        return tuple(replace(figure, letter=letter) for letter in chosen for figure in FIGURES)


def test_two_hundred_letters_are_not_all_asked_about() -> None:
    """Where no question is answered, few are asked, about few letters."""
    busy, shelf = Busy(), Watched(MANY)
    assert examples(Service(busy, shelf)) == ()
    assert 0 < len(busy.asked) <= 20
    assert len(shelf.read) <= 10


def test_no_more_is_asked_than_needed() -> None:
    """Three good questions end the search."""
    asked: list[str] = []

    def counting(question: str, history: Sequence[str]) -> Answer:
        asked.append(question)
        return answer(question, history)

    found = examples(Service(counting, Watched(MANY)))
    assert len(found) == 3
    assert tuple(asked) == found


def test_places_are_named_where_there_are_several(counties: Answerer) -> None:
    """Of letters of two places the questions say which."""
    found = examples(Service(counties.answer, counties.library))
    assert len(found) > 1
    assert all(question.startswith(("云溪县", "南浦区")) for question in found)


def test_an_index_is_asked_once(county_folder: Path, tmp_path: Path) -> None:
    """They are made when it is built; a program that starts with it asks nothing for them, until the letters change."""
    corpus = Path(shutil.copytree(county_folder, tmp_path / "corpus"))
    asked: list[str] = []

    def start() -> tuple[str, ...]:
        with closing(open_index(corpus, tmp_path / "index", Later(None))) as index:
            answerer = Answerer(index)

            def counting(question: str, history: Sequence[str]) -> Answer:
                asked.append(question)
                return answerer.answer(question, history)

            return examples(Service(counting, index))

    made = start()
    tried = len(asked)
    assert len(made) > 1
    assert start() == made
    assert len(asked) == tried
    (corpus / "nanpu-2024.txt").unlink()
    assert all(question.startswith("云溪县") or "南浦" not in question for question in start())
    assert len(asked) > tried


def test_building_an_index_makes_them(county_folder: Path, tmp_path: Path) -> None:
    """`dafu index` does: the bot that starts with it asks nothing."""
    index = tmp_path / "index"
    build(county_folder, str(index))
    with closing(read_index(index, Later(None))) as library:
        busy = Busy()
        assert len(examples(Service(busy, library))) > 1
        assert busy.asked == []


async def test_start_without_examples_promises_none(tmp_path: Path) -> None:
    """No 比如： with nothing behind it, in no language."""
    async with (
        Server() as server,
        polling(server, settings(server, tmp_path), Service(Busy(), Shelf({}))),
    ):
        for number, language in enumerate(("zh-hans", "zh-hant", "en"), 1):
            greeting = await Person(server, number, number, language).asks("/start")
            assert not greeting["text"].rstrip().endswith(("：", ":"))
            assert buttons(greeting) == []


async def test_an_empty_chat_shows_questions_that_these_letters_answer(tmp_path: Path) -> None:
    """No others: the description is set when the letters are known; none where nothing is answered."""
    for answering, language, said in (
        (answer, "zh", ["比如：", "工业增加值多少", "规上工业企业负增长面多少", "医化产业产值多少"]),
        (answer, "en", ["For example:", "工业增加值多少", "规上工业企业负增长面多少", "医化产业产值多少"]),
        (Busy(), "zh", [""]),
    ):
        async with Server() as server, polling(server, settings(server, tmp_path), Service(answering, SHELF)):
            call = await server.wait(partial(_describes, language))
        assert str(call.inquiry.fields["description"]).partition("\n\n")[2].split("\n") == said


def _describes(language: str, call: Call) -> bool:
    fields = call.inquiry.fields
    return call.inquiry.method == "setMyDescription" and fields.get("language_code") == language


async def test_one_page_of_letters_has_no_number(tmp_path: Path) -> None:
    """1/1 tells nobody anything."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        assert (await Person(server).asks("/letters"))["text"] == "收录文件 1 份，点开看详情："
        assert (await Person(server, 43, 43, "en").asks("/letters"))["text"] == "Documents: 1"
