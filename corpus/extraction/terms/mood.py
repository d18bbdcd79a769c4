"""Whether an amount has come about or is a plan."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses, indicators, one_of
from corpus.figure import Status
from corpus.times.period import Dated, Period

# The same words come again and again: so many are kept.
_KEPT = 1024
# 6%的预期目标: the amount is the target's, whatever became of it.
_GOAL = compiled(r"^(?:的[^,;。的]{0,6}(?:目标|任务)|(?:目标|任务)(?![^,;。]{0,2}清单))(?!的?基础)")
# 增长5%、投资增长6%两项预期目标没有完成
_GOALS = compiled(
    # 明确“新增300个,投资0.15亿元”的目标任务
    r"^[^“”。]{0,80}”的?[^,;。的“”]{0,6}(?:目标|任务)(?!的?基础)|^[^,;。]{0,40}[两三四五六七八九十\d]项[^,;。]{0,4}(?:目标|任务|(?:预期|计划|考核|约束)性?指标)"
)
# 关于“引进企业”的建议: what was asked for, and no plan of who answers.
_ASKED = compiled(r"(?:关于|针对|对于?|您提出|提出).*(?:建议|意见|问题|提案)|“[^“”]*”|《[^《》]*》")
_BUDGET = compiled(r"预算(?:收支)?(?:安排|草案|编制)|预算[(（]草案[)）]|\d{4}年(?:财政)?收支预算$")
_ALLOTS = compiled("(?:收入|支出|收支)预算$")
_EXECUTED = compiled("执行|完成|决算|调整")
# 补助情况 says what of, a title above says whether it is done.
_PART = compiled(r"情况$")
_BACK = compiled(r"\d年(?:政府)?工作回顾")
_AHEAD_TITLE = compiled("工作(?:安排|打算|思路|部署|任务|重点)|发展目标|预期目标|总体要求")
_YOUNG = 2  # in the first months what is said of all of a year is still to come
_LAST_DAYS = 20
_UNTIL = ("到", "至")
_AHEAD = compiled(r"全年|年底|年末|年内|下半年|月底|底前|前$|四季度")


def is_goal(behind: str) -> bool:
    """Whether the words behind an amount say that it was a target."""
    return bool(_GOAL.match(behind) or _GOALS.match(behind))


def is_to_come(before: str, behind: str) -> bool:
    """Whether an amount is of a work that is not built yet: 建成后可提供床位200张, 建设内容包括新建教学楼2栋."""
    return bool(_to_come().search(before)) and not _built().search(behind)


def plans(sections: Sequence[str], period: Period | None, anchor: date | None) -> bool:
    """Whether the titles above tell of plans, the nearest one deciding; `period` is what they state, if anything."""
    said = _say_plans(tuple(sections))
    return bool(period and anchor and period.last > anchor) if said is None else said


@lru_cache(_KEPT)
def _say_plans(sections: tuple[str, ...]) -> bool | None:
    """Whether titles, which stand above many sentences, say that what they tell is planned; None where they do not say."""
    mood = clauses()["mood"]
    for printed in reversed(sections):
        title = _ASKED.sub("", printed)
        if any(word in title for word in clauses()["section"]["notes"]):
            return False
        if _BUDGET.search(title) or (_ALLOTS.search(title) and not any(map(_EXECUTED.search, sections))):
            return True
        if _PART.search(title) and not any(word in title for word in mood["told_section"]):
            continue
        if any(word in title for word in mood["result_section"]):
            return False
        if any(word in title for word in mood["plan_section"]):
            # 落实国家重大战略任务 in 2025年工作回顾 is what was done.
            return not reviews(sections)
    return None


@lru_cache(_KEPT)
def tells(sections: tuple[str, ...]) -> bool:
    """Whether the titles above say at all whether what they tell is done."""
    mood = clauses()["mood"]
    words = (*mood["result_section"], *mood["review_section"], *mood["plan_section"])
    return any(word in title for title in sections for word in words)


@lru_cache(_KEPT)
def reviews(sections: tuple[str, ...], *, over: bool = False) -> bool:
    """Whether the titles above say that they look back, so that 预计 is an estimate of what was done: a budget's
    execution does once its year is `over`.
    """
    words = (*clauses()["mood"]["review_section"], *(("执行情况",) if over else ()))
    return any(word in title for title in sections for word in words)


def looks_back(text: str, *, back: bool) -> bool:
    """Whether a sentence and what follows it look back, its title run into it: 2019年工作回顾2019年,全县…."""
    return ("工作回顾" in text and bool(_BACK.search(text))) or (back and not _AHEAD_TITLE.search(text))


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


def tells_plan(text: str, *, title: bool) -> str:
    """The word of a text that tells of a plan, "" if none does: 力争, 年初预算, and in a title 下一步."""
    words = (m.group() for m in _moods().finditer(text) if m.lastgroup == "target")
    mood = clauses()["mood"]
    named = (*indicators()["planned"], *mood["plan_word"], *(mood["plan_section"] if title else ()))
    ahead = (m.group() for m in _to_come().finditer(text))
    return next(words, "") or next(ahead, "") or next((word for word in named if word in text), "")


def until(dated: Sequence[Dated], text: str, anchor: date | None) -> Status | None:
    """A plan where a time to come is its end, whatever is said to be done by then: 到2025年底累计建成20万个 of 2023."""
    if not dated or anchor is None or dated[-1].period.first <= anchor:
        return None
    return Status.TARGET if text[: dated[-1].start].endswith(_UNTIL) else None


def by_time(dated: Sequence[Dated], anchor: date | None, about: Period | None) -> Status | None:
    """What a stated period says: to come is a plan, past is done. A text without a date is written after what it is
    about.
    """
    if not dated:
        return None
    period = dated[-1].period
    if anchor is None:
        return Status.TARGET if about and about.year and period.first > about.last else None
    begun = period.first.year == anchor.year == period.last.year and not period.is_point
    young = begun and anchor.month <= _YOUNG and (period.last.month, period.last.day) == (12, 31)
    # A summary signed in the last days of a year is of all of it.
    over = (period.last - anchor).days <= _LAST_DAYS and not period.raw.endswith("前")
    if period.first > anchor or young or (period.last > anchor and _AHEAD.search(period.raw) and not over):
        return Status.TARGET
    return Status.RESULT if period.last <= anchor else None


@cache
def _neutral() -> re.Pattern[str]:
    return compiled(rf"{clauses()['mood']['neutral']}|“[^“”]*”|《[^《》]*》")


@cache
def _to_come() -> re.Pattern[str]:
    return compiled(clauses()["mood"]["to_come"])


@cache
def _built() -> re.Pattern[str]:
    return compiled(clauses()["mood"]["built"])


@cache
def _moods() -> re.Pattern[str]:
    mood = clauses()["mood"]
    return compiled(
        rf"(?P<target>{one_of(mood['target'])}|{mood['future']})|(?P<result>{one_of(mood['result'])})"
    )
