"""`python -m tests.bench NAME`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bot.service.running.processes import as_many_as
from tests.bench.corpus import corpus
from tests.bench.crash import crash
from tests.bench.files import files
from tests.bench.load import Plan, load
from tests.bench.many import many
from tests.bench.peers.compare import peers
from tests.bench.readers import invented
from tests.bench.readers import run as readers
from tests.bench.retrieval import retrieval
from tests.bench.scans import run as scans
from tests.bench.speed import speed

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command("corpus")
def _corpus(letters: list[int] | None = None) -> None:
    """An index at 1, 200 and 2,000 letters, or at these numbers of them."""
    corpus(tuple(letters or (1, 200, 2000)))


@app.command("crash")
def _crash(times: int = 50, letters: int = 40) -> None:
    """`dafu add` of so many letters killed at so many random moments: the index is one of its two states each time."""
    crash(times, letters)


@app.command("files")
def _files(base: Path | None = None, sizes: list[int] | None = None) -> None:
    """Files of 1, 2, 4 and 8 times a size read and worked out: seconds and memory, beside those of another checkout."""
    files(tuple(sizes or (1, 2, 4, 8)), base)


@app.command("load")
def _load(
    letters: list[int] | None = None,
    askers: list[int] | None = None,
    seconds: float = 60,
    every: Annotated[float, typer.Option(help="Seconds from one addition to the next.")] = 5,
    processes: int = 0,
) -> None:
    """Many askers of letters in PostgreSQL while others are added. DAFU_TEST_POSTGRES names a server, where what is built stays."""
    load(letters or (1000,), askers or (10, 50), Plan(seconds, as_many_as(processes), every))


@app.command("many")
def _many(letters: int = 200, processes: int = 2, rounds: int = 5) -> None:
    """Answers a second of one process and of several, many asking at once."""
    many(letters, processes, rounds)


@app.command("peers")
def _peers(
    letters: int = 200,
    python: Annotated[
        str, typer.Option(help="The interpreter of an environment with the extra `bench`.")
    ] = sys.executable,
) -> None:
    """Passages found here and by LangChain, LlamaIndex, txtai and Haystack, with one model."""
    peers(letters, python)


@app.command("scans")
def _scans(documents: Path, fonts: list[Path], pages: int = 4, seed: int = 0) -> None:
    """Pages made of documents, damaged in nine ways: figures read right, wrong, withheld."""
    scans(documents, fonts, pages, seed)


@app.command("readers")
def _readers(
    folder: Annotated[Path | None, typer.Argument()] = None, most: int = 60, kinds: list[str] | None = None
) -> None:
    """Files of a folder, or the tests' invented ones, read here and by independent readers: what is missing and added."""
    with TemporaryDirectory() as made:
        if folder is None:
            invented(Path(made))
        readers(folder or Path(made), most, kinds or ())


@app.command("retrieval")
def _retrieval() -> None:
    """What each part of the search is worth, on the example sets, the tuning set and DRCD."""
    retrieval()


@app.command("speed")
def _speed(
    against: Annotated[str, typer.Option(help="An earlier revision, as git names it.")],
    letters: int = 2000,
    rounds: int = 3,
    python: Annotated[str, typer.Option(help="The interpreter of its environment.")] = sys.executable,
) -> None:
    """This revision and an earlier one side by side: the cold command, building, asking."""
    speed(against, letters, rounds, python)


app()
