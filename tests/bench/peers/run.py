"""One library measured in a process of its own: `python -m tests.bench.peers.run NAME FOLDER` prints one JSON object."""

import json
import resource
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.measured import cpu
from tests.bench.peers.ways import WAYS


def main(name: str, folder: Path) -> None:
    """Get ready, ask all."""
    texts, asked = (
        json.loads((folder / f"{one}.json").read_text("utf-8")) for one in ("passages", "questions")
    )
    start = cpu()
    find = WAYS[name](folder, texts)
    find(asked[0]["question"])
    found: dict[str, float] = {"ready": cpu() - start, "asked": len(asked)}
    first: list[str] = []
    times = []
    for one in asked:
        start = cpu()
        first.append(find(one["question"]))
        times.append(1e3 * (cpu() - start))
    found["question"] = statistics.median(times)
    found["right"] = _right(first, asked)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps(found))  # noqa: T201 - the script's output


def _right(found: Sequence[str], asked: Sequence[Mapping[str, str]]) -> int:
    """How many of the passages have the figure that answers."""
    return sum(one["printed"] in text for one, text in zip(asked, found, strict=True))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
