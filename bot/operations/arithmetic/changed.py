"""Whether a thing rose or fell, and by how much: the growth or change that is printed beside it, with its level."""

from bot.matching.match import Match
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.operations.figures.implied.moves import move
from bot.operations.figures.lookup import answered
from bot.operations.ranking.peers import YEARLY
from bot.phrasing.phrase import Statement, told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, RATES, Question, cut_runs
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace

# 是涨是跌, 有没有降, 少了几起, 降了好多, 怎么变的, 掉得厉害不.
_ASKS = compiled(
    r"是[涨增升多]是[跌减降少]|[涨增升多跌减降少]了?还是[跌减降少涨增升多]|有没有[涨增升多跌减降少下上提]"
    r"|(?:[涨跌降升增减掉多少变]|增加|减少|下降|上升|提高)[了出]?(?:多少|几|好多|百分之)"
    r"|[涨跌降升增减掉]得|[涨跌降升增减]了?[没吗不]|[涨跌降升增减]没[涨跌降升增减]|怎么变|咋变|如何变|变化|变了"
)
# Another time or place than the year before, or one of several: for other ways.
_OTHERWISE = compiled(
    "环比|上月|上个月|年初|季度末|上季|哪|谁|目标|计划|预算|从(?:多少|几)|[由从].*[到至](?:多少|几)|这几年|近[一二三四五六七八九十几]年"
    "|贡献|拉动|高于|低于|以来|(?:增速|增幅|涨幅|降幅|跌幅|速度).{0,8}(?:提高|回落|加快|放缓|收窄|扩大|快|慢)"
)
_HOW_MUCH = compiled("多少|几|好多")
_MOVE = compiled(
    "(?:[涨跌降升增减掉变]|多|少)(?:了|得)?$|^(?:幅度|厉害|变化|情况|数量变化|增减|比上年|比去年)$|^[多少][一-鿿]$|^比头$"
)
_AGAINST_YEAR = compiled("[比较与同和]?(?:年初|(?:上年|去年)(?:同期|同月|末|年末|底|年底)?)")


def changed(question: Question, retriever: Retriever) -> Reply | None:
    """The change against the year before with the level that changed; None where none is printed."""
    if not _is_asked(question):
        return None
    wanted = queries(question)[0]
    # Without what says that something moved: 药占比 of 药占比降.
    runs = cut_runs(wanted.runs, lambda words: _MOVE.sub("", words), characters=True)
    if not runs:
        return None
    plain = replace(wanted, runs=runs, asked=NOTHING, amount=False, soft=(), measure=None, head="", count=0)
    meant = retriever.finding(plain).best
    for measure in _measures(question):
        found = _found(replace(plain, measure=measure), question, retriever)
        # 次均住院费用 grew, but 平均住院日 is asked about.
        if found and meant and found.card.name == meant.card.name:
            statement = _statement(found, retriever)
            return answered(told([statement]), [statement])
    # By how much it went from one to the other is worked out by another way.
    gone = None if _HOW_MUCH.search(question.text) else move(plain, retriever)
    if gone is None:
        return None
    said = [retriever.stated(figure) for figure in gone]
    return answered(told(said), said)


def _is_asked(question: Question) -> bool:
    several = max(len(question.places), len(question.periods), len(question.pieces)) > 1
    planned = question.status is Status.TARGET
    return (
        not several
        and not planned
        and not question.literals
        and not question.wants("reason", "rest", "sum", "each")
        and _ASKS.search(question.text) is not None
        and _OTHERWISE.search(question.text) is None
    )


def _measures(question: Question) -> tuple[Measure, ...]:
    """What may tell it, what is asked for first: 少了几起 a change, 降了百分之几 a growth."""
    if question.asked.kind in {"", "percent"}:
        return Measure.GROWTH, Measure.CHANGE
    return (Measure.CHANGE, Measure.GROWTH) if question.asked.kind == "points" else (Measure.CHANGE,)


def _found(query: Query, question: Question, retriever: Retriever) -> Match | None:
    """The best figure of the thing that is named, if it is against the year before and of the kind asked for."""
    best = retriever.finding(query).best
    if best is None or not best.meets or best.figure.aspect or best.figure.status is not Status.RESULT:
        return None
    basis = best.figure.basis
    yearly = basis == "" or basis in YEARLY or _AGAINST_YEAR.fullmatch(basis)
    kind = retriever.lexicon.kind(best.figure.quantity.unit)
    fits = question.asked.kind in {"", kind} or (question.asked.kind in RATES and kind in RATES)
    return best if yearly and fits else None


def _statement(match: Match, retriever: Retriever) -> Statement:
    """The change behind the level of the same thing in its sentence."""
    figure = match.figure
    levels = [one for one in retriever.beside(match.card) if one.measure in {Measure.LEVEL, Measure.SHARE}]
    before = [one for one in levels if one.quantity.start < figure.quantity.start]
    return Statement((*before[-1:], figure), retriever.passage_of(figure), figure)
