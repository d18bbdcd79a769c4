"""Which way money goes: out, as people spend it, or in, as they earn it.

The lexicon has 收入 and 支出 as words that exclude each other. These are words of letters: they are held against the names
of figures while one is looked for, and part a question that says both into two things. 花 and 收 are neither: they ask in
everyday speech and stand in other words (花卉, 丰收), so that they are patterns, and what they ask for is looked for as ever.
Only what would be told is held against them, whether it is a figure or a sentence.
"""

import re
from collections.abc import Sequence
from functools import cache

from bot.tables import table
from corpus.compiled import compiled


def goes_alike(asked: str, told: Sequence[str]) -> bool:
    """Whether what is told of is no money that goes another way than what is asked for.

    >>> goes_alike("城里人花钱哪边多", ["人均可支配收入"]), goes_alike("财政收的多还是花的多", ["预算收入", "预算支出"])
    (False, True)
    """
    spent, earned = _ways()
    out, into = bool(spent.search(asked)), bool(earned.search(asked))
    if out is into:
        return True
    own, other = (spent, earned) if out else (earned, spent)
    return not any(other.search(text) and not own.search(text) for text in told)


@cache
def _ways() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of bot/data/flow.toml. Read once: it is data that never changes while the program runs."""
    found = table("flow")
    return compiled(found["spent"]), compiled(found["earned"])
