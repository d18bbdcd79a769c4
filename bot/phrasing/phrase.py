"""Figures put into words: one statement for a thing, with its growth, place and period."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.phrasing.clause import clause_of, text_before
from bot.phrasing.headline import (
    Against,
    Headline,
    Named,
    Part,
    Printed,
    Quoted,
    Side,
    When,
    Where,
    Whole,
    headline,
    joined,
)
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.passage import Passage

# Words of change that say more than more or less.
_CHANGES = (
    "调增", "调减", "压降", "核增", "核减", "追加", "减亏", "增亏", "减支", "增支", "减收", "新增",
    "收窄", "扩大", "回落", "加快", "放缓", "提高", "提升", "提速", "上升", "下降", "净增", "增加", "减少", "上涨",
    "压缩", "缩短", "增长", "降低", "快", "慢", "高", "低",
)  # fmt: skip
_EACH = compiled(r"(?:每[\u4e00-\u9fff]{1,3})+$")
# 翻一番 and 基本持平 say themselves which way it went.
_ITSELF = ("番", "持平")

# What is no result is told as what it is.
_MARKED = {Status.TARGET: "_target", Status.RULE: "_rule"}


@dataclass(frozen=True)
class Statement:
    """Figures of one thing that are said together, in this order, and the passage they stand in.

    `asked` is the one that was asked for, where that is not the first.
    """

    figures: tuple[Figure, ...]
    passage: Passage
    asked: Figure | None = None

    @property
    def chief(self) -> Figure:
        """The figure that was asked for."""
        return self.asked or self.figures[0]


def stated(statement: Statement) -> Headline:
    """The statement without place and period: 电子信息产业产值24.69亿元,同比增长45.1%."""
    first, *rest = statement.figures
    parts = [_named(first, statement.passage), *(changed(figure) for figure in rest)]
    return joined(say("figure.comma"), parts)


def told(statements: Sequence[Statement]) -> Headline:
    """The statements one after the other; place and period once where all share them."""
    labels = {_label_of(statement.chief) for statement in statements}
    bodies = [stated(statement) for statement in statements]
    if len(labels) == 1:
        return labelled(joined(say("figure.separator"), bodies), statements[0].chief)
    pairs = zip(bodies, statements, strict=True)
    return joined(say("figure.separator"), [labelled(body, statement.chief) for body, statement in pairs])


def labelled(body: Headline, figure: Figure) -> Headline:
    """The body followed by the figure's period and place in brackets."""
    period, place = figure.period, figure.place
    if period and place:
        return headline(say("figure.suffix"), body=body, period=When(period), place=Where(figure))
    if period:
        return headline(say("figure.suffix_period"), body=body, period=When(period))
    return headline(say("figure.suffix_place"), body=body, place=Where(figure)) if place else body


def changed(figure: Figure) -> Headline:
    """What a growth, change or share says, without what it is of: 同比下降15.4%, 较去年年底收窄5个百分点."""
    if figure.measure is Measure.SHARE:
        return _part(figure)
    word = direction(figure)
    if figure.measure is Measure.GAP:
        name = "gap_above" if figure.direction > 0 else "gap_below"
    elif figure.quantity.raw.endswith(_ITSELF):
        name = "itself"
    elif figure.direction == 0:
        name = "flat"
    else:
        name = "change" if figure.measure is Measure.CHANGE else "growth"
    template = say(f"figure.{name}").replace("{direction}", word)
    parts: dict[str, Part] = {
        "basis": Against(figure),
        "side": Side(figure),
        "whole": Whole(figure),
        "value": Printed(figure),
    }
    return headline(template, **parts)


def _part(figure: Figure) -> Headline:
    """What a share says."""
    if figure.whole:
        template = say("figure.share_done" if figure.verb == "完成" else "figure.share")
        return headline(template, whole=Whole(figure), value=Printed(figure))
    # 研发经费占比 says it itself.
    named = figure.name.endswith(("占比", "比重", "比例"))
    return headline(say("figure.value" if named else "figure.share_bare"), value=Printed(figure))


def direction(figure: Figure) -> str:
    """The word for a figure's direction: as printed for a change, 增长 or 下降 for a growth."""
    if figure.measure is Measure.GROWTH:
        return say("figure.up") if figure.direction > 0 else say("figure.down")
    printed = next((word for word in _CHANGES if word in figure.verb), "")
    return printed or (say("figure.more") if figure.direction > 0 else say("figure.less"))


def _named(figure: Figure, passage: Passage) -> Headline:
    if figure.measure in {Measure.GROWTH, Measure.CHANGE, Measure.SHARE}:
        template = say(f"figure.of_name{_MARKED.get(figure.status, '')}")
        return headline(template, name=Named(figure), rest=changed(figure))
    if figure.measure in {Measure.GAP, Measure.CONTRIBUTION, Measure.RANK}:
        clause = clause_of(figure, passage)
        template = say("figure.clause" if figure.name in clause else "figure.named_clause")
        return headline(template, name=Named(figure), clause=Quoted(passage, clause))
    # PM2.5 and 39 are not PM2.539.
    apart = "_apart" if figure.name[-1:].isdigit() else ""
    template = say(f"figure.level{apart}{_MARKED.get(figure.status, '')}")
    each = _each(figure, passage)
    value = Quoted(passage, each + figure.quantity.raw) if each else Printed(figure)
    return headline(template, name=Named(figure), value=value)


def _each(figure: Figure, passage: Passage) -> str:
    """What an amount is for one of, as it stands before it: 每亩 of 每亩120元."""
    match = _EACH.search(text_before(figure, passage))
    return match[0] if match and not figure.name.endswith(match[0]) else ""


def _label_of(figure: Figure) -> tuple[object, str]:
    return figure.days, figure.place
