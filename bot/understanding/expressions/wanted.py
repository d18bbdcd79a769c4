"""Whether a sentence has what a question word asks for: a place, a body, a time, a way of doing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.tables import table
from corpus.compiled import compiled

_KEPT = 256  # texts


@dataclass(frozen=True)
class Wanted:
    """What is asked for by its name, how it is asked for, and what a sentence that tells it has."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str]


def has_wanted(text: str, words: str) -> bool:
    """Whether words have all that the question words of a text ask for; so do any where it has none of them."""
    return all(row.said.search(words) for row in _asked(text))


def asks_for(name: str, text: str) -> bool:
    """Whether a text asks for what the rows of this name are about: means, place, body, time …."""
    return any(row.name == name for row in _asked(text))


@lru_cache(_KEPT)
def _asked(text: str) -> tuple[Wanted, ...]:
    """The rows that a text asks for: all sentences that may answer it are held against the same ones."""
    return tuple(row for row in _rows() if row.asked.search(text))


@cache
def _rows() -> Sequence[Wanted]:
    """The rows of bot/data/wanted.toml. Read once: they are data that never change while the program runs."""
    return [
        Wanted(row["name"], compiled(row["asked"]), compiled(row["said"])) for row in table("wanted")["row"]
    ]
