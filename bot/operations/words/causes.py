"""Reasons and troubles: the clauses that a letter gives them in, beside the figure or words asked about."""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.answer import Kind
from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.figures.lookup import refusal
from bot.operations.words.lists.points import POINT, point_heads
from bot.operations.words.quotes import LIST_LIMIT
from bot.phrasing.clause import clauses, leads_on
from bot.phrasing.headline import headline, joined, quote
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, behind, pages, paragraph
from bot.understanding.question import NOTHING, Question
from bot.understanding.several.division import asks
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

# Causes to be looked for, and none given.
_NO_CAUSE = compiled("(?:分析|查明|摸清)原因|因素|因地制宜|因企")
# What a thing brought about is no cause of it: 餐饮收入增长30.5%,拉动零售总额增长1.4个百分点.
_EFFECT = compiled(r"^(?:直接|共|合计)?(?:拉动|带动|拉高|拉低|下拉|影响)[^,，;；]{2,30}?(?:个?百分点|%)")
# A further point, which stands behind the first.
_NEXT = compiled("\\s*[二三四五六]是")
_BELOW = compiled("(?:下列|下表|以下|标准如下|补助如下|奖励如下)[^。；;，,]{0,12}[:：]$")
_AMOUNT = compiled("多少|几多|好多")
# What stands before them brought it about: 增信,降低了企业的资产负债率.
_BROUGHT = "(?:降低|减少|压低|提高|提升|增加|改善|缓解|促进|推动|加快|扩大|减轻|方便|带动|推高|拉低)了"
# What the parts of a thing did, told behind it: 其中模塑板块整体上涨.
_AMONG = compiled("其中")
_UP = compiled("上涨|增长|上升|向好|回升|提高|增加")
_DOWN = compiled("下跌|下降|下滑|回落|减少|走低|萎缩|负增长")


def reason(question: Question, retriever: Retriever) -> Reply | None:
    """The clause that says why, after the figure asked about or in the passage that has the words."""
    markers = retriever.lexicon.markers["trouble" if question.wants("trouble") else "cause"]
    figure = _figure(question, retriever)
    if figure:
        found = _after(figure, markers, retriever)
        if found:
            passage, words = found
            growth = _growth(figure, retriever)
            # 产值多少,为啥降: the level and why.
            level = [figure] if asks(question.text) and figure.measure is Measure.LEVEL else []
            return _quoted(passage, words, [*level, *filter(None, [growth])], retriever)
    # 为什么 alone asks for the reason of nothing.
    for page in pages(question, retriever) if question.runs or question.soft else ():
        if not page.missing and _brings_about(question, page.words, retriever):
            return _quoted(page.passage, page.words, (), retriever)
        if not page.missing and (words := from_marker(page.words, markers)):
            whole = question.wants("trouble") and len(page.words) <= LIMIT
            return _quoted(page.passage, page.words if whole else words, (), retriever)
    return None


def tells_why(question: Question, words: str, retriever: Retriever) -> bool:
    """Whether words give a cause, where a question asks for one, and are more than what leads to an amount."""
    # A sentence that leads to a table gives no amount.
    if leads_on(words) and (_AMOUNT.search(question.text) or _BELOW.search(words)):
        return False
    return (
        not question.wants("reason")
        or bool(from_marker(words, retriever.lexicon.markers["cause"]))
        or _brings_about(question, words, retriever)
    )


def _brings_about(question: Question, words: str, retriever: Retriever) -> bool:
    """Whether words say of something what it did to what a question asks about: 增资、增信,降低了资产负债率."""
    text = retriever.lexicon.canonical(words)
    return any(
        len(run.words) > 1
        and re.search(rf"[,，、][^,，]{{0,6}}{_BROUGHT}[^,，;；。]{{0,8}}?{re.escape(run.words)}", text)
        for run in question.runs
    )


