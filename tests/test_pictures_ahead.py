"""Pages recognised by several processes: what comes back is what one process reads, in the pages' order."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.formats.picture import ahead, recognition
from corpus.formats.picture.recognition import Picture
from corpus.runtime import worker
from corpus.runtime.worker import Worker, WorkerEnded, Workers
from tests.recognised import seen

np = pytest.importorskip("numpy")


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """The recogniser of this process, which tells the pages that it was shown; nothing kept from earlier."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shown: list[int] = []

    def read(image: "recognition.Image") -> Picture:
        shown.append(int(image[0, 0]))
        return seen((f"第{image[0, 0]}页",))

    monkeypatch.setattr(recognition, "read", read)
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    return shown


def looked_at(*numbers: int) -> list[tuple[int, int, Picture]]:
    """Pages of one grey each, looked at; a page 0 has no picture."""

    def rendered(number: int) -> "recognition.Image | None":
        return np.full((4, 4), number, np.uint8) if number else None

    waiting = [(number, lambda number=number: rendered(number)) for number in numbers]
    return [(number, int(image[0, 0]), found) for number, image, found in ahead.looked_at(waiting, b"file")]


class Answered(Worker):
    """A process that says of every page what this one does not."""

    def __init__(self, module: str, function: str) -> None:
        assert (module, function) == ("corpus.formats.picture.ahead", "answer")

    def ask(self, what: object) -> Picture:
        return seen((f"另一进程{what[0, 0]}",))  # type: ignore[index]

    def end(self) -> None:
        """Nothing to end."""


class Dead(Answered):
    """A process that has died."""

    def ask(self, what: object) -> Picture:
        raise WorkerEnded


def test_processes_give_the_pages_in_their_order(pages: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with its own picture, a page without one left out."""
    monkeypatch.setattr(worker, "Worker", Answered)
    assert looked_at(3, 1, 0, 7, 5) == [(n, n, seen((f"另一进程{n}",))) for n in (3, 1, 7, 5)]
    assert pages == []


def test_a_page_is_looked_at_once(pages: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept needs no process."""
    monkeypatch.setattr(worker, "Worker", Answered)
    first = looked_at(1, 2)
    monkeypatch.setattr(worker, "Worker", Dead)
    assert looked_at(1, 2) == first
    assert pages == []


def test_this_process_reads_what_a_dead_one_was_to_read(
    pages: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine may have ended it for its memory."""
    monkeypatch.setattr(worker, "Worker", Dead)
    assert looked_at(1, 2, 3) == [(n, n, seen((f"第{n}页",))) for n in (1, 2, 3)]
    assert sorted(pages) == [1, 2, 3]


@pytest.mark.parametrize("numbers", [(4,), ()])
def test_for_one_page_none_is_begun(numbers: tuple[int, ...], pages: list[int]) -> None:
    """It would take longer to begin than to read."""
    assert looked_at(*numbers) == [(n, n, seen((f"第{n}页",))) for n in numbers]
    assert pages == list(numbers)


def test_one_of_several_begins_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read by as many processes as there are processors already."""
    monkeypatch.setenv("DAFU_WORKER", "1")
    assert worker.processors() == 1


@pytest.fixture
def recogniser() -> Iterator[Workers]:
    """Real processes with the real recogniser."""
    pytest.importorskip("rapidocr", reason="the extra `scan` is not installed")
    with closing(Workers("corpus.formats.picture.ahead", "answer")) as workers:
        yield workers


def test_the_real_recogniser_reads_in_another_process(recogniser: Workers) -> None:
    """A blank page has no letters."""
    assert recogniser.ask(np.full((400, 400, 3), 255, np.uint8)) == Picture(0, 0.0, ())
