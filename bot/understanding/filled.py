"""The question that a read draft is."""

from collections.abc import Sequence

from bot.understanding.draft import STATUSES, Draft
from bot.understanding.expressions.runs import runs_of
from bot.understanding.lexicon import Cue, Lexicon
from bot.understanding.question import RATES, Asked, Question, Run
from corpus.compiled import compiled
from corpus.figure import Measure, Status
from corpus.runtime.replace import replace

_AMOUNT = compiled(r"多少|几|好多|几多")
# Who is faster or fell most is asked of growths.
_PACE = compiled(r"[快慢涨跌猛]|增得|降得|长得|降幅|增幅|下降|增长")
# Of two times named: what became of it.
_MOVED = compiled("[多少增减涨跌升降变](?:了|没|多少|几|吗)")
# 各 of these is no 各是多少.
_NOBODY = compiled("各[位种类界方]")
_LARGER = compiled("全[国省市区县州]")
# 争取上级资金多少: what was striven for, and no plan.
_STRIVEN = compiled("争取(?![^,，]*(?:目标|计划|任务))[^,，]*(?:资金|项目|补助|债券|试点|资源)")
# 拉动GDP增长多少 is asked in points.
_PULLED = compiled("拉动了?(?:[^,，]{0,10}增长|[^,，]{0,4}(?:gdp|生产总值|经济))(?!.*贡献率)")
_POINTS = Asked("points", "个百分点", "个百分点")
_BESIDE = frozenset({"compare", "difference", "rank_most", "rank_least"})
# 负增长 of so many firms is what they are, not their growth.
_STATES = frozenset({"正增长", "负增长", "增长", "下降"})


def filled(text: str, draft: Draft, lexicon: Lexicon, names: frozenset[str]) -> Question:
    """The question with the slots of its cues and its runs of content."""
    cues = [segment.cue for segment in draft.segments if segment.cue]
    statuses = list(dict.fromkeys(STATUSES[cue.value] for cue in cues if cue.slot == "status"))
    runs, short = runs_of(draft, lexicon, names)
    # A place that no letter is of is met by nothing: it is what the answer will say is missing.
    # A place is met by its whole name alone.
    runs += tuple(Run(name, name, terms=(name,)) for name in draft.found.strange)
    words = [segment.text for segment in draft.segments if segment.cue and segment.text in lexicon.soft]
    measures = _measures(draft)
    return replace(
        draft.found,
        text=text,
        places=_places(draft, cues, measures),
        anchor=draft.anchor,
        runs=runs,
        soft=(*draft.found.soft, *words, *short, *_states(draft, cues)),
        measures=measures,
        asked=_asked(draft, measures),
        status=_status(draft, statuses),
        operations=_operations(
            draft, cues, several=len(statuses) > 1 and not draft.found.status, lexicon=lexicon
        ),
        host=any(word in text for word in lexicon.hosts),
        open=_is_open(draft, lexicon),
        state=any(word in draft.canonical for word in lexicon.state),
        amount=_is_amount(draft),
        against=_against(draft),
    )


def _asked(draft: Draft, measures: frozenset[Measure]) -> Asked:
    """In what an answer is asked for: by how much something pulled the economy, in points."""
    asked = draft.found.asked
    pulled = measures == {Measure.CONTRIBUTION} and not asked.kind and _PULLED.search(draft.text)
    return _POINTS if pulled and _AMOUNT.search(draft.text) else asked


def _places(draft: Draft, cues: Sequence[Cue], measures: frozenset[Measure]) -> tuple[str, ...]:
    """The places named; a larger one where it is asked about, and not whether ours is ahead of it."""
    beside = measures & {Measure.GAP, Measure.RANK} or any(cue.value in _BESIDE for cue in cues)
    return (draft.found.wider,) if draft.found.wider and not beside else draft.found.places


