"""What is worked out of the figures of one sentence: the one that most likely answers, where no word of the question finds them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.left import are_one, asks_left, is_done_of, says_verb, verb_of
from bot.operations.arithmetic.reckon import base, before_change, comparable, difference
from bot.operations.arithmetic.worked import gone, worked
from bot.operations.derived.kinds import is_kind
from bot.operations.derived.times.was import is_year_after, moved_by
from bot.operations.derived.words import says
from bot.operations.relations.found import Relation, related
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Measure, Status
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import pairs

_VALUES = frozenset({Measure.LEVEL, Measure.SHARE})
Pair = tuple[Card, Card]


def asks(question: Question) -> bool:
    """Whether a question may ask for something to be worked out of one sentence."""
    plain = not question.literals and len(question.places) <= 1
    return plain and any(asked(question) for asked, _, _ in _WAYS)


def in_sentence(question: Question, passage: Passage, retriever: Retriever) -> Reply | None:
    """What a question asks to be worked out, of the one pair of figures of a sentence that it can be worked out of; None where
    none or several can, or nothing has to be worked out."""
    cards = [
        card for card in retriever.cards.of_letter(passage.letter).cards if card.figure.passage == passage.id
    ]
    for asked, found, told in _WAYS:
        if asked(question):
            pair = _only(found(cards, question, retriever), question)
            return replace(told(*pair, retriever), checked=True) if pair else None
    return None


def _only(found: Iterable[Pair], question: Question) -> Pair | None:
    """The pair that says most of the question, None where another with other values says as much."""
    each = [(_said(pair, question), pair) for pair in found]
    most = max((share for share, _ in each), default=0.0)
    best = [pair for share, pair in each if share == most > 0]
    values = {(one.figure.signed, other.figure.signed) for one, other in best}
    return best[0] if len(values) == 1 else None


def _said(pair: Pair, question: Question) -> float:
    """How many pairs of characters of the question the figures' names and clauses have."""
    told = "\n".join(f"{card.name}\n{card.clause}" for card in pair)
    return float(sum(one in told for one in {*pairs(question.text)}))


def _levels(cards: Sequence[Card], question: Question, retriever: Retriever) -> list[Card]:
    return [
        card for card in cards if card.figure.measure is Measure.LEVEL and is_kind(card, question, retriever)
    ]


def _left(cards: Sequence[Card], question: Question, retriever: Retriever) -> Iterator[Pair]:
    """What there is to do and what is done of it; what is aimed at and what there is."""
    verb = verb_of(question.text)
    for whole, done in permutations(_levels(cards, question, retriever), 2):
        more = whole.figure.quantity.value > done.figure.quantity.value
        if done.figure.status is not Status.RESULT or not comparable((whole.figure, done.figure)) or not more:
            continue
        if whole.figure.status is Status.TARGET or (
            are_one(whole, done, retriever)
            and is_done_of(whole, done, [], retriever)
            and says_verb(done, verb, retriever)
        ):
            yield whole, done


def _steps(cards: Sequence[Card], question: Question, retriever: Retriever) -> Iterator[Pair]:
    """What it went from and to."""
    own = {card.figure.id for card in cards}
    for one, other in related(Relation.STEP, retriever):
        if (
            one.figure.id in own
            and is_kind(other, question, retriever)
            and comparable((one.figure, other.figure))
        ):
            yield one, other


def _moved(cards: Sequence[Card], question: Question, retriever: Retriever) -> Iterator[Pair]:
    """What it is and by how much it moved in a year."""
    for level in cards:
        after = is_year_after(question.periods[0], level.figure.period)
        if after and level.figure.measure in _VALUES and is_kind(level, question, retriever):
            moved = moved_by(level, question, retriever)
            if moved:
                yield level, moved


def _gap(whole: Card, done: Card, retriever: Retriever) -> Reply:
    return worked("reckon.gap", difference(whole.figure, done.figure), retriever)


def _gone(before: Card, after: Card, retriever: Retriever) -> Reply:
    return gone(before.figure, after.figure, retriever)


def _was(level: Card, moved: Card, retriever: Retriever) -> Reply:
    working = before_change if moved.figure.measure is Measure.CHANGE else base
    return worked("reckon.before", working(level.figure, moved.figure), retriever)


_WAYS: tuple[tuple[Callable[[Question], bool], Callable[..., Iterator[Pair]], Callable[..., Reply]], ...] = (
    (lambda question: asks_left(question.text), _left, _gap),
    (lambda question: says("stepped", question.text), _steps, _gone),
    (lambda question: len(question.periods) == 1 and not says("since", question.text), _moved, _was),
)
