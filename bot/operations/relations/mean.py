"""Means that no letter prints: an amount for each of what it was for, and what one yuan of one amount brings of another."""

from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.means import mean_of
from bot.operations.arithmetic.reckon import times
from bot.operations.arithmetic.worked import worked
from bot.operations.relations.found import Relation, between, related
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.clause import text_before
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Status
from corpus.runtime.replace import replace

# Of these units each is another's word: 一平方, 一个人.
_PEOPLE = frozenset({"人", "名", "位", "人次"})
_PERSON = compiled("(?:每|一|1)个[一-鿿]{0,3}?(?:人|群众|学生|老人|游客|职工|居民|农民|对象)")
_EACH = compiled("每|均")
_PRINTED = compiled(r"均[^,，。;；\d]{0,6}\d")
# So many characters before an amount say that it is one of each.
_BEFORE = 6
# So much less well two figures go together for each character between them.
_FAR = 0.002


def mean(question: Question, retriever: Retriever) -> Reply | None:
    """平均一座多少钱: the amount divided by how many, where one sentence tells both; None where it is not just one."""
    text = question.text
    asked = words().patterns["each"].search(text)
    if asked is None or not words().says("mean", text) or len(question.places) > 1:
        return None
    about = topic(without(text, "each", "mean"), question, retriever)
    if _prints_mean(about, question, retriever):
        return None
    found = only(_shared(asked["unit"], about, question, retriever))
    if found is None:
        return None
    amount, count = (card.figure for card in found.cards)
    return replace(worked("reckon.each_one", mean_of(amount, count), retriever), checked=True)


def _shared(unit: str, about: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for one, other in related(Relation.BESIDE, retriever):
        for amount, count in ((one, other), (other, one)):
            if not _is_amount(amount, question, retriever) or not _counts(unit, question.text, count):
                continue
            if not _go_together(amount, count, question) or _is_mean(amount, retriever):
                continue
            share = about.share([amount, count], retriever)
            if share is not None:
                value = amount.figure.quantity.value / count.figure.quantity.value
                yield Told((amount, count), share - _FAR * len(between(one, other, retriever)), value)


def _go_together(amount: Card, count: Card, question: Question) -> bool:
    statuses = {amount.figure.status, count.figure.status}
    ruled = len(statuses) > 1 and Status.RULE in statuses
    # 四大产业平均每个 is no mean of the 三个 that grew.
    said = question.count in {0, 1, count.figure.quantity.value}
    return said and not ruled and is_then(question, amount) and is_then(question, count)


def _is_mean(amount: Card, retriever: Retriever) -> bool:
    """Whether an amount is a mean itself, or its sentence prints one."""
    passage = retriever.passage_of(amount.figure)
    each = _EACH.search(text_before(amount.figure, passage)[-_BEFORE:])
    return each is not None or _PRINTED.search(passage.text) is not None


def _prints_mean(about: Topic, question: Question, retriever: Retriever) -> bool:
    """Whether a letter prints a mean of what is asked about."""
    return any(
        _EACH.search(card.name) and _is_amount(card, question, retriever) and about.share([card], retriever)
        for card in retriever.matcher.catalogue.cards
    )


def _is_amount(card: Card, question: Question, retriever: Retriever) -> bool:
    kind = retriever.lexicon.kind(card.figure.quantity.unit)
    asked = question.asked.kind
    return kind == asked if asked and asked != "count" else kind == "money"


def _counts(unit: str, text: str, card: Card) -> bool:
    """Whether a figure counts what the mean is for each of: 一座 of 座, 一个人 of 人, 一平方 of 平方米."""
    said, printed = unit.removeprefix("个") or unit, card.figure.quantity.unit
    if not card.figure.quantity.value or card.figure.quantity.value <= 1:
        return False
    if said in _PEOPLE or _PERSON.search(text):
        return printed in _PEOPLE
    square = said in {"平方", "平米"} and printed == "平方米"
    return printed == said or (len(said) > 1 and printed.startswith(said)) or square


def bought(question: Question, retriever: Retriever) -> Reply | None:
    """一块钱补贴带动几块钱消费: one amount in the other's, where one sentence tells both."""
    asked = words().patterns["yields"].search(question.text)
    if asked is None:
        return None
    rest = question.text[: asked.start()] + "\x00" + asked["cost"] + "\x00" + asked["gain"]
    about = topic(rest, question, retriever)
    found = only(_gains(about, question, retriever))
    if found is None:
        return None
    gain, cost = (card.figure for card in found.cards)
    return replace(worked("reckon.times", times(gain, cost), retriever), checked=True)


_BRINGS = ("带动", "撬动", "拉动")


def _gains(about: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for cost, gain in related(Relation.ALIKE, retriever):
        ahead = between(cost, gain, retriever)
        if not any(word in ahead for word in _BRINGS) or not is_then(question, gain):
            continue
        share = about.share([cost, gain], retriever)
        if share is not None:
            yield Told((gain, cost), share, gain.figure.quantity.value / cost.figure.quantity.value)
