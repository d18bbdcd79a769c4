"""A morning: 300 updates of all kinds from 40 people in 6 chats, with faults and three kill -9.

    python -m tests.bench.morning [--updates 300] [--seed 1] [--letters 200]

With letters the answers are the real ones of `dafu serve` over so many, a pasted page among the questions; without,
those of the sample. Every question must be answered, none lost; answers that came twice are counted, and the order within each chat is
checked. Exit status 1 where it was not so.
"""

import argparse
import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.messages.render import messages
from bot.service.archive import Answering
from bot.service.views.listing import as_list
from bot.speech import Speech
from index.later import Later
from index.store import open_index
from tests.botapi.faults import Fault, Trouble
from tests.botapi.markup import parsed
from tests.botapi.people import Person
from tests.botapi.sample import answer
from tests.botapi.server import Call, Server
from tests.botapi.world import Json
from tests.invented import write

_PEOPLE, _GROUPS = 40, (-101, -102, -103)
_KILLS = 3
_PASTED, _QUERY = 2000, 256  # characters of a message, and of an inline query
_TOPICS = (
    "电子信息产业产值多少",
    "医化产业产值多少",
    "缝制设备产业产值多少",
    "工业增加值多少",
    "很长的问题",
    "没有的事<b>&",
)


@dataclass(frozen=True)
class Play:
    """What is asked, by whom it is answered, and what is to be expected."""

    topics: Sequence[str]
    command: Sequence[str]
    environment: Mapping[str, str]
    answer: Answering

    @classmethod
    def sample(cls) -> "Play":
        """The sample's answers."""
        return cls(_TOPICS, ("tests.botapi.process", "dafu"), {}, answer)

    @classmethod
    def real(cls, folder: Path, letters: int) -> "Play":
        """`dafu serve` over so many letters."""
        made = write(folder / "corpus", letters)
        known = [one.question for letter in made[:: max(1, letters // 4)] for one in letter.known[:2]]
        index = open_index(folder / "corpus", folder / "index", Later())
        environment = {"DAFU_CORPUS": str(folder / "corpus"), "DAFU_INDEX": str(folder / "index")}
        topics = (*known, "房价多少", "谢谢大家", (made[1].text * 9)[:_PASTED])
        return cls(topics, ("bot", "serve"), environment, Answerer(index).answer)


@dataclass
class Diary:
    """What was asked, by the message or press that asked it, in its order in each chat."""

    questions: dict[int, int] = field(default_factory=dict)  # message id → chat
    edits: set[int] = field(default_factory=set)
    inline: set[str] = field(default_factory=set)
    others: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Outcome:
    """How it went."""

    asked: int
    lost: int
    twice: int
    inversions: int
    inline_lost: int
    edits_lost: int
    seconds: float

    @property
    def well(self) -> bool:
        """Whether nothing was lost or out of order."""
        return not (self.lost or self.inversions or self.inline_lost or self.edits_lost)


async def morning(play: Play, updates: int, seed: int) -> tuple[Outcome, Diary]:
    """Plays it."""
    chance = random.Random(seed)
    diary = Diary()
    begun = time.monotonic()
    async with Server() as server:
        with tempfile.TemporaryDirectory() as folder:
            bot = await _started(play, server, Path(folder))
            kills = {updates * (place + 1) // (_KILLS + 1) for place in range(_KILLS)}
            try:
                for number in range(updates):
                    _happens(play, chance, server, diary)
                    if chance.random() < 0.08:
                        server.faults.coming.append(_trouble(chance))
                    await asyncio.sleep(chance.random() * 0.03)
                    if number in kills:
                        bot.send_signal(signal.SIGKILL)
                        await bot.wait()
                        bot = await _started(play, server, Path(folder))
                await _quiet(play, server, diary)
            finally:
                bot.terminate()
                await bot.wait()
    return _outcome(play, server, diary, time.monotonic() - begun), diary


def _happens(play: Play, chance: random.Random, server: Server, diary: Diary) -> None:
    """One update."""
    number = 1 + chance.randrange(_PEOPLE)
    in_group = number % 2
    person = Person(server, number, _GROUPS[number % 3] if in_group else 1 + number % 3)
    kind = chance.choices(
        ("question", "edit", "inline", "press", "sticker", "command", "twice"), (60, 6, 10, 8, 6, 6, 4)
    )[0]
    question = chance.choice(play.topics)
    diary.others[kind] += 1
    if kind == "inline":
        diary.inline.add(person.query(question[:_QUERY]))
    elif kind == "press":
        _presses(chance, server, person)
    elif kind == "sticker":
        person.send({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}})
    elif kind == "command":
        person.say(chance.choice(("/help", "/figures", "/letters", "/privacy")))
    elif kind == "edit" and diary.questions:
        _edits(play, chance, server, diary)
    else:
        message = person.say(f"/ask {question}" if in_group else question)
        diary.questions[message["message_id"]] = person.chat
        if kind == "twice":
            server.world.update("message", message, server.world.updates[-1]["update_id"])


def _edits(play: Play, chance: random.Random, server: Server, diary: Diary) -> None:
    number = chance.choice(list(diary.questions))
    message = server.world.messages[diary.questions[number], number]
    question = chance.choice(play.topics)
    person = Person(server, message["from"]["id"], message["chat"]["id"])
    person.edit(message, f"/ask {question}" if person.chat < 0 else question)
    diary.edits.add(number)


def _presses(chance: random.Random, server: Server, person: Person) -> None:
    """Presses a button of some message in the chat, or sends a strange one."""
    mine = [
        one
        for (chat, _), one in server.world.messages.items()
        if chat == person.chat and "reply_markup" in one
    ]
    keys = [
        key["callback_data"]
        for one in mine[-3:]
        for row in one["reply_markup"]["inline_keyboard"]
        for key in row
        if "callback_data" in key and key["callback_data"][0] in "orud"
    ]
    if mine:
        person.press(mine[-1], chance.choice([*keys, "strange"]))


def _trouble(chance: random.Random) -> Fault:
    sending = (Trouble.FLOOD, Trouble.GATEWAY, Trouble.PAGE, Trouble.RESET, Trouble.CUT, Trouble.SLOW)
    polling = (Trouble.UNAUTHORIZED, Trouble.MISSING, Trouble.GATEWAY, Trouble.RESET, Trouble.CUT)
    if chance.random() < 0.25:
        return Fault("getUpdates", chance.choice(polling))
    method = chance.choice(
        ("sendMessage", "sendMessage", "answerCallbackQuery", "answerInlineQuery", "editMessageText")
    )
    return Fault(method, chance.choice(sending), seconds=1)


async def _started(play: Play, server: Server, folder: Path) -> asyncio.subprocess.Process:
    environment = {
        **os.environ,
        **play.environment,
        "TELEGRAM_BOT_TOKEN": server.world.token,
        "TELEGRAM_BASE_URL": server.base,
        "TELEGRAM_JOURNAL": f"sqlite:///{folder / 'journal.sqlite'}",
        "TELEGRAM_LOG_LEVEL": "ERROR",
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *play.command),
        env=environment,
        cwd=Path(__file__).parents[2],
        stdout=sys.stderr,
    )


async def _quiet(play: Play, server: Server, diary: Diary, seconds: float = 60) -> None:
    """Waits until nothing is owed any more, or for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = _outcome(play, server, diary, 0)
        if not (found.lost or found.inline_lost or found.edits_lost) and not server.world.updates:
            await asyncio.sleep(1)
            return
        await asyncio.sleep(0.5)


def _answers(server: Server) -> dict[int, list[Json]]:
    """The bot's messages by the question they reply to, in the order of their sending."""
    found: dict[int, list[Json]] = defaultdict(list)
    for call in server.calls:
        if call.inquiry.method == "sendMessage" and isinstance(call.result, dict):
            replied = call.result.get("reply_to_message")
            if replied:
                found[replied["message_id"]].append(call.result)
    return found


def _outcome(play: Play, server: Server, diary: Diary, seconds: float) -> Outcome:
    answers = _answers(server)
    firsts: dict[int, list[int]] = defaultdict(list)
    for number, chat in diary.questions.items():
        if number in answers:
            firsts[chat].append(answers[number][0]["message_id"])
    answered = {str(call.inquiry.fields["inline_query_id"]) for call in server.calls if _done(call)}
    return Outcome(
        asked=len(diary.questions),
        lost=len(diary.questions.keys() - answers.keys()),
        twice=sum(_repeated(found) for number, found in answers.items() if number not in diary.edits),
        inversions=sum(_inversions(found) for found in firsts.values()),
        inline_lost=len(diary.inline - answered),
        edits_lost=sum(
            not _follows(play, server, diary.questions[number], number, answers.get(number))
            for number in diary.edits
        ),
        seconds=seconds,
    )


def _follows(play: Play, server: Server, chat: int, number: int, found: Sequence[Json] | None) -> bool:
    """Whether the answer that stands there now is the one to the question as it reads now."""
    if not found:
        return False
    question = server.world.messages[chat, number]["text"].removeprefix("/ask ")
    shown = server.world.messages[chat, found[0]["message_id"]]["text"]
    expected, _ = parsed(messages(as_list(play.answer(question, ())), Speech("zh-hans"))[0])
    return bool(shown == expected)


def _done(call: Call) -> bool:
    return call.inquiry.method == "answerInlineQuery" and call.result is True


def _repeated(found: Sequence[Json]) -> int:
    """How many messages of an answer came again."""
    return len(found) - len({one["text"] for one in found})


def _inversions(numbers: Sequence[int]) -> int:
    return sum(one > other for one, other in pairwise(numbers))


def main() -> int:
    """Plays a morning and prints how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--letters", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        play = Play.real(Path(folder), arguments.letters) if arguments.letters else Play.sample()
        outcome, diary = asyncio.run(morning(play, arguments.updates, arguments.seed))
    print(dict(diary.others))  # noqa: T201
    print(outcome)  # noqa: T201
    return 0 if outcome.well else 1


if __name__ == "__main__":
    sys.exit(main())
