"""Sums, differences and remainders of figures that a question names."""

from collections.abc import Sequence

from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Finding, Retriever
from bot.matching.terms.cover import NAME, cover
from bot.operations.arithmetic.reckon import comparable, difference, sum_of
from bot.operations.arithmetic.worked import two, worked
from bot.operations.ranking.peers import peers
from bot.phrasing.reply import Reply
from bot.understanding.lexicon import Lexicon
from bot.understanding.question import Question
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

# Figures looked at for a whole.
_NEAR = 200


def total(question: Question, retriever: Retriever) -> Reply | None:
    """The sum of what the question names, or of the parts of what it names; a printed total is not summed again."""
    if question.measures - {Measure.LEVEL}:
        return None
    findings = retriever.findings(question)
    if len(findings) > 1 and all(finding.met for finding in findings):
        figures = [finding.matches[0].figure for finding in findings]
    else:
        query = queries(question)[0]
        if _is_printed(retriever.finding(query), retriever.lexicon):
            return None
        group = peers(query, Measure.LEVEL, retriever, of_whole=True)
        if group is None or group.missing:
            return None
        figures = [card.figure for card in group.cards]
    figures = list(dict.fromkeys(figures))
    if len(figures) < 2 or not comparable(figures):
        return None
    return worked("reckon.sum", sum_of(figures), retriever)


def _is_printed(finding: Finding, lexicon: Lexicon) -> bool:
    """Whether a figure's own name says all that is asked for."""
    if not finding.met:
        return False
    name = ((finding.matches[0].card.name, NAME),)
    return not any(cover(run.words, name, lexicon).missing(lexicon) for run in finding.query.runs)


def complement(question: Question, retriever: Retriever) -> Reply | None:
    """The level of one of two parts (规下), out of the whole's and the other part's, where it is not printed."""
    if question.measures - {Measure.LEVEL} or not question.runs or len(question.places) > 1:
        return None
    query = replace(queries(question)[0], measure=Measure.LEVEL)
    for whole_word, one, other in retriever.lexicon.parts:
        for asked, sibling_word in ((one, other), (other, one)):
            if not _names(query, asked, whole_word):
                continue
            sibling = retriever.finding(_with(query, asked, sibling_word))
            counted_in = next((meant for word, meant in retriever.lexicon.implied if word == asked), "")
            whole = retriever.finding(_with(query, asked, whole_word or counted_in))
            if sibling.met and whole.met and _of_one(whole.matches[0].figure, sibling.matches[0].figure):
                return worked(
                    "reckon.rest", difference(whole.matches[0].figure, sibling.matches[0].figure), retriever
                )
    return None


def _names(query: Query, word: str, whole: str) -> bool:
    """Whether the query names the part, and not the whole that has its word in it (进出口 has 出口)."""
    content = "".join(run.words for run in query.runs)
    return word in (content.replace(whole, "") if whole else content)


def _with(query: Query, word: str, other: str) -> Query:
    return replace(
        query, runs=tuple(replace(run, words=run.words.replace(word, other)) for run in query.runs)
    )


def _of_one(whole: Figure, part: Figure) -> bool:
    """Whether one figure may be a part of the other: same letter, place and period, one unit, larger."""
    alike = (whole.letter, whole.place, whole.days) == (part.letter, part.place, part.days)
    return (
        whole != part and alike and comparable((whole, part)) and whole.quantity.value > part.quantity.value
    )


def gap(question: Question, retriever: Retriever) -> Reply | None:
    """By how much the first thing named differs from the second."""
    figures = two(retriever.findings(question))
    if figures is None:
        return None
    return worked("reckon.difference", difference(*figures), retriever)


def remainder(question: Question, retriever: Retriever) -> Reply | None:
    """What is left of a whole without the parts that the question names."""
    findings = retriever.findings(question)
    parts = [match for finding in findings if (match := _own(finding))]
    figures = list(dict.fromkeys(part.figure for part in parts))
    if (
        len(findings) > 1
        and len(figures) == len(findings)
        and comparable(figures)
        and _of_one_passage(figures)
    ):
        largest, *others = sorted(figures, key=lambda figure: -figure.quantity.value)
        return worked("reckon.rest", difference(largest, *others), retriever)
    whole = _whole(parts, retriever)
    figures = [part.figure for part in parts if whole and part.figure != whole]
    if whole is None or not figures or not comparable([whole, *figures]):
        return None
    return worked("reckon.rest", difference(whole, *figures), retriever)


def _own(finding: Finding) -> Match | None:
    """The best figure that meets the query and is not named by what else the question names."""
    others = finding.query.others
    met = [match for match in finding.matches if match.meets]
    return next(
        (match for match in met if not others or others not in match.card.name), next(iter(met), None)
    )


def _of_one_passage(figures: Sequence[Figure]) -> bool:
    return len({figure.passage for figure in figures}) == 1


def _whole(parts: Sequence[Match], retriever: Retriever) -> Figure | None:
    """The figure of the parts' indicator for all of the letter's place, larger than they are."""
    if not parts:
        return None
    part = parts[0].figure
    for card in retriever.matcher.catalogue.near(
        parts[0].card.name + parts[0].card.scope, _NEAR, lambda card: card.figure.letter == part.letter
    ):
        figure = card.figure
        counted = (
            figure.name != part.name and part.name.startswith(figure.name) and figure.passage == part.passage
        )
        same = (figure.indicator == part.indicator or counted) and figure.quantity.unit == part.quantity.unit
        alike = figure.measure is part.measure and figure.status is part.status
        near = figure.letter == part.letter and figure.period == part.period
        if (
            same
            and alike
            and near
            and figure.quantity.value > sum(one.figure.quantity.value for one in parts)
        ):
            return figure
    return None
