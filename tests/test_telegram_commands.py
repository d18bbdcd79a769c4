"""Commands in private and in groups, follow-ups, menus, links."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.service.archive import Service
from bot.service.journal.exchanges import PAUSE
from bot.service.views.leaf import letter_link
from tests.botapi.people import Person, button, buttons, entities
from tests.botapi.running import listening, polling, settings
from tests.botapi.sample import LETTER, SHELF, answer
from tests.botapi.server import Server
from tests.botapi.world import Json

QUESTION = "电子信息产业产值多少"


@pytest.fixture(params=[polling, listening], ids=["polling", "webhook"])
async def server(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Server]:
    """A server with the bot running against it, each way of getting updates."""
    async with Server() as running, request.param(running, settings(running, tmp_path)):
        yield running


async def silent(server: Server, person: Person) -> bool:
    """Whether the bot says nothing into a chat until it has answered somebody else."""
    since = len(server.calls)
    await Person(server, number=999, chat=999).asks(QUESTION)
    return not any(
        str(call.inquiry.fields.get("chat_id")) == str(person.chat) for call in server.calls[since:]
    )


async def test_follow_up_takes_up_the_question_before(server: Server) -> None:
    """医化产业呢 after a question about another industry."""
    person = Person(server)
    await person.asks(QUESTION)
    assert "55.26亿元" in (await person.asks("医化产业呢"))["text"]


async def test_follow_up_survives_a_restart(tmp_path: Path) -> None:
    """The dialogue is in the journal."""
    async with Server() as server:
        async with polling(server, settings(server, tmp_path)):
            await Person(server).asks(QUESTION)
        async with polling(server, settings(server, tmp_path)):
            assert "55.26亿元" in (await Person(server).asks("医化产业呢"))["text"]


async def test_new_ends_the_dialogue(server: Server) -> None:
    """/new, and the next question stands alone."""
    person = Person(server)
    await person.asks(QUESTION)
    assert "重新开始" in (await person.asks("/new"))["text"]
    assert "没有提到" in (await person.asks("医化产业呢"))["text"]


async def test_dialogue_ends_after_half_an_hour(tmp_path: Path) -> None:
    """A late question stands alone."""
    async with Server() as server, polling(server, settings(server, tmp_path)):
        person = Person(server)
        await person.asks(QUESTION)
        with sqlite3.connect(tmp_path / "journal.sqlite") as journal:
            journal.execute("update exchanges set at = at - ?", (PAUSE + 1,))
        assert "没有提到" in (await person.asks("医化产业呢"))["text"]


async def test_dialogues_of_two_people_in_one_group_are_two(server: Server) -> None:
    """Somebody else's question is not taken up."""
    one, other = Person(server, 1, -100), Person(server, 2, -100)
    await one.asks(f"/ask {QUESTION}")
    assert "没有提到" in (await other.asks("/ask 医化产业呢"))["text"]


async def replied(person: Person, text: str, to: Json) -> Json:
    """The answer to what is said in reply to a message."""
    since = len(person.server.calls)
    person.say(text, reply_to=to)
    return await person.receives(since=since)


async def test_reply_in_a_group_takes_up_the_answer(server: Server) -> None:
    """Whoever says it, and whatever that person asked before."""
    one, other = Person(server, 1, -100), Person(server, 2, -100)
    answer = await one.asks(f"/ask {QUESTION}")
    await other.asks("/ask 没有的事")
    assert "55.26亿元" in (await replied(other, "医化产业呢", answer))["text"]


async def test_reply_takes_up_the_whole_dialogue(tmp_path: Path) -> None:
    """Across people, across /new and half an hour, and what follows goes on from there."""
    heard: list[tuple[str, ...]] = []

    def listens(question: str, history: Sequence[str]) -> Answer:
        heard.append((*history, question))
        return answer(question, history)

    people = 1, 2, 3
    async with Server() as server, polling(server, settings(server, tmp_path), Service(listens, SHELF)):
        one, two, three = (Person(server, number, -100) for number in people)
        first = await one.asks("/ask 一")
        await one.asks("/new")
        with sqlite3.connect(tmp_path / "journal.sqlite") as journal:
            journal.execute("update exchanges set at = at - ?", (2 * PAUSE,))
        await two.asks("/ask 别的")
        second = await replied(two, "二", first)
        await replied(three, "三", second)
        await three.asks("/ask 四")
        await two.asks("/ask 五")
    asked = ("一", "别的", "二", "三", "四", "五")  # at the start others are, by nobody
    assert [dialogue for dialogue in heard if dialogue[-1] in asked] == [
        ("一",),
        ("别的",),
        ("一", "二"),
        ("一", "二", "三"),
        ("一", "二", "三", "四"),
        ("一", "二", "五"),
    ]


async def test_letters_are_listed_and_opened(server: Server) -> None:
    """The list leads to the letter's card, the card to its pages and figures."""
    person = Person(server)
    listed = await person.asks("/letters")
    assert "收录文件 1 份" in listed["text"]
    since = len(server.calls)
    person.press(listed, buttons(listed)[0]["callback_data"])
    card = await person.receives(since=since)
    assert card["text"].startswith(LETTER.title)
    assert "10 个数字，1 处存疑" in card["text"]
    assert [one["text"] for one in buttons(card)] == ["原文", "数据", "图表"]


async def test_figures_are_a_table_of_a_phones_width(server: Server) -> None:
    """Name, amount and growth in columns, falling ones marked."""
    table = await Person(server).asks("/figures")
    (rows,) = entities(table, "pre")
    assert rows.splitlines()[:2] == [
        "工业增加值",
        "       127.24亿元 ▲7.2%",
    ]
    wide = [sum(2 if ord(one) > 0x2E80 else 1 for one in row) for row in rows.splitlines()]
    assert max(wide) <= 24


