"""Heads of monthly tables: 本月 is the month that the table is of, 1-本月 all months up to it."""

from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.times.period import Period

# 1-本月, 本月止累计, 年初至本月, 累计.
_SO_FAR = compiled(
    "(?:1|一)?月?[-—–~～至到]+本月(?:止|末)?(?:累计)?|本月(?:止|末)?累计|自?年初(?:至|到)本月(?:止|末)?(?:累计)?|^累计(?!折旧|存)"
)
_OWN = compiled("[本当]月")


def with_months(heads: Sequence[str], told: Period | None) -> list[str]:
    """The heads with the months that they mean, where the table is of a month or of the first months of a year.

    >>> from datetime import date
    >>> with_months(["指标", "本月", "1-本月", "增长(%)"], Period(date(2023, 3, 1), date(2023, 3, 31), "2023年3月"))
    ['指标', '2023年3月', '2023年1-3月', '增长(%)']
    """
    if told is None or not any(map(_OWN.search, heads)) or not _is_of_months(told):
        return list(heads)
    year, month = told.last.year, told.last.month
    return [_OWN.sub(f"{year}年{month}月", _SO_FAR.sub(f"{year}年1-{month}月", head)) for head in heads]


def _is_of_months(told: Period) -> bool:
    """Whether a period is one month, or the first ones of a year."""
    whole = told.first.day == 1 and told.first.year == told.last.year and not told.is_year
    return whole and (told.first.month in {1, told.last.month})
