"""Letters photographed into the chat: read, shown, and added when the administrator says so."""

from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.service.folder import Folder
from bot.service.keeping import Told
from bot.telegram.handlers.trial import tried
from corpus.formats.picture.bound import bound
from corpus.source import read as read_source
from index.later import Later
from index.store import open_index
from tests.botapi.faults import Fault, Trouble
from tests.botapi.people import Person, button, entities
from tests.botapi.running import polling, settings
from tests.botapi.server import Server
from tests.botapi.world import Json
from tests.counties import write_counties
from tests.recognised import LINES, by_brightness, jpeg

BRIGHT, DARK = jpeg(250), jpeg(120)
TITLE = "关于茶产业发展的答复"


class House(NamedTuple):
    """A running bot with its administrator and its letters."""

    server: Server
    admin: Person
    corpus: Path


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """A bot that person 1 administers. What the child process has recognised is known here, and so the index is brought up
    to date here: another process would look for a recogniser. Rules and cut-outs are those of the tests of scans."""
    monkeypatch.setattr("corpus.formats.picture.recognition.is_there", lambda: True)
    monkeypatch.setattr("corpus.formats.picture.page._rules", lambda *_: [])
    monkeypatch.setattr("bot.messages.cutout.cut_out", lambda *_: None)
    corpus, index = write_counties(tmp_path / "corpus"), tmp_path / "index"

    def update(_: Told) -> None:
        open_index(corpus, index, Later(None)).close()

    with closing(open_index(corpus, index, Later(None))) as library:
        keeper = Folder(corpus, library, update)
        async with Server() as server:
            chosen = settings(server, tmp_path, admins=frozenset({1}))
            async with polling(server, chosen, keeper.service(), keeper, by_brightness):
                yield House(server, Person(server, 1, 1), corpus)


async def shown(house: House, since: int) -> Json:
    """What the bot says of photographs."""
    return await house.admin.receives(since=since, seconds=60)


async def added(house: House, message: Json) -> Path:
    """The file that is new after 确认."""
    before = set(house.corpus.iterdir())
    house.admin.press(message, button(message, "确认")["callback_data"])
    done = await house.admin.receives("editMessageText", seconds=60)
    assert "已加入" in done["text"]
    (new,) = {path for path in house.corpus.iterdir() if path.suffix == ".pdf"} - before
    return new


async def test_photographs_of_an_album_are_one_letter_in_order(house: House) -> None:
    """What was read is shown; nothing is added before it is said so; the caption is the title."""
    since = len(house.server.calls)
    house.admin.photograph(BRIGHT, "album", TITLE)
    house.admin.photograph(DARK, "album")
    message = await shown(house, since)
    text = str(message["text"])
    assert text.index(LINES[1]) < text.index("一、下一步计划")
    assert LINES[1] in entities(message, "expandable_blockquote")[0]
    assert not list(house.corpus.glob("*.pdf"))
    file = await added(house, message)
    assert file.name == f"{TITLE}.pdf"
    assert read_source(file).given.title == TITLE
    since = len(house.server.calls)
    house.admin.say("计划新建茶园多少亩")
    answer = await house.admin.receives(since=since, seconds=60)
    assert "1.5万亩" in answer["text"]
    assert "扫描识别:第2页" in answer["text"]


async def test_a_single_photograph_can_be_thrown_away(house: House) -> None:
    """取消 adds nothing; without a caption it is called by its time."""
    since = len(house.server.calls)
    house.admin.photograph(BRIGHT)
    message = await shown(house, since)
    assert "3260吨" in message["text"]
    house.admin.press(message, button(message, "取消")["callback_data"])
    assert "没有加入" in (await house.admin.receives("editMessageText"))["text"]
    assert not list(house.corpus.glob("*.pdf"))


async def test_two_albums_at_once_are_two_letters(house: House) -> None:
    """However their photographs come in between each other."""
    since = len(house.server.calls)
    for album, content in (("a", BRIGHT), ("b", DARK), ("a", BRIGHT)):
        house.admin.photograph(content, album, album)
    texts = set()
    for _ in range(2):
        message = await shown(house, since)
        since = next(n for n, call in enumerate(house.server.calls) if call.result == message) + 1
        texts.add(("3260吨" in message["text"], "1.5万亩" in message["text"]))
    assert texts == {(True, False), (False, True)}


async def test_a_caption_that_asks_is_answered(house: House) -> None:
    """And the photograph is read all the same."""
    since = len(house.server.calls)
    house.admin.photograph(BRIGHT, caption="云溪县茶叶产量多少")
    answer = await house.admin.receives(since=since, seconds=60)
    since = next(n for n, call in enumerate(house.server.calls) if call.result == answer) + 1
    assert "加入文件库吗" in (await shown(house, since))["text"]


@pytest.mark.parametrize("content", [b"no picture at all", BRIGHT[:200]], ids=["no picture", "half of one"])
async def test_what_is_no_picture_gets_one_line(house: House, content: bytes) -> None:
    """And the next one is read."""
    since = len(house.server.calls)
    house.admin.photograph(content)
    message = await shown(house, since)
    assert "\n" not in message["text"]
    since = len(house.server.calls)
    house.admin.photograph(BRIGHT)
    assert "3260吨" in (await shown(house, since))["text"]


async def test_photographs_of_others_are_not_read(house: House) -> None:
    """Nor those of the administrator in a group."""
    stranger = Person(house.server, 2, 2)
    stranger.photograph(BRIGHT)
    assert "只看得懂文字" in (await stranger.receives(seconds=60))["text"]
    Person(house.server, 1, -100).photograph(BRIGHT)
    await stranger.asks("茶叶")
    assert "getFile" not in [call.inquiry.method for call in house.server.calls]


async def test_an_album_is_read_after_a_restart(tmp_path: Path) -> None:
    """The process ended before the album was whole."""
    async with Server() as server:
        chosen = settings(server, tmp_path, admins=frozenset({1}))
        admin = Person(server, 1, 1)
        async with polling(server, chosen, reading=by_brightness) as bot:
            assert bot.albums
            bot.albums.quiet = 60
            admin.photograph(BRIGHT, "album")
            last = admin.photograph(DARK, "album")
            await server.wait(lambda call: call.inquiry.method == "getUpdates" and not server.world.updates)
            for _ in range(100):
                if len(bot.albums._kept.album(1, "album")) == 2:
                    break
                await server.wait(lambda call: call.inquiry.method == "getUpdates", since=len(server.calls))
        since = len(server.calls)
        async with polling(server, chosen, reading=by_brightness):
            message = await admin.receives(since=since, seconds=60)
            assert "3260吨" in message["text"]
            assert "1.5万亩" in message["text"]
            assert last


async def test_a_bad_moment_of_telegram_is_waited_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The photographs are fetched again."""
    monkeypatch.setattr("bot.telegram.handlers.photographs._AGAIN", 0.2)
    house.server.faults.coming.append(Fault("getFile", Trouble.PAGE, times=12))
    since = len(house.server.calls)
    house.admin.photograph(BRIGHT)
    assert "3260吨" in (await shown(house, since))["text"]


def test_the_pages_that_are_done_are_told(tmp_path: Path) -> None:
    """While a child process reads them."""
    path = tmp_path / "album.pdf"
    path.write_bytes(bound([BRIGHT, DARK, BRIGHT]))
    told: list[tuple[int, int]] = []
    reading = tried(by_brightness, path, lambda page, pages: told.append((page, pages)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [one.page for one in reading.letter.scanned][-1] == 3