def no_reason(question: Question, retriever: Retriever) -> Reply:
    """The refusal: the figure is there, its reason is not."""
    figure = _figure(question, retriever)
    if figure is None:
        return refusal(question, retriever)
    statement = retriever.stated(figure)
    text = headline(say("refuse.reason"), nearest=told([statement]))
    return Reply(Kind.NOT_FOUND, text, (figure,), (statement.passage,))


def _figure(question: Question, retriever: Retriever) -> Figure | None:
    """The figure asked about, whatever is asked of it."""
    query = replace(queries(question)[0], measure=None, asked=NOTHING)
    best = retriever.finding(query).best
    return best.figure if best and best.meets and question.runs else None


def _growth(figure: Figure, retriever: Retriever) -> Figure | None:
    """The growth of the same thing in the same passage."""
    for card in retriever.matcher.catalogue.cards:
        other = card.figure
        if other.passage == figure.passage and other.name == figure.name and other.measure is Measure.GROWTH:
            return other
    return None


def _after(figure: Figure, markers: Sequence[str], retriever: Retriever) -> tuple[Passage, str] | None:
    """The words with a marker beside the figure in its part of the sentence, else the sentences up to the next thing's."""
    passage = retriever.passage_of(figure)
    place = figure.quantity.end - passage.start
    rest = re.split("[;；]", tidy(passage.text[place:]), maxsplit=1)[0]
    before = re.split("[;；。]", tidy(passage.text[:place]))[-1]
    words = from_marker(rest.lstrip(",，"), markers)
    if words and not _EFFECT.match(words):
        return passage, words
    if words := from_marker(before, markers):
        # The figure is part of the cause: 原因是17座中有2座未完工.
        whole = words + re.split("[,，;；。]", tidy(passage.text[place:]), maxsplit=1)[0]
        return passage, whole if whole in tidy(passage.text) else words
    among: tuple[Passage, str] | None = None
    for later in paragraph(passage, retriever):
        if later.start <= passage.start:
            continue
        if any(
            one.passage == later.id and one.name != figure.name
            for one in retriever.library.figures([later.letter])
        ):
            return among
        words = tidy(later.text)
        if any(marker in words for marker in markers):
            return later, words[:LIMIT]
        if among is None and _AMONG.match(words) and _moves(words, figure):
            among = later, words[:LIMIT]
    return among


def _moves(words: str, figure: Figure) -> bool:
    """Whether what is told of the parts of a thing went as the thing itself did, where its direction is known."""
    rises, falls = bool(_UP.search(words)), bool(_DOWN.search(words))
    return rises or falls if not figure.direction else (rises if figure.direction > 0 else falls)


def from_marker(words: str, markers: Sequence[str]) -> str:
    """The sentence from its first clause with a marker on, "" where no clause has one."""
    for clause in clauses(words):
        if any(marker in _NO_CAUSE.sub("", clause.text) for marker in markers):
            return words[clause.start :][:LIMIT].rstrip("。")
    return ""


def _quoted(passage: Passage, words: str, figures: Sequence[Figure], retriever: Retriever) -> Reply:
    quoted = quote(passage, words)
    if not figures:
        return with_later_points(Reply(Kind.ANSWER, quoted, passages=(passage,)), passage, retriever)
    statement = retriever.stated(*figures)
    text = headline(say("text.reason"), figure=told([statement]), words=quoted)
    return Reply(Kind.ANSWER, text, tuple(figures), tuple(dict.fromkeys((statement.passage, passage))))


def with_later_points(reply: Reply, passage: Passage, retriever: Retriever) -> Reply:
    """A reply that quotes the first of several points with the heads of the others: 原因有:一是…。 二是…。"""
    if len(POINT.findall(passage.text)) != 1 or "一是" not in passage.text:
        return reply
    points = list(takewhile(lambda one: _NEXT.match(one.text), behind(passage, retriever)))
    told = [reply.headline, *(head for one in points for head in point_heads(one))]
    if not points or sum(len(one.text) + 1 for one in told) > LIST_LIMIT:
        return reply
    return replace(reply, headline=joined(say("figure.separator"), told), passages=(passage, *points))
