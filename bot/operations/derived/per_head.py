"""Means of an amount that is told apart from what it was for, and a month's of a year's: 平均每人次花费, 人均领取, 摊到一个月."""

from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.means import mean_of, monthly_of
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_here
from bot.operations.derived.words import about, patterns, says
from bot.operations.relations.found import between
from bot.operations.relations.topic import Told, Topic, is_then, only
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

_PEOPLE = frozenset({"人", "名", "位", "人次"})
_SQUARE = frozenset({"平方", "平米"})
_PRINTED = compiled(r"均[^,，。;；\d]{0,6}\d")
_EACH = compiled("每|均")
_CHARACTER, _COMMA, _CLAUSES = 0.002, 0.05, compiled("[,，;；。]")
_AMOUNT, _SHORT = compiled("(?:费用?|资金|金额|总?额|支出)$"), 2
# So many characters before an amount say that it is one of each.
_BEFORE = 6
# What stands at a time is no flow of a year; a rate is none either.
_STANDING = compiled("余额|存栏|在校|在园|实有|现有|保有|年末|总人口|常住|户籍|历年|累计|截至")
_YEARLY, _MONTHLY = compiled("(?:每人|每户|人均|一?年)?[每一]年|年人均"), compiled("每月|月均")


def per_head(question: Question, retriever: Retriever) -> Reply | None:
    """The amount divided by how many, each called by a name that the question says; None where it is not just one pair."""
    text = question.text
    asked = patterns()["each"].search(text)
    if asked is None or question.literals or len(question.places) > 1:
        return None
    if not says("mean", text):
        return None
    unit = asked["unit"] or asked["short"]
    topic = about(question, retriever, "each", "mean", "got")
    if not topic.pieces or _prints_mean(topic, question, retriever):
        return None
    found = only(_shared(unit, topic, question, retriever))
    if found is None:
        return None
    amount, count = (card.figure for card in found.cards)
    return replace(worked("reckon.each_one", mean_of(amount, count), retriever), checked=True)


