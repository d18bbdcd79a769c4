"""Who may ask: guarded at one place, for every kind of update."""

import itertools
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.telegram import guard
from tests.botapi.people import Person, button
from tests.botapi.running import polling, settings
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"
FRIEND, STRANGER, GROUP, OTHER_GROUP = 1, 2, -100, -200


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A bot for one person and one group."""
    async with Server() as running:
        chosen = settings(running, tmp_path, allowed=frozenset({FRIEND, GROUP}))
        async with polling(running, chosen):
            yield running


def friend(server: Server) -> Person:
    """Somebody who is on the list."""
    return Person(server, FRIEND, FRIEND)


def stranger(server: Server) -> Person:
    """Somebody who is not."""
    return Person(server, STRANGER, STRANGER)


async def heard(server: Server) -> list[str]:
    """What the bot says until it has answered its friend, that answer aside."""
    since = len(server.calls)
    await friend(server).asks(QUESTION)
    methods = [call.inquiry.method for call in server.calls[since:]]
    said = [method for method in methods if not method.startswith(("get", "set"))]
    said.remove("sendMessage")
    return said


async def test_listed_person_and_group_are_answered(server: Server) -> None:
    """By the person's number, or by the group's for anybody in it."""
    assert "24.69亿元" in (await friend(server).asks(QUESTION))["text"]
    assert "24.69亿元" in (await Person(server, STRANGER, GROUP).asks(f"/ask {QUESTION}"))["text"]


@pytest.mark.parametrize("text", [QUESTION, "/start", "/letters", "/stats", "/start somecode"])
async def test_stranger_is_told_the_own_number(server: Server, text: str) -> None:
    """Politely, and with what the administrator needs to know."""
    assert "编号是 2" in (await stranger(server).asks(text))["text"]


async def test_strangers_button_does_nothing(server: Server) -> None:
    """A button under somebody else's answer is pressed by a stranger: an alert, no page."""
    answer = await friend(server).asks(QUESTION)
    since = len(server.calls)
    stranger(server).press(answer, button(answer, "原文")["callback_data"])
    call = await server.wait(lambda call: call.inquiry.method == "answerCallbackQuery", since=since)
    assert "指定的人" in call.inquiry.fields["text"]
    assert "sendMessage" not in [call.inquiry.method for call in server.calls[since:]]


async def test_strangers_inline_query_finds_nothing(server: Server) -> None:
    """Not through another chat either."""
    stranger(server).query(QUESTION)
    call = await server.wait(lambda call: call.inquiry.method == "answerInlineQuery")
    assert call.inquiry.fields["results"] == []


def _edits(person: Person) -> None:
    person.edit(
        person.server.world.message(
            person.chat, {"id": STRANGER, "is_bot": False, "first_name": "x"}, {"text": "x"}
        ),
        QUESTION,
    )


def _reacts(person: Person) -> None:
    world = person.server.world
    world.update(
        "message_reaction",
        {
            "chat": world.chat(STRANGER),
            "message_id": 1,
            "date": 1,
            "user": world.user(STRANGER),
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": "👍"}],
        },
    )


def _through_a_bot(person: Person) -> None:
    person.send({"text": QUESTION, "via_bot": {"id": 9, "is_bot": True, "first_name": "b"}})


def _as_a_bot(person: Person) -> None:
    world = person.server.world
    world.update("message", world.message(FRIEND, world.user(9, is_bot=True), {"text": QUESTION}))


def _in_a_channel(person: Person) -> None:
    world = person.server.world
    post = {
        "message_id": 1,
        "date": 1,
        "chat": {"id": -300, "type": "channel", "title": "c"},
        "text": QUESTION,
    }
    world.update("channel_post", post)


@pytest.mark.parametrize("act", [_edits, _reacts, _as_a_bot, _in_a_channel])
async def test_nothing_is_said_to(server: Server, act: Callable[[Person], None]) -> None:
    """A stranger's edit or reaction, bots and channels: not a word."""
    act(stranger(server))
    assert await heard(server) == []


async def test_messages_through_other_bots_are_not_answered(server: Server) -> None:
    """Not even a friend's."""
    _through_a_bot(friend(server))
    assert await heard(server) == []


def _brought(person: Person, before: str = "left") -> None:
    """The bot is brought into a group, or has other rights there from now on."""
    world = person.server.world
    member = {"user": world.me, "status": before}
    world.update(
        "my_chat_member",
        {
            "chat": world.chat(person.chat),
            "from": world.user(person.number),
            "date": 1,
            "old_chat_member": {**member, "until_date": 0},
            "new_chat_member": {**member, "status": "member"},
        },
    )


