"""Figures looked up: said as they are printed, or refused with what is missing and the nearest there is."""

from collections.abc import Sequence

from bot.answer import Kind
from bot.matching.lacking import Lack
from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Finding, Retriever, merged
from bot.operations.figures.counted import is_contrary, of_all
from bot.operations.figures.denial import is_doubted, is_of, mentioned, unsaid
from bot.operations.figures.whereabouts import which_place
from bot.operations.ranking.peers import YEARLY
from bot.phrasing.headline import Headline, Quoted, Said, When, headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.phrasing.text import excerpt, letters_meant
from bot.understanding.question import Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

_TIME = compiled("年|季|月")
# 没出栏 is not 出栏; 有没有, 是不是 ask.
_NOT_SO = compiled(r"(?<!有)没(?!有?[吗么呢啊?？]*$)|未|(?<![是能要好对知多])不(?![到足了少多是吗么呢知])|非")


def lookup(question: Question, retriever: Retriever) -> Reply | None:
    """The figures asked for, None where some query of the question is not met."""
    placed = question.measures == {Measure.RANK} and (question.places or question.periods)
    if not question.content and not question.context and not placed:
        return _alone(question, retriever)
    findings = retriever.findings(question)
    if not all(finding.met for finding in findings):
        return None
    pieces = len(question.pieces) * max(1, len(question.places)) * max(1, len(question.periods))
    if len({finding.matches[0].card.family for finding in findings}) < pieces:
        return None
    asked_back = which_place(question, findings, retriever)
    if asked_back:
        return asked_back
    if any(is_contrary(finding.matches[0], question) for finding in findings):
        return None
    matches = [of_all(finding.matches[0], question, retriever) for finding in findings]
    statements = merged(
        [retriever.statement(one, finding.query) for one, finding in zip(matches, findings, strict=True)]
    )
    return answered(told(statements), statements)


def _alone(question: Question, retriever: Retriever) -> Reply | None:
    """Of a question that names no thing (二季度增速多少) the only thing that is told so, None where there are more."""
    narrowed = bool(question.periods) or question.asked.kind == "points"
    # 减亏多少 names the change itself.
    itself = not narrowed and question.measures == {Measure.CHANGE} and bool(question.soft)
    narrowed = narrowed or itself
    asked = narrowed and question.measures and not question.operations and not question.strange
    wanted = queries(question) if asked else ()
    if len(wanted) != 1:
        return None
    finding = retriever.finding(replace(wanted[0], soft=()))
    met = [match for match in finding.matches if match.meets and has_basis(match.figure, question.soft)]
    if itself:
        met = [match for match in met if all(word in match.figure.verb for word in question.soft)]
    if len({match.card.family for match in met}) != 1:
        return None
    statement = retriever.statement(met[0], finding.query)
    return answered(told([statement]), [statement])


def has_basis(figure: Figure, soft: Sequence[str]) -> bool:
    """Whether a figure is against what the question compares with: 上半年, 同比."""
    if "同比" in soft and figure.basis not in YEARLY:
        return False
    return all(word in figure.basis for word in soft if _TIME.search(word))


def bounded(question: Question, retriever: Retriever) -> Reply | None:
    """The figure that says the question's bound itself: 收入50万元以上的村57个."""
    return lookup(replace(question, operations=question.operations - {"threshold"}), retriever)


def is_only(reply: Reply, question: Question, retriever: Retriever) -> bool:
    """Whether a reply tells the only figure that meets the question: without some of its words it may mean others."""
    amount = question.amount or question.measures or question.asked.kind
    if reply.kind is not Kind.ANSWER or not reply.figures or not question.content or not amount:
        return False
    # What is not so, and what is reckoned, loses its sense without a word.
    if question.operations or len(question.pieces) > 1 or _NOT_SO.search(question.text):
        return False
    met = [
        [match.card for match in finding.matches if match.meets] for finding in retriever.findings(question)
    ]
    alone = [
        len({card.name for card in cards}) == 1 and len(cards) == len({card.figure.days for card in cards})
        for cards in met
    ]
    return bool(alone) and all(alone)


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
        if denial and denial.text
        else headline(say("refuse.closest"), nearest=reply.headline)
    )
    return replace(reply, kind=Kind.NOT_FOUND, headline=text)


def refusal(question: Question, retriever: Retriever) -> Reply:
    """Not in the letters: which part of the question is not, and the nearest figure that is."""
    unmet = _first_unmet(question, retriever)
    best = unmet.best if unmet else None
    missing = best.missing if best else ()
    said = unsaid(question, missing, retriever) if missing or best is None else None
    if unmet is None or best is None or not _is_near(best, unmet, question.strange):
        return _unknown(question, best, said, retriever)
    statement = retriever.statement(best, unmet.query)
    nearest = told([statement])
    text = _unmet(question, unmet, best, nearest, said)
    if missing and not said:
        text = _told_apart(question, missing, nearest, retriever)
    return Reply(
        Kind.NOT_FOUND,
        text,
        figures=statement.figures,
        passages=(statement.passage,),
        way="" if missing else "refusal.slot",
        denial=_denial(said, question, missing, retriever),
    )


