"""The figure that most likely answers a question, whether or not its labels meet all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.matching.match import Match
from bot.matching.query import Query
from bot.matching.retriever import Retriever
from bot.scoring.features.evidence import Evidence
from bot.scoring.features.figures import FigurePool, compared
from bot.scoring.quoting import Ranked
from bot.scoring.trees import Trees, grown
from bot.tables import table
from bot.understanding.numbered import numbers
from bot.understanding.question import Question
from corpus.extraction.lexicon import indicators

# The lead of a figure that is found alone, in log-odds.
_ALONE = 5.0


@dataclass(frozen=True)
class Pointed:
    """The likeliest figure with the query that it meets best, what speaks for it, and the log-odds of all by figure id."""

    match: Match
    query: Query
    evidence: Evidence
    odds: Mapping[str, float]

    @property
    def is_of_another(self) -> bool:
        """Whether the figure lacks part of a name that the question says (鞋业 of 鞋业产值, 出口额 of 医化出口额), a trade, or
        what is measured of a thing (利润 of a company's), or the number of the one that is meant (二期): then it is of another
        thing, where a word that is missing as a whole may be an everyday one for its own."""
        cut = (
            piece != run.words and run.words.startswith(piece) | run.words.endswith(piece)
            for run in self.query.runs
            for piece in self.match.missing
        )
        measured = len(self.query.runs) > 1 and not _measures().isdisjoint(self.match.missing)
        numbered = any(one.kind for piece in self.match.missing for one in numbers(piece))
        return any(cut) or measured or numbered or any(piece.endswith("业") for piece in self.match.missing)

    @property
    def has_nothing(self) -> bool:
        """Whether its sentence has nothing of what the question is about, in its words or in those that papers print for
        them: then only the kind of amount speaks for it."""
        found = self.evidence
        return found["missing share"] >= 1 and not found["content sentence"] and not found["printed clause"]


def pointed(question: Question, found: Ranked, retriever: Retriever) -> Pointed | None:
    """The likeliest of the figures in the sentences found, None where there is none."""
    pool = FigurePool(question, found.by_passage, retriever)
    if not pool.cards:
        return None
    each = compared(pool.evidence(), [found.odds_of[card.figure.passage] for card in pool.cards])
    odds = pointing().each(each)
    best, evidence = foremost(each, odds)
    match, query = pool.matches[best]
    ids = (card.figure.id for card in pool.cards)
    return Pointed(match, query, evidence, dict(zip(ids, odds, strict=True)))


def foremost(each: Sequence[Evidence], odds: Sequence[float]) -> tuple[int, Evidence]:
    """Which figure has the highest log-odds, and its evidence with these and its lead before the next."""
    best, *others = sorted(range(len(odds)), key=lambda place: (-odds[place], place))
    lead = odds[best] - odds[others[0]] if others else _ALONE
    return best, {**each[best], "odds": odds[best], "lead": lead}


@cache
def _measures() -> frozenset[str]:
    """What papers measure of things: 产值, 利润, 余额."""
    known = indicators()
    return frozenset(name for kind in ("flow", "stock", "rate", "owned") for name in known[kind])


@cache
def pointing() -> Trees:
    """The shipped trees. Read once: they are data that never change while the program runs."""
    return grown(table("pointing"))
