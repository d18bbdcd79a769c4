"""The rules of one sentence: each award with what stands in front of it."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.compiled import compiled
from corpus.rule.marked import MARK, Marked
from corpus.rule.placed import Placed, Role, is_money, together
from corpus.rule.reading import Reading
from corpus.rule.role import ASIDE, placed
from corpus.rule.rule import Cap, Rule, Sort
from corpus.rule.slots.around import base_of, each_of, label_of, next_words, part_end, rhythm_of, term_of
from corpus.rule.slots.caps import capable
from corpus.rule.slots.condition import conditions
from corpus.rule.slots.lasting import payout, span, years
from corpus.rule.slots.most import is_rate_at_most
from corpus.rule.slots.paired import each_person, paired
from corpus.rule.words import grades_in, words
from corpus.runtime.replace import replace
from corpus.texts.text import pairs, plain

_BARE = 12  # the words of an award that leaves out what it is for have no more characters
# The last of a list whose members each have their amount behind them.
_LAST = compiled(f"[一-鿿]{MARK}、(?P<own>[一-鿿]{{2,10}})$")
_NOBODY = compiled(
    r"(?:每[人年月户]|一次性|并|再|另|给予|发放|分别|,|[一-鿿]{0,4}(?:补助|补贴|津贴|奖励|安家费|奖金))*"
)
# What another part in the same thing is told with.
_OTHER = 24
_PART = compiled("[,和及]?对?(?:主持|主导|牵头|参与|协助|承办|协办|主办|第一|第二)")
# 给予一次性奖励:新开业入统的,批发业8万元、零售业6万元: what the first of a list is led in with, and that a list begins.
_LEAD = compiled(
    "(?:[^:;。]*(?:奖励|奖补|补助|补贴|资助|津贴)(?:标准)?:)?(?:[^:,;。]{2,24}的,)?(?=[^,:;。]{2,12}$)"
)
_BEGINS = compiled(rf"(?:元)?、[^,;:{MARK}]{{2,16}}{MARK}")
# 给予一次性奖励:
_LEADS = compiled("[^:;。]*(?:奖励|奖补|补助|补贴|资助|津贴)(?:标准)?(?=:)")
_LISTED = frozenset({Role.AWARD, Role.RATE, Role.CAP})
# 第二年达到上述标准的: what had to be reached before.
_SAME_ENDS = compiled("(?:上述|前述|同样|同等|以上)(?:标准|条件|规模|额度|要求|档次)")
_AGES = frozenset({"岁", "周岁"})


def rules_of(sentence: Marked, blank: Rule) -> tuple[Rule, ...]:
    """The rules of a sentence; `blank` has what they share: letter, passage, article, head."""
    known = placed(sentence)
    # A dash read as a minus sign: an interval is lost, and with it for whom the awards are.
    if any(one.amount.value < 0 for one in known):
        return ()
    reading = Reading()
    listed = together(known, lambda before, one: one.role in _LISTED and one.joins(before, sentence.text))
    for group in listed:
        _read(group, sentence, blank, reading)
    return _paid_out(reading.made, sentence, blank.passage)


def _paid_out(made: Sequence[Rule], sentence: Marked, passage: str) -> tuple[Rule, ...]:
    """The rules with how they are paid out, where a last part of the sentence says that of all: …;当年兑付60%,次年再兑付40%."""
    start = sentence.text.rfind(";") + 1
    last = made[-1].amount.start if made else 0
    if not start or not made or sentence.starts[start - 1] < last:
        return tuple(made)
    paid = payout(sentence, start, len(sentence.text), passage)
    return tuple(replace(rule, payout=rule.payout or (None if rule.rhythm else paid)) for rule in made)


def _read(group: list[Placed], sentence: Marked, blank: Rule, reading: Reading) -> None:
    first = group[0]
    if reading.first and ";" in sentence.text[reading.first.place : first.place]:
        reading.first, reading.ages, reading.years = None, [], None
    if first.role is Role.END:
        reading.ends.append(first)
        reading.ages += [first] if first.amount.unit in _AGES else []
    elif first.role is Role.STEP:
        reading.step = first
    elif first.role is Role.CAP and len(group) > 1:
        _capped_each(group, sentence, blank, reading)
    elif first.role is Role.CAP:
        _capped(first, sentence, blank, reading)
    elif first.role in (Role.AWARD, Role.RATE):
        if not reading.ends and _SAME_ENDS.search(sentence.text, reading.cut, first.place):
            reading.ends = reading.told
        if reading.made and _goes_on(first, reading, sentence):
            reading.step = reading.counted
        made = list(_awards(group, sentence, blank, reading))
        reading.made += made
        reading.told = reading.ends or reading.told
        reading.first = reading.first or first
        reading.years = made[-1].years if made else reading.years
        reading.ends, reading.step, reading.counted = [], None, reading.step
        reading.cut = next_words(group[-1], sentence)


def _goes_on(one: Placed, reading: Reading, sentence: Marked) -> bool:
    """Whether an award is of others of those counted before it: 每引进1名A类奖20万元、B类奖10万元."""
    counted = reading.counted
    if counted is None or reading.step or reading.ends:
        return False
    # 每增加1美元奖励0.03元,其中生产型企业0.04元
    if sentence.text.startswith("其中", reading.cut):
        return True
    return (
        counted.start == one.start
        and reading.cut > one.start
        and bool(grades_in(plain(sentence.quote(reading.cut, one.place))))
    )


def _awards(group: list[Placed], sentence: Marked, blank: Rule, reading: Reading) -> Iterator[Rule]:
    first = group[0]
    if first.role is Role.RATE and (base := base_of(first, sentence)):
        reading.base = base
    shared = replace(
        blank,
        sort=_sort(first, sentence, reading),
        base=reading.base if first.role is Role.RATE else "",
        step=reading.step.amount if reading.step else None,
        step_of=_step_of(reading, sentence),
        each=each_of(first, sentence) if not reading.step else "",
        term=term_of(first, sentence, reading.cut),
        partial=_is_partial(reading, sentence),
        label=label_of(sentence),
        name=sentence.quote(group[-1].place + 1, group[-1].end) if len(group) > 1 else "",
        rhythm=rhythm_of(first, sentence),
        span=span(sentence.quote(reading.cut, part_end(first, sentence)), blank.passage),
        years=years(sentence.text[reading.cut : first.place], reading.years),
        payout=payout(sentence, group[-1].place, part_end(group[-1], sentence), blank.passage),
        most=first.role is Role.RATE and _is_most(first, sentence),
    )
    if len(group) > 1:
        yield from _with_rates(paired(group, shared, sentence, reading), group, sentence)
        return
    several = len(reading.ages) > 1 and reading.first is None
    people = list(each_person(first, shared, sentence, reading)) if several else []
    yield from people or [_single(first, shared, sentence, reading)]


def _with_rates(made: Iterable[Rule], group: Sequence[Placed], sentence: Marked) -> Iterator[Rule]:
    """The awards of a list, the rates among them as such: 3万元、5万元、投资额的2%."""
    for rule, one, before in zip(made, group, (None, *group), strict=False):
        if one.role is not Role.RATE or before is None or before.role is Role.RATE:
            yield rule
            continue
        base = sentence.text[before.place + 1 : one.place].lstrip("元人民币").lstrip("、和及与或")
        yield replace(rule, sort=Sort.RATE, base=base.removesuffix("的"), step=None, each="")


def _single(one: Placed, shared: Rule, sentence: Marked, reading: Reading) -> Rule:
    """The rule of an amount that stands alone, with its own words and its clause."""
    cut = _own_start(one, sentence, reading)
    whom = sentence.text[cut : one.place]
    beside = _shared(whom, sentence, reading)
    if _BEGINS.match(sentence.text, one.place + 1) and (lead := _LEAD.match(whom)):
        beside = f"{beside}\n{sentence.quote(cut, cut + lead.end())}".strip()
        cut += lead.end()
        whom = sentence.text[cut : one.place]
    return replace(
        shared,
        amount=one.amount,
        whom=sentence.quote(cut, one.place),
        beside=beside,
        grades=grades_in(plain(sentence.quote(cut, one.place))) or _same_grades(whom, reading),
        clause=sentence.quote(cut, _clause_end(cut, next_words(one, sentence) - 1, sentence.text)),
        conditions=conditions(reading.ends, sentence),
    )


def _clause_end(start: int, end: int, text: str) -> int:
    """Where a clause ends that a comma in brackets does not end: 5万元(第一年2万元,第二年3万元)."""
    if text.count("(", start, end) <= text.count(")", start, end):
        return end
    close = text.find(")", end)
    return close + 1 if close >= 0 else text.rfind("(", start, end)


def _own_start(one: Placed, sentence: Marked, reading: Reading) -> int:
    """Where the words of an award begin that are its own: behind the award before, and in its part of the sentence."""
    first = min([one.place, *(end.place for end in reading.ends)])
    start = max(reading.cut, sentence.text.rfind(";", 0, first) + 1)
    # 本科生5万元、技师3万元: what is in front of the last is others'.
    listed = _LAST.search(sentence.text[: one.place], start)
    return listed.start("own") if listed and grades_in(listed["own"]) else start


def _shared(whom: str, sentence: Marked, reading: Reading) -> str:
    """What an award that says little of its own (省级30万元, 小微企业按80%) is for: the words of the one before it.

    A further part with its own case (;由限下转为限上的,批发业5万元) shares with it what leads both in.
    """
    if len(whom) > _BARE or not reading.made:
        return ""
    # 批发业8万元、零售业6万元: each is its own, and what led the first in is of all.
    if reading.made[-1].beside and sentence.text[reading.cut - 1 : reading.cut] == "、":
        return reading.made[-1].beside
    lead = _LEADS.match(sentence.text[: reading.cut])
    if reading.first is None and "的," in whom and lead:
        return sentence.quote(0, lead.end())
    before = reading.made[-1]
    return f"{before.beside}\n{before.whom}".strip()


def _same_grades(whom: str, reading: Reading) -> tuple[str, ...]:
    """The grades of the award before, where an award names nobody: 每年发放6万元津贴 behind 甲类人才…补助40万元."""
    if not reading.made:
        return ()
    before = reading.made[-1]
    # 对主持制定国家标准的…,对参与制定的…: what part one has in the same thing.
    goes_on = reading.first is not None and len(whom) <= _OTHER and _PART.match(whom)
    alike = goes_on and any(pair in plain(before.whom) for pair in pairs(_PART.sub("", whom)))
    return before.grades if alike or _NOBODY.fullmatch(whom) else ()


def _capped(one: Placed, sentence: Marked, blank: Rule, reading: Reading) -> None:
    """A cap put to the awards before it; where there are none, or it is of something else, a rule of its own."""
    mine = is_money(one.amount.unit) and not ASIDE.search(sentence.text[one.start : one.end])
    open_ones = capable(reading.made, sentence, one) if mine else []
    if open_ones:
        # 按15%给予最高2000万元补贴: the clause is the award's.
        inside = open_ones[-1].clause and sentence.starts[one.start] < open_ones[-1].amount.start
        cap = Cap(one.amount, blank.passage, sentence.quote(one.place if inside else one.start, one.end))
        reading.made = [replace(rule, cap=cap) if rule in open_ones else rule for rule in reading.made]
    else:
        reading.made.append(_single(one, replace(blank, sort=Sort.LIMIT), sentence, reading))
        reading.ends = []
    reading.cut = one.end + 1


def _capped_each(group: list[Placed], sentence: Marked, blank: Rule, reading: Reading) -> None:
    """Caps of a list put to as many awards before them; where nothing else is given, each with what it is of."""
    open_ones = capable(reading.made, sentence, group[0])
    if len(open_ones) == len(group):
        caps = {
            rule: Cap(one.amount, blank.passage, sentence.quote(one.place, one.place + 1))
            for rule, one in zip(open_ones, group, strict=True)
        }
        reading.made = [replace(rule, cap=caps[rule]) if rule in caps else rule for rule in reading.made]
    elif not open_ones:
        reading.made += _awards(group, sentence, blank, reading)
    reading.ends, reading.cut = [], next_words(group[-1], sentence)


def _is_most(one: Placed, sentence: Marked) -> bool:
    """Whether a rate is the highest that is given."""
    before = sentence.text[one.start : one.place]
    return is_rate_at_most(
        one.amount, before.rpartition(MARK)[2], before, sentence.text[one.place + 1 : one.end]
    )


def _sort(first: Placed, sentence: Marked, reading: Reading) -> Sort:
    if first.role is Role.CAP:
        return Sort.LIMIT
    if first.role is Role.RATE:
        return Sort.RATE
    if reading.step:
        return Sort.STEP
    return Sort.EACH if each_of(first, sentence) else Sort.FIXED


def _step_of(reading: Reading, sentence: Marked) -> str:
    return sentence.text[reading.step.start : reading.step.place] if reading.step else ""


def _is_partial(reading: Reading, sentence: Marked) -> bool:
    return any(words().part.match(sentence.text[end.place + 1 :]) for end in reading.ends)