def _shared(unit: str, topic: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    cards = [card for card in retriever.matcher.catalogue.cards if _is_level(card, question, retriever)]
    counts = [card for card in cards if _counts(unit, card) and topic.is_named(card, retriever)]
    for count in counts:
        for amount in cards:
            figure = amount.figure
            near = figure.passage == count.figure.passage
            if not near or not _is_amount(amount, question, retriever) or _is_mean(amount, retriever):
                continue
            # 房地产开发投资 is no price of what is told of houses beside it.
            if not (_is_of(topic, amount, retriever) or _are_together(amount, count, retriever)):
                continue
            share = topic.share([amount, count], retriever)
            if share is not None and _are_next(amount, count, cards):
                value = figure.quantity.value / count.figure.quantity.value
                yield Told((amount, count), share - _far(amount, count, retriever), value)


def _is_of(topic: Topic, amount: Card, retriever: Retriever) -> bool:
    """Whether an amount is called as what is asked about, or that has all of its name in it: 公务接待费 of 国内公务接待."""
    core = _AMOUNT.sub("", amount.name)
    inside = len(core) > _SHORT and any(core in put for piece in topic.pieces for put in piece)
    return inside or topic.is_named(amount, retriever)


def _are_together(amount: Card, count: Card, retriever: Retriever) -> bool:
    """Whether one comma at most stands between two figures."""
    first, last = sorted((amount, count), key=lambda card: card.figure.quantity.start)
    return len(_CLAUSES.findall(between(first, last, retriever))) <= 1


def _far(amount: Card, count: Card, retriever: Retriever) -> float:
    """So much less well two figures go together for what stands between them, for each comma more."""
    first, last = sorted((amount, count), key=lambda card: card.figure.quantity.start)
    text = between(first, last, retriever)
    return _CHARACTER * len(text) + _COMMA * len(_CLAUSES.findall(text))


def _are_next(amount: Card, count: Card, cards: list[Card]) -> bool:
    """Whether no other amount or count of the same sentence stands nearer to either: 家电31.4万台、补贴1.96亿元."""
    one, other = amount.figure, count.figure
    apart = abs(one.quantity.start - other.quantity.start)
    others = [
        card.figure
        for card in cards
        if card.figure.passage == one.passage and card.figure.id not in {one.id, other.id}
    ]
    if amount.name and count.name and (count.name in amount.name or amount.name in count.name):
        return True
    return not any(
        (
            figure.quantity.unit == other.quantity.unit
            and abs(figure.quantity.start - one.quantity.start) < apart
        )
        or (
            figure.quantity.unit == one.quantity.unit
            and abs(figure.quantity.start - other.quantity.start) < apart
        )
        for figure in others
    )


def _is_level(card: Card, question: Question, retriever: Retriever) -> bool:
    figure = card.figure
    return (
        figure.measure is Measure.LEVEL
        and figure.status is Status.RESULT
        and figure.quantity.value > 0
        and is_then(question, card)
        and is_here(card, question, retriever)
    )


def _counts(unit: str, card: Card) -> bool:
    printed = card.figure.quantity.unit
    unit = "平方米" if unit in _SQUARE else unit
    if unit == "人":
        return printed in _PEOPLE
    return printed == unit and card.figure.quantity.value > 1


def _is_amount(card: Card, question: Question, retriever: Retriever) -> bool:
    kind = retriever.lexicon.kind(card.figure.quantity.unit)
    asked = question.asked.kind
    return kind == asked if asked and asked != "count" else kind == "money"


def _is_mean(amount: Card, retriever: Retriever) -> bool:
    passage = retriever.passage_of(amount.figure)
    before = passage.text[: amount.figure.quantity.start - passage.start][-_BEFORE:]
    return _EACH.search(before) is not None or _PRINTED.search(passage.text) is not None


def _prints_mean(topic: Topic, question: Question, retriever: Retriever) -> bool:
    return any(
        _EACH.search(card.name) and _is_amount(card, question, retriever) and topic.share([card], retriever)
        for card in retriever.matcher.catalogue.cards
    )


def monthly(question: Question, retriever: Retriever) -> Reply | None:
    """A month's part of what a year, or the first months of one, brought; None where it is no such flow of one thing."""
    text = question.text
    if not says("monthly", text) or question.literals or len(question.places) > 1:
        return None
    topic = about(question, retriever, "monthly", "mean")
    found = only(_flows(topic, question, retriever))
    if found is None or not isinstance(found.value, tuple) or not found.value[1]:
        return None
    working = monthly_of(found.cards[0].figure, found.value[1])
    return replace(worked("reckon.each_one", working, retriever), checked=True)


def _flows(topic: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    """The flows of what is asked about with how many months they are of; of what is printed by the month, with none."""
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        kind = retriever.lexicon.kind(figure.quantity.unit)
        if figure.measure is not Measure.LEVEL or kind == "percent" or question.asked.kind not in {"", kind}:
            continue
        if not topic.pieces or not is_then(question, card) or not is_here(card, question, retriever):
            continue
        share = topic.share([card], retriever) if topic.is_beside_name(card) else None
        months = 0 if _MONTHLY.search(card.clause + card.name) else _months(card)
        if share is not None:
            yield Told((card,), share, (figure.quantity.value, months))


def _months(card: Card) -> int:
    """How many months a figure is of, 0 where it is a state or no whole number of them is told."""
    figure = card.figure
    if _STANDING.search(card.clause) or _STANDING.search(card.name):
        return 0
    if _YEARLY.search(card.clause):
        return 12
    if figure.status is not Status.RESULT:
        return 0
    return _whole_months(figure)


def _whole_months(figure: Figure) -> int:
    period = figure.period
    if period is None or period.is_point or period.first.day > 1 or period.first.year != period.last.year:
        return 0
    months = period.last.month - period.first.month + 1
    return months if months > 1 else 0
