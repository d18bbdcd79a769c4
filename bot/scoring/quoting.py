"""The sentence that most likely answers a question, with how likely it does: what is told where no figure is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.matching.retriever import Retriever
from bot.operations.words.quotes import LIST_LIMIT
from bot.phrasing.excerpts import Excerpt, excerpts
from bot.phrasing.text import LIMIT
from bot.scoring.evidence import Evidence
from bot.scoring.excerpts import Pool
from bot.scoring.model import Model, parsed
from bot.tables import table
from bot.understanding.division import asks
from bot.understanding.question import Question

# The search ranks sentences against each other: of fewer the first says nothing.
_LEAST = 4


@dataclass(frozen=True)
class Quoting:
    """A model that orders sentences and one that tells how likely the first of them answers.

    Where no candidate is told, it is shown as the closest there is from `closest` on, where a word of the question stands
    nowhere from `likely` on.
    """

    ranker: Model
    decision: Model
    likely: float
    closest: float


@dataclass(frozen=True)
class Quote:
    """The likeliest sentence, what speaks for it, and how likely it answers, 0 to 1."""

    excerpt: Excerpt
    evidence: Evidence
    probability: float


def likeliest(question: Question, wordings: Sequence[str], retriever: Retriever) -> Quote | None:
    """The sentence that most likely answers a question, None where too few are found to compare or it has nothing of it."""
    found = quotable(question, wordings, retriever)
    if len({one.passage.id for one in found}) < _LEAST:
        return None
    model = quoting()
    each = Pool(question, found, retriever).evidence()
    best, evidence = first(found, each, [model.ranker.odds(one) for one in each])
    # What has nothing of a question that can be put in no other words is of another thing.
    if len(wordings) == 1 and evidence["no content"]:
        return None
    return Quote(found[best], evidence, model.decision.probability(evidence))


def quotable(question: Question, wordings: Sequence[str], retriever: Retriever) -> list[Excerpt]:
    """What may be quoted for a question: where it asks for several things, longer ones."""
    several = question.wants("list", "each", "compare") or asks(question.text) > 1
    return excerpts(wordings, retriever, LIST_LIMIT if several else LIMIT)


def first(found: Sequence[Excerpt], each: Sequence[Evidence], odds: Sequence[float]) -> tuple[int, Evidence]:
    """Which of the excerpts has the highest odds, and its evidence with these and its lead before other passages."""
    best = max(range(len(odds)), key=odds.__getitem__)
    others = [
        one for one, excerpt in zip(odds, found, strict=True) if excerpt.passage is not found[best].passage
    ]
    # A sentence that is found alone leads nothing.
    lead = odds[best] - max(others, default=odds[best])
    return best, {**each[best], "odds": odds[best], "lead": lead}


@cache
def quoting() -> Quoting:
    """The shipped models. Read once: they are data that never change while the program runs."""
    found = table("quoting")
    bounds = (float(found[name]) for name in ("likely", "closest"))
    return Quoting(parsed(found["ranker"]), parsed(found["decision"]), *bounds)
