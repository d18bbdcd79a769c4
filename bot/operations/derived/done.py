"""What part of a thing is done, whether that is half of it, and what room is left where people are counted against places."""

from collections.abc import Iterator
from decimal import Decimal

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.left import pairs_of
from bot.operations.arithmetic.reckon import difference, share
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_here, is_kind
from bot.operations.derived.words import about, says
from bot.operations.figures.lookup import answered
from bot.operations.relations.found import between
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.headline import headline
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.kind import Kind
from corpus.replace import replace

_HALF = 50
_PERCENT = 100
# A printed rate and what its amounts give, both rounded, differ by no more.
_ROUNDED = Decimal("0.06")
_FILLED = compiled("入住|使用|入学|就读|在[园校院]|占用|利用|收住|实有|实住|住院")
# So many figures at most stand between the places and who has them.
_NEAR = 40


def rate(question: Question, retriever: Retriever) -> Reply | None:
    """X完成率: what is done in per cent of all, where no letter prints it; None where not just one pair tells it."""
    if not says("rate", question.text) or question.literals or len(question.places) > 1:
        return None
    about_it = about(question, retriever, "rate")
    if any(_is_rate(card, about_it, retriever) for card in retriever.matcher.catalogue.cards):
        return None
    found = only(
        Told(
            (pair.whole, pair.done),
            pair.share,
            (pair.whole.figure.quantity.value, pair.done.figure.quantity.value),
        )
        for pair in pairs_of(about_it, [], question, retriever)
    )
    if found is None:
        return None
    whole, done = (card.figure for card in found.cards)
    return replace(worked("reckon.portion", share(done, whole), retriever), checked=True)


def _is_rate(card: Card, asked: Topic, retriever: Retriever) -> bool:
    percent = card.figure.quantity.unit == "%" and card.figure.measure in {Measure.SHARE, Measure.LEVEL}
    return percent and asked.share([card], retriever) is not None


def over_half(question: Question, retriever: Retriever) -> Reply | None:
    """过半没有: whether the share that is printed of a thing is half; None where not just one is."""
    text = question.text
    if not says("half", text) or not says("whether", text) or len(question.places) > 1:
        return None
    asked = about(question, retriever, "half", "whether", "number")
    found = only(_shares(asked, question, retriever))
    if found is None:
        return None
    figure = found.cards[0].figure
    beside = [one for one in retriever.beside(found.cards[0]) if one.measure is Measure.LEVEL]
    before = [
        one for one in beside if one.status is figure.status and one.quantity.start < figure.quantity.start
    ]
    statements = [Statement((*before[-1:], figure), retriever.passage_of(figure), figure)]
    word = "half_over" if figure.quantity.value > _HALF else "half_under"
    text_ = headline(say(f"reckon.{word}"), body=told(statements))
    return replace(answered(text_, statements), checked=True)


def _shares(asked: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        part = figure.measure is Measure.SHARE and figure.quantity.unit == "%"
        if not part or figure.status is not Status.RESULT or figure.quantity.value >= _PERCENT:
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


def room(question: Question, retriever: Retriever) -> Reply | None:
    """还剩几张床: the places less those who have them, where a printed rate says that the ones are of the others."""
    text = question.text
    if not words().says("left", text) or question.literals or len(question.places) > 1:
        return None
    asked = topic(without(text, "left", "undone"), question, retriever)
    found = only(_rooms(asked, question, retriever))
    if found is None:
        return None
    places, taken = (card.figure for card in found.cards)
    return replace(worked("reckon.left", difference(places, taken), retriever), checked=True)


def _rooms(asked: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    cards = retriever.matcher.catalogue.cards
    rates = [
        card
        for card in cards
        if card.figure.quantity.unit == "%" and card.figure.measure is not Measure.GROWTH
    ]
    for filled in rates:
        here = [
            card
            for card in retriever.cards.of_letter(filled.figure.letter).cards
            if card.figure.passage == filled.figure.passage
            and card.figure.measure is Measure.LEVEL
            and card.figure.quantity.start < filled.figure.quantity.start
        ]
        if len(here) < 2 or retriever.passage_of(filled.figure).kind is not Kind.SENTENCE:
            continue
        places, taken = here[-2:]
        if (
            not _is_filled(places.figure, taken, filled.figure)
            or len(between(places, taken, retriever)) > _NEAR
        ):
            continue
        if not is_kind(places, question, retriever) or not is_then(question, places):
            continue
        said = asked.share([places, taken], retriever)
        if said is not None:
            yield Told((places, taken), said, (places.figure.quantity.value, taken.figure.quantity.value))


def _is_filled(places: Figure, taken: Card, filled: Figure) -> bool:
    if not places.quantity.value or _FILLED.search(taken.name + taken.clause) is None:
        return False
    exact = taken.figure.quantity.value / places.quantity.value * _PERCENT
    return abs(exact - filled.quantity.value) <= _ROUNDED
