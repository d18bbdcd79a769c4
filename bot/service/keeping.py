"""What administrators change: the letters themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.service.archive import Service

# Is told how many letters of how many are read.
Told = Callable[[int, int], None]


def untold(read: int, of: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True)
class There:
    """A letter that is there already: with the same content, or only with the same file name."""

    letter: str
    same: bool


class Unchanged(Exception):
    """The corpus stays as it was; the message is a line that says why."""


class AlreadyThere(Unchanged):
    """The corpus stays as it was because of a letter that it has."""

    def __init__(self, there: There) -> None:
        super().__init__(there.letter)
        self.there = there


class Keeper(Protocol):
    """The corpus as it can be changed. Each change gives the answering side on the letters as they are then.

    Changes take their time; `told` hears how far they are.
    """

    def there(self, file: Path) -> There | None:
        """The letter that has a file's content, else the one that has its name."""

    def add(self, file: Path, told: Told = untold, *, replace: bool = False) -> Service:
        """Takes a file into the corpus under its own name.

        Raises AlreadyThere, for a letter of the same name unless it is to be replaced; and Unchanged.
        """

    def remove(self, letter_id: str, told: Told = untold) -> Service:
        """Takes a letter out of the corpus. Raises Unchanged."""

    def reload(self, told: Told = untold) -> Service:
        """Looks through the corpus again. Raises Unchanged where that cannot be done."""
