"""Programs in processes of their own that begin with everything imported: forked off one process that has imported it.

Each has its own settings, output and end, as if it were started anew; only the seconds of importing are spared.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(
    [
        "pytest",
        "bot.__main__",
        "bot.service.running.watching",
        "bot.telegram.run",
        "bot.web.serving",
        "tests.botapi.process",
    ]
)


@dataclass(frozen=True)
class Forked:
    """A program that runs, as far as tests speak to one."""

    process: ForkServerProcess

    @property
    def returncode(self) -> int | None:
        """None while it runs; negative for the signal that ended it."""
        return self.process.exitcode

    async def wait(self) -> int:
        """Its status, at its end."""
        while (status := self.returncode) is None:
            await asyncio.sleep(0.02)
        return status

    def terminate(self) -> None:
        """SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """Nothing where it has ended."""
        if self.returncode is None and self.process.pid:
            os.kill(self.process.pid, number)


@asynccontextmanager
async def forked(
    main: Callable[[], int | None],
    arguments: Sequence[str],
    environment: Mapping[str, str],
    said: Path,
    log: Path,
) -> AsyncIterator[Forked]:
    """A program with these arguments and no other environment, ended at the end; what it prints is added to two files."""
    process = _FORKS.Process(target=_run, args=(main, list(arguments), dict(environment), said, log))
    process.start()
    found = Forked(process)
    try:
        yield found
    finally:
        found.kill()
        await found.wait()


def _run(
    main: Callable[[], int | None], arguments: list[str], environment: dict[str, str], said: Path, log: Path
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    for number, path in ((1, said), (2, log)):
        with path.open("ab") as file:
            os.dup2(file.fileno(), number)
    sys.argv[1:] = arguments
    sys.modules["__main__"] = sys.modules[main.__module__]  # what processes of its own begin with
    sys.exit(main())
