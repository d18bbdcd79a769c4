"""How likely each candidate of a message is right beside the others: what is told where the plain reading is not sure."""

from dataclasses import dataclass
from functools import cache

from bot.scoring.trees import Trees, grown
from bot.tables import table


@dataclass(frozen=True)
class Choosing:
    """The trees that judge candidates; from `bound` on one is told as the answer, what only quotes the letter from `quoted`
    on, and from `doubtful` on where a word of the question stands nowhere."""

    trees: Trees
    bound: float
    quoted: float
    doubtful: float

    def bound_of(self, *, quotes: bool, denied: bool) -> float:
        """How likely a candidate has to be that is told; `denied` says that a word of the question stands nowhere."""
        if not quotes:
            return self.bound
        return self.doubtful if denied else self.quoted


@cache
def choosing() -> Choosing:
    """The shipped trees. Read once: they are data that never change while the program runs."""
    found = table("choosing")
    bounds = (float(found[name]) for name in ("bound", "quoted", "doubtful"))
    return Choosing(grown(found), *bounds)
