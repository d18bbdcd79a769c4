"""Letters added and removed by an administrator, on a real corpus folder and index: the answers follow."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.answer import Kind
from bot.cli.open import SHIPPED, kept, opened
from bot.service.folder import Folder
from bot.service.keeping import AlreadyThere, There, Unchanged
from bot.service.running.update import update
from bot.service.running.watching import Watch
from tests.botapi.people import Person, button, buttons
from tests.botapi.running import polling, settings
from tests.botapi.server import Server
from tests.botapi.world import Json
from tests.counties import YUNXI_2023

QUESTION = "电子信息产业产值多少"
SHIPPED_ID = "2024-jiaojiang-133"
OTHER = YUNXI_2023
CHANGED = OTHER.replace("201.36", "202.36")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """A copy of the shipped corpus."""
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    shutil.copytree(SHIPPED, corpus)
    with closing(opened(corpus, index, None)) as library:
        yield Folder(corpus, library, partial(update, corpus, index, None))


def corpus_of(folder: Folder) -> Path:
    """Where its letters are."""
    assert folder.corpus
    return folder.corpus


def test_removed_letter_answers_nothing_and_added_again_it_does(folder: Folder, tmp_path: Path) -> None:
    """Without the process being started again."""
    assert "24.69亿元" in folder.reload().answer(QUESTION, ()).headline
    without = folder.remove(SHIPPED_ID)
    assert list(without.archive.letters) == []
    assert without.answer(QUESTION, ()).kind is Kind.NOT_FOUND
    sent = tmp_path / "again.txt"
    shutil.copyfile(SHIPPED / f"{SHIPPED_ID}.txt", sent)
    service = folder.add(sent)
    assert list(service.archive.letters) == ["again"]
    assert "24.69亿元" in service.answer(QUESTION, ()).headline


def test_file_that_is_no_letter_changes_nothing(folder: Folder, tmp_path: Path) -> None:
    """One line says why."""
    sent = tmp_path / "empty.txt"
    sent.write_bytes(b"\n")
    with pytest.raises(Unchanged, match=r"empty\.txt"):
        folder.add(sent)
    assert list(folder.reload().archive.letters) == [SHIPPED_ID]


def test_letter_of_the_same_name_stays_unless_told(folder: Folder, tmp_path: Path) -> None:
    """Whoever adds is told which one is in the way."""
    sent = tmp_path / f"{SHIPPED_ID}.txt"
    sent.write_text(OTHER, encoding="utf-8")
    with pytest.raises(AlreadyThere) as raised:
        folder.add(sent)
    assert raised.value.there == There(SHIPPED_ID, same=False)
    assert (corpus_of(folder) / sent.name).read_bytes() == (SHIPPED / sent.name).read_bytes()
    folder.add(sent, replace=True)
    assert (corpus_of(folder) / sent.name).read_text(encoding="utf-8") == OTHER


@pytest.fixture
async def admin(folder: Folder, tmp_path: Path) -> AsyncIterator[Person]:
    """The administrator of a bot on that corpus."""
    async with Server() as server:
        chosen = settings(server, tmp_path, admins=frozenset({1}))
        async with polling(server, chosen, folder.reload(), folder):
            yield Person(server, 1, 1)


async def uploaded(admin: Person, name: str, content: bytes) -> Json:
    """What the bot says to a file."""
    since = len(admin.server.calls)
    admin.upload(name, content)
    return await admin.receives(since=since, seconds=30)


async def pressed(admin: Person, message: Json, text: str) -> Json:
    """The message as it is after a press."""
    since = len(admin.server.calls)
    admin.press(message, button(message, text)["callback_data"])
    return await admin.receives("editMessageText", since, seconds=30)


async def test_upload_of_a_known_name_asks_before_it_replaces(admin: Person, folder: Folder) -> None:
    """Nothing is replaced by 取消; the old letter is by its own button."""
    name, old = f"{SHIPPED_ID}.txt", (SHIPPED / f"{SHIPPED_ID}.txt").read_bytes()
    shown = await uploaded(admin, name, OTHER.encode())
    assert "已有同名文件" in shown["text"]
    assert not [one for one in buttons(shown) if "确认" in one["text"]]
    assert "没有加入" in (await pressed(admin, shown, "取消"))["text"]
    assert (corpus_of(folder) / name).read_bytes() == old
    again = await uploaded(admin, name, OTHER.encode())
    assert (corpus_of(folder) / name).read_bytes() == old
    assert "已换成新的" in (await pressed(admin, again, "换掉"))["text"]
    assert (corpus_of(folder) / name).read_text(encoding="utf-8") == OTHER


async def test_upload_of_known_content_says_so(admin: Person, folder: Folder) -> None:
    """Under whichever name: 已有, and there is nothing to press."""
    content = (SHIPPED / f"{SHIPPED_ID}.txt").read_bytes()
    for name in (f"{SHIPPED_ID}.txt", "别的名字.txt"):
        said = await uploaded(admin, name, content)
        assert said["text"].startswith("已有")
        assert buttons(said) == []
    assert list(folder.reload().archive.letters) == [SHIPPED_ID]


async def test_name_taken_between_upload_and_confirmation(admin: Person, folder: Folder) -> None:
    """Two files of one name, both shown: the second 确认 asks once more, the first one stays till then."""
    first = await uploaded(admin, "新.txt", OTHER.encode())
    second = await uploaded(admin, "新.txt", CHANGED.encode())
    assert "已加入" in (await pressed(admin, first, "确认"))["text"]
    asked = await pressed(admin, second, "确认")
    assert "已有同名文件" in asked["text"]
    assert (corpus_of(folder) / "新.txt").read_text(encoding="utf-8") == OTHER
    assert "已换成新的" in (await pressed(admin, asked, "换掉"))["text"]
    assert (corpus_of(folder) / "新.txt").read_text(encoding="utf-8") == CHANGED


def test_index_that_cannot_be_written_is_one_line(folder: Folder) -> None:
    """The child process says why, and what was read before is still there."""
    index = Path(folder.index.place).parent
    broken = replace(folder, update=partial(update, corpus_of(folder) / "nothing", index, None))
    with pytest.raises(Unchanged, match="nothing"):
        broken.reload()


def test_a_database_without_a_folder_stays_as_it_is(database: str, tmp_path: Path) -> None:
    """What other machines put there is not replaced by the letter that dafu comes with."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    sent = corpus / "yunxi.txt"
    sent.write_text(OTHER, encoding="utf-8")
    opened(corpus, database, None).close()
    with kept(SHIPPED, database, None, 1) as folder:
        assert list(folder.reload().archive.letters) == ["yunxi"]
        assert folder.there(sent) is None
        with pytest.raises(Unchanged, match="--corpus"):
            folder.add(sent)
        with pytest.raises(Unchanged, match="--corpus"):
            folder.remove("yunxi")
        assert list(folder.reload().archive.letters) == ["yunxi"]
    with kept(corpus, database, None, 1) as folder:
        folder.remove("yunxi")
        assert list(folder.index.letters) == []


async def test_file_put_into_the_folder_is_read_by_itself(
    folder: Folder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """New, changed and taken out, with a line in the log; nobody says /reload."""
    async with (
        Server() as server,
        polling(server, settings(server, tmp_path), folder.reload(), folder) as bot,
    ):
        watch = Watch(bot.office, folder, corpus_of(folder))
        watch.begin()
        person = Person(server)
        question = "云溪县2023年地区生产总值多少"
        assert "201.36" not in (await person.asks(question))["text"]
        file = corpus_of(folder) / "云溪县2023年统计公报.txt"
        for text, figure in ((OTHER, "201.36亿元"), (CHANGED, "202.36亿元"), ("", "")):
            if text:
                file.write_text(text, encoding="utf-8")
            else:
                file.unlink()
            async with asyncio.timeout(40):
                while (figure or "没有") not in (await person.asks(question))["text"]:
                    await asyncio.sleep(0.3)
        await watch.end()
    lines = [line for line in caplog.messages if line.startswith("letters changed")]
    assert len(lines) == 2
    assert "云溪县2023年统计公报" in lines[0]
