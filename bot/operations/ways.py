"""The ways to answer a question, in the order in which they are tried."""

from collections.abc import Callable

from bot.matching.retriever import Retriever
from bot.operations.arithmetic import amounts, changed, earlier, increase, left, periods, shares, sums
from bot.operations.checks import every, moved, verdict
from bot.operations.derived import bounded, listed, per_head, priced, share_of, sides
from bot.operations.derived.plans import aimed, done, reached
from bot.operations.derived.times import quarters, since, was
from bot.operations.figures import followed, lookup
from bot.operations.figures.implied import (
    aims,
    budgets,
    gaps,
    indices,
    moves,
    opposite,
    pull,
    structure,
    units,
)
from bot.operations.groups.named.between import between
from bot.operations.groups.named.both import both
from bot.operations.groups.named.spread import spread
from bot.operations.groups.told import grouped
from bot.operations.policies.promised import promised
from bot.operations.ranking import compare, rank, standing, trend
from bot.operations.relations import before, mean, parts, plan, rest, row, versus
from bot.operations.sentences import announced, means, named, said
from bot.operations.totals import chosen
from bot.operations.words import causes, cells, explained, quotes
from bot.operations.words.document import facts, labels
from bot.operations.words.lists import divided, membership
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure, Status

_LAST_YEAR = compiled("同期|去年|上年")

Way = Callable[[Question, Retriever], Reply | None]

# The ways by the operation that leads to them. A question with several operations takes the first that answers.
_BY_OPERATION: tuple[tuple[tuple[str, ...], Way], ...] = (
    (("quote",), quotes.quotation),
    (("what",), quotes.of_number),
    (("trouble", "list"), quotes.points),
    (("list",), quotes.headings),
    (("reason", "trouble"), causes.reason),
    (("reason", "trouble"), explained.explained),
    (("trouble",), explained.troubles),
    (("check", "claim"), verdict.against_amount),
    (("check", "compare", "difference"), verdict.against_target),
    (("adjusted",), budgets.adjusted),
    (("moved",), moves.moved),
    (("before",), earlier.before),
    (("each",), rank.each),
    (("rest",), sums.remainder),
    (("total",), shares.whole_from_share),
    (("total",), earlier.earlier),
    (("sum",), sums.total),
    (("difference",), increase.increased),
    (("difference", "compare", "which_most", "which_least"), compare.comparison),
    (("threshold",), lookup.bounded),
    (rank.RANKINGS, rank.ranking),
)
# What is worked out where no other way has an answer that is likely.
LATE: tuple[Way, ...] = (
    since.since,
    sides.which,
    sides.apart,
    sides.added,
    listed.listed,
    listed.other_batch,
    per_head.per_head,
    priced.priced,
    since.before_net,
    done.room,
    done.rate,
    done.row_left,
    done.portion,
    reached.over_half,
    reached.fulfilled,
    share_of.share_of,
    quarters.of_quarters,
    aimed.still_left,
    was.was,
    rest.counterpart,
    bounded.bounded,
)
# Operations that words answer.
_WORDS = ("list", "how", "where", "who", "when", "what", "quote", "trouble")
_FIGURES: tuple[Way, ...] = (
    units.as_asked,
    lookup.lookup,
    opposite.those_so,
    rank.counted,
    sums.complement,
    rest.counterpart,
    earlier.earlier,
    periods.later_period,
    increase.increased,
    moves.stepped,
    earlier.stepped,
    gaps.of_larger,
    pull.pulled,
    indices.from_index,
    structure.member,
    verdict.completed,
)


def ways(question: Question) -> list[Way]:
    """What to try for a question, the likeliest first."""
    first: list[Way] = [
        promised,
        labels.labelled,
        labels.line,
        facts.facts,
        followed.followed,
        cells.cell,
        announced.announced,
        membership.members_named,
        both,
    ]
    if trend.end_of(question) is not None:
        first.append(trend.trend)
    first += [
        spread,
        standing.standing,
        verdict.claimed,
        reached.over_half,
        reached.fulfilled,
        done.rate,
        every.every,
        moved.moved,
        chosen.chosen,
        rest.rest,
        rest.portion,
        plan.planned,
        versus.apart,
        versus.multiple,
        versus.added,
        mean.mean,
        mean.bought,
        per_head.monthly,
        before.before,
        before.ranked,
        before.other_side,
        left.left,
        moves.paced,
        row.ranked,
        parts.parts,
        versus.which,
        grouped,
        between,
        amounts.amount,
        changed.changed,
        plan.stepped,
        divided.divided,
        explained.which,
        means.means,
        named.one_named,
        named.named,
    ]
    if question.unit:
        first.append(units.in_unit)
    if len(question.literals) > 1:
        first.append(shares.portion)
    if question.amount and not question.operations:
        first.append(aims.aimed)
    first += [way for operations, way in _BY_OPERATION if question.wants(*operations)]
    if Measure.GAP in question.measures and not question.wants("compare"):
        first.append(lookup.lookup)
    if Measure.SHARE in question.measures:
        first += [opposite.their_share, lookup.lookup, structure.member, shares.portion]
    return [*first, said.overall, *_then(question), said.moved]


def _then(question: Question) -> list[Way]:
    """Figures looked up, words quoted, or both; nothing else where it would answer half of what was asked."""
    if _is_told_alone(question):
        return _alone(question)
    if question.wants("difference") and not question.wants("rest"):
        return []
    if question.wants("rest", *rank.RANKINGS):
        return [sums.complement]
    if question.wants("compare"):
        return [lookup.lookup]
    if _wants_words(question):
        return [quotes.plans, quotes.quotation, *_FIGURES]
    return [*_FIGURES, quotes.quotation] if _may_be_words(question) else [*_FIGURES]


def _is_told_alone(question: Question) -> bool:
    """Whether no other figure than the one that its operation gives answers a question."""
    # 去年同期 of a letter without a year.
    undated = question.wants("base") and not question.periods and bool(_LAST_YEAR.search(question.text))
    return undated or question.wants("reason", "before", "adjusted")


def _alone(question: Question) -> list[Way]:
    if question.wants("base"):
        return [earlier.before]
    # What was planned first is no step; the step itself may be printed.
    return [lookup.lookup] if question.wants("adjusted") and question.measures == {Measure.CHANGE} else []


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
