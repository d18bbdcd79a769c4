"""Figures looked up: said as they are printed, or refused with what is missing and the nearest there is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Kind
from bot.answering.desk import Desk, Finding, merged
from bot.answering.headline import Headline, Said, When, headline
from bot.answering.match import Lack, Match
from bot.answering.peers import YEARLY
from bot.answering.phrase import Statement, told
from bot.answering.reply import Reply
from bot.answering.whereabouts import which_place
from bot.answering.wish import wishes
from bot.understanding.question import Question
from bot.wording import say
from corpus.figure import Figure, Measure, Status

_TIME = re.compile("年|季|月")


def lookup(question: Question, desk: Desk) -> Reply | None:
    """The figures asked for, None where some wish of the question is not met."""
    placed = question.measures == {Measure.RANK} and (question.places or question.periods)
    if not question.content and not question.context and not placed:
        return _alone(question, desk)
    findings = desk.findings(question)
    if not all(finding.met for finding in findings):
        return None
    pieces = len(question.pieces) * max(1, len(question.places)) * max(1, len(question.periods))
    if len({finding.matches[0].card.family for finding in findings}) < pieces:
        return None
    asked_back = which_place(question, findings, desk)
    if asked_back:
        return asked_back
    statements = merged([desk.statement(finding.matches[0], finding.wish) for finding in findings])
    return answered(told(statements), statements)


def _alone(question: Question, desk: Desk) -> Reply | None:
    """Of a question that names no thing (二季度增速多少) the only thing that is told so, None where there are more."""
    narrowed = question.periods or question.asked.kind == "points"
    asked = narrowed and question.measures and not question.operations and not question.strange
    wanted = wishes(question) if asked else ()
    if len(wanted) != 1:
        return None
    finding = desk.finding(replace(wanted[0], soft=()))
    met = [match for match in finding.matches if match.meets and _has_basis(match.figure, question.soft)]
    if len({match.card.family for match in met}) != 1:
        return None
    statement = desk.statement(met[0], finding.wish)
    return answered(told([statement]), [statement])


def _has_basis(figure: Figure, soft: Sequence[str]) -> bool:
    """Whether a figure is against what the question compares with: 上半年, 同比."""
    if "同比" in soft and figure.basis not in YEARLY:
        return False
    return all(word in figure.basis for word in soft if _TIME.search(word))


def answered(text: Headline, statements: Sequence[Statement]) -> Reply:
    """The reply that a headline over these statements makes."""
    return Reply(
        Kind.ANSWER,
        text,
        figures=tuple(dict.fromkeys(figure for one in statements for figure in one.figures)),
        passages=tuple(dict.fromkeys(one.passage for one in statements)),
    )


def refusal(question: Question, desk: Desk) -> Reply:
    """Not in the letters: which part of the question is not, and the nearest figure that is."""
    findings = desk.findings(question)
    unmet = next((finding for finding in findings if not finding.met), None)
    best = unmet.best if unmet else None
    if unmet is None or best is None or len(best.missing) >= len(unmet.wish.runs) > 0:
        return Reply(Kind.NOT_FOUND, _unknown(question, best))
    statement = desk.statement(best, unmet.wish)
    text = _unmet(question, unmet, best, told([statement]))
    return Reply(Kind.NOT_FOUND, text, figures=statement.figures, passages=(statement.passage,))


def _unknown(question: Question, best: Match | None) -> Headline:
    if best and not best.missing:
        return headline(say("refuse.nothing"))
    words = best.missing[0] if best else "".join(run.words for run in question.runs[:1])
    said = _as_said(question, words)
    return headline(say("refuse.words"), words=said) if said else headline(say("refuse.nothing"))


def _unmet(question: Question, finding: Finding, best: Match, nearest: Headline) -> Headline:
    """The refusal that names the first thing not met."""
    if best.missing:
        said = _as_said(question, best.missing[0])
        if said:
            return headline(say("refuse.words_nearest"), words=said, nearest=nearest)
    if Lack.PLACE in best.lacks:
        place = _as_said(question, finding.wish.place)
        if place:
            return headline(say("refuse.place_nearest"), place=place, nearest=nearest)
    if Lack.PERIOD in best.lacks and finding.wish.period:
        return headline(say("refuse.period_nearest"), period=When(finding.wish.period), nearest=nearest)
    return headline(say(_template(finding, best)), nearest=nearest)


def _template(finding: Finding, best: Match) -> str:
    if Lack.STATUS in best.lacks:
        return "refuse.result_nearest" if finding.wish.status is Status.RESULT else "refuse.target_nearest"
    if Lack.MEASURE in best.lacks and finding.wish.measure is Measure.GROWTH:
        return "refuse.growth_nearest"
    return "refuse.level_nearest" if Lack.KIND in best.lacks else "refuse.measure_nearest"


def _as_said(question: Question, words: str) -> Said | None:
    """The words as the question has them, None where it spells them otherwise."""
    for said in (words, *(run.asked for run in question.runs if words in run.words)):
        place = question.text.casefold().find(said) if said else -1
        if place >= 0:
            return Said(question, question.text[place : place + len(said)])
    return None