def _status(draft: Draft, said: Sequence[Status]) -> Status | None:
    """The one that is said; of 目标 and 实际 neither; 任务完成了多少 asks for what was done.

    Nothing was done in a time that the papers do not reach: 明年收入安排了多少 asks for the plan. In a year that is over
    争取了多少资金 asks for what came of it.
    """
    status = said[0] if len(said) == 1 else draft.found.status
    if draft.anchor is None or not draft.found.periods:
        return status
    ahead = any(period.first > draft.anchor for period in draft.found.periods)
    over = all(period.last.year < draft.anchor.year for period in draft.found.periods)
    striven = over and status is Status.TARGET and _STRIVEN.search(draft.text)
    return None if striven or (ahead and status is Status.RESULT) else status


def _states(draft: Draft, cues: Sequence[Cue]) -> list[str]:
    """What is counted, where how many fell or rose is asked."""
    if draft.found.asked.kind != "count":
        return []
    values = {cue.value for cue in cues}
    return [state for value, state in (("falling", "负增长"), ("rising", "正增长")) if value in values]


def _operations(draft: Draft, cues: Sequence[Cue], *, several: bool, lexicon: Lexicon) -> frozenset[str]:
    """The operations that the cues name. How many fell is a figure to look up, and no list of those that did."""
    found = draft.found.operations | {cue.value for cue in cues if cue.slot == "operation"}
    if several:
        found |= {"check"}
    if any(cue.value == "target" for cue in cues):
        # 原来计划多少 is the plan.
        found -= {"before"}
    if any(word in _NOBODY.sub("", draft.text) for word in lexicon.each):
        found |= {"each"}
    if len(draft.found.periods) > 1 and _MOVED.search(draft.text):
        found |= {"difference", "compare"}
    if draft.found.asked.kind == "count" and "list" not in found:
        found -= {"falling", "rising"}
    return found


def _is_amount(draft: Draft) -> bool:
    """Whether how much is asked, and not points or per cent."""
    asked = draft.found.asked
    return asked.kind not in RATES and bool(asked.word or _AMOUNT.search(draft.canonical))


def _against(draft: Draft) -> str:
    """The larger place that a gap asked for is to: 全省 of 高于全省多少."""
    told = [one.text for one in draft.segments if one.cue and one.cue.value == Measure.GAP.value]
    return next((found[0] for text in told if (found := _LARGER.search(text))), "")


def _is_open(draft: Draft, lexicon: Lexicon) -> bool:
    asks = draft.found.asked.kind or any(word in draft.canonical for word in lexicon.amount)
    state = any(word in draft.canonical for word in lexicon.state)
    return not asks and not state and any(word in draft.canonical for word in lexicon.open)


def _measures(draft: Draft) -> frozenset[Measure]:
    """The measures asked for. Asked how many, a word of growth only says of what."""
    found = [one for one in draft.segments if one.cue and one.cue.slot == "measure"]
    words = {one.text: Measure(one.cue.value) for one in found if one.cue}
    if draft.found.asked.kind == "count":
        words = {word: _counted(measure) for word, measure in words.items() if word not in _STATES}
    elif len(words) > 1:
        words = {word: measure for word, measure in words.items() if word not in _STATES} or words
    if draft.found.asked.kind in RATES and len(set(words.values())) > 1:
        # 罚款金额涨了几个点: the amount is what grows.
        words = {word: measure for word, measure in words.items() if measure is not Measure.LEVEL}
    ways = [one.text for one in draft.segments if one.cue and one.cue.slot in {"operation", "status"}]
    if len(draft.found.places) > 1 or len(draft.found.periods) > 1:
        # 岚桥比麦川多收多少 is of two, and no change of one.
        words = {word: measure for word, measure in words.items() if word[0] not in "多少"}
    if Measure.RANK in words.values():
        return frozenset({Measure.RANK})
    if draft.found.measures:
        return draft.found.measures
    if Measure.CHANGE in words.values() and draft.found.asked.kind == "points":
        return frozenset({Measure.CHANGE})
    # Of so many that fell the word only says of which.
    paced = draft.found.asked.kind != "count" and any(_PACE.search(word) for word in ways)
    implied = {Measure.GROWTH} if paced else set()
    return frozenset(words.values()) | implied


def _counted(measure: Measure) -> Measure:
    """比上年多了几家 is a change, not a growth."""
    return Measure.CHANGE if measure is Measure.GROWTH else measure
