"""What a larger place has, where a letter prints its own place's value and by how much it is above or below."""

from collections.abc import Sequence

from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import other_side
from bot.operations.arithmetic.worked import worked
from bot.phrasing.headline import FALLS, Whole
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, RATES, Question
from corpus.figure import Figure, Measure
from corpus.place import contains
from corpus.runtime.replace import replace

_WIDER = ("全市", "全省", "全国", "全州", "全区")


def of_larger(question: Question, retriever: Retriever) -> Reply | None:
    """The larger place's value out of a gap to it: 增长4.3%,高于全市2.1个百分点 for 全市增速; None without one."""
    if len(question.places) != 1 or not question.runs or question.asked.kind not in RATES | {""}:
        return None
    query = replace(
        queries(question)[0], place="", home=False, measure=Measure.GAP, asked=NOTHING, amount=False, soft=()
    )
    for match in retriever.finding(query).matches:
        gap = match.figure
        if not match.meets or not _is_to(gap, question.places[0], match.card.letter.place):
            continue
        own = _own(gap, [card.figure for card in retriever.family(match.card)], question.measures)
        if own:
            of_fall = gap.aspect in FALLS
            if of_fall and own.direction > 0:
                return None
            working = other_side(own, gap, of_fall=of_fall)
            fell = (working.value > 0) is of_fall
            name = "larger" if own.measure is not Measure.GROWTH else "larger_down" if fell else "larger_up"
            return worked(f"reckon.{name}", working, retriever, whole=Whole(gap))
    return None


def _is_to(gap: Figure, place: str, home: str) -> bool:
    """Whether a gap is to the place asked for, by its name or as the 全市 of a letter of a part of it."""
    return place in gap.whole or (gap.whole.startswith(_WIDER) and contains(place, home))


def _own(gap: Figure, family: Sequence[Figure], wanted: frozenset[Measure]) -> Figure | None:
    """The rate that the gap is of: the last one before it in its sentence, a growth where that is asked for."""
    rates = [
        one
        for one in family
        if one.passage == gap.passage
        and one.quantity.start < gap.quantity.start
        and one.quantity.unit == "%"
        and one.measure in {Measure.GROWTH, Measure.LEVEL, Measure.SHARE}
    ]
    own = rates[-1] if rates else None
    return own if own and (own.measure is Measure.GROWTH) == (Measure.GROWTH in wanted) else None
