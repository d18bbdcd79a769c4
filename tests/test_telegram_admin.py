"""What administrators do: letters by upload, statistics, export, and what nobody else may."""

import csv
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.telegram.handlers.trial import Failed, tried
from corpus.reading import Reading, read
from tests.botapi.people import Person, button, buttons
from tests.botapi.running import Unchanging, polling, settings
from tests.botapi.sample import LETTER
from tests.botapi.server import Server

QUESTION = "电子信息产业产值多少"
TEXT = LETTER.text.replace("\n", f"\n{LETTER.number}\n", 1)
FILE = TEXT.encode()


class House(NamedTuple):
    """A running bot with its administrator."""

    server: Server
    admin: Person
    keeper: Unchanging


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A bot that person 1 administers."""
    async with Server() as server:
        keeper = Unchanging()
        async with polling(server, settings(server, tmp_path, admins=frozenset({1})), keeper=keeper):
            yield House(server, Person(server, 1, 1), keeper)


async def uploaded(house: House, name: str, content: bytes, size: int | None = None) -> dict[str, object]:
    """What the bot says to a file."""
    since = len(house.server.calls)
    house.admin.upload(name, content, size)
    return await house.admin.receives(since=since, seconds=30)


async def test_upload_is_shown_and_added_when_confirmed(house: House) -> None:
    """Title, number, date, counts and figures; then 确认."""
    shown = await uploaded(house, "新文件.txt", FILE)
    text = str(shown["text"])
    assert text.startswith(LETTER.title)
    assert "文号：某经科提函〔2024〕1号" in text
    assert "• 医化产业产值 55.26亿元，同比下降15.4%" in text
    assert house.keeper.done == []
    house.admin.press(shown, button(shown, "确认")["callback_data"])
    added = await house.admin.receives("editMessageText")
    assert "已加入" in added["text"]
    assert house.keeper.done == [f"add 新文件.txt {TEXT}"]
    since = len(house.server.calls)
    house.admin.press(shown, button(shown, "确认")["callback_data"])
    await house.server.wait(lambda call: call.inquiry.method == "answerCallbackQuery", since=since)
    assert len(house.keeper.done) == 1


async def test_upload_can_be_thrown_away(house: House) -> None:
    """取消 adds nothing."""
    shown = await uploaded(house, "a.txt", FILE)
    house.admin.press(shown, button(shown, "取消")["callback_data"])
    assert "没有加入" in (await house.admin.receives("editMessageText"))["text"]
    assert house.keeper.done == []


async def test_stranger_cannot_confirm(house: House) -> None:
    """The number of an upload pressed by somebody else."""
    shown = await uploaded(house, "a.txt", FILE)
    stranger = Person(house.server, 2, 2)
    other = await stranger.asks("/help")
    since = len(house.server.calls)
    stranger.press(other, button(shown, "确认")["callback_data"])
    await house.server.wait(lambda call: call.inquiry.method == "answerCallbackQuery", since=since)
    assert house.keeper.done == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("empty.txt", b"", "empty.txt", id="nothing in it"),
        pytest.param("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), "picture.txt", id="no text"),
    ],
)
async def test_file_that_is_no_letter_gets_one_line(
    house: House, name: str, content: bytes, said: str
) -> None:
    """Which file, and why; nothing is kept."""
    if not content:
        content = b" \n"
    shown = await uploaded(house, name, content)
    assert str(shown["text"]).startswith(said)
    assert buttons(shown) == []


async def test_name_is_never_a_path(house: House) -> None:
    """Only its last part counts."""
    shown = await uploaded(house, "../../../etc/passwd.txt", FILE)
    house.admin.press(shown, button(shown, "确认")["callback_data"])
    await house.admin.receives("editMessageText")
    assert house.keeper.done[0].startswith("add passwd.txt ")


@pytest.mark.parametrize("size", [None, 30_000_000, 100])
async def test_file_over_the_limit_is_refused(house: House, size: int | None) -> None:
    """Before it is fetched where the size is given, while it is where that was a lie."""
    shown = await uploaded(house, "big.txt", b"x" * 20_500_000 if size == 100 else b"x" * 21_000_000, size)
    assert "太大" in str(shown["text"])


async def test_upload_by_anybody_else_is_not_read(house: House) -> None:
    """Strangers, and the administrator in a group."""
    stranger = Person(house.server, 2, 2)
    stranger.upload("a.txt", FILE)
    assert "只看得懂文字" in (await stranger.receives())["text"]
    group = Person(house.server, 1, -100)
    group.upload("a.txt", FILE)
    since = len(house.server.calls)
    await stranger.asks(QUESTION)
    assert "getFile" not in [call.inquiry.method for call in house.server.calls[since:]]


async def test_letter_is_removed_after_a_second_look(house: House) -> None:
    """/remove shows which, the button does it."""
    asked = await house.admin.asks(f"/remove {LETTER.id}")
    assert asked["text"] == LETTER.title
    house.admin.press(asked, button(asked, "移除")["callback_data"])
    assert "已移除" in (await house.admin.receives("editMessageText"))["text"]
    assert house.keeper.done == [f"remove {LETTER.id}"]


async def test_remove_without_a_known_id_lists_them(house: House) -> None:
    """The ids that there are."""
    assert LETTER.id in (await house.admin.asks("/remove nonsense"))["text"]


async def test_reload(house: House) -> None:
    """The letters are looked through again."""
    assert "共 1 份" in (await house.admin.asks("/reload"))["text"]
    assert house.keeper.done == ["reload"]


async def test_stats_count_and_name_what_was_not_answered(house: House) -> None:
    """Questions, answers, refusals, and the most frequent unanswered ones first."""
    person = Person(house.server, 2, 2)
    for text in (QUESTION, "没有<这>事", "没有<这>事", "别的事"):
        await person.asks(text)
    text = (await house.admin.asks("/stats"))["text"]
    assert "提问 4，答出 1，没有答案 3，1 人" in text
    assert text.splitlines()[-2:] == ["2 × 没有<这>事", "1 × 别的事"]


async def test_export_is_a_table_that_a_spreadsheet_opens(house: House) -> None:
    """One row a question; nothing in it is taken for a formula."""
    await Person(house.server, 2, 2).asks("=1+1")
    house.admin.say("/export")
    sent = await house.admin.receives("sendDocument")
    name, content = house.server.world.files[sent["document"]["file_id"]]
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))
    assert name == "dafu.csv"
    assert [(row["question"], row["kind"], row["person"]) for row in rows] == [("'=1+1", "not_found", "2")]


@pytest.mark.parametrize("command", ["/stats", "/export", "/reload", "/pair", f"/remove {LETTER.id}"])
async def test_commands_of_administrators_are_unknown_to_others(house: House, command: str) -> None:
    """To a stranger they do not exist; in a group not even for the administrator."""
    assert "没有这个命令" in (await Person(house.server, 2, 2).asks(command))["text"]
    Person(house.server, 1, -100).say(command)
    since = len(house.server.calls)
    await Person(house.server, 2, 2).asks(QUESTION)
    assert all(str(call.inquiry.fields.get("chat_id")) != "-100" for call in house.server.calls[since:])
    assert house.keeper.done == []


async def test_administrator_has_a_menu_with_the_own_commands(house: House) -> None:
    """In the administrator's private chat."""
    await house.server.wait(lambda call: ("chat1", "") in house.server.world.commands)
    names = [command["command"] for command in house.server.world.commands["chat1", ""]]
    assert names[-5:] == ["stats", "export", "remove", "reload", "pair"]


def _endless(path: Path) -> Reading:
    while True:
        pass


def _hungry(path: Path) -> Reading:
    return read(path.with_name("x" * len(bytes(3 * 2**30))))


def test_file_that_takes_for_ever_is_given_up(tmp_path: Path) -> None:
    """The child is ended by the limit on its time."""
    with pytest.raises(Failed):
        tried(_endless, tmp_path, seconds=1)


def test_file_that_eats_memory_is_given_up(tmp_path: Path) -> None:
    """The child is ended by the limit on its memory, not the bot."""
    with pytest.raises(Failed):
        tried(_hungry, tmp_path)
