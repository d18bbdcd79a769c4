"""The ways to answer a question, in the order in which they are tried."""

from collections.abc import Callable

from bot.answering import (
    budgets,
    causes,
    cells,
    compare,
    earlier,
    facts,
    lookup,
    moves,
    parts,
    quotes,
    rank,
    shares,
    since,
    sums,
    trend,
    units,
    verdict,
)
from bot.answering.desk import Desk
from bot.answering.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Measure, Status

Way = Callable[[Question, Desk], Reply | None]

# The ways by the operation that leads to them. A question with several operations takes the first that answers.
_BY_OPERATION: tuple[tuple[tuple[str, ...], Way], ...] = (
    (("quote",), quotes.quotation),
    (("what",), quotes.of_number),
    (("trouble", "list"), quotes.points),
    (("list",), quotes.headings),
    (("reason", "trouble"), causes.reason),
    (("check", "claim"), verdict.against_amount),
    (("check", "compare", "difference"), verdict.against_target),
    (("adjusted",), budgets.adjusted),
    (("moved",), moves.moved),
    (("each",), rank.each),
    (("rest",), sums.remainder),
    (("total",), shares.whole_from_share),
    (("sum",), sums.total),
    (("difference", "compare", "which_most", "which_least"), compare.comparison),
    (rank.RANKINGS, rank.ranking),
)
# Operations that words answer.
_WORDS = ("list", "how", "where", "who", "when", "what", "quote", "trouble")
_FIGURES: tuple[Way, ...] = (
    lookup.lookup,
    rank.counted,
    sums.complement,
    earlier.earlier,
    parts.later_part,
    since.since,
)


def ways(question: Question) -> list[Way]:
    """What to try for a question, the likeliest first."""
    first: list[Way] = [facts.facts, cells.cell]
    if trend.end_of(question) is not None:
        first.append(trend.trend)
    if question.unit:
        first.append(units.in_unit)
    if len(question.literals) > 1:
        first.append(shares.portion)
    first += [way for operations, way in _BY_OPERATION if question.wants(*operations)]
    if Measure.GAP in question.measures and not question.wants("compare"):
        first.append(lookup.lookup)
    if Measure.SHARE in question.measures:
        first += [lookup.lookup, shares.portion]
    return first + _then(question)


def _then(question: Question) -> list[Way]:
    """Figures looked up, words quoted, or both; nothing else where it would answer half of what was asked."""
    if question.wants("reason", "adjusted"):
        return []
    if question.wants("difference") and not question.wants("rest"):
        return []
    if question.wants("rest", *rank.RANKINGS):
        return [sums.complement]
    if question.wants("compare"):
        return [lookup.lookup]
    if _wants_words(question):
        return [quotes.plans, quotes.quotation, *_FIGURES]
    return [*_FIGURES, quotes.quotation] if _may_be_words(question) else [*_FIGURES]


def _wants_words(question: Question) -> bool:
    """Whether a quotation is what is asked for."""
    plain = not question.measures and not question.asked.kind
    if question.wants(*_WORDS) and plain:
        return True
    named = question.runs and question.status is None
    return question.open and plain and bool(named or not question.runs)


def _may_be_words(question: Question) -> bool:
    """Whether a quotation will do where there is no figure."""
    aimed = question.asked.kind or question.amount or question.periods or question.places
    planned = question.status is Status.TARGET and not aimed
    named = not (aimed or question.measures)
    return planned or question.open or question.state or question.wants(*_WORDS) or named
