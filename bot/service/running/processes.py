"""Questions answered by several processes: one computes one answer at a time, however many threads it has."""

import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Answer
from bot.service.archive import Answering
from corpus.runtime.worker import Asker, Worker, WorkerEnded, processors

_MOST = 4  # processes, where nobody says how many: each holds the words and vectors of the letters


def as_many_as(chosen: int) -> int:
    """How many processes answer: as many as are chosen, for 0 as many as there are cores."""
    return chosen or min(_MOST, processors())


@dataclass(frozen=True)
class Opening:
    """Where the other processes find the index, and by which model."""

    index: Path | str
    model: str | None


class Processes:
    """Up to `most` processes, this one among them. The others begin when questions have to wait, and read the same index.

    Who has waited longest is answered next: a question that comes just as a process is free does not go before.
    """

    def __init__(self, opening: Opening, most: int) -> None:
        self._opening = opening
        self._left = most - 1
        # The one that answered last comes first: what it has read is still there. None is this process.
        self._idle: list[_Process | None] = [None]
        # There are none while a process is idle.
        self._waiting: deque[Future[_Process | None]] = deque()
        self._begun: list[_Process] = []
        self._lock = threading.Lock()

    def answering(self, own: Answering) -> Answering:
        """Answers of whichever process has nothing to do; `own` are this one's."""

        def answer(text: str, history: Sequence[str]) -> Answer:
            process = self._next()
            try:
                return process.answer(text, history) if process else own(text, history)
            except WorkerEnded:
                # Told apart neither by its answer nor by its error: what goes wrong goes wrong here again.
                return own(text, history)
            finally:
                if process is None or process.lives:
                    self._free(process)

        return answer

    def close(self) -> None:
        """End the other processes."""
        with self._lock:
            self._left = 0
            for process in self._begun:
                process.end()

    def _next(self) -> "_Process | None":
        with self._lock:
            if self._idle:
                return self._idle.pop()
            self._begin()
            turn: Future[_Process | None] = Future()
            self._waiting.append(turn)
        return turn.result()

    def _free(self, process: "_Process | None") -> None:
        """A process has nothing to do: whoever waits gets it."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set_result(process)
            else:
                self._idle.append(process)

    def _begin(self) -> None:
        """Begin one more, where there may be; the question that wanted it does not wait for it."""
        if not self._left:
            return
        self._left -= 1
        process = _Process(self._opening)
        self._begun.append(process)
        threading.Thread(target=self._welcome, args=(process,), daemon=True).start()

    def _welcome(self, process: "_Process") -> None:
        with suppress(WorkerEnded):
            process.begin()
            self._free(process)


class _Process:
    """Another process that answers, one question at a time."""

    def __init__(self, opening: Opening) -> None:
        self.lives = True
        self._opening = opening
        self._worker = Worker("bot.service.running.processes", "serve")

    def begin(self) -> None:
        """Wait until it has opened the index. Raises WorkerEnded."""
        self._said(self._opening)

    def answer(self, text: str, history: Sequence[str]) -> Answer:
        """Its answer. Raises WorkerEnded where it gives none."""
        found = self._said((text, tuple(history)))
        if not isinstance(found, Answer):
            raise WorkerEnded
        return found

    def end(self) -> None:
        """End it."""
        self.lives = False
        self._worker.end()

    def _said(self, what: object) -> object:
        try:
            return self._worker.ask(what)
        except WorkerEnded:
            self.lives = False
            raise


def serve() -> None:
    """In the other process: answer what is asked until nobody asks any more."""
    from bot.answering.answerer import Answerer
    from bot.service.running.memory import settle
    from bot.service.unknown import unknown
    from index.later import Later
    from index.store import read_index

    asker = Asker()
    opening: Opening = asker.hear()
    with (
        closing(read_index(opening.index, Later(opening.model))) as library,
        suppress(EOFError, BrokenPipeError),
    ):
        answerer = Answerer(library)
        answerer.answer(unknown())  # what the first question would wait for
        settle()
        found: object = True
        while True:
            asker.answer(found)
            text, history = asker.hear()
            try:
                found = answerer.answer(text, history)
            except Exception:  # noqa: BLE001 - asked again by the process that has the log
                found = None
