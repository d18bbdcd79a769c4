"""What the ways of reckoning share: figures named by a question, and the reply that a working makes."""

from collections.abc import Iterable, Sequence

from bot.answer import Kind
from bot.matching.retriever import Finding, Retriever, merged
from bot.operations.arithmetic.reckon import Working, comparable, count_of, difference
from bot.operations.figures.lookup import answered
from bot.phrasing.headline import Headline, Part, Result, headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.amounts.quantity import Bound, Quantity
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace


def two(findings: Sequence[Finding]) -> tuple[Figure, Figure] | None:
    """The two figures of two queries, where both are met and can be compared."""
    if len(findings) != 2 or not all(finding.met for finding in findings):
        return None
    first, second = (finding.matches[0].figure for finding in findings)
    return (first, second) if first != second and comparable((first, second)) else None


def literal_figures(question: Question, retriever: Retriever) -> tuple[Figure, ...]:
    """The figures that the question names by their value: 128家, 322家."""
    figures: list[Figure] = []
    for literal in question.literals:
        found = [
            card.figure for card in retriever.matcher.catalogue.cards if _is(card.figure.quantity, literal)
        ]
        figures += found[:1]
    return tuple(figures) if len(figures) == len(question.literals) else ()


def _is(quantity: Quantity, literal: Quantity) -> bool:
    same_unit = literal.unit in {quantity.unit, ""}
    return same_unit and quantity.value == literal.value


def level_before(figure: Figure, figures: Iterable[Figure]) -> Figure | None:
    """Of some figures the last level that stands before one in its passage: what that is a part of."""
    levels = [
        one
        for one in figures
        if one.measure is Measure.LEVEL
        and one.passage == figure.passage
        and one.quantity.start < figure.quantity.start
    ]
    return levels[-1] if levels else None


def worked(template: str, working: Working, retriever: Retriever, **parts: Part) -> Reply:
    """The reply that a working makes: its result, and the figures it rests on; `parts` fill more of the template."""
    statements = merged([retriever.stated(figure) for figure in working.terms])
    result: Headline = headline(say(_bounds(working)), result=Result(working))
    text = headline(say(template), result=result, body=told(statements), **parts)
    passages = tuple(dict.fromkeys(statement.passage for statement in statements))
    return Reply(Kind.ANSWER, text, working.terms, passages, (working,))


def gone(before: Figure, after: Figure, retriever: Retriever) -> Reply:
    """By how much what a thing went to is more or less than what it came from, of a rate in points."""
    rose = after.signed >= before.signed
    ranked = (after, before) if rose else (before, after)
    up, down = ("step_up", "step_down") if after.quantity.unit == "%" else ("changed_more", "changed_less")
    return worked(f"reckon.{up if rose else down}", difference(*ranked), retriever)


def how_many(body: Headline, figures: Sequence[Figure], statements: Sequence[Statement]) -> Reply:
    """The reply that tells these figures and how many they are."""
    working = count_of(figures, say("rank.unit"))
    text = headline(say("rank.count"), body=body, count=Result(working))
    return replace(answered(text, statements), workings=(working,))


def _bounds(working: Working) -> str:
    if working.bound is Bound.AT_LEAST:
        return "reckon.at_least"
    if working.bound is Bound.AT_MOST:
        return "reckon.at_most"
    return "reckon.about" if working.rounded or working.bound is not Bound.EXACT else "reckon.exactly"