async def test_chart_of_a_question_or_a_choice_of_charts(server: Server) -> None:
    """/chart with a question sends the picture, alone it shows what there is."""
    person = Person(server)
    person.say(f"/chart {QUESTION}")
    assert "电子信息产业 24.69亿元 ▲45.1%" in (await person.receives("sendPhoto"))["caption"]
    gallery = await person.asks("/chart")
    since = len(server.calls)
    person.press(gallery, button(gallery, "各项产值")["callback_data"])
    assert "各项产值" in (await person.receives("sendPhoto", since))["caption"]


@pytest.mark.parametrize("payload", [LETTER.id, letter_link(LETTER.id)])
async def test_link_opens_a_letter(server: Server, payload: str) -> None:
    """t.me/bot?start=… with a letter's id, or its number where the id cannot stand in a link."""
    assert (await Person(server).asks(f"/start {payload}"))["text"].startswith(LETTER.title)


async def test_link_to_nothing_greets(server: Server) -> None:
    """A link to a letter that is gone is a greeting, not an error."""
    assert "原句和出处" in (await Person(server).asks("/start L1"))["text"]


async def test_privacy_says_how_long(server: Server) -> None:
    """What is kept is told with its days."""
    assert "90 天" in (await Person(server).asks("/privacy"))["text"]


async def test_forget_leaves_no_trace(tmp_path: Path) -> None:
    """After /forget the person's words are in no file of the journal, the write-ahead log included."""
    secret = "绝密问题七三一"
    async with Server() as server, polling(server, settings(server, tmp_path)):
        person = Person(server)
        await person.asks(secret)
        await asyncio.sleep(0.2)
        assert secret.encode() in b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert "已删除" in (await person.asks("/forget"))["text"]
        assert secret.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


async def test_menus_are_set_in_every_language(server: Server) -> None:
    """Private chats and groups, Chinese for everyone, English for those who have it; /privacy among them."""
    await server.wait(
        lambda call: (
            call.inquiry.method == "setMyShortDescription"
            and call.inquiry.fields.get("language_code") == "en"
        )
    )
    menus = server.world.commands
    assert set(menus) == {
        (scope, code) for scope in ("all_private_chats", "all_group_chats") for code in ("", "zh", "en")
    }
    private = [command["command"] for command in menus["all_private_chats", ""]]
    assert private == ["start", "help", "letters", "figures", "chart", "new", "follow", "privacy", "forget"]
    assert menus["all_group_chats", "en"][0]["description"].startswith("Ask")


async def test_traditional_reader_gets_an_own_menu(server: Server) -> None:
    """Telegram has no code for traditional Chinese: it is set for the chat."""
    person = Person(server, language="zh-hant")
    assert "答覆函" in (await person.asks("/start"))["text"]
    await server.wait(lambda call: ("chat42", "") in server.world.commands)
    assert server.world.commands["chat42", ""][1]["description"] == "怎麼用"


async def test_group_hears_only_what_is_addressed_to_it(server: Server) -> None:
    """/ask, replies to the bot and mentions are answered, nothing else."""
    person = Person(server, 5, -100)
    person.say(QUESTION)
    person.send({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}})
    person.say("/unknown")
    assert await silent(server, person)
    answer = await person.asks(f"/ask {QUESTION}")
    assert "24.69亿元" in answer["text"]
    since = len(server.calls)
    person.say("医化产业产值多少", reply_to=answer)
    assert "55.26亿元" in (await person.receives(since=since))["text"]
    assert "22.67亿元" in (await person.asks("@dafu_test_bot 缝制设备产业产值多少"))["text"]


async def test_ask_takes_up_the_message_it_replies_to(server: Server) -> None:
    """/ask under somebody's question asks it."""
    group = Person(server, 5, -100)
    other = Person(server, 6, -100).say(QUESTION)
    since = len(server.calls)
    group.say("/ask", reply_to=other)
    assert "24.69亿元" in (await group.receives(since=since))["text"]


async def test_ask_alone_says_how(server: Server) -> None:
    """/ask without a question."""
    assert "写上问题" in (await Person(server, 5, -100).asks("/ask"))["text"]


@pytest.mark.parametrize(("reads_all", "said"), [(False, "/setprivacy"), (True, "全部消息")])
async def test_help_in_a_group_tells_the_privacy_mode(tmp_path: Path, reads_all: bool, said: str) -> None:
    """What the group's administrator must set depends on what the bot hears."""
    async with Server() as server:
        server.world.reads_all = reads_all
        async with polling(server, settings(server, tmp_path)):
            assert said in (await Person(server, 5, -100).asks("/help"))["text"]


async def test_group_is_greeted_when_the_bot_joins(server: Server) -> None:
    """One line on how to ask."""
    world = server.world
    member = {"user": world.me, "status": "member"}
    world.update(
        "my_chat_member",
        {
            "chat": world.chat(-100),
            "from": world.user(5),
            "date": 1,
            "old_chat_member": {**member, "status": "left"},
            "new_chat_member": member,
        },
    )
    assert "/ask" in (await Person(server, 5, -100).receives())["text"]


async def test_edited_command_is_not_carried_out_again(server: Server) -> None:
    """Only questions follow an edit."""
    person = Person(server)
    message = person.say("/help")
    await person.receives()
    person.edit(message, "/forget")
    assert await silent(server, person)
