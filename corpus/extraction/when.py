"""The period of an amount among the drafts before it."""

import re
from datetime import date

from corpus.extraction import timing
from corpus.extraction.clause import Clause, Context
from corpus.extraction.draft import Draft
from corpus.extraction.phrase import Phrase, lead_off, wrapped
from corpus.figure import Measure, Status
from corpus.period import Dated, Period, Sureness

_YEARLY = ("年均", "平均每年", "年平均")
_SPAN = re.compile(r"[两二三四五六七八九十\d]年(?:来|间|内)?(?:累计|共|平均)")


def period(
    context: Context, clause: Clause, name: Phrase, source: Draft | None, measure: Measure, status: Status
) -> Period | None:
    """The period that an amount is of."""
    said, found, frame = clause.said, context.found, context.setting.frame
    dated = timing.stated(context.marked, clause.slot, clause.own, said)
    if said.moves == "from":
        own = [one for one in dated if one.start >= clause.own]
        return own[-1].period if own else _start(context)
    if dated:
        return dated[-1].period
    follows = said.moves == "to" and bool(found) and found[-1].predicate.moves == "from"
    if follows:
        return _end(context)
    if _goes_over_years(context, clause, status):
        # A yearly mean is of no single year, whatever the text around it is about.
        years = _years(context) if _is_yearly(context, clause) else _sum_span(context)
        if years or clause.said.basis in _YEARLY:
            return years
    goes_on = source is not None and source.predicate.moves != "from"
    if source and goes_on and source.passage == context.marked.passage and measure is not Measure.LEVEL:
        return timing.inherited(source.period)
    running = _running(context, status)
    # 到6月底拨付620万元,惠及企业53家: a sentence goes on with its own time, whatever was done.
    done = "" if running else context.marked.masked[clause.own : clause.slot.mention.start]
    return timing.carried(running or timing.by_default(frame, status), name, measure, frame, done)


def _is_yearly(context: Context, clause: Clause) -> bool:
    """Whether an amount is a mean of years, or the sum of so many."""
    words = context.marked.text[clause.own : clause.slot.mention.start]
    return clause.said.basis in _YEARLY or bool(_SPAN.search(words))


def _goes_over_years(context: Context, clause: Clause, status: Status) -> bool:
    words = context.marked.text[clause.own : clause.slot.mention.start]
    return _is_yearly(context, clause) or ("累计" in words and status is Status.RESULT)


def _sum_span(context: Context) -> Period | None:
    """The years that a sum goes over: those that the sentence begins with, else those of its section."""
    frame = context.setting.frame
    return timing.inherited(_spoken_span(context) or (frame.span if not frame.running else None))


def is_local(context: Context, one: Dated) -> bool:
    """Whether a period is only that of a noun of its clause: behind it, or one left of a time before (上年结转)."""
    if timing.is_left(context.marked.text, one):
        return True
    text = context.marked.masked[: one.start]
    return len(lead_off(wrapped(re.split(r"[,;:。()]", text)[-1]))) > 1


def _running(context: Context, status: Status) -> Period | None:
    """The period of the clauses before, of what is as done or planned as this."""
    return next(
        (
            draft.period
            for draft in reversed(context.found)
            if draft.predicate.moves != "from"
            and not draft.aside
            and not draft.local
            and not timing.is_start(draft.period)
            and draft.status is status
        ),
        None,
    )


def _start(context: Context) -> Period | None:
    """The base of a 从…到 that does not state it: as the one before in the section, or the year before the span."""
    titles = context.setting.titles
    starts = [
        d for d in context.known if d.predicate.moves == "from" and d.passage.section == titles and d.period
    ]
    if starts:
        return timing.inherited(starts[-1].period)
    span = _span(context)
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
    running = _running(context, Status.RESULT) or _running(context, Status.TARGET)
    found = own or (ends[-1] if ends else None) or running or context.setting.frame.default
    return timing.inherited(timing.final(found))


def _years(context: Context) -> Period | None:
    """The years that a yearly mean goes over: those between the two values before, else the span spoken of."""
    pair = context.found[-2:]
    if len(pair) == 2 and pair[0].predicate.moves == "from" and pair[0].period and pair[1].period:
        first, last = pair[0].period.first.year + 1, pair[1].period.last
        return Period(date(first, 1, 1), last, pair[1].period.raw, Sureness.INHERITED)
    return timing.inherited(_span(context))


def _spoken_span(context: Context) -> Period | None:
    """The span of several years that the sentence begins with: 五年来,…累计完成."""
    spans = [one.period for one in context.marked.dated if one.period.first.year < one.period.last.year]
    first = context.marked.dated[0].period if context.marked.dated else None
    return first if first in spans else None


def _span(context: Context) -> Period | None:
    """The span of several years that the sentence or its section is about."""
    frame = context.setting.frame
    own = (one.period for one in context.marked.dated)
    around = (*own, frame.running, frame.section, frame.span, frame.letter)
    return next((one for one in around if one and one.first.year < one.last.year), None)
