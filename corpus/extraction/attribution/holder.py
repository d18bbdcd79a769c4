"""Holders: the institution that a sentence speaks of, whose the amounts after it are."""

import re
from functools import cache

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.lexicon import clauses, one_of
from corpus.extraction.phrase import Phrase, named, owned_by, phrase
from corpus.runtime.replace import replace

_SHORT = 2
_ENDS = compiled("[,;:。(]")
# How large it is: 处理厂设计日处理能力2万吨.
_SIZE = compiled("设计|日(?:处理|供水)")


def held(context: Context, clause: Clause, given: Phrase) -> Phrase:
    """The phrase with the institution that its clause names or that the clauses before speak of.

    现有教师163人 after 第四中学始建于1958年 is of that school's teachers, 全县教师 is not.
    """
    match = _whole().match(given.name)
    if match:
        if not (match["rest"] and match["verb"]):
            return replace(given, holder=match["who"]) if _SIZE.match(match["rest"] or "") else given
        own = replace(named(match["rest"]), place=given.place, aspect=given.aspect)
        return replace(owned_by(match["who"], own), holder=match["who"])
    if given.place or clause.phrase.at_home or not given.name or _is_owned(given):
        return given
    who = _named(context, clause) or (context.found[-1].phrase.holder if context.found else "")
    return replace(owned_by(who, given), holder=who) if who else given


def _is_owned(given: Phrase) -> bool:
    """Whether a name says itself whose it is: 博弈科技产值, not 编制床位."""
    return bool(given.indicator) and len(given.subject) > _SHORT


def apart(name: str) -> tuple[str, str]:
    """An institution's own name at the beginning of a name, and what is said of it; two empty strings if none.

    >>> apart("实验小学有教师"), apart("第四中学始建"), apart("民办学校教师")
    (('实验小学', '教师'), ('第四中学', ''), ('', ''))
    """
    match = _whole().match(name)
    return (match["who"], match["rest"] or "") if match else ("", "")


def _named(context: Context, clause: Clause) -> str:
    """The institution that a clause without an amount before this one is about."""
    pieces = _ENDS.split(context.marked.masked[clause.slot.lead : clause.own])[:-1]
    told = [apart(phrase(piece, context.setting.home).name) for piece in pieces]
    return next((who for who, rest in reversed(told) if who and not rest), "")


@cache
def _whole() -> re.Pattern[str]:
    words = clauses()["holder"]
    return compiled(
        rf"(?!{one_of(words['generic'])})(?P<who>[^,;:。、()的和与及]{{2,24}}?(?:{'|'.join(words['suffix'])}))"
        rf"(?:(?:{one_of(words['founded'])}).*|(?P<verb>{'|'.join(words['verb'])})?(?P<rest>(?!{one_of(words['never'])}).*))$"
    )
