"""What a question asks for and how its answer looks, read from the shipped data file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    table = tomllib.loads((files("bot") / "data" / "looks.toml").read_text(encoding="utf-8"))
    return Looks(
        tuple(table["operations"]),
        {name: re.compile(pattern) for name, pattern in table["asked"].items()},
        {name: re.compile(pattern) for name, pattern in table["said"].items()},
        tuple((cue, look) for cue, names in table["met"].items() for look in names),
    )
