"""Nothing of an answer is another's: what is copied is what was asked, charts and pages are of the letters as they stood."""

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answering.answerer import Answerer
from bot.cli.open import SHIPPED, opened
from bot.service.archive import Service, remembering
from bot.service.folder import Folder
from tests.botapi.people import Person, button, buttons, field
from tests.botapi.running import polling, settings
from tests.botapi.server import Server
from tests.botapi.world import Json

ID = "2024-jiaojiang-133"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the shipped corpus."""
    shutil.copytree(SHIPPED, tmp_path / "corpus")
    return tmp_path / "corpus"


@pytest.fixture
async def person(corpus: Path, tmp_path: Path) -> AsyncIterator[Person]:
    """Somebody who asks a bot of that corpus; the bot is told of no change of it."""
    with closing(opened(corpus, tmp_path / "index", None)) as library:
        service = Service(remembering(Answerer(library).answer, library), library)
        async with Server() as server, polling(server, settings(server, tmp_path), service):
            yield Person(server)


def change(corpus: Path, *pairs: tuple[str, str]) -> None:
    """Somebody writes the letter anew and runs `dafu index`."""
    path = corpus / f"{ID}.txt"
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    opened(corpus, corpus.parent / "index", None).close()


async def alert(person: Person, message: Json, text: str) -> str:
    """What a press is told."""
    since = len(person.server.calls)
    person.press(message, button(message, text)["callback_data"])
    call = await person.server.wait(lambda call: call.inquiry.method == "answerCallbackQuery", since=since)
    return str(field(call, "text"))


@pytest.mark.parametrize(
    ("question", "copied"),
    [
        ("电子信息产业产值多少", "24.69亿元"),
        ("电子信息比汽车零配件多多少", "13.76亿元"),
        ("医化产业去年同期产值多少", "65.32亿元"),
        ("智能家居产业比时尚产业少多少", "5.39亿元"),
        ("规上工业企业负增长面多少", "38.5%"),
    ],
)
async def test_what_was_asked_is_copied(person: Person, question: str, copied: str) -> None:
    """The sum where one was worked out, not one of its parts."""
    said = await person.asks(question)
    assert button(said, "📋")["copy_text"]["text"] == copied
    assert copied in said["text"]


async def test_list_is_copied_whole(person: Person) -> None:
    """Not its first line as if that were all."""
    said = await person.asks("六个产业分别多少")
    copied = button(said, "📋")["copy_text"]["text"]
    assert all(
        figure in copied for figure in ("55.26亿元", "22.67亿元", "24.69亿元", "38.45亿元", "17.19亿元")
    )


async def test_chart_follows_the_letter(person: Person, corpus: Path) -> None:
    """An answer of today has today's chart, though the bot was not told of the change."""
    first = await person.asks("电子信息产业产值多少")
    since = len(person.server.calls)
    person.press(first, button(first, "图表")["callback_data"])
    assert "24.69亿元" in (await person.receives("sendPhoto", since))["caption"]
    change(corpus, ("24.69亿元", "25.71亿元"))
    second = await person.asks("电子信息产业产值多少")
    assert "25.71亿元" in second["text"]
    since = len(person.server.calls)
    person.press(second, button(second, "图表")["callback_data"])
    caption = (await person.receives("sendPhoto", since))["caption"]
    assert "25.71亿元" in caption
    assert "24.69亿元" not in caption


@pytest.mark.parametrize("pressed", ["图表", "原文", "相关数据"])
async def test_old_answer_shows_nothing_of_a_changed_letter(
    person: Person, corpus: Path, pressed: str
) -> None:
    """What stands in the same place now is not what was answered with."""
    said = await person.asks("电子信息产业产值多少")
    change(
        corpus, ("电子信息产业实现产值24.69亿元,同比增长45.1%", "电子信息产业实现产值31.02亿元,同比增长46.3%")
    )
    assert "改过" in await alert(person, said, pressed)


async def test_old_answer_of_an_unchanged_letter_goes_on(person: Person, corpus: Path) -> None:
    """A change elsewhere in the letter, behind what was cited, takes nothing away."""
    said = await person.asks("电子信息产业产值多少")
    path = corpus / f"{ID}.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\n附注:本函另抄送有关部门。\n", encoding="utf-8")
    opened(corpus, corpus.parent / "index", None).close()
    since = len(person.server.calls)
    person.press(said, button(said, "原文")["callback_data"])
    assert "24.69亿元" in (await person.receives(since=since))["text"]


def test_replaced_letter_takes_no_link_of_the_old_one(corpus: Path, tmp_path: Path) -> None:
    """The old one lies aside with its own."""
    with closing(opened(corpus, tmp_path / "index", None)) as library:
        folder = Folder(corpus, library, lambda told: opened(corpus, tmp_path / "index", None).close())
        old = library.letters[ID]
        assert old.url
        file = tmp_path / f"{ID}.txt"
        file.write_text(
            "云溪县统计局\n云溪县2023年统计公报\n2023年全县生产总值201.36亿元。\n", encoding="utf-8"
        )
        service = folder.add(file, replace=True)
        assert service.archive.letters[ID].url == ""
        aside = corpus / ".removed" / f"{ID}.txt"
        assert aside.read_text(encoding="utf-8") == old.text
        assert aside.with_name(f"{ID}.txt.toml").is_file()


async def test_privacy_says_who_sees_questions(person: Person) -> None:
    """The administrators do."""
    text = (await person.asks("/privacy"))["text"]
    assert "管理员" in text
    assert "不给任何人" not in text
    assert buttons(await person.asks("/privacy")) == []


def test_answer_is_found_once_while_the_letters_stay(corpus: Path, tmp_path: Path) -> None:
    """The same question after the same dialogue; another dialogue or a change is another answer."""
    asked: list[tuple[str, ...]] = []
    with closing(opened(corpus, tmp_path / "index", None)) as library:
        answerer = Answerer(library)

        def counted(text: str, history: Sequence[str]) -> Answer:
            asked.append((*history, text))
            return answerer.answer(text, history)

        answer = remembering(counted, library)
        for _ in range(3):
            assert "55.26亿元" in answer("医化产业呢", ["电子信息产业产值多少"]).headline
            assert "24.69亿元" in answer("电子信息产业产值多少", []).headline
        assert len(asked) == 2
        change(corpus, ("24.69亿元", "25.71亿元"))
        assert "25.71亿元" in answer("电子信息产业产值多少", []).headline
        assert len(asked) == 3
