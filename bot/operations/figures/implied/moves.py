"""From what to what something went, where one sentence tells both: 城镇化率从多少提到多少, 原来多少, 提高几个百分点."""

from collections.abc import Iterable
from itertools import pairwise

from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import comparable
from bot.operations.arithmetic.worked import gone
from bot.operations.figures.lookup import answered
from bot.phrasing.clause import text_before
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, RATES, Question
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

_REACHED = compiled(r"(?:到|至|为)$|^转")
_FROM = compiled(r"[由从自][^,，;；。、]{0,16}$")
# 增速降了几个百分点 asks for the step of a growth, 增长几个点 for the growth.
_OF_PACE = compiled(
    r"(?:增速|增幅|涨幅|降幅)[^,，]{0,12}?(?:降|提高|提升|回落|收窄|扩大|加快|放缓|上升|下降|[快慢高低])了?(?:多少|几)个?(?:百分)?点"
)


def moved(question: Question, retriever: Retriever) -> Reply | None:
    """Both values in their order, None where no sentence tells both."""
    wanted = queries(replace(question, measures=question.measures - {Measure.GROWTH}))
    found = move(wanted[0], retriever) if len(wanted) == 1 else None
    if found is None:
        return None
    said = [retriever.stated(figure) for figure in found]
    return answered(told(said), said)


def stepped(question: Question, retriever: Retriever) -> Reply | None:
    """By how much it went up or down, out of both printed values, where the letter does not print the step."""
    wanted = queries(replace(question, measures=frozenset(), asked=NOTHING, amount=False))
    if not question.measures & {Measure.CHANGE, Measure.GROWTH} or len(wanted) != 1:
        return None
    if question.measures == {Measure.GROWTH} and question.asked.kind not in RATES | {""}:
        return None
    found = move(replace(wanted[0], soft=()), retriever)
    if found is None or not comparable(found):
        return None
    if question.asked.kind == "points" and found[0].quantity.unit != "%":
        return None
    return gone(*found, retriever)


def paced(question: Question, retriever: Retriever) -> Reply | None:
    """By how many points a growth moved, out of both printed ones: 增速由9.5%降至6.2%."""
    if question.asked.kind != "points" or not _OF_PACE.search(question.text):
        return None
    # 增速下降几个百分点 is of no fall.
    return stepped(replace(question, measures=frozenset({Measure.CHANGE})), retriever)


def move(query: Query, retriever: Retriever) -> tuple[Figure, Figure] | None:
    """The two values of what the query names that one sentence tells one after the other, None unless it is one pair."""
    finding = retriever.finding(query)
    if not finding.met:
        return None
    pairs = [
        pair
        for pair in _pairs(match for match in finding.matches if match.meets)
        if _FROM.search(text_before(pair[0], retriever.passage_of(pair[0])))
    ]
    # 从8.2%回落到5.1% is told of the best figure's thing alone.
    best = finding.matches[0].figure
    own = [pair for pair in pairs if _alike(pair[0], best)] or pairs
    return own[0] if len(own) == 1 else None


def _pairs(matches: Iterable[Match]) -> Iterable[tuple[Figure, Figure]]:
    """Neighbouring figures of one thing of which the second is where the first went."""
    ordered = sorted((match.figure for match in matches), key=lambda one: (one.passage, one.quantity.start))
    return (
        (one, other)
        for one, other in pairwise(ordered)
        if _alike(one, other) and not _REACHED.search(one.verb) and _REACHED.search(other.verb)
    )


def _alike(one: Figure, other: Figure) -> bool:
    """Whether both are of one thing in one sentence."""
    return (one.passage, one.name, one.place, one.measure, one.quantity.unit) == (
        other.passage,
        other.name,
        other.place,
        other.measure,
        other.quantity.unit,
    )
