"""Many askers at once: answers a second of one process and of several, in turns in one run.

Where others use the cores, what an answer takes of the processor tells: with as much for each of several processes as for
one, so many free cores give so many times the answers.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.answering.answerer import Answerer
from bot.service.archive import Answering
from bot.service.running.processes import Opening, Processes
from index.later import Later
from index.store import Index, open_index
from tests.bench.throughput import cpu_of
from tests.invented import write


def many(letters: int, processes: int, rounds: int) -> None:
    """Print the medians of the rounds and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        questions = [known.question for letter in write(folder / "corpus", letters) for known in letter.known]
        # People do not ask of one letter after the other.
        random.Random(0).shuffle(questions)
        with closing(open_index(folder / "corpus", folder / "index", Later())) as index:
            rates = _rates(index, folder / "index", questions, processes, rounds)
    table = Table(
        *("processes", "answers a second", "ratio", "ms of the processor an answer", "ratio on free cores"),
        box=None,
        header_style="bold",
    )
    alone = rates[1]
    for number, (rate, spent) in rates.items():
        free = number * alone[1] / spent
        table.add_row(
            *(str(number), f"{rate:.0f}", f"{rate / alone[0]:.2f}", f"{1000 * spent:.1f}", f"{free:.2f}")
        )
    Console(width=120).print(table)


def _rates(
    index: Index, place: Path, questions: Sequence[str], processes: int, rounds: int
) -> dict[int, tuple[float, float]]:
    """By the number of processes: answers a second, and seconds of the processor an answer; medians of the rounds."""
    found: dict[int, list[tuple[float, float]]] = {1: [], processes: []}
    pools = {number: Processes(Opening(place, None), number) for number in found}
    answers = {number: pool.answering(Answerer(index).answer) for number, pool in pools.items()}
    try:
        for number, answer in answers.items():
            # Warm, and all processes begun.
            _asked(answer, questions, number)
            time.sleep(3)
            _asked(answer, questions, number)
        for _ in track(range(rounds), "measuring", console=Console(stderr=True)):
            for number, answer in answers.items():
                begun, used = time.perf_counter(), cpu_of(os.getpid())
                _asked(answer, questions, number)
                took, spent = time.perf_counter() - begun, cpu_of(os.getpid()) - used
                found[number].append((len(questions) / took, spent / len(questions)))
    finally:
        for pool in pools.values():
            pool.close()
    return {
        number: (statistics.median(rate for rate, _ in rows), statistics.median(spent for _, spent in rows))
        for number, rows in found.items()
    }


def _asked(answer: Answering, questions: Sequence[str], threads: int) -> None:
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda question: answer(question, ()), questions))
