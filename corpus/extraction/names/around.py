"""What stands around an amount: the whole it is part of, the group it is of, what is spoken of."""

from collections.abc import Sequence
from functools import lru_cache

from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.draft import Draft, last
from corpus.extraction.lexicon import indicators
from corpus.extraction.marked import AMONG, Slot
from corpus.extraction.names.verbs import content_verb
from corpus.extraction.names.wording import wrapped
from corpus.extraction.phrase import Phrase, lead_off
from corpus.figure import Measure

# 分县区看: how what was told before is divided, and no topic.
_DIVIDED = compiled(r"(?:分|从|按)[^,;:]{1,6}(?:看|分)$")
_BY = compiled(r"(?:^|[,;:。])(?:分|从|按)(?P<by>[^,;:。]{1,8}?)来?(?:看|分)[,:]")

_PART = compiled("(?:产业|业|企业|单位|城镇|乡村|农村|城市|部门)$")
_BARE = 3  # characters of a name that says little
_COMMA, _STOP = compiled("[,;:]"), compiled("[,;。]")
# 金融业等优势行业继续发挥重要支撑作用: of those industries.
_ABOUT = compiled(
    "(?:中|方面|看)$|是.*$|(?:继续|持续|充分)*(?:发挥|起到)了?.*$|的(?:贡献|支撑|带动|拉动|作用)[^,;]{0,6}$"
)
_RELATIVE = ("%", "‰", "倍")
# 价格上涨1·8%: an amount that was not read.
_UNREAD = compiled(r"\d\s*[%‰]")
_REASON = compiled("主要|因|由于|受|但")


def division(context: Context, clause: Clause) -> str:
    """How what is spoken of is divided: 分行业看, for both 分行业看,… and 从行业看,…; "" if it is not."""
    text = context.marked.masked[: clause.slot.mention.start]
    found = list(_BY.finditer(text)) if "看" in text or "分" in text else []
    return f"分{found[-1]['by']}看" if found else ""


def divided(context: Context, clause: Clause, given: Phrase) -> str:
    """What grew of a part of what the sentence before tells of: 投资 of 投资增长9%。分产业看,第一产业增长29%."""
    part = _PART.search(given.name) and not given.indicator and clause.said.measure is Measure.GROWTH
    way = division(context, clause) if part else ""
    if not way:
        return ""
    paragraph, flows = context.marked.passage.paragraph, tuple(indicators()["flow"])
    near = [draft for draft in context.setting.earlier[-4:] if draft.passage.paragraph == paragraph]
    outer = [draft for draft in context.found if not draft.inner]
    found = [*([] if any(draft.inner for draft in near) else near), *outer]
    told = [draft for draft in found if draft.phrase.indicator and draft.phrase.name.endswith(flows)]
    whole = [_grown(draft.phrase) for draft in told if way not in draft.scope]
    before = told[-1].phrase if told else Phrase()
    return next((name for name in reversed(whole) if before.name.endswith(name)), before.indicator)


def _grown(told: Phrase) -> str:
    """What grew, without the part that it was told of: 增加值 of 规模以上工业增加值, 技改投资 as it is."""
    return told.indicator if _PART.search(told.subject) else told.name


def near(context: Context, name: Phrase) -> str:
    """What is told right before in the paragraph, for a name that says little: 产值, 学生."""
    before = last(context.found) or last(context.setting.earlier[-3:])
    bare = name.indicator in indicators()["owned"] or len(name.name) <= _BARE
    told = before and before.passage.paragraph == context.marked.passage.paragraph and not name.subject
    return (before.phrase.subject or before.phrase.name) if before and told and bare else ""


def parent(context: Context, clause: Clause) -> Draft | None:
    """What the clause is part of: the level before the 其中 that its ；-part or its sentence begins with."""
    text = context.marked.masked[: clause.slot.mention.start]
    place = text.rfind("其中")
    opens = place <= 2
    if place < 0 or (")" in text[place:] and clause.slot.depth == 0) or (not opens and ";" in text[place:]):
        return None
    after = [draft for draft in context.found if draft.mention.start > place and draft.is_level]
    anew = content_verb(clause.phrase.name) and "," in text[place + 3 :]
    if anew or (after and not after[-1].inner):
        # 新增铁路639公里、其中高铁370公里,新增公路2600公里: a verb begins anew.
        return None
    before = [draft for draft in context.found if draft.mention.end <= place]
    if opens and not before and _is_another(context, clause):
        return None
    if before:
        levels = [draft for draft in before if draft.is_level]
        return _alike(levels, clause) if levels else last(before)
    paragraph = context.marked.passage.paragraph
    earlier = [
        draft for draft in context.setting.earlier if draft.passage.paragraph == paragraph and not draft.aside
    ]
    whole = [
        draft for draft in earlier if not draft.inner and draft.measure in (Measure.LEVEL, Measure.GROWTH)
    ]
    if not whole or not opens:
        return None
    # A growth stands for its level, so that the parts can be told by the unit.
    level = [draft for draft in whole if draft.is_level and draft.phrase.name == whole[-1].phrase.name]
    nearest = level[-1] if level else whole[-1]
    here = [one for one in whole if one.passage == nearest.passage and one.is_level]
    return _alike([*here, nearest], clause) if nearest.is_level else nearest


