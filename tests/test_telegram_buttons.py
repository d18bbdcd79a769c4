"""Buttons under answers: what they carry, what they do, and what an old or strange one gets."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.telegram.handlers.press import Action, Press, parse_press
from tests.botapi.people import Person, button, buttons, entities, field
from tests.botapi.running import listening, polling, settings
from tests.botapi.server import Server
from tests.botapi.world import Json

QUESTION = "电子信息产业产值多少"


@pytest.fixture(params=[polling, listening], ids=["polling", "webhook"])
async def server(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Server]:
    """A server with the bot running against it, each way of getting updates."""
    async with Server() as running, request.param(running, settings(running, tmp_path)):
        yield running


async def pressed(person: Person, message: Json, text: str, method: str = "sendMessage") -> Json:
    """What the bot sends when a button with this text is pressed."""
    since = len(person.server.calls)
    person.press(message, button(message, text)["callback_data"])
    return await person.receives(method, since)


async def alerted(person: Person, message: Json, data: str) -> str:
    """The alert that a press gets."""
    since = len(person.server.calls)
    person.press(message, data)
    call = await person.server.wait(lambda call: call.inquiry.method == "answerCallbackQuery", since=since)
    assert field(call, "show_alert") is True
    return str(field(call, "text"))


@given(
    action=st.sampled_from(Action), numbers=st.tuples(st.integers(0, 2**48), *[st.integers(0, 999_999)] * 2)
)
def test_press_comes_back_as_it_was_sent(action: Action, numbers: tuple[int, int, int]) -> None:
    """Data is read back exactly, and Telegram takes it."""
    press = Press(action, *numbers)
    assert parse_press(press.data) == press
    assert len(press.data.encode()) <= 64


@given(data=st.text(max_size=64))
def test_anything_else_is_no_press(data: str) -> None:
    """Whatever a tampered client sends is one of ours or nothing."""
    press = parse_press(data)
    assert press is None or press.data.lstrip("o") <= data


@pytest.mark.parametrize(
    "data", ["", "q", "q-1", "q1.2.3.4", "Q1", "q1;", "q１", "k1", "q1.", "q9999999999999999999"]
)
def test_strange_data(data: str) -> None:
    """Nearly right is wrong."""
    assert parse_press(data) is None


async def test_buttons_of_an_answer(server: Server) -> None:
    """The figure to copy, feedback, original, related figures, chart, and questions to go on with."""
    message = await Person(server).asks(QUESTION)
    rows = [[one["text"] for one in row] for row in message["reply_markup"]["inline_keyboard"]]
    assert rows == [
        ["📋 24.69亿元", "👍", "👎"],
        ["原文", "相关数据", "图表", "🔗"],
        ["医化产业产值多少"],
        ["缝制设备产业产值多少"],
    ]
    assert button(message, "📋")["copy_text"] == {"text": "24.69亿元"}


async def test_refusal_has_nothing_to_copy(server: Server) -> None:
    """Where there is no figure there are no buttons about one."""
    offered = buttons(await Person(server).asks("没有的事"))
    assert all(one["text"].endswith("多少") and "copy_text" not in one for one in offered)


async def test_original_shows_the_page_and_turns(server: Server) -> None:
    """The paragraph around the sentence, what is cited in bold, pages on both sides in the same message."""
    person = Person(server)
    page = await pressed(person, await person.asks(QUESTION), "原文")
    assert "整体形势大好" in page["text"]
    assert "电子信息产业实现产值24.69亿元，同比增长45.1%。" in entities(page, "bold")
    before = await pressed(person, page, "上一页", "editMessageText")
    assert before["message_id"] == page["message_id"]
    assert "医化产业" in before["text"]
    after = await pressed(person, before, "下一页", "editMessageText")
    assert "整体形势大好" in after["text"]


async def test_first_page_has_nothing_before_it(server: Server) -> None:
    """No button leads out of the letter."""
    person = Person(server)
    page = await pressed(person, await person.asks(QUESTION), "原文")
    while any("上一页" in one["text"] for one in buttons(page)):
        page = await pressed(person, page, "上一页", "editMessageText")
    assert "第1/" in page["text"]


async def test_related_figures(server: Server) -> None:
    """Figures of the same indicator, as printed, without the one asked for."""
    person = Person(server)
    shown = await pressed(person, await person.asks(QUESTION), "相关数据")
    assert "• 医化产业产值 55.26亿元，同比下降15.4%" in shown["text"]
    assert "电子信息产业产值" not in shown["text"]


async def test_chart_is_drawn_once(server: Server) -> None:
    """A picture with the same in words and its source; the second time Telegram's own copy is used."""
    person = Person(server)
    answer = await person.asks(QUESTION)
    first = await pressed(person, answer, "图表", "sendPhoto")
    assert "医化产业 55.26亿元 ▼15.4%" in first["caption"]
    assert "来源：某经科提函〔2024〕1号" in first["caption"]
    _, content = server.world.files[first["photo"][0]["file_id"]]
    assert Image.open(BytesIO(content)).width == 1080
    again = await pressed(person, answer, "图表", "sendPhoto")
    assert again["photo"][0]["file_id"] == first["photo"][0]["file_id"]
    assert not server.calls[-1].inquiry.files


