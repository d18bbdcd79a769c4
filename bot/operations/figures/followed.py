"""A figure beside the one that the question before was answered with: 江口区的呢, 罚了多少, 那2022年呢."""

from collections.abc import Sequence

from bot.matching.card import Card
from bot.matching.lacking import Lack
from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.matching.timefit import period_fit
from bot.operations.figures.aligned import aligned
from bot.operations.figures.beside import Beside, measures_asked, moved_against, says
from bot.operations.figures.denial import common_words
from bot.operations.figures.lookup import answered, lookup
from bot.phrasing.clause import clause_of
from bot.phrasing.headline import Headline, Printed, Said, headline, quote
from bot.phrasing.phrase import Statement, labelled, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace

# What is reckoned, ordered or compared is no figure that stands beside the first.
_OTHERWISE = (
    "compare", "difference", "sum", "rest", "base", "before", "reason", "list", "check", "claim", "each",
    "rank_most", "rank_least", "rank_nth", "order",
)  # fmt: skip
# A figure of another time is the same day for day, or ends with it.
_SAME_TIME = 0.6
# That it is all of a time narrows a question for that time no further.
_ALL = compiled("累计|合计|总共|一共|全部|[的得]")
# So many figures may be the one told before, where none meets all of the question.
_NEAR = 8
# Told by their clause, which may hold several.
_CLAUSED = frozenset({Measure.CONTRIBUTION, Measure.GAP, Measure.RANK})
_VALUE = compiled(r"\d[\d.]*(?:%|个百分点)|第[一二三四五六七八九十\d]+位?")
# A whole that is an amount: 预算215,900万元的68.2%.
_DIGIT = compiled(r"\d")
# Fewer characters are a measure, and no thing that is measured.
_NAME = 4
# A query that wants nothing of a figure.
_ANY = Query(())
# So much of the words of a question before is met where it stands.
_MOST = 0.7


def followed(question: Question, retriever: Retriever) -> Reply | None:
    """The figure that a question means which continues another; None where it continues none, or several may be meant."""
    now = question.alone
    if now is None or question.before is None or now.strange or now.chat:
        return None
    card = _card(question, retriever)
    if card is None and now.wants(*_OTHERWISE):
        return None
    if card is None:
        return _aligned(question, question.before, now, retriever)
    statement = _statement(card, retriever)
    return replace(answered(_told(card, now, statement, retriever), [statement]), checked=True)


def _aligned(question: Question, before: Question, now: Question, retriever: Retriever) -> Reply | None:
    """What stands in one row with the value told before, where no figure of the same passage is found by itself."""
    reply = aligned(before, now, retriever)
    other = lookup(question, retriever) if reply else None
    return None if reply and other and other.passages == reply.passages else reply


def _statement(card: Card, retriever: Retriever) -> Statement:
    """The figure with its level or growth beside it, alone where several of one name stand in its sentence."""
    beside = retriever.beside(card)
    if len({figure.measure for figure in beside}) < len(beside):
        return retriever.stated(card.figure)
    return retriever.statement(Match(card, 0.0), _ANY)


def _told(card: Card, now: Question, statement: Statement, retriever: Retriever) -> Headline:
    """The figure, a single share as it is printed, with what it is of where neither its name nor its place says so."""
    figure = statement.chief
    body = told([statement])
    clause = clause_of(figure, statement.passage)
    if figure.measure is Measure.SHARE and _DIGIT.match(figure.whole) and clause.count("%") == 1:
        body = labelled(quote(statement.passage, clause), figure)
    if figure.measure in _CLAUSED and len(_VALUE.findall(clause)) > 1:
        body = labelled(headline(say("figure.value"), value=Printed(figure)), figure)
    words = next((run.asked for run in now.runs if run.asked not in common_words()), "")
    if (
        not _ALL.sub("", words)
        or words not in now.text
        or says(now, f"{card.name}\n{figure.place}", retriever)
    ):
        return body
    return headline(say("figure.of_words"), words=Said(now, words), body=body)


