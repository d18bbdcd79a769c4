"""Many askers of one corpus in PostgreSQL while letters are added: how long an answer takes, and what it takes of the processors.

On a machine that others use the times are theirs as well; what an answer takes of the processor is not. Askers ask without a
pause: as many wait as there are askers more than processes.
"""

import os
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from pathlib import Path

import psycopg
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import make_url

from bot.answering.answerer import Answerer
from bot.cli.progress import Shown
from bot.service.archive import Answering
from bot.service.keeping import untold
from bot.service.running.processes import Opening, Processes
from bot.service.running.update import update
from index.later import Later
from index.opened import Index
from index.store import open_index
from tests.bench.spent import postmaster_of, spent_so_far
from tests.databases import sizes
from tests.invented import Invented, Known, letters, write
from tests.postgres import server

_DATABASE = "dafu_load"
_WARM = 5.0  # seconds that are asked before it counts
_LOOK = 0.2
_COLUMNS = (
    "letters", "askers", "answers", "right", "a second", "p50, ms", "p90, ms", "p99, ms", "CPU an answer, ms: bot", "server",
    "additions", "median, s", "longest, s", "CPU, s", "load",
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """How long is asked, by how many processes, and every how many seconds a letter is added."""

    seconds: float
    processes: int
    every: float


@dataclass
class Heard:
    """What askers and the writer noted: seconds of each answer and of each addition."""

    answers: list[float] = field(default_factory=list)
    additions: list[float] = field(default_factory=list)
    right: int = 0


@dataclass(frozen=True)
class _Target:
    """The corpus folder, the address of its index, the server's first process, and letters to be added."""

    corpus: Path
    address: str
    postmaster: int | None
    more: Iterator[Invented]


def load(counts: Sequence[int], askers: Sequence[int], plan: Plan) -> None:
    """Print what is measured with each number of letters, each built on the ones before, and of askers."""
    console, table = Console(width=180), Table(*_COLUMNS, box=None, header_style="bold")
    with tempfile.TemporaryDirectory() as name, _database() as address:
        for count in sorted(counts):
            # Built on the ones before: what was added to those goes.
            target = _Target(
                Path(name) / "corpus",
                address,
                postmaster_of(address),
                islice(letters(2 * count), count, None),
            )
            shutil.rmtree(target.corpus, ignore_errors=True)
            made = write(target.corpus, count)
            with closing(_built(target, console)) as index:
                for many in askers:
                    table.add_row(str(count), str(many), *_measured(target, index, made, many, plan))
    console.print(table)


@contextmanager
def _database() -> Iterator[str]:
    """The address of a database: of the tests' own server, or one that stays on the server of DAFU_TEST_POSTGRES."""
    given = os.environ.get("DAFU_TEST_POSTGRES")
    if given is None:
        with server() as own:
            yield own.address
        return
    with psycopg.connect(given, autocommit=True) as connection:
        if not connection.execute("SELECT FROM pg_database WHERE datname = %s", (_DATABASE,)).fetchall():
            connection.execute(f"CREATE DATABASE {_DATABASE}")
    yield make_url(given).set(database=_DATABASE).render_as_string(hide_password=False)


def _built(target: _Target, console: Console) -> Index:
    """The index of these letters; what is there already is not read again."""
    begun, before = time.perf_counter(), spent_so_far(target.postmaster)
    index = open_index(target.corpus, target.address, Later(), Shown())
    took, spent = time.perf_counter() - begun, spent_so_far(target.postmaster).since(before)
    rows = sizes(target.address)
    with psycopg.connect(target.address) as connection:
        (size,) = connection.execute("SELECT pg_database_size(current_database())").fetchall()[0]
    console.print(
        f"{rows['letters']} letters, {rows['passages']} passages, {rows['figures']} figures: built in {took:.0f} s"
        f" (CPU {spent.bot + spent.ended:.0f} s, server {spent.server:.0f} s), {size / 1e6:.0f} MB"
    )
    return index


def _measured(target: _Target, index: Index, made: Sequence[Invented], askers: int, plan: Plan) -> list[str]:
    """The rest of a row of the table."""
    pool = Processes(Opening(target.address, None), plan.processes)
    answer = pool.answering(Answerer(index).answer)
    try:
        # All processes begun, and warm.
        _heard(answer, target, made, askers, replace(plan, seconds=_WARM, every=_WARM))
        before = spent_so_far(target.postmaster)
        heard, seconds = _heard(answer, target, made, askers, plan)
        spent = spent_so_far(target.postmaster).since(before)
    finally:
        pool.close()
    count, cuts = len(heard.answers), statistics.quantiles(heard.answers, n=100)
    added = heard.additions or [0.0]
    return [
        str(count), str(heard.right), f"{count / seconds:.1f}", *(f"{1000 * cuts[at - 1]:.0f}" for at in (50, 90, 99)),
        f"{1000 * spent.bot / count:.1f}", f"{1000 * spent.server / count:.1f}", str(len(heard.additions)),
        f"{statistics.median(added):.2f}", f"{max(added):.2f}",
        f"{spent.ended / len(added):.2f}", f"{os.getloadavg()[0]:.1f}",
    ]  # fmt: skip


def _heard(
    answer: Answering, target: _Target, made: Sequence[Invented], askers: int, plan: Plan
) -> tuple[Heard, float]:
    """What is heard until it is time, and how many seconds it took until the last answer was there."""
    questions = [known for letter in made for known in letter.known]
    # People do not ask of one letter after the other; and no two runs ask the same.
    random.Random(f"{askers} {plan}").shuffle(questions)
    heard, turn, begun = Heard(), cycle(questions), time.perf_counter()
    over = threading.Event()
    with (
        ThreadPoolExecutor(askers + 1) as pool,
        Progress(console=Console(stderr=True), transient=True) as bar,
    ):
        writing = pool.submit(_add, target, heard, over, plan.every)
        asking = [pool.submit(_ask, answer, turn, heard, over) for _ in range(askers)]
        task = bar.add_task(f"{len(made)} letters, {askers} askers", total=plan.seconds)
        while (passed := time.perf_counter() - begun) < plan.seconds and not writing.done():
            bar.update(task, completed=passed)
            time.sleep(_LOOK)
        over.set()
        for one in (writing, *asking):
            one.result()
    return heard, time.perf_counter() - begun


def _ask(answer: Answering, turn: Iterator[Known], heard: Heard, over: threading.Event) -> None:
    """Ask one question after the other, without a pause."""
    while not over.is_set():
        known, begun = next(turn), time.perf_counter()
        said = answer(known.question, ())
        heard.answers.append(time.perf_counter() - begun)
        heard.right += known.printed in said.headline


def _add(target: _Target, heard: Heard, over: threading.Event, every: float) -> None:
    """Add a letter, as the bot does, and wait."""
    while not over.wait(every):
        letter = next(target.more)
        (target.corpus / f"{letter.name}.txt").write_text(letter.text, encoding="utf-8")
        begun = time.perf_counter()
        update(target.corpus, target.address, None, untold)
        heard.additions.append(time.perf_counter() - begun)
