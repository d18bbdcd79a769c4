"""The sentence that most likely answers a question, with how likely it does: what is told where no figure is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from bot.matching.retriever import Retriever
from bot.operations.words.quotes import LIST_LIMIT
from bot.phrasing.excerpts import Excerpt, excerpts
from bot.phrasing.text import LIMIT
from bot.scoring.features.evidence import Evidence
from bot.scoring.features.excerpts import Pool
from bot.scoring.together import Pair, pair
from bot.scoring.trees import Trees, grown
from bot.tables import table
from bot.understanding.question import Question
from bot.understanding.several.division import asks

# The search ranks sentences against each other: of fewer the first says nothing.
_LEAST = 4
# A sentence without what the question word asks for gives way to one that is so near behind it, in log-odds.
_WAY = 2.5


@dataclass(frozen=True)
class Quoting:
    """Trees that order sentences, ones that tell how likely the first of them answers, and ones how likely the first two do
    together; these are told from `both` on where nothing else is.

    Where no candidate is told, it is shown as the closest there is from `closest` on, where a word of the question stands
    nowhere from `likely` on.
    """

    ranker: Trees
    decision: Trees
    together: Trees
    both: float
    likely: float
    closest: float


@dataclass(frozen=True)
class Ranked:
    """What may be quoted for a question, with what speaks for each excerpt and its log-odds by the ranker."""

    excerpts: Sequence[Excerpt]
    evidence: Sequence[Evidence]
    odds: Sequence[float]

    @cached_property
    def by_passage(self) -> Mapping[str, Excerpt]:
        """The likeliest excerpt of each passage, by its id, the likeliest first."""
        found: dict[str, Excerpt] = {}
        for _, one in sorted(zip(self.odds, self.excerpts, strict=True), key=lambda row: -row[0]):
            found.setdefault(one.passage.id, one)
        return found

    @cached_property
    def odds_of(self) -> Mapping[str, float]:
        """The highest log-odds of each passage's excerpts, by its id."""
        return best_of((one.passage.id for one in self.excerpts), self.odds)


@dataclass(frozen=True)
class Quote:
    """The likeliest sentence, what speaks for it, and how likely it answers, 0 to 1; the same of it with a second one."""

    excerpt: Excerpt
    evidence: Evidence
    probability: float
    pair: Pair | None = None
    both: float = 0.0


def ranked(question: Question, wordings: Sequence[str], retriever: Retriever) -> Ranked:
    """What may be quoted for a question put in these wordings, ranked."""
    found = quotable(question, wordings, retriever)
    each = Pool(question, found, retriever).evidence()
    return Ranked(found, each, quoting().ranker.each(each))


def likeliest(found: Ranked) -> Quote | None:
    """The sentence that most likely answers a question, None where too few are found to compare."""
    if len(found.by_passage) < _LEAST:
        return None
    best, evidence = first(found.excerpts, found.evidence, found.odds)
    probability = quoting().decision.probability(evidence)
    two = pair(found.excerpts, found.evidence, found.odds, best, evidence, probability)
    both = quoting().together.probability(two.evidence) if two else 0.0
    return Quote(found.excerpts[best], evidence, probability, two, both)


def quotable(question: Question, wordings: Sequence[str], retriever: Retriever) -> list[Excerpt]:
    """What may be quoted for a question: where it asks for several things, longer ones."""
    several = question.wants("list", "each", "compare") or asks(question.text) > 1
    return excerpts(wordings, retriever, LIST_LIMIT if several else LIMIT)


def first(found: Sequence[Excerpt], each: Sequence[Evidence], odds: Sequence[float]) -> tuple[int, Evidence]:
    """Which of the excerpts has the highest odds, and its evidence with these and its lead before other passages.

    One that lacks what the question word asks for (a place, a time, a way of doing) is behind one that has it and is near.
    """
    best = max(range(len(odds)), key=lambda place: odds[place] - _WAY * each[place].get("lacks wanted", 0.0))
    others = [
        one for one, excerpt in zip(odds, found, strict=True) if excerpt.passage is not found[best].passage
    ]
    # A sentence that is found alone leads nothing.
    lead = odds[best] - max(others, default=odds[best])
    return best, {**each[best], "odds": odds[best], "lead": lead}


def best_of(names: Iterable[str], odds: Iterable[float]) -> Mapping[str, float]:
    """The highest of the odds that go with each name."""
    found: dict[str, float] = {}
    for name, value in zip(names, odds, strict=True):
        found[name] = max(value, found.get(name, value))
    return found


@cache
def quoting() -> Quoting:
    """The shipped models. Read once: they are data that never change while the program runs."""
    found = table("quoting")
    ranker, decision, together = (grown(found[name]) for name in ("ranker", "decision", "together"))
    both, likely, closest = (float(found[name]) for name in ("both", "likely", "closest"))
    return Quoting(ranker, decision, together, both, likely, closest)