async def test_group_that_a_stranger_brings_the_bot_into_is_left(server: Server) -> None:
    """Unless the group is listed."""
    _brought(Person(server, STRANGER, OTHER_GROUP))
    await server.wait(lambda call: call.inquiry.method == "leaveChat")
    assert server.world.left == {OTHER_GROUP}
    _brought(Person(server, STRANGER, GROUP))
    assert "/ask" in (await Person(server, STRANGER, GROUP).receives())["text"]


@pytest.mark.parametrize("text", ["/ask 在吗", "大家好", "@dafu_test_bot 产值多少"])
async def test_group_is_not_left_for_what_a_stranger_says(server: Server, text: str) -> None:
    """Somebody else there may be let in: the stranger is not heard, the friend is."""
    Person(server, STRANGER, OTHER_GROUP).say(text)
    assert await heard(server) == []
    _brought(Person(server, STRANGER, OTHER_GROUP), "member")
    assert await heard(server) == []
    assert "24.69亿元" in (await Person(server, FRIEND, OTHER_GROUP).asks(f"/ask {QUESTION}"))["text"]


async def test_pairing_code_lets_one_person_in(tmp_path: Path) -> None:
    """An administrator's link works once, also after a restart, and not for a second person."""
    async with Server() as server:
        chosen = settings(server, tmp_path, pairing=True, admins=frozenset({FRIEND}))
        async with polling(server, chosen):
            link = (await friend(server).asks("/pair"))["text"]
            code = link.rpartition("start=")[2]
            assert "编号是 2" in (await stranger(server).asks("/start wrong"))["text"]
            assert "您好" in (await stranger(server).asks(f"/start {code}"))["text"]
            assert "编号是 3" in (await Person(server, 3, 3).asks(f"/start {code}"))["text"]
        async with polling(server, chosen):
            assert "24.69亿元" in (await stranger(server).asks(QUESTION))["text"]


async def test_flood_of_one_person_does_not_hold_up_others(server: Server) -> None:
    """Far more than anybody types is dropped after one word about it."""
    person = friend(server)
    for _ in range(70):
        person.say("没有的事")
    other = Person(server, STRANGER, GROUP)
    await other.asks(f"/ask {QUESTION}")
    sent = [call for call in server.calls if str(call.inquiry.fields.get("chat_id")) == str(FRIEND)]
    await server.wait(lambda call: "太快" in str(call.inquiry.fields.get("text")))
    assert len(sent) <= 61


async def test_pages_can_be_turned_for_ever(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Presses count when they come, not when the message was sent that the button is under."""
    minutes = itertools.count(1)
    monkeypatch.setattr(guard, "now", lambda: 60.0 * (next(minutes) // 30))
    person = friend(server)
    answer = await person.asks(QUESTION)
    for _ in range(90):
        person.press(answer, button(answer, "👍")["callback_data"])
    await server.wait(lambda call: len(_alerts(server)) == 90, 30)
    assert not [text for text in _alerts(server) if "太快" in text]


async def test_flood_of_presses_is_stopped(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within a minute no more is done than anybody types; no button is left turning, until it is a flood of floods."""
    monkeypatch.setattr(guard, "now", lambda: 1e9)
    person = friend(server)
    answer = await person.asks(QUESTION)
    for _ in range(130):
        person.press(answer, button(answer, "👍")["callback_data"])
    await server.wait(lambda call: len(_alerts(server)) == 120, 30)
    await Person(server, STRANGER, GROUP).asks(f"/ask {QUESTION}")
    assert ["太快" in text for text in _alerts(server)] == [False] * 60 + [True] * 60


async def test_flood_of_edits_is_stopped(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """However old the messages are, each of a minute of its own."""
    monkeypatch.setattr(guard, "now", lambda: 1e9)
    person = friend(server)
    world = server.world
    for number in range(70):
        old = {"text": "x", "date": int(time.time()) - 60 * number}
        person.edit(world.message(FRIEND, world.user(FRIEND), old), f"没有的事{number}")
    person.say(QUESTION)
    await server.wait(lambda call: "24.69亿元" in str(call.inquiry.fields.get("text")), 30)
    sent = [call for call in server.calls if str(call.inquiry.fields.get("chat_id")) == str(FRIEND)]
    assert len(sent) == 61


def _alerts(server: Server) -> list[str]:
    """What was said to presses."""
    calls = [call for call in server.calls if call.inquiry.method == "answerCallbackQuery"]
    return [str(call.inquiry.fields.get("text")) for call in calls]
