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
    """What groups are asked about with. `classes` are words for their members, the longest first.

    Of them `places` are words for places, and nothing need be called by those of `general`.
    """

    classes: tuple[str, ...]
    places: tuple[str, ...]
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
    names = found["class"]
    return Words(
        tuple(sorted((*names["place"], *names["thing"]), key=len, reverse=True)),
        tuple(names["place"]),
        frozenset(names["any"]),
        {name: tuple(row) for name, row in found["suffix"].items()},
        {name: re.compile(pattern) for name, pattern in found["pattern"].items()},
    )