async def test_forgotten_picture_is_drawn_again(server: Server) -> None:
    """Telegram may not know a picture any more."""
    person = Person(server)
    answer = await person.asks(QUESTION)
    first = await pressed(person, answer, "图表", "sendPhoto")
    server.world.files.clear()
    again = await pressed(person, answer, "图表", "sendPhoto")
    assert again["photo"][0]["file_id"] != first["photo"][0]["file_id"]


async def test_suggestion_asks_its_question(server: Server) -> None:
    """The question stands above its answer, for nobody typed it."""
    person = Person(server)
    message = await pressed(person, await person.asks(QUESTION), "医化产业产值多少")
    assert message["text"].startswith("❓ 医化产业产值多少\n\n医化产业产值55.26亿元")


async def test_choice_answers_what_was_asked_back(server: Server) -> None:
    """Where the bot asks which one, a tap answers."""
    person = Person(server)
    asked_back = await person.asks("哪个产值")
    assert [one["text"] for one in buttons(asked_back)] == ["医化产业产值多少", "缝制设备产业产值多少"]
    assert "22.67亿元" in (await pressed(person, asked_back, "缝制设备"))["text"]


async def test_example_of_the_greeting(server: Server) -> None:
    """The examples of /start are answered."""
    person = Person(server)
    assert "127.24亿元" in (await pressed(person, await person.asks("/start"), "工业增加值"))["text"]


async def test_feedback_is_thanked_for_and_kept_once(tmp_path: Path) -> None:
    """👍 and 👎 of one person on one answer count once, the last."""
    async with Server() as server, polling(server, settings(server, tmp_path, admins=frozenset({42}))):
        person = Person(server)
        answer = await person.asks(QUESTION)
        for text in ("👍", "👎", "👎"):
            since = len(server.calls)
            person.press(answer, button(answer, text)["callback_data"])
            await server.wait(lambda call: call.inquiry.method == "answerCallbackQuery", since=since)
        assert "👍 0　👎 1" in (await person.asks("/stats"))["text"]


@pytest.mark.parametrize(
    "data", ["garbage", "o999", "q1.77", "e9", "p123.0", "r1.50", "t1", "i1.1", "y1", "z1", "x" * 64]
)
async def test_old_or_strange_button_gets_a_polite_alert(server: Server, data: str) -> None:
    """Never an error, never silence."""
    person = Person(server)
    answer = await person.asks(QUESTION)
    assert (await alerted(person, answer, data))[:4] in ("这个按钮", "没有更多")


async def test_button_of_another_chat_does_nothing(server: Server) -> None:
    """An exchange belongs to its chat: its number pressed elsewhere gives nothing away."""
    answer = await Person(server).asks(QUESTION)
    stranger = Person(server, number=43, chat=43)
    other = await stranger.asks("/help")
    assert "已经过期" in await alerted(stranger, other, button(answer, "原文")["callback_data"])


async def test_buttons_work_after_a_restart(tmp_path: Path) -> None:
    """What a button needs is in the journal, not in memory."""
    async with Server() as server:
        person = Person(server)
        async with polling(server, settings(server, tmp_path)):
            answer = await person.asks(QUESTION)
        async with polling(server, settings(server, tmp_path)):
            assert "整体形势大好" in (await pressed(person, answer, "原文"))["text"]


async def test_press_too_old_for_telegram_is_still_done(server: Server) -> None:
    """A press that waited for a restart cannot be confirmed, but what it asks for comes."""
    person = Person(server)
    answer = await person.asks(QUESTION)
    since = len(server.calls)
    person.press(answer, button(answer, "原文")["callback_data"])
    server.world.open_presses.clear()
    assert "整体形势大好" in (await person.receives(since=since))["text"]
