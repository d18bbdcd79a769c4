"""The words of bot/data/relations.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.tables import table
from bot.understanding.lexicon import patterns_of


@dataclass(frozen=True, eq=False)
class Words:
    """What relations between figures are asked with; `everyday` has what papers print for what people say."""

    patterns: Mapping[str, re.Pattern[str]]
    everyday: Mapping[str, tuple[str, ...]]
    counterparts: Mapping[str, tuple[str, ...]]
    amounts: Mapping[str, str]

    def says(self, name: str, text: str) -> bool:
        """Whether a text has what the pattern of this name finds."""
        return self.patterns[name].search(text) is not None


@cache
def words() -> Words:
    """The shipped words. Read once: they never change while the program runs."""
    found = table("relations")
    return Words(
        patterns=patterns_of(found),
        everyday={word: tuple(terms) for word, terms in found["everyday"].items()},
        counterparts={word: tuple(terms) for word, terms in found["counterpart"].items()},
        amounts=found["amount"],
    )
