"""This revision and an earlier one side by side: the cold command, building, asking; ratios, for times are a machine's."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.invented import spread, write

ROOT = Path(__file__).parents[2]
_ASKED = 50
_COLD = 5  # times a round


@dataclass(frozen=True)
class Revision:
    """A tree of the project, the interpreter of its environment, and where its compiled modules go."""

    name: str
    tree: Path
    python: str
    compiled: Path

    def run(self, *arguments: str, **settings: str) -> str:
        """What the interpreter prints with this tree's code on the path."""
        # As it is installed: compiled once.
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(self.compiled)}
        given = {**os.environ, "PYTHONPATH": str(self.tree), **compiled, **settings}
        return subprocess.run(
            [self.python, *arguments], cwd=self.tree, env=given, check=True, capture_output=True, text=True
        ).stdout

    def cold(self, index: Path) -> float:
        """Seconds of processor time of `dafu ask` with the index built."""
        before = os.times()
        self.run("-m", "bot", "ask", "电子信息产业产值多少", DAFU_INDEX=str(index))
        spent = os.times()
        return spent.children_user + spent.children_system - before.children_user - before.children_system


def speed(against: str, letters: int, rounds: int, python: str) -> None:
    """Print what each revision takes, medians of the rounds, and the ratios."""
    with tempfile.TemporaryDirectory() as name, _checked_out(against) as tree:
        folder = Path(name)
        made = write(folder / "corpus", letters)
        asked = [known.question for known in spread(made, _ASKED)]
        (folder / "questions.json").write_text(json.dumps(asked), encoding="utf-8")
        compiled = folder / "compiled"
        revisions = (
            Revision(against, tree, python, compiled),
            Revision("now", ROOT, sys.executable, compiled),
        )
        results: dict[str, list[Mapping[str, float]]] = {one.name: [] for one in revisions}
        for number in track(range(rounds), "measuring", console=Console(stderr=True)):
            # In turns, each first as often as the other.
            for revision in revisions if number % 2 else reversed(revisions):
                results[revision.name].append(_measured(revision, folder))
    Console(width=120).print(_table(against, results))


def _measured(revision: Revision, folder: Path) -> Mapping[str, float]:
    index = folder / f"index-{revision.name}"
    shutil.rmtree(index, ignore_errors=True)
    script = Path(__file__).with_name("measured.py")
    said = revision.run("-P", str(script), str(folder / "corpus"), str(index), str(folder / "questions.json"))
    small = folder / f"cold-{revision.name}"
    revision.cold(small)
    cold = statistics.median(revision.cold(small) for _ in range(_COLD))
    return {"cold command": cold, **json.loads(said)}


def _table(against: str, results: Mapping[str, list[Mapping[str, float]]]) -> Table:
    table = Table("CPU seconds", against, "now", "ratio", box=None, header_style="bold")
    for what in results["now"][0]:
        before, now = (statistics.median(one[what] for one in results[name]) for name in (against, "now"))
        table.add_row(what, f"{before:.4g}", f"{now:.4g}", f"{now / before:.2f}")
    return table


@contextmanager
def _checked_out(revision: str) -> Iterator[Path]:
    """A work tree of a revision, for as long as it is measured."""
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        _git("worktree", "add", "--detach", str(tree), revision)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True)
