"""The order of comparable figures: the most, the least, which fell, all in a row, those over a limit."""

from collections.abc import Sequence

from bot.matching.card import Card
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever, merged
from bot.operations.arithmetic.worked import how_many
from bot.operations.figures.lookup import answered
from bot.operations.groups.asked import asked
from bot.operations.groups.families import family_of
from bot.operations.groups.fit import class_fit, narrowed, said
from bot.operations.groups.group import Group
from bot.operations.groups.member import members
from bot.operations.ranking.peers import Peers, peers
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from corpus.amounts.numeral import parse
from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.runtime.replace import replace

_TOP = compiled(r"前(?P<most>[二三四五六七八九十]|[2-9])(?![个季月年])")
_NTH = compiled(r"(?:排|第)第?(?P<nth>[二三四五六七八九]|[2-9])(?!季)")
# More cannot be told in one message.
_MOST = 12
# Two figures alone are no row.
_ROW = 3
_ROSE = compiled("增长|上升|上涨|在涨|在增|回升|增加")
_FELL = compiled("下降|负增长|下跌|在跌|在降|下滑|减少")
_AGES = frozenset({"岁", "周岁"})
RANKINGS = (
    "top",
    "which_most",
    "which_least",
    "threshold_below",
    "rank_most",
    "rank_least",
    "rank_nth",
    "order",
    "falling",
    "rising",
    "threshold",
)


def ranking(question: Question, retriever: Retriever) -> Reply | None:
    """The figures asked for by their order, None where there is no group to order."""
    if family_of(question.text):
        return None  # told whole or not at all
    if len(question.places) > 1 or len(question.periods) > 1:
        return _over_findings(question, retriever)
    query = _whole_query(question)
    measure = _measure(question)
    group = peers(query, measure, retriever, of_places=question.wants("places"))
    if group is None or group.missing or not _are_called_so(group, question, retriever):
        return None
    if not _are_bounded(group, question, retriever):
        return None
    chosen = _chosen(question, group)
    if not chosen:
        return None
    return _of_so_many(_reply(question, chosen, retriever), group, question)


def _of_so_many(reply: Reply, group: Peers, question: Question) -> Reply:
    """A reply over a group: 六大产业 of a group of six are the ones that are meant, and all of a row put in order."""
    wanted = asked(question)
    count = wanted.count if wanted else question.count
    whole = count == len(group.cards) or (not count and question.wants("order") and len(group.cards) >= _ROW)
    return replace(reply, checked=True) if whole else reply


def _are_called_so(group: Peers, question: Question, retriever: Retriever) -> bool:
    """Whether the figures are of what the question calls its members: 哪个县 asks for no industry."""
    wanted = asked(question)
    if wanted is None:
        return True
    places = {card.figure.place for card in group.cards}
    found = Group(members(group.cards, retriever), by_place=len(places) == len(group.cards))
    fits = bool(narrowed(found, wanted).members) and class_fit(found, wanted, retriever) >= 0
    return fits and said(found, question, wanted, retriever) is not None


def each(question: Question, retriever: Retriever) -> Reply | None:
    """Every member of the group that the question names as a whole: 四大产业各是多少."""
    if question.wants(*RANKINGS) or any(
        len(named) > 1 for named in (question.pieces, question.places, question.periods)
    ):
        return None
    query = _whole_query(question)
    group = peers(query, _measure(question), retriever, of_whole=True, of_places=question.wants("places"))
    if group is None and question.count:
        group = peers(query, _measure(question), retriever)
        group = group if group and len(group.cards) == question.count else None
    if group is None or group.missing or len(group.cards) > _MOST:
        return None
    ordered = replace(question, operations=question.operations | {"order"})
    return _of_so_many(_reply(ordered, group.cards, retriever), group, question)


def counted(question: Question, retriever: Retriever) -> Reply | None:
    """How many of a division rose or fell (增长的行业有几个), None where no text divides so."""
    rose, fell = (bool(pattern.search(question.text)) for pattern in (_ROSE, _FELL))
    if question.runs or question.asked.kind != "count" or rose is fell:
        return None
    group = peers(_whole_query(replace(question, asked=NOTHING)), Measure.GROWTH, retriever)
    division = group.cards[0].figure.division if group else ""
    if group is None or not any(word in division for word in question.soft):
        return None
    chosen = [card for card in group.cards if card.figure.direction == (1 if rose else -1)]
    return _reply(replace(question, operations=frozenset({"count"})), chosen, retriever) if chosen else None


