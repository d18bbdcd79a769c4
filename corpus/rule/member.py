"""The things of a list that awards are paired with: 国家级、省级、市级企业技术中心."""

import re

from corpus.rule.marked import Marked
from corpus.rule.role import Placed

_MARKS = re.compile(r"[、和及与或]|以及")
_CLAUSE = re.compile(r"[^,;:。]+")
_PAIRED = re.compile("分别|各")


def members(sentence: Marked, start: int, award: Placed, count: int) -> tuple[tuple[int, int], ...]:
    """The spans of the `count` things that stand in one clause before the awards; none where no clause has so many."""
    text = sentence.text
    paired = _PAIRED.search(text, max(start, award.start))
    end = paired.start() if paired and paired.start() < award.place else award.place
    for clause in reversed(list(_CLAUSE.finditer(text[:end], start))):
        parts = _parts(text, clause.start(), min(clause.end(), end))
        if len(parts) == count:
            return parts
    return ()


def _parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The pieces of a clause between the marks of a list."""
    cuts = [match.span() for match in _MARKS.finditer(text[:end], start)]
    begins = [start, *(stop for _, stop in cuts)]
    ends = [*(begin for begin, _ in cuts), end]
    return tuple(zip(begins, ends, strict=True))
