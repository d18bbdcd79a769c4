"""Whether an amount has come about or is a plan."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from corpus.extraction.lexicon import clauses, one_of
from corpus.figure import Status
from corpus.period import Dated, Period

# The same words come again and again: so many are kept.
_KEPT = 1024
# 6%的预期目标: the amount is the target's, whatever became of it.
_GOAL = re.compile(r"^(?:的[^,;。的]{0,6}(?:目标|任务)|(?:目标|任务)(?![^,;。]{0,2}清单))(?!的?基础)")
# 增长5%、投资增长6%两项预期目标没有完成
_GOALS = re.compile(r"^[^,;。]{0,40}[两三四五六七八九十\d]项[^,;。]{0,4}(?:目标|指标|任务)")
_AHEAD = re.compile(r"全年|年底|年末|年内|下半年|月底|底前|前$|四季度")


def is_goal(behind: str) -> bool:
    """Whether the words behind an amount say that it was a target."""
    return bool(_GOAL.match(behind) or _GOALS.match(behind))


def plans(sections: Sequence[str], period: Period | None, anchor: date | None) -> bool:
    """Whether the titles above tell of plans, the nearest one deciding; `period` is what they state, if anything."""
    mood = clauses()["mood"]
    for title in reversed(sections):
        if any(word in title for word in mood["result_section"]):
            return False
        if any(word in title for word in mood["plan_section"]):
            return True
    return bool(period and anchor and period.last > anchor)


def reviews(sections: Sequence[str]) -> bool:
    """Whether the titles above say that they look back, so that 预计 is an estimate of what was done."""
    return any(word in title for title in sections for word in clauses()["mood"]["review_section"])


@lru_cache(_KEPT)
def own_mood(clause: str, *, reviewed: bool = False) -> Status | None:
    """What the words of an amount's own clause say, None if nothing; the last word decides.

    In a review 预计 says nothing: the year is over and its figures are estimated.

    >>> own_mood("确保全年出让"), own_mood("上半年已上规")
    (<Status.TARGET: '目标'>, <Status.RESULT: '实绩'>)
    """
    said = clause.replace("预计", "") if reviewed else clause
    found = list(_moods().finditer(_neutral().sub("", said)))
    if not found:
        return None
    return Status.TARGET if found[-1].lastgroup == "target" else Status.RESULT


def by_time(dated: Sequence[Dated], anchor: date | None) -> Status | None:
    """What a stated period says: to come is a plan, past is done."""
    if not dated or anchor is None:
        return None
    period = dated[-1].period
    if period.first > anchor or (period.last > anchor and _AHEAD.search(period.raw)):
        return Status.TARGET
    return Status.RESULT if period.last <= anchor else None


@cache
def _neutral() -> re.Pattern[str]:
    return re.compile(rf"{clauses()['mood']['neutral']}|“[^“”]*”|《[^《》]*》")


@cache
def _moods() -> re.Pattern[str]:
    mood = clauses()["mood"]
    return re.compile(rf"(?P<target>{one_of(mood['target'])})|(?P<result>{one_of(mood['result'])})")
