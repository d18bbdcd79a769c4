"""A question that continues a dialogue: what it names replaces what the question before it named."""

import re

from bot.understanding.lexicon import Lexicon
from bot.understanding.question import NOTHING, Question, Run
from corpus.figure import Measure
from corpus.runtime.replace import replace


def continued(before: Question, now: Question, lexicon: Lexicon) -> Question:
    """The question with the slots it leaves open taken from the one before, where it continues that one."""
    if before.chat or now.chat or not (_continues(now, lexicon) or _is_short_for(now, before)):
        return now
    operations = now.operations or (before.operations & {"compare", "order"})
    if re.match(r"[跟和与同].*比", now.text):
        operations |= {"compare"}
    return replace(
        now,
        runs=_runs(before, now, operations),
        context=before.content + before.context if now.runs else before.context,
        soft=now.soft or before.soft,
        places=_places(before, now, operations),
        periods=now.periods or before.periods,
        measures=_measures(before, now),
        status=now.status or (None if now.operations else before.status),
        asked=now.asked if _asks_anew(now, lexicon) else before.asked,
        operations=operations,
        inherited=True,
        before=before,
        alone=now,
    )


def _continues(now: Question, lexicon: Lexicon) -> bool:
    """Whether it begins or ends like a follow-up, or names too little to stand alone."""
    text = now.text.strip(" ?？。!！")
    if text.startswith(lexicon.starts) or text.endswith(lexicon.ends):
        return True
    return not now.runs or (len(now.content) < 5 and not now.measures and not now.places)


def _asks_anew(now: Question, lexicon: Lexicon) -> bool:
    """Whether it says itself what quantity is asked for: 总共多大面积 behind 改几个."""
    return bool(now.asked.kind or now.measures) or any(word in now.text for word in lexicon.amount)


def _runs(before: Question, now: Question, operations: frozenset[str]) -> tuple[Run, ...]:
    """The new content; beside the old where it is to be compared with it; the old where there is none, or where the new one
    is its last words: 收入为什么降 behind 一般公共预算收入."""
    if now.runs and not now.places and "compare" in operations and re.match("[跟和与同]", now.text):
        return (*before.runs, *(replace(run, piece=run.piece + 9) for run in now.runs))
    return before.runs if _is_short_for(now, before) else now.runs or before.runs


def _is_short_for(now: Question, before: Question) -> bool:
    """Whether a question names its thing by the last words of what the one before named."""
    # 产值最高的产业 asks among others, 已经投资多少 what was done of it.
    if not len(now.runs) == len(before.runs) == 1 or now.places or now.status:
        return False
    short, whole = now.runs[0].words, before.runs[0].words
    alone = not now.operations - {"reason", "trouble"} and short in now.text
    return alone and len(short) < len(whole) and whole.endswith(short)


def _places(before: Question, now: Question, operations: frozenset[str]) -> tuple[str, ...]:
    """Both questions' places where the new one asks to compare with its own, else the newer."""
    if now.places and operations & {"compare", "difference"}:
        return tuple(dict.fromkeys((*before.places, *now.places)))
    return now.places or before.places


def _measures(before: Question, now: Question) -> frozenset[Measure]:
    if now.measures or now.asked is not NOTHING:
        return now.measures
    return before.measures
