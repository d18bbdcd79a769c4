"""How well a search finds the passage that answers, each part of it switched on by itself."""

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from index.encoder import StaticEncoder, load
from tests.bench.pools import POOLS, Missing, Pool
from tests.bench.ways import WAYS, Searched, Way, searched


@dataclass(frozen=True)
class Score:
    """The share of questions whose passage came first, among the first three, and the mean reciprocal rank to ten."""

    first: float
    third: float
    reciprocal: float
    milliseconds: float

    def __str__(self) -> str:
        return f"{100 * self.first:.1f} {100 * self.third:.1f} {self.reciprocal:.3f}"


def retrieval() -> None:
    """Print the table: a row a way of searching, a column a set of questions."""
    rows: dict[str, list[str]] = {name: [] for name in WAYS}
    table = Table("R@1 R@3 MRR@10 (ms)", title="retrieval", box=None, header_style="bold", padding=(0, 2))
    encoder = load()
    assert isinstance(encoder, StaticEncoder)
    console = Console(width=180)
    with tempfile.TemporaryDirectory() as folder, Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("retrieval", total=len(POOLS) * len(WAYS))
        for prepare in POOLS:
            try:
                pool = prepare()
            except Missing as missing:
                console.print(f"left out: {missing}")
                progress.advance(task, len(WAYS))
                continue
            table.add_column(f"{pool.name}\n{len(pool.asked)} questions", justify="right")
            with searched(pool, encoder, Path(folder)) as index:
                for name in WAYS:
                    progress.update(task, description=f"{pool.name}: {name}")
                    rows[name].append(_judged(name, index, pool))
                    progress.advance(task)
    for name, cells in rows.items():
        table.add_row(name, *cells)
    console.print(table)


def score(way: Way, index: Searched, pool: Pool) -> Score:
    """How a way of searching fares on a pool."""
    ranks, start = [], time.perf_counter()
    for asked in pool.asked:
        found = way(asked.question)
        ranks.append(
            next((rank for rank, one in enumerate(found, 1) if asked.answered_by(index.passages[one])), 0)
        )
    took = (time.perf_counter() - start) / len(ranks)
    return Score(
        _share(ranks, 1), _share(ranks, 3), sum(1 / rank for rank in ranks if rank) / len(ranks), 1e3 * took
    )


def _judged(name: str, index: Searched, pool: Pool) -> str:
    try:
        found = score(WAYS[name](index), index, pool)
    except Missing as missing:
        return str(missing)
    print(f"{pool.name}: {name}: {found} ({found.milliseconds:.1f} ms)", file=sys.stderr)  # noqa: T201
    return f"{found} ({found.milliseconds:.1f})"


def _share(ranks: Sequence[int], last: int) -> float:
    return sum(1 <= rank <= last for rank in ranks) / len(ranks)
