"""What part one figure is of another, or how many times it, where a question names both."""

from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import share
from bot.operations.arithmetic.worked import worked
from bot.operations.relations.found import Relation, related
from bot.operations.relations.topic import Told, Topic, is_then, only, topic
from bot.operations.relations.words import words
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Measure
from corpus.replace import replace


def portion(question: Question, retriever: Retriever) -> Reply | None:
    """电梯占特种设备的几成: a part in per cent of its whole; None where it is not just one, or the letter prints it."""
    said = words().patterns["portion"].search(question.text)
    if said is None or len(question.places) > 1:
        return None
    part = topic(question.text[: said.start()], question, retriever)
    whole = topic(said["whole"], question, retriever)
    if not part.pieces:
        return None
    found = only(_parts(part, whole, question, retriever))
    if found is None or _is_printed(found.cards[0], retriever):
        return None
    one, other = (card.figure for card in found.cards)
    return replace(worked("reckon.portion", share(one, other), retriever), checked=True)


def _parts(part: Topic, whole: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for of, one in related(Relation.PART, retriever):
        if not is_then(question, one):
            continue
        mine = part.own(one, retriever)
        its = whole.share([of, one], retriever) if whole.pieces else 0.5
        if mine is not None and its is not None and whole.own(one, retriever) is None:
            yield Told((one, of), mine + its, (one.figure.quantity.value, of.figure.quantity.value))


def _is_printed(part: Card, retriever: Retriever) -> bool:
    """Whether a share of the part is printed beside it."""
    return any(
        card.figure.measure is Measure.SHARE
        and card.figure.passage == part.figure.passage
        and card.name == part.name
        for card in retriever.cards.of_letter(part.figure.letter).cards
    )
