"""Status: whether an amount has come about, by what says it most directly."""

from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.draft import Draft
from corpus.extraction.lexicon import indicators
from corpus.extraction.phrase import Phrase
from corpus.extraction.terms import budget, mood
from corpus.figure import Measure, Status
from corpus.times.period import Dated

# What a budget allots before it is named: 安排支出137.8亿元.
_ALLOTTED = compiled(r"(?:^|[,;、])(?:拟|预计|共|本级)?安排[^,;]{0,12}(?:收入|支出)$")
_EXECUTED = ("执行", "实际执行", "预算执行")
# 实际采购金额, 全市完成政府采购预算: what was done of a budget.
_DONE = compiled(r"实际|[^,;]{0,8}?完成[^,;]{2,10}预算$")
# 争取建设任务162项: what was done about a task.
_TAKEN = compiled("完成|争取|承担|承接")
# 占年计划的95%: how much of a plan was done.
_OF_PLAN = compiled(
    r"^(?:年|全年|年度|年初)?(?:计划|预算|任务|目标|(?:时间|序时)?进度)(?:数|要求)?[\d,.]*[万亿]?元?$"
)
# 由年初的9亿元调整为8亿元, 批准的年初预算为: what a budget was set to.
_ADJUSTS = (
    "调整为",
    "调整到",
    "调整至",
    "核定为",
    "修订为",
    "变更为",
    "调增",
    "调减",
    "核增",
    "核减",
    "追加",
)
_ADJUSTED_TO = compiled(r"(?:的?预算数?)?,?(?:调整|核定|修订|变更)[为到至]")
_OF_BUDGET = compiled("收入|支出|预算|财力")
_SETS = compiled(r"(?:预算|计划|目标)数?(?:安排)?[为是]?:")
# 总投资1.7亿元,待用地获批后开工建设: of a work not begun.
_AWAITS = compiled(r"[^;。]*待[^,;。]{2,24}后[^,;。]{0,8}(?:开工|动工|启动建设|启动实施|组织实施)")
# 完成年度任务(600户)的106.7%: what was to be done, in brackets.
_SET = compiled(r"(?:任务|目标|计划|预算|指标)[数值]?[(（]$")
_ENCLOSED = compiled(r"^[)）]")
# 计划改造小区102个。第一期改造59个: a phase of what the sentence before plans.
_PHASE = compiled("(?:第?[一二三四首]期|首批|第[一二三四](?:批|步|阶段|[,、])|[一二三四]是|首先|一方面)")
_ACTUAL = compiled("实际(?=到位|完成|投资|缴纳|使用|支出|新增|达到?)")
_ENDS = compiled("[,;。(]")
_STATES = ("为", "是", "有", "分别为", "分别有", "均为")


def told(
    context: Context,
    clause: Clause,
    dated: Sequence[Dated],
    name: Phrase,
    source: Draft | None,
    above: Draft | None,
) -> Status:
    """Done or planned, by what says it most directly: the clause, its time, the clauses before, the section."""
    return (
        _adjusted_status(context, clause, name)
        or mood.until(dated, context.marked.text, context.setting.frame.anchor)
        or _stated_status(context, clause)
        or _planned_status(clause, name)
        or _shared_status(context, clause, source)
        or mood.by_time(dated, context.setting.frame.anchor, context.setting.frame.letter)
        or _running_status(context, clause)
        or (above.status if above else None)
        or _handed_on(context)
        or _default(context, clause)
    )


def _default(context: Context, clause: Clause) -> Status:
    """What an amount is that nothing says more of."""
    # 为 with nothing before it says for whom.
    states = clause.said.verb in _STATES and bool(clause.words)
    # 收入总量为437亿元 under 2026年预算草案: no state of now.
    budgeted = bool(_OF_BUDGET.search(clause.words)) and any("预算" in one for one in context.setting.titles)
    planned = context.setting.planned and (budgeted or not states)
    reached = (
        clause.said.moves == "to" and bool(context.found) and context.found[-1].predicate.moves == "from"
    )
    frame = context.setting.frame
    ruled = frame.ruled and not reached
    # “十五五”时期,…指标24个: what is of years that have not begun is none that was done.
    planned = planned or bool(frame.anchor and frame.default and frame.default.first > frame.anchor)
    return Status.RULE if ruled else Status.TARGET if planned else Status.RESULT


def _handed_on(context: Context) -> Status | None:
    """Done, where the sentence before tells of a time that is over: a plan's first paragraph looks back."""
    frame = context.setting.frame
    if frame.running_status is Status.TARGET and _PHASE.match(context.marked.text):
        return Status.TARGET
    over = frame.running and frame.anchor and frame.running.last <= frame.anchor
    return Status.RESULT if over and frame.running_status is Status.RESULT else None


