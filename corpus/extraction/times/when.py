"""The period of an amount among the drafts before it."""

from collections.abc import Sequence
from datetime import date

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.draft import Draft
from corpus.extraction.lexicon import indicators
from corpus.extraction.names.verbs import content_verb
from corpus.extraction.names.wording import wrapped
from corpus.extraction.phrase import Phrase, lead_off
from corpus.extraction.terms import budget
from corpus.extraction.times import timing, undated
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace
from corpus.times.period import Dated, Period, Sureness

_PARTS = compiled("[,;:。()]")
_YEARLY = ("年均", "平均每年", "年平均")
_OF_MONTH = compiled("(?:其中)?,?(?:当月|单月)")
# 现有干部37人, 本年新签合同额: of now, and of no year that is told of before.
_ANEW = compiled("(?:街道|[全本我](?:[镇乡村县区市州校院]|街道))?(?:本年|今年|现有|现设|现辖|目前|如今)")
_NOW = compiled("(?:目前|当前|如今|现在|现阶段),")
# What is so at one time, and not over several years.
_OF_A_DAY = (Measure.GROWTH, Measure.SHARE, Measure.RANK)
_ONE_BY_ONE = compiled("(?:先后|连续|相继|接连|逐一)(?:跨|突破|迈|站|跃|登|越)")
_REACHED = ("达", "达到", "突破", "超过", "提高到", "提升到", "增加到", "增长到", "上升到")


def period(
    context: Context,
    clause: Clause,
    dated: Sequence[Dated],
    name: Phrase,
    source: Draft | None,
    measure: Measure,
    status: Status,
) -> Period | None:
    """The period that an amount is of; `dated` are those that its clause states."""
    said, found, frame = clause.said, context.found, context.setting.frame
    ever = undated.is_from_then_on(context, clause)
    if not ever and (dated or said.moves == "from"):
        return _stated(context, clause, dated, status)
    if (
        ever
        or undated.is_of_another_year(context, clause)
        or (undated.is_since(context, clause) and not _follows(context, source, measure))
        or undated.is_yearly(context, clause)
        or undated.is_of_holiday(context, clause)
        or undated.is_standing(context, clause, name)
        or _is_sum_of_more(context, clause, status)
    ):
        return None
    if said.moves == "to" and found and found[-1].predicate.moves == "from":
        return _end(context)
    years = _over_years(context, clause, status)
    if years or said.basis in _YEARLY or (undated.is_of_years(context, clause) and not said.basis):
        # A yearly mean is of no single year, whatever the text around it is about.
        return years
    goes_on = source is not None and source.predicate.moves != "from"
    # 5家企业去年同期产值2亿元,拉低增速1个百分点: the pull is of now.
    goes_on = goes_on and not (measure is Measure.CONTRIBUTION and source is not None and source.local)
    if source and goes_on and source.passage == context.marked.passage and measure is not Measure.LEVEL:
        return timing.inherited(source.period)
    now = _is_of_now(context)
    anew = now or _ANEW.match(context.marked.text, clause.own)
    running = None if anew else running_period(context, status)
    around = replace(frame, running=None, running_status=None) if anew else frame
    if now and timing.is_long(frame.letter) and not frame.titled:
        around = replace(around, letter=None)
    # 到6月底拨付620万元,惠及企业53家: a sentence goes on with its own time, whatever was done.
    here = running and any(draft.stated for draft in found)
    done = "" if here else context.marked.masked[clause.own : clause.slot.mention.start]
    taken = running or _default(around, context, clause, name, measure, status)
    if taken and status is Status.TARGET and budget.is_planned(name) and not taken.is_point:
        # A budget is for all of the year of which a part is told.
        taken = timing.year_of(taken)
    monthly = _OF_MONTH.match(context.marked.masked, clause.own)
    return timing.last_month(taken) if monthly else timing.carried(taken, name, measure, frame, done)


def _is_of_now(context: Context) -> bool:
    """Whether a sentence is of now, and of no year told of before, as no letter's time says: 目前,面积突破62万亩."""
    frame = context.setting.frame
    unsaid = frame.letter is None or timing.is_long(frame.running)
    return unsaid and not context.marked.dated and bool(_NOW.match(context.marked.text))


