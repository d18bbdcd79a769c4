"""Owners that a list names once: 省属企业 of 省属企业完成投资5亿元、研发投入3亿元."""

import re
from functools import cache

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.lexicon import clauses, one_of
from corpus.extraction.phrase import Phrase

# What is measured of somebody, beside the known indicators.
_MEASURED = compiled("(?:投入|支出|收入|投资|利润|税收|产值|营收|资金|经费|总额)$")
_LONGEST = 8  # characters of what is measured: a longer one says whose it is


def owner(context: Context, clause: Clause, given: Phrase) -> str:
    """Whose an amount is that a list joins to one whose owner stands before a verb, "" where none does."""
    if not clause.slot.joint or not context.found or given.place or given.at_home:
        return ""
    who, name = context.found[-1].phrase.subject, given.name
    bare = len(name) <= _LONGEST and bool(_MEASURED.search(name))
    if not bare or not who or name.startswith(who) or not context.found[-1].phrase.indicator:
        return ""
    before = context.marked.masked[: context.found[-1].mention.start]
    return who if re.search(rf"(?:^|[,;。:])[^,;。:]{{0,4}}{re.escape(who)}{_does()}", before) else ""


@cache
def _does() -> str:
    """The verbs between an owner and what is measured, as a pattern."""
    return rf"(?:共|已|累计|合计)*(?:{one_of(clauses()['lead']['middle'])})"
