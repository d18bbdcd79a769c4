"""All of those that a figure counts some of: 年产值过亿的企业有多少家 asks for all 79, and not for the 32 whose output fell."""

from bot.matching.card import Card
from bot.matching.match import Match
from bot.matching.retriever import Retriever
from bot.operations.groups.words import words
from bot.understanding.expressions.normalise import simplified
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Figure
from corpus.runtime.replace import replace
from corpus.texts.text import pairs

_NOT = compiled("(?:.{0,4}?)(?:未|不|没有?|无)(?P<so>.{2,})")
_DENIES = compiled("未|没|不|无|非")
# What is measured of them; what is left says how they are: 负增长.
_MEASURED = compiled("^(?:(?:工业)?总?产值|营业收入|营收|利润总?额?|收入|用电量?|销售额)")


def of_all(match: Match, question: Question, retriever: Retriever) -> Match:
    """The match of all of which the figure counts some, where the question does not say how those are; else the match."""
    state = _state(match)
    if question.asked.kind != "count" or not state or _is_said(state, simplified(question.text)):
        return match
    whole = whole_of(match, retriever)
    return replace(match, card=whole) if whole else match


def is_said(match: Match, question: Question) -> bool:
    """Whether a figure counts some of those it stands under, and the question says how these are."""
    state = _state(match)
    return bool(state) and _is_said(state, simplified(question.text))


def _state(match: Match) -> str:
    """How those are that a figure counts some of, 负增长; "" for a figure that counts none so."""
    state = _MEASURED.sub("", match.figure.indicator)
    return state if counts_some(match.figure) and len(state) > 1 else ""


def counts_some(figure: Figure) -> bool:
    """Whether a figure is of some of those it stands under: of 322家企业 those that fell."""
    return figure.scope[:1] == (figure.subject,)


def is_contrary(match: Match, question: Question) -> bool:
    """Whether a figure counts those that are not so (消防未达标), and those that are so are asked for."""
    state = _NOT.match(_MEASURED.sub("", match.figure.indicator))
    text = words().without(simplified(question.text), "whether")
    return state is not None and state["so"] in text and not _DENIES.search(text)


def whole_of(match: Match, retriever: Retriever) -> Card | None:
    """The count in a figure's sentence of all that it counts some of."""
    figure = match.figure
    found = [
        card
        for card in retriever.cards.of_letter(figure.letter).cards
        if card.figure.passage == figure.passage
        and card.figure.name == figure.subject
        and card.figure.measure is figure.measure
        and card.figure.quantity.unit == figure.quantity.unit
    ]
    return found[0] if len(found) == 1 else None


def _is_said(state: str, text: str) -> bool:
    """Whether a text says of things what a figure's name does: 往下掉 of 负增长."""
    said = words().picked
    moved = any(said[way].search(state) and said[way].search(text) for way in ("down", "up"))
    return moved or any(pair in text for pair in pairs(state))
