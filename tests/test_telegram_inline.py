"""Inline mode: cited answers in any chat."""

from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answering.answerer import Answerer
from bot.cli.open import opened
from bot.service.archive import Service
from bot.speech import Speech
from bot.telegram.handlers.inline import articles
from tests.botapi.people import Person
from tests.botapi.running import listening, polling, settings
from tests.botapi.server import Call, Server
from tests.botapi.world import Json
from tests.invented import write


@pytest.fixture(params=[polling, listening], ids=["polling", "webhook"])
async def server(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Server]:
    """A server with the bot running against it, each way of getting updates."""
    async with Server() as running, request.param(running, settings(running, tmp_path)):
        yield running


async def results(server: Server, text: str, person: Person | None = None) -> list[Json]:
    """What is offered for a query."""
    return list((await answered(server, text, person)).inquiry.fields["results"])


async def answered(server: Server, text: str, person: Person | None = None) -> Call:
    """The answer to a query."""
    since = len(server.calls)
    (person or Person(server)).query(text)
    return await server.wait(lambda call: call.inquiry.method == "answerInlineQuery", since=since)


async def test_words_find_everything_that_has_them(server: Server) -> None:
    """产值 is no whole question; what has it in its name is offered, each with source."""
    found = await results(server, "产值")
    titles = [result["title"] for result in found]
    assert titles == [
        "医化产业产值55.26亿元，15.4%",
        "缝制设备产业产值22.67亿元，8.1%",
        "电子信息产业产值24.69亿元，45.1%",
    ]
    assert all("——" in result["input_message_content"]["message_text"] for result in found)


async def test_question_comes_first(server: Server) -> None:
    """The answer itself, then what goes on from it."""
    assert "电子信息" in (await results(server, "电子信息产业产值多少"))[0]["title"]


async def test_ids_are_stable_and_different(server: Server) -> None:
    """The same answer has the same id each time."""
    first, second = await results(server, "产值"), await results(server, "产值")
    assert [result["id"] for result in first] == [result["id"] for result in second]
    assert len({result["id"] for result in first}) == len(first)


async def test_result_links_to_its_source(server: Server) -> None:
    """A button opens the letter in the bot."""
    (row,) = (await results(server, "医化产业产值"))[0]["reply_markup"]["inline_keyboard"]
    assert row[0]["url"].startswith("https://t.me/dafu_test_bot?start=L")


async def test_empty_query_offers_examples(server: Server) -> None:
    """Before anything is typed."""
    assert len(await results(server, "")) == 3


async def test_nothing_found_leads_to_the_bot(server: Server) -> None:
    """Never an empty list without a way on."""
    call = await answered(server, "没有的事")
    assert call.inquiry.fields["results"] == []
    assert call.inquiry.fields["button"]["start_parameter"] == "help"


@pytest.mark.parametrize("text", ["<b>&", "😀" * 100, "产" * 256])
async def test_any_query_is_answered(server: Server, text: str) -> None:
    """Whatever is typed."""
    assert isinstance(await results(server, text), list)


async def test_traditional_reader(server: Server) -> None:
    """Titles in the reader's characters, with ids of their own."""
    person = Person(server, 43, 43, "zh-hant")
    found = await results(server, "医化产业产值", person)
    assert found[0]["title"] == "醫化產業產值55.26億元，15.4%"


@pytest.mark.parametrize("text", ["产值", "增加值", "利润", "的", "医化产业产值", "房价", "产" * 250, ""])
def test_query_asks_a_dozen_questions_at_most(tmp_path: Path, text: str) -> None:
    """However many letters and figures have its words."""
    asked: list[str] = []
    write(tmp_path / "corpus", 12)
    with closing(opened(tmp_path / "corpus", tmp_path / "index", None)) as library:
        answerer = Answerer(library)

        def counted(question: str, history: Sequence[str]) -> Answer:
            asked.append(question)
            return answerer.answer(question, history)

        articles(Service(counted, library), text, Speech("zh-hans"), "dafu_bot")
    assert len(asked) <= 13 + 3  # those looked for, the query's own suggestions, the examples
