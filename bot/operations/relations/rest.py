"""The rest of a whole without a part that the question names, the other of its two parts, and what part one is."""

from collections import Counter
from collections.abc import Iterator

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import difference, share
from bot.operations.arithmetic.shares import printed_share
from bot.operations.arithmetic.worked import worked
from bot.operations.figures.lookup import answered
from bot.operations.relations.found import Relation, related
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.runtime.replace import replace

# How well a figure meets a question that names nothing more.
_ALONE = 0.5
_ALL_OF = compiled("全([国省市县区州镇])")
_AND = compiled("[和与及、]|以及")


def rest(question: Question, retriever: Retriever) -> Reply | None:
    """除了研发补助剩下多少: the whole less the parts named; None where no sentence tells just one such."""
    text = question.text
    said = words().patterns["without"].search(text)
    if said is None or len(question.places) > 1:
        return None
    part = next(filter(None, said.groups()), "")
    named = [topic(one, question, retriever) for one in _AND.split(part)]
    other = text[: said.start()] + "\x00" + text[said.end() :]
    whole = topic(without(other, "others"), question, retriever)
    if not all(one.pieces for one in named):
        return None
    return _told(only(_without(named, whole, question, retriever)), retriever)


def _told(found: Told | None, retriever: Retriever) -> Reply | None:
    if found is None:
        return None
    figures = [card.figure for card in found.cards]
    printed = [
        part
        for whole, part in related(Relation.PART, retriever)
        if whole is found.cards[0] and part not in found.cards and part.figure.quantity.value == found.value
    ]
    if len(printed) == 1:
        said = [retriever.stated(printed[0].figure)]
        return replace(answered(told(said), said), checked=True)
    return replace(worked("reckon.rest", difference(figures[0], *figures[1:]), retriever), checked=True)


def _without(named: list[Topic], whole: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    wholes: dict[str, list[Card]] = {}
    first: dict[str, Card] = {}
    for one, part in related(Relation.PART, retriever):
        if is_then(question, one) and _is_kind(one, question, retriever):
            first[one.figure.id] = one
            wholes.setdefault(one.figure.id, []).append(part)
    for key, parts in wholes.items():
        of = first[key]
        share = whole.share([of], retriever) if whole.pieces else _ALONE
        if share is None or (whole.pieces and not whole.is_named(of, retriever)):
            continue
        chosen = [_only_own(one, parts, retriever) for one in named]
        cards = [card for card in chosen if card]
        if len(cards) < len(named) or len({card.figure.id for card in cards}) < len(named):
            continue
        if sum(card.figure.quantity.value for card in cards) < of.figure.quantity.value:
            value = of.figure.quantity.value - sum(card.figure.quantity.value for card in cards)
            yield Told((of, *cards), share, value)


def _only_own(named: Topic, parts: list[Card], retriever: Retriever) -> Card | None:
    """The part that is called what is named, None where none or several are so well."""
    shares = [(named.own(card, retriever), card) for card in parts]
    met = [(share, card) for share, card in shares if share is not None]
    best = max((share for share, _ in met), default=None)
    found = [card for share, card in met if share == best]
    return found[0] if len(found) == 1 else None


def _is_kind(card: Card, question: Question, retriever: Retriever) -> bool:
    return retriever.lexicon.is_asked(question.asked, card.figure.quantity.unit)


def counterpart(question: Question, retriever: Retriever) -> Reply | None:
    """住在农村的有多少人: the whole less the part of the other name, where a whole has these two parts alone."""
    for said, others in words().counterparts.items():
        if said not in question.text:
            continue
        asked = topic(question.text.replace(said, "\x00", 1), question, retriever)
        found = only(_other(asked, said, others, question, retriever))
        if found:
            return _told(found, retriever)
    return None


def _other(
    asked: Topic, said: str, others: tuple[str, ...], question: Question, retriever: Retriever
) -> Iterator[Told]:
    pairs = list(related(Relation.PART, retriever))
    sizes = Counter(whole.figure.id for whole, _ in pairs)
    for whole, part in pairs:
        named = part.figure.subject + part.figure.name
        alone = sizes[whole.figure.id] == 1
        if not alone or not any(other in named for other in others) or said in whole.name:
            continue
        if not is_then(question, whole) or not _is_kind(whole, question, retriever):
            continue
        people = not asked.pieces and "人" in question.text and "人口" in whole.name
        share = _ALONE if people else asked.share([whole], retriever)
        if share is not None:
            yield Told((whole, part), share, whole.figure.quantity.value - part.figure.quantity.value)


def portion(question: Question, retriever: Retriever) -> Reply | None:
    """电梯占特种设备的几成: a part in per cent of its whole; None where it is not just one, or the letter prints it."""
    said = words().patterns["portion"].search(question.text)
    if said is None or len(question.places) > 1:
        return None
    part = topic(question.text[: said.start()], question, retriever)
    place = _ALL_OF.match(said["whole"])
    whole = topic(said["whole"], question, retriever)
    if not part.pieces:
        return None
    found = only(_portions(part, whole, question, retriever))
    if found is None:
        return None
    # 占全国 is no share of a county.
    if place and not found.cards[1].letter.place.endswith(place[1]):
        return None
    one, other = (card.figure for card in found.cards)
    if printed_share(one, other, retriever):
        return None
    return replace(worked("reckon.portion", share(one, other), retriever), checked=True)


def _portions(part: Topic, whole: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for of, one in related(Relation.PART, retriever):
        if not is_then(question, one):
            continue
        mine = part.own(one, retriever)
        its = whole.share([of, one], retriever) if whole.pieces else 0.5
        if mine is not None and its is not None and whole.own(one, retriever) is None:
            yield Told((one, of), mine + its, (one.figure.quantity.value, of.figure.quantity.value))
