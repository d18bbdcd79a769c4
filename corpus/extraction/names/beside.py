"""Names outside the words before an amount: of the highest or lowest of several, what money is for."""

from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context, is_count
from corpus.extraction.draft import Draft, last
from corpus.extraction.phrase import Phrase, lead_off, named, owned_by, phrase
from corpus.figure import Measure
from corpus.place import leading
from corpus.runtime.replace import replace

SPENDS = ("安排", "投入", "下达", "拨付", "统筹", "落实", "争取", "筹集", "整合", "兑现", "列支")
FOR_WHAT = compiled(r"用于|支持|保障|推动|推进|促进")
_GIVES = compiled("给予|奖励|补助|补贴|资助|奖补|发放")
_FOR = compiled(rf",?(?:全部|主要)?(?P<purpose>(?:{FOR_WHAT.pattern})[^,;。、()]{{2,24}})(?=[,;。])")
_NOUN = compiled(
    r"(?:^|.*(?:[,;:。、)(在于为是]|包括|有(?![色机线])))(?P<noun>(?:(?!有(?![色机线]))[^,;:。、()在于]){2,14})$"
)
_SAYS = compiled("[占为是达按共约]|完成|超")
_MOST = compiled(r"(?:多数|主要|全部|均|都)(?:为|是)(?P<who>[^,;:。、为是]{2,10}),$")
_EXTREME = compiled(r"最[\u4e00-\u9fff]{1,3}的?(?:是|为)(?P<who>[^,;:。、]{2,14})$")
# 民间投资增速由负转正, 出口止跌回升: a clause without an amount that says which way something turned.
_TURNED = compiled(
    r"^(?P<who>[^,;:。、]{2,16}?)(?:增速|增幅|增长)?(?:同比|实现|已|继续)*"
    r"(?:[由从][负正降升跌增减涨][转变]为?[正负升降跌涨增减]|[止扭][跌降负亏][回为转][升正稳盈涨增]|转[正负降升跌涨])(?:增长)?$"
)
# 12种增长: those that grow are some of all.
_MOVED = compiled(
    "(?:同比)?(?P<verb>(?:实现|保持)?(?:同比)?(?:正增长|负增长|增长|下降|上涨|下跌|上升|回升|回落|持平))(?=[,;。、)]|$)"
)


def turned(context: Context, clause: Clause) -> Phrase | None:
    """What turned in the clause before, of a growth that says no name: 民间投资增速由负转正,增长0.9%."""
    if clause.said.measure is not Measure.GROWTH:
        return None
    before = context.marked.masked[clause.slot.lead : clause.slot.own].strip(",;:。").rsplit(",", 1)[-1]
    match = _TURNED.match(before)
    return phrase(match["who"], context.setting.home) if match else None


def extreme(context: Context, clause: Clause) -> Phrase | None:
    """What is told of the highest or lowest of those before: 最慢的是东峪县,下降0.6%."""
    match = _EXTREME.search(context.marked.masked[clause.slot.lead : clause.slot.own].strip(",;:。"))
    paragraph = context.marked.passage.paragraph
    near = [draft for draft in context.setting.earlier[-12:] if draft.passage.paragraph == paragraph]
    measure = clause.said.measure or Measure.LEVEL
    unit = clause.slot.mention.quantity.unit
    told = [
        draft
        for draft in (*near, *context.found)
        if draft.measure is measure and draft.mention.quantity.unit == unit
    ]
    if not match or not told:
        return None
    who, phrase = match["who"], replace(told[-1].phrase, aspect="")
    if leading(who) == who:
        return replace(phrase, place=who)
    return owned_by(who, replace(named(phrase.indicator), place=phrase.place)) if phrase.indicator else None


def majority(context: Context, clause: Clause) -> Phrase | None:
    """Who makes up a share that the clause before names: 绝大多数为汉族,占99.9%."""
    match = _MOST.search(context.marked.masked[clause.slot.lead : clause.slot.own])
    return named(match["who"]) if match and clause.said.measure is Measure.SHARE else None


def purpose(context: Context, clause: Clause) -> Phrase | None:
    """What money without a name is for: 安排6.1亿元,用于教育补短板."""
    bare = not clause.words and clause.slot.mention.quantity.unit.endswith("元")
    spent = bare or clause.said.verb in SPENDS or clause.phrase.name in SPENDS
    match = _FOR.match(context.marked.masked, clause.slot.mention.end) if spent else None
    return named(match["purpose"]) if match else None


def bracketed(context: Context, clause: Clause) -> Phrase | None:
    """What a share in brackets is of, where no amount stands before the bracket: 电梯(占比11.3%)、医疗设备(占比7.3%)."""
    masked, opened = context.marked.masked, clause.own - 1
    # 购房补贴(57万元), 电梯(占比11%)
    bare = not (clause.words or clause.said.measure)
    told = clause.said.verb == "占" or clause.phrase.aspect or bare
    match = _NOUN.search(masked, 0, opened) if told else None
    if match and bare and _SAYS.match(match["noun"]):
        # 占年度计划(31亿元)的: what the amount is compared with.
        return None
    counted = any(mention.end == opened for mention in context.marked.mentions)
    if match is None or counted or not masked.startswith("(", opened):
        return None
    noun = lead_off(match["noun"].removeprefix("对"))
    return replace(named(noun), aspect=clause.phrase.aspect)


def is_award(context: Context, clause: Clause, above: Sequence[Draft]) -> bool:
    """Whether a list is of what is given to those that the steps before tell apart, and no amount of theirs:
    接待5人以上、10人以上的,分别奖励1万元、2万元.
    """
    words = context.marked.text[clause.own : clause.slot.mention.start]
    steps = len({draft.phrase.name for draft in above}) == 1
    units = {draft.mention.quantity.unit for draft in above}
    return bool(_GIVES.search(words)) and steps and clause.slot.mention.quantity.unit not in units


def moving(context: Context, clause: Clause, given: Phrase) -> Phrase:
    """Those of what was counted before that do what stands behind the amount: 23种产品中,12种增长."""
    moved = _MOVED.match(context.marked.masked, clause.slot.mention.end)
    some = moved and not clause.words and is_count(clause.slot, context.marked)
    whole = given.subject if _MOVED.fullmatch(given.indicator) else "" if given.indicator else given.name
    if moved is None or not some or not whole:
        return given
    return Phrase(given.place, whole, moved["verb"], whole + moved["verb"])


def is_own_count(context: Context, clause: Clause) -> bool:
    """Whether a number of households is none of what was counted before: 总楼栋数876栋,涉及户数43231户."""
    unit, before = clause.slot.mention.quantity.unit, last(context.found)
    return clause.phrase.name == f"{unit}数" and before is not None and before.mention.quantity.unit != unit


def told_of(context: Context, clause: Clause) -> list[Draft]:
    """The amounts before in the ；-part but for those in a bracket that is closed: 面积9万亩(青岩镇8万亩),产量6万吨."""
    text, start = context.marked.text, clause.slot.mention.start
    here = [draft for draft in context.found if draft.part == clause.slot.part]
    behind = [(draft, text[draft.mention.end : start]) for draft in here]
    return [draft for draft, words in behind if words.count(")") <= words.count("(")]
