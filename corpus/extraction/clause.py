"""Clauses: the words before each amount of a sentence read, lists of values put together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.draft import Draft
from corpus.extraction.lexicon import clauses as words
from corpus.extraction.lexicon import directions, one_of
from corpus.extraction.marked import BREAKS, VOID, Marked, Slot, slots
from corpus.extraction.names.predicate import Predicate, predicate
from corpus.extraction.phrase import Phrase, phrase
from corpus.extraction.times.timing import Frame
from corpus.figure import Measure
from corpus.runtime.frozen import dataclass
from corpus.runtime.replace import replace

_AT = ("在", "为")
# 将8家公司整合为3家: what there was before.
_BROUGHT = compiled("(?:将|把)(?:原有|原来|现有|原)?的?$")
LIMITS = ("以上", "以下", "以内", "之内")
# 产量实现了50%以上的高速增长: how much it grew stands before the verb.
_GROWS = compiled(
    "的?(?:同比|年均|平均)?(?:高速|快速|较快|较高|稳定|平稳|大幅|正)?的?(?P<verb>增长|下降|上涨|提升)"
    "(?:速度|幅度|率|势头|水平|态势)?(?=[,;。、)]|$)"
)
_BY_WHICH = compiled("(?:则|分别)以$|(?<=[\u4e00-\u9fff]{2})(?<![处加予可难足所得用借])以$")
_INSIDE = compiled(r"\([^()]*\)(?=的$)")
# 六县市排名第五: among how many it ranks.
_SEVERAL = ("县市区", "县市", "县区", "区县", "市县", "市州", "地市", "县", "区", "市", "镇", "乡")
AGES = ("岁", "周岁")
# 居全市第三: where a rank is.
_AMONG_ALL = compiled("(?:全[国省市县区州球]|世界|[中西东]部(?:地区)?|同类[^,;]{0,6}|各[^,;的在]{1,8})$")
_ALL, _ALL_OF = compiled("全[国省市县区州]"), compiled("全[国省市县区州](?:镇街|各县区)?")
_OF = compiled("的|以[上下内]|左右|及")


@dataclass(frozen=True)
class Setting:
    """What a sentence finds around it: the letter's place, its titles, whether they tell of plans, its time.

    `earlier` are the drafts of the letter so far.
    """

    home: str
    titles: tuple[str, ...]
    planned: bool
    frame: Frame
    earlier: Sequence[Draft]
    reviewed: bool = False  # under a title that looks back
    topic: str = (
        ""  # the trade that the heading right above, or the paragraph's first words, name: 1.农机装备产业
    )


@dataclass(frozen=True)
class Context:
    """A sentence, what is around it, and its drafts so far."""

    marked: Marked
    setting: Setting
    found: tuple[Draft, ...]

    @property
    def known(self) -> tuple[Draft, ...]:
        """Every draft before."""
        return (*self.setting.earlier[-40:], *self.found)


@dataclass(frozen=True)
class Clause:
    """A slot with the words before its amount read. `own` is where they begin, a number with a noun included.

    `words` are the masked words before the predicate.
    """

    slot: Slot
    own: int
    said: Predicate
    phrase: Phrase
    words: str
    shared: bool = False  # 分别 before it: its values are of as many
    attributive: bool = False  # part of the next one's name: 年龄 in 60周岁及以上老年人11.83万人


def clauses(marked: Marked, home: str) -> tuple[Clause, ...]:
    """The clause of every mention, in order."""
    found: list[Clause] = []
    for slot in slots(marked):
        clause = _clause(marked, slot, slot.own, home)
        if found and _goes_on(found[-1], clause, marked):
            before = found[-1]
            clause = _going_on(before, clause, marked, home)
            found[-1] = replace(found[-1], attributive=True)
        found.append(clause)
    return tuple(found)


def _going_on(before: Clause, clause: Clause, marked: Marked, home: str) -> Clause:
    """The clause with the words of the one before, whose amount is part of its name unless it only counts who."""
    slot = replace(clause.slot, lead=before.slot.lead)
    if before.said.verb == "占" and clause.words.startswith("的"):
        # 占零售额比重为20.8%的互联网零售额257亿元: its share is no part of its name.
        return replace(clause, slot=slot)
    whole = _clause(marked, slot, before.own, home)
    # 完成新开工20个目标的45%: the number before is in what is said, and in no name.
    said_in = before.own + whole.said.start < before.slot.mention.end
    if not is_count(before.slot, marked) or said_in or clause.said.verb in _AT:
        return whole
    # 培育3家营业收入超10亿元的企业: the firms are fostered, and no income.
    describes = marked.masked.startswith("的", clause.slot.mention.end)
    words = clause.words if describes else before.words + clause.words
    return replace(clause, slot=slot, phrase=phrase(words, home), words=words)


def is_count(slot: Slot, marked: Marked) -> bool:
    """Whether an amount counts the noun behind it: 3.1万脱贫人口, and neither 60周岁及以上 nor 500户的."""
    quantity, behind = slot.mention.quantity, marked.masked[slot.mention.end : slot.tail]
    unit = units().get(quantity.unit)
    counts = unit is None or unit.family in ("", "people")
    # 石化和船舶两个行业: a numeral in words goes with what is named before it.
    spelt = not any(letter.isdigit() for letter in quantity.raw)
    bare = not quantity.unit and quantity.scale == 1
    if quantity.unit in AGES or not counts or slot.mention.ordinal or spelt or bare:
        return False
    return not quantity.raw.endswith(LIMITS) and not behind.startswith(("的", *LIMITS))


def _goes_on(before: Clause, clause: Clause, marked: Marked) -> bool:
    """Whether the amount before is part of this one's words: 营收超10亿元的企业5家, 年度任务500户的71.6%."""
    slot = clause.slot
    if slot.own != before.slot.mention.end or slot.joint or slot.follows or before.said.moves:
        return False
    between = marked.masked[slot.own : slot.mention.start]
    if (
        _does().match(between)
        and "的" not in between.removesuffix("的")
        and before.slot.mention.quantity.unit.endswith("元")
    ):
        # 投入资金1.2亿元建成充电桩800个: what was done with it.
        return False
    if _is_growth(before) and not _OF.match(between):
        # 同比增长7%上级补助9万元: a stop is missing.
        return False
    if (
        before.phrase.indicator
        and clause.phrase.indicator
        and not before.phrase.content
        and not _OF.match(between)
    ):
        # 面积11平方公里耕地面积900亩: a stop is missing.
        return False
    part = clause.said.measure is Measure.SHARE and not clause.said.verb
    return bool(clause.phrase.name) or part or between == "的" or before.slot.mention.quantity.unit in AGES


