"""Answers from scanned letters in Telegram: the line that they rest on comes as a picture."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from tests.botapi.faults import Fault, Trouble
from tests.botapi.people import Person
from tests.botapi.running import polling, settings
from tests.botapi.server import Server
from tests.recognised import LINES, answering_scan, looking, seen

QUESTION = "茶叶产量多少"


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Server]:
    """A bot with one letter of one scanned page."""
    looking(monkeypatch, seen(LINES))
    with answering_scan(tmp_path) as service:
        async with Server() as running, polling(running, settings(running, tmp_path), service):
            yield running


async def test_the_line_comes_with_what_it_seems_to_say(server: Server) -> None:
    """Under the answer, and sent once: afterwards Telegram has it."""
    person = Person(server)
    for first in (True, False):
        since = len(server.calls)
        answer = await person.asks(QUESTION)
        photo = await person.receives("sendPhoto", since)
        assert "3260吨" in answer["text"]
        assert "扫描识别:第1页,把握99%" in answer["text"]
        assert photo["caption"] == f"扫描识别，原件第1页，把握99%。似乎是：{LINES[1]}"
        call = next(one for one in server.calls[since:] if one.inquiry.method == "sendPhoto")
        assert bool(call.inquiry.files) == first
    _, content = server.world.files[photo["photo"][-1]["file_id"]]
    shown = Image.open(io.BytesIO(content))
    assert shown.width <= 20 * shown.height


async def test_an_edited_question_has_no_pictures_of_its_former_answer(server: Server) -> None:
    """What does not belong to the new answer goes."""
    person = Person(server)
    asked = person.say(QUESTION)
    photo = await person.receives("sendPhoto")
    since = len(server.calls)
    person.edit(asked, "火星上有多少人")
    changed = await person.receives("editMessageText", since)
    assert "3260" not in changed["text"]
    gone = await server.wait(lambda call: call.inquiry.method == "deleteMessage", since=since)
    assert int(gone.inquiry.fields["message_id"]) == photo["message_id"]


async def test_a_picture_that_telegram_does_not_take_leaves_the_answer(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next question is answered too."""
    monkeypatch.setattr("bot.messages.cutout.cut_out", lambda *_: b"no picture")
    person = Person(server)
    assert "3260吨" in (await person.asks(QUESTION))["text"]
    assert "12.8万亩" in (await person.asks("茶园面积多少"))["text"]


async def test_a_bad_moment_repeats_the_picture_not_the_answer(server: Server) -> None:
    """Telegram was out of reach between the two."""
    server.faults.coming.append(Fault("sendPhoto", Trouble.GATEWAY))
    person = Person(server)
    await person.asks(QUESTION)
    await person.receives("sendPhoto", seconds=20)
    assert [call.inquiry.method for call in server.calls].count("sendMessage") == 1


async def test_a_figure_that_is_not_clear_is_shown_and_not_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The headline has no number; the picture and what it seems to say come under it."""
    looking(monkeypatch, seen(LINES, doubted="2"))
    with answering_scan(tmp_path) as service:
        async with Server() as running, polling(running, settings(running, tmp_path), service):
            person = Person(running)
            answer = await person.asks(QUESTION)
            photo = await person.receives("sendPhoto")
    assert answer["text"].startswith("这里是扫描识别的,数字没有看清,请看原件")
    assert photo["caption"].startswith("⚠️ 扫描识别，原件第1页")
    assert photo["caption"].endswith(f"似乎是：{LINES[1]}")
