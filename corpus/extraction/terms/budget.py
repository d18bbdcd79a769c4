"""Budgets: what was planned of an indicator, planned anew, and done of it."""

from corpus.extraction.clause import Clause
from corpus.extraction.lexicon import indicators
from corpus.extraction.phrase import Phrase, named
from corpus.extraction.terms import mood
from corpus.figure import Status
from corpus.runtime.replace import replace

_ANEW = "调整预算"
_TASKS = ("任务指标", "任务数", "目标任务", "年度任务", "建设任务", "计划数")
_DONE = ("完成", "执行", "实际", "决算")


def is_planned(name: Phrase) -> bool:
    """Whether a name says that it was planned: 一般公共预算收入年初预算."""
    return name.indicator in indicators()["planned"]


def is_task(name: Phrase) -> bool:
    """Whether a name says that it was set to be done: 下达任务指标."""
    return name.name.endswith(_TASKS)


def continued(before: Phrase, clause: Clause, words: str) -> Phrase:
    """The name of a clause that goes on from a budget: what it was adjusted to, or what was done of it."""
    own = clause.phrase.name
    if not is_planned(before) and own in indicators()["planned"] and before.indicator:
        # 收入31751万元,完成预算数31220万元的101.7%
        return replace(before, subject=before.name, indicator=own, name=before.name + own)
    if not is_planned(before) or not before.subject:
        return before
    if own in indicators()["planned"]:
        return _of(before, own)
    if clause.said.verb.startswith("调"):
        return _of(before, _ANEW)
    done = own in indicators()["done"] or any(word in words + clause.said.verb for word in _DONE)
    if done or mood.own_mood(words) is Status.RESULT:
        return replace(named(before.subject, before.place), holder=before.holder)
    return before


def anew(given: Phrase, clause: Clause) -> Phrase:
    """What a budget was adjusted to is another one: 支出预算调整为125万元."""
    planned = is_planned(given) and given.subject and given.indicator != _ANEW
    return _of(given, _ANEW) if planned and clause.said.verb.startswith("调") else given


def _of(before: Phrase, planned: str) -> Phrase:
    return replace(before, indicator=planned, name=before.subject + planned)
