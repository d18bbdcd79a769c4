"""Awards of a list with what each is for: 分别 lists, tiers, people by their age."""

from collections.abc import Iterator, Sequence

from corpus.amounts.unit import same_family
from corpus.compiled import compiled
from corpus.rule.marked import Marked
from corpus.rule.placed import Placed, together
from corpus.rule.reading import Reading
from corpus.rule.rule import Condition, Rule
from corpus.rule.slots.condition import conditions, of, point
from corpus.rule.slots.member import alternatives, grade_range, members, noted, whole
from corpus.rule.words import grades_in
from corpus.runtime.replace import replace
from corpus.texts.text import plain

_LETTER = compiled(r"(?<![A-Za-z])([A-Fa-f甲乙丙丁])$")
# What stands between the ends of one list: 500万元至1000万元、1000万元以上.
_GOES_ON = compiled(r"(?:元)?(?:人民币)?(?:\([^()]{1,10}\))?(?:以上|的)?[、,和及至到与或且—–~-]+")


def paired(group: list[Placed], shared: Rule, sentence: Marked, reading: Reading) -> Iterator[Rule]:
    """The awards of a list, each with its own of the list before it; nothing where their counts differ."""
    if by_ends := list(_by_ends(group, shared, sentence, reading)):
        yield from by_ends
        return
    if by_range := list(_by_range(group, shared, sentence, reading)):
        yield from by_range
        return
    told_of = _told_of(group, sentence, reading)
    around = (reading.cut, group[0].place) if noted(sentence, group) else None
    # 国家级、省级首席技师: what all of them are.
    shares = whole(told_of, sentence) if told_of and not around else (0, 0)
    tail = grades_in(plain(sentence.quote(told_of[-1][1], shares[1]))) if told_of else ()
    for (start, end), one in zip(told_of, group, strict=False):
        yield replace(
            shared,
            amount=one.amount,
            whom=sentence.quote(start, end),
            beside=sentence.quote(*(around or shares)),
            grades=tuple(dict.fromkeys((*_grades(sentence, start, end, told_of[-1]), *tail))),
            conditions=conditions(_own_ends(reading, start, end, told_of), sentence),
        )


def _by_range(group: list[Placed], shared: Rule, sentence: Marked, reading: Reading) -> Iterator[Rule]:
    """The awards of a range of as many grades: 2—5星级的…,分别给予2万元、4万元、8万元、15万元; all have the printed words."""
    if not (found := grade_range(sentence, reading.cut, group[0], len(group))):
        return
    start, end, grades = found
    words = sentence.quote(start, end)
    for grade, one in zip(grades, group, strict=True):
        yield replace(shared, amount=one.amount, whom=words, beside=words, grades=(grade,))


def each_person(one: Placed, shared: Rule, sentence: Marked, reading: Reading) -> Iterator[Rule]:
    """An award that people of several ages have, once for each of them; nothing where the list has another form."""
    people = alternatives(sentence, reading.ages, one.place)
    for age, (start, end) in zip(reading.ages, people, strict=False):
        yield replace(
            shared,
            amount=one.amount,
            whom=sentence.quote(start, end),
            beside=sentence.quote(reading.cut, one.end),
            grades=grades_in(plain(sentence.quote(start, end))),
            conditions=tuple(replace(told, of="") for told in conditions([age], sentence)),
        )


def _told_of(group: list[Placed], sentence: Marked, reading: Reading) -> tuple[tuple[int, int], ...]:
    """The spans of what a list of awards is for: in front of it, else in front of the first award of its part."""
    found = noted(sentence, group) or members(sentence, reading.cut, group[0], len(group))
    if found or reading.first is None:
        return found
    if len(reading.ages) == len(group):
        return alternatives(sentence, reading.ages, reading.first.place)
    return members(sentence, sentence.text.rfind(";", 0, reading.first.place) + 1, reading.first, len(group))


def _grades(sentence: Marked, start: int, end: int, last: tuple[int, int]) -> tuple[str, ...]:
    """The grades of a thing of a list; of A、B、C类人才 the last says 类 for all."""
    words = plain(sentence.quote(start, end))
    letter = _LETTER.search(words)
    classes = letter and grades_in(f"{letter[1]}类") if "类" in sentence.quote(*last) else ()
    return grades_in(words) or classes or ()


def _own_ends(reading: Reading, start: int, end: int, told_of: Sequence[tuple[int, int]]) -> list[Placed]:
    """The ends that a thing of a list is told of by itself, else those that all share."""
    inside = [one for one in (*reading.ages, *reading.ends) if start <= one.place < end]
    return inside or [
        one for one in reading.ends if not any(first <= one.place < last for first, last in told_of)
    ]


def _by_ends(group: list[Placed], shared: Rule, sentence: Marked, reading: Reading) -> Iterator[Rule]:
    """The awards of a list of amounts or intervals to be reached: 达到1亿元、5亿元的,分别奖励10万元、50万元.

    What has to be reached besides (且增长10%以上) is a condition of each. Nothing where no list is of as many as awards.
    """
    listed, intervals = _listed(reading.ends, len(group), sentence)
    if not listed:
        return
    told = [one for one in reading.ends if one not in listed]
    first, name = listed[0], of(listed[0], sentence)
    # 达到上述标准的: the ends stand before the award's own words.
    cut = first.place if first.place > reading.cut else group[0].start
    besides = conditions(told, sentence)
    for interval, one in zip(intervals, group, strict=True):
        yield replace(
            shared,
            amount=one.amount,
            whom=sentence.quote(reading.cut, cut),
            beside=sentence.quote(reading.cut, group[0].start),
            conditions=(replace(interval, of=interval.of or name), *besides),
        )


def _listed(
    ends: Sequence[Placed], count: int, sentence: Marked
) -> tuple[Sequence[Placed], tuple[Condition, ...]]:
    """The ends of the last list that has as many amounts or intervals as there are awards, with these; none of either else."""
    runs = together(
        ends, lambda before, one: bool(_GOES_ON.fullmatch(sentence.text[before.place + 1 : one.place]))
    )
    for run in (ends, *reversed(list(runs))):
        if each := _each(run, count, sentence):
            return run, each
    return (), ()


def _each(ends: Sequence[Placed], count: int, sentence: Marked) -> tuple[Condition, ...]:
    """The conditions of a list of intervals, or of amounts each for itself; () where there are not so many."""
    if not all(same_family(end.amount.unit, ends[0].amount.unit) for end in ends):
        return ()
    intervals = conditions(ends, sentence)
    if len(intervals) == count < len(ends):
        return intervals
    return tuple(point(end, sentence) for end in ends) if len(ends) == count else ()
