"""Two awards set against each other: which is higher, by how much, and how much both are."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.awards import told
from bot.operations.awards.asked import Asking, about
from bot.operations.awards.fitting.choice import Candidate, candidates
from bot.operations.awards.patterns import pattern
from bot.operations.awards.reckoning import reckoned
from bot.phrasing.reply import Reply
from corpus.compiled import compiled
from corpus.rule.rule import Rule, Sort
from corpus.runtime.replace import replace
from corpus.texts.text import plain

# What stands between two things that are compared or added.
_BETWEEN = compiled("比|加上|再加|加|和|与|跟|同|、|还是|,|;")
_KNOWN = (Sort.FIXED, Sort.EACH, Sort.RATE)
# The one that is meant is met so much better than another of another amount.
_CLEAR = 0.03


def related(asked: Asking, retriever: Retriever) -> Reply | None:
    """Which of two awards is higher, how much more it is, or both added up; None where the question asks for none of it."""
    text = plain(asked.question.text)
    differ, compared = (pattern(name).search(text) for name in ("differ", "compared"))
    added = asked.case.total and pattern("added").search(text)
    if not (differ or compared or added) or asked.amounts:
        return None
    for two in _asked(asked, text, retriever):
        found = [_best(one, retriever) for one in two]
        if not all(found):
            continue
        one, other = (rule for rule in found if rule)
        if not _go_together(one, other):
            continue
        if added and not differ:
            return _sum((one, other), two, retriever)
        if one.rhythm == other.rhythm:
            return told.compared(one, other, retriever, differ=bool(differ))
    return None


def _asked(asked: Asking, text: str, retriever: Retriever) -> Iterator[tuple[Asking, Asking]]:
    """The ways in which the question may be of two: two grades of one thing, or two things with a word between them."""
    if len(asked.grades) == 2:
        one, other = (replace(asked, grades=(grade,)) for grade in asked.grades)
        yield one, other
        return
    for match in _BETWEEN.finditer(text):
        first = about(asked, text[: match.start()], retriever.lexicon)
        second = about(asked, text[match.end() :], retriever.lexicon)
        if first.words and second.words:
            yield first, second


def _best(asked: Asking, retriever: Retriever) -> Rule | None:
    """The rule that is meant, None where two of other amounts are met alike."""
    found: Sequence[Candidate] = [
        one for one in candidates(asked, retriever) if one.rule.sort in _KNOWN and not one.rule.conditions
    ]
    if not found:
        return None
    best = found[0]
    near = [one for one in found if best.score - one.score < _CLEAR]
    return best.rule if all(one.rule.amount.value == best.rule.amount.value for one in near) else None


def _go_together(one: Rule, other: Rule) -> bool:
    return (
        one.amount.start != other.amount.start
        and one.letter == other.letter
        and one.amount.unit == other.amount.unit
    )


def _sum(rules: tuple[Rule, Rule], asked: tuple[Asking, Asking], retriever: Retriever) -> Reply | None:
    terms: list[tuple[str, Decimal]] = []
    unit = rules[0].amount.unit
    for rule, one in zip(rules, asked, strict=True):
        amount = reckoned.money(rule.amount.value, unit)
        if not rule.rhythm:
            terms.append((amount, rule.amount.value))
            continue
        working = reckoned.lasting(rule, one.case.months)
        if working is None or unit == "%":
            return None
        count = working.expression.partition(" ")[0]
        terms.append((working.expression, Decimal(count) * rule.amount.value))
    return told.added(rules, reckoned.both(terms, unit), retriever)