def _stated_status(context: Context, clause: Clause) -> Status | None:
    """What the words around the amount say: 力争, 已, 6%的目标, 首期20亿元已到位."""
    slot, text, reviewed = clause.slot, context.marked.text, context.setting.reviewed
    enclosed = _SET.search(text, 0, slot.mention.start) and _ENCLOSED.match(text[slot.mention.end :])
    if enclosed or mood.is_goal(text[slot.mention.end :]):
        return Status.TARGET
    of_plan = clause.said.verb == "完成" or _OF_PLAN.search(clause.said.whole)
    if clause.said.measure is Measure.SHARE and of_plan:
        return Status.RESULT
    before = (text[slot.own : slot.mention.start], text[slot.lead : slot.own])
    part = text[slot.lead : slot.mention.start].rpartition(";")[2]
    if context.setting.frame.ruled:
        # 或实际到位注册资本金5000万元: what an article asks for.
        before = (_ACTUAL.sub("", before[0]), _ACTUAL.sub("", before[1]))
    done = mood.own_mood(before[0], reviewed=reviewed) is Status.RESULT
    if _AWAITS.match(text, slot.mention.end):
        return Status.TARGET
    if not (done or _is_past(context)) and mood.is_to_come(part, text[slot.mention.end :]):
        return Status.TARGET
    own = next(filter(None, (mood.own_mood(words, reviewed=reviewed) for words in before)), None)
    ended = _ENDS.search(text, slot.mention.end)
    after = mood.own_mood(text[slot.mention.end : ended.start() if ended else None])
    return own or (after if after is Status.RESULT else None)


def _planned_status(clause: Clause, name: Phrase) -> Status | None:
    """A budget is a plan, whatever became of it; 收入安排9.2亿元 is one, 执行数 is none."""
    if clause.words.endswith(indicators()["done"]) or clause.words in _EXECUTED or _DONE.match(clause.words):
        return Status.RESULT
    if clause.said.measure is Measure.SHARE:
        return None
    if budget.is_task(name) and not _TAKEN.search(clause.words):
        return Status.TARGET
    said = clause.said.verb == "安排" or _ALLOTTED.search(clause.words)
    allotted = said and name.indicator.endswith(("收入", "支出"))
    return Status.TARGET if allotted or budget.is_planned(name) else None


def _is_past(context: Context) -> bool:
    """Whether the sentence tells of a year that is over: 2022年实施项目2个,主要建设内容是新建桥梁5座."""
    anchor = context.setting.frame.anchor
    stated = [draft.period for draft in context.found if draft.stated and draft.status is Status.RESULT]
    return bool(anchor and stated and stated[-1] and stated[-1].last.year < anchor.year)


def _adjusted_status(context: Context, clause: Clause, name: Phrase) -> Status | None:
    """A budget that is set anew is a plan, what it was before as well: 收入由9亿元调整为8亿元."""
    behind = context.marked.text[clause.slot.mention.end :]
    moves = clause.said.moves == "from" and bool(_ADJUSTED_TO.match(behind))
    anew = moves or clause.said.verb in _ADJUSTS
    # 完成年初预算9亿元的59%: the budget itself, before what was done of it.
    itself = not clause.said.verb and clause.words.endswith(indicators()["planned"])
    anew = anew or (itself and clause.said.measure is None)
    return Status.TARGET if anew and _OF_BUDGET.search(name.name) else None


def _shared_status(context: Context, clause: Clause, source: Draft | None) -> Status | None:
    """A share or a gap is as done as what it is of; where a movement starts from is so already."""
    if clause.said.moves == "from":
        return Status.RESULT
    follows = source and source.passage == context.marked.passage
    return (
        source.status if source and follows and clause.said.measure in (Measure.SHARE, Measure.GAP) else None
    )


def _running_status(context: Context, clause: Clause) -> Status | None:
    """That of the clauses before in the ；-part, else of the words that the sentence begins with."""
    part = clause.slot.part
    spoken = [d for d in context.found if d.part == part and not d.aside and d.predicate.moves != "from"]
    before = [draft for draft in spoken if not (budget.is_planned(draft.phrase) or draft.local)]
    if before:
        return before[-1].status
    opening = context.marked.text[: context.marked.mentions[0].start].split(";")[0]
    told = mood.own_mood(opening, reviewed=context.setting.reviewed)
    sets = _SETS.search(opening)
    return Status.TARGET if told is Status.TARGET or sets else None
