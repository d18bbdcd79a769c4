"""Prose: the figures of one sentence, each with the name, time and mood it states or continues."""

from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.extraction import series, sides
from corpus.extraction.attribution.whereabouts import compared, opening
from corpus.extraction.clause import AGES, Clause, Context, Setting, clauses, runs
from corpus.extraction.draft import Draft, members
from corpus.extraction.lexicon import indicators
from corpus.extraction.marked import Marked
from corpus.extraction.names import around, beside, naming
from corpus.extraction.names.predicate import SIGNED, Predicate, signed
from corpus.extraction.names.verbs import content_verb
from corpus.extraction.names.wording import cause
from corpus.extraction.phrase import Phrase, owned_by, phrase
from corpus.extraction.series import listed
from corpus.extraction.terms import indexed, onterms, status
from corpus.extraction.times import timing, when
from corpus.figure import Measure
from corpus.runtime.replace import replace
from corpus.times.period import Dated

_LISTS = compiled(r"[\u4e00-\u9fff](?:、|和|与|及)[\u4e00-\u9fff]{2}")
_NEAR_SHARE = 2  # points by which rounding may part a share from its amounts
_SPENDS = compiled("支出(?:执行|完成)?$")
_TOGETHER = ("合计", "三者", "四者", "两者", "二者", "共同")
_AGAINST = compiled("(?<![占同环对可])[比较]$")
_ADDS, _FALLS = ("新增", "净增", "增加"), ("降幅", "跌幅")


def drafts(marked: Marked, setting: Setting) -> tuple[Draft, ...]:
    """A draft for every mention of the sentence but those of a list that does not pair."""
    found: list[Draft] = []
    for run in runs(clauses(marked, setting.home)):
        context = Context(marked, setting, tuple(found))
        found += _list(context, run) if len(run) > 1 else [_single(context, run[0])]
    return tuple(found)


def _single(context: Context, clause: Clause) -> Draft:
    """The draft of an amount of its own."""
    behind = context.marked.text[clause.slot.mention.end :][:8]
    topic, why = cause(clause.words) if "影响" in behind else ("", "")
    if why:
        affected = phrase(topic).name
        return replace(
            _draft(context, clause, phrase(why), None), aside=True, scope=(affected,), topic=affected
        )
    name, source = naming.name(context, clause)
    if source and source.group and any(word in clause.words for word in _TOGETHER):
        group = [draft for draft in context.found if draft.group == source.group]
        subjects = "、".join(dict.fromkeys(draft.phrase.subject or draft.phrase.name for draft in group))
        name = replace(name, subject=subjects, name=subjects + name.indicator)
    return _draft(context, clause, name, source)


def _list(context: Context, run: Sequence[Clause]) -> list[Draft]:
    """The drafts of a list of values; none where there are more or fewer members than values."""
    first, count = run[0], len(run)
    if first.slot.mention.quantity.unit in AGES and not first.phrase.name:
        # 0-17岁、18-34岁户籍人口: ages are of nobody told of before.
        return [_draft(context, clause, Phrase(), None) for clause in run]
    to_places = sides.gaps(context, run)
    if to_places:
        return [_single(context, clause) for clause in to_places]
    dated = [one for one in context.marked.dated if first.own <= one.start < first.slot.mention.start]
    group = 1 + max((draft.group for draft in context.known), default=0)
    lead = context.marked.masked[first.slot.lead : first.own]
    if both := onterms.told(context, run):
        return _on_terms(context, run, *both)
    names = listed(first.words, count) or (
        series.before(lead, first.phrase, count) if "分别" in first.words + lead else ()
    )
    if not names and len(dated) == count and _AGAINST.search(context.marked.text[: dated[0].start]):
        return _against(context, run, dated, group)
    if not names and len(dated) == count:
        single = _single(context, first)
        return [
            replace(single, mention=clause.slot.mention, period=one.period, group=group, stated=True)
            for clause, one in zip(run, dated, strict=True)
        ]
    pairs: list[tuple[Phrase, Draft | None]] = [(name, None) for name in names]
    if not names:
        pairs = sides.by_unit(run, _members(context, first, count))
    found = []
    for clause, (name, source) in zip(run, pairs, strict=False):
        said = clause.said if clause.said.verb or clause.said.start else first.said
        filled = replace(clause, own=first.own, said=said, words=first.words)
        filled = replace(filled, slot=replace(clause.slot, lead=first.slot.lead, own=first.slot.own))
        found.append(replace(_draft(context, filled, name, source), group=group))
    return found


