"""Full dates as printed: 2024年7月25日, 2024-11-18, 二〇二四年二月二十八日."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.amounts.numeral import parse
from corpus.compiled import compiled
from corpus.texts.text import Folded, fold

_HAN = "零一二三四五六七八九十○OＯ"
_ZEROS = str.maketrans("○OＯ", "零零零")
_DAY = compiled(
    rf"""(?P<year>[12]\d{{3}}|[一二][{_HAN}]{{3}})(?:年|[-/.])
         (?P<month>\d{{1,2}}|[{_HAN}]{{1,3}})(?:月|[-/.])
         (?P<day>
            0?\d(?=[012]\d:[0-5]\d) | [0-3]\d(?=[012]?\d:[0-5]\d)   # the gap before an hour is closed: 2025-06-1816:20
          | \d{{1,2}}(?!\d) | [{_HAN}]{{1,3}})日?""",
    re.VERBOSE,
)


_REPORTED = compiled(r"(20\d\d)年[^,。;]{0,24}?(?:执行|完成|决算|统计公报|运行|回顾|总结)")


@dataclass(frozen=True)
class Day:
    """A date and its printed span."""

    date: date
    start: int
    end: int


def days(text: str, offset: int = 0) -> tuple[Day, ...]:
    """The full dates of a text that begins at `offset` of the document, in order.

    >>> [day.date.isoformat() for day in days("二〇二四年二月二十八日; 2024-11-18; 2024年13月1日")]
    ['2024-02-28', '2024-11-18']
    """
    return tuple(_days(fold(text, offset)))


def reported(title: str) -> int:
    """The year that a title reports on as over or under way, 0 if none: no such report is of a day before it.

    >>> reported("青岩县2025年预算执行情况和2026年预算草案的报告"), reported("2026年工作要点")
    (2025, 0)
    """
    match = _REPORTED.search(fold(title).text)
    return int(match[1]) if match else 0


def _days(folded: Folded) -> Iterator[Day]:
    for match in _DAY.finditer(folded.text):
        try:
            found = date(_number(match["year"]), _number(match["month"]), _number(match["day"]))
        except ValueError:  # no such day
            continue
        yield Day(found, *folded.printed(*match.span()))


def _number(printed: str) -> int:
    return int(parse(printed.translate(_ZEROS)))
