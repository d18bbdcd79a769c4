"""The bot over real HTTP: commands, questions, long answers, edits, and what is no question."""

import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.service.archive import Service
from tests.botapi.people import Person, button, buttons, entities
from tests.botapi.running import listening, polling, settings
from tests.botapi.sample import SHELF, answer
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"


@pytest.fixture(params=[polling, listening], ids=["polling", "webhook"])
async def server(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Server]:
    """A server with the bot running against it, each way of getting updates."""
    async with Server() as running, request.param(running, settings(running, tmp_path)):
        yield running


async def test_start_greets_with_example_questions(server: Server) -> None:
    """/start says what the bot does and offers questions that the letters answer."""
    greeting = await Person(server).asks("/start")
    assert "原句和出处" in greeting["text"]
    assert [one["text"] for one in buttons(greeting)] == [
        "工业增加值多少",
        "规上工业企业负增长面多少",
        "医化产业产值多少",
    ]


async def test_question_gets_headline_quotation_and_source(server: Server) -> None:
    """One message: the headline in bold, the sentence in a block, its figures marked, the source linked."""
    question = Person(server).say(QUESTION)
    message = await Person(server).receives()
    assert message["text"].splitlines()[0] == "电子信息产业产值24.69亿元，45.1%"
    assert entities(message, "bold") == ["电子信息产业产值24.69亿元，45.1%", "24.69亿元", "45.1%"]
    assert entities(message, "blockquote") == ["电子信息产业实现产值24.69亿元，同比增长45.1%。"]
    assert message["text"].splitlines()[-1] == (
        "—— 某经科提函〔2024〕1号 · 二、主导行业产值五升一降 · 2024年7月25日"
    )
    links = [entity["url"] for entity in message["entities"] if entity["type"] == "text_link"]
    assert links == ["http://example.org/art/1?a=1&b=2"]
    assert message["reply_to_message"]["message_id"] == question["message_id"]
    assert not [call for call in server.calls if call.inquiry.method == "sendChatAction"]


async def test_link_preview_is_off(server: Server) -> None:
    """No picture of the source's page under the answer."""
    await Person(server).asks(QUESTION)
    call = next(call for call in server.calls if call.inquiry.method == "sendMessage")
    assert call.inquiry.fields["link_preview_options"] == {"is_disabled": True}


async def test_long_answer_comes_in_several_messages(server: Server) -> None:
    """None is longer than Telegram takes, nothing is lost, the buttons are under the last."""
    person = Person(server)
    person.say("很长的问题")
    await server.wait(lambda call: isinstance(call.result, dict) and "reply_markup" in call.result)
    sent = [call.result for call in server.calls if call.inquiry.method == "sendMessage"]
    texts = [message["text"] for message in sent if isinstance(message, dict)]
    assert len(texts) > 2
    headline = answer("很长的问题", ()).headline
    assert "".join("".join(texts).split()).startswith("".join(headline.split()))


@pytest.mark.parametrize("text", ["<b>&", "a < b && c > d", "&lt;", "</blockquote>", "5亿<10亿", "😀" * 50])
async def test_markup_in_a_question_is_only_text(server: Server, text: str) -> None:
    """Whatever is typed comes back as it was typed."""
    message = await Person(server).asks(text)
    assert message["text"] == f"信中没有提到“{text}”"


async def test_edited_question_changes_the_answer(server: Server) -> None:
    """The answer to an edited question takes the place of the old one."""
    person = Person(server)
    question = person.say(QUESTION)
    first = await person.receives()
    person.edit(question, "医化产业产值多少")
    changed = await person.receives("editMessageText")
    assert changed["message_id"] == first["message_id"]
    assert "55.26亿元" in changed["text"]


async def test_edit_to_a_shorter_answer_deletes_the_rest(server: Server) -> None:
    """A long answer's further messages go when the new answer is short."""
    person = Person(server)
    question = person.say("很长的问题")
    await server.wait(lambda call: isinstance(call.result, dict) and "reply_markup" in call.result)
    sent = sum(call.inquiry.method == "sendMessage" for call in server.calls)
    person.edit(question, QUESTION)
    await server.wait(lambda call: call.inquiry.method == "deleteMessage")
    await person.asks("/help")
    assert sum(call.inquiry.method == "deleteMessage" for call in server.calls) == sent - 1


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            {
                "sticker": {
                    "file_id": "s",
                    "file_unique_id": "s",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                    "type": "regular",
                }
            },
            id="sticker",
        ),
        pytest.param({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, id="voice"),
        pytest.param(
            {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]}, id="photo"
        ),
        pytest.param(
            {
                "poll": {
                    "id": "1",
                    "question": "?",
                    "options": [],
                    "total_voter_count": 0,
                    "is_closed": False,
                    "is_anonymous": True,
                    "type": "regular",
                    "allows_multiple_answers": False,
                    "allows_revoting": True,
                    "members_only": False,
                }
            },
            id="poll",
        ),
    ],
)
async def test_no_text_gets_one_friendly_line(server: Server, content: dict[str, object]) -> None:
    """What is no question is told so."""
    person = Person(server)
    person.send(content)
    assert "只看得懂文字" in (await person.receives())["text"]


async def test_unknown_command_points_to_help(server: Server) -> None:
    """A command that there is not."""
    assert "/help" in (await Person(server).asks("/nonsense"))["text"]


async def test_reply_stays_in_its_topic(server: Server) -> None:
    """In a forum the answer goes where the question stood."""
    person = Person(server, chat=-100, topic=7)
    person.say(f"/ask {QUESTION}")
    assert (await person.receives())["message_thread_id"] == 7


async def test_typing_is_shown_when_the_answer_is_slow(tmp_path: Path) -> None:
    """After a third of a second the person sees that work goes on."""

    def slowly(question: str, history: Sequence[str]) -> Answer:
        time.sleep(0.6)
        return answer(question, history)

    async with Server() as server, polling(server, settings(server, tmp_path), Service(slowly, SHELF)):
        await Person(server).asks(QUESTION)
        methods = [call.inquiry.method for call in server.calls]
        assert methods.index("sendChatAction") < methods.index("sendMessage")


async def test_languages(server: Server) -> None:
    """The interface speaks the reader's language; figures and quotation stay as printed."""
    hant = await Person(server, number=43, chat=43, language="zh-hant").asks(QUESTION)
    assert hant["text"].splitlines()[0] == "電子信息產業產值24.69億元，45.1%"
    assert entities(hant, "blockquote") == ["电子信息产业实现产值24.69亿元，同比增长45.1%。"]
    assert "I look up figures" in (await Person(server, 44, 44, "en").asks("/start"))["text"]


async def test_example_has_a_button(server: Server) -> None:
    """The buttons of /start carry data that Telegram takes."""
    greeting = await Person(server).asks("/start")
    assert button(greeting, "工业增加值")["callback_data"] == "e0"
