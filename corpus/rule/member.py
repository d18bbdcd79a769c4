"""The things of a list that awards are paired with: 国家级、省级、市级企业技术中心."""

import re
from collections.abc import Sequence

from corpus.rule.marked import MARK, Marked
from corpus.rule.role import Placed
from corpus.rule.words import grade_spans

_MARKS = re.compile(r"[、和及与或]|以及")
_CLAUSE = re.compile(r"[^,;:。]+")
_TAIL = 4  # no more characters of a list's first thing are looked for in its last
_PAIRED = re.compile("分别|各")


def members(sentence: Marked, start: int, award: Placed, count: int) -> tuple[tuple[int, int], ...]:
    """The spans of the `count` things that stand in one clause before the awards; none where no clause has so many."""
    text = sentence.text
    paired = _PAIRED.search(text, max(start, award.start))
    end = paired.start() if paired and paired.start() < award.place else award.place
    for clause in reversed(list(_CLAUSE.finditer(text[:end], start))):
        parts = _parts(text, clause.start(), min(clause.end(), end))
        if len(parts) == count:
            return _cores(text, parts)
    return _by_grade(text, start, end, count)


def _by_grade(text: str, start: int, end: int, count: int) -> tuple[tuple[int, int], ...]:
    """The grades before the awards, where there are as many: 国家级及省级创新中心、示范企业 are two."""
    spans = grade_spans(text[start:end])
    return tuple((start + first, start + last) for first, last in spans) if len(spans) == count else ()


def whole(cores: Sequence[tuple[int, int]], sentence: Marked) -> tuple[int, int]:
    """The span of the clause that a list stands in, as far as the awards' own words."""
    clause = next(one for one in _CLAUSE.finditer(sentence.text) if one.end() >= cores[-1][1])
    paired = _PAIRED.search(sentence.text, cores[-1][1], clause.end())
    mark = sentence.text.find(MARK, cores[-1][1], clause.end())
    return cores[0][0], min(end for end in (clause.end(), paired and paired.start(), mark) if end and end > 0)


def _cores(text: str, parts: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The parts, the last one without what all of them share: 省级 of 国家级、省级企业技术中心."""
    (first_start, first_end), (start, end) = parts[0], parts[-1]
    first = text[first_start:first_end]
    for size in range(min(len(first), _TAIL), 0, -1):
        place = text.find(first[-size:], start, end)
        if place > start:
            return (*parts[:-1], (start, place + size))
    return tuple(parts)


def _parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The pieces of a clause between the marks of a list."""
    cuts = [match.span() for match in _MARKS.finditer(text[:end], start)]
    begins = [start, *(stop for _, stop in cuts)]
    ends = [*(begin for begin, _ in cuts), end]
    return tuple(zip(begins, ends, strict=True))
