"""Nouns behind amounts: what 322家 counts, and names that such a noun completes."""

import re
from functools import cache

from corpus.amounts.quantity import Bound
from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.clause import AGES, LIMITS, Clause, Context, is_count
from corpus.extraction.draft import Draft, last
from corpus.extraction.lexicon import clauses, head, indicators, one_of
from corpus.extraction.marked import AMONG, PERIOD, VOID, Mention, Slot, until_break
from corpus.extraction.names.verbs import content_verb, contents
from corpus.extraction.phrase import Phrase, named, noun_behind, owned_by
from corpus.extraction.terms import mood
from corpus.place import leading
from corpus.runtime.replace import replace

_OFFERS = ("提供",)  # 提供7天免费住宿
_SHORT = 4
_TERRITORIES = ("乡镇", "镇", "乡", "村", "街道", "社区", "县", "县区", "区", "行政村")
_BOUNDED = (Bound.AT_LEAST, Bound.AT_MOST)
_INSTITUTIONS = ("所", "个", "家")
_STEPS = ("批次", "批", "期", "次", "步", "年", "个阶段")
# 30户以上自然村, 30户及以上通村组硬化路
_NO_HOUSEHOLD = compiled("(?:[^,;。:]{0,12}(?:自然村|村寨)|通|村|小区|聚居|院落|居民点)")
_SIZED = compiled("(?:宽度|长度|高度|厚度|面积)的?[\u4e00-\u9fff]{2}")
_FEWER = ("", "people", "area", "length", "ships")
_PRODUCES = compiled(r"[年月日]产$")
_AMONG = compiled(r"(?:[大类种个项家户名]|行业|企业|产业|项目|部门|单位|人员|总数)中$")
_INVESTED = ("总投资", "投资", "总投资额", "计划总投资", "概算总投资")  # 总投资80亿元的电站
_WORK = compiled(
    rf",?(?:组织)?(?:实施|建设|新建|修建|改造|启动)了?(?P<work>[^,;。、()的{PERIOD}\d]{{2,24}}?(?:项目|工程))(?=[,;。、\d]|新|改|$)"
)
_DESCRIBES = compiled("^(?:全年)?(?:执行|享受|符合|持有)")
_GIVEN = ("补助", "补贴")
_OF_SIZE = compiled("(?:工业|重点|新开工)?(?:项目|企业|工程|单位|大户|基地|园区)")
_SEVERAL = compiled("、|以及|及|和|与")
_AWARD = compiled(r"([^,;。、的]{0,8}(?:补助|补贴|奖励|资助|奖补))(?=[,;。、]|$)")
_GIVING = compiled("^对|给予(?:最高)?$|^最高$")
_OF = compiled(r"^的(?!\d|[一二两三四五六七八九十]+[个家户项名])([^,;。、的]{2,10})")


def completed(context: Context, clause: Clause, noun: str) -> Phrase:
    """The clause's phrase with the noun behind the amount, where that is part of its name."""
    if _AMONG.search(clause.phrase.name):
        # 规上工业37个行业中有21个行业实现增长: who they are among is none of what is counted.
        place = clause.phrase.place
        return replace(counted(context, clause.slot, noun), place=place) if noun else Phrase(place=place)
    if (
        clause.phrase.name.startswith("对")
        and not clause.phrase.name.startswith(("对外", "对口"))
        and clause.words.endswith("的")
    ):
        # 对城区的29个小区进行改造: where they are is no name of them.
        return Phrase(place=clause.phrase.place)
    given = _listed(_attributed(context, clause.phrase, clause), noun, context, clause.slot)
    if (
        noun in clauses()["counted"]["kinds"]
        and given == clause.phrase
        and not given.indicator
        and noun not in given.name
    ):
        return named(given.name + noun, given.place)
    if noun and given == clause.phrase and (_is_object(given, clause, noun) or given.name in _OFFERS):
        return named(given.name + noun, given.place)
    return given


def _is_object(given: Phrase, clause: Clause, noun: str) -> bool:
    """Whether a short word before a counted noun is a verb (应对22轮强降水), or a road's place before its length (完成石桥9公里公路)."""
    unit = units().get(clause.slot.mention.quantity.unit)
    family = unit.family if unit else None
    if family == "length":
        return not given.indicator and noun.endswith(tuple(clauses()["counted"]["works"]))
    counted = family in ("", "people") and not given.indicator
    return counted and len(given.name) <= _SHORT and not clause.said.verb


