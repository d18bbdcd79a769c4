"""By how much one named thing is more than another, or how many times it, or what several come to, in one sentence or row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import difference, sum_of, times
from bot.operations.arithmetic.worked import worked
from bot.operations.groups.group import column, groups
from bot.operations.ranking.compare import compared
from bot.operations.relations.topic import Told, Topic, is_then, only, topic
from bot.operations.relations.words import words
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.kind import Kind
from corpus.runtime.replace import replace

_AND = compiled("以及|[加和跟与同及、]")
_MOST = 5


def apart(question: Question, retriever: Retriever) -> Reply | None:
    """城里人比农村人多挣多少: the one less the other; None where no sentence or row has just one of each."""
    said = words().patterns["apart"].search(question.text) or words().patterns["sides"].search(question.text)
    found = _found(said, question, retriever) if said and "倍" not in question.text else None
    if found is None:
        return None
    one, other = sorted((card.figure for card in found.cards), key=lambda figure: -figure.signed)
    return replace(worked("reckon.difference", difference(one, other), retriever), checked=True)


def which(question: Question, retriever: Retriever) -> Reply | None:
    """稻谷小麦哪个多: both figures and which is more; None where no sentence, row or column has just one of each."""
    text = question.text
    said = words().patterns["which_of"].search(text) or words().patterns["or"].search(text)
    if said is None or "倍" in text or question.strange:
        return None
    parts = said.groupdict()
    # 甲、乙和丙 are three.
    if _AND.match(parts.get("of") or ""):
        return None
    of = (parts.get("of") or "") + "\x00" + (parts.get("more") or "")
    found = _found(said, question, retriever, of, columns=True)
    if found is None:
        return None
    statements = [retriever.stated(card.figure) for card in found.cards]
    reply = compared(statements, retriever)
    return replace(reply, checked=True) if reply else None


def multiple(question: Question, retriever: Retriever) -> Reply | None:
    """财政支出是收入的几倍: the one divided by the other."""
    said = words().patterns["times"].search(question.text)
    found = _found(said, question, retriever) if said else None
    if found is None:
        return None
    one, other = (card.figure for card in found.cards)
    return replace(worked("reckon.times", times(one, other), retriever), checked=True)


def _found(
    said: re.Match[str], question: Question, retriever: Retriever, of: str = "", *, columns: bool = False
) -> Told | None:
    parts = said.groupdict()
    one, two = (topic(parts.get(name) or default, question, retriever) for name, default in _SIDES)
    of = of or parts.get("of") or ""
    about = topic(words().amounts.get(of, of), question, retriever)
    if not one.pieces or not two.pieces:
        return None
    return only(_pairs(one, two, about, question, retriever, columns=columns))


_SIDES = (("one", "城镇"), ("two", "农村"))


def _pairs(
    one: Topic, two: Topic, about: Topic, question: Question, retriever: Retriever, *, columns: bool
) -> Iterator[Told]:
    rows = [
        cards
        for group in (groups(retriever) if columns else ())
        if (cards := [one.card for one in group.members if _is_asked(one.card, question, retriever)])
    ]
    for cards in (*_alike(question, retriever), *rows):
        mine, its = _named(one, cards, retriever), _named(two, cards, retriever)
        for (first, share), (second, other) in product(mine, its):
            if first is second or (
                two.own(first, retriever) is not None and one.own(second, retriever) is not None
            ):
                continue
            common = about.share([first, second], retriever) if about.pieces else 0.0
            if common is not None and first.figure.quantity.value:
                value = (first.figure.signed, second.figure.signed)
                yield Told((first, second), share + other + common, value)


def _named(named: Topic, cards: Sequence[Card], retriever: Retriever) -> list[tuple[Card, float]]:
    found = [(card, named.own(card, retriever)) for card in cards]
    return [(card, share) for card, share in found if share is not None]


def _alike(question: Question, retriever: Retriever) -> Iterator[list[Card]]:
    """The figures of one kind of each sentence or row that has two or more of them."""
    found: defaultdict[tuple[object, ...], list[Card]] = defaultdict(list)
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        if _is_asked(card, question, retriever):
            key = (
                figure.passage,
                figure.measure,
                figure.quantity.unit,
                figure.status,
                figure.days,
                figure.place,
            )
            found[key].append(card)
    return (cards for cards in found.values() if len(cards) > 1)


def _is_asked(card: Card, question: Question, retriever: Retriever) -> bool:
    """Whether a figure is of the measure, time and place asked for."""
    measure = card.figure.measure
    rate = words().says("rate", question.text) or words().says("paced", question.text)
    wanted = measure is Measure.GROWTH if rate else measure in {Measure.LEVEL, Measure.SHARE}
    return wanted and is_then(question, card) and _is_of_places(card, question, retriever)


def _is_of_places(card: Card, question: Question, retriever: Retriever) -> bool:
    return not question.places or any(
        retriever.same_place(place, card.figure.place) for place in question.places
    )


def added(question: Question, retriever: Retriever) -> Reply | None:
    """契税加房产税一共多少: the sum of what is named; None where one of it has no figure beside the others."""
    text = question.text
    said = words().patterns["summed"].search(text)
    if said is None:
        return None
    parts = [topic(part, question, retriever) for part in _AND.split(text[: said.start()]) if part.strip()]
    if not 1 < len(parts) <= _MOST or not all(part.pieces for part in parts):
        return None
    found = only(_sums(parts, question, retriever))
    if found is None:
        return None
    return replace(
        worked("reckon.sum", sum_of([card.figure for card in found.cards]), retriever), checked=True
    )


def _sums(parts: Sequence[Topic], question: Question, retriever: Retriever) -> Iterator[Told]:
    wanted = Measure.SHARE if words().says("shares", question.text) else Measure.LEVEL
    groups: defaultdict[tuple[object, ...], list[Card]] = defaultdict(list)
    for card in retriever.matcher.catalogue.cards:
        figure = card.figure
        if figure.measure is wanted and is_then(question, card):
            passage = retriever.passage_of(figure)
            # Of rows only those of one column are added up: no limit and what is owed.
            rows = passage.letter, passage.section, column(card, passage)
            where = passage.id if passage.kind is Kind.SENTENCE else rows
            groups[where, figure.quantity.unit, figure.status, figure.days, figure.place].append(card)
    for cards in groups.values():
        chosen = [max(_named(part, cards, retriever), key=lambda one: one[1], default=None) for part in parts]
        named = [one for one in chosen if one]
        if len(named) == len(parts) == len({card.figure.id for card, _ in named}):
            yield Told(
                tuple(card for card, _ in named),
                sum(share for _, share in named),
                tuple(card.figure.quantity.value for card, _ in named),
            )
