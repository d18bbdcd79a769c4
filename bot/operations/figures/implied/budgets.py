"""By how much a budget was adjusted: what it was adjusted to less what was planned first."""

from collections import defaultdict

from bot.matching.retriever import Retriever
from bot.matching.terms.cover import cover
from bot.operations.arithmetic.reckon import comparable, difference
from bot.operations.arithmetic.worked import worked
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.extraction.lexicon import is_adjusted
from corpus.figure import Figure, Measure, Status


def adjusted(question: Question, retriever: Retriever) -> Reply | None:
    """The difference, None where no budget of what is asked about, or more than one, was adjusted."""
    found = [pair for pair in _pairs(retriever) if _is_meant(question, pair[0], retriever)]
    if len(found) != 1 or not comparable(found[0]):
        return None
    first, last = found[0]
    rose = last.quantity.value >= first.quantity.value
    ranked = (last, first) if rose else (first, last)
    return worked("reckon.changed_more" if rose else "reckon.changed_less", difference(*ranked), retriever)


def _pairs(retriever: Retriever) -> list[tuple[Figure, Figure]]:
    """What was planned first and last, of every budget that was adjusted."""
    budgets: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        if figure.status is Status.TARGET and figure.measure is Measure.LEVEL and "预算" in figure.indicator:
            budgets[figure.letter, figure.place, figure.subject, figure.days].append(figure)
    pairs = [
        (
            next((one for one in found if not is_adjusted(one.indicator)), None),
            next((one for one in reversed(found) if is_adjusted(one.indicator)), None),
        )
        for found in budgets.values()
    ]
    return [(first, last) for first, last in pairs if first and last]


def _is_meant(question: Question, figure: Figure, retriever: Retriever) -> bool:
    """Whether the question names no other thing than the budget's."""
    lexicon = retriever.lexicon
    name = lexicon.canonical(figure.name) + "调整调增"
    asked = question.content
    return not asked or cover(asked, ((name, 1.0),), lexicon).share >= _MOST


# So much of what the question names has to be in the budget's name.
_MOST = 0.8
