"""Rules: what a policy gives, for what, and how much at most."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.amounts.quantity import Quantity


class Sort(StrEnum):
    """How an award is reckoned."""

    FIXED = "fixed"  # 奖励50万元
    RATE = "rate"  # 按设备投资额的6%
    STEP = "step"  # 每净增1000万元奖励2万元
    EACH = "each"  # 每亩补贴150元
    LIMIT = "limit"  # 最高50万元, and no more is said


@dataclass(frozen=True)
class Condition:
    """What has to be reached: from `low` to `high`, each None where there is no such end.

    `of` is what is measured, as printed (年产值), "" where the text leaves it out. `within` and `to` say whether the ends
    themselves belong to it, `stated` whether the text says so of them in words ((含), 不含), not by the law's reading of 以上
    and 以下.
    """

    of: str
    low: Quantity | None
    high: Quantity | None
    within: bool = True
    to: bool = True
    within_stated: bool = False
    to_stated: bool = False


@dataclass(frozen=True)
class Cap:
    """The most that is given, with the passage and the words that say so."""

    amount: Quantity
    passage: str
    words: str


@dataclass(frozen=True)
class Span:
    """How long something is given at most, in months, with the passage and the words that say so (补贴期限为5年)."""

    months: int
    passage: str
    words: str


@dataclass(frozen=True)
class Payout:
    """How an award is paid out over the years, as the words of a passage say: 分3年按照40%、30%、30%的比例兑现."""

    passage: str
    words: str


@dataclass(frozen=True)
class Rule:
    """One award with what it is for.

    `whom` are the printed words in front of it that are its own (省级企业技术中心), `grades` those of them that tell it
    from its neighbours, `beside` the words that it shares with them. `clause` are the words that a person may be shown
    for it alone, condition and award; "" where they are told together with others' (分别, a table).
    `head` is what stands above it: the line that leads a list in, a table's heads.
    `base` is what a rate is of (合同金额), `step` what is counted (1000万元 of 每净增1000万元, `step_of` its words),
    `each` the unit of 每亩, `term` how often or how long. `partial` says that only the part of an amount that lies in
    the tier counts. `series` is the same for the tiers that belong together.
    `label` is what a line calls its rules in front of a colon (甲类人才政策), `name` what stands behind a list of awards
    (2万元、1.5万元人才津贴). `rhythm` is 月 or 年 for what is given each month or year, `span` for how long; `years` are the
    first and last of the years that the award is for (第四、第五年). `most` says of a rate that it is the highest
    (给予最高30%补助).
    """

    letter: str
    passage: str
    article: str
    series: str
    sort: Sort
    amount: Quantity
    whom: str
    beside: str = ""
    grades: tuple[str, ...] = ()
    clause: str = ""
    head: str = ""
    conditions: tuple[Condition, ...] = ()
    base: str = ""
    step: Quantity | None = None
    step_of: str = ""
    each: str = ""
    term: str = ""
    partial: bool = False
    cap: Cap | None = None
    label: str = ""
    name: str = ""
    rhythm: str = ""
    span: Span | None = None
    years: tuple[int, int] | None = None
    payout: Payout | None = None
    most: bool = False

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every printed amount that the rule is made of: none of them is a result."""
        ends = [end for one in self.conditions for end in (one.low, one.high)]
        cap = self.cap.amount if self.cap else None
        return tuple(one for one in (self.amount, self.step, cap, *ends) if one)
