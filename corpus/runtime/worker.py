"""Another process of this program, asked over its pipes."""

import os
import pickle
import signal
import subprocess
import sys
import threading
from typing import Any

_MARK = "DAFU_WORKER"  # in the environment of a process that is one of several


class WorkerEnded(Exception):
    """A process that says no more."""


class Worker:
    """A process that runs a function of a module, in which an `Asker` hears what is asked here.

    Not forked, for it would inherit locks that threads hold; not multiprocessing's, which run the program's own main
    module again and are not to be had in a daemon.
    """

    def __init__(self, module: str, function: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", f"from {module} import {function}; {function}()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), _MARK: "1"},
        )

    def ask(self, what: object) -> Any:  # noqa: ANN401 - whatever the function answers
        """Its answer. Raises WorkerEnded where it gives none. One thread at a time."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked
        assert answers
        try:
            pickle.dump(what, asked)
            asked.flush()
            return pickle.load(answers)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            raise WorkerEnded from None

    def end(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


class Workers:
    """Processes that run a function of a module, one for each thread that asks."""

    def __init__(self, module: str, function: str) -> None:
        self._runs = module, function
        self._own = threading.local()
        self._all: list[Worker] = []

    def ask(self, what: object) -> Any:  # noqa: ANN401 - whatever the function answers
        """The answer of this thread's process. Raises WorkerEnded, and OSError where none can be begun."""
        if not hasattr(self._own, "worker"):
            self._own.worker = Worker(*self._runs)
            self._all.append(self._own.worker)
        return self._own.worker.ask(what)

    def close(self) -> None:
        """End the processes."""
        for worker in self._all:
            worker.end()


class Asker:
    """In the other process: whoever asks it."""

    def __init__(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._answers = os.fdopen(os.dup(1), "wb")
        # Whatever a library prints is no answer.
        os.dup2(2, 1)

    def hear(self) -> Any:  # noqa: ANN401 - whatever it asks
        """What is asked next. Raises EOFError where nobody asks any more."""
        return pickle.load(sys.stdin.buffer)

    def answer(self, what: object) -> None:
        """Give an answer. Raises BrokenPipeError where nobody takes it."""
        pickle.dump(what, self._answers)
        self._answers.flush()


def processors() -> int:
    """How many processors this process may use; one of several has one."""
    if _MARK in os.environ:
        return 1
    return os.process_cpu_count() if hasattr(os, "process_cpu_count") else len(os.sched_getaffinity(0))
