"""Quantities as printed: value, unit, hedge and the printed words."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """What a hedge makes of a value: 13亿元以上 is at least, 近百家 is below."""

    EXACT = "exact"
    ABOUT = "about"  # 约 左右 上下
    AT_LEAST = "at least"  # 以上 不少于 超 突破 多 逾
    AT_MOST = "at most"  # 以内 不超过 以下
    BELOW = "below"  # 近 不足 不到


@dataclass(frozen=True)
class Quantity:
    """A number with its unit.

    `value` is in the base unit (24.69亿元 is 2469000000 元; 45.1% is 45.1 with unit "%"; 8.8个百分点 is 8.8
    with unit "个百分点"; 六成 is 60 with unit "%"). `printed_unit` is the unit as printed or as the table's
    head gives it (亿元); `scale` is what one printed unit is in base units (亿元: 100000000).
    `raw` is the printed text of number, unit and hedge as it may be quoted (13亿元以上, 近百家), gaps closed;
    `start` and `end` are its printed offsets in the letter's text. A cell's raw is the bare cell (37.25).
    A range has `high` beside `value` (5至7年); a ratio has `parts` (3.1:50.1:46.9), its value is the first.
    """

    value: Decimal
    unit: str
    raw: str
    start: int
    end: int
    bound: Bound = Bound.EXACT
    scale: Decimal = Decimal(1)
    printed_unit: str = ""
    high: Decimal | None = None
    parts: tuple[Decimal, ...] = ()

    @property
    def places(self) -> int:
        """Decimal places of the printed number: 24.69亿元 has 2."""
        return max(0, -int((self.value / self.scale).normalize().as_tuple().exponent))
