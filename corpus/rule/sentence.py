"""The rules of one sentence: each award with what stands in front of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.rule.condition import conditions, of, point
from corpus.rule.lasting import payout, span, years
from corpus.rule.marked import MARK, Marked
from corpus.rule.member import alternatives, members, noted, whole
from corpus.rule.role import ASIDE, Placed, Role, is_money, placed
from corpus.rule.rule import Cap, Condition, Rule, Sort
from corpus.rule.words import grades_in, words
from corpus.text import plain

_BASE = re.compile(r"(?:按照?|以|参照)(?P<base>[^,;]{1,26}?)的?$")
# 对实际发生的场地租金总额的50%予以补贴, 办公场所租金补贴40%, 给予地方财政贡献80%的奖励
_BARE_BASE = re.compile(
    r"(?P<of>[^,;、的]{2,16})的$|(?P<before>[^,;、的年]{2,16}?)(?:补贴|补助|奖励|予以|按照?)*$"
)
# What a rate is of is measured: 租金, 增量, 超过部分; 高新技术企业按10% says only for whom it is.
_MEASURED = re.compile(r"(?:[金额款价息薪量费税本]|费用|支出|投[资入]|部分|贡献|收入|营收|产值|收益|所得)$")
_GIVES = re.compile("给予(?:企业|单位|个人)?|予以|补贴|补助|奖励")
_BARE = 12  # the words of an award that leaves out what it is for have no more characters
_NOTE = re.compile(r"\([^()]*\)")
_NOBODY = re.compile(
    r"(?:每[人年月户]|一次性|并|再|另|给予|发放|分别|,|[一-鿿]{0,4}(?:补助|补贴|津贴|奖励|安家费|奖金))*"
)
_AGES = frozenset({"岁", "周岁"})
_LABEL = re.compile(rf"(?P<label>[^,;:。{MARK}]{{2,20}}):")
_OFTEN = re.compile(r"(?:每人?每?|按)(?P<unit>[年月])(?!度)[^,;]{0,6}$")
# What stands behind the unit of an award for each: 每人一次性安家补助.
_BEHIND = re.compile("一次性|安家|增加|购房|生活|奖|补|给|发放|分别")
_RHYTHM = frozenset({"年", "月", "次", "季度", "天", "家企业每年"})
# A cap of all that is said before it, whatever part of the sentence it stands in.
_OF_ALL = re.compile(r"单个|单家|单户|同一|每家|每户|总额|累计|合计|全年|年度|年补|年奖")
# 每引进一家…的,给予: one of them in a clause before.
_ONE = re.compile(r"每[^,;每]{0,8}一(?P<unit>[家个人名户项台件只款套场次辆])")
_EACH = re.compile(
    r"每(?P<each>[^,;每]{1,10}?)(?:可|再|给予|发放|奖|补|资助|不超)[^,;每]*$|每(?P<unit>[^,;每\d]{1,6})$"
)


@dataclass
class _Reading:
    """What was read of a sentence so far."""

    made: list[Rule] = field(default_factory=list)
    ends: list[Placed] = field(default_factory=list)
    step: Placed | None = None
    base: str = ""
    cut: int = 0  # where the words begin that are the next award's own
    first: Placed | None = None  # the first award of the part
    ages: list[Placed] = field(default_factory=list)  # those of the part
    years: tuple[int, int] | None = None


def rules_of(sentence: Marked, blank: Rule) -> tuple[Rule, ...]:
    """The rules of a sentence; `blank` has what they share: letter, passage, article, head."""
    known = placed(sentence)
    # A dash read as a minus sign: an interval is lost, and with it for whom the awards are.
    if any(one.amount.value < 0 for one in known):
        return ()
    reading = _Reading()
    for group in _groups(known, sentence.text):
        _read(group, sentence, blank, reading)
    return tuple(reading.made)


def cap_alone(sentence: Marked, passage: str) -> Cap | None:
    """The cap of a sentence that says no more than caps: 年补贴总额不超过100万元."""
    known = [one for one in placed(sentence) if one.role is not Role.NONE]
    others = {one.role for one in known} - {Role.CAP}
    if not known or known[0].role is not Role.CAP or others or words().never.search(sentence.text):
        return None
    one = known[0]
    aside = ASIDE.search(sentence.text[one.start : one.end]) or not is_money(one.amount.unit)
    return None if aside else Cap(one.amount, passage, sentence.quote(one.start, one.end))


def _groups(known: Sequence[Placed], text: str) -> Iterator[list[Placed]]:
    """The amounts, those of one list of awards together."""
    group: list[Placed] = []
    for one in known:
        if group and not (one.role in (Role.AWARD, Role.RATE) and one.joins(group[-1], text)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _read(group: list[Placed], sentence: Marked, blank: Rule, reading: _Reading) -> None:
    first = group[0]
    if reading.first and ";" in sentence.text[reading.first.place : first.place]:
        reading.first, reading.ages, reading.years = None, [], None
    if first.role is Role.END:
        reading.ends.append(first)
        reading.ages += [first] if first.amount.unit in _AGES else []
    elif first.role is Role.STEP:
        reading.step = first
    elif first.role is Role.CAP:
        _capped(first, sentence, blank, reading)
    elif first.role in (Role.AWARD, Role.RATE):
        made = list(_awards(group, sentence, blank, reading))
        reading.made += made
        reading.first = reading.first or first
        reading.years = made[-1].years if made else reading.years
        reading.ends, reading.step = [], None
        reading.cut = _behind(group[-1], sentence)


def _behind(one: Placed, sentence: Marked) -> int:
    """Where the words of the next award begin: in the next clause, or behind a comma of a list (租金全部补贴、第三年50%)."""
    rest = sentence.text[one.place + 1 : one.end]
    comma = rest.find("、")
    return one.place + comma + 2 if 0 <= comma < rest.find(MARK) else one.end + 1


def _awards(group: list[Placed], sentence: Marked, blank: Rule, reading: _Reading) -> Iterator[Rule]:
    first = group[0]
    if first.role is Role.RATE and (base := _base(first, sentence)):
        reading.base = base
    shared = replace(
        blank,
        sort=_sort(first, sentence, reading),
        base=reading.base if first.role is Role.RATE else "",
        step=reading.step.amount if reading.step else None,
        step_of=_step_of(reading, sentence),
        each=_each(first, sentence) if not reading.step else "",
        term=_term(first, sentence, reading),
        partial=_is_partial(reading, sentence),
        label=_label(sentence),
        name=sentence.quote(group[-1].place + 1, group[-1].end) if len(group) > 1 else "",
        rhythm=_rhythm(first, sentence),
        span=span(sentence.quote(reading.cut, _next_part(first, sentence)), blank.passage),
        years=years(sentence.text[reading.cut : first.place], reading.years),
        payout=payout(sentence, group[-1].place, _next_part(group[-1], sentence), blank.passage),
    )
    if len(group) > 1:
        yield from _paired(group, shared, sentence, reading)
    elif len(reading.ages) > 1 and reading.first is None:
        yield from _each_person(first, shared, sentence, reading)
    else:
        yield _single(first, shared, sentence, reading)


def _each_person(one: Placed, shared: Rule, sentence: Marked, reading: _Reading) -> Iterator[Rule]:
    """An award that people of several ages have, once for each of them."""
    people = alternatives(sentence, reading.ages, one.place)
    if not people:
        yield _single(one, shared, sentence, reading)
        return
    for age, (start, end) in zip(reading.ages, people, strict=True):
        yield replace(
            shared,
            amount=one.amount,
            whom=sentence.quote(start, end),
            beside=sentence.quote(reading.cut, one.end),
            grades=grades_in(plain(sentence.quote(start, end))),
            conditions=tuple(replace(told, of="") for told in conditions([age], sentence)),
        )


def _base(one: Placed, sentence: Marked) -> str:
    """What a rate is of, as its clause says; "" where it says nothing."""
    before = sentence.text[one.start : one.place]
    by = _BASE.search(before)
    if by:
        return by["base"].replace(MARK, "")
    near = _NOTE.sub("", before.rpartition(MARK)[2])
    given = list(_GIVES.finditer(near))
    if given and len(near) - given[-1].end() > 1:
        near = near[given[-1].end() :]
    bare = _BARE_BASE.search(near)
    name = (bare["of"] or bare["before"]).removeprefix("对") if bare else ""
    return name if _MEASURED.search(name) else ""


def _next_part(one: Placed, sentence: Marked) -> int:
    """Where the part of the sentence ends that an amount stands in."""
    end = sentence.text.find(";", one.place)
    return end if end >= 0 else len(sentence.text)


def _label(sentence: Marked) -> str:
    """What the sentence calls its rules in front of a colon: 甲类人才政策, "" where it does not."""
    match = _LABEL.match(sentence.text)
    return sentence.quote(*match.span("label")) if match else ""


def _rhythm(one: Placed, sentence: Marked) -> str:
    """月 or 年 for what is given each month or year."""
    match = _OFTEN.search(sentence.text, one.start, one.place)
    per = one.amount.unit.partition("/")[2]
    found = match["unit"] if match else per[-1:] if per in {"月", "年"} else ""
    return {"季": "", "度": ""}.get(found, found)


def _single(one: Placed, shared: Rule, sentence: Marked, reading: _Reading) -> Rule:
    """The rule of an amount that stands alone, with its own words and its clause."""
    cut = _own_start(one, sentence, reading)
    whom = sentence.text[cut : one.place]
    return replace(
        shared,
        amount=one.amount,
        whom=sentence.quote(cut, one.place),
        beside=_shared(whom, reading),
        grades=grades_in(plain(sentence.quote(cut, one.place))) or _same_grades(whom, reading),
        clause=sentence.quote(cut, one.end),
        conditions=conditions(reading.ends, sentence),
    )


def _own_start(one: Placed, sentence: Marked, reading: _Reading) -> int:
    """Where the words of an award begin that are its own: behind the award before, and in its part of the sentence."""
    first = min([one.place, *(end.place for end in reading.ends)])
    return max(reading.cut, sentence.text.rfind(";", 0, first) + 1)


def _shared(whom: str, reading: _Reading) -> str:
    """What an award that says little of its own (省级30万元, 小微企业按80%) is for: the words of the one before it."""
    if len(whom) > _BARE or not reading.made:
        return ""
    before = reading.made[-1]
    return f"{before.beside}\n{before.whom}".strip()


def _same_grades(whom: str, reading: _Reading) -> tuple[str, ...]:
    """The grades of the award before, where an award names nobody: 每年发放6万元津贴 behind 甲类人才…补助40万元."""
    return reading.made[-1].grades if reading.made and _NOBODY.fullmatch(whom) else ()


def _paired(group: list[Placed], shared: Rule, sentence: Marked, reading: _Reading) -> Iterator[Rule]:
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


def _told_of(group: list[Placed], sentence: Marked, reading: _Reading) -> tuple[tuple[int, int], ...]:
    """The spans of what a list of awards is for: in front of it, else in front of the first award of its part."""
    found = noted(sentence, group) or members(sentence, reading.cut, group[0], len(group))
    if found or reading.first is None:
        return found
    if len(reading.ages) == len(group):
        return alternatives(sentence, reading.ages, reading.first.place)
    return members(sentence, sentence.text.rfind(";", 0, reading.first.place) + 1, reading.first, len(group))


def _own_ends(reading: _Reading, start: int, end: int) -> list[Placed]:
    """The ends that a thing of a list is told of by itself, else those that all share."""
    inside = [one for one in reading.ages if start <= one.place < end]
    return inside or reading.ends


def _by_ends(group: list[Placed], shared: Rule, sentence: Marked, reading: _Reading) -> Iterator[Rule]:
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


def _capped(one: Placed, sentence: Marked, blank: Rule, reading: _Reading) -> None:
    """A cap put to the awards before it; where there are none, or it is of something else, a rule of its own."""
    mine = is_money(one.amount.unit) and not ASIDE.search(sentence.text[one.start : one.end])
    open_ones = _capable(reading.made, sentence, one) if mine else []
    if open_ones:
        # 按15%给予最高2000万元补贴: the clause is the award's.
        inside = open_ones[-1].clause and sentence.starts[one.start] < open_ones[-1].amount.start
        cap = Cap(one.amount, blank.passage, sentence.quote(one.place if inside else one.start, one.end))
        reading.made = [replace(rule, cap=cap) if rule in open_ones else rule for rule in reading.made]
    else:
        reading.made.append(_single(one, replace(blank, sort=Sort.LIMIT), sentence, reading))
        reading.ends = []
    reading.cut = one.end + 1


def _capable(made: Sequence[Rule], sentence: Marked, cap: Placed) -> list[Rule]:
    """The awards that a cap behind the last one is of: those of its part of the sentence, and the other tiers with it."""
    open_ones = [rule for rule in made if rule.cap is None and rule.sort is not Sort.LIMIT]
    if not open_ones:
        return []
    last, parts = open_ones[-1], _parts(sentence)
    part = next((place for place in parts if place <= last.amount.start), 0)
    own = next((place for place in parts if place <= cap.amount.start), 0)
    if own != part and not _OF_ALL.search(sentence.text[cap.start : cap.end]):
        return []
    return [
        rule
        for rule in open_ones
        if rule.amount.start >= part or (rule.sort is last.sort and _measures(rule) == _measures(last) != "")
    ]


def _parts(sentence: Marked) -> list[int]:
    """Where the parts of a sentence begin, the last first, as printed offsets."""
    return [sentence.starts[place] for place, letter in enumerate(sentence.text) if letter == ";"][::-1]


def _measures(rule: Rule) -> str:
    """The unit of what has to be reached, "" where nothing has."""
    ends = [end for one in rule.conditions for end in (one.low, one.high) if end]
    return ends[0].unit if ends else ""


def _sort(first: Placed, sentence: Marked, reading: _Reading) -> Sort:
    if first.role is Role.RATE:
        return Sort.RATE
    if reading.step:
        return Sort.STEP
    return Sort.EACH if _each(first, sentence) else Sort.FIXED


def _part_start(one: Placed, sentence: Marked) -> int:
    return max(sentence.text.rfind(";", 0, one.place), sentence.text.rfind("。", 0, one.place)) + 1


def _step_of(reading: _Reading, sentence: Marked) -> str:
    return sentence.text[reading.step.start : reading.step.place] if reading.step else ""


def _each(first: Placed, sentence: Marked) -> str:
    """The unit that an award is for: 亩 of 每亩补贴150元 and of 150元/亩, 家 of 每引进一家; "" where it is for all."""
    per = first.amount.unit.partition("/")[2]
    if per:
        return "" if per in _RHYTHM else per
    match = _EACH.search(sentence.text[first.start : first.place])
    name = _BEHIND.split(_NOTE.sub("", match["each"] or match["unit"] or ""))[0] if match else ""
    if not name and (one := _ONE.search(sentence.text[_part_start(first, sentence) : first.place])):
        name = one["unit"]
    return "" if name in _RHYTHM else name.replace(MARK, "")


def _term(first: Placed, sentence: Marked, reading: _Reading) -> str:
    """How often or how long, as the words around the award say."""
    end = sentence.text.find(";", first.end)
    behind = sentence.text[first.end : end if end >= 0 else len(sentence.text)]
    if MARK in behind:  # what is said of the next amount
        behind = behind.partition(MARK)[0].rpartition(",")[0]
    start = max(reading.cut, sentence.text.rfind(";", 0, first.place) + 1)
    around = sentence.text[start : first.end] + (behind if behind.count(",") < 2 else "")
    return ",".join(dict.fromkeys(match.group() for match in words().term.finditer(around)))


def _is_partial(reading: _Reading, sentence: Marked) -> bool:
    return any(words().part.match(sentence.text[end.place + 1 :]) for end in reading.ends)


def inherited(known: Sequence[Rule], name: str) -> tuple[Rule, ...]:
    """The rules with a condition's missing measure taken from the one before, the first's from `name`."""
    made: list[Rule] = []
    for rule in known:
        if rule.conditions and not rule.conditions[0].of and name:
            first: Condition = replace(rule.conditions[0], of=name)
            rule = replace(rule, conditions=(first, *rule.conditions[1:]))
        elif rule.conditions and rule.conditions[0].of:
            name = rule.conditions[0].of
        made.append(rule)
    return tuple(made)
