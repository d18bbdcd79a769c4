"""Remarks: where a document's own figures do not agree."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """A sentence for the reader about printed figures that contradict each other, and the figures concerned.

    `figures` are figure ids; the first is the one the remark is about.
    """

    letter: str
    text: str
    figures: tuple[str, ...]
