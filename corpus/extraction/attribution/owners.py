"""Owners that are named once: 省属企业 of 省属企业完成投资5亿元、研发投入3亿元, the trade of a heading."""

import re
from functools import cache, lru_cache

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.lexicon import clauses, one_of
from corpus.extraction.phrase import Phrase
from corpus.extraction.times.titles import NUMBER

# What is measured of somebody, beside the known indicators.
_MEASURED = compiled("(?:投入|支出|收入|投资|利润|税收|产值|营收|资金|经费|总额)$")
# A trade by its own name; 重点产业 is none.
_TOPIC = compiled(
    "(?!(?:重点|主导|优势|特色|传统|新兴|支柱|其他|各|全|推|做|发展|培育|打造|壮大))[\u4e00-\u9fff]{2,12}(?:产业|行业|产业链|集群)"
)
_KEPT = 1024  # headings, which stand above many sentences
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


def headed(context: Context, clause: Clause, given: Phrase) -> str:
    """The trade of the heading whose an indicator alone is: 实现产值5亿元 below 1.农机装备产业."""
    own = given.place or given.at_home or clause.phrase.at_home or clause.slot.part or context.found
    return "" if own else context.setting.topic


@lru_cache(_KEPT)
def topic(words: str) -> str:
    """The trade or the work that a heading or the first words of a paragraph name and nothing else, "" if they do not.

    >>> topic("1.农机装备产业。"), topic("二、重点产业"), topic("推动产业发展")
    ('农机装备产业', '', '')
    """
    name = NUMBER.sub("", words.strip()).strip("。:： ")
    return name if _TOPIC.fullmatch(name) else ""


@cache
def _does() -> str:
    """The verbs between an owner and what is measured, as a pattern."""
    return rf"(?:共|已|累计|合计)*(?:{one_of(clauses()['lead']['middle'])})"
