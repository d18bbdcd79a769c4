"""What is left to a plan of the year that a letter tells apart from what is done so far: 全年目标还差多少没收到."""

from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import met
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_here, is_kind
from bot.operations.derived.words import about, says
from bot.operations.relations.topic import Told, Topic, only, without
from bot.operations.relations.words import words
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Figure, Measure, Status
from corpus.runtime.replace import replace

# Names so alike are of one thing.
_SAME = 0.9


def still_left(question: Question, retriever: Retriever) -> Reply | None:
    """The plan less the result so far of one thing in one year; None where not just one thing has both."""
    text = question.text
    if not words().says("left", text) or question.literals or len(question.places) > 1 or says("since", text):
        return None
    topic = about(question, retriever, "plan", text=without(text, "left", "undone"))
    found = only(_pairs(topic, question, retriever))
    if found is None:
        return None
    aim, done = (card.figure for card in found.cards)
    return replace(worked("reckon.gap", difference(aim, done), retriever), checked=True)


def _pairs(topic: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    named = [
        (card, share)
        for card in retriever.matcher.catalogue.cards
        if card.figure.measure is Measure.LEVEL
        and card.figure.quantity.unit != "%"
        and is_kind(card, question, retriever)
        and is_here(card, question, retriever)
        and (share := topic.own(card, retriever)) is not None
    ]
    for aim, share in named:
        for done, other in named:
            if _is_done_of(aim.figure, done.figure) and _is_one(aim, done, retriever):
                value = (aim.figure.quantity.value, done.figure.quantity.value)
                yield Told((aim, done), share + other, value)


def _is_done_of(aim: Figure, done: Figure) -> bool:
    """Whether a result is of the year that a plan is for, so far."""
    if (aim.status, done.status) != (Status.TARGET, Status.RESULT) or not comparable((aim, done)):
        return False
    if aim.period is None or done.period is None or not aim.period.is_year or done.period.is_point:
        return False
    so_far = aim.period.first == done.period.first and done.period.last < aim.period.last
    return (
        (aim.letter, aim.place) == (done.letter, done.place)
        and so_far
        and (aim.quantity.value > done.quantity.value)
    )


def _is_one(aim: Card, done: Card, retriever: Retriever) -> bool:
    lexicon = retriever.lexicon
    return min(met(aim.name, done.name, lexicon), met(done.name, aim.name, lexicon)) >= _SAME
