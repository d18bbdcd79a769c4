"""What so many of a thing come to at a printed price for each: 五口人, where 每人每年400元 is printed; 50亩 at 9.6万元/亩."""

from collections.abc import Iterator
from decimal import Decimal

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import at_price
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.words import about, patterns
from bot.operations.relations.topic import Told, Topic, is_then, only
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.amounts.numeral import counted
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.kind import Kind
from corpus.runtime.replace import replace

# A price that holds on some terms only is no price for any number.
_TERMS = compiled(
    "以上|以下|以内|不超过|最高|最低|封顶|不足|超过|不低于|不少于|前[一二三四五六七八九十\\d]|首[个台条套笔次]|档|分别|按"
)
# Other words for a unit.
_ALIKE = {"平": "平方米", "平方": "平方米", "名": "人", "位": "人"}
_BEFORE = 8


def priced(question: Question, retriever: Retriever) -> Reply | None:
    """The price times the number that the question says; None where not just one price is called so."""
    said = patterns()["number_of"].search(question.text)
    if said is None or question.asked.kind not in {"", "money"} or len(question.places) > 1:
        return None
    number = counted(said["number"])
    topic = about(question, retriever, "number_of", "pays")
    if number < _LEAST or not topic.pieces or patterns()["number_of"].search(question.text, said.end()):
        return None
    found = only(_prices(_unit(said["unit"]), topic, question, retriever))
    if found is None:
        return None
    working = at_price(found.cards[0].figure, Decimal(number))
    return replace(worked("reckon.priced", working, retriever), checked=True)


_LEAST = 2


def _unit(said: str) -> str:
    return _ALIKE.get(said, said)


def _prices(unit: str, topic: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for card in retriever.matcher.catalogue.cards:
        if card.figure.measure is not Measure.LEVEL or not is_then(question, card):
            continue
        if not _is_price(card, unit, retriever) or _TERMS.search(card.clause + card.before):
            continue
        share = topic.share([card], retriever) if topic.is_beside(card) else None
        if share is not None:
            yield Told((card,), share, card.figure.quantity.value)


def _is_price(card: Card, unit: str, retriever: Retriever) -> bool:
    """Whether a figure is money for each of a unit: 9.6万元/亩, 每人每年400元."""
    figure = card.figure
    if figure.quantity.unit.startswith("元/"):
        return _unit(figure.quantity.unit.removeprefix("元/")) == unit
    passage = retriever.passage_of(figure)
    before = passage.text[: figure.quantity.start - passage.start][-_BEFORE:]
    money = retriever.lexicon.kind(figure.quantity.unit) == "money"
    each = compiled(f"每{'(?:人|名|位)' if unit == '人' else unit}(?:每年|每月|一年)?[^\\d,，;；。]{{0,3}}$")
    return money and passage.kind is Kind.SENTENCE and each.search(before) is not None
