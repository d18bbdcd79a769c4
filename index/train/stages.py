"""Stages: what lets an interrupted run go on where it stopped, and what is unchanged be skipped."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

_STAMP = "stamp"


@dataclass(frozen=True)
class Stage:
    """A step of the way: its name, what it is made from, and what fills its folder.

    `sources` are the files whose change makes it stale: data, code, the stamps of earlier stages; `numbers` the part
    of the recipe that it follows.
    """

    name: str
    sources: tuple[Path, ...]
    numbers: object
    fill: Callable[[Path], None]


def finished(stage: Stage, work: Path, console: Console) -> Path:
    """The folder of a finished stage: the one already there if its stamp fits, else filled anew."""
    folder = work / stage.name
    stamp = stamp_of(stage)
    if (folder / _STAMP).exists() and (folder / _STAMP).read_text() == stamp:
        console.print(f"[dim]{stage.name}: unchanged, kept[/]")
        return folder
    console.print(f"[bold]{stage.name}[/]")
    # Filled beside and moved: a folder with a stamp is a finished one.
    beside = work / f"{stage.name}.part"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    stage.fill(beside)
    (beside / _STAMP).write_text(stamp)
    shutil.rmtree(folder, ignore_errors=True)
    return beside.rename(folder)


def stamp_file(folder: Path) -> Path:
    """The file that changes when a stage's folder was made from something else."""
    return folder / _STAMP


def stamp_of(stage: Stage) -> str:
    """A digest of what the stage is made from."""
    digest = hashlib.sha256(repr(stage.numbers).encode())
    for path in stage.sources:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
