"""A long load: so many questions a second from many people, somebody pasting a page of a letter every ten seconds.

    python -m tests.bench.soak [--seconds 1800] [--rate 20] [--letters 200] [--checkout FOLDER]

Runs `dafu serve` of this checkout or of another one and prints, minute by minute, how long the others waited, the
memory and the processor time that an update took.
"""

import argparse
import asyncio
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.throughput import cpu_of, started_by
from tests.botapi.people import Person
from tests.botapi.server import Call, Server
from tests.invented import Invented, write

_PEOPLE, _PASTES, _PASTED, _MINUTE = 600, 10.0, 2000, 60.0
_PASTER = 7
# What no letter has; every fourth question is one of them.
_REFUSED = ("房价多少", "今天天气怎么样", "专利授权量多少", "谢谢", "公交票价多少")


@dataclass
class Waits:
    """When each chat asked, and how long each answer took."""

    asked: dict[int, float] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    pasted: list[float] = field(default_factory=list)
    lost: int = 0

    def ask(self, person: Person, text: str) -> None:
        """Asks, if the one before is answered."""
        if person.chat in self.asked:
            self.lost += 1
        self.asked[person.chat] = time.perf_counter()
        person.say(text)

    def hear(self, call: Call) -> None:
        """An answer that comes in."""
        chat = int(call.inquiry.fields.get("chat_id", 0))
        if call.inquiry.method == "sendMessage" and chat in self.asked:
            seconds = time.perf_counter() - self.asked.pop(chat)
            (self.pasted if chat == _PASTER else self.seconds).append(seconds)


@asynccontextmanager
async def serving(server: Server, corpus: Path, checkout: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """`dafu serve` of a checkout, answering."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "PYTHONPATH": str(checkout),
            "TELEGRAM_BOT_TOKEN": server.world.token,
            "TELEGRAM_BASE_URL": server.base,
            "TELEGRAM_JOURNAL": f"sqlite:///{Path(folder) / 'journal.sqlite'}",
            "TELEGRAM_LOG_LEVEL": "ERROR",
            "DAFU_CORPUS": str(corpus),
            "DAFU_INDEX": f"{folder}/index",
        }
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "serve"), env=environment, cwd=checkout, stdout=sys.stderr
        )
        try:
            Person(server, 1, 1).say("/help")
            await Person(server, 1, 1).receives(seconds=900)
            yield bot
        finally:
            bot.terminate()
            await bot.wait()


def questions(made: Sequence[Invented]) -> Iterator[str]:
    """What is asked, for ever."""
    known = [one.question for letter in made for one in letter.known]
    refused = itertools.cycle(_REFUSED)
    for number, question in enumerate(itertools.cycle(known)):
        yield next(refused) if number % 4 == 3 else question


async def soak(seconds: float, rate: float, letters: int, checkout: Path) -> None:
    """Loads the bot and prints a line a minute."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder)
        made = write(corpus, letters)
        async with Server() as server, serving(server, corpus, checkout) as bot:
            await _load(server, bot.pid, made, seconds, rate)


async def _load(server: Server, bot: int, made: Sequence[Invented], seconds: float, rate: float) -> None:
    waits, asked, pages = Waits(), questions(made), itertools.cycle(made)
    server.heard = waits.hear
    begun = minute = time.perf_counter()
    paste, used, count = begun + _PASTES / 2, cpu_of(bot), 0
    for number in itertools.count():
        now = begun + number / rate
        if now > begun + seconds:
            break
        await asyncio.sleep(max(0.0, now - time.perf_counter()))
        chat = 100 + number % _PEOPLE
        waits.ask(Person(server, chat, chat), next(asked))
        if now >= paste:
            paste += _PASTES
            waits.ask(Person(server, _PASTER, _PASTER), (next(pages).text * 9)[:_PASTED])
        if now >= minute + _MINUTE or now + 1 / rate > begun + seconds:
            spent = cpu_of(bot) - used
            _print(now - begun, waits, bot, 1000 * spent / max(1, number - count))
            minute, used, count = now, cpu_of(bot), number
            server.calls.clear()
    await asyncio.sleep(5)
    _print(seconds, waits, bot, 0.0)


def _print(at: float, waits: Waits, bot: int, milliseconds: float) -> None:
    """How it went so far; times over the whole load."""
    ordered = [1000 * one for one in sorted(waits.seconds)]
    far = ordered[int(0.99 * (len(ordered) - 1))] if ordered else 0.0
    median = statistics.median(ordered) if ordered else 0.0
    slowest = 1000 * max(waits.pasted, default=0.0)
    print(  # noqa: T201
        f"{at:5.0f} s {len(ordered):6} answered, {len(waits.asked)} waiting, {waits.lost} late: "
        f"median {median:.0f} ms, 99th {far:.0f} ms, most {max(ordered, default=0):.0f} ms; "
        f"pastes at most {slowest:.0f} ms; {_memory(bot):.0f} MB; {milliseconds:.1f} ms CPU an update",
        flush=True,
    )


def _memory(process: int) -> float:
    """Resident megabytes, with the processes that it started."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    own = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return own + sum(map(_memory, started_by(process)))


def main() -> None:
    """Loads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--checkout", type=Path, default=Path(__file__).parents[2])
    arguments = parser.parse_args()
    asyncio.run(soak(arguments.seconds, arguments.rate, arguments.letters, arguments.checkout))


if __name__ == "__main__":
    main()
