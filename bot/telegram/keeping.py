"""What administrators change: the letters themselves."""

from pathlib import Path
from typing import Protocol

from bot.telegram.archive import Service


class Unchanged(Exception):
    """The corpus stays as it was; the message is a line that says why."""


class Keeper(Protocol):
    """The corpus as it can be changed. Each change gives the answering side on the letters as they are then."""

    def add(self, file: Path) -> Service:
        """Takes a file into the corpus under its own name. Raises Unchanged."""

    def remove(self, letter_id: str) -> Service:
        """Takes a letter out of the corpus. Raises Unchanged."""

    def reload(self) -> Service:
        """Looks through the corpus again."""
