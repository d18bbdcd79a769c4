"""The things of a list that awards are paired with: 国家级、省级、市级企业技术中心."""

import re
from collections.abc import Sequence

from corpus.compiled import compiled
from corpus.rule.marked import MARK, Marked
from corpus.rule.placed import NOTE, Placed
from corpus.rule.words import grade_spans, grades_in

_MARKS = compiled(r"[、和及与或]|以及|(?<=”)(?=“)")
# 正高级职称人才和博士、副高级职称人才和硕士 are two.
_PLAIN_MARK = compiled("、")
_CLAUSE = compiled(r"[^,;:。]+")
_TAIL = 4  # no more characters of a list's first thing are looked for in its last
_PAIRED = compiled("分别|各")
_IN_BRACKETS = compiled(r"(?:元)?(?:人民币)?\((?P<name>[^()]{1,10})\)")
_ORDER = ("123456789", "一二三四五六七八九", "ABCDEF", "甲乙丙丁")
# 2—5星级, A类至E类
_RANGE = compiled(
    r"(?P<low>[1-9一二三四五六七八九A-F甲乙丙丁])(?P<of>星级?|类|级|等奖?)?(?:[—–~-]+|至|到)"
    r"(?P<high>[1-9一二三四五六七八九A-F甲乙丙丁])(?P<kind>星级?|A级?|类|级|等奖)"
)
_GIVES = compiled("给予|奖励|补助|资助|补贴")
_OR = ("、", "或", "和", "及", "与")


def members(sentence: Marked, start: int, award: Placed, count: int) -> tuple[tuple[int, int], ...]:
    """The spans of the `count` things that stand in one clause before the awards; none where no clause has so many."""
    text = sentence.text
    paired = _PAIRED.search(text, max(start, award.start))
    end = paired.start() if paired and paired.start() < award.place else award.place
    return (
        _in_clause(text, start, end, count, _MARKS)
        or _behind(text, paired, award, count)
        or _by_grade(text, start, end, count)
        or _in_clause(text, start, end, count, _PLAIN_MARK)
    )


def _in_clause(
    text: str, start: int, end: int, count: int, marks: re.Pattern[str]
) -> tuple[tuple[int, int], ...]:
    """The things of the last clause that has so many between such marks; commas in brackets end no clause."""
    plainly = NOTE.sub(lambda note: "\x00" * len(note.group()), text[:end])
    for clause in reversed(list(_CLAUSE.finditer(plainly, start))):
        parts = _parts(plainly, clause.start(), min(clause.end(), end), marks)
        if len(parts) == count:
            return _cores(text, parts)
    return ()


def grade_range(
    sentence: Marked, start: int, award: Placed, count: int
) -> tuple[int, int, tuple[str, ...]] | None:
    """The span of a thing that is told of a range of `count` grades before the awards, with these; None where there is none."""
    clauses = list(_CLAUSE.finditer(sentence.text[: award.place], start))
    for clause in reversed(clauses):
        for match in _RANGE.finditer(clause.group()):
            order = next((one for one in _ORDER if match["low"] in one and match["high"] in one), "")
            steps = order[order.find(match["low"]) : order.find(match["high"]) + 1]
            grades = [grades_in(f"{step}{match['kind']}") for step in steps]
            if len(steps) == count and all(grades):
                return clause.start(), clause.end(), tuple(grade[0] for grade in grades)
    return None


def noted(sentence: Marked, group: Sequence[Placed]) -> tuple[tuple[int, int], ...]:
    """The spans of what stands in brackets behind each award of a list: 50万元(金奖)、20万元(银奖); none where one has none."""
    found = [_IN_BRACKETS.match(sentence.text, one.place + 1) for one in group]
    return tuple(match.span("name") for match in found if match) if all(found) else ()


def alternatives(sentence: Marked, ages: Sequence[Placed], end: int) -> tuple[tuple[int, int], ...]:
    """The spans of the people of a list that each begin with an own age, up to `end`; none where one has another form.

    50岁及以下的高级技师、42岁及以下的副高级人员.
    """
    starts = [ages[0].place]
    for age in ages[1:]:
        before = sentence.text[starts[-1] : age.place]
        if MARK in before[1:] or not before.endswith(_OR):
            return ()
        starts.append(age.place)
    if re.search(r"[;:。]", sentence.text[starts[0] : end]):
        return ()
    ends = [sentence.text.rfind(sentence.text[start - 1], 0, start) for start in starts[1:]]
    return tuple(zip(starts, [*ends, _stop(sentence.text, starts[-1], end)], strict=True))


def _stop(text: str, start: int, end: int) -> int:
    """The last comma outside brackets in front of the words that give."""
    place = text.rfind(",", start, end)
    while place > start and text.rfind("(", start, place) > text.rfind(")", start, place):
        place = text.rfind(",", start, place)
    return place if place > start else end


def _behind(
    text: str, paired: re.Match[str] | None, award: Placed, count: int
) -> tuple[tuple[int, int], ...]:
    """The things of a list behind the verb: 分别给予全国总部、省级总部300万元、200万元."""
    verb = _GIVES.match(text, paired.end()) if paired and paired.end() < award.place else None
    parts = _parts(text, verb.end(), award.place) if verb else ()
    return (
        parts if len(parts) == count and "," not in text[paired.end() if paired else 0 : award.place] else ()
    )


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


def _parts(text: str, start: int, end: int, marks: re.Pattern[str] = _MARKS) -> tuple[tuple[int, int], ...]:
    """The pieces of a clause between the marks of a list."""
    cuts = [match.span() for match in marks.finditer(text[:end], start)]
    begins = [start, *(stop for _, stop in cuts)]
    ends = [*(begin for begin, _ in cuts), end]
    return tuple(zip(begins, ends, strict=True))
