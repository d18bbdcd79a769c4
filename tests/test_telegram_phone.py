"""What a phone's screen needs: questions under refusals, short lists, links, feedback that shows, notices, warnings."""

from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Kind
from bot.answering.answerer import Answerer
from bot.cli.open import opened
from bot.service.archive import Service
from bot.service.views.examples import examples
from bot.service.views.listing import LINES, listing
from bot.service.views.nearest import nearest
from bot.telegram.links import asked, payload
from corpus.letter import Letter
from index.opened import Index
from tests.botapi.people import Person, button, buttons
from tests.botapi.running import polling, settings
from tests.botapi.sample import FIGURES, SHELF, Shelf, answer, level_answer
from tests.botapi.server import Call, Server
from tests.botapi.world import Json

QUESTION = "电子信息产业产值多少"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A bot with the sample letter, person 1 its administrator."""
    async with Server() as running, polling(running, settings(running, tmp_path, admins=frozenset({1}))):
        yield running


async def pressed(person: Person, message: Json, data: str, method: str) -> Call:
    """The request that a press leads to."""
    since = len(person.server.calls)
    person.press(message, data)
    return await person.server.wait(lambda call: call.inquiry.method == method, since=since)


# What the letter does not tell of, near things that it does tell of.
REFUSED = (
    "房价多少",
    "医化产业利润多少",
    "数字经济核心产业税收多少",
    "工业机器人产量多少",
    "油价",
    "今天天气怎么样",
    "how much did the industry grow",
)


@pytest.mark.parametrize("question", REFUSED)
async def test_refusal_offers_what_the_letter_answers(tmp_path: Path, library: Index, question: str) -> None:
    """Each button is a question that is answered with a figure."""
    service = Service(Answerer(library).answer, library)
    async with Server() as server, polling(server, settings(server, tmp_path), service):
        person = Person(server)
        refused = await person.asks(question)
        offers = [one for one in buttons(refused) if one["text"].endswith("多少")]
        assert service.answer(question, ()).kind is Kind.NOT_FOUND
        assert 1 <= len(offers) <= 3
        for offer in offers:
            assert service.answer(offer["text"], ()).figures
        shown = await pressed(person, refused, offers[0]["callback_data"], "sendMessage")
        assert isinstance(shown.result, dict)
        assert shown.result["text"].startswith(f"❓ {offers[0]['text']}")


def test_refusal_far_from_everything_offers_what_any_letter_answers(answerer: Answerer) -> None:
    """Where no passage near it has a figure that is asked for by name."""
    service = Service(answer, SHELF)
    refused = answerer.answer("龘靐齉")
    assert refused.kind is Kind.NOT_FOUND
    assert nearest(service, "龘靐齉", replace(refused, suggestions=())) == examples(service) != ()


async def test_refusal_names_the_place_where_there_are_several(tmp_path: Path, county_folder: Path) -> None:
    """A question without its place would be asked back."""
    with closing(opened(county_folder, tmp_path / "index", None)) as library:
        service = Service(Answerer(library).answer, library)
        async with Server() as server, polling(server, settings(server, tmp_path), service):
            for question in ("游客满意度多少", "财政赤字多少"):
                refused = await Person(server).asks(question)
                offers = [one for one in buttons(refused) if one.get("callback_data", "").startswith("q")]
                assert offers
                for offer in offers:
                    assert service.answer(offer["text"], ()).figures, offer


def listed(count: int) -> Answer:
    """An answer that lists so many things."""
    body = ";".join(f"第{number}产业产值{number}亿元" for number in range(1, count + 1))
    return Answer(Kind.ANSWER, f"{body}(2024年1-6月,某某区)")


@pytest.mark.parametrize("count", [3, 8, 9, 16, 20])
async def test_list_has_eight_lines_and_more_behind_a_button(tmp_path: Path, count: int) -> None:
    """Page after page until all was shown, each thing once."""

    def lists(question: str, history: Sequence[str]) -> Answer:
        return listed(count)

    async with Server() as server, polling(server, settings(server, tmp_path), Service(lists, SHELF)):
        person = Person(server)
        shown = await person.asks("各产业产值")
        seen: list[str] = []
        while True:
            lines = [line for line in shown["text"].splitlines() if line.startswith("• ")]
            assert 1 <= len(lines) <= LINES
            assert "2024年1-6月,某某区" in shown["text"]
            seen += lines
            more = [one for one in buttons(shown) if "更多" in one["text"]]
            if not more:
                break
            call = await pressed(person, shown, more[0]["callback_data"], "sendMessage")
            assert isinstance(call.result, dict)
            shown = call.result
        assert seen == [f"• 第{number}产业产值{number}亿元" for number in range(1, count + 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "电子信息产业产值24.69亿元,同比增长45.1%(2024年1-6月,某区)",
        "甲24.69亿元;乙38.45亿元(2024年1-6月)。乙更高,相差13.76亿元",
        "信中没有提到“房价”",
    ],
)
def test_sentence_is_no_list(sentence: str) -> None:
    """One or two things are read as well in a sentence."""
    assert listing(sentence) is None


@given(question=st.text(alphabet="电子信息产业值多少去年比ab1％()、,?", min_size=1, max_size=23))
def test_link_carries_its_question(question: str) -> None:
    """Up to 23 Chinese characters, in what Telegram takes."""
    carried = payload(question)
    assert len(carried) <= 64
    assert asked(carried) == question.strip()


@pytest.mark.parametrize("strange", ["", "q_", "L123", "q_!!", "q_a", "q_" + "_" * 62, "2024-jiaojiang-133"])
def test_strange_link_asks_nothing(strange: str) -> None:
    """And breaks nothing."""
    assert isinstance(asked(strange), str)
    assert asked("L123") == asked("q_") == ""


async def test_shared_link_asks_the_question(server: Server) -> None:
    """What one shares, another opens: the question stands above the answer."""
    said = await Person(server).asks(QUESTION)
    shared = parse_qs(urlsplit(button(said, "🔗")["url"]).query)
    assert shared["text"] == [QUESTION]
    start = parse_qs(urlsplit(shared["url"][0]).query)["start"][0]
    opened_by = Person(server, 43, 43)
    assert (await opened_by.asks(f"/start {start}"))["text"].startswith(f"❓ {QUESTION}\n\n电子信息产业产值")


async def test_feedback_shows_that_it_was_taken_and_asks_why(server: Server) -> None:
    """A tick, three choices after 👎, and what was chosen in /stats."""
    person = Person(server, 1, 1)
    said = await person.asks(QUESTION)
    call = await pressed(person, said, button(said, "👎")["callback_data"], "editMessageReplyMarkup")
    marked = call.result
    assert isinstance(marked, dict)
    assert button(marked, "👎")["text"] == "👎 ✓"
    assert button(marked, "📋")["copy_text"] == {"text": "24.69亿元"}
    choices = [one for one in buttons(marked) if one.get("callback_data", "").startswith("w")]
    assert len(choices) == 3
    call = await pressed(person, marked, choices[0]["callback_data"], "editMessageReplyMarkup")
    assert isinstance(call.result, dict)
    assert not [one for one in buttons(call.result) if one.get("callback_data", "").startswith("w")]
    assert button(call.result, "👎")["text"] == "👎 ✓"
    assert f"{choices[0]['text']} 1" in (await person.asks("/stats"))["text"]
    call = await pressed(person, call.result, button(said, "👍")["callback_data"], "editMessageReplyMarkup")
    assert isinstance(call.result, dict)
    assert [one["text"] for one in buttons(call.result)][1:3] == ["👍 ✓", "👎"]


def _letters(count: int) -> Shelf:
    """Letters of education and of roads."""
    topics = ("教育经费", "公路养护")
    letters = [
        Letter(
            id=f"letter-{number}",
            text="某某市教育局\n正文。\n",
            title=f"某某市政府办公室关于{topics[number % 2]}第{number}号建议的答复",
            number=f"某函〔2024〕{number}号",
            issuer="某某市政府办公室",
            place="某某市",
            signed=date(2024, 1, 1 + number),
        )
        for number in range(count)
    ]
    return Shelf({letter.id: letter for letter in letters}, ())


async def test_letters_are_searched(tmp_path: Path) -> None:
    """By words of the title, several narrow; labels begin with what tells letters apart."""
    async with (
        Server() as server,
        polling(server, settings(server, tmp_path), Service(answer, _letters(24))),
    ):
        person = Person(server)
        many = await person.asks("/letters 教育")
        assert "12 份" in many["text"]
        assert len(buttons(many)) == LINES
        assert all(one["text"].startswith("教育经费第") for one in buttons(many))
        assert buttons(many)[0]["text"].endswith("2024-01-23")
        few = await person.asks("/letters 教育 第22号")
        assert [one["text"][:8] for one in buttons(few)] == ["教育经费第22号"]
        nothing = await person.asks("/letters 航天")
        assert "没有" in nothing["text"]
        assert button(nothing, "其他文件")
        assert (
            len([one for one in buttons(await person.asks("/letters")) if "号建议" in one["text"]]) == LINES
        )


@pytest.mark.parametrize("words", ["电子信息", "缝制设备", "缝制设备 电子信息"])
async def test_letters_are_searched_by_their_text_too(server: Server, words: str) -> None:
    """Where no name has the words; that is said."""
    found = await Person(server).asks(f"/letters {words}")
    assert "文中提到" in found["text"]
    assert len(buttons(found)) == 1


async def test_caption_of_a_photo_is_read(server: Server) -> None:
    """The picture is not, but what is written under it."""
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
    person = Person(server)
    person.send({"photo": photo, "caption": QUESTION})
    assert "24.69亿元" in (await person.receives())["text"]
    since = len(server.calls)
    person.send({"photo": photo})
    assert "只看得懂文字" in (await person.receives(since=since))["text"]


async def test_quote_in_a_reply_is_the_context(tmp_path: Path) -> None:
    """What was marked of an answer is what the question is about."""
    heard: list[tuple[str, ...]] = []

    def listens(question: str, history: Sequence[str]) -> Answer:
        heard.append((*history, question))
        return level_answer(FIGURES[3].name)

    async with Server() as server, polling(server, settings(server, tmp_path), Service(listens, SHELF)):
        person = Person(server)
        first = await person.asks("各产业产值")
        quote = {"text": "医化产业实现产值55.26亿元", "position": 0}
        since = len(server.calls)
        person.send({"text": "为什么下降", "reply_to_message": first, "quote": quote})
        await person.receives(since=since)
    assert heard[-1] == ("各产业产值", "医化产业实现产值55.26亿元", "为什么下降")


async def test_name_is_set_where_one_is_given(tmp_path: Path) -> None:
    """And the button that opens the menu."""
    async with Server() as server:
        async with polling(server, settings(server, tmp_path, name="椒江答复")):
            await server.wait(lambda call: call.inquiry.method == "setChatMenuButton")
        assert server.world.name == "椒江答复"
    async with Server() as server:
        async with polling(server, settings(server, tmp_path)):
            await server.wait(lambda call: call.inquiry.method == "setChatMenuButton")
        assert "setMyName" not in [call.inquiry.method for call in server.calls]