def _is_growth(before: Clause) -> bool:
    """Whether an amount says all of how much something grew: 增长7%, not 增长10%以上."""
    bounded = before.slot.mention.quantity.raw.endswith(LIMITS)
    return before.said.measure is Measure.GROWTH and bool(before.said.verb) and not bounded


def runs(found: Iterable[Clause]) -> Iterator[list[Clause]]:
    """Values joined by 、 or 和 without names of their own, together; any other alone."""
    run: list[Clause] = []
    for clause in found:
        if run and not _continues(run[0], clause):
            yield run
            run = []
        run.append(clause)
    if run:
        yield run


def _clause(marked: Marked, slot: Slot, own: int, home: str) -> Clause:
    own = _with_bracket(marked, own, slot.mention.start)
    masked, text = marked.masked[own : slot.mention.start], marked.text[own : slot.mention.start]
    masked = _INSIDE.sub(lambda bracket: VOID * len(bracket[0]), masked)
    said = _ranked(masked, text) if slot.mention.ordinal else predicate(masked, text, slot.mention.quantity)
    grows = _GROWS.match(marked.masked, slot.mention.end) if slot.mention.quantity.unit == "%" else None
    if grows and said.measure is None and said.moves != "from":
        verb = grows["verb"]
        said = replace(said, measure=Measure.GROWTH, verb=verb, direction=directions().get(verb, 1), moves="")
    brought = _BROUGHT.search(masked) if said.measure is None and not said.verb else None
    if brought and _turned_into().match(marked.masked, slot.mention.end):
        said = replace(said, start=brought.start(), moves="from")
    words = masked[: said.start]
    if said.measure is None and (by := _BY_WHICH.search(words)):
        # 南京以4718亿元位列第二: by which, and no part of whose it is.
        words = words[: by.start()]
    if slot.mention.ordinal and "分别" not in masked:
        listed, words = words, words.rsplit("、", 1)[-1]
        return Clause(slot, own, said, _of_list(phrase(words, home), phrase(listed, home)), words)
    return Clause(slot, own, said, phrase(words, home), words, shared="分别" in masked)


