"""Everyday words: what people say for what documents print, as everyday.toml has it."""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from index.train.texts.pairs import Pair

LEXICON = Path(__file__).with_name("everyday.toml")


@dataclass(frozen=True)
class Lexicon:
    """The groups of wordings of one thing: printed ones with said ones; `printed` finds any of the printed."""

    groups: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    said: dict[str, tuple[str, ...]]
    printed: re.Pattern[str]

    def spoken(self, text: str, chance: random.Random, share: float) -> str:
        """A text with a share of its printed phrases as people say them."""

        def word(match: re.Match[str]) -> str:
            return chance.choice(self.said[match.group()]) if chance.random() < share else match.group()

        return self.printed.sub(word, text)


def read_lexicon(path: Path = LEXICON) -> Lexicon:
    """The lexicon of a file.

    >>> lexicon = read_lexicon()
    >>> lexicon.spoken("公共预算", random.Random(0), 1.0)
    '公共预算'
    >>> lexicon.spoken("细颗粒物平均浓度", random.Random(0), 1.0) in lexicon.said["细颗粒物平均浓度"]
    True
    """
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["same"]
    groups = tuple((tuple(row["printed"]), tuple(row["said"])) for row in rows)
    said = {word: others for printed, others in groups for word in printed}
    longest_first = sorted(said, key=len, reverse=True)
    return Lexicon(groups, said, re.compile("|".join(map(re.escape, longest_first))))


def same_words(lexicon: Lexicon) -> Iterator[Pair]:
    """Every two wordings of one thing, both ways."""
    return (
        Pair(one, other) for printed, said in lexicon.groups for one, other in permutations(printed + said, 2)
    )