def _follows(context: Context, source: Draft | None, measure: Measure) -> bool:
    """Whether an amount is said of one that states its time: 去年以来保持增长,1至6月投资5亿元,增长8%."""
    here = source is not None and source.passage == context.marked.passage and source.stated
    return here and measure is not Measure.LEVEL


def _default(
    frame: timing.Frame, context: Context, clause: Clause, name: Phrase, measure: Measure, status: Status
) -> Period | None:
    """The time of the text around; of which year a growth in a review of several is, nobody says."""
    period = timing.by_default(frame, status)
    acted = bool(content_verb(name.name)) or timing.is_act(
        context.marked.text[clause.own : clause.slot.mention.start]
    )
    vague = acted or undated.is_vague(context, clause) or _is_dated(context, clause)
    if period and not period.raw and (vague or measure in (Measure.GROWTH, Measure.CONTRIBUTION)):
        # The day that the paper is signed on.
        return None
    long = timing.is_long(period) and not frame.running
    state = measure in _OF_A_DAY or name.indicator in (*indicators()["stock"], *indicators()["rate"])
    unsaid = long and status is Status.RESULT and state and not _reaches(context, clause)
    return None if unsaid else period


def _is_dated(context: Context, clause: Clause) -> bool:
    """Whether the sentence tells of a time before an amount: 2023年开展整治项目,总投资400万元."""
    return any(one.end <= clause.slot.mention.start for one in context.marked.dated)


def reached(
    context: Context,
    clause: Clause,
    dated: Sequence[Dated],
    name: Phrase,
    measure: Measure,
    period: Period | None,
) -> Period | None:
    """The period of a level that says where something came to: the last of the years that are spoken of."""
    words = context.marked.text[clause.own : clause.slot.mention.start]
    sums = "累计" in words or bool(content_verb(name.name))
    came = measure is Measure.LEVEL and _reaches(context, clause) and not sums
    return timing.final(period) if came and not dated else period


def _reaches(context: Context, clause: Clause) -> bool:
    """Whether a clause says where something came to: 达到, 提升至; 先后跨越 says of several times what it passed."""
    passed = _ONE_BY_ONE.search(context.marked.text[clause.own : clause.slot.mention.start])
    return not passed and (clause.said.verb in _REACHED or clause.said.moves == "to")


def _stated(context: Context, clause: Clause, dated: Sequence[Dated], status: Status) -> Period | None:
    """What a clause says its own time is; where a movement starts from it may say none."""
    if clause.said.moves != "from":
        period = dated[-1].period
        # What was set at the beginning of a year is set for all of it.
        return timing.year_of(period) if status is Status.TARGET and timing.is_start(period) else period
    own = [one for one in dated if one.start >= clause.own]
    return own[-1].period if own else _start(context)


def _over_years(context: Context, clause: Clause, status: Status) -> Period | None:
    """The years that a yearly mean or a sum goes over, None for what is neither."""
    words = context.marked.text[clause.own : clause.slot.mention.start]
    if clause.said.basis in _YEARLY or undated.is_of_years(context, clause):
        return _years(context)
    return _sum_span(context) if "累计" in words and status is Status.RESULT else None


def _is_sum_of_more(context: Context, clause: Clause, status: Status) -> bool:
    """Whether an amount is summed up over more than the year of which the sentence before tells, in a review of several."""
    frame, words = context.setting.frame, context.marked.text[clause.own : clause.slot.mention.start]
    one = frame.running and not timing.is_long(frame.running) and not any(d.stated for d in context.found)
    return bool(one and frame.span and "累计" in words and status is Status.RESULT)


def _sum_span(context: Context) -> Period | None:
    """The years that a sum goes over: those that the sentence begins with, else those of its section."""
    frame = context.setting.frame
    return timing.inherited(_spoken_span(context) or (frame.span if not frame.running else None))