def _of_list(given: Phrase, listed: Phrase) -> Phrase:
    """What a rank is of, where the list that it ends begins: 全省种植面积、产量居全国第一."""
    if given.place or given.at_home:
        return given
    return replace(given, place=listed.place, at_home=listed.at_home)


def _with_bracket(marked: Marked, own: int, stop: int) -> int:
    """Where the words before 的 begin that go on behind a bracket: 占年度计划(31.5亿元)的21.4%."""
    if not marked.text.startswith(")的", own - 1) or stop > own + 1:
        return own
    opened = marked.text.rfind("(", 0, own)
    return (
        max((marked.masked.rfind(mark, 0, opened) + 1 for mark in BREAKS), default=0) if opened > 0 else own
    )


def _continues(first: Clause, clause: Clause) -> bool:
    named = clause.phrase.name or clause.phrase.place
    if not clause.slot.joint or named:
        return False
    if first.slot.mention.ordinal:
        return clause.slot.mention.ordinal and first.shared and not clause.words
    bare = clause.said.start == 0 and clause.said.measure is None and not clause.said.verb
    return bare or clause.said.measure is first.said.measure is not None


def _ranked(masked: str, text: str) -> Predicate:
    """A rank's predicate: 增速居全市 → the words before 居, and 全市 as the whole."""
    cut = masked.rfind("、") + 1
    if cut and masked[cut:]:
        inner_said = _ranked(masked[cut:], text[cut:])
        return replace(inner_said, start=cut + inner_said.start)
    match = _rank().search(masked)
    whole = _AMONG_ALL.search(text)
    start = match.start() if match else (whole.start() if whole else len(masked))
    inner = text[match.start("whole") :] if match else text[start:]
    before = _rank_before().search(masked[:start])
    within = _ALL.search(inner) or (
        # 增速全市排名第6
        _ALL_OF.search(before[0]) if before and not inner else None
    )
    return Predicate(
        before.start() if before else start,
        Measure.RANK,
        match["verb"] if match else "",
        whole=(within[0] if within else inner or _region(before)).strip("的"),
    )


def _region(before: re.Match[str] | None) -> str:
    """Among which places something ranks: 苏南五市, 六县市."""
    return ((before["region"] or before["several"]) if before else "") or ""


@cache
def _rank() -> re.Pattern[str]:
    verbs = one_of(words()["verb"]["rank"])
    return compiled(rf"(?P<verb>{verbs})(?P<whole>(?:(?!{verbs}).)*)$")


@cache
def _rank_before() -> re.Pattern[str]:
    among = r"在(?P<region>[^,;在]{2,8}(?:城市|[市县区省州]))中?"
    several = rf"(?P<several>[两二三四五六七八九十]+个?(?:{'|'.join(_SEVERAL)}))中?"
    ours = r"在全[国省市县区州](?:[^,;]{0,24}中)?|全[国省市县区州](?:镇街|各县区)?"
    return compiled(rf"(?:{among}|{several}|{ours})?(?:分别)?(?:{one_of(words()['verb']['rank'])})*$")


@cache
def _does() -> re.Pattern[str]:
    """What is done with a sum, right behind it."""
    return compiled(rf"(?:{one_of(words()['tail']['does'])})")


@cache
def _turned_into() -> re.Pattern[str]:
    verbs = [verb for verb in words()["verb"]["reach"] if verb[-1] in "为成到至"]
    return compiled(rf"[^,;:。、]{{0,12}}?(?:{one_of(verbs)})(?=约?[\d一二两三四五六七八九十])")
