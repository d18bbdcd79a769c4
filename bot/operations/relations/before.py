"""What was before, or what another has, out of a printed value and its distance from that."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.earlier import is_against
from bot.operations.arithmetic.reckon import before_change, place_before
from bot.operations.arithmetic.reckon import other_side as other_value
from bot.operations.arithmetic.worked import worked
from bot.operations.relations.found import Relation, between, related, related_of
from bot.operations.relations.topic import Told, Topic, is_then, only, topic, without
from bot.operations.relations.words import words
from bot.phrasing.headline import FALLS, Whole
from bot.phrasing.reply import Reply
from bot.understanding.question import RATES, Question
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace
from corpus.texts.text import pairs
from corpus.times.period import Period

_YEAR = compiled(r"\d{2,4}年|[去前上]年|上一年|头年")
_RANKED = compiled("位|名")
_UP = compiled("前移|上升|提升|前进|进位|提高")
_PACE = compiled("增[速幅长]|涨幅|降幅")
# How well a figure meets a question that names nothing.
_ALONE = 0.5
# What a gap is to, without the words that it is told with.
_AGAINST = compiled("^(?:比|较|与|跟|同)|相比$")
_PLAIN = compiled("原来的?|平均[水价]?[平格]?|水平|均价|增[速幅长]|速度")
_TIME = compiled("[年月季]|同期|目标|计划|预期|进度|上次|此前|之前|往常")


def before(question: Question, retriever: Retriever) -> Reply | None:
    """去年有几家: the level less its printed change since then; None where no sentence tells just one such."""
    text = question.text
    asks = words().says("before", text) or any(_YEAR.search(period.raw) for period in question.periods)
    if not asks or words().says("compared", text) or len(question.places) > 1:
        return None
    if question.measures & {Measure.CHANGE, Measure.GROWTH, Measure.GAP, Measure.RANK}:
        return None
    about = topic(without(text, "before", "back"), question, retriever)
    found = only(_levels(about, question, retriever))
    # What one paper prints for a year is no matter of what a later one's change comes to.
    if found is None or retriever.prints(question):
        return None
    level, change = (card.figure for card in found.cards)
    return replace(worked("reckon.before", before_change(level, change), retriever), checked=True)


def _levels(about: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    for level, change in related(Relation.CHANGE, retriever):
        one, step = level.figure, change.figure
        # A fall of what is below nought may be told of its size.
        if one.measure is Measure.RANK or one.signed < 0 or step.aspect or not step.direction:
            continue
        if not _is_kind(level, question, retriever):
            continue
        past = words().says("before", question.text)
        if not all(
            (past or _is_past(period, one)) and is_against(period, step, one) for period in question.periods
        ):
            continue
        share = about.share([level], retriever)
        if share is not None and about.is_named(level, retriever):
            value = one.quantity.value - abs(step.quantity.value) * step.direction
            yield Told((level, change), share, value)


def _is_past(asked: Period, now: Figure) -> bool:
    """Whether the time asked for ends before a figure's."""
    return now.period is None or asked.year is None or asked.last < now.period.last


def _is_kind(card: Card, question: Question, retriever: Retriever) -> bool:
    wanted, unit = question.asked, card.figure.quantity.unit
    if wanted.kind in RATES:
        return retriever.lexicon.kind(unit) in RATES
    return retriever.lexicon.is_asked(wanted, unit)


def ranked(question: Question, retriever: Retriever) -> Reply | None:
    """上年同期排第几: the place less how far it moved since."""
    text = question.text
    if not words().says("before", text) or not words().says("ranked", text):
        return None
    about = topic(without(text, "before", "ranked", "back"), question, retriever)
    found = only(_places(about, retriever))
    if found is None:
        return None
    rank, change = found.cards
    step = Decimal(str(found.value)) - rank.figure.quantity.value
    working = place_before(rank.figure, change.figure, step)
    return replace(worked("reckon.rank_before", working, retriever), checked=True)


def _places(about: Topic, retriever: Retriever) -> Iterator[Told]:
    for rank, change in related(Relation.CHANGE, retriever):
        if rank.figure.measure is not Measure.RANK or not _RANKED.search(change.figure.quantity.unit):
            continue
        share = about.share([rank], retriever) if about.pieces else _ALONE
        if share is not None:
            step = change.figure.quantity.value * (1 if _UP.search(between(rank, change, retriever)) else -1)
            yield Told((rank, change), share, rank.figure.quantity.value + step)


def other_side(question: Question, retriever: Retriever) -> Reply | None:
    """城区一餐多少, where 比城区高4.3元 is printed: the value that the gap is to; None where it is not just one."""
    text = question.text
    if question.wants("difference", "compare", "compare_least") or Measure.GAP in question.measures:
        return None
    # Where no gap is printed nothing need be looked for, nor any word's meaning.
    if words().says("before", text) or not retriever.once_each(_gaps):
        return None
    found = only(_sides(topic(without(text, "back"), question, retriever), question, retriever))
    if found is None:
        return None
    own, gap = (card.figure for card in found.cards)
    rate = own.quantity.unit == "%"
    working = other_value(own, gap, of_fall=False) if rate else before_change(own, gap)
    if not gap.whole:
        return replace(worked("reckon.other_side", working, retriever), checked=True)
    grew = own.measure is Measure.GROWTH
    name = "larger" if not grew else "larger_up" if working.value >= 0 else "larger_down"
    return replace(worked(f"reckon.{name}", working, retriever, whole=Whole(gap)), checked=True)


def _sides(about: Topic, question: Question, retriever: Retriever) -> Iterator[Told]:
    if not about.pieces:
        return
    said = "\n".join((question.text, *(put for piece in about.pieces for put in piece)))
    for own, gap, its in retriever.once_each(_gaps):
        # Cheap, and most fail it: the other side is named, by two characters that its own side's name has not.
        if not any(pair in said for pair in its):
            continue
        if (own.figure.measure is Measure.GROWTH) != (Measure.GROWTH in question.measures):
            continue
        if not _is_kind(own, question, retriever) or not is_then(question, own):
            continue
        # 占GDP的73%, 高于GDP增速0.6个百分点: what grew so much faster is not the share.
        if _PACE.search(gap.figure.whole or gap.figure.basis) and own.figure.measure is not Measure.GROWTH:
            continue
        share = about.share([own, gap], retriever)
        # 全县多少人口 is no question for the forest that exceeds 全县平均水平.
        if share is not None and about.is_beside(own):
            step = abs(gap.figure.quantity.value) * gap.figure.direction
            yield Told((own, gap), share, own.figure.quantity.value - step)


def _gaps(letter: str, retriever: Retriever) -> Sequence[tuple[Card, Card, frozenset[str]]]:
    """Each figure with its gap to another thing, and the pairs of characters that name that other alone."""
    found = []
    for one in retriever.cards.kept(letter, related_of, retriever):
        own, gap = one.first, one.second
        other = gap.figure.whole or _AGAINST.sub("", gap.figure.basis)
        told = one.relation in {Relation.GAP, Relation.CHANGE} and own.figure.measure is not Measure.RANK
        if told and gap.figure.aspect not in FALLS and _is_thing(other):
            core = retriever.lexicon.canonical(_PLAIN.sub("", other))
            found.append((own, gap, frozenset(pair for pair in pairs(core) if pair not in own.name)))
    return found


def _is_thing(other: str) -> bool:
    """Whether a gap is to another's value, and neither to a time nor to a plan."""
    return bool(other) and not _TIME.search(other)
