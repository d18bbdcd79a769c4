"""A whole that a question calls by its number, called by its name: 322家里头负增长几家."""

from bot.matching.retriever import Retriever
from corpus.amounts.quantity import quantities
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.texts.text import fold, pairs

_INSIDE = compiled(
    r"(?P<number>\d[\d.]*[万亿]?[家个所座张户名人条台套辆处项宗起件位])(?P<behind>[^\d,，?？]{0,10}?)(?:里头|里面|当中|之中|里|中)"
)


def counts_inside(text: str) -> bool:
    """Whether a text asks about some of so many."""
    return _INSIDE.search(text) is not None


def named(text: str, retriever: Retriever) -> str:
    """The text with the name for the number; "" where it has none, or where letters have no one thing that are so many."""
    match = _INSIDE.search(text)
    if match is None:
        return ""
    number = next(iter(quantities(fold(match["number"]))), None)
    names = {
        card.figure.name
        for card in retriever.matcher.catalogue.cards
        if number
        and card.figure.measure is Measure.LEVEL
        and card.figure.quantity.value == number.value
        and retriever.lexicon.counts_alike(number.unit, card.figure.quantity.unit)
    }
    if len(names) != 1:
        return ""
    (name,) = names
    said = match["behind"]
    if said and not any(pair in name for pair in pairs(said)):
        return ""
    return text[: match.start()] + (said or name) + text[match.end("behind") :]
