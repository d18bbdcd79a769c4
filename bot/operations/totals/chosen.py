"""What members of a group that a question picks come to, or have on average: 五个正增长产业合起来, 六个产业平均每个."""

from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.operations.arithmetic.means import mean_of_all
from bot.operations.arithmetic.reckon import comparable, sum_of
from bot.operations.arithmetic.worked import worked
from bot.operations.groups.asked import Asked, Op, classes_of
from bot.operations.groups.choice import by_name, choice
from bot.operations.groups.member import Member
from bot.operations.groups.words import words
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

_LEAST = 2
_COUNTERS = frozenset("个家类项种样")
# 负增长 is no 增长.
_SIGNS = (("falling", -1), ("rising", 1))


def chosen(question: Question, retriever: Retriever) -> Reply | None:
    """The sum or mean of what a question picks of a group; None where it picks none, or no one group is meant."""
    text = question.text
    patterns = words().picked
    mean = patterns["mean"].search(text) is not None and patterns["each"].search(text) is not None
    picks = any(patterns[name].search(text) for name in ("falling", "rising", "without"))
    all_of_them = question.count > 0 and patterns["added"].search(text) is not None
    asks = mean or all_of_them or (words().says("sum", text) and picks)
    if not asks or not _classes(text) or patterns["otherwise"].search(text) or question.strange:
        return None
    figures = _figures(question, retriever)
    if len(figures) < _LEAST or not comparable(figures) or figures[0].quantity.unit == "%":
        return None
    if mean:
        return replace(worked("reckon.each_one", mean_of_all(figures), retriever), checked=True)
    return replace(worked("reckon.sum", sum_of(figures), retriever), checked=True)


def _classes(text: str) -> tuple[str, ...]:
    """The words for the members: 五个产业, 其余产业."""
    others = words().picked["others"].search(text)
    behind = text[others.end() :].lstrip("的") if others else ""
    return classes_of(text) or tuple(word for word in words().classes if behind.startswith(word))[:1]


def _figures(question: Question, retriever: Retriever) -> Sequence[Figure]:
    """The figures of the members that are meant, () where they are not as many as the question says."""
    wanted = Asked(Op.EACH, Measure.LEVEL, _classes(question.text), text=question.text)
    found = choice(by_name(question, _naming), wanted, retriever)
    kept = _kept(found.group.members, question.text, retriever) if found else ()
    if question.count not in {0, len(kept)} or not _are_of_kind(kept, question, retriever):
        return ()
    return [one.card.figure for one in kept]


def _naming(text: str) -> str:
    """What names the group: no mean, no one that is left out."""
    return words().without(text, "mean", "others", "each")


def _kept(members: Sequence[Member], text: str, retriever: Retriever) -> Sequence[Member]:
    """The members that are meant; () where what is left out is none of them, or where one's growth is not told."""
    without = words().picked["without"].search(text)
    if without:
        said = retriever.lexicon.canonical(without["part"] or without["out"])
        out = [one for one in members if one.is_named(said)]
        return [one for one in members if one not in out] if out else ()
    # 时尚产业平均每家 is asked of one of them alone.
    said = retriever.lexicon.canonical(text)
    if any(one.is_named(said) for one in members):
        return ()
    sign = next((sign for name, sign in _SIGNS if words().picked[name].search(text)), 0)
    if not sign:
        return members
    moved = [(one, _direction(one, retriever)) for one in members]
    return [] if any(way is None for _, way in moved) else [one for one, way in moved if way == sign]


def _direction(member: Member, retriever: Retriever) -> int | None:
    growth = (one for one in retriever.beside(member.card) if one.measure is Measure.GROWTH)
    return next((one.direction for one in growth), None)


def _are_of_kind(members: Sequence[Member], question: Question, retriever: Retriever) -> bool:
    """Whether the members are measured in what is asked for."""
    # 几种作物 asks for no number of kinds.
    kind = "" if question.asked.word in _COUNTERS else question.asked.kind
    return not kind or all(retriever.lexicon.kind(one.card.figure.quantity.unit) == kind for one in members)
