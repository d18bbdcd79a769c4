"""How likely each candidate of a message is right beside the others: what is told where the plain reading is not sure."""

from dataclasses import dataclass
from functools import cache

from bot.scoring.trees import Trees, grown
from bot.tables import table


@dataclass(frozen=True)
class Choosing:
    """The trees that judge candidates; from `bound` on the likeliest one is told as the answer, a sentence from `doubtful` on
    where a word of the question stands nowhere."""

    trees: Trees
    bound: float
    doubtful: float = 0.0


@cache
def choosing() -> Choosing:
    """The shipped trees. Read once: they are data that never change while the program runs."""
    found = table("choosing")
    return Choosing(grown(found), float(found["bound"]), float(found["doubtful"]))