def is_local(context: Context, one: Dated) -> bool:
    """Whether a period is only that of a noun of its clause: behind it, or one left of a time before (上年结转)."""
    if timing.is_left(context.marked.text, one) or one.period.raw.startswith(timing.IN_A_ROW):
        return True
    if context.marked.text.startswith(",", one.end):
        # 茶叶生产 2018年,全县茶园8万亩: behind a title that runs on, what stands off is of all that follows.
        return False
    text = context.marked.masked[: one.start]
    return len(lead_off(wrapped(_PARTS.split(text)[-1]))) > 1


def running_period(context: Context, status: Status) -> Period | None:
    """The period of the clauses before, of what is as done or planned as this."""
    return next(
        (
            draft.period
            for draft in reversed(context.found)
            if draft.predicate.moves != "from"
            and not _is_end(context, draft)
            and not draft.aside
            and not draft.local
            and not timing.is_of_all_years(draft.period)
            and draft.predicate.basis not in _YEARLY
            and not timing.is_start(draft.period)
            and (draft.status is status or _is_done_of(context, draft, status))
        ),
        None,
    )


def _is_end(context: Context, draft: Draft) -> bool:
    """Whether an amount's time is only that which several years came to: 率由52%提高到58%,面积分别增长8%和5%."""
    moved = draft.predicate.moves == "to" and not draft.stated
    return moved and timing.is_long(context.setting.frame.default)


def _is_done_of(context: Context, draft: Draft, status: Status) -> bool:
    """Whether what is done is of the time of a plan that is over: 2013年至2020年下达计划9公里,实际完成8公里."""
    anchor, period = context.setting.frame.anchor, draft.period
    over = bool(anchor and period and not period.is_point and period.last <= anchor)
    return over and draft.stated and draft.status is Status.TARGET and status is Status.RESULT


def _start(context: Context) -> Period | None:
    """The base of a 从…到 that does not state it: as the one before in the section, or the year before the span."""
    titles = context.setting.titles
    starts = [
        d for d in context.known if d.predicate.moves == "from" and d.passage.section == titles and d.period
    ]
    if starts:
        return timing.inherited(starts[-1].period)
    # 一、2025年和“十四五”时期工作回顾: from which of both on, nobody says.
    span = None if context.setting.frame.mixed else _span(context)
    return timing.base(span) if span else None


def _end(context: Context) -> Period | None:
    """The period of a 从…到's second value: what its clause or the words before say, else the span's last year."""
    start = context.found[-1]
    before = [mention.end for mention in context.marked.mentions if mention.end <= start.mention.start]
    lead = [
        one.period
        for one in context.marked.dated
        if (before[-1] if before else 0) <= one.start and one.end <= start.mention.start
    ]
    own = lead[-1] if lead and lead[-1] != start.period else None
    ends = [draft.period for draft in context.found if draft.predicate.moves == "to" and draft.stated]
    running = running_period(context, Status.RESULT) or running_period(context, Status.TARGET)
    found = own or (ends[-1] if ends else None) or running or context.setting.frame.default
    return timing.inherited(timing.final(found))


def _years(context: Context) -> Period | None:
    """The years that a yearly mean goes over: those between the two values before, else the span spoken of."""
    pair = context.found[-2:]
    if len(pair) == 2 and pair[0].predicate.moves == "from" and pair[0].period and pair[1].period:
        first, last = pair[0].period.first.year + 1, pair[1].period.last
        between = Period(date(first, 1, 1), last, pair[1].period.raw, Sureness.INHERITED)
        return between if between.first <= between.last else None
    return timing.inherited(_span(context))


def _spoken_span(context: Context) -> Period | None:
    """The span of several years that the sentence begins with: 五年来,…累计完成."""
    spans = _own_spans(context)
    first = context.marked.dated[0].period if context.marked.dated else None
    return first if first in spans else None


def _own_spans(context: Context) -> list[Period]:
    """The several years that the sentence speaks of, without those that it compares with."""
    text = context.marked.text
    spoken = [one.period for one in context.marked.dated if not timing.is_measure(text, one)]
    return [period for period in spoken if period.first.year < period.last.year]


def _span(context: Context) -> Period | None:
    """The span of several years that the sentence or its section is about."""
    frame = context.setting.frame
    around = (*_own_spans(context), frame.running, frame.section, frame.span, frame.letter)
    return next((one for one in around if one and one.first.year < one.last.year), None)
