"""What the bot says unasked: notices of new letters to those who follow, a warning where a token is posted."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.service.archive import Service
from tests.botapi.people import Person, buttons, field
from tests.botapi.running import Unchanging, polling, settings
from tests.botapi.sample import LETTER, SHELF, Shelf, answer
from tests.botapi.server import Call, Server
from tests.botapi.world import Json

QUESTION = "电子信息产业产值多少"
POSTED = "7123456789:AAE-9xQv3kLmN0pRsTuVwXyZ123456789ab"


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


class Growing(Unchanging):
    """A keeper whose next reading finds the sample letter."""

    def reload(self, told: object = None) -> Service:
        """The letter is there now."""
        return Service(answer, SHELF)


async def test_followers_are_told_of_a_new_letter(tmp_path: Path) -> None:
    """Of the place or a word in the title, each in their language; others are not, nor those who have had enough."""
    nothing = Service(answer, Shelf({}, ()))
    async with Server() as server:
        chosen = settings(server, tmp_path, admins=frozenset({1}))
        async with polling(server, chosen, nothing, Growing()):
            spoken = {2: "zh-hans", 3: "en", 4: "zh-hans", 5: "zh-hans", 6: "zh-TW"}
            people = {number: Person(server, number, number, code) for number, code in spoken.items()}
            assert "某某区" in (await people[2].asks("/follow 某某区"))["text"]
            await people[3].asks("/follow 提案")
            await people[4].asks("/follow 航天")
            await people[6].asks("/follow 某某区")
            await people[5].asks("/follow 某某区")
            assert "没有关注" in (await people[5].asks("/unfollow 某某区"))["text"]
            since = len(server.calls)
            await Person(server, 1, 1).asks("/reload")
            for number, words in (
                (6, "新收錄 1 份您關注的文件"),
                (3, "1 new letters"),
                (2, "新收录 1 份您关注"),
            ):
                told = await people[number].receives(since=since)
                assert LETTER.title in told["text"]
                assert words in told["text"]
            call = await pressed(people[2], told, buttons(told)[0]["callback_data"], "sendMessage")
            assert isinstance(call.result, dict)
            assert call.result["text"].startswith(LETTER.title)
            await people[4].asks(QUESTION)
            await people[5].asks(QUESTION)
            told_of = [field(call, "chat_id") for call in server.calls if "🆕" in str(field(call, "text"))]
            assert sorted(map(str, told_of)) == ["2", "3", "6"]
            await people[2].asks("/forget")
            assert "教育" in (await people[2].asks("/follow"))["text"]


@pytest.mark.parametrize("text", [POSTED, f"我的令牌是{POSTED}，怎么用", f"token={POSTED}\n谢谢"])
@pytest.mark.parametrize("chat", [42, -100])
async def test_posted_token_is_warned_of_in_private(server: Server, chat: int, text: str) -> None:
    """The message goes where that is allowed; the token is not repeated."""
    person = Person(server, 42, chat)
    message = person.say(text)
    call = await server.wait(lambda call: "@BotFather" in str(field(call, "text")))
    assert str(field(call, "chat_id")) == "42"
    assert POSTED not in str(field(call, "text"))
    assert (chat, message["message_id"]) not in server.world.messages


async def test_number_with_a_colon_is_no_token(server: Server) -> None:
    """Times and ratios are questions."""
    assert "24.69亿元" in (await Person(server).asks(f"2024:06 {QUESTION} 12345678:90"))["text"]
