"""The members of a group that a question picks: the first or last, those that fell, those over an amount."""

from collections.abc import Sequence
from decimal import Decimal

from bot.matching.retriever import Retriever
from bot.operations.groups.asked import Asked, Op
from bot.operations.groups.group import Group
from bot.operations.groups.member import Member
from corpus.amounts.quantity import Bound
from corpus.compiled import compiled
from corpus.figure import Figure, Measure

# 突破100亿元 is over it.
_PASSED = compiled("突破|超|过|破")


def picked(group: Group, asked: Asked, retriever: Retriever) -> list[Member]:
    """The members that the question picks, in the order in which they are told."""
    if asked.op is Op.EACH:
        return list(group.members)
    # The first place is the smallest number.
    sign = 1 if group.measure is Measure.RANK else -1
    ranked = sorted(group.members, key=lambda one: sign * one.card.figure.order)
    fell = [one for one in reversed(ranked) if one.card.figure.direction < 0]
    ends = {Op.MOST: ranked, Op.LEAST: ranked[::-1], Op.FALLEN: fell, Op.SLIPPED: fell[::-1]}
    if asked.op in ends:
        return _first(ends[asked.op], asked.top)
    signs = {
        Op.FALLING: fell,
        Op.RISING: [one for one in ranked if one.card.figure.direction > 0],
        Op.FLAT: [one for one in group.members if one.card.figure.direction == 0],
    }
    return signs[asked.op] if asked.op in signs else _bounded(ranked, group, asked, retriever)


def _bounded(ranked: Sequence[Member], group: Group, asked: Asked, retriever: Retriever) -> list[Member]:
    """The members over or under the limit, none where it is not known."""
    limit = _bound(group, asked, retriever)
    if limit is None:
        return []
    within = _over if asked.op is Op.OVER else _under
    return [one for one in ranked if within(one.card.figure, limit, asked)]


def _first(ranked: Sequence[Member], top: int) -> list[Member]:
    """So many, and whatever is equal to the last of them."""
    if len(ranked) < top or not ranked:
        return []
    last = ranked[top - 1].card.figure.order
    return [*ranked[:top], *(one for one in ranked[top:] if one.card.figure.order == last)]


def _bound(group: Group, asked: Asked, retriever: Retriever) -> Decimal | None:
    """The amount that members are to be over or under, as `order` of a figure counts."""
    figure = group.chief.figure
    if asked.wider:
        own = _of_all(group, asked.wider, retriever)
        return own.signed if own else None
    if asked.limit is None:
        return None
    value, unit = asked.limit
    bare = unit == "" and figure.quantity.scale > 1 and abs(value) < 100000
    return value * figure.quantity.scale if bare else value


def _of_all(group: Group, wider: str, retriever: Retriever) -> Figure | None:
    """The same of the larger place that the members are parts of."""
    figure = group.chief.figure
    inner = {one.card.figure.place for one in (*group.members, *group.others)}
    alike = [
        card.figure
        for card in retriever.matcher.catalogue.cards
        if card.figure.letter == figure.letter
        and card.name == group.chief.name
        and card.figure.place not in inner
        and (card.figure.measure, card.figure.days, card.figure.status)
        == (figure.measure, figure.days, figure.status)
    ]
    alike = [one for one in alike if one.place == wider] or alike
    return alike[0] if len({one.signed for one in alike}) == 1 else None


def _over(figure: Figure, limit: Decimal, asked: Asked) -> bool:
    value = figure.order
    passed = asked.inclusive or figure.quantity.bound is Bound.AT_LEAST or bool(_PASSED.search(figure.verb))
    return value >= limit if passed else value > limit


def _under(figure: Figure, limit: Decimal, asked: Asked) -> bool:
    value = figure.order
    return value <= limit if asked.inclusive else value < limit
