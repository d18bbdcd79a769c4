"""On what terms growth is told: 名义增速4.9%, 名义和实际分别增长6.2%和4.5%."""

from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.names.predicate import predicate, terms
from corpus.extraction.phrase import phrase
from corpus.figure import Measure
from corpus.runtime.replace import replace

_BRACKET = compiled(r"\([^()]{2,16}\)")
_ADJUSTED = compiled("季节|季调|价格因素")
# 名义, 实际 stand right before 增速.
_TERMS = 2
_BOTH = compiled(
    "(?:同比|比上年)?(?P<one>名义|实际)(?:增速|增长)?(?:、|和|与|及)(?P<other>名义|实际)(?=增|分别|同比|上|下)"
)


def told(context: Context, run: Sequence[Clause]) -> tuple[Clause, tuple[str, str]] | None:
    """The clause of a list of two growths without the terms that it names before them, and these; None if it names none.

    >>> bool(_BOTH.search("收入名义和实际分别增长")), bool(_BOTH.search("收入实际增长"))
    (True, False)
    """
    first = run[0]
    start, stop = first.own, first.slot.mention.start
    found = _BOTH.search(context.marked.text, start, stop)
    if len(run) != len(("one", "other")) or found is None:
        return None
    masked, text = (
        line[start : found.start()] + line[found.end() : stop]
        for line in (context.marked.masked, context.marked.text)
    )
    said = predicate(masked, text, first.slot.mention.quantity)
    words = masked[: said.start]
    clause = replace(first, said=said, words=words, phrase=phrase(words, context.setting.home))
    return clause, (terms(found["one"]), terms(found["other"]))


def of(context: Context, clause: Clause, measure: Measure) -> str:
    """The terms of a growth before its noun or in its bracket: 名义增速4.9%, 增长1.3%(季节调整后)."""
    if measure is not Measure.GROWTH:
        return ""
    bracket = _BRACKET.match(context.marked.text, clause.slot.mention.end)
    before = clause.words.removesuffix(clause.phrase.aspect)[-_TERMS:] if clause.phrase.aspect else ""
    own = terms(before + (bracket[0] if bracket else ""))
    # 经季节性调整,环比增长1.6%: a clause of its own says so of the next.
    above = context.marked.text[clause.slot.lead : clause.own]
    return own or (terms(above) if _ADJUSTED.search(above) else "")
