"""Awards of a list with what each is for: 分别 lists, tiers, people by their age."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.rule.condition import conditions, of, point
from corpus.rule.marked import Marked
from corpus.rule.member import alternatives, members, noted, whole
from corpus.rule.placed import Placed
from corpus.rule.reading import Reading
from corpus.rule.rule import Rule
from corpus.rule.words import grades_in
from corpus.text import plain


def paired(group: list[Placed], shared: Rule, sentence: Marked, reading: Reading) -> Iterator[Rule]:
    """The awards of a list, each with its own of the list before it; nothing where their counts differ."""
    if len(reading.ends) >= len(group):
        yield from _by_ends(group, shared, sentence, reading)
        return
    told_of = _told_of(group, sentence, reading)
    around = (reading.cut, group[0].place) if noted(sentence, group) else None
    for (start, end), one in zip(told_of, group, strict=False):
        yield replace(
            shared,
            amount=one.amount,
            whom=sentence.quote(start, end),
            beside=sentence.quote(*(around or whole(told_of, sentence))),
            grades=grades_in(plain(sentence.quote(start, end))),
            conditions=conditions(_own_ends(reading, start, end), sentence),
        )


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


def _own_ends(reading: Reading, start: int, end: int) -> list[Placed]:
    """The ends that a thing of a list is told of by itself, else those that all share."""
    inside = [one for one in reading.ages if start <= one.place < end]
    return inside or reading.ends


def _by_ends(group: list[Placed], shared: Rule, sentence: Marked, reading: Reading) -> Iterator[Rule]:
    """The awards of a list of amounts or intervals to be reached: 达到1亿元、5亿元的,分别奖励10万元、50万元."""
    intervals = conditions(reading.ends, sentence)
    if len(intervals) == len(group) < len(reading.ends):
        for interval, one in zip(intervals, group, strict=True):
            yield replace(
                shared,
                amount=one.amount,
                whom=sentence.quote(reading.cut, reading.ends[0].place),
                beside=sentence.quote(reading.cut, group[0].start),
                conditions=(replace(interval, of=interval.of or intervals[0].of),),
            )
        return
    ends = reading.ends[-len(group) :]
    name = of(ends[0], sentence)
    for end, one in zip(ends, group, strict=True):
        yield replace(
            shared,
            amount=one.amount,
            whom=sentence.quote(reading.cut, ends[0].place),
            beside=sentence.quote(reading.cut, group[0].start),
            conditions=(replace(point(end, sentence), of=of(end, sentence) or name),),
        )
