"""What part of a thing is done, and what is left of places where people are counted against them, and in the rows of a table."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.left import pairs_of
from bot.operations.arithmetic.reckon import comparable, difference, share
from bot.operations.arithmetic.shares import printed_share
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.kinds import is_here, is_kind
from bot.operations.derived.words import about, patterns, says
from bot.operations.figures.lookup import answered
from bot.operations.relations.found import Relation, between, related
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.kind import Kind
from corpus.runtime.replace import replace

_PERCENT = 100
# A printed rate and what its amounts give, both rounded, differ by no more.
_ROUNDED = Decimal("0.06")
_DONE = compiled("完成|建成|开工|竣工|改造|落实|到位")
_FILLED = compiled("入住|使用|入学|就读|在[园校院]|占用|利用|收住|实有|实住|住院")
# So many figures at most stand between the places and who has them.
_NEAR = 40


def rate(question: Question, retriever: Retriever) -> Reply | None:
    """X完成率: what is done in per cent of all, where no letter prints it; None where not just one pair tells it."""
    if not says("rate", question.text) or question.literals or len(question.places) > 1:
        return None
    about_it = about(question, retriever, "rate")
    if any(_is_rate(card, about_it, retriever) for card in retriever.matcher.catalogue.cards):
        return None
    found = only(
        Told(
            (pair.whole, pair.done),
            pair.share,
            (pair.whole.figure.quantity.value, pair.done.figure.quantity.value),
        )
        for pair in pairs_of(about_it, [], question, retriever)
    )
    if found is None:
        return None
    whole, done = (card.figure for card in found.cards)
    return replace(worked("reckon.portion", share(done, whole), retriever), checked=True)


def _is_rate(card: Card, asked: Topic, retriever: Retriever) -> bool:
    percent = card.figure.quantity.unit == "%" and card.figure.measure in {Measure.SHARE, Measure.LEVEL}
    return percent and asked.share([card], retriever) is not None


def room(question: Question, retriever: Retriever) -> Reply | None:
    """还剩几张床: the places less those who have them, where a printed rate says that the ones are of the others."""
    text = question.text
    if not words().says("left", text) or question.literals or len(question.places) > 1:
        return None
    asked = topic(without(text, "left", "undone"), question, retriever)
    found = only(_rooms(asked, question, retriever))
    if found is None:
        return None
    places, taken = (card.figure for card in found.cards)
    return replace(worked("reckon.left", difference(places, taken), retriever), checked=True)


def _rooms(asked: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    cards = retriever.matcher.catalogue.cards
    rates = [
        card
        for card in cards
        if card.figure.quantity.unit == "%" and card.figure.measure is not Measure.GROWTH
    ]
    for filled in rates:
        here = [
            card
            for card in retriever.cards.of_letter(filled.figure.letter).cards
            if card.figure.passage == filled.figure.passage
            and card.figure.measure is Measure.LEVEL
            and card.figure.quantity.start < filled.figure.quantity.start
        ]
        if len(here) < 2 or retriever.passage_of(filled.figure).kind is not Kind.SENTENCE:
            continue
        places, taken = here[-2:]
        if (
            not _is_filled(places.figure, taken, filled.figure)
            or len(between(places, taken, retriever)) > _NEAR
        ):
            continue
        if not is_kind(places, question, retriever) or not is_then(question, places):
            continue
        said = asked.share([places, taken], retriever)
        if said is not None:
            yield Told((places, taken), said, (places.figure.quantity.value, taken.figure.quantity.value))


def _is_filled(places: Figure, taken: Card, filled: Figure) -> bool:
    if not places.quantity.value or _FILLED.search(taken.name + taken.clause) is None:
        return False
    exact = taken.figure.quantity.value / places.quantity.value * _PERCENT
    return abs(exact - filled.quantity.value) <= _ROUNDED


def row_left(question: Question, retriever: Retriever) -> Reply | None:
    """还差几座没改: what is planned less what is done, in two neighbouring cells of a row; None where not just one row has both."""
    text = question.text
    if not words().says("left", text) or question.literals or len(question.places) > 1:
        return None
    asked = about(question, retriever, text=without(text, "left", "undone"))
    found = only(_row_pairs(asked, question, retriever))
    if found is None:
        return None
    aim, done = (card.figure for card in found.cards)
    return replace(worked("reckon.gap", difference(aim, done), retriever), checked=True)


def _row_pairs(asked: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    cards = retriever.matcher.catalogue.cards
    for aim, done in pairwise(cards):
        one, other = aim.figure, done.figure
        if one.passage != other.passage or retriever.passage_of(one).kind is not Kind.ROW:
            continue
        planned = (one.status, other.status) == (Status.TARGET, Status.RESULT) and _DONE.search(done.name)
        levels = one.measure is other.measure is Measure.LEVEL and comparable((one, other))
        if not planned or not levels or one.quantity.value <= other.quantity.value:
            continue
        if not is_kind(aim, question, retriever) or not is_here(aim, question, retriever):
            continue
        said = asked.share([aim], retriever) if asked.is_named(aim, retriever) else None
        if said is not None:
            yield Told((aim, done), said, (one.quantity.value, other.quantity.value))


def portion(question: Question, retriever: Retriever) -> Reply | None:
    """到位资金里头专项债券占百分之几: a part in per cent of a whole told before it; None where it is not just one."""
    said = patterns()["portion"].match(question.text.rstrip("?？。!！~ 啊呀呢嘛吧哦"))
    if said is None or question.literals or len(question.places) > 1:
        return None
    whole, part = (about(question, retriever, text=said[name]) for name in ("whole", "part"))
    if not part.pieces or not whole.pieces:
        return None
    found = only(_portions(whole, part, question, retriever))
    if found is None:
        return None
    of, one = (card.figure for card in found.cards)
    printed = printed_share(one, of, retriever)
    if printed:
        statements = [Statement((printed,), retriever.passage_of(printed))]
        return replace(answered(told(statements), statements), checked=True)
    return replace(worked("reckon.portion", share(one, of), retriever), checked=True)


def _portions(whole: Topic, part: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for relation in (Relation.PART, Relation.ALIKE):
        for of, one in related(relation, retriever):
            if of.figure.quantity.value <= one.figure.quantity.value or not is_here(of, question, retriever):
                continue
            if not is_then(question, of) or of.figure.status is not one.figure.status:
                continue
            mine, its = part.own(one, retriever), whole.own(of, retriever)
            # 地方政府专项债券到位资金 is called as its whole is, too.
            apart = part.own(of, retriever) is None and (
                relation is Relation.PART or whole.own(one, retriever) is None
            )
            if mine is not None and its is not None and apart:
                yield Told((of, one), mine + its, (of.figure.quantity.value, one.figure.quantity.value))
