"""All parts of a whole that a sentence tells: 公路养护的钱分哪几块."""

from collections import defaultdict

from bot.matching.card import Card
from bot.matching.retriever import Retriever, merged
from bot.operations.figures.lookup import answered
from bot.operations.relations.found import Relation, related
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.amounts.numeral import counted
from corpus.runtime.replace import replace

_LEAST, _MOST = 2, 12
# How well a whole meets a question that names it by its amount.
_EXACT = 1.0


def parts(question: Question, retriever: Retriever) -> Reply | None:
    """What 其中 names of what the question asks the parts of; None where no one such whole is meant."""
    text = question.text
    if not words().says("parts", text) or question.strange or len(question.places) > 1:
        return None
    about = topic(without(text, "parts", "also", "among"), question, retriever)
    wholes: dict[str, Card] = {}
    found: defaultdict[str, list[Card]] = defaultdict(list)
    for whole, part in related(Relation.PART, retriever):
        wholes[whole.figure.id] = whole
        found[whole.figure.id].append(part)
    best = only(
        Told((wholes[key], *cards), share, key)
        for key, cards in found.items()
        if _LEAST <= len(cards) <= _MOST
        and _are_named(wholes[key], cards)
        and _is_counted(text, len(cards))
        and is_then(question, wholes[key])
        and (share := _share(wholes[key], about, question, retriever)) is not None
    )
    if best is None:
        return None
    statements = [retriever.stated(card.figure) for card in best.cards[1:]]
    return replace(answered(told(merged(statements)), statements), checked=True)


def _share(whole: Card, about: Topic, question: Question, retriever: Retriever) -> float | None:
    """How far a whole is what is asked about, an amount that is named too."""
    quantity = whole.figure.quantity
    named = any(one.value == quantity.value and one.unit in {"", quantity.unit} for one in question.literals)
    if question.literals and not named:
        return None
    if named and not about.pieces:
        return _EXACT
    return about.share([whole], retriever)


def _are_named(whole: Card, cards: list[Card]) -> bool:
    """Whether each part has a name of its own."""
    names = {card.name for card in cards} - {"", whole.name}
    return len(names) == len(cards)


def _is_counted(text: str, size: int) -> bool:
    """Whether there are as many parts as a question says."""
    match = words().patterns["several"].search(text)
    return match is None or counted(match["number"]) == size
