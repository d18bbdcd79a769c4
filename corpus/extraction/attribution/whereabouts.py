"""Whereabouts: the place that a clause without an amount is about, which is that of the amounts behind it."""

from functools import cache
from re import Pattern

from corpus.compiled import compiled
from corpus.extraction.attribution.placed import is_home, placed
from corpus.extraction.clause import Clause, Context
from corpus.extraction.lexicon import clauses, one_of
from corpus.extraction.names.wording import wrapped

_WIDER = compiled(r"(?P<place>全[国省])(?:的?平均(?:水平|增速|增幅|涨幅|值)?)?\($")
_ENDS = compiled("[,;:。]")
_OURS = compiled("[全我本][省市县区州旗镇乡]")


def opening(context: Context, clause: Clause) -> str:
    """The place that the clauses before an amount begin with and tell of: 连云港市延续良好态势,一季度增长6%; "" if none."""
    masked, start = context.marked.masked, clause.slot.mention.start
    if context.marked.mentions[0].start < start and not clause.slot.part:
        return ""
    begins = masked.rfind(";", 0, start) + 1
    first, *rest = _ENDS.split(masked[begins:start])
    if not rest or _OURS.search(masked, begins, start):
        return ""
    found, told = placed(wrapped(first), context.setting.home)
    return found if found and not is_home(found, context.setting.home) and _tells().match(told) else ""


@cache
def _tells() -> Pattern[str]:
    """What is told of a place, and not of a body or a firm of it."""
    return compiled(rf"(?:{one_of(clauses()['lead']['tells'])})")


def compared(context: Context, clause: Clause) -> str:
    """The wider place whose an amount in brackets is: 全省 of 比全省(7.7%)高0.7个百分点, "" if it is none."""
    match = (
        _WIDER.search(context.marked.masked, 0, clause.own)
        if clause.slot.depth and not clause.words
        else None
    )
    return match["place"] if match else ""
