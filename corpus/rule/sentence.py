"""The rules of one sentence: each award with what stands in front of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.rule.condition import conditions, of, point
from corpus.rule.marked import MARK, Marked
from corpus.rule.member import members, whole
from corpus.rule.role import ASIDE, Placed, Role, is_money, placed
from corpus.rule.rule import Cap, Condition, Rule, Sort
from corpus.rule.words import grades_in, words
from corpus.text import plain

_BASE = re.compile(r"(?:按照?|以|参照)(?P<base>[^,;]{1,26}?)的?$")
_BARE = 12  # the words of an award that leaves out what it is for have no more characters
_NOTE = re.compile(r"\([^()]*\)")
_RHYTHM = frozenset({"年", "月", "次", "季度", "天", "家企业每年"})
# A cap of all that is said before it, whatever part of the sentence it stands in.
_OF_ALL = re.compile(r"单个|单家|单户|同一|每家|每户|总额|累计|合计|全年|年度|年补|年奖")
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
    known = placed(sentence)
    others = {one.role for one in known} - {Role.CAP, Role.NONE}
    if not known or known[0].role is not Role.CAP or others or words().done.search(sentence.text):
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
    if first.role is Role.END:
        reading.ends.append(first)
    elif first.role is Role.STEP:
        reading.step = first
    elif first.role is Role.CAP:
        _capped(first, sentence, blank, reading)
    elif first.role in (Role.AWARD, Role.RATE):
        made = list(_awards(group, sentence, blank, reading))
        reading.made += made
        reading.ends, reading.step = [], None
        reading.cut = group[-1].end + 1


def _awards(group: list[Placed], sentence: Marked, blank: Rule, reading: _Reading) -> Iterator[Rule]:
    first = group[0]
    if first.role is Role.RATE and (base := _BASE.search(sentence.text[first.start : first.place])):
        reading.base = base["base"].replace(MARK, "")
    shared = replace(
        blank,
        sort=_sort(first, sentence, reading),
        base=reading.base if first.role is Role.RATE else "",
        step=reading.step.amount if reading.step else None,
        step_of=_step_of(reading, sentence),
        each=_each(first, sentence) if not reading.step else "",
        term=_term(first, sentence, reading),
        partial=_is_partial(reading, sentence),
    )
    if len(group) > 1:
        yield from _paired(group, shared, sentence, reading)
    else:
        yield _single(first, shared, sentence, reading)


def _single(one: Placed, shared: Rule, sentence: Marked, reading: _Reading) -> Rule:
    """The rule of an amount that stands alone, with its own words and its clause."""
    cut = _own_start(one, sentence, reading)
    whom = sentence.text[cut : one.place]
    return replace(
        shared,
        amount=one.amount,
        whom=sentence.quote(cut, one.place),
        beside=_shared(whom, reading),
        grades=grades_in(plain(sentence.quote(cut, one.place))),
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


def _paired(group: list[Placed], shared: Rule, sentence: Marked, reading: _Reading) -> Iterator[Rule]:
    """The awards of a list, each with its own of the list before it; nothing where their counts differ."""
    if len(reading.ends) >= len(group):
        yield from _by_ends(group, shared, sentence, reading)
        return
    told_of = members(sentence, reading.cut, group[0], len(group))
    for (start, end), one in zip(told_of, group, strict=False):
        yield replace(
            shared,
            amount=one.amount,
            whom=sentence.quote(start, end),
            beside=sentence.quote(*whole(told_of, sentence)),
            grades=grades_in(plain(sentence.quote(start, end))),
            conditions=conditions(reading.ends, sentence),
        )


def _by_ends(group: list[Placed], shared: Rule, sentence: Marked, reading: _Reading) -> Iterator[Rule]:
    """The awards of a list of amounts to be reached: 达到1亿元、5亿元的,分别奖励10万元、50万元."""
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
        rule for rule in open_ones if rule.amount.start >= part or _measures(rule) == _measures(last) != ""
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


def _step_of(reading: _Reading, sentence: Marked) -> str:
    return sentence.text[reading.step.start : reading.step.place] if reading.step else ""


def _each(first: Placed, sentence: Marked) -> str:
    """The unit that an award is for: 亩 of 每亩补贴150元 and of 150元/亩; "" where it is for all."""
    per = first.amount.unit.partition("/")[2]
    if per:
        return "" if per in _RHYTHM else per
    match = _EACH.search(sentence.text[first.start : first.place])
    name = _NOTE.sub("", match["each"] or match["unit"] or "").removesuffix("分别") if match else ""
    return "" if name in _RHYTHM else name.replace(MARK, "")


def _term(first: Placed, sentence: Marked, reading: _Reading) -> str:
    """How often or how long, as the words around the award say."""
    end = sentence.text.find(";", first.end)
    behind = sentence.text[first.end : end if end >= 0 else len(sentence.text)]
    around = sentence.text[reading.cut : first.end] + (behind if behind.count(",") < 2 else "")
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
