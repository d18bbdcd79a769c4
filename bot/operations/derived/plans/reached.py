"""Whether half of a thing, a plan, or so much of a plan is reached, as a printed share says: 过半没有, 完成任务的八成没有."""

from collections.abc import Iterator
from decimal import Decimal

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.derived.kinds import is_here
from bot.operations.derived.words import about, says
from bot.operations.figures.lookup import answered
from bot.operations.relations.topic import Told, Topic, is_then, only
from bot.phrasing.headline import headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.amounts.numeral import parse
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

_HALF, _ALL = Decimal(50), Decimal(100)
_PLAN = compiled("目标|计划|预算|任务|指标")
_TENTHS = compiled("([一二三四五六七八九])成(半)?|百分之([一-鿿]+|\\d+(?:\\.\\d+)?)|(\\d+(?:\\.\\d+)?)[%％]")


def over_half(question: Question, retriever: Retriever) -> Reply | None:
    """过半没有: whether the share that is printed of a thing is half; None where not just one is."""
    text = question.text
    if not says("half", text) or not says("whether", text) or len(question.places) > 1:
        return None
    found = only(_shares(about(question, retriever, "half", "whether", "number"), question, retriever))
    if found is None:
        return None
    over = found.cards[0].figure.quantity.value > _HALF
    return _verdict("half_over" if over else "half_under", found.cards[0], retriever)


def fulfilled(question: Question, retriever: Retriever) -> Reply | None:
    """完成全年任务没有: whether the share of a plan that is printed of a thing is all of it, or as much as is said."""
    text = question.text
    if not says("fulfilled", text) or not says("whether", text) or len(question.places) > 1:
        return None
    topic = about(question, retriever, "part", "plan", "reached", "whether")
    shares = _shares(topic, question, retriever)
    found = only(one for one in shares if _PLAN.search(one.cards[0].figure.whole))
    if found is None:
        return None
    reached = found.cards[0].figure.quantity.value >= _wanted(text)
    return _verdict("share_reached" if reached else "share_missed", found.cards[0], retriever)


def _wanted(text: str) -> Decimal:
    """How much of a plan is asked for, in per cent: 80 of 八成, 100 where nothing is said."""
    said = _TENTHS.search(text) if says("part", text) else None
    if said is None:
        return _ALL
    tenths, half, words, digits = said.groups()
    if tenths:
        return Decimal(parse(tenths)) * 10 + (5 if half else 0)
    return Decimal(digits) if digits else Decimal(parse(words))


def _verdict(word: str, card: Card, retriever: Retriever) -> Reply:
    """The verdict before the share, with the level of the same that is told before it."""
    figure = card.figure
    beside = [one for one in retriever.beside(card) if one.measure is Measure.LEVEL]
    before = [
        one for one in beside if one.status is figure.status and one.quantity.start < figure.quantity.start
    ]
    statements = [Statement((*before[-1:], figure), retriever.passage_of(figure), figure)]
    text = headline(say(f"reckon.{word}"), body=told(statements))
    return replace(answered(text, statements), checked=True)


def _shares(asked: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        part = figure.measure is Measure.SHARE and figure.quantity.unit == "%"
        if not part or figure.status is not Status.RESULT:
            continue
        if not _is_then(question, figure, card) or not is_here(card, question, retriever):
            continue
        own = asked.share([card], retriever) if asked.is_named(card, retriever) else None
        if own is not None:
            yield Told((card,), own, figure.quantity.value)


def _is_then(question: Question, figure: Figure, card: Card) -> bool:
    """Whether a figure is of the times asked for: of a plan of the year what is done till a day of it."""
    if is_then(question, card):
        return True
    years = {one.year for one in question.periods}
    last = max((one.last for one in question.periods), default=None)
    return (
        figure.period is not None
        and last is not None
        and years == {figure.period.last.year}
        and (figure.period.last <= last)
    )
