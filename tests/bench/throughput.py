"""The bot against an echo bot of the same library: a burst of questions to each, in turns, in the same run.

    python -m tests.bench.throughput [--rounds 5] [--questions 300]

Prints updates a second, CPU a update and the ratios to the echo bot.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.botapi.people import Person
from tests.botapi.server import Call, Server

_WARM, _CHATS = 20, 40


@dataclass(frozen=True)
class Burst:
    """How one burst went."""

    updates_per_second: float
    milliseconds_of_cpu: float  # an update
    median_milliseconds: float  # from the update's being there to the answer's being sent, one at a time


async def burst(kind: str, questions: int) -> Burst:
    """One bot in a process of its own, warmed up, asked one by one and then all at once."""
    async with Server() as server:
        with tempfile.TemporaryDirectory() as folder:
            environment = {
                **os.environ,
                "TELEGRAM_BOT_TOKEN": server.world.token,
                "TELEGRAM_BASE_URL": server.base,
                "TELEGRAM_JOURNAL": f"sqlite:///{Path(folder) / 'journal.sqlite'}",
                "TELEGRAM_LOG_LEVEL": "ERROR",
            }
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.bench.bots", kind, env=environment, cwd=Path(__file__).parents[2]
            )
            try:
                delays = await _one_by_one(server)
                before, begun = cpu_of(bot.pid), time.perf_counter()
                await _at_once(server, questions)
                seconds = time.perf_counter() - begun
                cpu = cpu_of(bot.pid) - before
            finally:
                bot.terminate()
                await bot.wait()
    return Burst(questions / seconds, 1000 * cpu / questions, statistics.median(delays))


async def _one_by_one(server: Server) -> list[float]:
    delays = []
    for place in range(_WARM * 2):
        begun = time.perf_counter()
        await Person(server, 1, 1).asks("电子信息产业产值多少")
        if place >= _WARM:
            delays.append(1000 * (time.perf_counter() - begun))
    return delays


async def _at_once(server: Server, questions: int) -> None:
    answered = 0
    done = asyncio.Event()

    def count(call: Call) -> None:
        nonlocal answered
        answered += call.inquiry.method == "sendMessage"
        if answered == questions:
            done.set()

    server.heard = count
    for place in range(questions):
        chat = 100 + place % _CHATS
        Person(server, chat, chat).say("电子信息产业产值多少")
    await asyncio.wait_for(done.wait(), 300)


def cpu_of(process: int) -> float:
    """Seconds of processor time that a process and those that it started have used, the ones that ended too."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(cpu_of, started_by(process)))


def started_by(process: int) -> list[int]:
    """The processes that a process started and that still run."""
    found = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for children in found for child in children.read_text(encoding="ascii").split()]


def _foreign(begun: float, own: float) -> float:
    """Cores that other processes kept busy meanwhile."""
    idle = float(Path("/proc/uptime").read_text(encoding="ascii").split()[1])
    return (os.cpu_count() or 1) - (idle - own) / (time.time() - begun)


async def measure(rounds: int, questions: int) -> None:
    """Measures in turns and prints medians."""
    kinds = ("echo", "echo8", "dafu")
    results: dict[str, list[Burst]] = {kind: [] for kind in kinds}
    idle, begun = float(Path("/proc/uptime").read_text(encoding="ascii").split()[1]), time.time()
    for _ in range(rounds):
        for kind in kinds:
            results[kind].append(await burst(kind, questions))
            print(kind, results[kind][-1], flush=True)  # noqa: T201
    medians = {
        kind: Burst(*(statistics.median(values) for values in zip(*map(_values, found), strict=True)))
        for kind, found in results.items()
    }
    for kind, found in medians.items():
        rate, cpu, delay = _values(found)
        print(f"{kind:6} {rate:6.0f}/s {cpu:5.2f} ms CPU {delay:5.1f} ms")  # noqa: T201
    for control in kinds[:2]:
        print(  # noqa: T201
            f"dafu / {control}: burst × {medians['dafu'].updates_per_second / medians[control].updates_per_second:.2f}, "
            f"CPU × {medians['dafu'].milliseconds_of_cpu / medians[control].milliseconds_of_cpu:.2f}, "
            f"latency × {medians['dafu'].median_milliseconds / medians[control].median_milliseconds:.2f}"
        )
    print(f"cores busy in all: {_foreign(begun, idle):.2f} of {os.cpu_count()}")  # noqa: T201


def _values(found: Burst) -> tuple[float, float, float]:
    return found.updates_per_second, found.milliseconds_of_cpu, found.median_milliseconds


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--questions", type=int, default=300)
    arguments = parser.parse_args()
    asyncio.run(measure(arguments.rounds, arguments.questions))


if __name__ == "__main__":
    main()