def _denial(
    said: Said | None, question: Question, missing: Sequence[str], retriever: Retriever
) -> Headline | None:
    """What a refusal says of the word that stands nowhere; nothing in words where that is no word to be named."""
    if said:
        return headline(say("refuse.words"), words=said)
    return Headline(()) if missing and is_doubted(question, missing, retriever) else None


def alone(match: Match, query: Query, retriever: Retriever) -> Reply:
    """One figure as the answer to a query, with its growth or its level."""
    statement = retriever.statement(match, query)
    return answered(told([statement]), [statement])


def _first_unmet(question: Question, retriever: Retriever) -> Finding | None:
    """Of what a question asks for the first that no figure meets."""
    return next((finding for finding in retriever.findings(question) if not finding.met), None)


def _told_apart(
    question: Question, missing: Sequence[str], nearest: Headline, retriever: Retriever
) -> Headline:
    """The nearest figure, and the word that it does not meet though some letter has it."""
    found = mentioned(question, missing, retriever)
    if found is None or not is_of(found[0].words, missing):
        return headline(say("refuse.closest"), nearest=nearest)
    return headline(say("refuse.closest_without"), words=found[0], nearest=nearest)


def _is_near(best: Match, unmet: Finding, strange: Sequence[str]) -> bool:
    """Whether a figure is near enough to be offered behind a refusal: of the same thing, and more than half of it.

    What it lacks stands behind what it has (敬老院翻修, 医化利润); before it, it is of another thing: 旅游产值.
    """
    missing = [piece for piece in best.missing if piece not in strange]
    if not missing:
        return True
    asked = sum(len(run.words) for run in unmet.query.runs)
    heads = any(run.words.startswith(piece) for run in unmet.query.runs for piece in missing)
    return Lack.KIND not in best.lacks and not heads and 2 * sum(map(len, missing)) < asked


def _unknown(question: Question, best: Match | None, said: Said | None, retriever: Retriever) -> Reply:
    """The refusal where hardly a word is met: a word is in no letter, or only the sentence with one is."""
    if said:
        denial = headline(say("refuse.words"), words=said)
        return Reply(Kind.NOT_FOUND, denial, denial=denial)
    doubt = Headline(()) if is_doubted(question, (), retriever) else None
    elsewhere = _elsewhere(question, retriever)
    if elsewhere:
        return Reply(Kind.NOT_FOUND, elsewhere, way="refusal.slot")
    found = mentioned(question, best.missing if best else (), retriever)
    if found is None:
        return Reply(Kind.NOT_FOUND, headline(say("refuse.nothing")), denial=doubt)
    word, passage = found
    sentence = Quoted(passage, excerpt(tidy(passage.text), question.runs, retriever))
    text = headline(say("refuse.mentioned"), words=word, sentence=sentence)
    return Reply(Kind.NOT_FOUND, text, passages=(passage,), denial=doubt)


def _elsewhere(question: Question, retriever: Retriever) -> Headline | None:
    """The refusal of a place or a time that no letter is of, None where one is or none is asked for."""
    if letters_meant(question, retriever) is not None:
        return None
    if question.periods:
        year = str(question.periods[0].last.year)
        # A letter of another time may tell something of that year, if not this.
        named = retriever.library.containing(year)
        return None if named else headline(say("refuse.period"), period=When(question.periods[0]))
    return headline(say("refuse.nothing")) if question.places else None


def _unmet(
    question: Question, finding: Finding, best: Match, nearest: Headline, said: Said | None
) -> Headline:
    """The refusal that names the first thing not met; `said` are words that no letter has."""
    if said:
        return headline(say("refuse.words_nearest"), words=said, nearest=nearest)
    if Lack.PLACE in best.lacks:
        place = _as_said(question, finding.query.place)
        if place:
            return headline(say("refuse.place_nearest"), place=place, nearest=nearest)
    if Lack.PERIOD in best.lacks and finding.query.period:
        return headline(say("refuse.period_nearest"), period=When(finding.query.period), nearest=nearest)
    return headline(say(_template(finding, best)), nearest=nearest)


def _template(finding: Finding, best: Match) -> str:
    if Lack.STATUS in best.lacks:
        return "refuse.result_nearest" if finding.query.status is Status.RESULT else "refuse.target_nearest"
    if Lack.MEASURE in best.lacks and finding.query.measure is Measure.GROWTH:
        return "refuse.growth_nearest"
    return "refuse.level_nearest" if Lack.KIND in best.lacks else "refuse.measure_nearest"


def _as_said(question: Question, words: str) -> Said | None:
    """The words as the question has them, None where it spells them otherwise."""
    for said in (words, *(run.asked for run in question.runs if words in run.words)):
        place = question.text.casefold().find(said) if said else -1
        if place >= 0:
            return Said(question, question.text[place : place + len(said)])
    return None
