"""An amount of which a letter prints the whole and the share: 支出368.5亿元, 其中民生支出占79.8%."""

from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import part_of
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_here
from bot.operations.derived.words import about, says
from bot.operations.relations.found import between
from bot.operations.relations.topic import Told, Topic, is_then, only
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.kind import Kind
from corpus.runtime.replace import replace

_SHARED = compiled("占|自缴|自付|自筹|负担|承担|补贴|补助|报销|缴纳")
_ENDS = compiled("[;；。]")
_WHOLE = 100


def share_of(question: Question, retriever: Retriever) -> Reply | None:
    """The part in the unit of its whole; None where the part is printed, or not just one share of one whole is meant."""
    text = question.text
    if not says("by_amount", text) or question.literals or len(question.places) > 1:
        return None
    if question.asked.kind in {"percent", "points"}:
        return None
    topic = about(question, retriever, "inside", "one")
    found = only(_parts(topic, question, retriever))
    if found is None:
        return None
    whole, share = (card.figure for card in found.cards)
    return replace(worked("reckon.part", part_of(whole, share), retriever), checked=True)


def _parts(topic: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for share in retriever.matcher.catalogue.cards:
        if (
            not _is_share(share, retriever)
            or not is_then(question, share)
            or not is_here(share, question, retriever)
        ):
            continue
        # What is asked for has the share, by its own name.
        if not topic.pieces or not topic.is_named(share, retriever):
            continue
        whole = _whole_of(share, question, retriever)
        if whole is None or any(_says_level(one, share) for one in retriever.family(share)):
            continue
        said = topic.share([share, whole], retriever)
        if said is not None:
            yield Told((whole, share), said, (whole.figure.quantity.value, share.figure.quantity.value))


def _is_share(card: Card, retriever: Retriever) -> bool:
    figure = card.figure
    if figure.quantity.unit != "%" or not 0 < figure.quantity.value < _WHOLE or not card.name:
        return False
    passage = retriever.passage_of(figure)
    before = passage.text[: figure.quantity.start - passage.start][-_NEAR:]
    return passage.kind is Kind.SENTENCE and _SHARED.search(before) is not None


# So many characters before a percentage say that it is a share.
_NEAR = 6


def _says_level(one: Card, share: Card) -> bool:
    return one.figure.measure is Measure.LEVEL and one.figure.quantity.unit != share.figure.quantity.unit


def _whole_of(share: Card, question: Question, retriever: Retriever) -> Card | None:
    """The level that a share is of: the last one before it in its part of the sentence, called by the name that the share
    says it is of."""
    figure = share.figure
    cards = retriever.cards.of_letter(figure.letter).cards
    ahead = [
        card
        for card in cards
        if card.figure.passage == figure.passage
        and card.figure.measure is Measure.LEVEL
        and card.figure.quantity.start < figure.quantity.start
        and not _ENDS.search(between(card, share, retriever))
    ]
    if not ahead or len(ahead) > _FEW:
        return None
    whole = ahead[-1]
    named = not figure.whole or figure.whole in whole.figure.name or whole.figure.name in figure.whole
    fits = question.asked.kind in {"", retriever.lexicon.kind(whole.figure.quantity.unit)}
    amount = retriever.lexicon.kind(whole.figure.quantity.unit) not in {"percent", "points"}
    return whole if named and fits and amount else None


# Of more levels before a share it is not sure which it is of.
_FEW = 2