def behind(context: Context, clause: Clause) -> str:
    """The noun that the amount counts: 规上工业企业 in 322家规上工业企业中."""
    quantity = clause.slot.mention.quantity
    unit = units().get(quantity.unit)
    behind = _described(context, clause.slot) or _words_behind(context, clause.slot)
    if quantity.unit == "%":
        goal = mood.is_goal(context.marked.text[clause.slot.mention.end :])
        return noun_behind(behind.removeprefix("的")) if clause.said.measure is None and not goal else ""
    bare = not clause.said.verb and not clause.said.moves and not clause.words
    if clause.attributive and is_count(clause.slot, context.marked):
        return _who(noun_behind(behind), quantity.unit)
    counts = (
        bare
        or bool(clause.phrase.content)
        or clause.words in _OFFERS
        or (unit is not None and unit.family in _FEWER)
    )
    return noun_behind(behind) if counts else ""


def _described(context: Context, slot: Slot) -> str:
    """The words behind an amount and what describes them by another: 集聚区 of 1个产值超100亿元的集聚区."""
    later = next((one for one in context.marked.mentions if one.start >= slot.mention.end), None)
    if later is None or slot.tail < later.start or not context.marked.masked.startswith("的", later.end):
        return ""
    return until_break(context.marked.masked, later.end + 1, _after(context, later))


def _after(context: Context, mention: Mention) -> int:
    """Where the next amount begins, else the end of the sentence."""
    return min(
        (one.start for one in context.marked.mentions if one.start > mention.start),
        default=len(context.marked.text),
    )


def _words_behind(context: Context, slot: Slot) -> str:
    """The words that an amount may count; 以茶叶、水稻为主导产业的园区 goes on behind its list."""
    behind = context.marked.masked[slot.mention.end : slot.tail]
    if not behind.startswith("以"):
        return behind
    return until_break(context.marked.masked, slot.mention.end, _after(context, slot.mention))


def _together(name: str, piece: str) -> str:
    """The last piece of a list with the verb before it that is done as well: 新建、改建校舍."""
    before = name[: -len(piece)].rstrip("、")
    verb = next((one for one in contents() if before.endswith(one)), "")
    return f"{verb}、{piece}" if verb else piece


def is_limit(context: Context, clause: Clause) -> bool:
    """Whether an amount only says how large what stands behind it is: 30户以上自然村, 不低于4.5米宽度村道."""
    quantity, behind = clause.slot.mention.quantity, context.marked.masked[clause.slot.mention.end :]
    sized = quantity.bound in _BOUNDED and _SIZED.match(behind)
    if sized:
        return True
    if (
        context.marked.masked.endswith("、", 0, clause.slot.mention.start)
        and quantity.raw.endswith(LIMITS)
        and _OF_SIZE.match(behind)
    ):
        # 零售总额、5000万元以上项目投资两项指标: how large the projects are.
        return True
    if quantity.unit in _STEPS and context.marked.masked[: clause.slot.mention.start].endswith("分"):
        # 分五批次实施: how it is done.
        return True
    own = clause.phrase.name and not clause.phrase.content
    households = quantity.unit == "户" and quantity.raw.endswith(LIMITS) and _NO_HOUSEHOLD.match(behind)
    if households:
        return True
    limits = quantity.raw.endswith(LIMITS) and quantity.unit not in AGES
    return clause.attributive and limits and not own


def is_described(context: Context, clause: Clause) -> bool:
    """Whether the words before an amount only describe what it counts: 执行收费标准的246人次学生."""
    described = context.marked.masked.endswith("的", 0, clause.slot.mention.start)
    return (
        described
        and bool(_DESCRIBES.search(clause.words))
        and clause.said.measure is None
        and is_count(clause.slot, context.marked)
    )


def is_beside(context: Context, slot: Slot) -> bool:
    """Whether an amount stands right behind the one before: 3条33.9公里."""
    before = [one for one in context.marked.mentions if one.end <= slot.mention.start]
    return (
        bool(before)
        and not before[-1].quantity.raw.endswith(LIMITS)
        and not context.marked.text[before[-1].end : slot.mention.start].strip()
    )


def _who(noun: str, unit: str) -> str:
    """Whom an amount counts, of a noun that goes on to what is measured of them.

    >>> _who("脱贫人口人均纯收入", ""), _who("乡镇农村居民人均可支配收入", "个"), _who("医院床位", "家")
    ('脱贫人口', '乡镇', '医院')
    """
    per = _counted("per").search(noun)
    owner = noun[: per.start()] if per else named(noun).subject or noun
    people = unit in ("", "户") or (unit in units() and units()[unit].family == "people")
    found = list(_counted("people" if people else "things").finditer(owner))
    return owner[: found[-1 if people else 0].end()] if found else owner


@cache
def _counted(kind: str) -> re.Pattern[str]:
    return compiled(one_of(clauses()["counted"][kind]))