def _on_terms(context: Context, run: Sequence[Clause], clause: Clause, told: tuple[str, str]) -> list[Draft]:
    """The drafts of one growth told on two terms: 名义和实际分别增长6.2%和4.5%."""
    name, source = naming.name(context, clause)
    drafted = [
        _draft(context, replace(clause, slot=replace(clause.slot, mention=one.slot.mention)), name, source)
        for one in run
    ]
    return [
        replace(draft, predicate=replace(draft.predicate, terms=term))
        for draft, term in zip(drafted, told, strict=True)
    ]


def _against(context: Context, run: Sequence[Clause], dated: Sequence[Dated], group: int) -> list[Draft]:
    """The drafts of a list of changes from several times: 分别较一季度和上年同期提高0.1和1.2个百分点."""
    text = context.marked.text
    rest = tuple(one for one in context.marked.dated if one not in dated)
    single = _single(replace(context, marked=replace(context.marked, dated=rest)), run[0])
    than = text[dated[0].start - 1]
    return [
        replace(
            single,
            mention=clause.slot.mention,
            predicate=replace(single.predicate, basis=than + text[one.start : one.end]),
            group=group,
        )
        for clause, one in zip(run, dated, strict=True)
    ]


def _members(context: Context, first: Clause, count: int) -> list[tuple[Phrase, Draft | None]]:
    """Whose the values of a list are that does not name its members: those of the list before."""
    given = first.phrase
    if not given.name and _LISTS.search(context.marked.masked[first.slot.lead : first.own]):
        # What the clause before lists is not understood, and none of what was told earlier.
        return []
    if not given.name or (given.indicator and not given.subject):
        above = members(context.found, count) or (
            members(context.setting.earlier[-8:], count) if not given.name and _is_said(first) else ()
        )
        if above and beside.is_award(context, first, above):
            return [(given, None)] * count
        if above:
            return [(_of_member(draft, given), draft) for draft in above]
    if not given.name or "分别" in context.marked.text[first.own : first.slot.mention.start]:
        return []
    return [naming.name(context, first)] * count


def _is_said(first: Clause) -> bool:
    """Whether a list without a name says what is said of its members: 分别增长5%和6%, not 96户、183人实现脱贫."""
    return bool(first.said.verb or first.said.measure or first.shared)


def _draft(context: Context, clause: Clause, name: Phrase, source: Draft | None) -> Draft:
    slot = clause.slot
    measure = _measure(clause, name, source)
    dated = timing.stated(context.marked, slot, clause.own, clause.said)
    above = around.parent(context, clause)
    done = status.told(context, clause, dated, name, source, above)
    period = when.period(context, clause, dated, name, source, measure, done)
    ended = when.reached(context, clause, dated, name, measure, period)
    return Draft(
        slot.mention,
        context.marked.passage,
        name.placed(_place(context, clause, name, source, above)),
        _predicate(context, clause, name, measure, source, above),
        measure,
        ended,
        done,
        tuple(word for word in _scope(context, clause, name, source, above) if word and word != name.name),
        aside=clause.attributive
        or slot.depth > 0
        or context.marked.text[slot.mention.end :].startswith("的基础上"),
        part=slot.part,
        stated=bool(dated),
        local=ended is not period or (bool(dated) and when.is_local(context, dated[-1])),
        inner=above is not None or (source is not None and source.inner),
        goes_on=source is not None,
        anchored=clause.phrase.at_home,
    )


def _scope(
    context: Context, clause: Clause, name: Phrase, source: Draft | None, above: Draft | None
) -> tuple[str, ...]:
    topics, divided = around.topics(context, clause), around.division(context, clause)
    return (
        above.phrase.name if above else "",
        around.among(context, clause.slot),
        name.per,
        *topics,
        *around.named_before(context, topics),
        *(source.scope[:2] if source and not above else ()),
        "" if divided else around.near(context, name),
        divided,
        _opening(context, clause, name),
        *reversed(context.setting.titles),
    )


def _opening(context: Context, clause: Clause, name: Phrase) -> str:
    """What the ；-part counts first: 孵化器 of 孵化器5家,在孵企业487家; the members of a list are no such."""
    part = [draft for draft in context.found if draft.part == clause.slot.part and not draft.aside]
    if not part or name.indicator or clause.slot.joint or clause.slot.follows:
        return ""
    counts = part[0].measure is Measure.LEVEL and not part[0].phrase.indicator
    return part[0].phrase.name if counts else ""