def _whole_query(question: Question) -> Query:
    first = queries(question)[0]
    return Query(
        question.runs, "", question.soft, first.place, first.period, None, question.status, question.asked
    )


def _measure(question: Question) -> Measure:
    """Growth where growth is ordered; a rank, share or change is not a group's measure."""
    if question.measures & {Measure.GROWTH, Measure.CHANGE} or question.wants("falling", "rising"):
        return Measure.GROWTH
    return Measure.SHARE if Measure.SHARE in question.measures else Measure.LEVEL


def _chosen(question: Question, group: Peers) -> list[Card]:
    """The cards that the question picks: first those that fell or rose or are over a limit, then the ends of them."""
    ranked = [card for card in group.by_value if _is_picked(card, question)]
    nth = _NTH.search(question.text)
    if nth:
        return ranked[int(parse(nth["nth"])) - 1 :][:1]
    if question.wants("rank_least", "which_least", "falling") and not question.wants("rising"):
        ranked.reverse()
    if question.wants("rising") and question.wants("rank_least"):
        ranked.reverse()
    top = _TOP.search(question.text)
    if top:
        return ranked[: int(parse(top["most"]))]
    ends = question.wants("rank_least", "rank_most", "which_most", "which_least")
    return _ends(ranked) if ends else ranked


def _is_picked(card: Card, question: Question) -> bool:
    figure = card.figure
    if question.wants("falling") and not question.wants("rank_least", "rank_most") and figure.direction >= 0:
        return False
    if question.wants("rising") and figure.direction <= 0:
        return False
    if question.literals and question.wants("threshold") and not _over(card, question.literals[0]):
        return False
    if question.literals and question.wants("threshold_below") and _over(card, question.literals[0]):
        return False
    left_out = question.literals if question.wants("rest") else ()
    return all(figure.quantity.value != literal.value for literal in left_out)


def _are_bounded(group: Peers, question: Question, retriever: Retriever) -> bool:
    """Whether a bound of the question is of the kind that the group is measured in: 100岁 bounds no number of firms."""
    if not question.wants("threshold", "threshold_below"):
        return True
    bounds = [literal.unit for literal in question.literals if literal.unit]
    units = [card.figure.quantity.unit for card in group.cards]
    kind, alike = retriever.lexicon.kind, retriever.lexicon.counts_alike
    return not bounds or any(
        kind(bound) == kind(unit) and (kind(unit) != "count" or (alike(bound, unit) and bound not in _AGES))
        for bound in bounds
        for unit in units
    )


def _ends(ranked: Sequence[Card]) -> list[Card]:
    """The first, and whatever is equal to it."""
    return [card for card in ranked if card.figure.order == ranked[0].figure.order]


def _over(card: Card, limit: Quantity) -> bool:
    quantity = card.figure.quantity
    bound = limit.value if limit.unit == quantity.unit or limit.scale > 1 else limit.value * quantity.scale
    return quantity.value > bound


def _reply(question: Question, cards: Sequence[Card], retriever: Retriever) -> Reply:
    statements = [_statement(card, question, retriever) for card in cards]
    body = told(merged(statements))
    if question.wants("threshold", "count"):
        return how_many(body, [card.figure for card in cards], statements)
    return answered(body, statements)


def _statement(card: Card, question: Question, retriever: Retriever) -> Statement:
    """The card's figure; the first in a row also with its growth or level."""
    if question.wants("order"):
        return retriever.stated(card.figure)
    wanted = {Measure.LEVEL, Measure.GROWTH} - {card.figure.measure}
    beside = [one for one in retriever.beside(card) if one.measure in wanted]
    return retriever.stated(card.figure, *beside[:1])


def _over_findings(question: Question, retriever: Retriever) -> Reply | None:
    """The order over several places or periods that the question names itself."""
    findings = retriever.findings(question)
    if not all(finding.met for finding in findings):
        return None
    cards = [finding.matches[0].card for finding in findings]
    cards = _chosen(question, Peers(tuple(cards)))
    return _reply(question, cards, retriever) if cards else None
