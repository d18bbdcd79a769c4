"""How an index of many letters fares: building, adding one, size, memory, time of an answer, right answers."""

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from bot.answering.answerer import Answerer
from index.later import Later
from index.opened import Index
from index.sqlite.database import NAME
from index.store import open_index
from tests.bench.measured import cpu
from tests.invented import spread, write

T = TypeVar("T")
_ASKED = 50


@dataclass(frozen=True)
class Measured:
    """What was measured at one size of the corpus; times in seconds of the processor but for `wall`, sizes in MB.

    `worker` is the memory of the largest process that read documents. `search` is a median.
    """

    letters: int
    wall: float
    build: float
    add: float
    reopen: float
    size: float
    memory: float
    worker: float
    search: float
    first: float
    median: float
    slowest: float
    right: int
    asked: int


def corpus(sizes: tuple[int, ...] = (1, 200, 2000)) -> None:
    """Print the table for these numbers of letters."""
    table = Table(box=None, header_style="bold")
    for name in Measured.__dataclass_fields__:
        table.add_column(name, justify="right")
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measured = measure(Path(folder), count)
        table.add_row(
            *(f"{value:.4g}" if isinstance(value, float) else str(value) for value in vars(measured).values())
        )
    Console(width=160).print(table)


def measure(folder: Path, count: int) -> Measured:
    """Build, add one, open, ask."""
    made = write(folder / "corpus", count)
    start = time.perf_counter()
    build, index = _timed(lambda: _opened(folder))
    wall = time.perf_counter() - start
    index.close()
    (folder / "corpus" / "extra.txt").write_text(
        made[0].text.replace(made[0].text[:3], "外乡县", 1), encoding="utf-8"
    )
    add, index = _timed(lambda: _opened(folder))
    index.close()
    (folder / "corpus" / "extra.txt").unlink()
    _opened(folder).close()
    reopen, index = _timed(lambda: _opened(folder))
    asked = spread(made, _ASKED)
    search = statistics.median(_timed(partial(index.search, known.question))[0] for known in asked)
    answerer = Answerer(index)
    first, _ = _timed(partial(answerer.answer, asked[0].question))
    answers = [_timed(partial(answerer.answer, known.question)) for known in asked]
    wrong = [
        (known, said.headline)
        for known, (_, said) in zip(asked, answers, strict=True)
        if known.printed not in said.headline
    ]
    for known, headline in wrong:
        print(f"  {known.question}: {known.printed} / {headline}", file=sys.stderr)  # noqa: T201
    times = sorted(took for took, _ in answers)
    index.close()
    return Measured(
        count, wall, build, add, reopen, (folder / "index" / NAME).stat().st_size / 1e6,
        _memory(resource.RUSAGE_SELF), _memory(resource.RUSAGE_CHILDREN), search, first,
        statistics.median(times), times[int(0.99 * (len(times) - 1))], len(asked) - len(wrong), len(asked),
    )  # fmt: skip


def _opened(folder: Path) -> Index:
    return open_index(folder / "corpus", folder / "index", Later())


def _timed(run: Callable[[], T]) -> tuple[float, T]:
    start = cpu()
    result = run()
    return cpu() - start, result


def _memory(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1e3
