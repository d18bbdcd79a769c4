"""What one revision takes to build an index and to answer. A script: it runs with that revision's code on the path.

    python -P measured.py CORPUS INDEX QUESTIONS.json

Prints one JSON object; times in seconds.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.answering.answerer import Answerer
from index.later import Later
from index.store import open_index


def main(corpus: Path, index: Path, questions: list[str]) -> None:
    """Build, ask once, ask all."""
    wall, before = time.perf_counter(), cpu()
    library = open_index(corpus, index, Later())
    found = {"build, wall": time.perf_counter() - wall, "build, CPU": cpu() - before}
    answerer = Answerer(library)
    found["first answer"] = _timed(lambda: answerer.answer(questions[0]))
    times = sorted(_timed(lambda one=question: answerer.answer(one)) for question in questions)  # type: ignore[misc]
    found["median answer"] = times[len(times) // 2]
    found["99th of 100 answers"] = times[int(0.99 * (len(times) - 1))]
    found["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    library.close()
    print(json.dumps(found))  # noqa: T201 - the script's output


def _timed(run: Callable[[], object]) -> float:
    """Processor time: other programs on the machine do not count."""
    before = cpu()
    run()
    return cpu() - before


def cpu() -> float:
    """Of this process and the ones that it started and that have ended."""
    spent = os.times()
    children = spent.children_user + spent.children_system
    return time.process_time() + children


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text("utf-8")))