def _card(question: Question, retriever: Retriever) -> Card | None:
    before, now = question.before, question.alone
    if before is None or now is None or (now.wants(*_OTHERWISE) and not moved_against(now.text)):
        return None
    first = _card(before, retriever) or _told_before(before, retriever)
    return _beside(now, Beside(first, retriever)) if first else None


def _beside(now: Question, beside: Beside) -> Card | None:
    """The figure beside the one told before that a question means."""
    against = moved_against(now.text)
    if against:
        return beside.moved(now, against)
    if now.periods:
        return _at_time(now, beside)
    if now.places or not (now.amount or now.measures or now.asked.kind):
        other = beside.of_another(now)
        if other or now.places:
            return other
    return beside.of_the_same(now)


def _told_before(question: Question, retriever: Retriever) -> Card | None:
    """The figure that a question by itself is answered with, or that most of its words stand beside."""
    if question.wants(*_OTHERWISE) or len(queries(question)) != 1:
        return None
    finding = retriever.finding(queries(question)[0])
    if finding.best and finding.met:
        return finding.matches[0].card
    if not question.runs:
        met = [
            one.card
            for one in finding.matches
            if one.meets and measures_asked(question, one.figure, retriever)
        ]
        return met[0] if question.places and len(met) == 1 else None
    near = [one for one in finding.matches[:_NEAR] if not set(one.lacks) - {Lack.MEASURE}]
    rows = [
        (_share(question, one, retriever), one)
        for one in near
        if measures_asked(question, one.figure, retriever)
    ]
    best = max(rows, key=lambda row: row[0], default=None)
    alike = [one for share, one in rows if best and share == best[0]]
    return alike[0].card if best and best[0] >= _MOST and len(alike) == 1 else None


def _share(question: Question, match: Match, retriever: Retriever) -> float:
    """How much of a question's words stand in a figure's name, place or in the clauses before it."""
    beside = Beside(match.card, retriever)
    words = "\n".join((match.card.name, match.figure.place, beside.label, match.figure.verb))
    asked = "".join(run.words for run in question.runs)
    return covered_share(asked, words)


def covered_share(asked: str, words: str) -> float:
    """The share of the characters that stand in the words beside one of their neighbours."""
    met = set()
    for place in range(len(asked) - 1):
        if asked[place : place + 2] in words:
            met |= {place, place + 1}
    return len(met) / len(asked) if asked else 0.0


def _at_time(now: Question, beside: Beside) -> Card | None:
    """The figure of the same thing and place at the time that is asked for."""
    if now.places or any(len(_ALL.sub("", run.words)) for run in now.runs):
        return None
    first = beside.told
    found = [
        one
        for one in beside.same_kind()
        if _of_one_name(one, first)
        and one.figure.place == first.figure.place
        and period_fit(now.periods[0], one.figure.period) >= _SAME_TIME
        and _in_status(now, one)
    ]
    return _only(found, beside)


def _of_one_name(one: Card, other: Card) -> bool:
    """Whether two are named as one thing: 新建高标准农田 and 高标准农田, but no 产值 of all."""
    short, long = sorted((one, other), key=lambda card: len(card.name))
    whole = len(short.name) >= _NAME or (short.name and not short.figure.indicator)
    return one.name == other.name or (bool(whole) and short.name in long.name)


def _in_status(now: Question, one: Card) -> bool:
    """Whether a figure is a plan where one is asked for."""
    return now.status is None or one.figure.status is now.status or one.figure.status is Status.RULE


def _only(found: Sequence[Card], beside: Beside) -> Card | None:
    """The only one, in the sentence of the figure told before, else anywhere, of the same name before others."""
    first = beside.told
    for group in (
        [one for one in found if one.figure.passage == first.figure.passage and one.name == first.name],
        [one for one in found if one.name == first.name],
        found,
    ):
        if len(group) == 1:
            return group[0]
        if group:
            return None
    return None