def counted(context: Context, slot: Slot, noun: str) -> Phrase:
    """The noun behind an amount with what is said of it: 企业 + 引进了自动化设备 in 近百家企业引进了自动化设备."""
    stop = _after(context, slot.mention)
    words = context.marked.masked[slot.mention.end : stop]
    behind = until_break(words, 0, len(words))
    cut = behind == words and stop < len(context.marked.text) and behind[-1:] not in "、和与及"
    if cut or slot.mention.quantity.unit in AGES:
        return named(noun)
    rest = behind.partition(noun)[2].strip(PERIOD + VOID + "、和与及")
    if (
        AMONG.match(behind)
        or not 2 <= len(rest) <= 16
        or rest[0] in "的中里以、在"
        or PERIOD in rest
        or behind.endswith(("中", "里"))
    ):
        return named(noun)
    return Phrase(subject=noun, indicator=rest, name=noun + rest)


def counted_before(context: Context, clause: Clause, given: Phrase) -> str:
    """Whose an amount is by what was counted before it: 普通高中8所,在校学生1.7万人; 12个水利工程开工,完成投资3亿元."""
    if given.place or given.at_home:
        return ""
    if given.name in indicators()["enrolled"]:
        return _institution(context, clause)
    before = last(context.found) if given.name == "投资" else None
    here = before is not None and before.part == clause.slot.part
    who = (before.phrase.subject or before.phrase.name) if before and here else ""
    return who if who.endswith(tuple(clauses()["counted"]["works"])) else ""


def invested_in(context: Context, clause: Clause, given: Phrase) -> str:
    """The work behind an investment that is its: 投资约1900万元实施了环湖连接线项目."""
    if given.name not in _INVESTED or given.at_home:
        return ""
    found = _WORK.match(context.marked.masked, clause.slot.mention.end)
    return found["work"] if found else ""


def _institution(context: Context, clause: Clause) -> str:
    """The one kind of institution that the ；-part counts before a clause, "" where several are counted together."""
    part = [draft for draft in context.found if draft.part == clause.slot.part and not draft.aside]
    before = last(part)
    for name in indicators()["enrolled"]:
        # 普通高中招生3万人,在校生10万人
        if before and before.phrase.name.endswith(name) and before.phrase.name != name:
            return before.phrase.name.removesuffix(name)
    counts = [_is_institution(draft) for draft in part]
    if not any(counts):
        return ""
    place = len(counts) - 1 - counts[::-1].index(True)
    return "" if place and counts[place - 1] else part[place].phrase.name


def _is_institution(draft: Draft) -> bool:
    """Whether a draft counts institutions: 普通高中8所."""
    named = draft.phrase.name.endswith(tuple(clauses()["counted"]["schools"]))
    return draft.is_level and named and draft.mention.quantity.unit in _INSTITUTIONS


def _attributed(context: Context, given: Phrase, clause: Clause) -> Phrase:
    """给予15%的补助: the noun behind 的 ends the name."""
    match = _OF.match(context.marked.masked[clause.slot.mention.end :])
    found = head(match[1]) if match else ""
    gives = "给予" in context.marked.text[clause.own : clause.slot.mention.start]
    if gives and match is None:
        award = _AWARD.match(context.marked.masked, clause.slot.mention.end)
        whom = _GIVING.sub("", given.name)
        return replace(named(whom + award[1]), place=given.place) if award else given
    given_to = gives and found in _GIVEN
    whose = noun_behind(match[1]) if match and given.name in _INVESTED else ""
    if whose and not whose.startswith(_INVESTED):
        return replace(owned_by(whose, given), place=given.place)
    if match and (found == match[1] or given_to) and not given.indicator and clause.said.measure is None:
        return replace(named(given.name.removeprefix("对") + match[1]), place=given.place)
    return given


def _listed(given: Phrase, behind: str, context: Context, slot: Slot) -> Phrase:
    """A name whose noun stands behind the amount, or at the end of a list of what shares the amount."""
    produces, piece = _PRODUCES.search(given.name), given.name.rpartition("、")[2]
    listed = piece != given.name
    of_places = listed and bool(leading(given.name) and leading(piece))
    some = given.name.endswith("等") or (listed and behind in _TERRITORIES)
    if behind and not produces and some and not content_verb(piece):
        # 莲池区、竞秀区等7个县, 岭背、上垅、洪口3个乡镇: the places are some of what is counted, or all.
        return named(behind)
    # 洪口镇、麻溪镇新建2座冷库: the places are all of the name.
    if (behind and produces) or of_places:
        return named(given.name + behind, given.place)
    if behind and slot.mention.quantity.value == len(_SEVERAL.split(given.name)) and listed:
        # 泵阀、家纺两个行业负增长: as many as are named.
        return replace(counted(context, slot, behind), place=given.place)
    if not listed or content_verb(piece):
        return named(_together(given.name, piece), given.place) if listed else given
    if behind:
        whole = replace(counted(context, slot, behind), place=given.place)
        return whole if piece.endswith(behind) else named(piece + behind, given.place)
    return given
