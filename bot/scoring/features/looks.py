"""What a question asks for and how its answer looks, read from the shipped data file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.tables import table
from corpus.compiled import compiled


@dataclass(frozen=True)
class Looks:
    """Patterns of what is asked for and of how an answer looks, by name; `met` pairs them."""

    operations: tuple[str, ...]
    asked: Mapping[str, re.Pattern[str]]
    said: Mapping[str, re.Pattern[str]]
    met: tuple[tuple[str, str], ...]


@cache
def looks() -> Looks:
    """The shipped patterns. Read once: they are data that never change while the program runs."""
    found = table("looks")
    return Looks(
        tuple(found["operations"]),
        {name: compiled(pattern) for name, pattern in found["asked"].items()},
        {name: compiled(pattern) for name, pattern in found["said"].items()},
        tuple((cue, look) for cue, names in found["met"].items() for look in names),
    )
