"""The words of bot/data/groups.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.tables import table

# What people are counted in.
PEOPLE = frozenset({"人", "名", "位", "人次"})


@dataclass(frozen=True)
class Words:
    """What groups are asked about with. `places`, `things` and `general` are words for their members."""

    places: tuple[str, ...]
    things: tuple[str, ...]
    general: frozenset[str]
    endings: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, re.Pattern[str]]

    def says(self, name: str, text: str) -> bool:
        """Whether a text has what the pattern of this name finds."""
        return self.patterns[name].search(text) is not None


@cache
def words() -> Words:
    """The shipped words. Read once: it is data that never changes while the program runs."""
    found = table("groups")
    longest = {name: tuple(sorted(row, key=len, reverse=True)) for name, row in found["class"].items()}
    return Words(
        longest["place"],
        longest["thing"],
        frozenset(longest["any"]),
        {name: tuple(row) for name, row in found["suffix"].items()},
        {name: re.compile(pattern) for name, pattern in found["pattern"].items()},
    )
