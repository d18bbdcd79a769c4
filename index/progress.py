"""Progress: what the building of an index tells whoever waits for it."""

from enum import StrEnum
from typing import Protocol


class Why(StrEnum):
    """Why an index is built anew."""

    MISSING = "missing"
    DAMAGED = "damaged"
    MODEL = "model"
    FORMAT = "format"


class Progress(Protocol):
    """Is told why an index is built, what is read, and what cannot be."""

    def rebuild(self, why: Why) -> None:
        """The whole index is built anew, and why."""

    def begin(self, documents: int) -> None:
        """So many documents are new or changed and will be read."""

    def read(self, letter: str) -> None:
        """One more is read."""

    def refuse(self, line: str) -> None:
        """A file gives no letter: its name and the reason."""

    def end(self) -> None:
        """All is stored."""


class Quiet:
    """Progress that nobody watches."""

    def rebuild(self, why: Why) -> None:
        """Nothing."""

    def begin(self, documents: int) -> None:
        """Nothing."""

    def read(self, letter: str) -> None:
        """Nothing."""

    def refuse(self, line: str) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""
