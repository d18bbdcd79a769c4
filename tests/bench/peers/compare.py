"""What finds the passage that answers, here and by other libraries: ready, a question, memory, how often it comes first.

All are given one embedding model, the shipped one, and the same passages, each below its letter's title, for the others
know nothing of letters. They find a passage; that is all that is compared. What dafu takes until it is ready has the
reading of the letters in it and of every figure, and what it takes for an answer is not here (`bench corpus`).
"""

import json
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from corpus.passage import Kind
from index.later import Later
from index.store import open_index
from tests.bench.peers.ways import WAYS
from tests.invented import spread, write

_ASKED = 50


def peers(letters: int, python: str) -> None:
    """Print the table; who is not installed is named in a line."""
    table = Table(
        "CPU seconds, MB", "ready", "a question, ms", "memory", "right first", box=None, header_style="bold"
    )
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder, letters)
        for way in track(WAYS, "measuring", console=Console(stderr=True)):
            command = [python, "-m", "tests.bench.peers.run", way, str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                console.print(f"left out: {way} ({(done.stderr.strip() or 'failed').splitlines()[-1]})")
                continue
            found = json.loads(done.stdout.splitlines()[-1])
            table.add_row(
                way,
                f"{found['ready']:.1f}",
                f"{found['question']:.1f}",
                f"{found['memory']:.0f}",
                f"{found['right']} of {found['asked']}",
            )
    console.print(table)


def _prepare(folder: Path, letters: int) -> None:
    """The letters, their passages below their titles, and questions with what answers them."""
    made = write(folder / "corpus", letters)
    asked = [{"question": one.question, "printed": one.printed} for one in spread(made, _ASKED)]
    (folder / "questions.json").write_text(json.dumps(asked), encoding="utf-8")
    with closing(open_index(folder / "corpus", folder / "index", Later())) as index:
        texts = [
            f"{letter.title}\n{passage.text}"
            for letter in index.letters.values()
            for passage in index.passages(letter.id)
            if passage.kind is not Kind.HEADING
        ]
    (folder / "passages.json").write_text(json.dumps(texts), encoding="utf-8")