def _predicate(
    context: Context,
    clause: Clause,
    name: Phrase,
    measure: Measure,
    source: Draft | None,
    above: Draft | None,
) -> Predicate:
    said, quantity = clause.said, clause.slot.mention.quantity
    # 降幅分别为5.1%,6.2%: what goes on is a fall, too.
    goes_on = source if source and not clause.phrase.name and source.measure is measure else None
    fell = goes_on is not None and goes_on.predicate.direction < 0 < goes_on.mention.quantity.value
    falls = measure is Measure.GROWTH and said.measure is None and (name.aspect in _FALLS or fell)
    direction = -1 if falls else said.direction
    if measure in SIGNED:
        terms = said.terms or onterms.of(context, clause, measure)
        said = replace(said, direction=signed(quantity, direction), terms=terms)
    elif quantity.value < 0:
        said = replace(said, direction=-1)
    if name.whole:
        return replace(said, whole=name.whole)
    if measure is Measure.LEVEL:
        basis = indexed.base(context, clause)
        return replace(said, basis=basis) if basis != said.basis else said
    if measure is Measure.MULTIPLE:
        return replace(said, basis=said.whole, whole="")
    if measure is Measure.SHARE and not said.whole and (said.verb == "占" or name.aspect):
        return replace(said, whole=_whole(context, clause, source, above))
    if measure is Measure.SHARE and not said.whole and source and source.measure is Measure.SHARE:
        return replace(said, whole=source.predicate.whole)
    return said


def _whole(context: Context, clause: Clause, source: Draft | None, above: Draft | None) -> str:
    """What a share without a whole of its own is of: the 其中's whole, unless the amounts say otherwise, or the group."""
    if above is None:
        return around.among(context, clause.slot)
    return above.phrase.name if _is_share_of(clause, source, above) else ""


def _is_share_of(clause: Clause, source: Draft | None, above: Draft) -> bool:
    """Whether a share may be of the whole that its part is told of, as far as both amounts are known."""
    part, whole = source.mention.quantity if source else None, above.mention.quantity
    if part is None or source is above or part.unit != whole.unit or not (whole.value and part.value):
        return True
    return abs(part.value / whole.value * 100 - clause.slot.mention.quantity.value) <= _NEAR_SHARE


def _of_member(draft: Draft, given: Phrase) -> Phrase:
    """A member of an earlier list with another indicator: 小学 + 建筑面积."""
    if not given.name:
        return replace(draft.phrase, aspect=given.aspect or draft.phrase.aspect)
    owner = draft.phrase.subject if draft.phrase.indicator else draft.phrase.name
    return owned_by(owner.removeprefix(content_verb(owner)), replace(given, place=draft.phrase.place))


def _measure(clause: Clause, name: Phrase, source: Draft | None) -> Measure:
    quantity, said = clause.slot.mention.quantity, clause.said
    if clause.slot.mention.ordinal or quantity.parts:
        return Measure.RANK if clause.slot.mention.ordinal else Measure.RATIO
    stated = (
        said.measure
        or (Measure.SHARE if name.whole else None)
        or (Measure.CHANGE if name.aspect in _ADDS else None)
    )
    if stated:
        return Measure.MULTIPLE if stated is Measure.SHARE and quantity.unit == "倍" else stated
    if quantity.unit in ("%", "‰") and name.aspect in indicators()["aspect"]:
        return Measure.GROWTH
    if quantity.unit == "%" and (name.aspect or name.name).endswith(indicators()["share"]):
        return Measure.SHARE
    continues = source and quantity.unit == source.mention.quantity.unit and not clause.phrase.name
    if source and continues and source.measure in (Measure.GROWTH, Measure.SHARE):
        return source.measure
    return Measure.LEVEL


def _place(context: Context, clause: Clause, name: Phrase, source: Draft | None, above: Draft | None) -> str:
    """The place that the clause names or continues, "" for the letter's own."""
    if (told := name.place or compared(context, clause)) or clause.phrase.at_home:
        return "" if clause.phrase.at_home else told
    income = _SPENDS.sub("收入", name.name) if "支出" in name.name else ""
    if twin := [one for one in context.found if one.phrase.name == income] if income else []:
        # 经开区基金收入0.3亿元;基金支出0.6亿元
        return twin[-1].phrase.place
    if source or above:
        return (source or above or context.found[-1]).phrase.place
    same = [] if clause.slot.joint else beside.told_of(context, clause)
    if (
        same
        and same[-1].group
        and len({draft.phrase.place for draft in same if draft.group == same[-1].group}) > 1
    ):
        return ""
    return same[-1].phrase.place if same else opening(context, clause)
