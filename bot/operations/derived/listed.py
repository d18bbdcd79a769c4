"""All that one sentence lists of a thing, added up: 三处人才公寓加起来多少套; and the other of two batches."""

from collections.abc import Iterator, Sequence

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import difference, sum_of
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_kind
from bot.operations.derived.words import about, patterns
from bot.operations.relations.found import Relation, between, related
from bot.operations.relations.topic import Told, Topic, is_then, only
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.amounts.numeral import counted
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.runtime.replace import replace

# What stands between two items of a list besides the next one's name.
_LIST = compiled("^[^,，;；。]{0,4}[、,，和及][^,，;；。]*$")
_ORDINALS = ("一", "二")


def listed(question: Question, retriever: Retriever) -> Reply | None:
    """The sum of as many items as are said, where a sentence lists just so many; None where another sum is printed."""
    text = question.text
    asked = patterns()["listed"].search(text)
    if asked is None or question.literals or len(question.places) > 1:
        return None
    topic = about(
        question, retriever, "listed", "added", text=text.replace(asked.group(), _thing(asked.group()))
    )
    found = only(_lists(topic, counted(asked["count"]), question, retriever))
    if found is None:
        return None
    figures = [card.figure for card in found.cards]
    return replace(worked("reckon.sum", sum_of(figures), retriever), checked=True)


def _thing(text: str) -> str:
    """What is counted, without how many and what is done to them: 人才公寓 of 三处人才公寓加起来."""
    return patterns()["added"].sub("", text[2:])


def _lists(topic: Topic, count: int, question: Question, retriever: Retriever) -> Iterator[Told]:
    for cards in _rows(question, retriever):
        names = {card.name for card in cards} - {""}
        if len(cards) != count or len(names) < count:
            continue
        share = topic.share(cards, retriever) or topic.led(cards, retriever)
        if share is not None:
            yield Told(tuple(cards), share, tuple(card.figure.quantity.value for card in cards))


def _rows(question: Question, retriever: Retriever) -> Iterator[Sequence[Card]]:
    """Runs of levels of one unit that a sentence tells one after the other, each behind a comma."""
    row: list[Card] = []
    wholes = {whole.figure.id for whole, _ in related(Relation.PART, retriever)}
    for card in retriever.matcher.catalogue.cards:
        fits = (
            card.figure.measure is Measure.LEVEL
            and card.figure.quantity.unit != "%"
            and is_kind(card, question, retriever)
            and is_then(question, card)
            and card.figure.id not in wholes
        )
        if fits and row and _goes_on(row[-1], card, retriever):
            row.append(card)
            continue
        if len(row) > 1:
            yield row
        row = [card] if fits else []
    if len(row) > 1:
        yield row


def _goes_on(last: Card, card: Card, retriever: Retriever) -> bool:
    one, other = last.figure, card.figure
    alike = (one.passage, one.quantity.unit, one.status, one.place) == (
        other.passage,
        other.quantity.unit,
        other.status,
        other.place,
    )
    return alike and _LIST.match(between(last, card, retriever)) is not None


def other_batch(question: Question, retriever: Retriever) -> Reply | None:
    """第二批多少户, where 分两批安置54户,第一批22户 is printed; None where no one sentence tells both."""
    text = question.text
    asked = patterns()["batch"].search(text)
    if asked is None or question.literals or len(question.places) > 1:
        return None
    number, unit = asked["number"], asked["unit"]
    told = f"第{_ORDINALS[1 - _ORDINALS.index(number)]}{unit}"
    topic = about(question, retriever, "batch")
    found = only(_batches(topic, told, asked.group(), f"[两二2]{unit}", question, retriever))
    if found is None:
        return None
    whole, part = (card.figure for card in found.cards)
    return replace(worked("reckon.rest", difference(whole, part), retriever), checked=True)


def _batches(
    topic: Topic, told: str, asked: str, of: str, question: Question, retriever: Retriever
) -> Iterator[Told]:
    both, told = compiled(of), retriever.lexicon.canonical(told)
    for relation in (Relation.ALIKE, Relation.PART):
        for whole, part in related(relation, retriever):
            text = retriever.passage_of(whole.figure).text
            if asked in text or not is_kind(whole, question, retriever) or not is_then(question, whole):
                continue
            here = told in part.clause and both.search(whole.clause) and told not in whole.clause
            larger = whole.figure.quantity.value > part.figure.quantity.value
            share = topic.share([whole, part], retriever) if here and larger else None
            if share is not None:
                yield Told((whole, part), share, whole.figure.quantity.value - part.figure.quantity.value)
