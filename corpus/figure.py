"""Figures: what a quantity of a document is the quantity of."""

from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from corpus.amounts.quantity import Quantity
from corpus.evidence.stated import Stated
from corpus.runtime.frozen import dataclass
from corpus.times.period import Period


class Status(StrEnum):
    """Whether it happened."""

    RESULT = "实绩"
    TARGET = "目标"
    RULE = "规定"  # a policy's threshold or award: never a result


class Measure(StrEnum):
    """What kind of statement about its indicator a figure makes."""

    LEVEL = "level"  # 产值24.69亿元, 79家
    GROWTH = "growth"  # 同比增长45.1%, 下降15.4%, 增长1.2倍, 持平
    CHANGE = "change"  # 提高2.7个百分点, 比年初增加14.9亿元, 净增41家
    SHARE = "share"  # 占34.0%, 比重由…, 负增长面38.5% is a level of its own indicator
    RANK = "rank"  # 居全市第三位
    GAP = "gap"  # 高于全市平均1.2个百分点
    CONTRIBUTION = "contribution"  # 贡献率57.6%, 拉动3.0个百分点
    RATIO = "ratio"  # 三次产业结构3.1:50.1:46.9
    MULTIPLE = "multiple"  # 是2020年的3.4倍: not a growth, for the base is counted in


@dataclass(frozen=True)
class Figure:
    """One quantity with what it is of.

    `subject` is whose figure it is (规上工业, 电子信息产业, 亿元上企业), `indicator` what is measured
    (增加值, 产值, 负增长面), "" where the subject itself is counted; `name` is both as the text has them
    (规上工业增加值). A growth or change keeps the subject and indicator of what grows. `scope` holds the phrases
    above it, nearest first: what a 其中 is part of, the sentence's topic, the table's caption, the section's titles.
    `direction` is +1, 0 (持平) or -1; for a level it is +1 unless the printed value is negative. 收窄, 回落 and
    减少 are -1. `basis` says against what (同比, 环比, 比上年末, 较去年年底, 比一季度, 年均 …), "" if nothing.
    `whole` is what a share is a share of, or the other place or average of a gap, or where a rank is (全市).
    `verb` is the printed word that carries direction or status (同比增长, 下降, 收窄, 力争, 突破, 居).
    `aspect` is the side of the indicator that is meant where it is not its value: 增速 in 增速比上年回落 and in
    增速居全市第三位, 降幅 in 降幅收窄, 比重 in 比重提高.
    `terms` are what a growth is told on: 名义, 实际 (without the rise of prices), 季节调整后; "" where the text says none.
    An index has what it is counted from as its basis: 上年=100.
    `stated` says where each of these is read; an index does not keep it.
    """

    letter: str
    passage: str
    place: str
    subject: str
    indicator: str
    name: str
    period: Period | None
    status: Status
    measure: Measure
    quantity: Quantity
    direction: int = 1
    basis: str = ""
    whole: str = ""
    verb: str = ""
    scope: tuple[str, ...] = ()
    aspect: str = ""
    terms: str = ""
    stated: tuple[Stated, ...] = field(default=(), compare=False, repr=False)

    @property
    def id(self) -> str:
        """`<letter id>:<start>` of the printed quantity: one quantity is one figure."""
        return f"{self.letter}:{self.quantity.start}"

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of its period, however the text says it; None for a figure without one."""
        return (self.period.first, self.period.last) if self.period else None

    @property
    def division(self) -> str:
        """How what it is told among is divided, 分行业看; "" if it is not."""
        return next((word for word in self.scope if word[:1] == "分" and word[-1:] == "看"), "")

    @property
    def signed(self) -> Decimal:
        """The value with its direction: 下降15.4% and 增长-15.4% are -15.4."""
        return -abs(self.quantity.value) if self.direction < 0 else self.quantity.value

    @property
    def order(self) -> Decimal:
        """What figures are put in order by: `signed`, a growth of 1.2倍 as one of 120%."""
        times = self.measure is Measure.GROWTH and self.quantity.unit == "倍"
        return self.signed * 100 if times else self.signed
