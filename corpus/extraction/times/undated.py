"""Amounts that no year is told of, whatever the text around them is about."""

from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.lexicon import indicators
from corpus.extraction.phrase import Phrase
from corpus.times.datewords import holidays

_YEARS = compiled(
    r"(?<![\d.第前近去这续])[两二三四五六七八九十\d]年(?:来|间|内|里)?(?:累计|共|平均|完成|新增|投入|建成|实现|增长|提高|增加|下降|减少)"
)
_YEARLY = compiled(
    "每年(?:都|将|均|由?财政|预算)*(?:安排|投入|拨付|列支|补助|发放|筹集|超过?|突破|不低于|不少于|达到?|保持|稳定|$)"
)
_FROM_ON, _ON = compiled("[自从]$"), compiled("年?(?:起|开始|以后|之后)")
_ALWAYS = compiled("均|都|一直|始终|年年")
_STOP, _SINCE = compiled("[;。]"), "以来"
# 近几年…, 在1-5月存在: times that are none of the day that the paper is of.
_VAGUE = compiled(
    r"(?:近|这|前|最近|过去)(?:[几两三四五]年|些年)|近年|多年|常年|往年|历年|历史上|每年|(?<![\d年])\d{1,2}月?[-—~至到]\d{1,2}月"
)
_HEIGHTS = ("海拔", "海拔高度", "平均海拔", "最高海拔", "最低海拔", "坡度", "最高温", "最低温", "国土面积")
_FROM = compiled("[距离](?!休|职|任)")  # 距区政府2千米
# Of these words those that were understood are marked as times.
_ANOTHER = compiled(
    "(?<![比较与同])(?:去年|上年|前年|上一年)(?!末|底|初|结转|结余|度?同|基础|水平)(?:全年)?[\u4e00-\u9fff]{2}"
)
_THIS = ("今年", "去年", "本年", "上年")


def is_of_years(context: Context, clause: Clause) -> bool:
    """Whether an amount is the sum or the mean of so many years: 三年累计, 5年完成."""
    return bool(_YEARS.search(context.marked.masked[clause.own : clause.slot.mention.start]))


def is_yearly(context: Context, clause: Clause) -> bool:
    """Whether an amount is so every year: 每年安排资金8000万元."""
    return bool(_YEARLY.search(context.marked.masked[clause.own : clause.slot.mention.start]))


def is_since(context: Context, clause: Clause) -> bool:
    """Whether what is told goes on from a time that is no date: 党的十八大以来,…."""
    marked, start = context.marked, clause.slot.mention.start
    place = marked.text.rfind(_SINCE, 0, start)
    if place < 0 or marked.text[:place].endswith(_THIS) or _STOP.search(marked.text, place, start):
        return False
    return not any(one.start < place <= one.end for one in marked.dated)


def is_from_then_on(context: Context, clause: Clause) -> bool:
    """Whether what is told is so in all the years from one on, of which it is no amount alone: 自2015年起均超过千万人次."""
    marked, start = context.marked, clause.slot.mention.start
    begun = [one for one in marked.dated if one.end <= start and one.start >= clause.slot.lead]
    anchor = context.setting.frame.anchor
    if begun and anchor and begun[-1].period.first > anchor:
        return False
    on = begun and _FROM_ON.search(marked.text, 0, begun[-1].start) and _ON.match(marked.text, begun[-1].end)
    return bool(on) and bool(_ALWAYS.search(marked.text, begun[-1].end, start))


def is_of_another_year(context: Context, clause: Clause) -> bool:
    """Whether an amount is of a year that is no year of the text: 去年完成5亿元 where the text says no year."""
    return bool(_ANOTHER.search(context.marked.masked, clause.own, clause.slot.mention.start))


def is_of_holiday(context: Context, clause: Clause) -> bool:
    """Whether the sentence tells of a holiday before an amount: “五一”假期三天,共接待游客2万人次."""
    marked = context.marked
    told = holidays().search(marked.text, 0, clause.slot.mention.start)
    return told is not None and not any(told.start() < one.start for one in marked.dated)


def is_vague(context: Context, clause: Clause) -> bool:
    """Whether the words before an amount tell of a time that is no date: 近几年因管道老化,120户用水困难."""
    return bool(_VAGUE.search(context.marked.masked, 0, clause.slot.mention.start))


def is_standing(context: Context, clause: Clause, name: Phrase) -> bool:
    """Whether a figure is of the climate or the shape of something: 无霜期, 塔高32米; a paper on a year means its own."""
    frame = context.setting.frame
    if name.name.endswith(_HEIGHTS) or _FROM.match(context.marked.masked, clause.own):
        return True
    if frame.running or frame.titled or any(draft.period for draft in context.found):
        return False
    unit = units().get(clause.slot.mention.quantity.unit)
    sized = unit is not None and unit.family == "length" and name.name.endswith(indicators()["sizes"])
    return sized or name.name.endswith(indicators()["standing"])
