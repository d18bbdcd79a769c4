"""The building of an index, shown on a terminal's standard error: one line of why, a bar, what cannot be read."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot.wording import say
from index.progress import Why


class Shown:
    """Progress for whoever waits at a terminal. In a pipe only what cannot be read is told."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(
            *columns, console=self._console, transient=True, disable=not self._console.is_terminal
        )
        self._task: TaskID | None = None

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
        self._bar.stop()
