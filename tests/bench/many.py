"""Many askers at once: answers a second of one process and of several, in turns in one run."""

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
from bot.service.processes import Opening, Processes
from index.later import Later
from index.store import Index, open_index
from tests.invented import write


def many(letters: int, processes: int, rounds: int) -> None:
    """Print the medians of the rounds and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        questions = [known.question for letter in write(folder / "corpus", letters) for known in letter.known]
        with closing(open_index(folder / "corpus", folder / "index", Later())) as index:
            rates = _rates(index, folder / "index", questions, processes, rounds)
    table = Table("processes", "answers a second", "ratio", box=None, header_style="bold")
    for number, rate in rates.items():
        table.add_row(str(number), f"{rate:.0f}", f"{rate / rates[1]:.2f}")
    Console(width=120).print(table)


def _rates(
    index: Index, place: Path, questions: Sequence[str], processes: int, rounds: int
) -> dict[int, float]:
    found: dict[int, list[float]] = {1: [], processes: []}
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
                begun = time.perf_counter()
                _asked(answer, questions, number)
                found[number].append(len(questions) / (time.perf_counter() - begun))
    finally:
        for pool in pools.values():
            pool.close()
    return {number: statistics.median(rates) for number, rates in found.items()}


def _asked(answer: Answering, questions: Sequence[str], threads: int) -> None:
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda question: answer(question, ()), questions))
