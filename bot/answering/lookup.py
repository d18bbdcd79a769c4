"""Figures looked up: said as they are printed, or refused with what is missing and the nearest there is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Kind
from bot.answering.desk import Desk, Finding, merged
from bot.answering.headline import Headline, Quoted, Said, When, headline
from bot.answering.match import Lack, Match
from bot.answering.peers import YEARLY
from bot.answering.phrase import Statement, told
from bot.answering.reply import Reply
from bot.answering.text import excerpt, letters_meant
from bot.answering.whereabouts import which_place
from bot.answering.wish import wishes
from bot.understanding.question import Question
from bot.wording import say
from corpus.figure import Figure, Measure, Status
from corpus.passage import Kind as PassageKind
from corpus.passage import Passage
from corpus.text import tidy

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
    narrowed = bool(question.periods) or question.asked.kind == "points"
    # 减亏多少 names the change itself.
    itself = not narrowed and question.measures == {Measure.CHANGE} and bool(question.soft)
    narrowed = narrowed or itself
    asked = narrowed and question.measures and not question.operations and not question.strange
    wanted = wishes(question) if asked else ()
    if len(wanted) != 1:
        return None
    finding = desk.finding(replace(wanted[0], soft=()))
    met = [match for match in finding.matches if match.meets and _has_basis(match.figure, question.soft)]
    if itself:
        met = [match for match in met if all(word in match.figure.verb for word in question.soft)]
    if len({match.card.family for match in met}) != 1:
        return None
    statement = desk.statement(met[0], finding.wish)
    return answered(told([statement]), [statement])


def _has_basis(figure: Figure, soft: Sequence[str]) -> bool:
    """Whether a figure is against what the question compares with: 上半年, 同比."""
    if "同比" in soft and figure.basis not in YEARLY:
        return False
    return all(word in figure.basis for word in soft if _TIME.search(word))


def bounded(question: Question, desk: Desk) -> Reply | None:
    """The figure that says the question's bound itself: 收入50万元以上的村57个."""
    return lookup(replace(question, operations=question.operations - {"threshold"}), desk)


def answered(text: Headline, statements: Sequence[Statement]) -> Reply:
    """The reply that a headline over these statements makes."""
    return Reply(
        Kind.ANSWER,
        text,
        figures=tuple(dict.fromkeys(figure for one in statements for figure in one.figures)),
        passages=tuple(dict.fromkeys(one.passage for one in statements)),
    )


def closest(reply: Reply, denial: Headline | None = None) -> Reply:
    """A reply that is not sure enough to answer with, told as the closest there is, after what stands nowhere."""
    text = (
        headline(say("refuse.denied_closest"), denial=denial, nearest=reply.headline)
        if denial
        else headline(say("refuse.closest"), nearest=reply.headline)
    )
    return replace(reply, kind=Kind.NOT_FOUND, headline=text)


def refusal(question: Question, desk: Desk) -> Reply:
    """Not in the letters: which part of the question is not, and the nearest figure that is."""
    findings = desk.findings(question)
    unmet = next((finding for finding in findings if not finding.met), None)
    best = unmet.best if unmet else None
    if unmet is None or best is None or len(best.missing) >= len(unmet.wish.runs) > 0:
        return _unknown(question, best, desk)
    statement = desk.statement(best, unmet.wish)
    nearest = told([statement])
    said = _missed(question, best.missing[0]) if best.missing else None
    text = _unmet(question, unmet, best, nearest, said)
    if said and where_said(said.words, desk):
        text = headline(say("refuse.closest"), nearest=nearest)
    return Reply(
        Kind.NOT_FOUND,
        text,
        figures=statement.figures,
        passages=(statement.passage,),
        way="" if said else "refusal.slot",
        denial=headline(say("refuse.words"), words=said) if said else None,
    )


def where_said(words: str, desk: Desk) -> Sequence[Passage]:
    """The passages that have the words, or words that mean the same."""
    canonical = desk.lexicon.canonical(words)
    alike = dict.fromkeys((words, canonical, *desk.lexicon.alike(canonical)))
    return next((found for word in alike if (found := desk.library.containing(word))), ())


def _unknown(question: Question, best: Match | None, desk: Desk) -> Reply:
    """The refusal where hardly a word is met: the words are in no letter, or only the sentence with them is."""
    if best and not best.missing:
        return Reply(Kind.NOT_FOUND, headline(say("refuse.nothing")))
    said = _missed(question, best.missing[0] if best else "".join(run.words for run in question.runs[:1]))
    if said is None:
        return Reply(Kind.NOT_FOUND, headline(say("refuse.nothing")))
    found = where_said(said.words, desk)
    if not found:
        denial = headline(say("refuse.words"), words=said)
        return Reply(Kind.NOT_FOUND, denial, denial=denial)
    elsewhere = _elsewhere(question, desk)
    if elsewhere:
        return Reply(Kind.NOT_FOUND, elsewhere, way="refusal.slot")
    passage = next((one for one in found if one.kind is PassageKind.SENTENCE), found[0])
    sentence = Quoted(passage, excerpt(tidy(passage.text), question.runs, desk))
    text = headline(say("refuse.mentioned"), words=said, sentence=sentence)
    return Reply(Kind.NOT_FOUND, text, passages=(passage,))


def _elsewhere(question: Question, desk: Desk) -> Headline | None:
    """The refusal of a place or a time that no letter is of, None where one is or none is asked for."""
    if letters_meant(question, desk) is not None:
        return None
    if question.periods:
        return headline(say("refuse.period"), period=When(question.periods[0]))
    return headline(say("refuse.nothing")) if question.places else None


def _unmet(
    question: Question, finding: Finding, best: Match, nearest: Headline, said: Said | None
) -> Headline:
    """The refusal that names the first thing not met; `said` are words that no letter has."""
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


def _missed(question: Question, piece: str) -> Said | None:
    """What of the question a missing piece is, in whole words: of a cut one all that was asked together with it."""
    run = next((one for one in question.runs if piece in one.words), None)
    if run is None:
        return _as_said(question, piece)
    whole = next((term for term in run.terms if piece in term), "")
    edges = {0, len(run.words), *(run.words.find(term) for term in run.terms)}
    edges |= {run.words.find(term) + len(term) for term in run.terms}
    start = run.words.find(piece)
    if not whole and len(piece) > 1 and {start, start + len(piece)} <= edges:
        whole = piece
    return (_as_said(question, whole) if whole else None) or _as_said(question, run.asked)


def _as_said(question: Question, words: str) -> Said | None:
    """The words as the question has them, None where it spells them otherwise."""
    for said in (words, *(run.asked for run in question.runs if words in run.words)):
        place = question.text.casefold().find(said) if said else -1
        if place >= 0:
            return Said(question, question.text[place : place + len(said)])
    return None
