"""`dafu` in a process of its own: what is loaded, and when an answer is seen."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.test_cli import HEADLINE, QUESTION

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the first process builds the index of the shipped letter in."""
    return tmp_path_factory.mktemp("command")


def test_the_command_in_a_process_of_its_own(index: Path) -> None:
    """An answer needs no torch: loading it takes longer than everything else together."""
    program = (
        "import sys; from bot.__main__ import app\n"
        f"sys.argv = ['dafu', 'ask', '--index', {str(index)!r}, {QUESTION!r}]\n"
        "try:\n    app()()\nexcept SystemExit as end:\n    assert not end.code\n"
        "loaded = {'torch', 'sentence_transformers', 'transformers', 'pypinyin', 'opencc'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == HEADLINE


def test_a_batch_is_flushed_line_by_line(index: Path, tmp_path: Path) -> None:
    """Whoever reads the pipe has the first answer while the second is still being made."""
    program = (
        "import sys; from bot.__main__ import app; from bot.answering.answerer import Answerer\n"
        "answer = Answerer.answer\n"
        "def waiting(self, text, history=()):\n"
        "    if text == '谢谢': sys.stdin.readline()\n"
        "    return answer(self, text, history)\n"
        "Answerer.answer = waiting\n"
        "app()()\n"
    )
    file = tmp_path / "batch.jsonl"
    file.write_text(
        f'{{"id": "1", "question": "{QUESTION}"}}\n{{"id": "2", "question": "谢谢"}}\n', encoding="utf-8"
    )
    command = [sys.executable, "-c", program, "ask", "--index", str(index), "--batch", str(file)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        # Without flushing both would wait for each other.
        rescue = threading.Timer(60, running.kill)
        rescue.start()
        assert json.loads(running.stdout.readline())["id"] == "1"
        print(file=running.stdin, flush=True)
        assert json.loads(running.stdout.readline())["id"] == "2"
        rescue.cancel()
    assert running.returncode == 0
