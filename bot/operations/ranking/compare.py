"""Two or more figures side by side, with the verdict."""

from collections.abc import Sequence
from datetime import date

from bot.matching.card import Card
from bot.matching.retriever import Finding, Retriever, merged
from bot.matching.terms.cover import covered, layers_of
from bot.operations.arithmetic.reckon import Working, comparable, difference
from bot.operations.figures.lookup import answered
from bot.operations.groups.words import PEOPLE, words
from bot.phrasing.headline import Headline, Named, Part, Result, When, Where, headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

_TWO = 2
_PACE = compiled("跑[赢输]|[快慢]|增[长速]|[涨跌]")
_WHOLE = compiled("全[区县市省州]")


def comparison(question: Question, retriever: Retriever) -> Reply | None:
    """The verdict over the figures asked for; None if fewer than two of them are there."""
    if question.places and not question.runs:
        return _of_places(question, retriever)
    # 小椒江规上产值增速比全区高吗: one place and all that it lies in, of what is named.
    if len(question.places) == 1 and question.wants("compare") and _WHOLE.search(question.text):
        told_of = _of_places(question, retriever)
        if told_of is not None:
            return told_of
    findings = retriever.findings(question)
    if not question.measures:
        levels = [retriever.finding(replace(finding.query, measure=Measure.LEVEL)) for finding in findings]
        findings = levels if all(finding.met for finding in levels) else findings
    if len(findings) < 2 or not all(finding.met for finding in findings):
        return None
    statements = [_statement(finding, retriever) for finding in findings]
    # 哪个人多 is not told by numbers of teams.
    people = words().says("people", question.text)
    if people and any(one.chief.quantity.unit not in PEOPLE for one in statements):
        return None
    return compared(statements, retriever)


def _of_places(question: Question, retriever: Retriever) -> Reply | None:
    """Of two places, or one and all that it lies in, what is told of both in one way (小椒江跑赢全区没有); None where no one
    thing alone is."""
    paced = bool(question.measures & {Measure.GROWTH, Measure.CHANGE}) or _PACE.search(question.text)
    wanted = Measure.GROWTH if paced else Measure.LEVEL
    told: dict[tuple[object, ...], dict[str, Card]] = {}
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        if (
            figure.measure is wanted
            and figure.status is Status.RESULT
            and not figure.basis.startswith("环比")
            and covered([run.words for run in question.runs], layers_of(card)[:1], retriever.lexicon)
            is not None
        ):
            for place in _places(question, card):
                if retriever.same_place(place, figure.place):
                    key = (card.name, figure.days, figure.letter, figure.quantity.unit)
                    told.setdefault(key, {}).setdefault(place, card)
    both = [cards for cards in told.values() if len(cards) == _TWO]
    if len(both) != 1:
        return None
    figures = [card.figure for card in both[0].values()]
    reply = compared([retriever.stated(one) for one in figures], retriever)
    return replace(reply, checked=True) if reply else None


def _places(question: Question, card: Card) -> Sequence[str]:
    """The places asked about; beside a single one all of the letter's own, where that is said."""
    own = card.letter.place
    whole = _WHOLE.search(question.text) if len(question.places) == 1 else None
    # 全市 is no district that a letter is of.
    return (*question.places, own) if whole and own.endswith(whole[0][-1]) else question.places


def compared(statements: Sequence[Statement], retriever: Retriever) -> Reply | None:
    """The statements with the verdict over their chief figures; None where those are one figure.

    Nor are a plan and a result compared, amounts of two kinds, or a whole and its part.
    """
    chiefs = [statement.chief for statement in statements]
    kinds = {(figure.status, retriever.lexicon.kind(figure.quantity.unit)) for figure in chiefs}
    if len(dict.fromkeys(chiefs)) < 2 or len(kinds) > 1 or _has_part(chiefs):
        return None
    said = merged(statements)
    body = told(said)
    if not comparable(chiefs) or len({figure.measure for figure in chiefs}) > 1:
        return answered(body, said)
    verdict, working = _verdict(chiefs)
    reply = answered(headline(say("compare.list"), body=body, verdict=verdict), said)
    return replace(reply, workings=(working,)) if working else reply


def _has_part(figures: Sequence[Figure]) -> bool:
    """Whether one is a part of another by its name: 债务限额一般债务 of 债务限额."""
    return any(
        one.place == other.place and one.name != other.name and other.name.startswith(one.name)
        for one in figures
        for other in figures
    )


def _statement(finding: Finding, retriever: Retriever) -> Statement:
    """The asked figure alone, or with its growth where no measure was asked for."""
    return retriever.statement(finding.matches[0], finding.query)


def _verdict(figures: Sequence[Figure]) -> tuple[Headline, Working | None]:
    """Who is ahead and by how much, or that all are equal."""
    ranked = sorted(figures, key=lambda figure: -figure.signed)
    first, last = ranked[0], ranked[-1]
    word = say("compare.growth_word" if first.measure is Measure.GROWTH else "compare.level_word")
    if first.signed == last.signed:
        return headline(say("compare.same").replace("{word}", word)), None
    gap = difference(first, last)
    deeper = all(figure.direction < 0 for figure in figures)
    if len(figures) == 2 and not deeper and isinstance(told_apart(first, last), When):
        return _over_time(figures, gap, word), gap
    winner, loser = (last, first) if deeper else (first, last)
    of_two, of_more = ("deeper", "deepest") if deeper else ("more", "most")
    template = say(f"compare.{of_two if len(figures) == 2 else of_more}").replace("{word}", word)
    return headline(template, winner=told_apart(winner, loser), gap=Result(gap)), gap


def _over_time(figures: Sequence[Figure], gap: Working, word: str) -> Headline:
    """What became of one thing: the later value against the earlier."""
    earlier, later = sorted(figures, key=lambda figure: figure.period.last if figure.period else date.min)
    rose = later.signed > earlier.signed
    template = say("compare.later_more" if rose else "compare.later_less").replace("{word}", word)
    return headline(
        template, later=told_apart(later, earlier), earlier=told_apart(earlier, later), gap=Result(gap)
    )


def told_apart(figure: Figure, other: Figure) -> Part:
    """What tells a figure from another: its place, its period or its name."""
    if figure.place != other.place:
        return Where(figure)
    if (
        figure.period
        and other.period
        and figure.name == other.name
        and not figure.period.same_days(other.period)
    ):
        return When(figure.period)
    return Named(figure)
