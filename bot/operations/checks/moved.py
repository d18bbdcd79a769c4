"""Whether one thing moved as a question says: 时尚产业今年也是往下走的,对吗, 用电量是不是降了."""

from bot.answer import Kind
from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.groups.words import words
from bot.operations.ranking.peers import YEARLY
from bot.phrasing.headline import headline
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question, cut_runs
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace

_WHETHER = compiled("[对是好]伐|对哇|是不是|是否|对不对|对吗|对吧|对么|[吗吧]|没错|真的|属实")
# Of how much, in how many, why, than what, or which of two is asked, and not whether.
_OTHERWISE = compiled(
    r"全[涨跌降升增减掉]|[两二三四五六七八九十]个|多少|几|好多|哪|谁|为什么|为啥|咋|怎么|还是|或者|[比跟和与]|都|全部|目标|计划|打算|有没有|\d|增速|增幅|涨幅|降幅|收窄|扩大|占"
)
# A thing's own word for it: 涨价, 增加值, 减排, 下降面.
_NAMES = compiled("增加值|增值税|减[排税免负]|降[本碳]|负增长面|下降面|升[规级]|增量|增效|提升")
_SIGNS = {"down": -1, "up": 1}


def moved(question: Question, retriever: Retriever) -> Reply | None:
    """The growth with its level, and whether it is as said; None where nothing is said of one thing or no growth is printed."""
    text = _NAMES.sub("", _without_times(question))
    if not _WHETHER.search(text) or _OTHERWISE.search(text) or question.strange or len(question.pieces) != 1:
        return None
    said = next((name for name in _SIGNS if words().picked[name].search(text)), "")
    runs = cut_runs(question.runs, _naming, characters=True)
    if not said or not runs or len(question.places) > 1 or len(question.periods) > 1:
        return None
    query = replace(
        queries(question)[0],
        runs=runs,
        measure=Measure.GROWTH,
        asked=NOTHING,
        soft=(),
        status=None,
        literals=(),
    )
    finding = retriever.finding(query)
    best = finding.best
    if best is None or not finding.met or best.figure.status is not Status.RESULT:
        return None
    if best.figure.basis and best.figure.basis not in YEARLY:
        return None
    statement = retriever.statement(best, finding.query)
    right = (best.figure.direction == _SIGNS[said]) is not words().denies(said, text)
    body = headline(say("check.right" if right else "check.wrong"), body=told([statement]))
    return Reply(Kind.ANSWER, body, statement.figures, (statement.passage,), checked=True)


def _without_times(question: Question) -> str:
    """The question without the times that it names: the digits of 2025年 are no amount."""
    text = question.text
    for period in question.periods:
        text = text.replace(period.raw, "")
    return text


def _naming(text: str) -> str:
    """What names the thing, without what is said of it."""
    for name in ("down", "up"):
        text = text if _NAMES.search(text) else words().without(text, name)
    return text
