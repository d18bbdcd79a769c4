"""The building of an index, shown on a terminal's standard error: one line of why, a bar, what cannot be read."""

from functools import cached_property
from typing import TYPE_CHECKING

from bot.wording import say
from index.progress import Why

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID


class Shown:
    """Progress for whoever waits at a terminal. In a pipe only what cannot be read is told.

    What draws is loaded when there is something to tell: an index that is up to date needs none of it.
    """

    def __init__(self) -> None:
        self._task: TaskID | None = None

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console

        return Console(stderr=True, highlight=False)

    @cached_property
    def _bar(self) -> "Progress":
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Progress(
            *columns, console=self._console, transient=True, disable=not self._console.is_terminal
        )

    def rebuild(self, why: Why) -> None:
        """One line of why the whole index is built anew; a first building needs no reason."""
        if why is not Why.MISSING and self._console.is_terminal:
            self._console.print(say(f"index.{why.value}"), style="dim")

    def begin(self, documents: int) -> None:
        """Show the bar."""
        self._bar.start()
        self._task = self._bar.add_task(say("index.reading"), total=documents)

    def read(self, letter: str) -> None:
        """One more is read."""
        if self._task is not None:
            self._bar.advance(self._task)

    def refuse(self, line: str) -> None:
        """A file that gives no letter."""
        self._console.print(line, style="yellow", soft_wrap=True, markup=False)
        self.read("")

    def end(self) -> None:
        """Take the bar away."""
        if self._task is not None:
            self._bar.stop()
