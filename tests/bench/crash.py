"""`dafu add` killed with kill -9 at random moments."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.progress import track

from index.later import Later
from index.opened import Index
from index.sqlite.database import NAME
from index.sqlite.store import SqliteStore
from index.store import open_index
from tests.invented import write


def crash(times: int, letters: int) -> None:
    """Print how often each state was found; ends with an error where it was neither. A tenth of the letters is there."""
    old = max(1, letters // 10)
    console = Console()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "corpus", old)
        write(folder / "offered", letters)
        open_index(folder / "corpus", folder / "index", Later()).close()
        shutil.copytree(folder / "corpus", folder / "old" / "corpus")
        shutil.copytree(folder / "index", folder / "old" / "index")
        took = _add(folder, None)
        _restore(folder)
        chance = random.Random(1)
        found = Counter(
            _state(folder, chance.uniform(0, took), {old: "old", letters: "new"})
            for _ in track(range(times), "kill -9")
        )
    console.print(dict(found))
    if set(found) - {"old", "new"}:
        raise SystemExit(1)


def _state(folder: Path, moment: float, named: Mapping[int, str]) -> str:
    """The state after an add that was killed so many seconds after its start; the old one is put back."""
    _add(folder, moment)
    try:
        seen = len(Index(SqliteStore(folder / "index" / NAME), Later()).letters)
        opened = open_index(folder / "corpus", folder / "index", Later())
        files = len(list((folder / "corpus").glob("*.txt")))
        whole = len(opened.letters) == files
        opened.close()
    finally:
        _restore(folder)
    return named.get(seen, f"{seen} letters") if whole else "not whole"


def _add(folder: Path, after: float | None) -> float:
    given = {**os.environ, "DAFU_CORPUS": str(folder / "corpus"), "DAFU_INDEX": str(folder / "index")}
    command = [sys.executable, "-m", "bot", "add", str(folder / "offered")]
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        if after is not None:
            time.sleep(after)
            process.send_signal(signal.SIGKILL)
        process.wait()
    return time.perf_counter() - start


def _restore(folder: Path) -> None:
    for part in ("corpus", "index"):
        shutil.rmtree(folder / part)
        shutil.copytree(folder / "old" / part, folder / part)