def _is_another(context: Context, clause: Clause) -> bool:
    """Whether a later part of a sentence that begins with 其中 measures something else: 其中:粮食面积7万亩;粮食产量2万吨."""
    first = [draft for draft in context.found if draft.part == context.found[0].part] if context.found else []
    part = [draft for draft in context.found if draft.part == clause.slot.part] if first else []
    own = part[0].mention.quantity if part else clause.slot.mention.quantity
    if not first or clause.slot.part == first[0].part or (own.unit in _RELATIVE):
        return False
    known = {
        units()[one.mention.quantity.unit].family for one in first if one.mention.quantity.unit in units()
    }
    family = units()[own.unit].family if own.unit in units() else ""
    return bool(family) and family not in known


def _alike(levels: Sequence[Draft], clause: Clause) -> Draft:
    """The last level, of a sum and of what is told of the same the last one in its unit: of 投入资金9亿元,新建学校100所,其中
    高中投入2亿元 a sum is part of the sum, of 贷款436笔、9870万元,其中个人392笔 a number of the number.
    """
    unit, name = clause.slot.mention.quantity.unit, levels[-1].phrase.name
    same = [one for one in levels if one.mention.quantity.unit == unit]
    told = [one for one in same if unit.endswith("元") or one.phrase.name == name]
    return told[-1] if told else levels[-1]


def among(context: Context, slot: Slot) -> str:
    """The group that the ；-part speaks of: 规上工业企业 after 322家规上工业企业中."""
    for draft in reversed(context.found):
        if draft.part != slot.part:
            break
        ended = _STOP.search(context.marked.masked, draft.mention.end)
        if AMONG.match(context.marked.masked[draft.mention.end : ended.start() if ended else None]):
            return draft.phrase.name
    return ""


def topics(context: Context, clause: Clause) -> tuple[str, ...]:
    """What clauses without an amount before this one name: 设立生物医药产业基金, “新三样”中."""
    masked, first = context.marked.masked, context.marked.mentions[0]
    opening = [_topic(part) for part in reversed(_COMMA.split(masked[: first.start])[:-1])]
    if ";" in masked[first.end : clause.slot.mention.start]:
        # 对甲类企业,奖励2万元;对乙类企业奖励8万元: whom a part is for is that part's.
        opening = [topic for topic in opening if not topic.startswith("对")]
    own = _COMMA.split(masked[clause.slot.lead : _counted_from(context, clause)])
    return tuple(filter(None, (*map(_topic, reversed(own)), *opening)))


@lru_cache(4096)
def _topic(part: str) -> str:
    """What a clause without an amount names, "" if nothing that is a topic."""
    said = "" if _DIVIDED.search(part) else lead_off(wrapped(_ABOUT.sub("", part)))
    told = _REASON.match(said) or _UNREAD.search(said)
    return said if 2 <= len(said) <= 20 and not told else ""


def is_reason(words: str) -> bool:
    """Whether a clause only says where an amount comes from: 主要是资产一次性入库2亿元."""
    return bool(_REASON.match(words))


def _counted_from(context: Context, clause: Clause) -> int:
    """Where the words before a clause end: without the amount that only counts whom it is of."""
    before = next((one for one in context.marked.mentions if one.end == clause.own), None)
    return before.start if before and before.start >= clause.slot.lead else clause.own


def named_before(context: Context, words: tuple[str, ...]) -> tuple[str, ...]:
    """The full names that topics are short for: 茶产业专项资金 for 资金 in 2024年资金中."""
    paragraph = context.marked.passage.paragraph
    names = [d.phrase.name for d in context.setting.earlier[-8:] if d.passage.paragraph == paragraph]
    return tuple(
        dict.fromkeys(name for word in words for name in names if name != word and name.endswith(word))
    )
