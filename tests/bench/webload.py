"""Many people asking on the web page at once, against the real answerer in a process of its own.

    python -m tests.bench.webload [--people 100] [--seconds 60] [--pause 5]

Each asks a question, reads for `pause` seconds on average and asks on. Prints questions, errors, p50, p99: of all,
and of those asked once the server had ten seconds to begin its other process and to read what it keeps.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import ClientError, ClientSession

from tests.bench.throughput import cpu_of
from tests.botapi.running import free_port

_ROOT = Path(__file__).parents[2]
_QUESTIONS = _ROOT / "tests" / "data" / "eval" / "letter_tune.jsonl"
_AGAIN = 0.2  # of the questions that go on from the one before
_START, _BEGUN = 60.0, 10.0


@dataclass
class Load:
    """What was measured: milliseconds of each answer, and what went wrong."""

    milliseconds: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    processor: float = 0.0  # seconds that the server took of it
    errors: list[str] = field(default_factory=list)


async def load(people: int, seconds: float, pause: float) -> Load:
    """A server for so many people for so long."""
    questions = [json.loads(line)["question"] for line in _QUESTIONS.read_text(encoding="utf-8").splitlines()]
    found, port = Load(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "TELEGRAM_JOURNAL": f"sqlite:///{Path(folder) / 'journal.sqlite'}",
            # As behind a proxy, which says who asks; nobody is asked for a pass phrase.
            "DAFU_WEB_URL": f"http://127.0.0.1:{port}",
            "DAFU_WEB_ANYONE": "1",
            "PYTHONUNBUFFERED": "1",
        }
        server = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "web", "--port", str(port)),
            env=environment,
            cwd=_ROOT,
            stdout=PIPE,
        )
        try:
            assert server.stdout is not None
            for _ in range(4):
                await asyncio.wait_for(server.stdout.readline(), _START)
            await _first(port, questions[0])
            until, used = time.perf_counter() + seconds, cpu_of(server.pid)
            asking = (
                _person(found, port, f"10.1.{number // 250}.{number % 250}", questions, until, pause)
                for number in range(people)
            )
            await asyncio.gather(*asking)
            found.processor = cpu_of(server.pid) - used
        finally:
            server.terminate()
            await server.wait()
    return found


async def _first(port: int, question: str) -> None:
    """What no reader waits for: a server warms up as soon as it listens."""
    async with (
        ClientSession() as session,
        session.post(f"http://127.0.0.1:{port}/ask", data={"q": question}) as response,
    ):
        await response.read()


async def _person(
    found: Load, port: int, address: str, questions: Sequence[str], until: float, pause: float
) -> None:
    """One person with a browser of their own, who asks until it is time."""
    chance = random.Random(address)
    earlier: list[str] = []
    settled = time.perf_counter() + _BEGUN
    await asyncio.sleep(chance.random() * pause)
    headers = {"X-Forwarded-For": address, "X-Part": "1"}
    async with ClientSession(f"http://127.0.0.1:{port}", headers=headers) as session:
        async with session.get("/"):
            pass
        while time.perf_counter() < until:
            question = chance.choice(questions)
            sent = [*(("h", one) for one in earlier), ("q", question)]
            begun = time.perf_counter()
            try:
                async with session.post("/ask", data=sent) as response:
                    page = await response.text()
                    if response.status != 200 or "headline" not in page:
                        found.errors.append(f"{response.status} {question}")
            except (ClientError, TimeoutError) as error:
                found.errors.append(f"{type(error).__name__} {question}")
            taken = 1000 * (time.perf_counter() - begun)
            found.milliseconds.append(taken)
            if begun > settled:
                found.settled.append(taken)
            earlier = [question] if chance.random() < _AGAIN else []
            await asyncio.sleep(chance.expovariate(1 / pause) if pause else 0)


def _said(milliseconds: Sequence[float]) -> str:
    cuts = statistics.quantiles(milliseconds, n=100)
    return f"p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms, longest {max(milliseconds):.1f} ms"


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=5)
    arguments = parser.parse_args()
    found = asyncio.run(load(arguments.people, arguments.seconds, arguments.pause))
    print(  # noqa: T201
        f"{arguments.people} people, {len(found.milliseconds)} questions, {len(found.errors)} errors; "
        f"{_said(found.milliseconds)}; after {_BEGUN:.0f} s {_said(found.settled)}; "
        f"{1000 * found.processor / len(found.milliseconds):.1f} ms of the processor an answer; "
        f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )
    for line in found.errors[:10]:
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()
